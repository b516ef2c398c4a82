/* indicator_view.h - one indicator of an edition, with its measurements.
 *
 * At most two statements: its measurements, and those of what it counts.
 */
#ifndef APP_INDICATOR_VIEW_H
#define APP_INDICATOR_VIEW_H

#include "app/edition.h"
#include "model/indicator_view.h"

struct indicator_ask {                  /* 0: the city; everybody */
	int64_t area, group;
};

/* `indicator` is a row of the edition. False: a problem in the store. */
MUST_CHECK bool indicator_view(struct arena *a, const struct edition *ed,
                               const struct noun_row *indicator, struct indicator_ask ask,
                               struct indicator_view *ret);

/* ---- what lists of indicators share ---- */

/* The targets of an indicator, in the order of the barometer. */
size_t indicator_targets(struct arena *a, const struct edition *ed, struct str id,
                         const struct barometer_row ***ret);
/* The day that is asked for, else the latest on which one of them is judged, else today. */
int32_t indicator_day(const struct edition *ed, const struct barometer_row **target, size_t n);
struct due indicator_due(const struct snapshot *sn, int64_t indicator, struct series own,
                         int32_t as_of);
/* Without what ended after `as_of`. */
struct series series_until(struct series s, int32_t as_of);

#endif
