/* What was pasted from a spreadsheet, cut into measurements: a row each, or a cell each. */
#include "app/measure.h"
#include "base/utf8.h"
#include "document/csv.h"

enum grid_column { GRID_PERIOD, GRID_VALUE, GRID_AREA, GRID_GROUP, GRID_PRELIMINARY, GRID_NONE };

enum { GRID_CELLS = 100, GRID_LONG = 12 };      /* in a row; of a long table */

struct cells {
	struct str at[GRID_CELLS];
	size_t     len, line;
	bool       many;                /* there were more */
};

struct grid {
	struct measure  *m;
	struct csv       csv;
	bool             wide;
	enum grid_column column[GRID_CELLS];
	struct cells     head;          /* WIDE: the periods stand there */
};

static const struct {
	struct str       word;
	enum grid_column column;
} heads[] = {
	{ STR_INIT("periode"), GRID_PERIOD }, { STR_INIT("period"), GRID_PERIOD },
	{ STR_INIT("år"), GRID_PERIOD }, { STR_INIT("year"), GRID_PERIOD },
	{ STR_INIT("tid"), GRID_PERIOD }, { STR_INIT("værdi"), GRID_VALUE },
	{ STR_INIT("value"), GRID_VALUE }, { STR_INIT("tal"), GRID_VALUE },
	{ STR_INIT("figure"), GRID_VALUE }, { STR_INIT("område"), GRID_AREA },
	{ STR_INIT("bydel"), GRID_AREA }, { STR_INIT("by"), GRID_AREA },
	{ STR_INIT("kommune"), GRID_AREA }, { STR_INIT("area"), GRID_AREA },
	{ STR_INIT("gruppe"), GRID_GROUP }, { STR_INIT("group"), GRID_GROUP },
	{ STR_INIT("foreløbig"), GRID_PRELIMINARY }, { STR_INIT("foreløbigt"), GRID_PRELIMINARY },
	{ STR_INIT("preliminary"), GRID_PRELIMINARY },
};

/* ---- rows of cells ---- */

static struct str
text_of(struct arena *a, struct str cell, bool quoted)
{
	struct buf b;

	if (quoted) {
		buf_init(&b, 1 << 20);
		csv_unquote(&b, cell);
		cell = str_dup(a, buf_str(&b));
		buf_free(&b);
	}
	cell = str_trim(cell);
	if (cell.len > 1 && cell.at[0] == '"' && cell.at[cell.len - 1] == '"')
		cell = str_trim(str_slice(cell, 1, cell.len - 1));
	return cell;
}

/* The next row that is not empty. False: there is none, or a quotation mark stays open. */
static bool
next_cells(struct grid *g, struct cells *c, struct faults *f)
{
	enum csv_status how = CSV_FIELD;

	*c = (struct cells){ .line = g->csv.line };
	while (how == CSV_FIELD) {
		struct str cell = STR_NONE;
		bool       quoted = false;

		how = csv_next(&g->csv, &cell, &quoted);
		if (how == CSV_END)
			return false;
		if (how == CSV_BAD_QUOTE)
			return fault_add(f, STR("grid"), N_("A quotation mark in row {1} is not closed."),
			    arena_printf(g->m->a, "%zu", g->csv.line));
		cell = text_of(g->m->a, cell, quoted);
		if (c->len < GRID_CELLS)
			c->at[c->len++] = cell;
		else
			c->many = c->many || cell.len > 0;
	}
	return true;
}

static bool
is_empty(const struct cells *c)
{
	for (size_t i = 0; i < c->len; i++)
		if (c->at[i].len > 0)
			return false;
	return true;
}

/* ---- headings ---- */

static enum grid_column
head_of(struct arena *a, struct str cell)
{
	struct str word = utf8_fold(a, cell);

	for (size_t i = 0; i < COUNT_OF(heads); i++)
		if (str_eq(word, utf8_fold(a, heads[i].word)))
			return heads[i].column;
	return GRID_NONE;
}

static bool
is_period(struct str cell)
{
	struct period p;

	return cell.len > 0 && period_parse(cell, &p) && p.dated;
}

/* Are they the names of the columns of a long table? Then they are in that order. */
static bool
is_long_head(struct grid *g, const struct cells *c)
{
	enum grid_column column[GRID_CELLS];
	bool             has[GRID_NONE + 1] = { false };

	for (size_t i = 0; i < GRID_CELLS; i++) {
		column[i] = i < c->len ? head_of(g->m->a, c->at[i]) : GRID_NONE;
		has[column[i]] = true;
	}
	if (!has[GRID_PERIOD] && !has[GRID_VALUE])
		return false;
	for (size_t i = 0; i < GRID_CELLS; i++)
		g->column[i] = column[i];
	return true;
}

/* "Bydel | 2009 | 2010": names before, and then nothing but periods. */
static bool
is_wide_head(struct grid *g, const struct cells *c)
{
	enum grid_column column[GRID_CELLS];
	size_t           periods = 0;

	if (c->len == 0 || is_period(c->at[0]))
		return false;
	for (size_t i = 0; i < GRID_CELLS; i++) {
		bool period = i < c->len && is_period(c->at[i]);

		column[i] = period ? GRID_PERIOD : i < c->len ? head_of(g->m->a, c->at[i]) : GRID_NONE;
		periods += period;
		if (period || i >= c->len)
			continue;
		if (c->at[i].len > 0 && periods > 0)
			return false;
		if (i > 0 && c->at[i].len > 0 && column[i] != GRID_AREA && column[i] != GRID_GROUP)
			return false;
	}
	if (periods == 0)
		return false;
	for (size_t i = 0; i < GRID_CELLS; i++)
		g->column[i] = column[i];
	g->wide = true;
	g->head = *c;
	return true;
}

