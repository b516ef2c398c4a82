/* addends.h - a figure of running text and those that it is the sum of. Inside
 * audit/ only. */
#ifndef AUDIT_ADDENDS_H
#define AUDIT_ADDENDS_H

#include "audit/spoken.h"

#define PARTS_MAX 40

struct addend {
	const struct said *said;
	size_t             i;           /* figure of the sentence */
};

struct addends {
	struct addend total, part[PARTS_MAX];
	size_t        len;
};

const struct reading *addend_reading(struct addend a);

/* An amount with a point, or a plain count. */
bool addends_can(const struct reading *r);

/* The parts' sum and its interval; of amounts in the unit that the total prints.
 * False: too large, or finer than numbers are. */
MUST_CHECK bool addends_sum(const struct addends *s, struct interval *range, struct number *point);

/* Is the total what its parts give, as far as rounding knows? */
bool addends_fit(const struct addends *s);

/* Says so at the total, or that it is not: a sum of amounts, else a count. */
void addends_judge(struct audit *x, const struct addends *s);

#endif
