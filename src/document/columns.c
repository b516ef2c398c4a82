#include "document/columns_parts.h"
#include "base/utf8.h"

#define CODES_MAX 100000                /* of a column */
#define SHIFT_MAX 18

bool
columns_refuse(struct columns_reading *r, size_t line, struct str words, struct str hint)
{
	return diag_error(r->d, r->name, line, words, hint);
}

/* ---- codes ---- */

static void
grow_slots(struct columns_reading *r, struct columns_codes *c)
{
	c->slots = c->slots == 0 ? 64 : 4 * c->slots;
	c->slot = ARENA_ARRAY(r->a, size_t, c->slots);
	for (size_t i = 0; i < c->len; i++) {
		size_t at = str_hash(3, c->at[i]) & (c->slots - 1);

		while (c->slot[at] != 0)
			at = (at + 1) & (c->slots - 1);
		c->slot[at] = i + 1;
	}
}

/* SIZE_MAX: there are too many. */
static size_t
code_of(struct columns_reading *r, struct columns_codes *c, struct str text)
{
	size_t at;

	if (2 * c->len >= c->slots)
		grow_slots(r, c);
	at = str_hash(3, text) & (c->slots - 1);
	while (c->slot[at] != 0 && !str_eq(c->at[c->slot[at] - 1], text))
		at = (at + 1) & (c->slots - 1);
	if (c->slot[at] != 0)
		return c->slot[at] - 1;
	if (c->len == CODES_MAX)
		return SIZE_MAX;
	ARENA_GROW(r->a, c->at, c->len, &c->cap);
	c->at[c->len++] = str_dup(r->a, text);
	c->slot[at] = c->len;
	return c->len - 1;
}

/* "101: København" of a file with labels is 101. */
static struct str
id_of(const struct columns_reading *r, struct str cell)
{
	size_t at = r->sdmx ? str_find(cell, STR(": "), 0) : SIZE_MAX;

	return str_trim(at == SIZE_MAX ? cell : str_slice(cell, 0, at));
}

/* ---- the heading ---- */

static bool
is_named(struct columns_reading *r, struct str cell, struct str name)
{
	return str_eq(utf8_fold(r->a, id_of(r, cell)), utf8_fold(r->a, name));
}

static struct columns_column
role_of(struct columns_reading *r, struct str cell)
{
	static const struct {
		struct str name;
		enum columns_role  role;
	} fixed[] = {
		{ STR_INIT("OBS_STATUS"), ROLE_STATUS }, { STR_INIT("OBS_FLAG"), ROLE_STATUS },
		{ STR_INIT("UNIT_MEASURE"), ROLE_UNIT }, { STR_INIT("UNIT_MULT"), ROLE_SHIFT },
		{ STR_INIT("ACTION"), ROLE_ACTION }, { STR_INIT("LAST UPDATE"), ROLE_UPDATED },
	};
	const struct columns_ask *ask = r->ask;

	for (size_t i = 0; i < ask->codes; i++)
		if (is_named(r, cell, ask->code[i]))
			return (struct columns_column){ ROLE_CODE, i };
	if (!ask->across && is_named(r, cell, ask->time))
		return (struct columns_column){ ROLE_TIME, 0 };
	if (ask->across && cell.len > 0 && ask->is_period(cell))
		return (struct columns_column){ ROLE_FIGURE, code_of(r, &r->code[r->dimensions - 1], cell) };
	for (size_t i = 0; i < ask->figures; i++)
		if (is_named(r, cell, ask->figure[i]))
			return (struct columns_column){ ROLE_FIGURE, i };
	for (size_t i = 0; i < COUNT_OF(fixed) && r->sdmx; i++)
		if (is_named(r, cell, fixed[i].name))
			return (struct columns_column){ fixed[i].role, 0 };
	return (struct columns_column){ ROLE_NONE, 0 };
}

/* How many different ones of the columns that are asked for stand in the row; twice the same
 * is none. */
static bool
is_heading(struct columns_reading *r, size_t n)
{
	const struct columns_ask *ask = r->ask;
	size_t                    want = ask->codes + (ask->across ? 0 : 1 + ask->figures), found = 0, across = 0;

	for (size_t i = 0; i < n; i++) {
		const struct columns_column *c = &r->column[i];
		bool                 is = c->role == ROLE_CODE || c->role == ROLE_TIME ||
		    (c->role == ROLE_FIGURE && !ask->across);

		across += c->role == ROLE_FIGURE && ask->across;
		found += is;
		for (size_t k = 0; k < i && is; k++)
			if (r->column[k].role == c->role && r->column[k].of == c->of)
				return false;
	}
	return found == want && (!ask->across || across > 0);
}

