#include "export/book.h"
#include "export/book_parts.h"
#include <string.h>

#define FULL          ((size_t)1 << 16) /* bytes of a part that are passed on together */
#define FIRST_DAY     (-25567)          /* 1900-01-01: what is earlier is text */
#define DAY_ZERO      25569             /* 1970-01-01, as sheets count days */
#define MARCH_OF_1900 (-25508)          /* before it they lack the 29 February that never was */

/* ---- parts ---- */

static void
pass_on(struct book *b)
{
	b->failed |= !buf_ok(&b->b);
	b->to->more(b->to->with, buf_str(&b->b));
	b->b.len = 0;
}

static void
begin_part(struct book *b, struct str name)
{
	b->to->begin(b->to->with, name);
}

void
book_open(struct book *b, struct arena *a, const struct parts *to, int32_t made)
{
	*b = (struct book){ .a = a, .to = to, .made = made };
	buf_init(&b->b, SIZE_MAX);
	begin_part(b, STR("_rels/.rels"));
	book_put_root(&b->b);
	pass_on(b);
	begin_part(b, STR("docProps/core.xml"));
	book_put_properties(&b->b, made);
	pass_on(b);
	begin_part(b, STR("xl/styles.xml"));
	book_put_styles(&b->b);
	pass_on(b);
}

/* ---- sheets ---- */

static void
put_comments(struct book *b)
{
	struct arena *a = b->a;
	size_t        n = b->sheets;

	b->commented[n - 1] = true;
	begin_part(b, arena_printf(a, "xl/worksheets/_rels/sheet%zu.xml.rels", n));
	book_put_sheet_relations(&b->b, n);
	pass_on(b);
	begin_part(b, arena_printf(a, "xl/comments%zu.xml", n));
	book_put_comments(&b->b, b->comment, b->comments);
	pass_on(b);
	begin_part(b, arena_printf(a, "xl/drawings/vmlDrawing%zu.vml", n));
	book_put_drawing(&b->b, n, b->comment, b->comments);
	pass_on(b);
	b->comments = 0;
}

static void
end_sheet(struct book *b)
{
	if (b->sheets == 0)
		return;
	if (b->row > 0)
		BUF_LIT(&b->b, "</row>");
	book_put_sheet_end(&b->b, &b->sheet[b->sheets - 1], b->comments > 0);
	pass_on(b);
	b->row = 0;
	if (b->comments > 0)
		put_comments(b);
}

void
book_sheet(struct book *b, const struct book_sheet *s)
{
	end_sheet(b);
	ARENA_GROW(b->a, b->sheet, b->sheets, &b->sheets_cap);
	ARENA_GROW(b->a, b->commented, b->sheets, &b->commented_cap);
	b->commented[b->sheets] = false;
	b->sheet[b->sheets++] = *s;
	b->failed |= s->columns > BOOK_COLUMNS_MAX;
	begin_part(b, arena_printf(b->a, "xl/worksheets/sheet%zu.xml", b->sheets));
	book_put_sheet_head(&b->b, s, b->sheets == 1);
}

/* ---- cells ---- */

/* "1", as rows are counted from there; the text for all cells of the row. */
void
book_row(struct book *b, size_t row)
{
	size_t at = sizeof b->row_text;

	if (row >= BOOK_ROWS_MAX) {
		b->failed = true;
		return;
	}
	if (b->row > 0)
		BUF_LIT(&b->b, "</row>");
	if (b->b.len >= FULL)
		pass_on(b);
	b->row = row + 1;
	for (size_t n = b->row; n > 0; n /= 10)
		b->row_text[--at] = (char)('0' + n % 10);
	b->row_len = sizeof b->row_text - at;
	memmove(b->row_text, b->row_text + at, b->row_len);
	BUF_LIT(&b->b, "<row r=\"");
	buf_put(&b->b, (struct str){ b->row_text, b->row_len });
	BUF_LIT(&b->b, "\">");
}

