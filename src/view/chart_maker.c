#include "view/chart_maker.h"

#define SCRATCH_MAX 4096

struct chart_maker
chart_maker_for(struct arena *a, const struct lang *l, enum unit u, int32_t as_of)
{
	return (struct chart_maker){ a, l, u, lang_danish(l), as_of };
}

enum notation
chart_maker_notation(const struct chart_maker *k)
{
	return k->danish ? NOTATION_DA : NOTATION_EN;
}

struct chart_words
chart_maker_words(const struct chart_maker *k, const struct named *n)
{
	bool       danish = k->danish;
	struct str title = named_title(n, &danish);

	return (struct chart_words){
		title, danish == k->danish ? STR_NONE : danish ? STR("da") : STR("en"),
	};
}

struct str
chart_maker_figure(const struct chart_maker *k, struct quantity q, bool unit)
{
	struct buf b;
	struct str text;

	buf_init(&b, SCRATCH_MAX);
	if (unit)
		quantity_write(&b, q, k->unit, chart_maker_notation(k));
	else
		quantity_write_figure(&b, q, chart_maker_notation(k));
	text = str_dup(k->a, buf_str(&b));
	buf_free(&b);
	return text;
}

struct str
chart_maker_day(const struct chart_maker *k, int32_t day)
{
	struct buf b;
	struct str text;

	buf_init(&b, SCRATCH_MAX);
	day_write_long(&b, day, k->danish);
	text = str_dup(k->a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* ---- points ---- */

static void
put_value(const struct chart_maker *k, const struct observation *o, struct chart_point *p)
{
	const struct quantity *q = &o->value;
	bool                   plain = q->has_point && q->qualifier == QUALIFIER_NONE;

	p->state = q->has_point ? CHART_VALUE : CHART_RANGE;
	p->value = q->point;
	p->text = chart_maker_figure(k, *q, false);
	if (plain)
		return;
	p->has_low = q->range.low.exists;
	p->low = q->range.low.at;
	p->has_high = q->range.high.exists;
	p->high = q->range.high.at;
	if (!q->has_point && !p->has_low && !p->has_high)
		p->state = CHART_MISSING;
}

struct chart_point
chart_maker_point(const struct chart_maker *k, const struct observation *o)
{
	struct chart_point p = {
		.day = o->period.to, .label = period_text(k->a, o->period, k->danish),
	};

	if (o->withheld) {
		p.state = CHART_WITHHELD;
		p.note = withheld_words(o->withheld, k->danish);
		return p;
	}
	if (o->missing != MISSING_NONE) {
		p.state = CHART_MISSING;
		p.note = missing_word(o->missing, k->danish);
		return p;
	}
	put_value(k, o, &p);
	if (o->preliminary)
		p.note = say(k->l, "preliminary");
	else if (o->assumed)
		p.note = say(k->l, "date assumed");
	return p;
}

struct chart_series
chart_maker_series(const struct chart_maker *k, struct series s, struct chart_words name, enum chart_role role)
{
	struct chart_point *at = ARENA_ARRAY(k->a, struct chart_point, s.len + 1);

	for (size_t i = 0; i < s.len; i++) {
		const struct observation *o = &s.at[i];
		bool                      method = i > 0 && o->method != s.at[i - 1].method;

		at[i] = chart_maker_point(k, o);
		at[i].breaks = i > 0 && (o->breaks || method);
		if (method)
			at[i].method = say(k->l, "new method");
	}
	return (struct chart_series){ name, role, at, s.len };
}