struct str
columns_listed(struct columns_reading *r, const struct str *cell, size_t n)
{
	struct buf b;
	struct str text;

	buf_init(&b, 4096);
	for (size_t i = 0; i < n && i < 20; i++)
		buf_putf(&b, "%s“" STR_FMT "”", i > 0 ? ", " : "", STR_ARG(utf8_plain(r->a, cell[i], 60)));
	text = str_dup(r->a, buf_str(&b));
	buf_free(&b);
	return text;
}

bool
columns_refuse_heading(struct columns_reading *r)
{
	return columns_refuse(r, 0, STR("has no heading with the columns that the source names"),
	    arena_printf(r->a, "its first row has " STR_FMT, STR_ARG(r->seen)));
}

bool
columns_heading(struct columns_reading *r, const struct str *cell, size_t n)
{
	if (r->rows++ == 0)
		r->seen = columns_listed(r, cell, n);
	r->code[r->dimensions - 1] = (struct columns_codes){ 0 };
	for (size_t i = 0; i < n; i++)
		r->column[i] = role_of(r, cell[i]);
	r->headed = is_heading(r, n);
	r->columns = n;
	return r->headed || r->rows < COLUMNS_HEAD_MAX || columns_refuse_heading(r);
}

/* ---- rows ---- */

/* "12.5" with 3 is "12500": exact, digit by digit. */
static bool
shift_point(struct columns_reading *r, struct str text, struct str by, struct str *ret)
{
	struct str whole = text, part;
	struct buf b;
	int64_t    n;

	*ret = text;
	if (by.len == 0 || str_eq(by, STR("0")) || text.len == 0)
		return true;
	if (!str_int(by, &n) || n < 1 || n > SHIFT_MAX)
		return false;
	part = whole;
	whole = str_cut(&part, '.');
	buf_init(&b, text.len + SHIFT_MAX + 2);
	buf_put(&b, whole);
	for (size_t i = 0; i < (size_t)n; i++)
		buf_char(&b, i < part.len ? part.at[i] : '0');
	if (part.len > (size_t)n)
		buf_putf(&b, "." STR_FMT, STR_ARG(str_slice(part, (size_t)n, part.len)));
	*ret = str_dup(r->a, buf_str(&b));
	buf_free(&b);
	return true;
}

struct data_row {
	size_t     line, at[FIGURES_DIMENSIONS_MAX];
	struct str status, shift, action;
};

static bool
add_cell(struct columns_reading *r, const struct data_row *row, struct str value)
{
	struct figures *f = &r->to;
	size_t          n = f->cells, places = n * r->dimensions;

	if (n == FIGURES_CELLS_MAX)
		return columns_refuse(r, row->line, STR("has more than 1,000,000 figures"), STR("split the file"));
	if (!shift_point(r, value, row->shift, &value))
		return columns_refuse(r, row->line, STR("its UNIT_MULT is none from 0 to 18"), STR_NONE);
	ARENA_GROW(r->a, f->value, n, &r->cap);
	ARENA_GROW(r->a, f->status, n, &r->status_cap);
	ARENA_GROW(r->a, f->line, n, &r->line_cap);
	f->value[n] = str_dup(r->a, value);
	f->status[n] = str_dup(r->a, row->status);
	f->line[n] = (uint32_t)row->line;
	for (size_t i = 0; i < r->dimensions; i++) {
		ARENA_GROW(r->a, f->place, places + i, &r->place_cap);
		f->place[places + i] = (uint32_t)row->at[i];
	}
	f->cells++;
	return true;
}

