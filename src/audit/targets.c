/* targets.c - a printed level must follow from its baseline and change. */
#include "audit/changes.h"
#include "audit/indicators.h"
#include "audit/spans.h"
#include "recognise/promise.h"

#define WORDS_SHARED 2

static const char *const cues[] = { "oege", "haeve", "reducer", "nedbring", "saenk", "mindsk", "stige",
	"falde", "raise", "increase", "reduce", "rise", NULL };

/* What a change promises of a baseline. The promise is no measurement: exact. */
static bool
level_after(const struct target *t, struct quantity before, struct interval *ret)
{
	struct interval change = span_exact(t->value), percent;

	if (!t->percent)
		return interval_add(before.range, change, ret);
	return interval_add(span_exact(NUMBER(100, 0)), change, &percent) &&
	    span_share(before.range, percent, ret);
}

static bool
point_after(const struct target *t, struct number before, struct number *ret)
{
	struct number percent;

	if (!t->percent)
		return number_add(before, t->value, ret);
	return number_add(NUMBER(100, 0), t->value, &percent) && share_of(before, percent, ret);
}

static struct str
arithmetic(struct audit *x, const struct target *t, const struct measured *m, struct number expected,
           const struct reading *printed, bool danish)
{
	enum notation n = danish ? NOTATION_DA : NOTATION_EN;
	struct number size = t->value;
	bool          falls = number_sign(size) < 0;

	if (falls && !number_neg(size, &size))
		size = t->value;
	return arena_printf(x->arena, STR_FMT " %s " STR_FMT "%s = " STR_FMT ", %s " STR_FMT,
	    STR_ARG(number_words(x, m->before.quantity.point, n)), falls ? "-" : "+",
	    STR_ARG(number_words(x, size, n)), t->percent ? " %" : "",
	    STR_ARG(number_words(x, expected, n)), danish ? "der står" : "printed",
	    STR_ARG(reading_words(x, printed, n)));
}

static bool
check_level(struct audit *x, const struct target *t, const struct measured *m,
            const struct reading *printed, struct checked *ret)
{
	struct checked  k = { .code = AUDIT_DERIVED_TARGET, .has_amounts = printed->quantity.has_point };
	struct interval level;

	if (t->kind != TARGET_CHANGE || !t->has_value || !m->has_before || !m->before.quantity.has_point ||
	    !same_type(&m->before, printed) || !level_after(t, m->before.quantity, &level) ||
	    !point_after(t, m->before.quantity.point, &k.expected))
		return false;
	k.printed = reading_point(printed);
	k.holds = interval_overlaps(level, printed->quantity.range);
	k.da = arithmetic(x, t, m, k.expected, printed, true);
	k.en = arithmetic(x, t, m, k.expected, printed, false);
	k.hint_da = STR("ret måltallet, startmålingen eller ændringen, eller skriv \"ca.\"");
	k.hint_en = STR("correct the level, the baseline or the change, or say \"about\"");
	*ret = k;
	return true;
}

/* A row of the indicator table: its target against its baseline and its goal. */
static void
check_row(struct audit *x, const struct measured *m)
{
	struct reading printed;
	struct promise promise;
	struct checked k;

	if (m->goal == NULL || !cell_figure(x, m->target, &printed) || !(is_share(&printed) || is_counted(&printed)))
		return;
	promise = promise_read(x->seen->reads, m->goal->text, 0);
	if ((is_share(&printed) || promise.target.percent) && check_level(x, &promise.target, m, &printed, &k))
		field_judge(x, m->target, k);
}

static bool
same_promise(struct audit *x, const struct target *t, const struct measured *m)
{
	struct promise p;

	if (m->goal == NULL)
		return false;
	p = promise_read(x->seen->reads, m->goal->text, 0);
	return p.target.kind == TARGET_CHANGE && p.target.has_value && p.target.percent == t->percent &&
	    number_cmp(p.target.value, t->value) == 0;
}

/* The row whose goal promises the same change of the same thing. */
static const struct measured *
row_of_promise(struct audit *x, const struct rows *r, const struct target *t, const struct title *words)
{
	const struct measured *found = NULL;

	for (size_t i = 0; i < r->len; i++) {
		if (title_shared(&r->at[i].title, words) < WORDS_SHARED || !same_promise(x, t, &r->at[i]))
			continue;
		if (found != NULL)
			return NULL;
		found = &r->at[i];
	}
	return found;
}

/* "øges med 10 procentpoint til ca. 64 pct.", the baseline in the table. */
static void
check_sentence(struct audit *x, const struct said *s, const struct rows *r)
{
	struct promise         p;
	struct title           words;
	const struct measured *m;
	struct checked         k;

	if (s->len != 2 || s->at[0].type != READING_PERCENT || !is_share(&s->at[1]) ||
	    !folded_has(s->gap[1], "til"))
		return;
	p = promise_read(x->seen->reads, s->text, 0);
	if (p.target.kind != TARGET_CHANGE || !p.target.has_value || !p.target.has_printed)
		return;
	words = title_of(x->arena, s->text);
	m = row_of_promise(x, r, &p.target, &words);
	if (m != NULL && check_level(x, &p.target, m, &s->at[1], &k))
		spoken_judge(x, s, 1, k);
}

static void
targets_of(struct audit *x, const struct passage *p, void *with)
{
	struct change_said c;

	for (size_t k = 0; k < p->len; k++) {
		const struct said *s = &p->at[k];

		for (size_t i = 0; i < s->len; i++)
			if (change_find(s, i, &c) && change_is_promised(s->folded))
				change_judge(x, s, c, AUDIT_DERIVED_TARGET, true);
		check_sentence(x, s, with);
	}
}

void
audit_targets(struct audit *x)
{
	struct rows r = rows_read(x);

	for (size_t i = 0; i < r.len; i++)
		check_row(x, &r.at[i]);
	spoken_each(x, cues, targets_of, &r);
}
