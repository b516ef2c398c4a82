#include "document/reader.h"
#include <string.h>

/* Move `p` to `to`: lines end at LF, letters are bytes that do not continue one. */
static void
walk(struct place *p, const char *to)
{
	const char *end;

	while (p->at < to && (end = memchr(p->at, '\n', (size_t)(to - p->at))) != NULL) {
		p->line++;
		p->column = 1;
		p->at = end + 1;
	}
	for (; p->at < to; p->at++)
		p->column += ((unsigned char)*p->at & 0xC0) != 0x80;
}

void
reader_place(struct reader *r, const char *at, uint32_t *line, uint32_t *column)
{
	if (at < r->place.at)
		r->place = (struct place){ r->text.at, 1, 1 };
	walk(&r->place, at);
	*line = r->place.line;
	*column = r->place.column;
}

void
reader_refuse(struct reader *r, const char *at, struct str message, struct str hint)
{
	struct diag problem = { .level = DIAG_ERROR, .where = r->name, .message = message, .hint = hint };
	uint32_t    line, column;

	if (r->failed)
		return;
	r->failed = true;
	if (at != NULL) {
		reader_place(r, at, &line, &column);
		problem.line = line;
		problem.column = column;
	}
	diag_add(r->d, problem);
}

struct block *
reader_block(struct reader *r, enum block_kind kind)
{
	if (r->len >= DOCUMENT_BLOCKS_MAX)
		reader_refuse(r, r->place.at, STR("more than 200000 paragraphs and tables"),
		    STR("split the document"));
	if (r->failed)
		return NULL;
	ARENA_GROW(r->a, r->at, r->len, &r->cap);
	r->at[r->len] = (struct block){ .kind = kind };
	return &r->at[r->len++];
}

bool
reader_count_rows(struct reader *r, size_t n)
{
	r->rows += n;
	if (r->rows > DOCUMENT_BLOCKS_MAX)
		reader_refuse(r, r->place.at, STR("more than 200000 table rows"),
		    STR("load figures with `pejl load`, not as a document"));
	return !r->failed;
}

bool
reader_count_parts(struct reader *r, size_t n)
{
	r->parts += n;
	if (r->parts > DOCUMENT_PARTS_MAX)
		reader_refuse(r, r->place.at, STR("more than 2000000 cells and pieces of text"),
		    STR("split the document"));
	return !r->failed;
}

bool
reader_row(struct reader *r, const struct cell *cell, size_t n, struct row *ret)
{
	if (n == 0 || !reader_count_rows(r, 1))
		return false;
	*ret = (struct row){ .at = ARENA_ARRAY(r->a, struct cell, n), .len = n, .line = cell[0].line };
	memcpy(ret->at, cell, n * sizeof *cell);
	return true;
}
