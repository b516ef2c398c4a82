/* promises.h - what was promised, for the staff: late ones first. Deciding on one is
 * promise_decide() of app/wheel_deeds. */
#ifndef APP_PROMISES_H
#define APP_PROMISES_H

#include "app/edition.h"
#include "core/access.h"
#include "model/promises_view.h"

/* Those that `who` may read: late, silently dropped, and to come within a year. */
struct promises_view promises_view(struct arena *a, const struct edition *ed,
                                   const struct actor *who);

/* All of one initiative, whatever became of them. False: `who` may not read it. */
MUST_CHECK bool promises_of(struct arena *a, const struct edition *ed, const struct actor *who,
                            const struct noun_row *initiative, struct promises_view *ret);

#endif
