#include "core/steps_rule.h"

#define STEP_MAX 4096

struct writer {
	struct buf             *b;
	const struct target    *t;
	const struct judgement *j;
	enum unit               unit, change;   /* of figures; of differences between them */
	int32_t                 as_of;
	bool                    da;
};

/* ---- words and figures ---- */

static void
put(struct writer *w, const char *da, const char *en)
{
	buf_put(w->b, str_from(w->da ? da : en));
}

static enum notation
notation_of(const struct writer *w)
{
	return w->da ? NOTATION_DA : NOTATION_EN;
}

static void
put_number(struct writer *w, struct number n)
{
	number_write(w->b, n, notation_of(w));
}

/* Where it comes after a minus: "(-4)". */
static void
put_term(struct writer *w, struct number n)
{
	bool negative = number_sign(n) < 0;

	if (negative)
		buf_char(w->b, '(');
	put_number(w, n);
	if (negative)
		buf_char(w->b, ')');
}

static void
put_int(struct writer *w, int64_t n)
{
	put_number(w, NUMBER(n, 0));
}

static void
put_in_unit(struct writer *w, struct number n, enum unit u)
{
	quantity_write(w->b, quantity_exact(n), u, notation_of(w));
}

/* The last day of what ends, exclusively, at `to`. */
static void
put_last(struct writer *w, int32_t to)
{
	if (w->da)
		day_write_short(w->b, to - 1);
	else
		day_write_iso(w->b, to - 1);
}

static bool
has_figure(const struct observation *o)
{
	return !o->withheld && o->missing == MISSING_NONE &&
	    (o->value.has_point || o->value.range.low.exists || o->value.range.high.exists);
}

static void
put_figure(struct writer *w, const struct observation *o)
{
	if (has_figure(o))
		quantity_write(w->b, o->value, w->unit, notation_of(w));
	else if (o->withheld)
		put(w, "tilbageholdt", "withheld");
	else
		put(w, "ukendt", "unknown");
}

static void
put_dated(struct writer *w, const struct observation *o)
{
	struct period p = o->period;

	p.deadline = false;
	put_figure(w, o);
	BUF_LIT(w->b, " (");
	period_write(w->b, p, w->da);
	if (o->assumed)
		put(w, ", antaget tidspunkt", ", assumed date");
	if (o->preliminary)
		put(w, ", foreløbigt", ", preliminary");
	BUF_LIT(w->b, ")");
}

static const char *
relation_mark(enum relation r)
{
	switch (r) {
	case RELATION_GE:
		return " ≥ ";
	case RELATION_LE:
		return " ≤ ";
	case RELATION_EQ:
	case RELATION_COUNT:
		break;
	}
	return " = ";
}

/* ---- what the pace was computed from: b, v, T as they were judged ---- */

struct terms {
	struct number b, v;
};

/* A figure without a point was judged by one of its ends. False: not a level. */
static bool
terms_of(const struct target *t, const struct judgement *j, struct terms *ret)
{
	struct terms n;

	if (!j->has_pace || !j->has_required || t->kind == TARGET_RATE ||
	    !number_sub(j->required, j->working.promised, &n.b) ||
	    !number_add(n.b, j->working.done, &n.v))
		return false;
	*ret = n;
	return true;
}

static bool
is_rate(const struct writer *w)
{
	return w->t->kind == TARGET_RATE;
}

/* ---- the steps: true where one has something to say ---- */

static bool
step_baseline(struct writer *w)
{
	const struct judgement *j = w->j;

	if (!j->has_baseline || w->t->kind == TARGET_BENCHMARK || w->t->kind == TARGET_MILESTONE)
		return false;
	if (j->has_latest && j->baseline.period.to >= j->latest.period.to)
		return false;           /* the only measurement: it comes as the latest */
	if (w->t->kind == TARGET_COUNT) {
		put(w, "Der tælles fra nul: b = 0, t0 = ", "Counting starts at zero: b = 0, t0 = ");
		put_last(w, j->baseline.period.to);
		return true;
	}
	put(w, "Startmåling: b = ", "Baseline: b = ");
	put_dated(w, &j->baseline);
	BUF_LIT(w->b, ", t0 = ");
	put_last(w, j->baseline.period.to);
	return true;
}

