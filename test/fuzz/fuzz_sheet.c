/* A sheet of known columns gives whole rows or says what is wrong and where; and
 * what it gives, written again, is read as the same. */
#include "app/sheet.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct str known[] = {
	STR_INIT("id"), STR_INIT("title"), STR_INIT("lang"), STR_INIT("værdi"),
};

enum { COLUMNS = sizeof known / sizeof known[0], ROWS_MAX = 1 << 12 };

struct rows {
	struct str *cell;               /* len * COLUMNS */
	size_t      len;
	bool        opened;
};

static void
write_row(struct buf *b, const struct str *cell)
{
	for (size_t c = 0; c < COLUMNS; c++)
		csv_write_field(b, cell[c], c + 1 == COLUMNS);
}

/* Every problem is in the text, or about the whole of it. */
static void
check_diags(const struct diags *d, struct str text)
{
	size_t lines = 1;

	for (size_t i = 0; i < text.len; i++)
		lines += text.at[i] == '\n';
	for (const struct diag *p = d->first; p != NULL; p = p->next)
		if (p->line > lines || p->message.len == 0 || p->where.len == 0)
			abort();
}

static struct rows
read_rows(struct arena *a, struct str text, struct diags *d)
{
	struct rows  r = { .cell = ARENA_ARRAY(a, struct str, ROWS_MAX * COLUMNS) };
	struct sheet s;
	size_t       line = 0;

	r.opened = sheet_open(a, STR("ark.csv"), text, known, COLUMNS, d, &s);
	if (!r.opened && d->errors == 0)
		abort();
	while (r.opened && r.len < ROWS_MAX && sheet_next(&s, r.cell + r.len * COLUMNS)) {
		if (s.line <= line)
			abort();
		line = s.line;
		r.len++;
	}
	check_diags(d, text);
	return r;
}

static void
again(struct arena *a, const struct rows *r)
{
	struct diags d = diags_new(a);
	struct rows  back;
	struct buf   b;

	buf_init(&b, (size_t)1 << 26);
	write_row(&b, known);
	for (size_t i = 0; i < r->len; i++)
		write_row(&b, r->cell + i * COLUMNS);
	if (!buf_ok(&b))
		abort();
	back = read_rows(a, buf_str(&b), &d);
	if (!back.opened || d.errors > 0 || back.len != r->len)
		abort();
	for (size_t i = 0; i < r->len * COLUMNS; i++)
		if (!str_eq(r->cell[i], back.cell[i]))
			abort();
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct rows  r = read_rows(&a, (struct str){ (const char *)data, size }, &d);

	if (r.opened && r.len < ROWS_MAX)
		again(&a, &r);
	arena_free(&a);
	return 0;
}
