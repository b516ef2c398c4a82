/* columns_rows.c - the rows of CSV, of SDMX-CSV and of a sheet, for columns.c. */
#include "document/columns_parts.h"
#include "base/untag.h"
#include "base/utf8.h"
#include "document/csv.h"
#include "document/xlsx.h"
#include <string.h>

/* ---- CSV ---- */

/* At most four bytes; how many. */
static size_t
put_letter(char *to, unsigned u)
{
	size_t n = u < 0x80 ? 1 : u < 0x800 ? 2 : u < 0x10000 ? 3 : 4;

	for (size_t i = n; i > 1; i--, u >>= 6)
		to[i - 1] = (char)(0x80 | (u & 0x3f));
	to[0] = (char)(n == 1 ? u : n == 2 ? 0xc0 | u : n == 3 ? 0xe0 | u : 0xf0 | u);
	return n;
}

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

		n += put_letter(to + n, c >= 0x80 && c < 0xa0 ? high[c - 0x80] : c);
	}
	return (struct str){ to, n };
}

/* UTF-16 with its mark at the beginning, as a spreadsheet saves "Unicode text". */
static struct str
from_utf16(struct arena *a, struct str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.at;
	bool                 big = p[0] == 0xfe;
	char                *to = arena_bytes(a, 2 * bytes.len + 1);
	size_t               n = 0;

	for (size_t i = 2; i + 1 < bytes.len; i += 2) {
		unsigned u = (unsigned)p[i + !big] << 8 | p[i + big];
		bool     pair = u >= 0xd800 && u < 0xdc00 && i + 3 < bytes.len;
		unsigned low = pair ? (unsigned)p[i + 2 + !big] << 8 | p[i + 2 + big] : 0;

		if (pair && low >= 0xdc00 && low < 0xe000) {
			u = 0x10000 + ((u - 0xd800) << 10) + (low - 0xdc00);
			i += 2;
		} else if (u >= 0xd800 && u < 0xe000) {
			u = 0xfffd;
		}
		n += put_letter(to + n, u);
	}
	return (struct str){ to, n };
}

static bool
is_utf16(struct str bytes)
{
	return str_starts(bytes, STR("\xff\xfe")) || str_starts(bytes, STR("\xfe\xff"));
}

static bool
as_text(struct columns_reading *r, struct str bytes, struct str *ret)
{
	if (bytes.len > FIGURES_BYTES_MAX)
		return columns_refuse(r, 0, STR("is longer than 64 MB"), STR_NONE);
	if (is_utf16(bytes))
		bytes = from_utf16(r->a, bytes);
	if (str_starts(str_trim(bytes), STR("<")))
		return columns_refuse(r, 0, STR("is a web page, no figures"), STR_NONE);
	if (bytes.len > 0 && memchr(bytes.at, 0, bytes.len) != NULL)
		return columns_refuse(r, 0, STR("is no text"), STR("a workbook is of the kind xlsx"));
	*ret = bytes;
	if (utf8_check(bytes) == SIZE_MAX)
		return true;
	*ret = from_1252(r->a, bytes);
	(void)diag_add(r->d, (struct diag){ .level = DIAG_NOTE, .where = r->name,
	    .message = STR("is not UTF-8, and was read as windows-1252") });
	return true;
}

static struct str
plain(struct columns_reading *r, struct str cell, bool quoted)
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
next_row(struct columns_reading *r, struct csv *c, struct str *cell, size_t *n)
{
	enum csv_status st = CSV_FIELD;
	size_t          line = c->line;
	bool            quoted = false;

	for (*n = 0; st == CSV_FIELD; (*n)++) {
		if (*n == COLUMNS_CELLS_MAX)
			return columns_refuse(r, line, STR("has more than 2,000 columns"), STR_NONE);
		st = csv_next(c, &cell[*n], &quoted);
		if (st == CSV_END)
			break;
		if (st == CSV_BAD_QUOTE)
			return columns_refuse(r, c->line, STR("a quotation mark is not closed, or stands where none may"
			    " stand"), STR_NONE);
		cell[*n] = str_trim(plain(r, cell[*n], quoted));
	}
	return true;
}

static bool
take_row(struct columns_reading *r, const struct str *cell, size_t n, size_t line)
{
	if (!r->headed)
		return columns_heading(r, cell, n);
	if (n == 1 && r->columns > 1)           /* a line of words, or an empty one */
		return true;
	if (n != r->columns)
		return columns_refuse(r, line, arena_printf(r->a, "has %zu cells, its heading %zu", n, r->columns),
		    STR("is the file whole, and its separator the right one?"));
	return columns_row(r, cell, line);
}

