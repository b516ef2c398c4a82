/* judge.h - the register's targets judged: all of them, or those one new
 * measurement touches.
 *
 * Verdicts are computed, never stored. A measurement touches the targets of its
 * indicator, and of indicators whose share is counted by it.
 */
#ifndef APP_JUDGE_H
#define APP_JUDGE_H

#include "app/observations.h"
#include "model/barometer.h"

#define JUDGE_NOUNS (NOUN_BIT(DOCUMENT) | NOUN_BIT(AREA) | NOUN_BIT(AUTHORITY) | NOUN_BIT(UNIT) | \
	NOUN_BIT(GROUP) | NOUN_BIT(COMPARATOR) | NOUN_BIT(COMPARATOR_MEMBER) |                   \
	NOUN_BIT(POLICY) | NOUN_BIT(THEME) | NOUN_BIT(OBJECTIVE) | NOUN_BIT(INDICATOR) |         \
	NOUN_BIT(INITIATIVE) | NOUN_BIT(CONTRIBUTION) | NOUN_BIT(TARGET) | NOUN_BIT(TRANSLATION))

struct judge_when {
	bool    has_as_of;              /* false: the policy's status date, else `today` */
	int32_t as_of, today;
};

/* `sn` holds JUDGE_NOUNS. Results are in `a`. */
MUST_CHECK bool judge_all(struct arena *a, struct store *s, const struct snapshot *sn,
                          struct judge_when when, struct barometer *ret);
MUST_CHECK bool judge_touched(struct arena *a, struct store *s, const struct snapshot *sn,
                              int64_t indicator, struct judge_when when,
                              struct barometer *ret);
/* One row, which need not be in the register: a target before it is saved. */
MUST_CHECK bool judge_one(struct arena *a, struct store *s, const struct snapshot *sn,
                          const struct noun_row *target, struct judge_when when,
                          struct barometer_row *ret);

/* Where a target stands in its policy, not judged yet; the day it is judged on when
 * nobody asks for another, false: today; the order of a barometer. */
struct barometer_row judge_place(const struct snapshot *sn, const struct noun_row *target);
MUST_CHECK bool      judge_status_day(const struct snapshot *sn, const struct barometer_row *r,
                                      int32_t *ret);
int                  judge_order(const void *a, const void *b);

/* A thing as people see it: key and titles; empty where there is none. */
struct named judge_named(const struct snapshot *sn, int64_t id);

#endif
