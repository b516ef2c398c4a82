/* reader.h - what the readers of all formats share: places, limits, blocks.
 *
 * Private to document/. A reader fails once and stays failed: after
 * reader_refuse() everything below does nothing, so that callers ask
 * `r->failed` in their loops and nowhere else.
 */
#ifndef DOCUMENT_READER_H
#define DOCUMENT_READER_H

#include "document/document.h"

struct place {
	const char *at;
	uint32_t    line, column;
};

struct reader {
	struct arena *a;
	struct diags *d;
	struct str    name, text;       /* text: without a byte order mark */
	struct place  place;            /* the last one asked for */
	struct block *at;
	size_t        len, cap;
	size_t        rows, parts;
	bool          failed;
};

/* Line and column of `at`. Fast when asked in the order of the input. */
void reader_place(struct reader *r, const char *at, uint32_t *line, uint32_t *column);

/* Add a diag at `at` (NULL: the whole input) and fail. */
void reader_refuse(struct reader *r, const char *at, struct str message, struct str hint);

/* The new last block, or NULL when there are too many. */
struct block *reader_block(struct reader *r, enum block_kind kind);

/* Count rows, and cells, pieces or jumps, against their limits. */
bool reader_count_rows(struct reader *r, size_t n);
bool reader_count_parts(struct reader *r, size_t n);

/* A row of a copy of these cells, counted. False: there are none, or too many rows. */
MUST_CHECK bool reader_row(struct reader *r, const struct cell *cell, size_t n, struct row *ret);

/* One for each format. They leave blocks in `r`, or fail it. */
void text_read(struct reader *r);
void markdown_read(struct reader *r);
void delimited_read(struct reader *r, char separator);
void laid_read(struct reader *r);

#endif
