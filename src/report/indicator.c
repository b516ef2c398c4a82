/* An indicator: what it did in a sentence, its chart, its figures, what is promised. */
#include "report/parts.h"
#include "view/indicator_chart.h"

#define SVG_MAX ((size_t)1 << 20)

static const struct barometer_row **
own_targets(struct draft *d, const struct indicator_view *m, size_t *n)
{
	const struct barometer_row **at = ARENA_ARRAY(d->a, const struct barometer_row *,
	    m->targets + 1);

	*n = 0;
	for (size_t i = 0; i < m->targets; i++)
		if (str_eq(m->target[i]->policy.id, d->m->policy.id))
			at[(*n)++] = m->target[i];
	return at;
}

/* Figures of its own that are shown. */
static size_t
measured(const struct indicator_view *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->own.series.len; i++)
		n += m->own.series.at[i].missing == MISSING_NONE && !m->own.series.at[i].withheld;
	return n;
}

/* What is counted over times that are not equally long, 112 in a year and 23 in a quarter,
 * is no line that falls. */
static bool
is_uneven(const struct indicator_view *m)
{
	const struct series *s = &m->own.series;
	bool                 counts = false, uneven = false;

	for (size_t i = 0; i < m->targets; i++)
		counts |= m->target[i]->target->kind == TARGET_COUNT;
	for (size_t i = 1; i < s->len; i++)
		uneven |= s->at[i].period.precision != s->at[0].period.precision;
	return counts && uneven;
}

bool
report_has_course(const struct indicator_view *m)
{
	return measured(m) > 1;
}

/* The same drawing as on its page; of a single figure it would say nothing. Ids in it are its
 * own among all charts of the report. */
bool
report_chart(struct draft *d, struct str name, const struct indicator_view *m)
{
	struct chart     c = indicator_chart(d->a, d->l, m);
	struct buf       b;
	struct chart_out o = { &b, d->a, d->l, CHART_INLINE, CHART_WIDE };
	struct tree_part *f;
	bool              ok;

	c.head.id = arena_printf(d->a, "c-" STR_FMT, STR_ARG(name));
	if (!report_has_course(m) || is_uneven(m))
		return false;
	buf_init(&b, SVG_MAX);
	chart_line(&o, &c);
	ok = buf_ok(&b);
	if (ok) {
		f = tree_figure(d->t, arena_printf(d->a, "f-" STR_FMT, STR_ARG(name)),
		    c.head.title.text, str_dup(d->a, buf_str(&b)),
		    c.head.description.len > 0 ? c.head.description : c.head.title.text);
		f->lang = c.head.title.lang;
		draft_words(d, &f->source, c.head.source);
	}
	buf_free(&b);
	return ok;
}

static void
put_period(struct draft *d, struct runs *r, const struct observation *o)
{
	draft_words(d, r, period_text(d->a, o->period, d->danish));
	if (o->assumed)
		runs_add(d->a, r, RUN_NOTE, say(d->l, "The source prints no date: this one is assumed."));
	if (o->preliminary)
		runs_add(d->a, r, RUN_NOTE, say(d->l, "The figure is preliminary."));
	if (o->breaks)
		runs_add(d->a, r, RUN_NOTE, say(d->l, "The figure cannot be compared with those before it."));
}

static void
put_figures(struct draft *d, const char *place, const struct indicator_view *m)
{
	static const struct draft_column columns[] = {
		{ N_("Period"), ALIGN_START, 2 }, { N_("Figure"), ALIGN_END, 1 },
		{ N_("Source"), ALIGN_START, 2 },
	};
	struct str        title = draft_title(d, &m->indicator);
	struct tree_part *t = draft_table(d, arena_printf(d->a, "t-%s-" STR_FMT, place,
	    STR_ARG(m->indicator.id)), draft_filled(d, N_("{1}: the figures"), &title, 1), columns, 3);

	for (size_t i = 0; i < m->own.series.len; i++) {
		const struct observation *o = &m->own.series.at[i];
		struct tree_row          *row = tree_row(d->t, t);

		put_period(d, draft_head(d, row), o);
		draft_cell_observation(d, row, o, m->is.unit);
		draft_source(d, draft_cell(d, row), &o->source);
	}
}

