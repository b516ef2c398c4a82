/* calendars.h - addresses under which a calendar program reads deadlines without logging
 * in: of what a person owes, or of what a unit owes.
 *
 * The address holds a random token, of which only a digest is kept; it is shown once. It
 * shows no more than its owner may read now, and nothing when the account is closed or the
 * address was taken back.
 */
#ifndef APP_CALENDARS_H
#define APP_CALENDARS_H

#include "app/deed.h"
#include "app/edition.h"
#include "model/calendar_view.h"
#include "model/posted.h"

#define CALENDARS_MAX 20                /* of one account */

/* Field: unit (its key; empty: what she owes herself). `*token` goes into the address and
 * nowhere else; empty when the form was sent before. */
enum deed_state calendar_make(struct deed *d, const struct edition *ed, const struct posted *p,
                              struct str back, struct str *token);
/* Field: calendar (its number). Only her own. */
enum deed_state calendar_drop(struct deed *d, const struct posted *p, struct str back);

/* Hers, and the units that she may choose one of. False: a problem in the store. */
MUST_CHECK bool calendars_of(struct arena *a, struct store *s, const struct edition *ed,
                             const struct actor *who, struct calendars *ret);

/* Whose it is and of what; `*ret` without an account: there is none such any more. */
struct calendar_found {
	const struct actor *who;        /* NULL: there is none */
	int64_t             unit;       /* 0: what she owes herself */
};
MUST_CHECK bool calendar_find(struct arena *a, struct store *s, const struct edition *ed,
                              struct str token, int32_t today, struct calendar_found *ret);

#endif