/* " + 10" or " - 10" */
static void
put_plus(struct writer *w, struct number n)
{
	struct number size = n;
	bool          negative = number_sign(n) < 0 && number_neg(n, &size);

	buf_put(w->b, negative ? STR(" - ") : STR(" + "));
	put_number(w, size);
}

/* "b + 10 = 54,40 + 10 = " or "b × (100 - 50) / 100 = 12 × 50 / 100 = " */
static void
put_derivation(struct writer *w)
{
	struct quantity b = w->j->baseline.value;
	struct number   value = number_trim(w->t->value), factor;

	if (w->t->kind != TARGET_CHANGE || !w->j->has_baseline || !b.has_point)
		return;
	if (!w->t->percent) {
		BUF_LIT(w->b, "b");
		put_plus(w, value);
		BUF_LIT(w->b, " = ");
		put_number(w, b.point);
		put_plus(w, value);
	} else if (number_add(NUMBER(100, 0), value, &factor)) {
		BUF_LIT(w->b, "b × (100");
		put_plus(w, value);
		BUF_LIT(w->b, ") / 100 = ");
		put_number(w, b.point);
		BUF_LIT(w->b, " × ");
		put_number(w, factor);
		BUF_LIT(w->b, " / 100");
	}
	BUF_LIT(w->b, " = ");
}

static void
put_deadline(struct writer *w)
{
	if (!w->j->has_by)
		return;
	BUF_LIT(w->b, ", t1 = ");
	put_last(w, w->j->by);
}

static bool
step_target(struct writer *w)
{
	const struct judgement *j = w->j;

	if (is_rate(w)) {
		put(w, "Løfte om året: ", "Promise a year: ");
		put_in_unit(w, w->t->value, w->t->percent ? UNIT_PERCENT : w->change);
		put_deadline(w);
		if (j->has_required) {
			put(w, "; det giver T = ", "; that gives T = ");
			put_in_unit(w, j->required, w->unit);
		}
		return true;
	}
	if (!j->has_required || w->t->kind == TARGET_BENCHMARK || w->t->kind == TARGET_PARITY)
		return false;
	put(w, "Måltal: T = ", "Target: T = ");
	put_derivation(w);
	put_in_unit(w, j->required, w->unit);
	put_deadline(w);
	return true;
}

static bool
step_latest(struct writer *w)
{
	const struct judgement *j = w->j;

	if (!j->has_latest || w->t->kind == TARGET_MILESTONE)
		return false;
	put(w, "Seneste måling: v = ", "Latest measurement: v = ");
	put_dated(w, &j->latest);
	BUF_LIT(w->b, ", t = ");
	put_last(w, j->latest.period.to);
	if (j->worst.len > 0 && w->t->kind != TARGET_SET) {
		put(w, "; den dårligste er ", "; the worst is ");
		buf_put(w->b, j->worst);
	}
	return true;
}

/* The group, or the set of cities, that it is compared with. */
static bool
step_other(struct writer *w)
{
	if (!w->j->has_other || !has_figure(&w->j->other))
		return false;
	put(w, "Sammenlignes med: ", "Compared with: ");
	put_dated(w, &w->j->other);
	return true;
}

/* As the verdict says it: what is judged by the end of a qualified figure is not
 * contradicted by its point. */
static bool
agrees(const struct judgement *j, bool holds)
{
	bool held = j->reason == REASON_REACHED || j->reason == REASON_REACHED_EARLY ||
	    j->reason == REASON_KEPT || j->reason == REASON_HOLDS;

	return holds == held;
}

