/* stated.h - what a document says was measured: a share, a count or an amount, of
 * something, in a period; told in a sentence or in a row of an indicator table.
 *
 * Only what cannot be read otherwise: one figure and one period in a sentence,
 * no goal, no change. Two that have the same content words and the same period
 * are of the same quantity. */
#ifndef AUDIT_STATED_H
#define AUDIT_STATED_H

#include "audit/audit.h"
#include "audit/measure.h"

struct stated {
	const struct field *field;
	struct str          text;       /* the sentence, or the cell of a row */
	struct measure      about;
	struct period       period;
	struct reading      value;      /* its place is one of `text` */
};

struct stated_list {
	struct stated *at;              /* in document order */
	size_t         len;
};

/* Read once; it lives as long as `seen`. */
struct stated_list stated_read(const struct recognition *seen);

/* The same quantity in the same period? */
bool stated_is_same(const struct stated *a, const struct stated *b);
/* Can both figures be true, as far as rounding knows? */
bool stated_agrees(const struct stated *a, const struct stated *b);

/* Two of one document that disagree: a part of the rule for conflicts. */
void stated_check(struct audit *x);

#endif
