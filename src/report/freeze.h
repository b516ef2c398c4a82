/* freeze.h - a report as it is laid before the council: in both languages, letter by
 * letter, with the digest that says whether it can be made again. */
#ifndef REPORT_FREEZE_H
#define REPORT_FREEZE_H

#include "model/release_view.h"

/* False: it is too long. */
MUST_CHECK bool report_freeze(struct arena *a, const struct report_paper *m,
                              struct release_frozen *ret);

#endif