static bool
step_condition(struct writer *w)
{
	const struct judgement *j = w->j;
	int                     order;
	bool                    holds;

	if (!j->has_required || !j->has_latest || is_rate(w) || j->latest.withheld ||
	    !j->latest.value.has_point || j->verdict == VERDICT_NO_DATA)
		return false;
	order = number_cmp(j->latest.value.point, j->required);
	holds = j->relation == RELATION_GE ? order >= 0
	      : j->relation == RELATION_LE ? order <= 0 : order == 0;
	if (!agrees(j, holds))
		return false;
	put(w, "Kravet: v", "The condition: v");
	buf_put(w->b, str_from(relation_mark(j->relation)));
	if (w->t->kind == TARGET_BENCHMARK || w->t->kind == TARGET_PARITY)
		put(w, "sammenligningen. ", "the comparison. ");
	else
		put(w, "T. ", "T. ");
	put_number(w, j->latest.value.point);
	buf_put(w->b, order < 0 ? STR(" < ") : order > 0 ? STR(" > ") : STR(" = "));
	put_number(w, j->required);
	if (holds)
		put(w, ": det holder", ": it holds");
	else
		put(w, ": det holder ikke", ": it does not hold");
	return true;
}

static void
put_difference(struct writer *w, const char *name, struct number x, struct number y,
               struct number rest)
{
	buf_put(w->b, str_from(name));
	put_number(w, x);
	BUF_LIT(w->b, " - ");
	put_term(w, y);
	BUF_LIT(w->b, " = ");
	put_in_unit(w, rest, w->change);
}

/* Where only the direction counts: v - b. */
static bool
put_direction(struct writer *w)
{
	const struct judgement *j = w->j;
	struct number           rest;

	if (!j->has_baseline || !j->has_latest || j->baseline.withheld || j->latest.withheld ||
	    !j->baseline.value.has_point || !j->latest.value.has_point ||
	    j->baseline.period.to >= j->latest.period.to || w->t->kind == TARGET_BENCHMARK ||
	    w->t->kind == TARGET_COUNT || w->t->kind == TARGET_MILESTONE ||
	    !number_sub(j->latest.value.point, j->baseline.value.point, &rest))
		return false;
	put(w, "Ændring: ", "Change: ");
	put_difference(w, "v - b = ", j->latest.value.point, j->baseline.value.point, rest);
	return true;
}

/* A figure without a point: which of its ends was taken. */
static void
put_reckoned(struct writer *w, const char *name, const struct observation *o, struct number n)
{
	if (o->value.has_point && number_cmp(o->value.point, n) == 0)
		return;
	BUF_LIT(w->b, "; ");
	buf_put(w->b, str_from(name));
	put(w, " regnes som ", " is reckoned as ");
	put_number(w, n);
}

static bool
step_change(struct writer *w)
{
	const struct judgement *j = w->j;
	struct terms            n;

	if (!terms_of(w->t, j, &n))
		return put_direction(w);
	put(w, "Ændring: ", "Change: ");
	put_difference(w, "v - b = ", n.v, n.b, j->working.done);
	put(w, "; lovet: ", "; promised: ");
	put_difference(w, "T - b = ", j->required, n.b, j->working.promised);
	put_reckoned(w, "b", &j->baseline, n.b);
	put_reckoned(w, "v", &j->latest, n.v);
	return true;
}

/* Years as a fraction: "458/365". */
static void
put_years(struct writer *w, int64_t num, int64_t den)
{
	put_int(w, num);
	BUF_LIT(w->b, "/");
	put_int(w, den);
	put(w, " år", " years");
}

static bool
step_time(struct writer *w)
{
	const struct working *k = &w->j->working;

	if (!w->j->has_pace)
		return false;
	put(w, "Tid: t - t0 = ", "Time: t - t0 = ");
	if (is_rate(w)) {
		put_years(w, k->elapsed, k->span);
		return true;
	}
	put_int(w, k->elapsed);
	put(w, " dage; t1 - t0 = ", " days; t1 - t0 = ");
	put_int(w, k->span);
	put(w, " dage", " days");
	return true;
}

