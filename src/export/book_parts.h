/* book_parts.h - the XML of a workbook's parts, for export/book.c: what stands around cells.
 *
 * Each writes one part, or the part of one that its name says. Sheets count from 1.
 */
#ifndef EXPORT_BOOK_PARTS_H
#define EXPORT_BOOK_PARTS_H

#include "export/book.h"

/* Escaped for elements and attributes; what XML cannot hold as "_x0001_" (22.9.2.19). */
void book_put_escaped(struct buf *b, struct str text);
/* <t>, with its blanks kept. */
void book_put_text(struct buf *b, struct str text);

void book_put_root(struct buf *b);
void book_put_properties(struct buf *b, int32_t made);
void book_put_styles(struct buf *b);
void book_put_workbook(struct buf *b, const struct book_sheet *at, size_t n);
void book_put_relations(struct buf *b, size_t sheets);
void book_put_types(struct buf *b, const bool *commented, size_t sheets);

void book_put_sheet_head(struct buf *b, const struct book_sheet *s, bool first);
void book_put_sheet_end(struct buf *b, const struct book_sheet *s, bool commented);

/* Comments are a part with their texts and a drawing of their frames. */
void book_put_sheet_relations(struct buf *b, size_t sheet);
void book_put_comments(struct buf *b, const struct book_comment *at, size_t n);
void book_put_drawing(struct buf *b, size_t sheet, const struct book_comment *at, size_t n);

#endif
