/* document.h - a paper as blocks, each with the line and column it began at.
 *
 * Knows no domain: a reader turns bytes into headings, paragraphs, list items
 * and tables; recognisers give them meaning. Texts borrow from the input where
 * they can and are in the arena where markup was taken out. Lines and columns
 * count from 1; a column counts letters, not bytes. HTML, DOCX, ODT and XLSX have no
 * lines that say anything: they are laid out first (lay.h), one line for each block or
 * row, and that text is what is read here and what places count.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/diag.h"
#include "base/paper_format.h"

#define DOCUMENT_BYTES_MAX  ((size_t)32 << 20)
#define DOCUMENT_BLOCKS_MAX 200000      /* blocks, and rows, and lines of one paragraph */
#define DOCUMENT_PARTS_MAX  2000000     /* cells, pieces and breaks inside pieces */
#define DOCUMENT_LEVELS_MAX 100         /* lists in lists, quotes in quotes */
#define TABLE_COLUMNS_MAX   400

/* From byte `text` of a piece's text on, the input is at byte `raw` of its raw. */
struct jump {
	uint32_t text, raw;
};

/* A stretch of text without a break: a paragraph, a list item, a cell's line. */
struct piece {
	struct str text;                /* cleaned: tags out, entities in, blanks trimmed */
	struct str raw;                 /* the same as it stands in the input */
	uint32_t   line, column;        /* of raw's first byte */
	struct str mark;                /* of an item in a cell: "▪", "2)"; not in text; may be empty */
	struct jump *jump;              /* none: text is raw */
	size_t     jumps;
	bool       item;                /* a list item */
	bool       emphasis;            /* begins with words in italics or bold: "<i>Målgruppe:</i> …" */
	uint32_t   emphasis_len;        /* bytes of `text` that are emphasised at its start */
};

struct cell {
	struct piece *at;               /* empty cell: len 0 */
	size_t        len;
	uint32_t      line, column;     /* where the cell begins */
};

struct row {
	struct cell *at;
	size_t       len;
	uint32_t     line;
};

struct table {
	struct row *at;                 /* rules ("---\t---") are left out */
	size_t      len;
	bool        ruled;              /* a rule followed the first row: it is a header by intent */
};

enum block_kind { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_ITEM, BLOCK_TABLE, BLOCK_FOOTNOTE };

struct block {
	enum block_kind kind;
	uint8_t         level;          /* HEADING: 1-6, 0 where the text does not say; ITEM: depth from 1 */
	struct str      mark;           /* "2.1" (of "2.1" and "2.1."), "1)", "-", "▪", "³": not in
	                                 * the piece's text; may be empty */
	struct piece    piece;          /* all but TABLE */
	struct table    table;          /* TABLE */
	uint32_t        line, column;   /* where it begins; in text, at its mark */
};

struct document {
	struct str    name;             /* file name, for diags */
	enum format   format;
	struct str    text;             /* the whole input, valid UTF-8 */
	struct block *at;
	size_t        len;
};

/* Which reader fits: by looking for what is packed or a page, else by extension, else by
 * looking. */
enum format document_format(struct str name, struct str text);

/* Reads all of `text`. Refused with one diag each: empty, over
 * DOCUMENT_BYTES_MAX, NUL bytes, binary (PDF, ZIP, UTF-16, ...: named), invalid
 * UTF-8 (line and column), too many blocks, rows or nested lists. On success
 * everything is in `a` or borrowed from `text`. */
MUST_CHECK bool document_read(struct arena *a, struct str name, enum format, struct str text,
                              struct diags *d, struct document *ret);

/* All pieces of a cell joined with '\n' (its single piece is borrowed). */
struct str cell_text(struct arena *a, const struct cell *c);

/* Line and column in the input of byte `at` of piece->text, also where tags and
 * entities were taken out of it. At text.len: where raw ends. */
void piece_place(const struct piece *p, size_t at, uint32_t *line, uint32_t *column);

/* The other way round, for places in the order of the input: the byte of piece->text
 * at each, or the next one where that is not in the text; text.len behind its end. */
struct spot {
	uint32_t line, column;
	size_t   byte;                  /* found */
};

void piece_find(const struct piece *p, struct spot *spot, size_t n);

#endif
