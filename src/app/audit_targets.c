#include "app/audit_rules.h"
#include "base/order.h"
#include <stdlib.h>

/* ---- printed level against baseline and change ---- */

/* n x (100 + percent) / 100, exact. */
static bool
grow(struct number n, struct number percent, struct number *ret)
{
	struct number factor;

	if (!number_add(NUMBER(100, 0), percent, &factor) || factor.scale + 2 > NUMBER_SCALE_MAX)
		return false;
	factor.scale = (uint8_t)(factor.scale + 2);
	return number_mul(n, factor, ret);
}

/* The baseline's bound after the promised change. */
static bool
moved(const struct target *t, struct bound b, struct bound *ret)
{
	*ret = b;
	if (!b.exists)
		return true;
	return t->percent ? grow(b.at, t->value, &ret->at) : number_add(b.at, t->value, &ret->at);
}

static bool
derived_range(const struct barometer_row *r, struct interval *ret)
{
	struct interval base = r->judgement.baseline.value.range;

	return moved(r->target, base.low, &ret->low) && moved(r->target, base.high, &ret->high);
}

/* "54,40 + 10 procentpoint = 64,40" */
static struct str
sum_text(struct audit_walk *w, const struct barometer_row *r, bool danish)
{
	const struct judgement *j = &r->judgement;
	struct number           change = r->target->value, size = change;
	bool                    falls = number_sign(change) < 0;
	struct str              base;

	if (falls && !number_neg(change, &size))
		size = change;
	base = walk_quantity(w, j->baseline.value, UNIT_NUMBER, danish);
	return arena_printf(w->arena, STR_FMT " %s " STR_FMT " = " STR_FMT, STR_ARG(base),
	    falls ? "-" : "+",
	    STR_ARG(walk_quantity(w, quantity_exact(size), walk_unit(r), danish)),
	    STR_ARG(walk_number(w, j->required, danish)));
}

static struct str
printed_text(struct audit_walk *w, const struct barometer_row *r, bool holds, bool danish)
{
	return arena_printf(w->arena, STR_FMT ", %s " STR_FMT, STR_ARG(sum_text(w, r, danish)),
	    danish ? (holds ? "som trykt:" : "men der er trykt")
	           : (holds ? "as printed:" : "but printed is"),
	    STR_ARG(walk_quantity(w, r->target->printed, UNIT_NUMBER, danish)));
}

/* 13,663.5 visits were rounded when 13,664 was printed, though counts are exact. */
static bool
is_rounded(const struct quantity *printed, struct number level)
{
	struct number n;

	return printed->has_point && number_rescale(level, printed->point.scale, &n) &&
	    number_cmp(n, printed->point) == 0;
}

static void
check_derived(struct audit_walk *w, const struct barometer_row *r)
{
	const struct noun_row *row = walk_target(w, r);
	struct finding         f = { .code = AUDIT_DERIVED_TARGET };
	struct interval        level;
	bool                   holds;

	if (row == NULL || !derived_range(r, &level))
		return;
	holds = interval_overlaps(level, r->target->printed.range) ||
	    is_rounded(&r->target->printed, r->judgement.required);
	f.da = printed_text(w, r, holds, true);
	f.en = printed_text(w, r, holds, false);
	if (holds) {
		walk_holds(w, row, f.code, f.da, f.en);
		return;
	}
	f.expected = r->judgement.required;
	f.printed = r->target->printed.point;
	f.has_amounts = r->target->printed.has_point &&
	    number_sub(f.printed, f.expected, &f.difference);
	f.hint_da = STR("afgør, om startmålingen, ændringen eller det trykte niveau gælder");
	f.hint_en = STR("decide whether the baseline, the change or the printed level is meant");
	walk_finds(w, row, f);
}

/* A level that was printed for another method's series is no claim about this one. */
void
register_derived(struct audit_walk *w)
{
	for (size_t i = 0; i < w->in->judged->len; i++) {
		const struct barometer_row *r = &w->in->judged->at[i];
		const struct judgement     *j = &r->judgement;

		if (r->target->kind == TARGET_CHANGE && r->target->has_value &&
		    r->target->has_printed && j->has_required && j->has_baseline && !j->rebased &&
		    j->baseline.missing == MISSING_NONE && !j->baseline.withheld)
			check_derived(w, r);
	}
}

/* ---- two targets that disagree ---- */

