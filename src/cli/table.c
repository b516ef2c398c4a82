#include "cli/table.h"
#include "base/utf8.h"

struct table
table_new(struct arena *a, size_t columns)
{
	return (struct table){ .arena = a, .columns = columns };
}

void
table_add(struct table *t, const struct str *cells)
{
	for (size_t i = 0; i < t->columns; i++) {
		ARENA_GROW(t->arena, t->cell, t->len, &t->cap);
		t->cell[t->len++] = cells[i];
	}
}

/* One letter; control characters, which a terminal obeys, as a space. */
static void
put_letter(struct buf *b, struct str s, size_t from, size_t to)
{
	size_t   at = from;
	uint32_t c = utf8_next(s, &at);

	if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
		BUF_LIT(b, " ");
	else
		buf_put(b, str_slice(s, from, to));
}

/* Bytes from `at` that are one letter each and print as they are, at most `max`. */
static size_t
plain_run(struct str s, size_t at, size_t max)
{
	size_t n = 0;

	while (n < max && at + n < s.len && s.at[at + n] >= ' ' && s.at[at + n] < 0x7F)
		n++;
	return n;
}

void
table_fit(struct buf *b, struct str s, size_t letters, bool pad)
{
	size_t length = utf8_length(s), at = 0, n = 0;
	size_t keep = length > letters && letters > 1 ? letters - 1 : letters;

	while (at < s.len && n < keep) {
		size_t from = at, plain = plain_run(s, at, keep - n);

		buf_put(b, str_slice(s, at, at + plain));
		at += plain;
		n += plain;
		if (plain > 0)
			continue;
		(void)utf8_next(s, &at);
		put_letter(b, s, from, at);
		n++;
	}
	if (length > letters && letters > 1) {
		BUF_LIT(b, "…");
		n++;
	}
	for (; pad && n < letters; n++)
		BUF_LIT(b, " ");
}

static void
write_tabs(const struct table *t, struct buf *b)
{
	for (size_t i = 0; i < t->len; i++) {
		table_fit(b, t->cell[i], SIZE_MAX, false);
		buf_char(b, (i + 1) % t->columns == 0 ? '\n' : '\t');
	}
}

struct str
table_line(struct str *rest, size_t letters)
{
	struct str s = *rest;
	size_t     at = 0, blank = 0, n = 0;

	while (at < s.len && n < letters) {
		if (s.at[at] == ' ')
			blank = at;
		(void)utf8_next(s, &at);
		n++;
	}
	if (at < s.len && s.at[at] != ' ' && blank > 0)
		at = blank;
	*rest = str_slice(s, at, s.len);
	while (rest->len > 0 && rest->at[0] == ' ')
		*rest = str_slice(*rest, 1, rest->len);
	s = str_slice(s, 0, at);
	while (s.len > 0 && s.at[s.len - 1] == ' ')
		s.len--;
	return s;
}

/* As wide as the widest cell; then the widest columns give way. */
static void
column_widths(const struct table *t, size_t width, size_t *columns)
{
	size_t all = 2 * (t->columns - 1), widest;

	for (size_t c = 0; c < t->columns; c++) {
		columns[c] = 0;
		for (size_t i = c; i < t->len; i += t->columns) {
			size_t n = utf8_length(t->cell[i]);
			columns[c] = n > columns[c] ? n : columns[c];
		}
		all += columns[c];
	}
	while (all > width) {
		widest = 0;
		for (size_t c = 1; c < t->columns; c++)
			widest = columns[c] > columns[widest] ? c : widest;
		if (columns[widest] <= 4)
			break;
		columns[widest]--;
		all--;
	}
}

void
table_write(const struct table *t, struct buf *b, int width)
{
	size_t columns[TABLE_COLUMNS];

	if (width <= 0) {
		write_tabs(t, b);
		return;
	}
	column_widths(t, (size_t)width, columns);
	for (size_t i = 0; i < t->len; i += t->columns) {
		size_t last = t->columns - 1;

		while (last > 0 && t->cell[i + last].len == 0)
			last--;         /* no blanks at the end of a line */
		for (size_t c = 0; c <= last; c++) {
			table_fit(b, t->cell[i + c], columns[c], c < last);
			buf_put(b, c < last ? STR("  ") : STR("\n"));
		}
	}
}
