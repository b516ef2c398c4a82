#include "view/indicator_chart.h"
#include "view/chart_maker.h"

#define SCRATCH_MAX 4096
#define PANELS_MAX  24          /* more are in the table */
#define BESIDE_MAX  8           /* what is compared with: more lines tell nothing */

/* ---- targets ---- */

static struct str
target_label(const struct chart_maker *k, const struct judgement *j)
{
	struct str with[] = {
		chart_maker_figure(k, quantity_exact(j->required), true),
		j->has_by ? chart_maker_day(k, j->by - 1) : STR_NONE,
	};

	return text_fill(k->a, say(k->l, j->has_by ? N_("Target {1} by {2}") : N_("Target {1}")), with,
	    COUNT_OF(with));
}

/* A count adds up what its periods bring: no line from one to the next leads there. */
static struct chart_target
target_of(const struct chart_maker *k, const struct barometer_row *r)
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
	figure = chart_maker_figure(k, b->value, false);
	t.baseline_label = text_fill(k->a, say(k->l, "Baseline {1}"), &figure, 1);
	t.path = t.dated && t.day > t.from && !j->kept;
	return t;
}

/* ---- charts ---- */

static struct str
source_text(const struct chart_maker *k, const struct indicator_view *m)
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
	with[1] = chart_maker_day(k, m->as_of);
	buf_free(&b);
	if (with[0].len == 0)
		return text_fill(k->a, say(k->l, "As of {2}."), with, 2);
	return text_fill(k->a, say(k->l, "Source: {1}. As of {2}."), with, 2);
}

static struct chart
chart_for(const struct chart_maker *k, struct str id, struct chart_words title, struct str description)
{
	return (struct chart){
		.head = {
			.id = id, .title = title, .description = description,
			.unit = unit_word(k->unit, chart_maker_notation(k)),
		},
		.has_as_of = true, .as_of = k->as_of,
	};
}

/* Whose figures a page is about, as the name of their line. */
static struct chart_words
own_name(const struct chart_maker *k, const struct indicator_view *m)
{
	if (m->group.id.len > 0)
		return chart_maker_words(k, &m->group);
	return chart_maker_words(k, &m->area);
}

static struct str
trend_text(const struct chart_maker *k, const struct trend *t)
{
	return k->danish ? t->da : t->en;
}

/* Sets of cities come first, then the cities that are in one. */
static void
add_compared(const struct chart_maker *k, const struct indicator_view *m, struct chart *c,
             struct chart_series *s)
{
	size_t n = 0;

	for (int turn = 0; turn < 3; turn++) {
		for (size_t i = 0; i < m->parts; i++) {
			const struct series_view *v = &m->part[i];
			int                       its = v->is_set ? 0 : v->in_set ? 1 : 2;

			if (v->part != PART_COMPARATOR || its != turn)
				continue;
			if (n++ < BESIDE_MAX)
				s[c->len++] = chart_maker_series(k, v->series,
				    chart_maker_words(k, &v->area), CHART_COMPARATOR);
		}
	}
	c->apart = n > BESIDE_MAX ? n - BESIDE_MAX : 0;
}

/* What was expected last of each period: beside the figures, and none of them. */
static struct chart_series
expected(const struct chart_maker *k, const struct prognoses *all)
{
	struct chart_point *at = ARENA_ARRAY(k->a, struct chart_point, all->len + 1);
	struct chart_words  name = { say(k->l, "Prognosis, not measured"), STR_NONE };
	size_t              n = 0;

	for (size_t i = 0; i < all->len; i++)
		if (all->at[i].newest)
			at[n++] = chart_maker_point(k, &all->at[i].said);
	return (struct chart_series){ name, CHART_EXPECTED, at, n };
}

struct chart
indicator_chart(struct arena *a, const struct lang *l, const struct indicator_view *m)
{
	struct chart_maker   k = chart_maker_for(a, l, m->is.unit, m->as_of);
	struct chart         c = chart_for(&k, STR("series"), chart_maker_words(&k, &m->indicator),
	    trend_text(&k, &m->trend));
	struct chart_series *s = ARENA_ARRAY(a, struct chart_series, m->parts + 2);
	struct chart_target *t = ARENA_ARRAY(a, struct chart_target, m->targets + 1);

	s[c.len++] = chart_maker_series(&k, m->own.series, own_name(&k, m), CHART_OWN);
	if (m->prognoses.len > 0)
		s[c.len++] = expected(&k, &m->prognoses);
	add_compared(&k, m, &c, s);
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
	struct chart_maker k = chart_maker_for(a, l, m->is.unit, m->as_of);
	size_t             n = 0;

	*ret = ARENA_ARRAY(a, struct chart, PANELS_MAX);
	for (size_t i = 0; i < m->parts && n < PANELS_MAX; i++) {
		const struct series_view *v = &m->part[i];
		struct chart_words        name;
		struct chart_series      *s;
		struct trend              trend;

		if (v->part != part)
			continue;
		name = chart_maker_words(&k, part == PART_GROUP ? &v->group : &v->area);
		trend = trend_of(a, v->series, &m->is, m->as_of);
		s = ARENA_ARRAY(a, struct chart_series, 2);
		s[0] = chart_maker_series(&k, v->series, name, CHART_OWN);
		s[1] = chart_maker_series(&k, m->own.series, own_name(&k, m), CHART_COMPARATOR);
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
	struct chart_maker   k = chart_maker_for(a, l, r->is.unit, r->as_of);
	struct chart         c = chart_for(&k, arena_printf(a, "spark-" STR_FMT,
	    STR_ARG(r->indicator.id)), chart_maker_words(&k, &r->indicator),
	    trend_text(&k, &r->trend));
	struct chart_series *s = ARENA_ARRAY(a, struct chart_series, 1);

	s[0] = chart_maker_series(&k, r->series, c.head.title, CHART_OWN);
	c.series = s;
	c.len = 1;
	c.has_as_of = false;
	return c;
}