struct promise {
	const struct noun_row      *row;
	const struct barometer_row *judged;
};

static int
by_indicator(const void *a, const void *b)
{
	const struct promise *x = a, *y = b;
	int                   o = order(x->row->ref[TARGET_indicator], y->row->ref[TARGET_indicator]);

	if (o == 0)
		o = order(x->row->since, y->row->since);
	if (o == 0)
		o = order(x->row->line, y->row->line);
	return o != 0 ? o : order(x->row->id, y->row->id);
}

static bool
same_end(bool has, const struct period *p, bool other_has, const struct period *q)
{
	return has == other_has && (!has || p->to == q->to);
}

/* Promises of the same thing: only what is promised may differ. Two initiatives
 * that count their own places do not contradict each other. */
static bool
same_subject(const struct promise *x, const struct promise *y)
{
	static const size_t  same[] = { TARGET_indicator, TARGET_area, TARGET_grp, TARGET_other,
		                        TARGET_comparator };
	const struct target *t = x->judged->target, *u = y->judged->target;
	int64_t              mine = x->row->ref[TARGET_initiative];
	int64_t              theirs = y->row->ref[TARGET_initiative];

	for (size_t i = 0; i < COUNT_OF(same); i++)
		if (x->row->ref[same[i]] != y->row->ref[same[i]])
			return false;
	if (t->kind == TARGET_COUNT && mine != theirs && mine != 0 && theirs != 0)
		return false;
	return t->kind == u->kind && t->each == u->each && t->relation == u->relation &&
	    same_end(t->has_deadline, &t->deadline, u->has_deadline, &u->deadline) &&
	    same_end(t->has_window, &t->window, u->has_window, &u->window) &&
	    (!t->has_window || t->window.from == u->window.from);
}

static bool
disagree(const struct target *t, const struct target *u)
{
	if (!t->has_value || !u->has_value)
		return false;
	return t->percent != u->percent || number_cmp(t->value, u->value) != 0;
}

/* "-10 procentpoint (linje 146)"; the document is named when it is not `beside`. */
static struct str
promise_text(struct audit_walk *w, const struct promise *p, struct str beside, bool danish)
{
	struct source s = p->judged->target->source;
	struct str    value = walk_quantity(w, quantity_exact(p->judged->target->value),
	    walk_unit(p->judged), danish);

	if (s.document.len == 0 || s.line == 0)
		return arena_printf(w->arena, STR_FMT " (" STR_FMT ")", STR_ARG(value),
		    STR_ARG(p->judged->target->id));
	return arena_printf(w->arena, STR_FMT " (" STR_FMT "%s%s %u)", STR_ARG(value),
	    STR_ARG(str_eq(s.document, beside) ? STR_NONE : s.document),
	    str_eq(s.document, beside) ? "" : ", ", danish ? "linje" : "line", (unsigned)s.line);
}

static struct str
conflict_text(struct audit_walk *w, const struct promise *x, const struct promise *y, bool danish)
{
	enum verdict v = x->judged->judgement.verdict, u = y->judged->judgement.verdict;
	struct str   here = x->judged->target->source.document;
	struct str   promises = arena_printf(w->arena, STR_FMT " %s " STR_FMT,
	    STR_ARG(promise_text(w, x, here, danish)), danish ? "mod" : "against",
	    STR_ARG(promise_text(w, y, here, danish)));

	if (v == u)
		return arena_printf(w->arena, "%s: " STR_FMT "; %s: " STR_FMT,
		    danish ? "to mål for det samme strider mod hinanden"
		           : "two targets for the same thing disagree",
		    STR_ARG(promises), danish ? "dommen er den samme" : "the verdict is the same",
		    STR_ARG(verdict_word(v, danish)));
	return arena_printf(w->arena, "%s: " STR_FMT "; %s: " STR_FMT " %s " STR_FMT,
	    danish ? "to mål for det samme strider mod hinanden"
	           : "two targets for the same thing disagree",
	    STR_ARG(promises), danish ? "dommene er forskellige" : "the verdicts differ",
	    STR_ARG(verdict_word(v, danish)), danish ? "og" : "and",
	    STR_ARG(verdict_word(u, danish)));
}

