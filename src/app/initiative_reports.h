/* initiative_reports.h - what was reported on an initiative, and what each report says
 * otherwise than the one before it on the same target.
 *
 * Only for app/initiative_view and app/unit_view.
 */
#ifndef APP_INITIATIVE_REPORTS_H
#define APP_INITIATIVE_REPORTS_H

#include "app/edition.h"
#include "model/initiative_view.h"

/* Newest first; those without a day last. A report on one of its targets is about it,
 * too. What was stated after a day that is asked for is not there. */
size_t initiative_reports(struct arena *a, const struct edition *ed,
                          const struct noun_row *initiative, struct report_view **ret);

#endif