static bool
is_head(struct grid *g, const struct cells *c)
{
	return is_wide_head(g, c) || is_long_head(g, c);
}

/* ---- measurements ---- */

static bool
is_one_of(struct arena *a, struct str cell, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(utf8_fold(a, cell), utf8_fold(a, words[i])))
			return true;
	return false;
}

static bool
is_yes(struct arena *a, struct str cell)
{
	static const struct str words[] = { STR_INIT("1"), STR_INIT("x"), STR_INIT("ja"), STR_INIT("yes"), STR_INIT("*") };

	return is_one_of(a, cell, words, COUNT_OF(words));
}

static bool
is_all(struct arena *a, struct str cell)
{
	static const struct str words[] = {
		STR_INIT("i alt"), STR_INIT("alle"), STR_INIT("hele byen"), STR_INIT("hele kommunen"),
		STR_INIT("total"), STR_INIT("all"), STR_INIT("the whole city"), STR_INIT("everybody"),
	};

	return is_one_of(a, cell, words, COUNT_OF(words));
}

static struct measure_row *
new_row(struct grid *g, size_t line, struct str mark, struct faults *f)
{
	struct measure_row *r;

	if (g->m->to->len == MEASURE_ROWS_MAX) {
		(void)fault_add(f, STR("grid"), N_("Paste at most {1} measurements at a time."),
		    arena_printf(g->m->a, "%d", MEASURE_ROWS_MAX));
		return NULL;
	}
	r = measure_row_new(g->m);
	r->line = line;
	r->mark = mark;
	return r;
}

static void
put_cell(struct grid *g, struct measure_row *r, enum grid_column column, struct str cell)
{
	switch (column) {
	case GRID_PERIOD:
		r->period = cell;
		break;
	case GRID_VALUE:
		r->value = cell;
		break;
	case GRID_AREA:
		r->area = cell;
		break;
	case GRID_GROUP:
		r->group = cell;
		break;
	case GRID_PRELIMINARY:
		r->preliminary = is_yes(g->m->a, cell);
		break;
	case GRID_NONE:
		break;
	}
}

static bool
take_long(struct grid *g, const struct cells *c, struct faults *f)
{
	struct measure_row *r = new_row(g, c->line, arena_printf(g->m->a, "%zu", c->line), f);
	bool                many = c->many;

	if (r == NULL)
		return false;
	for (size_t i = 0; i < c->len; i++) {
		many = many || (i >= GRID_LONG && c->at[i].len > 0);
		put_cell(g, r, g->column[i], c->at[i]);
	}
	if (many) {
		r->fault = N_("There are too many columns in this row.");
		r->field = "grid";
	}
	return true;
}

/* A name before the figures that has no heading: an area, else a group. */
static void
put_name(struct grid *g, struct measure_row *r, struct str cell)
{
	const struct snapshot *sn = g->m->sn;
	struct str             folded = utf8_fold(g->m->a, cell);
	bool                   group = things_find(sn->things, NOUN_GROUP, cell) != 0;

	if (cell.len == 0 || is_all(g->m->a, cell))
		return;
	for (size_t i = 0; i < sn->len[NOUN_GROUP] && !group; i++)
		group = str_eq(folded, utf8_fold(g->m->a, snapshot_title(sn, sn->row[NOUN_GROUP][i].id)));
	for (size_t i = 0; i < sn->len[NOUN_AREA] && group; i++)
		group = !str_eq(folded, utf8_fold(g->m->a, snapshot_title(sn, sn->row[NOUN_AREA][i].id)));
	if (group && things_find(sn->things, NOUN_AREA, cell) == 0)
		r->group = cell;
	else
		r->area = cell;
}

static void
put_names(struct grid *g, struct measure_row *r, const struct cells *c)
{
	for (size_t i = 0; i < c->len && g->column[i] != GRID_PERIOD; i++) {
		if (g->column[i] == GRID_NONE || is_all(g->m->a, c->at[i])) {
			if (i == 0)
				put_name(g, r, c->at[i]);
			continue;
		}
		put_cell(g, r, g->column[i], c->at[i]);
	}
}

/* A measurement for each cell under a period; an empty one is not measured. */
static bool
take_wide(struct grid *g, const struct cells *c, struct faults *f)
{
	bool many = c->many;

	for (size_t i = 0; i < c->len; i++) {
		struct measure_row *r;

		many = many || (i >= g->head.len && c->at[i].len > 0);
		if (g->column[i] != GRID_PERIOD || c->at[i].len == 0)
			continue;
		r = new_row(g, c->line, arena_printf(g->m->a, "%zu-%zu", c->line, i + 1), f);
		if (r == NULL)
			return false;
		r->column = r->period = g->head.at[i];
		r->value = c->at[i];
		put_names(g, r, c);
	}
	if (many)
		(void)fault_add(f, STR("grid"), N_("Row {1} has more cells than there are headings."),
		    arena_printf(g->m->a, "%zu", c->line));
	return true;
}

void
measure_grid(struct measure *m, struct str text, struct faults *f)
{
	struct grid  g = {
		.m = m, .column = { GRID_PERIOD, GRID_VALUE, GRID_AREA, GRID_GROUP, GRID_PRELIMINARY },
	};
	struct cells c;
	bool         first = true, more = true;

	for (size_t i = GRID_PRELIMINARY + 1; i < GRID_CELLS; i++)
		g.column[i] = GRID_NONE;
	g.csv = csv_open(text, str_find(text, STR("\t"), 0) != SIZE_MAX ? '\t' : ';');
	while (more && next_cells(&g, &c, f)) {
		if (is_empty(&c))
			continue;
		if (!first || !is_head(&g, &c))
			more = g.wide ? take_wide(&g, &c, f) : take_long(&g, &c, f);
		first = false;
	}
}
