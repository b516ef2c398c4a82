#include "document/sheet.h"
#include "document/cell_format.h"
#include "document/document.h"
#include "document/xml.h"
#include <stdlib.h>
#include <string.h>

#define ROWS_MAX    1048576
#define COLUMNS_MAX 16384
#define MERGES_MAX  100000
#define OVERLAP_MAX 50000000                    /* looks at merged cells: more only when they overlap */
#define TEXT_MAX    ((size_t)1 << 20)           /* of one cell */

struct merge {
	uint32_t from_row, from_column, to_row, to_column;
};

struct reading {
	struct sheet_book *b;
	struct sheet       sheet;
	struct merge      *merge;
	size_t             merges, merges_cap, looks;
	struct buf         value;       /* of the cell under way */
	uint32_t           row, column; /* of it */
	char               type;        /* 's', 'n', 't' text, 'b', 'e', 'i' inline */
	size_t             style;
	bool               in_value, in_inline, phonetic, formula, unordered, stop;
};

static bool
refuse(struct reading *r, const char *message, const char *hint)
{
	r->stop = true;
	return diag_error(r->b->d, r->b->name, 0, str_from(message), str_from(hint));
}

/* "AB12"; false: none, or outside of every sheet. */
static bool
place_of(struct str s, uint32_t *row, uint32_t *column)
{
	uint32_t c = 0, n = 0;
	size_t   at = 0;

	for (; at < s.len && s.at[at] >= 'A' && s.at[at] <= 'Z' && c <= COLUMNS_MAX; at++)
		c = c * 26 + (uint32_t)(s.at[at] - 'A') + 1;
	for (; at < s.len && s.at[at] >= '0' && s.at[at] <= '9' && n <= ROWS_MAX; at++)
		n = n * 10 + (uint32_t)(s.at[at] - '0');
	if (at != s.len || c == 0 || c > COLUMNS_MAX || n == 0 || n > ROWS_MAX)
		return false;
	*row = n;
	*column = c;
	return true;
}

static size_t
index_of(struct str s)
{
	int64_t n;

	return str_int(s, &n) && n >= 0 ? (size_t)n : SIZE_MAX;
}

/* ---- what a cell says ---- */

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The letter that "_x000D_" stands for at `at`; -1: it is what it is. */
static int
coded_letter(struct str s, size_t at)
{
	int high, low;

	if (s.len - at < 7 || !str_starts(str_slice(s, at, s.len), STR("_x00")) || s.at[at + 6] != '_')
		return -1;
	high = hex_digit(s.at[at + 4]);
	low = hex_digit(s.at[at + 5]);
	return high < 0 || high > 7 || low < 0 ? -1 : high * 16 + low;
}

void
sheet_letters(struct buf *to, struct str text)
{
	struct buf plain;

	if (str_find(text, STR("_x00"), 0) == SIZE_MAX) {
		laid_cell_letters(to, text);
		return;
	}
	buf_init(&plain, text.len);
	for (size_t i = 0; i < text.len; i++) {
		int letter = text.at[i] == '_' ? coded_letter(text, i) : -1;

		buf_char(&plain, letter < 0 ? text.at[i] : (char)letter);
		i += letter < 0 ? 0 : 6;
	}
	laid_cell_letters(to, buf_str(&plain));
	buf_free(&plain);
}

static void
put_value(struct reading *r, struct buf *to, struct str value)
{
	size_t at = index_of(str_trim(value));

	switch (r->type) {
	case 's':
		if (at < r->b->strings)
			buf_put(to, r->b->string[at]);
		break;
	case 'b':
		buf_put(to, str_eq(str_trim(value), STR("1")) ? STR("SAND") : STR("FALSK"));
		break;
	case 'n': {
		struct buf shown;

		buf_init(&shown, 4096);
		cell_format_write(&shown, value, r->style < r->b->styles ? r->b->style[r->style].code
		    : STR("General"), r->b->from_1904);
		laid_letters(to, buf_str(&shown));
		buf_free(&shown);
		break;
	}
	default:
		sheet_letters(to, value);
	}
}

static void
end_cell(struct reading *r)
{
	struct buf         shown;
	struct str         said;
	struct sheet_cell *c;

	if (r->value.len == 0) {
		r->b->uncomputed += r->formula;
		return;
	}
	buf_init(&shown, TEXT_MAX);
	put_value(r, &shown, buf_str(&r->value));
	said = str_trim(buf_str(&shown));
	if (!buf_ok(&shown) || !buf_ok(&r->value)) {
		(void)refuse(r, "a cell holds more than 1 MiB of text", "split it");
	} else if (said.len > 0 && r->b->cells++ >= DOCUMENT_PARTS_MAX) {
		(void)refuse(r, "more than 2000000 cells", "load figures with `pejl import FILE.csv`");
	} else if (said.len > 0) {
		ARENA_GROW(r->b->a, r->sheet.at, r->sheet.len, &r->sheet.cap);
		c = &r->sheet.at[r->sheet.len++];
		*c = (struct sheet_cell){ r->row, r->column, str_dup(r->b->a, said) };
		r->unordered |= r->sheet.len > 1 && (c[-1].row > c->row ||
		    (c[-1].row == c->row && c[-1].column >= c->column));
	}
	buf_free(&shown);
}

/* ---- elements ---- */

