#include "document/columns.h"
#include "base/utf8.h"
#include "document/csv.h"
#include "document/lay.h"
#include "document/xlsx.h"
#include <string.h>

#define CELLS_MAX 2000                  /* of a row */
#define CODES_MAX 100000                /* of all dimensions */
#define SHIFT_MAX 18

enum role { ROLE_NONE, ROLE_CODE, ROLE_TIME, ROLE_FIGURE, ROLE_STATUS, ROLE_UNIT, ROLE_SHIFT,
            ROLE_ACTION, ROLE_UPDATED };

struct column {
	enum role  role;
	size_t     of;                  /* CODE: which; FIGURE: which of them, or which period */
};

/* The codes of a dimension as they come, found by a table of hashes. */
struct codes {
	struct str *at;
	size_t      len, cap, *slot, slots;
};

struct reading {
	struct arena             *a;
	struct str                name;
	struct diags             *d;
	const struct columns_ask *ask;
	bool                      sdmx, sheet;
	struct column             column[CELLS_MAX];
	size_t                    columns, rows;        /* of the heading; looked at for it */
	bool                      headed;
	struct codes              code[FIGURES_DIMENSIONS_MAX];
	struct str                above[FIGURES_DIMENSIONS_MAX];
	size_t                    dimensions;
	struct figures            to;
	size_t                    cap, status_cap, place_cap, line_cap;
	struct str                seen;         /* the first row, for who looks for its heading */
};

static bool
refuse(struct reading *r, size_t line, struct str words, struct str hint)
{
	return diag_error(r->d, r->name, line, words, hint);
}

/* ---- codes ---- */

static void
grow_slots(struct reading *r, struct codes *c)
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
code_of(struct reading *r, struct codes *c, struct str text)
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
id_of(const struct reading *r, struct str cell)
{
	size_t at = r->sdmx ? str_find(cell, STR(": "), 0) : SIZE_MAX;

	return str_trim(at == SIZE_MAX ? cell : str_slice(cell, 0, at));
}

/* ---- the heading ---- */

static bool
is_named(struct reading *r, struct str cell, struct str name)
{
	return str_eq(utf8_fold(r->a, id_of(r, cell)), utf8_fold(r->a, name));
}

static struct column
role_of(struct reading *r, struct str cell)
{
	static const struct {
		struct str name;
		enum role  role;
	} fixed[] = {
		{ STR_INIT("OBS_STATUS"), ROLE_STATUS }, { STR_INIT("OBS_FLAG"), ROLE_STATUS },
		{ STR_INIT("UNIT_MEASURE"), ROLE_UNIT }, { STR_INIT("UNIT_MULT"), ROLE_SHIFT },
		{ STR_INIT("ACTION"), ROLE_ACTION }, { STR_INIT("LAST UPDATE"), ROLE_UPDATED },
	};
	const struct columns_ask *ask = r->ask;

	for (size_t i = 0; i < ask->codes; i++)
		if (is_named(r, cell, ask->code[i]))
			return (struct column){ ROLE_CODE, i };
	if (!ask->across && is_named(r, cell, ask->time))
		return (struct column){ ROLE_TIME, 0 };
	if (ask->across && cell.len > 0 && ask->is_period(cell))
		return (struct column){ ROLE_FIGURE, code_of(r, &r->code[r->dimensions - 1], cell) };
	for (size_t i = 0; i < ask->figures; i++)
		if (is_named(r, cell, ask->figure[i]))
			return (struct column){ ROLE_FIGURE, i };
	for (size_t i = 0; i < COUNT_OF(fixed) && r->sdmx; i++)
		if (is_named(r, cell, fixed[i].name))
			return (struct column){ fixed[i].role, 0 };
	return (struct column){ ROLE_NONE, 0 };
}

/* How many different ones of the columns that are asked for stand in the row; twice the same
 * is none. */
