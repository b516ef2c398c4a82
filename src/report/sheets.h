/* sheets.h - the tables of a report as a workbook: a sheet that lists them, then one for
 * each, with real numbers and days, sums as formulas, and a header that stays in sight.
 */
#ifndef REPORT_SHEETS_H
#define REPORT_SHEETS_H

#include "base/diag.h"
#include "report/tree.h"

MUST_CHECK bool report_sheets(struct arena *a, const struct tree *t, struct str where,
                              struct diags *d, struct str *ret);

/* A name that programs take and no other sheet has: at most 31 letters, none of
 * []:*?/\, no apostrophe at its ends, not "History". `taken` has `n` names. */
struct str sheet_name(struct arena *a, struct str caption, const struct str *taken, size_t n);

#endif