static void
begin_row(struct reading *r, const char **attributes)
{
	size_t n = index_of(xml_attribute(attributes, "r"));

	r->row = n >= 1 && n <= ROWS_MAX ? (uint32_t)n : r->row + 1;
	r->column = 0;
	if (r->row > ROWS_MAX)
		(void)refuse(r, "more rows than a sheet has", "open it in its program and save it again");
}

static void
begin_cell(struct reading *r, const char **attributes)
{
	static const struct { const char *word; char type; } types[] = {
		{ "s", 's' }, { "n", 'n' }, { "b", 'b' }, { "e", 'e' }, { "str", 't' }, { "d", 't' },
		{ "inlineStr", 'i' },
	};
	struct str type = xml_attribute(attributes, "t");
	uint32_t   row = r->row, column = r->column + 1;

	if (place_of(xml_attribute(attributes, "r"), &row, &column) && row != r->row)
		r->row = row;
	r->column = column;
	r->style = index_of(xml_attribute(attributes, "s"));
	r->style = r->style == SIZE_MAX ? 0 : r->style;
	r->type = 'n';
	for (size_t i = 0; i < COUNT_OF(types); i++)
		if (str_eq(type, str_from(types[i].word)))
			r->type = types[i].type;
	r->value.len = 0;
	r->formula = r->in_value = r->in_inline = false;
}

static void
add_merge(struct reading *r, struct str range)
{
	struct merge m;
	struct str   from = str_cut(&range, ':');

	if (!place_of(from, &m.from_row, &m.from_column) || !place_of(range, &m.to_row, &m.to_column))
		return;
	if (r->merges >= MERGES_MAX) {
		(void)refuse(r, "more than 100000 merged cells", "split the document");
		return;
	}
	ARENA_GROW(r->b->a, r->merge, r->merges, &r->merges_cap);
	r->merge[r->merges++] = m;
}

static void
on_start(void *user, struct str name, const char **attributes)
{
	struct reading *r = user;

	if (str_eq(name, STR("row")))
		begin_row(r, attributes);
	else if (str_eq(name, STR("c")))
		begin_cell(r, attributes);
	else if (str_eq(name, STR("v")))
		r->in_value = r->type != 'i';
	else if (str_eq(name, STR("f")))
		r->formula = true;
	else if (str_eq(name, STR("rPh")))
		r->phonetic = true;
	else if (str_eq(name, STR("t")))
		r->in_inline = r->type == 'i' && !r->phonetic;
	else if (str_eq(name, STR("mergeCell")))
		add_merge(r, xml_attribute(attributes, "ref"));
}

static void
on_end(void *user, struct str name)
{
	struct reading *r = user;

	if (str_eq(name, STR("v")))
		r->in_value = false;
	else if (str_eq(name, STR("t")))
		r->in_inline = false;
	else if (str_eq(name, STR("rPh")))
		r->phonetic = false;
	else if (str_eq(name, STR("c")))
		end_cell(r);
}

static void
on_text(void *user, struct str letters)
{
	struct reading *r = user;

	if (r->in_value || r->in_inline)
		buf_put(&r->value, letters);
}

/* ---- order ---- */

static int
by_place(const void *a, const void *b)
{
	const struct sheet_cell *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

static int
by_row(const void *a, const void *b)
{
	const struct merge *x = a, *y = b;

	return x->from_row < y->from_row ? -1 : x->from_row > y->from_row;
}

static bool
is_hidden(struct reading *r, const struct sheet_cell *c, size_t first)
{
	for (size_t i = first; i < r->merges && r->merge[i].from_row <= c->row; i++) {
		const struct merge *m = &r->merge[i];

		if (r->looks++ > OVERLAP_MAX)
			return !r->stop && refuse(r, "merged cells lie over one another",
			    "open it in its program and save it again");
		if (c->row <= m->to_row && c->column >= m->from_column && c->column <= m->to_column &&
		    (c->row != m->from_row || c->column != m->from_column))
			return true;
	}
	return false;
}

/* Each place once, and nothing that lies under a merged cell. */
static void
tidy(struct reading *r)
{
	struct sheet *s = &r->sheet;
	size_t        kept = 0, first = 0;

	if (r->unordered && s->len > 0)
		qsort(s->at, s->len, sizeof *s->at, by_place);
	if (r->merges > 0)
		qsort(r->merge, r->merges, sizeof *r->merge, by_row);
	for (size_t i = 0; i < s->len && !r->stop; i++) {
		while (first < r->merges && r->merge[first].to_row < s->at[i].row)
			first++;
		if (is_hidden(r, &s->at[i], first) || (kept > 0 && by_place(&s->at[kept - 1], &s->at[i]) == 0))
			continue;
		s->at[kept++] = s->at[i];
	}
	s->len = kept;
}

bool
sheet_read(struct sheet_book *b, const char *part, struct str xml, struct sheet *ret)
{
	struct reading     r = { .b = b };
	struct xml_handler h = { &r, on_start, on_end, on_text, &r.stop };
	bool               ok;

	buf_init(&r.value, TEXT_MAX);
	ok = xml_read(&h, b->a, b->name, part, xml, b->d) && !r.stop;
	buf_free(&r.value);
	if (!ok)
		return false;
	tidy(&r);
	*ret = r.sheet;
	return !r.stop;
}
