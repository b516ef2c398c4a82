/* amount.h - what a cell of a table says as an amount, and sums of amounts.
 *
 * A dash is exactly zero; an empty cell, "?" or ".." is unknown, and a sum over
 * something unknown is unknown. "(2,0)" is negative; footnote marks and units
 * behind a figure are left out. (domain.md, 2: Numbers)
 */
#ifndef AUDIT_AMOUNT_H
#define AUDIT_AMOUNT_H

#include "core/number.h"
#include "document/document.h"

enum amount_state {
	AMOUNT_VALUE,
	AMOUNT_NIL,                     /* "-": exactly zero */
	AMOUNT_UNKNOWN,                 /* said to be unknown, or in a row that cannot be trusted */
	AMOUNT_EMPTY,                   /* a cell that says nothing, or is not there */
	AMOUNT_TEXT,                    /* words where an amount belongs */
};

struct amount {
	enum amount_state  state;
	struct number      value;
	const struct cell *cell;        /* NULL: the row is too short */
};

/* What a cell of a column of amounts says. */
struct amount amount_read(struct arena *a, const struct cell *c);
bool amount_is_known(const struct amount *m);

/* Kroner per unit that words name, "i mio. kr.", "1.000 kr.", "kr."; 0: none. */
int64_t unit_named(struct str folded);

/* A sum of printed figures: its points' sum, and how many are rounded. */
struct sum {
	struct number value;
	size_t        figures;
	bool          known;            /* false: over something unknown, or too large */
};

struct sum sum_zero(void);
void       sum_put(struct sum *s, const struct amount *m);

#endif
