/* amount.h - what a cell of a table says as an amount, and sums of amounts. The
 * import and the audit read every amount here.
 *
 * A dash is exactly zero; an empty cell, "?" or ".." is unknown, and a sum over
 * something unknown is unknown. "(2,0)", "-2,0", "– 2,0" and "−2,0" are negative;
 * two signs are no amount. Footnote marks behind a figure are left out where
 * nothing else can be meant: "32,9 ⁴", "8,5³", "8,5*", "8,5 3)"; "8,53)" and
 * "8,5 (3)" are words. (domain.md, 2: Numbers)
 */
#ifndef RECOGNISE_AMOUNT_H
#define RECOGNISE_AMOUNT_H

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
	int64_t            factor;      /* kroner per unit that the cell itself names; 0: none */
	const struct cell *cell;        /* NULL: the row is too short, or no cell was read */
};

struct amount amount_of(struct str text);

/* What a cell of a column of amounts says. */
struct amount amount_read(struct arena *a, const struct cell *c, enum notation notation);
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
