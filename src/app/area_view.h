/* area_view.h - one area: all that is measured there, against the city.
 *
 * One statement: the area's measurements of every indicator. The city's come from the
 * edition.
 */
#ifndef APP_AREA_VIEW_H
#define APP_AREA_VIEW_H

#include "app/edition.h"
#include "model/areas_view.h"

/* `area` is a row of the edition. False: a problem in the store. */
MUST_CHECK bool area_view(struct arena *a, const struct edition *ed, const struct noun_row *area,
                          struct area_view *ret);

#endif
