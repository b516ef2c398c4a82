#include "app/sheet.h"
#include "base/utf8.h"

static bool
problem(struct sheet *s, size_t line, struct str message)
{
	return diag_error(s->diags, s->name, line, message, STR_NONE);
}

static struct str
unquoted(struct sheet *s, struct str cell)
{
	struct buf b;
	struct str text;

	buf_init(&b, cell.len + 1);
	csv_unquote(&b, cell);
	text = str_dup(s->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

/* The cells of a line; more than there is room for are counted, not kept. */
static bool
read_line(struct sheet *s, struct str *cell, size_t *n)
{
	enum csv_status st;
	bool            quoted;
	struct str      text;

	*n = 0;
	s->line = s->csv.line;
	do {
		st = csv_next(&s->csv, &text, &quoted);
		if (st == CSV_END)
			return false;
		if (st == CSV_BAD_QUOTE)
			return problem(s, s->csv.line,
			    STR("a quotation mark stands where none may stand"));
		if (*n < SHEET_COLUMNS)
			cell[*n] = quoted ? unquoted(s, text) : text;
		(*n)++;
	} while (st == CSV_FIELD);
	return true;
}

static bool
map_column(struct sheet *s, const struct str *known, struct str name, size_t at)
{
	for (size_t k = 0; k < s->known; k++) {
		if (!str_eq(known[k], name))
			continue;
		for (size_t i = 0; i < at; i++)
			if (s->column[i] == k)
				return problem(s, 1, arena_printf(s->arena,
				    "the column “" STR_FMT "” is there twice", STR_ARG(name)));
		s->column[at] = k;
		return true;
	}
	return problem(s, 1, arena_printf(s->arena, "“" STR_FMT "” is no column of this file",
	    STR_ARG(str_slice(name, 0, 80))));
}

bool
sheet_open(struct arena *a, struct str name, struct str text, const struct str *known, size_t n,
           struct diags *d, struct sheet *ret)
{
	struct sheet s = { .arena = a, .diags = d, .name = name, .known = n };
	struct str   cell[SHEET_COLUMNS];
	size_t       bad = utf8_check(text), before = d->errors;

	if (bad != SIZE_MAX) {
		size_t line = 1;

		for (size_t i = 0; i < bad; i++)
			line += text.at[i] == '\n';
		return problem(&s, line, STR("is not valid UTF-8"));
	}
	s.csv = csv_open(text, ',');
	if (!read_line(&s, cell, &s.columns))
		return d->errors > before ? false : problem(&s, 0, STR("is empty: it wants a header"));
	if (s.columns > SHEET_COLUMNS)
		return problem(&s, 1, STR("has too many columns"));
	for (size_t i = 0; i < s.columns; i++)
		if (!map_column(&s, known, cell[i], i))
			return false;
	*ret = s;
	return true;
}

bool
sheet_next(struct sheet *s, struct str *cell)
{
	struct str read[SHEET_COLUMNS];
	size_t     n;

	while (read_line(s, read, &n)) {
		if (n == 1 && read[0].len == 0 && s->columns > 1)
			continue;       /* an empty line */
		if (n != s->columns) {
			(void)problem(s, s->line, arena_printf(s->arena,
			    "has %zu cells, the header has %zu", n, s->columns));
			continue;
		}
		for (size_t i = 0; i < s->known; i++)
			cell[i] = STR_NONE;
		for (size_t i = 0; i < n; i++)
			cell[s->column[i]] = read[i];
		return true;
	}
	return false;
}