static bool
is_heading(struct reading *r, size_t n)
{
	const struct columns_ask *ask = r->ask;
	size_t                    want = ask->codes + (ask->across ? 0 : 1 + ask->figures), found = 0, across = 0;

	for (size_t i = 0; i < n; i++) {
		const struct column *c = &r->column[i];
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

static struct str
listed(struct reading *r, const struct str *cell, size_t n)
{
	struct buf b;
	struct str text;

	buf_init(&b, 4096);
	for (size_t i = 0; i < n && i < 20; i++)
		buf_putf(&b, "%s“" STR_FMT "”", i > 0 ? ", " : "", STR_ARG(str_slice(cell[i], 0, 60)));
	text = str_dup(r->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static bool
refuse_heading(struct reading *r)
{
	return refuse(r, 0, STR("has no heading with the columns that the source names"),
	    arena_printf(r->a, "its first row has " STR_FMT, STR_ARG(r->seen)));
}

static bool
try_heading(struct reading *r, const struct str *cell, size_t n)
{
	if (r->rows++ == 0)
		r->seen = listed(r, cell, n);
	r->code[r->dimensions - 1] = (struct codes){ 0 };
	for (size_t i = 0; i < n; i++)
		r->column[i] = role_of(r, cell[i]);
	r->headed = is_heading(r, n);
	r->columns = n;
	return r->headed || r->rows < COLUMNS_HEAD_MAX || refuse_heading(r);
}

/* ---- rows ---- */

/* "12.5" with 3 is "12500": exact, digit by digit. */
static bool
shift_point(struct reading *r, struct str text, struct str by, struct str *ret)
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
add_cell(struct reading *r, const struct data_row *row, struct str value)
{
	struct figures *f = &r->to;
	size_t          n = f->cells, places = n * r->dimensions;

	if (n == FIGURES_CELLS_MAX)
		return refuse(r, row->line, STR("has more than 1,000,000 figures"), STR("split the file"));
	if (!shift_point(r, value, row->shift, &value))
		return refuse(r, row->line, STR("its UNIT_MULT is none from 0 to 18"), STR_NONE);
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
read_codes(struct reading *r, const struct str *cell, struct data_row *row)
{
	for (size_t i = 0; i < r->columns; i++) {
		const struct column *c = &r->column[i];
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
			return refuse(r, row->line, STR("has more than 100,000 codes in a column"), STR_NONE);
	}
	return row->action.len == 0 || !str_eq(row->action, STR("D")) ||
	    refuse(r, row->line, STR("a row deletes a figure, which a source does not"),
	    STR("record in the register that it is missing"));
}

static bool
note_unit(struct reading *r, struct str unit, size_t line)
{
	if (r->to.unit.len == 0)
		r->to.unit = str_dup(r->a, unit);
	return str_eq(unit, r->to.unit) || refuse(r, line, arena_printf(r->a, "figures are in “" STR_FMT
	    "” and in “" STR_FMT "”", STR_ARG(r->to.unit), STR_ARG(str_slice(unit, 0, 60))),
	    STR("one source has one unit"));
}

/* Does a figure, or a sign for one, stand in the row? */
static bool
has_figure(const struct reading *r, const struct str *cell)
{
	for (size_t i = 0; i < r->columns; i++)
		if (r->column[i].role == ROLE_FIGURE && (cell[i].len > 0 || r->sdmx))
			return true;
	return false;
}

/* `cell`: one for each column of the heading. */
static bool
add_row(struct reading *r, const struct str *cell, size_t line)
{
	struct data_row row = { .line = line };
	bool       named = r->ask->figures > 1;

	if (!has_figure(r, cell))
		return true;
	if (!read_codes(r, cell, &row))
		return false;
	for (size_t i = 0; i < r->columns; i++) {
		const struct column *c = &r->column[i];

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

static bool
open_reading(struct reading *r, struct arena *a, struct str name, const struct columns_ask *ask,
             struct diags *d)
{
	*r = (struct reading){ .a = a, .name = name, .d = d, .ask = ask };
	r->dimensions = ask->codes + 1 + (ask->figures > 1);
	if (r->dimensions > FIGURES_DIMENSIONS_MAX)
		return refuse(r, 0, STR("too many columns are named"), STR_NONE);
	if (ask->figures > 1)
		for (size_t i = 0; i < ask->figures; i++)
			(void)code_of(r, &r->code[r->dimensions - 2], ask->figure[i]);
	return true;
}

static bool
close_reading(struct reading *r, struct figures *ret)
{
	struct figures *f = &r->to;

	if (!r->headed)
		return refuse_heading(r);
	if (f->cells == 0)
		return refuse(r, 0, STR("has no figures"), STR_NONE);
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

/* ---- CSV ---- */

/* Bytes of windows-1252 as UTF-8: what is no UTF-8 comes from there. */
static struct str
from_1252(struct arena *a, struct str bytes)
{
	static const uint16_t high[32] = {
		0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
		0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
		0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
	};
	char  *to = arena_bytes(a, 3 * bytes.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char c = (unsigned char)bytes.at[i];
		unsigned      u = c >= 0x80 && c < 0xa0 ? high[c - 0x80] : c;

		if (u < 0x80) {
			to[n++] = (char)u;
		} else if (u < 0x800) {
			to[n++] = (char)(0xc0 | u >> 6);
			to[n++] = (char)(0x80 | (u & 0x3f));
		} else {
			to[n++] = (char)(0xe0 | u >> 12);
			to[n++] = (char)(0x80 | (u >> 6 & 0x3f));
			to[n++] = (char)(0x80 | (u & 0x3f));
		}
	}
	return (struct str){ to, n };
}

static bool
as_text(struct reading *r, struct str bytes, struct str *ret)
{
	if (bytes.len > FIGURES_BYTES_MAX)
		return refuse(r, 0, STR("is longer than 64 MB"), STR_NONE);
	if (str_starts(str_trim(bytes), STR("<")))
		return refuse(r, 0, STR("is a web page, no figures"), STR_NONE);
	if (bytes.len > 0 && memchr(bytes.at, 0, bytes.len) != NULL)
		return refuse(r, 0, STR("is no text"), STR("a workbook is of the kind xlsx"));
	*ret = bytes;
	if (utf8_check(bytes) == SIZE_MAX)
		return true;
	*ret = from_1252(r->a, bytes);
	(void)diag_add(r->d, (struct diag){ .level = DIAG_NOTE, .where = r->name,
	    .message = STR("is not UTF-8, and was read as windows-1252") });
	return true;
}

static struct str
plain(struct reading *r, struct str cell, bool quoted)
{
	struct buf b;
	struct str text;

	if (!quoted)
		return cell;
	buf_init(&b, cell.len + 1);
	csv_unquote(&b, cell);
	text = str_dup(r->a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* The cells of the next row; `*n` 0 at the end. */
static bool
next_row(struct reading *r, struct csv *c, struct str *cell, size_t *n)
{
	enum csv_status st = CSV_FIELD;
	size_t          line = c->line;
	bool            quoted = false;

	for (*n = 0; st == CSV_FIELD; (*n)++) {
		if (*n == CELLS_MAX)
			return refuse(r, line, STR("has more than 2,000 columns"), STR_NONE);
		st = csv_next(c, &cell[*n], &quoted);
		if (st == CSV_END)
			break;
		if (st == CSV_BAD_QUOTE)
			return refuse(r, c->line, STR("a quotation mark is not closed, or stands where none may"
			    " stand"), STR_NONE);
		cell[*n] = str_trim(plain(r, cell[*n], quoted));
	}
	return true;
}

static bool
take_row(struct reading *r, const struct str *cell, size_t n, size_t line)
{
	if (!r->headed)
		return try_heading(r, cell, n);
	if (n == 1 && r->columns > 1)           /* a line of words, or an empty one */
		return true;
	if (n != r->columns)
		return refuse(r, line, arena_printf(r->a, "has %zu cells, its heading %zu", n, r->columns),
		    STR("is the file whole, and its separator the right one?"));
	return add_row(r, cell, line);
}

/* Does a heading stand there with this separator? */
static bool
finds_heading(struct reading *r, struct str text, char separator)
{
	struct reading *x = ARENA_NEW(r->a, struct reading);
	struct diags    unsaid = diags_new(r->a);
	struct csv      c = csv_open(text, separator);
	struct str     *cell = ARENA_ARRAY(r->a, struct str, CELLS_MAX);
	size_t          n = 1;

	*x = *r;
	x->d = &unsaid;
	while (!x->headed && x->rows < COLUMNS_HEAD_MAX && n > 0)
		if (!next_row(x, &c, cell, &n) || (n > 0 && !try_heading(x, cell, n)))
			return false;
	return x->headed;
}

static char
separator_of(struct reading *r, struct str text)
{
	static const char all[] = { ';', '\t', ',' };

	for (size_t i = 0; i < COUNT_OF(all) && r->ask->separator == 0; i++)
		if (finds_heading(r, text, all[i]))
			return all[i];
	return r->ask->separator;
}

static bool
read_csv(struct reading *r, struct str bytes)
{
	struct str *cell = ARENA_ARRAY(r->a, struct str, CELLS_MAX), text;
	struct csv  c;
	size_t      n = 0, line;
	char        separator;

	if (!as_text(r, bytes, &text))
		return false;
	separator = separator_of(r, text);
	c = csv_open(text, separator != 0 ? separator : csv_separator(text));
	if (separator == 0) {
		if (next_row(r, &c, cell, &n))
			r->seen = listed(r, cell, n);
		return refuse_heading(r);
	}
	for (;;) {
		line = c.line;
		if (!next_row(r, &c, cell, &n))
			return false;
		if (n == 0)
			return true;
		if (!take_row(r, cell, n, line))
			return false;
	}
}

bool
columns_read_csv(struct arena *a, struct str name, struct str bytes, const struct columns_ask *ask,
                 struct diags *d, struct figures *ret)
{
	struct reading *r = ARENA_NEW(a, struct reading);

	return open_reading(r, a, name, ask, d) && read_csv(r, bytes) && close_reading(r, ret);
}

bool
columns_read_sdmx(struct arena *a, struct str name, struct str bytes, const struct columns_ask *ask,
                  struct diags *d, struct figures *ret)
{
	static const struct str value[] = { STR_INIT("OBS_VALUE") };
	struct columns_ask      x = { .code = ask->code, .codes = ask->codes, .figure = value, .figures = 1,
	                              .time = STR("TIME_PERIOD"), .separator = ask->separator };
	struct reading         *r = ARENA_NEW(a, struct reading);
	struct str              head = str_starts(bytes, STR("\xef\xbb\xbf")) ? str_slice(bytes, 3, bytes.len)
	                                                                      : bytes;

	if (!open_reading(r, a, name, &x, d))
		return false;
	r->sdmx = true;
	if (!str_starts(head, STR("STRUCTURE")) && !str_starts(head, STR("DATAFLOW")) &&
	    !str_starts(head, STR("\"STRUCTURE")) && !str_starts(head, STR("\"DATAFLOW")))
		return refuse(r, 0, str_starts(str_trim(head), STR("<")) ? STR("is a web page, no figures")
		    : STR("is no SDMX-CSV: it begins with neither STRUCTURE nor DATAFLOW"), STR_NONE);
	return read_csv(r, bytes) && close_reading(r, ret);
}

/* ---- workbooks ---- */

struct sheet_row {
	struct reading *r;
	struct str     *cell;
	size_t          used;           /* cells of the row before, to be emptied */
};

static bool
on_row(void *user, size_t line, const struct str *cell, const uint32_t *column, size_t n)
{
	struct sheet_row *s = user;
	struct reading   *r = s->r;
	size_t            width = 0;

	for (size_t i = 0; i < s->used; i++)
		s->cell[i] = STR_NONE;
	for (size_t i = 0; i < n; i++) {
		if (column[i] > CELLS_MAX)
			continue;
		s->cell[column[i] - 1] = lay_words(r->a, cell[i]);
		width = column[i];
	}
	s->used = width;
	return r->headed ? add_row(r, s->cell, line) : try_heading(r, s->cell, width);
}

bool
columns_read_xlsx(struct arena *a, struct str name, struct str bytes, struct str sheet,
                  const struct columns_ask *ask, struct diags *d, struct figures *ret)
{
	struct reading  *r = ARENA_NEW(a, struct reading);
	struct sheet_row s = { r, ARENA_ARRAY(a, struct str, CELLS_MAX), 0 };

	if (!open_reading(r, a, name, ask, d))
		return false;
	r->sheet = true;
	return xlsx_rows(a, name, bytes, sheet, on_row, &s, d) && close_reading(r, ret);
}