static void
put_verdicts(struct draft *d, const struct barometer_row *const *at, size_t n)
{
	struct tree_part *list;

	if (n == 0)
		return;
	list = tree_list(d->t, false);
	for (size_t i = 0; i < n; i++) {
		struct runs *r = tree_item(d->t, list);

		draft_named(d, r, &at[i]->promise);
		draft_words(d, r, STR(": "));
		draft_verdict(d, r, &at[i]->judgement);
		draft_words(d, r, STR(". "));
		draft_words(d, r, d->danish ? at[i]->judgement.da : at[i]->judgement.en);
	}
}

void
report_indicator(struct draft *d, uint8_t level, const char *place,
                 const struct indicator_view *m)
{
	size_t                       n;
	const struct barometer_row **target = own_targets(d, m, &n);
	struct runs                 *r;

	tree_heading(d->t, level, arena_printf(d->a, "%s-" STR_FMT, place,
	    STR_ARG(m->indicator.id)), STR_NONE);
	draft_named(d, &d->t->at[d->t->len - 1].words, &m->indicator);
	r = draft_paragraph(d);
	draft_words(d, r, d->danish ? m->trend.da : m->trend.en);
	draft_words(d, r, STR("."));
	put_verdicts(d, target, n);
	if (measured(m) > 0) {
		(void)report_chart(d, arena_printf(d->a, "%s-" STR_FMT, place, STR_ARG(m->indicator.id)), m);
		put_figures(d, place, m);
	}
}

/* Which of all promises is the first about it; all of them: none is. */
static size_t
rank_of(const struct draft *d, const struct indicator_view *m)
{
	const struct barometer_view *all = &d->m->barometer;

	for (size_t i = 0; i < all->len; i++)
		if (str_eq(all->at[i].row->indicator.id, m->indicator.id))
			return i;
	return all->len;
}

void
report_courses(struct draft *d, uint8_t level, const struct report_committee *c)
{
	for (size_t rank = 0; rank <= d->m->barometer.len; rank++)
		for (size_t i = 0; i < c->indicators; i++)
			if (report_has_course(&c->indicator[i]) && rank_of(d, &c->indicator[i]) == rank)
				report_indicator(d, level, "indicator", &c->indicator[i]);
}

/* ---- many of them in one table ---- */

/* NULL: there is no figure. */
static void
put_observation(struct draft *d, struct tree_row *row, const struct observation *o,
                const struct indicator_view *m)
{
	if (o != NULL)
		draft_cell_observation(d, row, o, m->is.unit);
	else
		draft_cell_words(d, row, STR("–"));
}

static void
put_promise(struct draft *d, struct tree_row *row, const struct barometer_row *r)
{
	struct str text;

	DRAFT_WRITTEN(d, text, barometer_required(&b_, r, d->danish));
	if (r->judgement.has_required)
		draft_cell_number(d, row, r->judgement.required, text);
	else
		draft_cell_words(d, row, text);
	draft_named(d, draft_cell(d, row), &r->promise);
	draft_verdict(d, draft_cell(d, row), &r->judgement);
}

/* `r`: NULL where nothing is promised about it. */
static void
put_row(struct draft *d, struct tree_part *t, const struct indicator_view *m,
        const struct barometer_row *r)
{
	struct tree_row        *row = tree_row(d->t, t);
	const struct judgement *j = r != NULL ? &r->judgement : NULL;

	draft_cell_count(d, row, t->rows);
	draft_thing(d, draft_head(d, row), "indicator", &m->indicator);
	put_observation(d, row, j != NULL && j->has_baseline ? &j->baseline : NULL, m);
	put_observation(d, row, j != NULL && j->has_latest ? &j->latest : m->trend.latest, m);
	if (r != NULL) {
		put_promise(d, row, r);
		return;
	}
	draft_cell_words(d, row, STR("–"));
	draft_say(d, draft_cell(d, row), N_("Nothing is promised."));
	draft_cell_words(d, row, STR_NONE);
}