size_t
book_letters(size_t column, char ret[3])
{
	char   backwards[3];
	size_t n = 0;

	for (size_t left = column + 1; left > 0; left = (left - 1) / 26)
		backwards[n++] = (char)('A' + (left - 1) % 26);
	for (size_t i = 0; i < n; i++)
		ret[i] = backwards[n - 1 - i];
	return n;
}

void
book_name(struct buf *ret, size_t row, size_t column)
{
	char   at[3];
	size_t n = column < BOOK_COLUMNS_MAX ? book_letters(column, at) : 0;

	buf_put(ret, (struct str){ at, n });
	buf_int(ret, (int64_t)row + 1, 1);
}

/* <c r="C4" s="2" and no more; put together first, since there are millions of them. */
static void
begin_cell(struct book *b, size_t column, unsigned style)
{
	char   head[40] = "<c r=\"";
	size_t n = 6;

	if (column >= BOOK_COLUMNS_MAX) {
		b->failed = true;
		return;
	}
	n += book_letters(column, head + n);
	memcpy(head + n, b->row_text, b->row_len);
	n += b->row_len;
	head[n++] = '"';
	if (style != BOOK_PLAIN) {
		memcpy(head + n, " s=\"", 4);
		n += 4;
		if (style >= 10)
			head[n++] = (char)('0' + style / 10);
		head[n++] = (char)('0' + style % 10);
		head[n++] = '"';
	}
	buf_put(&b->b, (struct str){ head, n });
}

/* As much of it as a cell takes. */
static struct str
fitting(struct str text)
{
	size_t n = 0;

	if (text.len <= BOOK_TEXT_MAX)
		return text;
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		n += (size_t)((c & 0xC0) != 0x80) + (c >= 0xF0);/* two halves beyond U+FFFF */
		if (n > BOOK_TEXT_MAX)
			return str_slice(text, 0, i);
	}
	return text;
}

void
book_text(struct book *b, size_t column, unsigned style, struct str text)
{
	if (text.len == 0)
		return;
	begin_cell(b, column, style);
	BUF_LIT(&b->b, " t=\"inlineStr\"><is>");
	book_put_text(&b->b, fitting(text));
	BUF_LIT(&b->b, "</is></c>");
}

void
book_number(struct book *b, size_t column, unsigned style, struct number n)
{
	begin_cell(b, column, style);
	BUF_LIT(&b->b, "><v>");
	number_write_plain(&b->b, number_trim(n));
	BUF_LIT(&b->b, "</v></c>");
}

void
book_day(struct book *b, size_t column, unsigned style, int32_t day)
{
	if (day < FIRST_DAY)
		book_text(b, column, BOOK_PLAIN, day_iso(b->a, day));
	else
		book_number(b, column, style, NUMBER((int64_t)day + DAY_ZERO - (day < MARCH_OF_1900), 0));
}

void
book_formula(struct book *b, size_t column, unsigned style, struct str formula, struct number value)
{
	b->failed |= formula.len > BOOK_FORMULA_MAX;
	begin_cell(b, column, style);
	BUF_LIT(&b->b, "><f>");
	book_put_escaped(&b->b, formula);
	BUF_LIT(&b->b, "</f><v>");
	number_write_plain(&b->b, number_trim(value));
	BUF_LIT(&b->b, "</v></c>");
}

void
book_comment(struct book *b, size_t column, struct str text)
{
	ARENA_GROW(b->a, b->comment, b->comments, &b->comments_cap);
	b->comment[b->comments++] = (struct book_comment){ b->row - 1, column, fitting(text) };
}

bool
book_close(struct book *b)
{
	end_sheet(b);
	begin_part(b, STR("xl/workbook.xml"));
	book_put_workbook(&b->b, b->sheet, b->sheets);
	pass_on(b);
	begin_part(b, STR("xl/_rels/workbook.xml.rels"));
	book_put_relations(&b->b, b->sheets);
	pass_on(b);
	begin_part(b, STR("[Content_Types].xml"));
	book_put_types(&b->b, b->commented, b->sheets);
	pass_on(b);
	buf_free(&b->b);
	return !b->failed;
}
