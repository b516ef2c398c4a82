/* cell_number.h - private to document/: decimal figures as spreadsheets store them. */
#ifndef DOCUMENT_CELL_NUMBER_H
#define DOCUMENT_CELL_NUMBER_H

#include "base/buf.h"

#define CELL_DIGITS 17

/* ±0.DIGITS × 10^point; zero has no digits. No zero at either end. */
struct cell_number {
	bool   negative;
	char   digit[CELL_DIGITS];      /* '0' to '9' */
	size_t len;
	int    point;
};

/* "-12.5", "1.2E-3"; past 17 digits rounded, beyond 10^±300 refused. */
MUST_CHECK bool cell_number_read(struct str s, struct cell_number *ret);

/* Rounded to 15 digits, as spreadsheets show them, without an exponent. No sign. */
void cell_number_write_general(struct buf *b, const struct cell_number *n);

/* At least `integer` digits before the comma, and from `required` to `decimals` behind. */
void cell_number_write(struct buf *b, const struct cell_number *n, size_t integer,
                       size_t required, size_t decimals);

struct cell_date {
	bool year, month, day, hour;    /* what is shown */
	bool elapsed;                   /* hours since the beginning of days */
	bool from_1904;
};

/* Days since 31 December 1899 (or 1 January 1904) and a fraction; what no calendar has
 * is written as a number. */
void cell_number_write_date(struct buf *b, const struct cell_number *n, struct cell_date how);

#endif