/* Does a heading stand there with this separator? */
static bool
finds_heading(struct columns_reading *r, struct str text, char separator)
{
	struct columns_reading *x = ARENA_NEW(r->a, struct columns_reading);
	struct diags    unsaid = diags_new(r->a);
	struct csv      c = csv_open(text, separator);
	struct str     *cell = ARENA_ARRAY(r->a, struct str, COLUMNS_CELLS_MAX);
	size_t          n = 1;

	*x = *r;
	x->d = &unsaid;
	while (!x->headed && x->rows < COLUMNS_HEAD_MAX && n > 0)
		if (!next_row(x, &c, cell, &n) || (n > 0 && !columns_heading(x, cell, n)))
			return false;
	return x->headed;
}

static char
separator_of(struct columns_reading *r, struct str text)
{
	static const char all[] = { ';', '\t', ',' };

	for (size_t i = 0; i < COUNT_OF(all) && r->ask->separator == 0; i++)
		if (finds_heading(r, text, all[i]))
			return all[i];
	return r->ask->separator;
}

static bool
read_csv(struct columns_reading *r, struct str bytes)
{
	struct str *cell = ARENA_ARRAY(r->a, struct str, COLUMNS_CELLS_MAX), text;
	struct csv  c;
	size_t      n = 0, line;
	char        separator;

	if (!as_text(r, bytes, &text))
		return false;
	separator = separator_of(r, text);
	c = csv_open(text, separator != 0 ? separator : csv_separator(text));
	if (separator == 0) {
		if (!next_row(r, &c, cell, &n))
			return false;
		r->seen = columns_listed(r, cell, n);
		return columns_refuse_heading(r);
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
	struct columns_reading *r = ARENA_NEW(a, struct columns_reading);

	return columns_open(r, a, name, ask, d) && read_csv(r, bytes) && columns_close(r, ret);
}

bool
columns_read_sdmx(struct arena *a, struct str name, struct str bytes, const struct columns_ask *ask,
                  struct diags *d, struct figures *ret)
{
	static const struct str value[] = { STR_INIT("OBS_VALUE") };
	struct columns_ask      x = { .code = ask->code, .codes = ask->codes, .figure = value, .figures = 1,
	                              .time = STR("TIME_PERIOD"), .separator = ask->separator };
	struct columns_reading         *r = ARENA_NEW(a, struct columns_reading);
	struct str              head = str_starts(bytes, STR("\xef\xbb\xbf")) ? str_slice(bytes, 3, bytes.len)
	                                                                      : bytes;

	if (!columns_open(r, a, name, &x, d))
		return false;
	r->sdmx = true;
	if (!str_starts(head, STR("STRUCTURE")) && !str_starts(head, STR("DATAFLOW")) &&
	    !str_starts(head, STR("\"STRUCTURE")) && !str_starts(head, STR("\"DATAFLOW")))
		return columns_refuse(r, 0, str_starts(str_trim(head), STR("<")) ? STR("is a web page, no figures")
		    : STR("is no SDMX-CSV: it begins with neither STRUCTURE nor DATAFLOW"), STR_NONE);
	return read_csv(r, bytes) && columns_close(r, ret);
}

/* ---- workbooks ---- */

struct sheet_row {
	struct columns_reading *r;
	struct str     *cell;
	size_t          used;           /* cells of the row before, to be emptied */
};

static bool
on_row(void *user, size_t line, const struct str *cell, const uint32_t *column, size_t n)
{
	struct sheet_row *s = user;
	struct columns_reading   *r = s->r;
	size_t            width = 0;

	for (size_t i = 0; i < s->used; i++)
		s->cell[i] = STR_NONE;
	for (size_t i = 0; i < n; i++) {
		if (column[i] > COLUMNS_CELLS_MAX)
			continue;
		s->cell[column[i] - 1] = untag(r->a, cell[i]);
		width = column[i];
	}
	s->used = width;
	return r->headed ? columns_row(r, s->cell, line) : columns_heading(r, s->cell, width);
}

bool
columns_read_xlsx(struct arena *a, struct str name, struct str bytes, struct str sheet,
                  const struct columns_ask *ask, struct diags *d, struct figures *ret)
{
	struct columns_reading  *r = ARENA_NEW(a, struct columns_reading);
	struct sheet_row s = { r, ARENA_ARRAY(a, struct str, COLUMNS_CELLS_MAX), 0 };

	if (!columns_open(r, a, name, ask, d))
		return false;
	r->sheet = true;
	return xlsx_rows(a, name, bytes, sheet, on_row, &s, d) && columns_close(r, ret);
}
