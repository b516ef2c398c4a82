#include "view/indicator_chart.h"

#define SCRATCH_MAX 4096
#define PANELS_MAX  24          /* more are in the table */

struct maker {
	struct arena      *a;
	const struct lang *l;
	enum unit          unit;
	bool               danish;
	int32_t            as_of;
};

static enum notation
notation_of(const struct maker *k)
{
	return k->danish ? NOTATION_DA : NOTATION_EN;
}

static struct chart_words
words_of(const struct maker *k, const struct named *n)
{
	bool       danish = k->danish;
	struct str title = named_title(n, &danish);

	return (struct chart_words){
		title, danish == k->danish ? STR_NONE : danish ? STR("da") : STR("en"),
	};
}

static struct str
figure_text(const struct maker *k, struct quantity q, bool unit)
{
	struct buf b;
	struct str text;

	buf_init(&b, SCRATCH_MAX);
	if (unit)
		quantity_write(&b, q, k->unit, notation_of(k));
	else
		quantity_write_figure(&b, q, notation_of(k));
	text = str_dup(k->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct str
day_text(const struct maker *k, int32_t day)
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
put_value(const struct maker *k, const struct observation *o, struct chart_point *p)
{
	const struct quantity *q = &o->value;
	bool                   plain = q->has_point && q->qualifier == QUALIFIER_NONE;

	p->state = q->has_point ? CHART_VALUE : CHART_RANGE;
	p->value = q->point;
	p->text = figure_text(k, *q, false);
	if (plain)
		return;
	p->has_low = q->range.low.exists;
	p->low = q->range.low.at;
	p->has_high = q->range.high.exists;
	p->high = q->range.high.at;
	if (!q->has_point && !p->has_low && !p->has_high)
		p->state = CHART_MISSING;
}

static struct chart_point
point_of(const struct maker *k, const struct observation *o)
{
	struct chart_point p = {
		.day = o->period.to, .label = period_text(k->a, o->period, k->danish),
	};

	if (o->withheld) {
		p.state = CHART_WITHHELD;
		p.note = say(k->l, "withheld: fewer than 5 persons");
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

static struct chart_series
series_of(const struct maker *k, struct series s, struct chart_words name, enum chart_role role)
{
	struct chart_point *at = ARENA_ARRAY(k->a, struct chart_point, s.len + 1);

	for (size_t i = 0; i < s.len; i++) {
		const struct observation *o = &s.at[i];
		bool                      method = i > 0 && o->method != s.at[i - 1].method;

		at[i] = point_of(k, o);
		at[i].breaks = i > 0 && (o->breaks || method);
		if (method)
			at[i].method = say(k->l, "new method");
	}
	return (struct chart_series){ name, role, at, s.len };
}

/* ---- targets ---- */

static struct str
target_label(const struct maker *k, const struct judgement *j)
{
	struct str with[] = {
		figure_text(k, quantity_exact(j->required), true),
		j->has_by ? day_text(k, j->by - 1) : STR_NONE,
	};

	return text_fill(k->a, say(k->l, j->has_by ? N_("Target {1} by {2}") : N_("Target {1}")), with,
	    COUNT_OF(with));
}

/* A count adds up what its periods bring: no line from one to the next leads there. */
static struct chart_target
target_of(const struct maker *k, const struct barometer_row *r)
{
	const struct judgement *j = &r->judgement;
	const struct observation *b = &j->baseline;
	struct chart_target     t = {
		.value = j->required, .label = target_label(k, j), .dated = j->has_by, .day = j->by,
	};
	struct str figure;

	t.has_baseline = j->has_baseline && !b->withheld && b->value.has_point &&
	    r->target->kind != TARGET_COUNT;
	if (!t.has_baseline)
		return t;
	t.from = b->period.to;
	t.baseline = b->value.point;
	figure = figure_text(k, b->value, false);
	t.baseline_label = text_fill(k->a, say(k->l, "Baseline {1}"), &figure, 1);
	t.path = t.dated && t.day > t.from && !j->kept;
	return t;
}

/* ---- charts ---- */

static struct str
source_text(const struct maker *k, const struct indicator_view *m)
{
	struct buf b;
	struct str with[2];

	buf_init(&b, SCRATCH_MAX);
	for (size_t i = 0; i < m->documents; i++) {
		bool danish = k->danish;

		if (i > 0)
			BUF_LIT(&b, "; ");
		buf_put(&b, named_title(&m->document[i], &danish));
	}
	with[0] = str_dup(k->a, buf_str(&b));
	with[1] = day_text(k, m->as_of);
	buf_free(&b);
	if (with[0].len == 0)
		return text_fill(k->a, say(k->l, "As of {2}."), with, 2);
	return text_fill(k->a, say(k->l, "Source: {1}. As of {2}."), with, 2);
}

static struct maker
maker_for(struct arena *a, const struct lang *l, enum unit u, int32_t as_of)
{
	return (struct maker){ a, l, u, lang_danish(l), as_of };
}

static struct chart
chart_for(const struct maker *k, struct str id, struct chart_words title, struct str description)
{
	return (struct chart){
		.head = {
			.id = id, .title = title, .description = description,
			.unit = unit_word(k->unit, notation_of(k)),
		},
		.has_as_of = true, .as_of = k->as_of,
	};
}

/* Whose figures a page is about, as the name of their line. */
static struct chart_words
own_name(const struct maker *k, const struct indicator_view *m)
{
	if (m->group.id.len > 0)
		return words_of(k, &m->group);
	return words_of(k, &m->area);
}

static struct str
trend_text(const struct maker *k, const struct trend *t)
{
	return k->danish ? t->da : t->en;
}

struct chart
indicator_chart(struct arena *a, const struct lang *l, const struct indicator_view *m)
{
	struct maker         k = maker_for(a, l, m->is.unit, m->as_of);
	struct chart         c = chart_for(&k, STR("series"), words_of(&k, &m->indicator),
	    trend_text(&k, &m->trend));
	struct chart_series *s = ARENA_ARRAY(a, struct chart_series, m->parts + 1);
	struct chart_target *t = ARENA_ARRAY(a, struct chart_target, m->targets + 1);

	s[c.len++] = series_of(&k, m->own.series, own_name(&k, m), CHART_OWN);
	for (size_t i = 0; i < m->parts; i++)
		if (m->part[i].part == PART_COMPARATOR)
			s[c.len++] = series_of(&k, m->part[i].series, words_of(&k, &m->part[i].area),
			    CHART_COMPARATOR);
	for (size_t i = 0; i < m->targets; i++)
		if (m->drawn[i])
			t[c.targets++] = target_of(&k, m->target[i]);
	c.series = s;
	c.target = t;
	c.head.source = source_text(&k, m);
	return c;
}

size_t
indicator_panels(struct arena *a, const struct lang *l, const struct indicator_view *m,
                 enum part part, struct chart **ret)
{
	struct maker k = maker_for(a, l, m->is.unit, m->as_of);
	size_t       n = 0;

	*ret = ARENA_ARRAY(a, struct chart, PANELS_MAX);
	for (size_t i = 0; i < m->parts && n < PANELS_MAX; i++) {
		const struct series_view *v = &m->part[i];
		struct chart_words        name;
		struct chart_series      *s;
		struct trend              trend;

		if (v->part != part)
			continue;
		name = words_of(&k, part == PART_GROUP ? &v->group : &v->area);
		trend = trend_of(a, v->series, &m->is, m->as_of);
		s = ARENA_ARRAY(a, struct chart_series, 2);
		s[0] = series_of(&k, v->series, name, CHART_OWN);
		s[1] = series_of(&k, m->own.series, own_name(&k, m), CHART_COMPARATOR);
		(*ret)[n] = chart_for(&k, arena_printf(a, "panel-%d-%zu", (int)part, n), name,
		    trend_text(&k, &trend));
		(*ret)[n].series = s;
		(*ret)[n].len = m->own.series.len > 0 ? 2 : 1;
		n++;
	}
	return n;
}

struct chart
indicator_spark(struct arena *a, const struct lang *l, const struct indicator_row *r)
{
	struct maker         k = maker_for(a, l, r->is.unit, r->as_of);
	struct chart         c = chart_for(&k, arena_printf(a, "spark-" STR_FMT,
	    STR_ARG(r->indicator.id)), words_of(&k, &r->indicator), trend_text(&k, &r->trend));
	struct chart_series *s = ARENA_ARRAY(a, struct chart_series, 1);

	s[0] = series_of(&k, r->series, c.head.title, CHART_OWN);
	c.series = s;
	c.len = 1;
	c.has_as_of = false;
	return c;
}