static void
check_conflict(struct audit_walk *w, const struct promise *x, const struct promise *y)
{
	if (!same_subject(x, y) || !disagree(x->judged->target, y->judged->target))
		return;
	walk_finds(w, x->row, (struct finding){ .code = AUDIT_CONFLICT,
		.da = conflict_text(w, x, y, true), .en = conflict_text(w, x, y, false),
		.hint_da = STR("afgør, hvilket af målene der gælder, og ret det andet"),
		.hint_en = STR("decide which of the targets stands, and correct the other") });
}

void
register_conflicts(struct audit_walk *w)
{
	const struct barometer *b = w->in->judged;
	struct promise         *p = ARENA_ARRAY(w->arena, struct promise, b->len + 1);
	size_t                  n = 0;

	for (size_t i = 0; i < b->len; i++) {
		const struct noun_row *row = walk_target(w, &b->at[i]);

		if (row != NULL && row->ref[TARGET_indicator] != 0)
			p[n++] = (struct promise){ row, &b->at[i] };
	}
	qsort(p, n, sizeof *p, by_indicator);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && p[k].row->ref[TARGET_indicator] ==
		    p[i].row->ref[TARGET_indicator]; k++)
			check_conflict(w, &p[i], &p[k]);
}

/* ---- what cannot be judged ---- */

static struct str
named_text(struct audit_walk *w, const char *what, struct str title)
{
	return arena_printf(w->arena, "%s: " STR_FMT, what, STR_ARG(title));
}

static void
say(struct audit_walk *w, const struct barometer_row *r, enum audit_code code, const char *da,
    const char *en)
{
	const struct noun_row *row = walk_target(w, r);
	bool                   danish = false;

	if (row == NULL)
		return;
	walk_finds(w, row, (struct finding){ .code = code,
		.da = named_text(w, da, r->promise.title),
		.en = named_text(w, en, named_title(&r->promise, &danish)) });
}

void
register_missing_targets(struct audit_walk *w)
{
	for (size_t i = 0; i < w->in->judged->len; i++)
		if (w->in->judged->at[i].target->kind == TARGET_UNDEFINED)
			say(w, &w->in->judged->at[i], AUDIT_MISSING,
			    "der er ikke oplyst et mål, der kan kontrolleres",
			    "no target that can be checked is stated");
}

/* A gap that shall only become smaller is a direction too. */
void
register_unmeasurable(struct audit_walk *w)
{
	for (size_t i = 0; i < w->in->judged->len; i++) {
		const struct target *t = w->in->judged->at[i].target;

		if (t->kind == TARGET_DIRECTION || (t->kind == TARGET_GAP && !t->has_value &&
		    t->direction != DIRECTION_NONE))
			say(w, &w->in->judged->at[i], AUDIT_UNMEASURABLE,
			    "målet siger kun en retning og kan ikke nås",
			    "the target states a direction only and cannot be reached");
	}
}

/* ---- methods ---- */

/* The newest method version of an indicator that has begun on `day`; 0: none. */
static int64_t
newest_method(const struct snapshot *sn, int64_t indicator, int32_t day)
{
	int64_t newest = 0, version;
	int32_t starts;

	for (size_t i = 0; i < sn->len[NOUN_METHOD]; i++) {
		const struct noun_row *m = &sn->row[NOUN_METHOD][i];

		if (m->ref[METHOD_indicator] != indicator ||
		    !str_int(m->text[METHOD_version], &version) || version <= newest)
			continue;
		if (!day_from_iso(m->text[METHOD_starts], &starts) || starts <= day)
			newest = version;
	}
	return newest;
}

/* A level judged across a break, or a change from a baseline of an older method
 * with no figure of the newer one to start from. */
static bool
is_broken(struct audit_walk *w, const struct barometer_row *r, const struct noun_row *row)
{
	const struct judgement *j = &r->judgement;

	if (j->method_changed)
		return true;
	return r->target->kind == TARGET_CHANGE && j->has_baseline && !j->rebased &&
	    j->baseline.method < newest_method(w->in->sn, row->ref[TARGET_indicator], r->as_of);
}

void
register_breaks(struct audit_walk *w)
{
	for (size_t i = 0; i < w->in->judged->len; i++) {
		const struct barometer_row *r = &w->in->judged->at[i];
		const struct noun_row      *row = walk_target(w, r);

		if (row != NULL && is_broken(w, r, row))
			say(w, r, AUDIT_BREAK,
			    "målemetoden er ændret, siden målet blev sat, og målet er ikke sat om",
			    "the method changed since the target was set, and it was not re-based");
	}
}
