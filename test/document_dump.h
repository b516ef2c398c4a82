/* document_dump.h - a document as text, one line a block, for tests to compare.
 *
 *	3:1 H2[2.1] Status for Jobpatruljer
 *	5:1 P Målene er:
 *	6:1 I1[-] at nå målet
 *	8:1 F[¹] Dette adskiller sig
 *	9:1 T ruled
 *	  9: Navn | {i9}Målgruppe: ældre / *[▪] unge |
 *
 * {i9}: the first nine bytes are emphasised. Cells are split by " | ", the
 * pieces of a cell by " / "; an item among them begins with "*[MARK] ".
 */
#ifndef TEST_DOCUMENT_DUMP_H
#define TEST_DOCUMENT_DUMP_H

#include "document/document.h"

static inline void
dump_piece(struct buf *b, const struct piece *p)
{
	if (p->emphasis)
		buf_putf(b, "{i%u}", p->emphasis_len);
	buf_put(b, p->text);
}

static inline void
dump_table(struct buf *b, const struct table *t)
{
	BUF_LIT(b, "T");
	if (t->ruled)
		BUF_LIT(b, " ruled");
	BUF_LIT(b, "\n");
	for (size_t r = 0; r < t->len; r++) {
		buf_putf(b, "  %u:", t->at[r].line);
		for (size_t c = 0; c < t->at[r].len; c++) {
			const struct cell *cell = &t->at[r].at[c];
			if (c > 0)
				BUF_LIT(b, " |");
			for (size_t i = 0; i < cell->len; i++) {
				buf_put(b, i > 0 ? STR(" / ") : STR(" "));
				if (cell->at[i].item) {
					BUF_LIT(b, "*[");
					buf_put(b, cell->at[i].mark);
					BUF_LIT(b, "] ");
				}
				dump_piece(b, &cell->at[i]);
			}
		}
		BUF_LIT(b, "\n");
	}
}

static inline void
dump_block(struct buf *b, const struct block *block)
{
	static const char kind[] = {
		[BLOCK_HEADING] = 'H', [BLOCK_PARAGRAPH] = 'P', [BLOCK_ITEM] = 'I', [BLOCK_FOOTNOTE] = 'F',
	};

	buf_putf(b, "%u:%u ", block->line, block->column);
	if (block->kind == BLOCK_TABLE) {
		dump_table(b, &block->table);
		return;
	}
	buf_char(b, kind[block->kind]);
	if (block->level > 0)
		buf_putf(b, "%u", block->level);
	if (block->mark.len > 0) {
		BUF_LIT(b, "[");
		buf_put(b, block->mark);
		BUF_LIT(b, "]");
	}
	BUF_LIT(b, " ");
	dump_piece(b, &block->piece);
	BUF_LIT(b, "\n");
}

static inline void
dump_document(struct buf *b, const struct document *doc)
{
	for (size_t i = 0; i < doc->len; i++)
		dump_block(b, &doc->at[i]);
}

#endif
