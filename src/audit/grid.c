#include "audit/grid.h"
#include <string.h>
#include "recognise/folded.h"

#define TITLE_BYTES 80          /* of a header's cell */
#define CELL_BYTES  40          /* of one that holds a figure */

/* "+6,5 procentpoint" -> "+6,5"; what is taken off is a unit of shares. */
static struct str
without_percent(struct str s, bool *percent)
{
	static const char *const units[] = { "procentpoint", "pct.point", "pct. point", "pct.-point", "procent",
		"pct.", "pct", "%", NULL };

	*percent = false;
	for (size_t i = 0; units[i] != NULL && !*percent; i++)
		if (str_ends(s, str_from(units[i])) && s.len > strlen(units[i])) {
			s = str_trim(str_slice(s, 0, s.len - strlen(units[i])));
			*percent = true;
		}
	return s;
}

static struct str
without_kroner(struct str s)
{
	static const char *const units[] = { "mio. kr.", "mio. kr", "mio.", "t. kr.", "t.kr.", "kr.", "kr", NULL };

	for (size_t i = 0; units[i] != NULL; i++)
		if (str_ends(s, str_from(units[i])) && s.len > strlen(units[i]))
			return str_trim(str_slice(s, 0, s.len - strlen(units[i])));
	return s;
}

static struct grid_figure
read_figure(struct arena *a, const struct cell *c, enum notation n)
{
	struct grid_figure f = { .cell = c };
	struct str         s = c->len == 1 ? without_marks(cell_text(a, c)) : STR_NONE;
	bool               negative = str_starts(s, STR("–"));

	if (s.len == 0 || s.len > CELL_BYTES)
		return f;
	if (negative)
		s = str_trim(str_slice(s, STR("–").len, s.len));
	s = without_kroner(without_percent(s, &f.percent));
	f.has = number_parse(s, n, &f.value) == NUMBER_OK &&
	    (!negative || number_neg(f.value, &f.value));
	return f;
}

static bool
is_total_name(struct str name)
{
	static const char *const totals[] = { "i alt", "ialt", "total", "totalt", "sum", "samlet", "alle", NULL };

	for (size_t i = 0; totals[i] != NULL; i++)
		if (str_eq(name, str_from(totals[i])))
			return true;
	return str_ends(name, STR(" i alt"));
}

static bool
is_header(struct arena *a, const struct row *row, enum notation n, const char *const *cues)
{
	size_t filled = 0;
	bool   cued = false;

	if (row->len < 2 || row->len > GRID_COLUMNS_MAX)
		return false;
	for (size_t c = 0; c < row->len; c++) {
		struct str text = row->at[c].len == 0 ? STR_NONE : row->at[c].at[0].text;

		struct grid_figure f = read_figure(a, &row->at[c], n);

		if (text.len > TITLE_BYTES || (f.has && f.percent))
			return false;
		filled += text.len > 0;
		for (size_t i = 0; !cued && text.len > 0 && cues[i] != NULL; i++)
			cued = str_find(utf8_fold(a, text), str_from(cues[i]), 0) != SIZE_MAX;
	}
	return cued && filled > 1;
}

static void
read_row(struct arena *a, const struct row *row, struct grid *g)
{
	struct grid_row *r = &g->row[g->rows];
	bool             any = false;

	*r = (struct grid_row){ .name = STR_NONE };
	for (size_t c = 0; c < g->columns && c < row->len; c++) {
		const struct cell *cell = &row->at[c];

		r->at[c] = read_figure(a, cell, g->notation);
		any |= c > 0 && r->at[c].has;
		if (r->name.len == 0 && cell->len > 0 && !r->at[c].has)
			r->name = utf8_fold(a, without_marks(cell_text(a, cell)));
	}
	if (!any)
		return;
	r->total = is_total_name(r->name);
	g->totals += r->total;
	for (size_t c = 0; c < g->columns; c++)
		g->figures[c] += r->at[c].has;
	g->rows++;
}

/* "Bolig | 30 pct." from the first row on: the header is lost. */
static bool
begins_with_share(struct arena *a, const struct row *row, enum notation n)
{
	struct grid_figure f = { .has = false };

	if (row->len == 2 && row->at[0].len > 0)
		f = read_figure(a, &row->at[1], n);
	return f.has && f.percent;
}

bool
grid_read(struct arena *a, const struct table *t, enum notation n, const char *const *cues, struct grid *ret)
{
	struct grid g = { .notation = n };
	size_t      header = 0, first;
	bool        bare = t->len > 2 && begins_with_share(a, &t->at[0], n);

	while (!bare && header < 2 && header + 2 < t->len && !is_header(a, &t->at[header], n, cues))
		header++;
	if (header == 2 || header + 2 >= t->len)
		return false;
	g.columns = t->at[header].len;
	first = bare ? 0 : header + 1;
	for (size_t c = 0; c < g.columns && !bare; c++)
		g.title[c] = utf8_fold(a, cell_text(a, &t->at[header].at[c]));
	g.row = ARENA_ARRAY(a, struct grid_row, t->len < GRID_ROWS_MAX ? t->len : GRID_ROWS_MAX);
	for (size_t r = first; r < t->len && g.rows < GRID_ROWS_MAX; r++)
		if (t->at[r].len == g.columns)
			read_row(a, &t->at[r], &g);
	*ret = g;
	return g.rows > 1;
}
