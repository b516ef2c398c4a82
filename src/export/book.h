/* book.h - a workbook as spreadsheet programs read it (ECMA-376, part 1: SpreadsheetML).
 *
 * Written once, from the first cell to the last: sheets, their rows and the cells of a row in
 * order, and nothing of them is kept but the comments. Numbers are decimal text, exact; days
 * are days; text stands in its cell, and is never a formula. The same calls give the same
 * bytes.
 *
 *	struct book b;
 *	book_open(&b, &arena, &to, made);
 *	book_sheet(&b, &(struct book_sheet){ .name = STR("Tal") });
 *	book_row(&b, 0);
 *	book_number(&b, 2, BOOK_NUMBER(false, 1), NUMBER(453, 1));
 *	book_close(&b);
 */
#ifndef EXPORT_BOOK_H
#define EXPORT_BOOK_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/parts.h"
#include "core/calendar.h"
#include "core/number.h"

#define BOOK_ROWS_MAX    1048576        /* what programs take */
#define BOOK_COLUMNS_MAX 16384
#define BOOK_TEXT_MAX    32767          /* letters of a cell, as UTF-16 counts them */
#define BOOK_FORMULA_MAX 8192
#define BOOK_TERMS_MAX   250            /* of a sum */

/* How cells look. */
enum book_style { BOOK_PLAIN, BOOK_BOLD, BOOK_RIGHT, BOOK_WRAP, BOOK_DAYS, BOOK_NUMBERS = BOOK_DAYS + 2 };
#define BOOK_DAY(bold) (BOOK_DAYS + (unsigned)(bold))
/* With separators of thousands and so many decimals shown, to NUMBER_SCALE_MAX. */
#define BOOK_NUMBER(bold, decimals) \
	(BOOK_NUMBERS + (unsigned)(bold) * (NUMBER_SCALE_MAX + 1) + (unsigned)(decimals))
#define BOOK_STYLES (BOOK_NUMBERS + 2 * (NUMBER_SCALE_MAX + 1))

struct book_sheet {
	struct str     name;            /* 1 to 31 letters, none of []:*?/\, no other has it */
	const uint8_t *width;           /* of its first columns, in letters */
	size_t         columns;
	size_t         top, left;       /* rows and columns that stay when it is scrolled */
	size_t         filter;          /* rows from the first on that can be filtered; 0: none */
};

struct book_comment {
	size_t     row, column;
	struct str text;
};

/* Its members are its own. */
struct book {
	struct arena       *a;
	const struct parts *to;
	struct buf          b;          /* of the part under way */
	int32_t             made;
	struct book_sheet  *sheet;
	size_t              sheets, sheets_cap;
	bool               *commented;  /* beside the sheets */
	size_t              commented_cap;
	struct book_comment *comment;   /* of the sheet under way */
	size_t              comments, comments_cap;
	size_t              row;        /* one more than its index; 0: none */
	char                row_text[8];
	size_t              row_len;
	bool                failed;
};

/* `made` is the day that stands in its properties. `to` and `a` last until it is closed. */
void book_open(struct book *b, struct arena *a, const struct parts *to, int32_t made);

/* The next sheet; its name and widths are borrowed until the book is closed. */
void book_sheet(struct book *b, const struct book_sheet *s);
/* The next row, counted from 0; rows and columns may be left out, but not come twice. */
void book_row(struct book *b, size_t row);

/* Cells. A text that is too long is cut; an empty one is no cell. A day before 1900, which
 * sheets do not know, is text. */
void book_text(struct book *b, size_t column, unsigned style, struct str text);
void book_number(struct book *b, size_t column, unsigned style, struct number n);
void book_day(struct book *b, size_t column, unsigned style, int32_t day);
/* `formula` ("SUM(C2:C5)") with its value, for programs that do not compute. */
void book_formula(struct book *b, size_t column, unsigned style, struct str formula,
                  struct number value);
/* On a cell of this row; `text` is borrowed until the next sheet. */
void book_comment(struct book *b, size_t column, struct str text);

/* "C" of 2, to "XFD"; how many letters. */
size_t book_letters(size_t column, char ret[3]);
/* "C4", of row 3 and column 2. */
void   book_name(struct buf *ret, size_t row, size_t column);

/* Writes what is left. False: a sheet was larger than programs take, or a formula longer. */
MUST_CHECK bool book_close(struct book *b);

#endif