static const struct indicator_view *
of_committee(const struct report_committee *c, struct str indicator)
{
	for (size_t i = 0; i < c->indicators; i++)
		if (str_eq(c->indicator[i].indicator.id, indicator))
			return &c->indicator[i];
	return NULL;
}

static struct str
name_of(struct draft *d, const struct report_committee *c)
{
	return c->unit.id.len > 0 ? draft_title(d, &c->unit) : say(d->l, "Of no committee");
}

/* A row each promise, in the order of the barometer; behind them what nothing is promised
 * about. */
void
report_indicator_rows(struct draft *d, const struct report_committee *c)
{
	static const struct draft_column columns[] = {
		{ N_("No."), ALIGN_END, 1 },       { N_("Indicator"), ALIGN_START, 5 },
		{ N_("Baseline"), ALIGN_END, 2 },  { N_("Latest"), ALIGN_END, 2 },
		{ N_("Target"), ALIGN_END, 2 },    { N_("What is promised"), ALIGN_START, 5 },
		{ N_("Verdict"), ALIGN_START, 3 },
	};
	const struct barometer_view *all = &d->m->barometer;
	struct str                   name = name_of(d, c);
	struct tree_part            *t;

	if (c->indicators == 0) {
		draft_sentence(d, N_("No indicators."));
		return;
	}
	t = draft_table(d, draft_anchor(d, "t-indicators", c->unit.id),
	    draft_filled(d, N_("{1}: indicators"), &name, 1), columns, COUNT_OF(columns));
	for (size_t i = 0; i < all->len; i++) {
		const struct indicator_view *m = of_committee(c, all->at[i].row->indicator.id);

		if (m != NULL)
			put_row(d, t, m, all->at[i].row);
	}
	for (size_t i = 0; i < c->indicators; i++) {
		size_t n;

		(void)own_targets(d, &c->indicator[i], &n);
		if (n == 0)
			put_row(d, t, &c->indicator[i], NULL);
	}
}

/* ---- those with a single figure ---- */

static void
put_single(struct draft *d, struct tree_part *t, const struct indicator_view *m)
{
	struct tree_row             *row = tree_row(d->t, t);
	const struct observation    *o = &m->own.series.at[m->own.series.len - 1];
	size_t                       n;
	const struct barometer_row **target = own_targets(d, m, &n);
	struct runs                 *r;

	draft_thing(d, draft_head(d, row), "indicator", &m->indicator);
	put_period(d, draft_cell(d, row), o);
	draft_cell_observation(d, row, o, m->is.unit);
	r = draft_cell(d, row);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			draft_break(d, r);
		draft_words(d, r, d->danish ? target[i]->judgement.da : target[i]->judgement.en);
	}
	if (n == 0)
		draft_say(d, r, N_("Nothing is promised."));
	draft_source(d, draft_cell(d, row), &o->source);
}

void
report_singles(struct draft *d, const struct report_committee *c)
{
	static const struct draft_column columns[] = {
		{ N_("Indicator"), ALIGN_START, 5 },     { N_("Period"), ALIGN_START, 3 },
		{ N_("Figure"), ALIGN_END, 2 },          { N_("What it says"), ALIGN_START, 6 },
		{ N_("Source"), ALIGN_START, 3 },
	};
	struct str        name = name_of(d, c);
	struct tree_part *t = NULL;

	for (size_t i = 0; i < c->indicators; i++) {
		if (c->indicator[i].own.series.len == 0 || report_has_course(&c->indicator[i]))
			continue;
		if (t == NULL)
			t = draft_table(d, draft_anchor(d, "t-single", c->unit.id), draft_filled(d,
			    N_("{1}: indicators with a single figure"), &name, 1), columns,
			    COUNT_OF(columns));
		put_single(d, t, &c->indicator[i]);
	}
}
