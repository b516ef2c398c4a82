/* edit_method.h - a new version of an indicator's method, and with it the first
 * measurement by both, as one change. A promised change is re-based on the new series, a
 * promised level is not (domain.md, 3): both are computed by the rules that verdicts are,
 * from the rows as they would stand, before anything is kept.
 *
 * Fields of the form: starts, title, period, old, new, why, seen, version.
 */
#ifndef APP_EDIT_METHOD_H
#define APP_EDIT_METHOD_H

#include "app/edit.h"
#include "model/rebase_view.h"

/* What the page asks. `ret->version` 0: no such indicator. False: a problem in the store. */
MUST_CHECK bool edit_method_view(struct arena *a, struct store *s, const struct edit_ask *ask,
                                 struct rebase_view *ret);

/* A deed; `ret` as far as it came. DEED_OPEN: the targets are shown, nothing is kept. */
enum deed_state edit_method(struct deed *d, const struct edit_ask *ask, struct rebase_view *ret);

#endif
