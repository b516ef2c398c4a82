/* tree.h - a report as one document tree: what a council paper is made of, before it is
 * HTML, PDF, DOCX, a workbook or Markdown.
 *
 * Builders (report/status.h, ...) add parts in reading order, in the report's language.
 * Numbers of sections, tables, figures and notes are given once, by tree_number(), and
 * every format prints those; a reference to what does not exist is a bug of the builder.
 * Texts are borrowed or in `a`. Knows no store, no request and no file.
 *
 *	struct tree t = tree_new(a, say(l, "Status report"), l->code);
 *	tree_heading(&t, 1, STR("economy"), say(l, "Economy"));
 *	struct tree_part *m = tree_table(&t, STR("overview"), caption, columns, 5);
 */
#ifndef REPORT_TREE_H
#define REPORT_TREE_H

#include "core/calendar.h"
#include "core/number.h"
#include "report/runs.h"

enum tree_align { ALIGN_START, ALIGN_END };

struct tree_column {
	struct str      title;
	enum tree_align align;
	uint8_t         width;          /* share of the line, in any unit; 0: as it comes */
};

/* What stands in a cell: words, and where it is a figure or a day also its value, which a
 * workbook takes. SUM: a number that a workbook makes as the sum of the cells above it, from
 * row `first` on; rows that are groups are not added. */
enum cell_kind { CELL_WORDS, CELL_NUMBER, CELL_DAY, CELL_SUM };

struct tree_cell {
	enum cell_kind kind;
	struct runs    words;           /* as printed, also of a number */
	struct number  number;
	int32_t        day;
	uint32_t       first;
	uint8_t        columns;         /* how many it spans; 0 and 1: one */
	bool           head;            /* heads its row */
};

struct tree_row {
	struct tree_cell *at;
	size_t            len, cap;
	bool              group;        /* a heading or a total among the rows: printed strong */
};

enum tree_kind {
	TREE_HEADING, TREE_PARAGRAPH, TREE_LIST, TREE_TABLE, TREE_FIGURE,
	TREE_PAGE                       /* what follows begins a page */
};

struct tree_part {
	enum tree_kind kind;
	struct str     anchor;          /* of HEADING, TABLE, FIGURE: unique in the tree */
	struct str     number;          /* given by tree_number(): "2.1", "4" */
	struct str     lang;            /* empty: of the report */
	uint8_t        level;           /* HEADING: 1 to 4 */
	bool           unnumbered;      /* HEADING */
	bool           ordered;         /* LIST */
	bool           staff;           /* written by people; all else is computed */
	struct runs    words;           /* of HEADING, PARAGRAPH; caption of TABLE, FIGURE */
	struct runs   *item;            /* of LIST */
	size_t         items, items_cap;
	const struct tree_column *column;       /* of TABLE */
	size_t         columns;
	struct tree_row *row;
	size_t         rows, rows_cap;
	struct str     svg;             /* of FIGURE: by view/chart.h, CHART_INLINE and CHART_WIDE */
	struct str     alternative;     /* of FIGURE: what it shows, in a sentence */
	struct runs    source;          /* of TABLE and FIGURE: stands under it; may be empty */
};

struct tree {
	struct arena *a;
	struct str    title, subtitle, lang, authority;
	int32_t       as_of, made;      /* days */
	struct str    kind;             /* "status" */
	struct tree_part *at;
	size_t        len, cap;
	struct run  **note;             /* after tree_number(): all of them, by number */
	size_t        notes, notes_cap;
};

struct tree tree_new(struct arena *a, struct str title, struct str lang);

/* The parts, each returned to be filled until the next is added. */
struct tree_part *tree_heading(struct tree *t, uint8_t level, struct str anchor,
                               struct str words);
struct tree_part *tree_paragraph(struct tree *t);
struct tree_part *tree_list(struct tree *t, bool ordered);
struct runs      *tree_item(struct tree *t, struct tree_part *list);
struct tree_part *tree_table(struct tree *t, struct str anchor, struct str caption,
                             const struct tree_column *column, size_t columns);
struct tree_part *tree_figure(struct tree *t, struct str anchor, struct str caption,
                              struct str svg, struct str alternative);
void              tree_page(struct tree *t);

/* A row of a table, and its next cell; each filled until the next is added. */
struct tree_row  *tree_row(struct tree *t, struct tree_part *table);
struct tree_cell *tree_cell(struct tree *t, struct tree_row *row);

/* Has a table more columns, or more of words, than a page that stands has room for? */
bool tree_is_wide(const struct tree_part *table);
/* Does part `i` stand on a page that lies: such a table, or a heading right above one? */
bool tree_lies(const struct tree *t, size_t i);

/* Numbers headings, tables, figures and notes, and makes the words of references. Once,
 * after the last part. An anchor that is not there, or twice, is a bug: abort(). */
void tree_number(struct tree *t);
/* The number of a note: what says the same has the same. In the order of reading. */
void tree_note(struct tree *t, struct run *r);

#endif
