/* agreement_view.h - the agreements of an edition, and one of them. Asks the database
 * nothing. */
#ifndef APP_AGREEMENT_VIEW_H
#define APP_AGREEMENT_VIEW_H

#include "app/edition.h"
#include "model/agreement_view.h"

struct agreement_list agreement_list(struct arena *a, const struct edition *ed);

/* `agreement` is a row of the edition. */
struct agreement_view agreement_view(struct arena *a, const struct edition *ed,
                                     const struct noun_row *agreement);

struct project_view   project_view(const struct snapshot *sn, const struct noun_row *project);

#endif
