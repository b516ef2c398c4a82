/* flow.h - private to document/: text that flows through headings, lists and tables
 * into the lines that lay.h describes.
 *
 * What begins must end, the innermost first. A boundary between blocks ends a line;
 * inside a cell it ends a paragraph of the cell. A table in a cell is text of the cell.
 */
#ifndef DOCUMENT_FLOW_H
#define DOCUMENT_FLOW_H

#include "document/laid.h"

enum flow_blank { BLANK_NONE, BLANK_SOFT, BLANK_HARD };

/* What stands between two paragraphs of a cell; the later of two wins over the earlier. */
enum flow_gap { GAP_NONE, GAP_BREAK, GAP_PARAGRAPH, GAP_ITEM };

struct flow_list {
	bool    ordered;
	char    type;                   /* '1', 'a', 'A', 'i', 'I' */
	int64_t number;                 /* of the next item */
};

struct flow {
	struct laid      laid;
	struct buf       text;          /* of the block, or of the row under way */
	bool             letters;       /* some in this block or cell */
	enum flow_blank  blank;
	enum flow_gap    gap;           /* cell: before the next letter */
	unsigned         level;         /* of the heading under way; 0: none */
	unsigned         emphasis, sup, pre;
	bool             emphasised;    /* a <b> is open in the text */
	struct str       mark;          /* of the item, the note, before its first letter */
	bool             item, note;
	size_t           lists, outer;  /* open; those outside the cell */
	struct flow_list list[DOCUMENT_LEVELS_MAX];
	unsigned         tables;        /* open, one in another */
	bool             row, cell, first;
	bool             caption;
	size_t           cells;
	uint32_t         below[TABLE_COLUMNS_MAX];      /* rows that a cell above still spans */
	struct str       late;          /* a caption that came behind the rows */
};

void flow_open(struct flow *f, struct arena *a, struct str name, struct diags *d);
MUST_CHECK bool flow_done(struct flow *f, struct str *ret);

void flow_letters(struct flow *f, struct str s);
void flow_break(struct flow *f);
void flow_boundary(struct flow *f);
void flow_heading(struct flow *f, unsigned level);
void flow_heading_end(struct flow *f);
void flow_list(struct flow *f, struct flow_list list);
void flow_list_end(struct flow *f);
void flow_item(struct flow *f, const int64_t *number);  /* NULL: the next one */
void flow_item_end(struct flow *f);
void flow_note(struct flow *f);                         /* the item is a footnote */
void flow_table(struct flow *f);
void flow_table_end(struct flow *f);
void flow_row(struct flow *f);
void flow_row_end(struct flow *f);
void flow_cell(struct flow *f, bool header, unsigned across, unsigned down);
void flow_cell_end(struct flow *f);
void flow_caption(struct flow *f);
void flow_caption_end(struct flow *f);

/* ---- between flow.c and flow_table.c ---- */

void flow_end_emphasis(struct flow *f);
void flow_begin_text(struct flow *f);   /* nothing of a block was said yet */

#endif
