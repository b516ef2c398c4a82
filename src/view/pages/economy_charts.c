/* Bars of a policy's budget: a year each, a committee each, made of who pays. */
#include "model/overview_words.h"
#include "view/chart_bar.h"
#include "view/pages/economy.h"

#define SCRATCH_MAX 256

struct drawing {
	struct page               *p;
	const struct economy_part *m;
	enum financing             pays[FINANCING_COUNT];       /* those that have anything */
	struct chart_words         part[FINANCING_COUNT];
	size_t                     parts;
};

static struct drawing
drawing_of(struct page *p, const struct economy_part *m)
{
	struct drawing d = { .p = p, .m = m };

	for (size_t f = 0; f < FINANCING_COUNT; f++) {
		if (!m->pays[f])
			continue;
		d.pays[d.parts] = (enum financing)f;
		d.part[d.parts++].text = financing_title((enum financing)f, lang_danish(&p->lang));
	}
	return d;
}

static struct str
amount_text(struct page *p, const struct overview_cell *c)
{
	struct buf b;
	struct str s;

	buf_init(&b, SCRATCH_MAX);
	overview_amount(&b, c, BUDGET_UNIT_MIO, lang_danish(&p->lang));
	s = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* Drawn as exact as it is, shown rounded once. */
static struct chart_part
part_of(struct page *p, const struct overview_cell *c)
{
	struct chart_part t = { .state = CHART_VALUE, .value = NUMBER_ZERO, .text = amount_text(p, c) };

	if (c->unknown && !c->has)
		t.state = CHART_MISSING;
	else if (c->has && !budget_exact(c->kroner, BUDGET_UNIT_MIO, &t.value))
		t.state = CHART_MISSING;
	return t;
}

static struct chart_words
label_of(struct page *p, const struct economy_bar *bar)
{
	struct overview_column c = { bar->year, BUDGET_PLAN };
	bool                   danish = lang_danish(&p->lang), wanted = danish;
	struct chart_words     w;

	if (bar->year != 0)
		return (struct chart_words){ .text = overview_column_title(p->a, &c, danish) };
	if (bar->unit.id.len == 0)
		return (struct chart_words){ .text = say(&p->lang, "Without a committee") };
	w.text = named_title(&bar->unit, &danish);
	w.lang = danish == wanted ? STR_NONE : danish ? STR("da") : STR("en");
	return w;
}

static struct chart_bar
bar_of(struct drawing *d, const struct economy_bar *bar)
{
	struct chart_part *part = ARENA_ARRAY(d->p->a, struct chart_part, d->parts + 1);

	for (size_t i = 0; i < d->parts; i++)
		part[i] = part_of(d->p, &bar->part[d->pays[i]]);
	return (struct chart_bar){
		.label = label_of(d->p, bar), .part = part, .total = amount_text(d->p, &bar->all),
	};
}

static void
draw(struct drawing *d, const struct economy_bar *at, size_t n, const char *id,
     const char *title, const char *rows)
{
	struct page           *p = d->p;
	struct chart_bar      *bar = ARENA_ARRAY(p->a, struct chart_bar, n + 1);
	struct chart_bar_group group = { .at = bar, .len = n };
	struct str             name = economy_title(p, d->m->overview);
	struct chart_bars      c = {
		.head = {
			.id = str_from(id), .title = { .text = say(&p->lang, title) },
			.description = text_fill(p->a, say(&p->lang, "The budget of {1}, by who pays."),
			    &name, 1),
			.unit = budget_unit_title(BUDGET_UNIT_MIO, lang_danish(&p->lang)),
		},
		.group = &group, .len = 1, .part = d->part, .parts = d->parts,
		.rows = say(&p->lang, rows),
	};

	for (size_t i = 0; i < n; i++)
		bar[i] = bar_of(d, &at[i]);
	if (n > 0 && d->parts > 0)
		chart_bars_figure(p, &c);
}

void
economy_charts(struct page *p, const struct economy_part *m, size_t number)
{
	struct drawing d = drawing_of(p, m);

	draw(&d, m->year, m->years, arena_printf(p->a, "years-%zu", number).at,
	    m->has_refunds ? N_("Budget per year, gross") : N_("Budget per year"), N_("Year"));
	draw(&d, m->committee, m->committees, arena_printf(p->a, "committees-%zu", number).at,
	    m->has_refunds ? N_("Budget per committee, all years, gross")
	                   : N_("Budget per committee, all years"), N_("Committee"));
}