/* "(5,50 / 458) / (10,00 / 1.310)", or of a rate "5,50 / (458/365) / 2". */
static void
put_fraction(struct writer *w)
{
	const struct working *k = &w->j->working;

	if (is_rate(w)) {
		put_number(w, k->done);
		BUF_LIT(w->b, " / (");
		put_int(w, k->elapsed);
		BUF_LIT(w->b, "/");
		put_int(w, k->span);
		BUF_LIT(w->b, ") / ");
		put_term(w, k->promised);
		return;
	}
	BUF_LIT(w->b, "(");
	put_number(w, k->done);
	BUF_LIT(w->b, " / ");
	put_int(w, k->elapsed);
	BUF_LIT(w->b, ") / (");
	put_number(w, k->promised);
	BUF_LIT(w->b, " / ");
	put_int(w, k->span);
	BUF_LIT(w->b, ")");
}

static bool
step_pace(struct writer *w)
{
	const struct judgement *j = w->j;
	const struct working   *k = &j->working;
	struct number           over, under;

	if (!j->has_pace)
		return false;
	put(w, "Tempo = ", "Pace = ");
	put_fraction(w);
	if (number_mul(k->done, NUMBER(k->span, 0), &over) &&
	    number_mul(k->promised, NUMBER(k->elapsed, 0), &under)) {
		BUF_LIT(w->b, " = ");
		put_number(w, number_trim(over));
		BUF_LIT(w->b, " / ");
		put_term(w, number_trim(under));
	}
	buf_put(w->b, ratio_cmp(j->pace, j->pace_shown) == 0 ? STR(" = ") : STR(" ≈ "));
	put_number(w, j->pace_shown);
	return true;
}

/* (T - v) / the years that are left. */
static bool
step_needed(struct writer *w)
{
	const struct judgement *j = w->j;
	struct terms            n;
	int64_t                 num, den;

	if (!j->has_needed || !j->has_by || !j->has_required || j->by <= w->as_of)
		return false;
	if (!terms_of(w->t, j, &n)) {
		if (!j->has_latest || !j->latest.value.has_point)
			return false;
		n.v = j->latest.value.point;
	}
	years_between(w->as_of, j->by, &num, &den);
	put(w, "Fra nu af om året: (T - v) / ", "From now on a year: (T - v) / ");
	put(w, "tiden til fristen = (", "the time to the deadline = (");
	put_number(w, j->required);
	BUF_LIT(w->b, " - ");
	put_term(w, n.v);
	BUF_LIT(w->b, ") / (");
	put_years(w, num, den);
	BUF_LIT(w->b, ") ≈ ");
	put_in_unit(w, j->needed_per_year, w->change);
	return true;
}

static bool
step_rule(struct writer *w)
{
	steps_rule(w->b, w->j, w->da);
	return true;
}

static bool
step_doubt(struct writer *w)
{
	return steps_doubt(w->b, w->j, w->da);
}

static bool (*const all[])(struct writer *) = {
	step_baseline, step_target, step_latest, step_other, step_condition, step_change,
	step_time, step_pace, step_rule, step_needed, step_doubt,
};

_Static_assert(COUNT_OF(all) <= STEPS_MAX, "more steps than fit");

struct steps
steps_of(struct arena *a, const struct target *t, const struct judgement *j, enum unit unit,
         int32_t as_of)
{
	struct steps  s = { .len = 0 };
	struct buf    b;
	struct writer w = { .b = &b, .t = t, .j = j, .as_of = as_of };

	w.change = unit_of_difference(unit);
	w.unit = t->kind == TARGET_GAP ? w.change : t->kind == TARGET_SET ? UNIT_COUNT : unit;
	buf_init(&b, STEP_MAX);
	for (size_t i = 0; i < COUNT_OF(all); i++) {
		struct step *to = &s.at[s.len];

		b.len = 0;
		w.da = true;
		if (!all[i](&w))
			continue;
		to->da = str_dup(a, buf_str(&b));
		b.len = 0;
		w.da = false;
		(void)all[i](&w);
		to->en = str_dup(a, buf_str(&b));
		s.len++;
	}
	buf_free(&b);
	return s;
}
