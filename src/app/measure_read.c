/* What was pasted or written into the form, row by row. */
#include "app/measure.h"
#include "app/judge.h"
#include "app/observe.h"
#include "app/observe_row.h"
#include "base/utf8.h"
#include "model/column.h"

#define GRID_MAX 100000                 /* letters */

enum grid_column { GRID_PERIOD, GRID_VALUE, GRID_AREA, GRID_GROUP, GRID_PRELIMINARY, GRID_NONE };

enum { GRID_CELLS = 12 };

struct grid {
	struct measure         *m;
	struct observe_context  x;
	enum grid_column        column[GRID_CELLS];
	size_t                  cap;
};

static const struct {
	struct str       word;          /* folded */
	enum grid_column column;
} heads[] = {
	{ STR_INIT("periode"), GRID_PERIOD }, { STR_INIT("period"), GRID_PERIOD },
	{ STR_INIT("år"), GRID_PERIOD }, { STR_INIT("year"), GRID_PERIOD },
	{ STR_INIT("tid"), GRID_PERIOD }, { STR_INIT("værdi"), GRID_VALUE },
	{ STR_INIT("value"), GRID_VALUE }, { STR_INIT("tal"), GRID_VALUE },
	{ STR_INIT("figure"), GRID_VALUE }, { STR_INIT("område"), GRID_AREA },
	{ STR_INIT("bydel"), GRID_AREA }, { STR_INIT("area"), GRID_AREA },
	{ STR_INIT("gruppe"), GRID_GROUP }, { STR_INIT("group"), GRID_GROUP },
	{ STR_INIT("foreløbig"), GRID_PRELIMINARY }, { STR_INIT("foreløbigt"), GRID_PRELIMINARY },
	{ STR_INIT("preliminary"), GRID_PRELIMINARY },
};

static struct str
cell_of(struct str part)
{
	struct str cell = str_trim(part);

	if (cell.len > 1 && cell.at[0] == '"' && cell.at[cell.len - 1] == '"')
		cell = str_trim(str_slice(cell, 1, cell.len - 1));
	return cell;
}

/* An empty cell is one, too. False: there are too many. */
static bool
cut_cells(struct str line, struct str cell[GRID_CELLS], size_t *n)
{
	char sep = str_find(line, STR("\t"), 0) != SIZE_MAX ? '\t' : ';';

	*n = 0;
	for (;;) {
		bool       more = str_find(line, sep == '\t' ? STR("\t") : STR(";"), 0) != SIZE_MAX;
		struct str part = str_cut(&line, sep);

		if (*n == GRID_CELLS)
			return str_trim(part).len == 0 && !more;
		cell[(*n)++] = cell_of(part);
		if (!more)
			return true;
	}
}

static enum grid_column
head_of(struct arena *a, struct str cell)
{
	struct str word = utf8_fold(a, cell);

	for (size_t i = 0; i < COUNT_OF(heads); i++)
		if (str_eq(word, utf8_fold(a, heads[i].word)))
			return heads[i].column;
	return GRID_NONE;
}

/* Is the first line the names of the columns? Then they are in that order. */
static bool
read_heads(struct grid *g, struct str line)
{
	struct str       cell[GRID_CELLS];
	enum grid_column column[GRID_CELLS];
	bool             has[GRID_NONE + 1] = { false };
	size_t           n;

	if (!cut_cells(line, cell, &n))
		return false;
	for (size_t i = 0; i < GRID_CELLS; i++) {
		column[i] = i < n ? head_of(g->m->a, cell[i]) : GRID_NONE;
		has[column[i]] = true;
	}
	if (!has[GRID_PERIOD] && !has[GRID_VALUE])
		return false;
	for (size_t i = 0; i < GRID_CELLS; i++)
		g->column[i] = column[i];
	return true;
}

/* ---- one row ---- */

static bool
refuse(struct measure_row *r, const char *field, const char *words, struct str with)
{
	r->fault = words;
	r->field = field;
	r->with = with;
	return false;
}

/* A key, or a title as people write it. Empty with a fault: there is none. */
static struct str
key_of(struct grid *g, enum noun n, struct str words)
{
	const struct snapshot *sn = g->m->sn;
	struct str             folded;

	if (words.len == 0 || things_find(sn->things, n, words) != 0)
		return words;
	folded = utf8_fold(g->m->a, words);
	for (size_t i = 0; i < sn->len[n]; i++)
		if (str_eq(folded, utf8_fold(g->m->a, snapshot_title(sn, sn->row[n][i].id))))
			return things_key(sn->things, sn->row[n][i].id);
	return STR_NONE;
}

