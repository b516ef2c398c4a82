#include "app/paper_blocks.h"

#define BLOCK_BYTES 80          /* what a block or a row weighs besides its text */

/* ---- pages ---- */

static size_t
row_bytes(const struct row *r)
{
	size_t n = BLOCK_BYTES;

	for (size_t c = 0; c < r->len; c++)
		for (size_t i = 0; i < r->at[c].len; i++)
			n += r->at[c].at[i].text.len;
	return n;
}

struct cutter {
	struct arena       *a;
	struct paper_start *at;
	size_t              len, cap;
	size_t              bytes;      /* on the page so far */
};

static void
take(struct cutter *k, size_t block, size_t row, uint32_t line, size_t bytes)
{
	if (k->len == 0 || (k->bytes > 0 && k->bytes + bytes > PAPER_PAGE_BYTES)) {
		ARENA_GROW(k->a, k->at, k->len, &k->cap);
		k->at[k->len] = (struct paper_start){ block, row, k->len == 0 ? 1 : line };
		k->len++;
		k->bytes = 0;
	}
	k->bytes += bytes;
}

size_t
paper_pages(struct arena *a, const struct document *doc, struct paper_start **ret)
{
	struct cutter k = { .a = a };

	for (size_t i = 0; i < doc->len; i++) {
		const struct block *b = &doc->at[i];

		if (b->kind != BLOCK_TABLE)
			take(&k, i, 0, b->line, BLOCK_BYTES + b->piece.text.len);
		for (size_t r = 0; b->kind == BLOCK_TABLE && r < b->table.len; r++)
			take(&k, i, r, r == 0 ? b->line : b->table.at[r].line,
			    row_bytes(&b->table.at[r]));
	}
	if (k.len == 0)
		take(&k, 0, 0, 1, 0);
	*ret = k.at;
	return k.len;
}

/* ---- blocks ---- */

static struct paper_cell
cell_of(struct arena *a, const struct cell *c, const struct paper_marks *m)
{
	struct paper_cell to = { ARENA_ARRAY(a, struct paper_text, c->len + 1), c->len };

	for (size_t i = 0; i < c->len; i++)
		to.at[i] = paper_spans(a, &c->at[i], m);
	return to;
}

static struct paper_row
row_of(struct arena *a, const struct row *r, const struct paper_marks *m)
{
	struct paper_row to = { ARENA_ARRAY(a, struct paper_cell, r->len + 1), r->len, r->line };

	for (size_t i = 0; i < r->len; i++)
		to.at[i] = cell_of(a, &r->at[i], m);
	return to;
}

static bool
has_digits(const struct row *r)
{
	for (size_t c = 0; c < r->len; c++)
		for (size_t i = 0; i < r->at[c].len; i++)
			if (str_has_digit(r->at[c].at[i].text))
				return true;
	return false;
}

/* By intent; or a row of words above a row with figures. */
static bool
is_headed(const struct document *doc, const struct table *t)
{
	if (t->ruled || doc->format == FORMAT_CSV || doc->format == FORMAT_TSV)
		return true;
	return t->len > 1 && t->at[0].len > 2 && !has_digits(&t->at[0]) && has_digits(&t->at[1]);
}

/* Rows from `from` up to `to`; a table that goes on says again what its columns are. */
static void
fill_table(struct arena *a, const struct document *doc, const struct table *t, size_t from,
           size_t to, const struct paper_marks *m, struct paper_block *ret)
{
	static const struct paper_marks none = { 0 };

	ret->headed = is_headed(doc, t);
	ret->goes_on = from > 0;
	ret->row = ARENA_ARRAY(a, struct paper_row, to - from + 2);
	if (ret->headed && from > 0) {
		ret->row[ret->rows] = row_of(a, &t->at[0], &none);
		ret->row[ret->rows++].line = 0;
	}
	for (size_t i = from; i < to; i++)
		ret->row[ret->rows++] = row_of(a, &t->at[i], m);
	for (size_t i = 0; i < ret->rows; i++)
		if (ret->row[i].len > ret->columns)
			ret->columns = ret->row[i].len;
	if (from > 0)
		ret->line = t->at[from].line;
}

static const enum paper_kind kinds[] = {
	[BLOCK_HEADING] = PAPER_HEADING, [BLOCK_PARAGRAPH] = PAPER_PARAGRAPH,
	[BLOCK_ITEM] = PAPER_ITEM, [BLOCK_TABLE] = PAPER_TABLE, [BLOCK_FOOTNOTE] = PAPER_FOOTNOTE,
};

/* Each finding belongs to the last block that begins no later than it. */
static void
give_findings(struct arena *a, struct paper_block *at, size_t n, const struct paper_marks *m)
{
	size_t next = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t end = i + 1 < n ? at[i + 1].line : UINT32_MAX;
		size_t   from = next;

		while (next < m->findings && (m->finding[next].line < end || i + 1 == n))
			next++;
		at[i].finding = ARENA_ARRAY(a, const struct finding *, next - from + 1);
		for (; from < next; from++)
			at[i].finding[at[i].findings++] = &m->finding[from];
	}
}

size_t
paper_blocks(struct arena *a, const struct document *doc, const struct paper_start *from,
             const struct paper_start *to, const struct paper_marks *m, struct paper_block **ret)
{
	struct paper_start  end = { .block = doc->len };
	struct paper_block *at;
	size_t              n = 0;

	if (to != NULL)
		end = *to;
	at = ARENA_ARRAY(a, struct paper_block, end.block - from->block + 2);
	for (size_t i = from->block; i < doc->len && i < end.block + (end.row > 0); i++) {
		const struct block *b = &doc->at[i];
		size_t              row = i == from->block ? from->row : 0;

		at[n] = (struct paper_block){ .kind = kinds[b->kind], .level = b->level,
		                              .line = b->line };
		if (b->kind == BLOCK_TABLE)
			fill_table(a, doc, &b->table, row, i == end.block ? end.row : b->table.len, m,
			    &at[n]);
		else
			at[n].text = paper_spans(a, &b->piece, m);
		if (b->kind != BLOCK_TABLE && b->mark.len > 0)
			at[n].text.mark = b->mark;
		n++;
	}
	give_findings(a, at, n, m);
	*ret = at;
	return n;
}