static bool
read_codes(struct columns_reading *r, const struct str *cell, struct data_row *row)
{
	for (size_t i = 0; i < r->columns; i++) {
		const struct columns_column *c = &r->column[i];
		size_t               dim = c->role == ROLE_TIME ? r->dimensions - 1 : c->of;
		struct str           code = id_of(r, cell[i]);

		if (c->role == ROLE_STATUS)
			row->status = code;
		if (c->role == ROLE_SHIFT)
			row->shift = code;
		if (c->role == ROLE_ACTION)
			row->action = code;
		if (c->role == ROLE_UPDATED && r->to.updated.len == 0)
			r->to.updated = str_dup(r->a, code);
		if (c->role != ROLE_CODE && c->role != ROLE_TIME)
			continue;
		if (code.len == 0)
			code = r->sheet ? r->above[dim] : STR_NONE;
		if (code.len == 0)
			code = STR("_T");
		r->above[dim] = str_dup(r->a, code);
		row->at[dim] = code_of(r, &r->code[dim], code);
		if (row->at[dim] == SIZE_MAX)
			return columns_refuse(r, row->line, STR("has more than 100,000 codes in a column"), STR_NONE);
	}
	return row->action.len == 0 || !str_eq(row->action, STR("D")) ||
	    columns_refuse(r, row->line, STR("a row deletes a figure, which a source does not"),
	    STR("record in the register that it is missing"));
}

static bool
note_unit(struct columns_reading *r, struct str unit, size_t line)
{
	if (r->to.unit.len == 0)
		r->to.unit = str_dup(r->a, unit);
	return str_eq(unit, r->to.unit) || columns_refuse(r, line, arena_printf(r->a, "figures are in “" STR_FMT
	    "” and in “" STR_FMT "”", STR_ARG(r->to.unit), STR_ARG(utf8_plain(r->a, unit, 60))),
	    STR("one source has one unit"));
}

/* Does a figure, or a sign for one, stand in the row? */
static bool
has_figure(const struct columns_reading *r, const struct str *cell)
{
	for (size_t i = 0; i < r->columns; i++)
		if (r->column[i].role == ROLE_FIGURE && (cell[i].len > 0 || r->sdmx))
			return true;
	return false;
}

/* `cell`: one for each column of the heading. */
bool
columns_row(struct columns_reading *r, const struct str *cell, size_t line)
{
	struct data_row row = { .line = line };
	bool       named = r->ask->figures > 1;

	if (!has_figure(r, cell))
		return true;
	if (!read_codes(r, cell, &row))
		return false;
	for (size_t i = 0; i < r->columns; i++) {
		const struct columns_column *c = &r->column[i];

		if (c->role == ROLE_UNIT && !note_unit(r, id_of(r, cell[i]), line))
			return false;
		if (c->role != ROLE_FIGURE)
			continue;
		if (r->ask->across)
			row.at[r->dimensions - 1] = c->of;
		else if (named)
			row.at[r->dimensions - 2] = c->of;
		if (!add_cell(r, &row, str_trim(cell[i])))
			return false;
	}
	return true;
}

/* ---- the whole ---- */

bool
columns_open(struct columns_reading *r, struct arena *a, struct str name, const struct columns_ask *ask,
             struct diags *d)
{
	*r = (struct columns_reading){ .a = a, .name = name, .d = d, .ask = ask };
	r->dimensions = ask->codes + 1 + (ask->figures > 1);
	if (r->dimensions > FIGURES_DIMENSIONS_MAX)
		return columns_refuse(r, 0, STR("too many columns are named"), STR_NONE);
	if (ask->figures > 1)
		for (size_t i = 0; i < ask->figures; i++)
			(void)code_of(r, &r->code[r->dimensions - 2], ask->figure[i]);
	return true;
}

bool
columns_close(struct columns_reading *r, struct figures *ret)
{
	struct figures *f = &r->to;

	if (!r->headed)
		return columns_refuse_heading(r);
	if (f->cells == 0)
		return columns_refuse(r, 0, STR("has no figures"), STR_NONE);
	f->dimensions = r->dimensions;
	f->dimension = ARENA_ARRAY(r->a, struct figures_dimension, r->dimensions);
	for (size_t i = 0; i < r->dimensions; i++) {
		struct figures_dimension *dim = &f->dimension[i];
		bool                      time = i + 1 == r->dimensions;

		*dim = (struct figures_dimension){
			.id = time ? r->ask->time : i < r->ask->codes ? r->ask->code[i] : STR(COLUMNS_FIGURES),
			.role = time ? FIGURES_TIME : FIGURES_OTHER, .code = r->code[i].at, .len = r->code[i].len,
			.text = ARENA_ARRAY(r->a, struct str, r->code[i].len + 1),
		};
	}
	*ret = *f;
	return true;
}
