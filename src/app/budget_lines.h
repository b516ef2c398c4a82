/* budget_lines.h - budget lines as they are added up: read from a snapshot, with
 * what-if amounts beside the stored ones, in the order of their overviews.
 *
 * Only for app/budget_view and app/economy_view.
 */
#ifndef APP_BUDGET_LINES_H
#define APP_BUDGET_LINES_H

#include "app/budget_view.h"

struct budget_row {
	const struct noun_row *row;
	int64_t                policy, document, initiative, agreement, objective, unit;
	bool                   refund;  /* not the line, but what others refund of it */
	enum financing         financing;
	int64_t                rank, own_rank;  /* own: of an earmark, which follows its line */
	struct str             key, order, policy_key, policy_starts;
	struct str             group;           /* what the lines of a group have in common */
	struct named           group_title;
	struct budget_line     now, before;     /* `before` is without what-if */
};

struct budget_rows {
	struct budget_row **at;         /* by policy (newest first; without one by paper), rank and key */
	size_t              len, cap;
};

/* A row of AMOUNT as it is added up. */
struct budget_amount budget_amount_read(const struct noun_row *row);

MUST_CHECK bool budget_lines_read(struct arena *a, const struct snapshot *sn,
                             const struct budget_ask *ask, struct diags *d,
                             struct budget_rows *ret);

#endif
