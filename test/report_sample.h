/* report_sample.h - a report as builders make it, for tests and benches: every kind of
 * part and run, Danish letters, an Arabic line, as many chapters as wanted. */
#ifndef TEST_REPORT_SAMPLE_H
#define TEST_REPORT_SAMPLE_H

#include <stdlib.h>
#include "report/tree.h"
#include "view/chart.h"
#include "view/lang.h"

static inline struct str
sample_chart(struct arena *a, const struct lang *l, struct str id)
{
	static const char *const labels[] = { "2006", "2007", "2008", "2009" };
	static const int values[] = { 524, 531, 557, 590 };
	struct chart_point  *at = ARENA_ARRAY(a, struct chart_point, 4);
	struct chart_series *s = ARENA_NEW(a, struct chart_series);
	struct chart         c = { .head = { .id = id, .title = { STR("Andel i beskæftigelse"), STR_NONE },
	                                     .description = STR("Andelen er steget"), .unit = STR("pct.") } };
	struct chart_out     o = { .a = a, .lang = l, .form = CHART_INLINE, .width = CHART_WIDE };
	struct buf           b;
	struct str           svg;

	for (int i = 0; i < 4; i++)
		at[i] = (struct chart_point){ .day = day_of(2007 + i, 1, 1), .label = str_from(labels[i]),
			.state = CHART_VALUE, .value = { .units = values[i], .scale = 1 } };
	*s = (struct chart_series){ { STR("København"), STR_NONE }, CHART_OWN, at, 4 };
	c.series = s;
	c.len = 1;
	buf_init(&b, 1 << 20);
	o.b = &b;
	chart_line(&o, &c);
	svg = str_dup(a, buf_str(&b));
	buf_free(&b);
	return svg;
}

static inline void
sample_words(struct tree *t, struct tree_row *row, const char *words, bool head)
{
	struct tree_cell *c = tree_cell(t, row);

	runs_add(t->a, &c->words, RUN_TEXT, str_from(words));
	c->head = head;
}

static inline void
sample_number(struct tree *t, struct tree_row *row, int64_t tenths, enum cell_kind kind, uint32_t first)
{
	struct tree_cell *c = tree_cell(t, row);

	c->kind = kind;
	c->first = first;
	c->number = (struct number){ .units = tenths, .scale = 1 };
	runs_add(t->a, &c->words, RUN_TEXT, arena_printf(t->a, "%lld,%lld", (long long)tenths / 10,
	    (long long)tenths % 10));
}

/* Figures with a group, a sum that leaves the group out, and a day. */
static inline struct tree_part *
sample_budget(struct tree *t, struct str anchor, unsigned rows)
{
	static const struct tree_column column[] = {
		{ STR_INIT("Budgetpost"), ALIGN_START, 8 }, { STR_INIT("2008"), ALIGN_END, 3 },
		{ STR_INIT("2009"), ALIGN_END, 3 }, { STR_INIT("Frist"), ALIGN_START, 3 },
	};
	struct tree_part *p = tree_table(t, anchor, STR("Økonomisk oversigt (mio. kr.)"), column, COUNT_OF(column));
	struct tree_row  *row;
	struct tree_cell *c;
	int64_t           sum[2] = { 0, 0 };

	row = tree_row(t, p);
	row->group = true;
	sample_words(t, row, "Beskæftigelses- og Integrationsudvalget", true);
	for (unsigned i = 0; i < rows; i++) {
		row = tree_row(t, p);
		sample_words(t, row, arena_printf(t->a, "%u. Jobcafé på Nørrebro og Østerbro", i + 1).at, true);
		sample_number(t, row, 10 + i, CELL_NUMBER, 0);
		sample_number(t, row, 25 + 3 * (int64_t)i, CELL_NUMBER, 0);
		sum[0] += 10 + i;
		sum[1] += 25 + 3 * (int64_t)i;
		c = tree_cell(t, row);
		c->kind = CELL_DAY;
		c->day = day_of(2009, 12, 31);
		runs_add(t->a, &c->words, RUN_TEXT, STR("31.12.2009"));
	}
	row = tree_row(t, p);
	row->group = true;
	sample_words(t, row, "I alt", true);
	sample_number(t, row, sum[0], CELL_SUM, 1);
	sample_number(t, row, sum[1], CELL_SUM, 1);
	sample_words(t, row, "", false);
	runs_add(t->a, &p->source, RUN_TEXT, STR("Kilde: budget 2009."));
	return p;
}

