#include "export/overview.h"
#include "document/csv.h"
#include "model/overview_words.h"

static bool
same_column(const struct overview_column *a, const struct overview_column *b)
{
	return a->year == b->year && a->measure == b->measure;
}

/* Years of any policy, in order, then what is not a year. */
static bool
before(const struct overview_column *a, const struct overview_column *b)
{
	if (a->year == 0 || b->year == 0)
		return a->year != 0 && b->year == 0;
	return a->year < b->year;
}

struct header {
	struct overview_column *at;
	size_t                  len, cap;
};

static struct header
header_of(struct arena *a, const struct overviews *o)
{
	struct header h = { 0 };

	for (size_t i = 0; i < o->len; i++) {
		for (size_t c = 0; c < o->at[i].columns; c++) {
			const struct overview_column *column = &o->at[i].column[c];
			size_t                        at = 0;

			while (at < h.len && !same_column(&h.at[at], column))
				at++;
			if (at < h.len)
				continue;
			ARENA_GROW(a, h.at, h.len, &h.cap);
			for (at = h.len++; at > 0 && before(column, &h.at[at - 1]); at--)
				h.at[at] = h.at[at - 1];
			h.at[at] = *column;
		}
	}
	return h;
}

static void
csv_amounts(struct arena *a, struct buf *b, const struct header *h, const struct overview *o,
            const struct overview_cell *at, enum budget_unit u)
{
	for (size_t i = 0; i < h->len; i++) {
		struct number n;
		struct str    text = STR_NONE;

		for (size_t c = 0; c < o->columns; c++)
			if (same_column(&h->at[i], &o->column[c]) && at[c].has &&
			    budget_exact(at[c].kroner, u, &n))
				text = number_plain(a, n);
		csv_write_field(b, text, false);
	}
}

/* policy, kind, number, id, title, counts */
static void
csv_words(struct buf *b, const struct overview *o, const char *kind, struct str number,
          const struct named *n, struct str counts, bool danish)
{
	csv_write_field(b, o->policy.id, false);
	csv_write_field(b, str_from(kind), false);
	csv_write_field(b, number, false);
	csv_write_field(b, n->id, false);
	csv_write_field(b, !danish && n->title_en.len > 0 ? n->title_en : n->title, false);
	csv_write_field(b, counts, false);
}

/* What the paper prints in each column, and the findings where that differs. */
static void
csv_printed(struct arena *a, struct buf *b, const struct header *h, const struct overview *o,
            const struct overview_cell *at, enum budget_unit u)
{
	struct str findings = STR_NONE;

	for (size_t i = 0; i < h->len; i++) {
		const struct overview_printed *p = NULL;
		struct number                  n;

		for (size_t c = 0; c < o->columns; c++)
			if (same_column(&h->at[i], &o->column[c]))
				p = overview_printed_at(o, &at[c]);
		csv_write_field(b, p != NULL && budget_exact(p->kroner, u, &n) ? number_plain(a, n) : STR_NONE,
		    false);
		if (p != NULL && p->differs)
			findings = arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(findings),
			    findings.len > 0 ? "; " : "", STR_ARG(overview_finding(a, p)));
	}
	csv_write_field(b, findings, true);
}

static struct str
note_words(const struct overview *o, size_t note, bool danish)
{
	if (note == 0)
		return STR_NONE;
	return !danish && o->note[note - 1].en.len > 0 ? o->note[note - 1].en : o->note[note - 1].da;
}

/* Behind the amounts: the footnote, the line it is in, the paper, what is printed. */
static void
csv_rest(struct arena *a, struct buf *b, const struct header *h, const struct overview *o,
         const struct overview_cell *at, struct str note, struct str within, enum budget_unit u)
{
	csv_write_field(b, note, false);
	csv_write_field(b, within, false);
	csv_write_field(b, o->document.id, false);
	csv_printed(a, b, h, o, at, u);
}

static void
csv_group(struct arena *a, struct buf *b, const struct header *h, const struct overview *o,
          const struct overview_group *g, enum budget_unit u, bool danish)
{
	csv_words(b, o, "group", STR_NONE, &g->title, STR_NONE, danish);
	csv_amounts(a, b, h, o, g->at, u);
	csv_rest(a, b, h, o, g->at, note_words(o, g->note, danish), STR_NONE, u);
	for (size_t i = 0; i < g->lines; i++) {
		const struct overview_line *l = &o->line[g->first + i];

		csv_words(b, o, "line", l->number, &l->line, overview_counts_code(l->counts), danish);
		csv_amounts(a, b, h, o, l->at, u);
		csv_rest(a, b, h, o, l->at, note_words(o, l->note, danish), l->elsewhere.id, u);
	}
}

static struct str
column_code(struct arena *a, const struct overview_column *c)
{
	if (c->year == BUDGET_UNSPLIT)
		return STR("unsplit");
	if (c->year != 0)
		return overview_column_title(a, c, false);
	return c->measure == BUDGET_MEASURE_COUNT ? STR("total") : budget_measure_code(c->measure);
}

void
export_overviews_csv(struct buf *b, const struct overviews *o, enum budget_unit u, bool danish)
{
	static const char *const words[] = { "policy", "kind", "number", "id", "title", "counts" };
	struct named             total = { STR_NONE, STR("I alt"), STR("Total") };
	struct arena             a = { 0 };
	struct header            h = header_of(&a, o);

	for (size_t i = 0; i < COUNT_OF(words); i++)
		csv_write_field(b, str_from(words[i]), false);
	for (size_t i = 0; i < h.len; i++)
		csv_write_field(b, column_code(&a, &h.at[i]), false);
	csv_write_field(b, STR("footnote"), false);
	csv_write_field(b, STR("part_of"), false);
	csv_write_field(b, STR("document"), false);
	for (size_t i = 0; i < h.len; i++)
		csv_write_field(b, arena_printf(&a, "printed_" STR_FMT, STR_ARG(column_code(&a, &h.at[i]))), false);
	csv_write_field(b, STR("finding"), true);
	for (size_t i = 0; i < o->len; i++) {
		for (size_t g = 0; g < o->at[i].groups; g++)
			csv_group(&a, b, &h, &o->at[i], &o->at[i].group[g], u, danish);
		csv_words(b, &o->at[i], "total", STR_NONE, &total, STR_NONE, danish);
		csv_amounts(&a, b, &h, &o->at[i], o->at[i].total, u);
		csv_rest(&a, b, &h, &o->at[i], o->at[i].total, note_words(&o->at[i], o->at[i].total_note, danish),
		    STR_NONE, u);
	}
	arena_free(&a);
}
