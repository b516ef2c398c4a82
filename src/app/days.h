/* days.h - the days on which something happened, for readers who look back: each
 * once, oldest first.
 */
#ifndef APP_DAYS_H
#define APP_DAYS_H

#include "app/snapshot.h"

struct days {
	struct arena *a;
	int32_t      *at;
	size_t        len, cap;
};

/* One that is there already is not added again. */
void days_add(struct days *d, int32_t day);

/* The day on which the policy with this key was judged; none if it has none. */
void days_add_status(struct days *d, const struct snapshot *sn, struct str policy);

#endif