/* "59,9 %" and "59,9*" without what stands behind the figure. */
static struct str
bare_value(struct measure_row *r)
{
	static const struct str tails[] = { STR_INIT("%"), STR_INIT("pct."), STR_INIT("pct"), STR_INIT("kr.") };
	struct str              s = str_trim(r->value);

	if (s.len > 1 && str_ends(s, STR("*"))) {
		r->preliminary = true;
		s = str_trim(str_slice(s, 0, s.len - 1));
	}
	for (size_t i = 0; i < COUNT_OF(tails); i++)
		if (s.len > tails[i].len && str_ends(s, tails[i]))
			return str_trim(str_slice(s, 0, s.len - tails[i].len));
	return s;
}

static bool
read_cells(struct grid *g, struct measure_row *r, struct str cell[OBSERVE_COUNT])
{
	enum notation notation = g->m->ask->danish ? NOTATION_DA : NOTATION_EN;
	struct str    value = bare_value(r);
	struct number n;

	if (r->period.len == 0)
		return refuse(r, "period", N_("Say for which period the figures hold."), STR_NONE);
	if (value.len == 0)
		return refuse(r, "value", N_("There is no figure."), STR_NONE);
	if (number_parse(value, notation, &n) == NUMBER_OK)
		value = number_plain(g->m->a, n);
	cell[OBSERVE_indicator] = g->m->ask->key;
	cell[OBSERVE_period] = r->period;
	cell[OBSERVE_value] = value;
	cell[OBSERVE_preliminary] = r->preliminary ? STR("1") : STR_NONE;
	cell[OBSERVE_area] = key_of(g, NOUN_AREA, r->area);
	cell[OBSERVE_group] = key_of(g, NOUN_GROUP, r->group);
	if (r->area.len > 0 && cell[OBSERVE_area].len == 0)
		return refuse(r, "area", N_("There is no area “{1}”."), r->area);
	if (r->group.len > 0 && cell[OBSERVE_group].len == 0)
		return refuse(r, "group", N_("There is no group “{1}”."), r->group);
	return true;
}

/* What observe_row() says is for files; here the same by column. */
static bool
refuse_column(struct measure_row *r, enum observe_column column)
{
	if (column == OBSERVE_period)
		return refuse(r, "period", N_("Write a period with its year, as {1}."),
		    STR("2010, 2. kvartal 2010, forår 2010"));
	if (column == OBSERVE_area)
		return refuse(r, "area", N_("The register does not say whose it is: make the "
		    "authority with its area first."), STR_NONE);
	return refuse(r, "value", N_("This is no figure that can be kept: “{1}”."), r->value);
}

static void
read_back(struct grid *g, struct measure_row *r)
{
	bool       danish = g->m->ask->danish;
	struct buf b;

	r->area_is = judge_named(g->m->sn, r->row.area);
	r->group_is = judge_named(g->m->sn, r->row.group);
	r->read_period = period_text(g->m->a, r->at.period, danish);
	buf_init(&b, 4096);
	if (r->at.missing != MISSING_NONE)
		buf_put(&b, r->value);
	else
		quantity_write(&b, r->at.value, g->m->unit, danish ? NOTATION_DA : NOTATION_EN);
	r->read_value = str_dup(g->m->a, buf_str(&b));
	buf_free(&b);
}

static void
read_row(struct grid *g, struct measure_row *r)
{
	struct str          cell[OBSERVE_COUNT] = { { NULL, 0 } };
	enum observe_column column;

	if (r->fault != NULL || !read_cells(g, r, cell))
		return;
	if (observe_row(&g->x, cell, &r->row, &column).len > 0) {
		(void)refuse_column(r, column);
		return;
	}
	if (observation_of_row(&r->row, g->m->unit, &r->at))
		read_back(g, r);
	else
		(void)refuse_column(r, OBSERVE_value);
}

/* ---- the grid ---- */

static bool
is_yes(struct arena *a, struct str cell)
{
	static const struct str words[] = { STR_INIT("1"), STR_INIT("x"), STR_INIT("ja"), STR_INIT("yes"), STR_INIT("*") };

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_eq(utf8_fold(a, cell), words[i]))
			return true;
	return false;
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

