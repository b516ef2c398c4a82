/* agreement_view.h - a political agreement as its page and the API show it: parties,
 * period, amount, its projects, and what is allocated of what was granted.
 *
 * Filled by app/agreement_view. Amounts are exact, in kroner.
 */
#ifndef MODEL_AGREEMENT_VIEW_H
#define MODEL_AGREEMENT_VIEW_H

#include "core/money.h"
#include "model/initiative_view.h"

struct project_view {
	struct named    project, unit, pool;    /* pool: that it applied for; may be empty */
	struct str      unit_short, number;
	bool            has_kroner;
	struct number   kroner;
	enum recurrence recurrence;
	struct worded   purpose, status, challenges;
	struct source   source;
};

struct allocation {                     /* of an agreement's amount */
	bool          has;              /* both are known, of amounts that recur alike */
	struct number kroner, left;     /* allocated; granted less that */
	bool          whole;            /* every project has an amount */
	bool          far;              /* as far off as the audit's `spending` says */
	struct str    da, en;           /* of `far`: "mere end en fjerdedel over" */
};

struct agreement_row {
	struct named    agreement;
	struct worded   parties;
	bool            has_starts, has_ends, has_amount;
	int32_t         starts, ends;   /* ends: the day after its last */
	struct number   amount;
	enum recurrence recurrence;
	size_t          projects, initiatives;
	struct allocation allocated;
	struct source   source;
};

struct agreement_view {
	struct agreement_row   self;
	struct mandate_view    mandate;
	struct recorded        recorded;
	struct project_view   *project;
	size_t                 projects;
	struct initiative_row *initiative;      /* that it is the basis of */
	size_t                 initiatives;
	struct money_view     *money;
	size_t                 moneys;
	const struct finding **finding; /* about it, its projects and budget lines */
	size_t                 findings;
};

struct agreement_list {
	struct agreement_row *at;       /* newest first, then by title */
	size_t                len;
};

#endif
