/* budget_view.h - the register's budget lines as overviews, one a policy.
 *
 * Lines are read from a snapshot, added up by core/budget, and put in groups.
 * What-if changes amounts in memory; nothing is stored.
 */
#ifndef APP_BUDGET_VIEW_H
#define APP_BUDGET_VIEW_H

#include "app/judge.h"
#include "model/overview.h"

#define BUDGET_NOUNS (JUDGE_NOUNS | NOUN_BIT(BUDGET_LINE) | NOUN_BIT(AMOUNT) |  \
	NOUN_BIT(AGREEMENT) | NOUN_BIT(PRINTED_TOTAL) | NOUN_BIT(DOCUMENT))

struct budget_set {                     /* what if a line had another amount? */
	struct str    line;             /* its key, or its number where only one has it */
	int32_t       year;             /* 0: every year in which it has an amount */
	struct number kroner;           /* before attribution */
};

struct budget_ask {
	enum overview_by         by;
	const struct budget_set *set;
	size_t                   sets;
};

/* `sn` holds BUDGET_NOUNS; `judged` are its targets, for what results cost. Memory
 * is in `a`. False: sums that do not fit, lines counted in each other, more years
 * than a table can have, or a what-if without its line; said in `d`. */
MUST_CHECK bool budget_view(struct arena *a, const struct snapshot *sn,
                            const struct barometer *judged, const struct budget_ask *ask,
                            struct diags *d, struct overviews *ret);

#endif