static struct measure_row *
new_row(struct grid *g)
{
	struct measure_view *to = g->m->to;

	ARENA_GROW(g->m->a, to->at, to->len, &g->cap);
	to->at[to->len] = (struct measure_row){ 0 };
	return &to->at[to->len++];
}

static void
read_grid(struct grid *g, struct str text, struct faults *f)
{
	bool   first = true;
	size_t line = 0, n;

	while (text.len > 0) {
		struct str          cell[GRID_CELLS], row = str_cut(&text, '\n');
		struct measure_row *r;

		line++;
		if (str_trim(row).len == 0)
			continue;
		if (first && read_heads(g, row)) {
			first = false;
			continue;
		}
		first = false;
		if (g->m->to->len == MEASURE_ROWS_MAX) {
			(void)fault_add(f, STR("grid"), N_("Paste at most {1} rows at a time."),
			    arena_printf(g->m->a, "%d", MEASURE_ROWS_MAX));
			return;
		}
		r = new_row(g);
		r->line = line;
		if (!cut_cells(row, cell, &n))
			(void)refuse(r, "grid", N_("There are too many columns in this row."), STR_NONE);
		for (size_t i = 0; i < n && i < GRID_CELLS; i++)
			put_cell(g, r, g->column[i], cell[i]);
		read_row(g, r);
	}
}

static void
read_fields(struct grid *g, struct faults *f)
{
	const struct posted *form = g->m->ask->form;
	size_t               before = f->len;
	struct measure_row   r = { .line = 1 };

	r.period = posted_wanted(form, f, STR("period"), ASK_LINE_MAX, false);
	r.value = posted_wanted(form, f, STR("value"), ASK_LINE_MAX, false);
	r.area = posted_text(form, f, STR("area"), ASK_LINE_MAX, false);
	r.group = posted_text(form, f, STR("group"), ASK_LINE_MAX, false);
	r.preliminary = posted_raw(form, STR("preliminary")).len > 0;
	if (f->len > before)
		return;
	read_row(g, &r);
	if (r.fault != NULL)
		(void)fault_add(f, str_from(r.field), r.fault, r.with);
	else
		*new_row(g) = r;
}

static bool
same_key(const struct observation_row *x, const struct observation_row *y)
{
	return x->area == y->area && x->group == y->group && x->from == y->from && x->to == y->to &&
	    x->method == y->method;
}

static void
find_doubles(struct measure_view *v)
{
	for (size_t i = 0; i < v->len; i++)
		for (size_t k = 0; k < i && v->at[i].fault == NULL; k++)
			if (v->at[k].fault == NULL && same_key(&v->at[i].row, &v->at[k].row))
				(void)refuse(&v->at[i], "grid", N_("The same measurement stands twice in what you sent."), STR_NONE);
}

bool
measure_read(struct measure *m, struct faults *f)
{
	struct grid g = { .m = m, .column = { GRID_PERIOD, GRID_VALUE, GRID_AREA, GRID_GROUP, GRID_PRELIMINARY } };
	struct str  text = posted_text(m->ask->form, f, STR("grid"), GRID_MAX, true);
	bool        bad = false;

	for (size_t i = GRID_PRELIMINARY + 1; i < GRID_CELLS; i++)
		g.column[i] = GRID_NONE;
	if (!observe_open(&g.x, m->a, m->s, m->sn->things, 1))
		return false;
	if (f->len > 0)
		return true;
	if (text.len > 0 && posted_raw(m->ask->form, STR("value")).len > 0)
		return fault_add(f, STR("grid"), N_("Paste rows or write one measurement, not both."), STR_NONE) || true;
	if (text.len > 0)
		read_grid(&g, text, f);
	else
		read_fields(&g, f);
	find_doubles(m->to);
	for (size_t i = 0; i < m->to->len; i++)
		bad = bad || m->to->at[i].fault != NULL;
	if (bad)
		(void)fault_add(f, STR("grid"), N_("Some rows cannot be read. The table says what is wrong with each."), STR_NONE);
	else if (m->to->len == 0 && f->len == 0)
		(void)fault_add(f, STR("grid"), N_("This has to be filled in."), STR_NONE);
	return true;
}
