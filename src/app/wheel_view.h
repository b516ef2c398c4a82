/* wheel_view.h - the annual wheel of one year, of all or of one unit. */
#ifndef APP_WHEEL_VIEW_H
#define APP_WHEEL_VIEW_H

#include "app/duties.h"
#include "core/access.h"

struct wheel_ask {
	int                      year;  /* 0: that of today, or the nearest in which something is due */
	int64_t                  unit;  /* thing; 0: all */
	struct store            *s;     /* NULL: as everybody may know it */
	const struct actor      *who;   /* of the staff's page; else NULL */
};

/* False: a problem in the store, which is asked for status forms alone. */
MUST_CHECK bool wheel_view(struct arena *a, const struct edition *ed, const struct wheel_ask *ask,
                           struct wheel_view *ret);

#endif
