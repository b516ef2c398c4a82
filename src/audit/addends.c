/* addends.c - a printed figure and those that it is the sum of. */
#include "audit/addends.h"
#include "audit/spans.h"

const struct reading *
addend_reading(struct addend a)
{
	return &a.said->at[a.i];
}

static const struct interval *
range_of(const struct reading *r)
{
	return r->type == READING_MONEY ? &r->money.amount.range : &r->quantity.range;
}

bool
addends_can(const struct reading *r)
{
	return r->type == READING_MONEY ? r->money.amount.has_point : is_counted(r);
}

bool
addends_sum(const struct addends *s, struct interval *range, struct number *point)
{
	const struct reading *total = addend_reading(s->total);

	*range = span_exact(NUMBER_ZERO);
	*point = NUMBER_ZERO;
	for (size_t i = 0; i < s->len; i++) {
		const struct reading *r = addend_reading(s->part[i]);
		struct number         n = r->type == READING_MONEY ? r->money.amount.point : r->quantity.point;

		if (!interval_add(*range, *range_of(r), range) || !number_add(*point, n, point))
			return false;
	}
	return total->type != READING_MONEY ||
	    kroner_in(*point, total->money.factor, point);
}

static struct str
told(struct audit *x, const struct addends *s, struct number expected, bool danish)
{
	enum notation n = danish ? NOTATION_DA : NOTATION_EN;
	struct buf    b;
	struct str    ret;

	buf_init(&b, 4096);
	for (size_t i = 0; i < s->len; i++) {
		if (i > 0)
			BUF_LIT(&b, " + ");
		buf_put(&b, reading_words(x, addend_reading(s->part[i]), n));
	}
	BUF_LIT(&b, " = ");
	buf_put(&b, number_words(x, expected, n));
	buf_put(&b, danish ? STR(", der står ") : STR(", printed "));
	buf_put(&b, reading_words(x, addend_reading(s->total), n));
	ret = str_dup(x->arena, buf_str(&b));
	buf_free(&b);
	return ret;
}

void
addends_judge(struct audit *x, const struct addends *s)
{
	const struct reading *total = addend_reading(s->total);
	struct checked        k = { .code = total->type == READING_MONEY ? AUDIT_SUM : AUDIT_COUNT,
		.has_amounts = true };
	struct interval       range;

	if (!addends_sum(s, &range, &k.expected))
		return;
	k.printed = reading_point(total);
	k.holds = interval_overlaps(range, *range_of(total));
	k.da = told(x, s, k.expected, true);
	k.en = told(x, s, k.expected, false);
	k.hint_da = STR("ret det samlede tal eller et af dem, det består af");
	k.hint_en = STR("correct the total, or one of the figures that it consists of");
	spoken_judge(x, s->total.said, s->total.i, k);
}

bool
addends_fit(const struct addends *s)
{
	struct interval range;
	struct number   point;

	return addends_sum(s, &range, &point) && interval_overlaps(range, *range_of(addend_reading(s->total)));
}
