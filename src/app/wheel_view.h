/* wheel_view.h - the annual wheel of one year, of all or of one unit. Asks the database
 * nothing. */
#ifndef APP_WHEEL_VIEW_H
#define APP_WHEEL_VIEW_H

#include "app/duties.h"

struct wheel_ask {
	int                      year;  /* 0: that of today, or the nearest in which something is due */
	int64_t                  unit;  /* thing; 0: all */
	const struct form_heads *forms; /* NULL: as everybody may know it */
};

struct wheel_view wheel_view(struct arena *a, const struct edition *ed,
                             const struct wheel_ask *ask);

#endif
