#include "export/overview.h"
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

struct making {
	struct arena           *a;
	struct grid             grid;
	struct header           header;
	const struct overview  *o;              /* whose rows are written */
	enum budget_unit        unit;
	bool                    danish;
};

static void
put_amounts(struct making *m, const struct overview_cell *at)
{
	for (size_t i = 0; i < m->header.len; i++) {
		struct number n = NUMBER(0, 0);
		bool          has = false;

		for (size_t c = 0; c < m->o->columns; c++)
			if (same_column(&m->header.at[i], &m->o->column[c]) && at[c].has &&
			    budget_exact(at[c].kroner, m->unit, &n))
				has = true;
		grid_number(&m->grid, has, n);
	}
}

/* policy, kind, number, id, title, counts */
static void
put_words(struct making *m, const char *kind, struct str number, const struct named *n,
          struct str counts)
{
	struct grid *g = &m->grid;

	grid_text(g, m->o->policy.id);
	grid_text(g, str_from(kind));
	grid_text(g, number);
	grid_text(g, n->id);
	grid_text(g, !m->danish && n->title_en.len > 0 ? n->title_en : n->title);
	grid_text(g, counts);
}

/* What the paper prints in each column, and the findings where that differs. */
static void
put_printed(struct making *m, const struct overview_cell *at)
{
	struct str findings = STR_NONE;

	for (size_t i = 0; i < m->header.len; i++) {
		const struct overview_printed *p = NULL;
		struct number                  n = NUMBER(0, 0);

		for (size_t c = 0; c < m->o->columns; c++)
			if (same_column(&m->header.at[i], &m->o->column[c]))
				p = overview_printed_at(m->o, &at[c]);
		grid_number(&m->grid, p != NULL && budget_exact(p->kroner, m->unit, &n), n);
		if (p != NULL && p->differs)
			findings = arena_printf(m->a, STR_FMT "%s" STR_FMT, STR_ARG(findings),
			    findings.len > 0 ? "; " : "", STR_ARG(overview_finding(m->a, p)));
	}
	grid_text(&m->grid, findings);
}

static struct str
note_words(const struct making *m, size_t note)
{
	const struct overview *o = m->o;

	if (note == 0)
		return STR_NONE;
	return !m->danish && o->note[note - 1].en.len > 0 ? o->note[note - 1].en : o->note[note - 1].da;
}

/* The amounts, and behind them: the footnote, the line it is in, the paper, what is
 * printed. */
static void
put_rest(struct making *m, const struct overview_cell *at, size_t note, struct str within)
{
	put_amounts(m, at);
	grid_text(&m->grid, note_words(m, note));
	grid_text(&m->grid, within);
	grid_text(&m->grid, m->o->document.id);
	put_printed(m, at);
}

static void
put_group(struct making *m, const struct overview_group *g)
{
	put_words(m, "group", STR_NONE, &g->title, STR_NONE);
	put_rest(m, g->at, g->note, STR_NONE);
	for (size_t i = 0; i < g->lines; i++) {
		const struct overview_line *l = &m->o->line[g->first + i];

		put_words(m, "line", l->number, &l->line, overview_counts_code(l->counts));
		put_rest(m, l->at, l->note, l->elsewhere.id);
	}
}

static void
put_overview(struct making *m)
{
	static const struct named total = { STR_INIT(""), STR_INIT("I alt"), STR_INIT("Total") };

	for (size_t g = 0; g < m->o->groups; g++)
		put_group(m, &m->o->group[g]);
	put_words(m, "total", STR_NONE, &total, STR_NONE);
	put_rest(m, m->o->total, m->o->total_note, STR_NONE);
}

/* ---- the columns ---- */

struct heading {
	struct str code, da, en;
};

static const struct heading before_amounts[] = {
	{ STR_INIT("policy"), STR_INIT("Politik"), STR_INIT("Policy") },
	{ STR_INIT("kind"), STR_INIT("Slags"), STR_INIT("Kind") },
	{ STR_INIT("number"), STR_INIT("Nummer"), STR_INIT("Number") },
	{ STR_INIT("id"), STR_INIT("Nøgle"), STR_INIT("Key") },
	{ STR_INIT("title"), STR_INIT("Navn"), STR_INIT("Name") },
	{ STR_INIT("counts"), STR_INIT("Tælles med"), STR_INIT("Counted") },
};

static const struct heading behind_amounts[] = {
	{ STR_INIT("footnote"), STR_INIT("Fodnote"), STR_INIT("Footnote") },
	{ STR_INIT("part_of"), STR_INIT("Del af"), STR_INIT("Part of") },
	{ STR_INIT("document"), STR_INIT("Dokument"), STR_INIT("Document") },
};

static const struct heading finding = {
	STR_INIT("finding"), STR_INIT("Anmærkning"), STR_INIT("Finding"),
};

static struct str
column_code(struct arena *a, const struct overview_column *c)
{
	if (c->year == BUDGET_UNSPLIT)
		return STR("unsplit");
	if (c->year != 0)
		return overview_column_title(a, c, false);
	return c->measure == BUDGET_MEASURE_COUNT ? STR("total") : budget_measure_code(c->measure);
}

static struct grid_column *
put_headings(const struct making *m, struct grid_column *at, const struct heading *h, size_t n)
{
	for (size_t i = 0; i < n; i++)
		*at++ = (struct grid_column){ h[i].code, m->danish ? h[i].da : h[i].en, 16 };
	return at;
}

static struct grid_column *
put_years(const struct making *m, struct grid_column *at, bool printed)
{
	for (size_t i = 0; i < m->header.len; i++) {
		struct str code = column_code(m->a, &m->header.at[i]);
		struct str title = overview_column_title(m->a, &m->header.at[i], m->danish);

		if (printed) {
			code = arena_printf(m->a, "printed_" STR_FMT, STR_ARG(code));
			title = arena_printf(m->a, "%s: " STR_FMT, m->danish ? "Trykt" : "Printed",
			    STR_ARG(title));
		}
		*at++ = (struct grid_column){ code, title, 16 };
	}
	return at;
}

struct grid
export_overviews_grid(struct arena *a, const struct overviews *o, enum budget_unit u, bool danish)
{
	struct making m = { .a = a, .header = header_of(a, o), .unit = u, .danish = danish };
	size_t        n = COUNT_OF(before_amounts) + COUNT_OF(behind_amounts) + 1 + 2 * m.header.len;
	struct grid_column *column = ARENA_ARRAY(a, struct grid_column, n), *at;

	at = put_headings(&m, column, before_amounts, COUNT_OF(before_amounts));
	at = put_years(&m, at, false);
	at = put_headings(&m, at, behind_amounts, COUNT_OF(behind_amounts));
	at = put_years(&m, at, true);
	(void)put_headings(&m, at, &finding, 1);
	m.grid = grid_new(a, danish ? STR("Økonomi") : STR("Economy"), column, n);
	for (size_t i = 0; i < o->len; i++) {
		m.o = &o->at[i];
		put_overview(&m);
	}
	return m.grid;
}