static inline void
sample_chapter(struct tree *t, const struct lang *l, unsigned n, unsigned rows)
{
	static const struct tree_column words[] = {
		{ STR_INIT("Indsats"), ALIGN_START, 3 }, { STR_INIT("Status"), ALIGN_START, 2 },
		{ STR_INIT("Beskæftigelsesfrekvensindikator"), ALIGN_START, 1 },
	};
	struct str        money = arena_printf(t->a, "penge-%u", n), figure = arena_printf(t->a, "graf-%u", n);
	struct tree_part *p;
	struct tree_row  *row;

	tree_heading(t, 1, arena_printf(t->a, "udvalg-%u", n), STR("Beskæftigelse og uddannelse"));
	p = tree_paragraph(t);
	runs_add(t->a, &p->words, RUN_TEXT, STR("Andelen af borgere i beskæftigelse er steget fra 52,4 til 59,0 pct. ("));
	runs_see(t->a, &p->words, figure);
	runs_add(t->a, &p->words, RUN_TEXT, STR("), og udgifterne fremgår af "));
	runs_see(t->a, &p->words, money);
	runs_add(t->a, &p->words, RUN_TEXT, STR("."));
	runs_add(t->a, &p->words, RUN_NOTE, STR("Målt ved årets udgang på Ærøgade."));
	runs_add(t->a, &p->words, RUN_TEXT, STR(" Måltallet er "));
	runs_add(t->a, &p->words, RUN_STRONG, STR("64,4 pct."));
	runs_add(t->a, &p->words, RUN_TEXT, STR(" ved udgangen af 2010; se "));
	runs_link(t->a, &p->words, STR("tallene"), STR("/da/indikator/i-1"));
	runs_add(t->a, &p->words, RUN_TEXT, STR("."));
	tree_heading(t, 2, arena_printf(t->a, "tal-%u", n), STR("Indikatorer på målet"));
	p = tree_figure(t, figure, STR("Borgere i beskæftigelse"), sample_chart(t->a, l, figure),
	    STR("Andelen i beskæftigelse steg fra 52,4 pct. i 2006 til 59,0 pct. i 2009."));
	runs_add(t->a, &p->source, RUN_TEXT, STR("Kilde: Danmarks Statistik."));
	tree_heading(t, 2, arena_printf(t->a, "oeko-%u", n), STR("Økonomi"));
	sample_budget(t, money, rows);
	tree_heading(t, 3, arena_printf(t->a, "ind-%u", n), STR("Indsatser"));
	p = tree_table(t, arena_printf(t->a, "indsats-%u", n), STR("Indsatser og status"), words, COUNT_OF(words));
	row = tree_row(t, p);
	sample_words(t, row, "Lektiehjælp & rådgivning <for alle>", true);
	sample_words(t, row, "På vej | følger planen", false);
	sample_words(t, row, "Befolkningsfremskrivning", false);
	p = tree_list(t, false);
	runs_add(t->a, tree_item(t, p), RUN_TEXT, STR("Åbne tilbud til unge på Ydre Østerbro"));
	runs_add(t->a, tree_item(t, p), RUN_TEXT, STR("Samarbejde med 3 foreninger"));
}

static inline struct tree
sample_tree(struct arena *a, unsigned chapters, unsigned rows)
{
	struct tree       t = tree_new(a, STR("Statusredegørelse 2009"), STR("da"));
	struct tree_part *p;
	struct lang       l;

	if (!lang_find(t.lang, &l))
		abort();
	t.subtitle = STR("Integrationspolitikken 2007-2010");
	t.authority = STR("Københavns Kommune");
	t.kind = STR("status");
	t.as_of = day_of(2009, 6, 1);
	t.made = day_of(2009, 8, 17);
	tree_heading(&t, 1, STR("resume"), STR("Resumé"));
	p = tree_paragraph(&t);
	runs_add(a, &p->words, RUN_TEXT, STR("Kommunen følger op på 12 mål. To sprog: "));
	runs_add(a, &p->words, RUN_TEXT, STR("مرحبا بكم"))->lang = STR("ar");
	runs_add(a, &p->words, RUN_EMPHASIS, STR(" og dansk."));
	for (unsigned i = 1; i <= chapters; i++) {
		if (i > 1)
			tree_page(&t);
		sample_chapter(&t, &l, i, rows);
	}
	tree_number(&t);
	return t;
}

#endif
