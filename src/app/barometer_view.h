/* barometer_view.h - the barometer out of an edition, without a statement. */
#ifndef APP_BAROMETER_VIEW_H
#define APP_BAROMETER_VIEW_H

#include "app/edition.h"
#include "model/barometer_view.h"

/* Results are in `a` and borrow from `ed`. A key that there is not finds nothing. */
void barometer_view(struct arena *a, const struct edition *ed, const struct barometer_ask *ask,
                    struct barometer_view *ret);

/* The unit that owes a target: of its initiative, else of its objective. */
int64_t barometer_unit(const struct snapshot *sn, const struct barometer_row *r);

#endif
