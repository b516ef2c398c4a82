/* cell_format.h - private to document/: a number of a spreadsheet as its cell shows it.
 *
 * In Danish and unambiguous: a comma before decimals, nothing between thousands, dates as
 * 2009-12-31 (a month alone "december 2009", a year alone "2009"), times as 14:30. Exact:
 * decimal digits are rounded, half away from zero, and no binary fraction is made.
 * (ECMA-376, part 1, 18.8.30 and 18.8.31; 18.17.4.1 for dates)
 */
#ifndef DOCUMENT_CELL_FORMAT_H
#define DOCUMENT_CELL_FORMAT_H

#include "base/buf.h"

/* The code of a built-in format, "General" where there is none. */
struct str cell_format_builtin(unsigned id);

/* Writes `value` ("-12.5", "1.2E-3"); what is no number as it stands. */
void cell_format_write(struct buf *b, struct str value, struct str code, bool from_1904);

#endif
