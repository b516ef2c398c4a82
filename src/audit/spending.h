/* spending.h - how far is far: the audit's measure of spending against a grant, for
 * whoever shows the two beside each other. */
#ifndef AUDIT_SPENDING_H
#define AUDIT_SPENDING_H

#include "core/number.h"

struct spending_bound {
	int64_t    percent;             /* of what was granted */
	bool       below;
	struct str da, en;              /* "mere end en fjerdedel over" */
};

/* NULL: not far off, or nothing was granted. */
const struct spending_bound *spending_far_off(struct number spent, struct number granted);

#endif
