/* wheel_deeds.h - what people decide about duties and promises: an extension, a delivery,
 * which status keeps a promise or why it is given up, a reminder.
 *
 * A period of a duty is named as pages name it: "statusrapport:2009-01-01", the key of the
 * duty and the first day of the period. An extension, a delivery and a decision are rows of
 * the register, public and versioned; a reminder is not.
 */
#ifndef APP_WHEEL_DEEDS_H
#define APP_WHEEL_DEEDS_H

#include "app/deed.h"
#include "app/duties.h"
#include "app/followups.h"
#include "model/posted.h"

#define REASON_MAX 400                  /* letters */

struct wheel_deed {                     /* what each of them is done with */
	struct deed         *d;
	const struct posted *posted;
	struct str           lang;      /* that reasons are written in: "da" */
	struct str           back;      /* where to go after it: "/da/work/wheel" */
	int32_t              today;
};

/* Right REMIND. Fields: about, unit (empty: all who owe it), due, reason. */
enum deed_state extension_add(const struct wheel_deed *k);

/* Right FILL, for the unit. Fields: about, unit, delivered, title (may be empty),
 * document (its key; may be empty). One that is there already is corrected. */
enum deed_state delivery_add(const struct wheel_deed *k);

/* Right FILL, for the unit of the initiative with this key. Fields: promise (as
 * promise_about() names it), decision (keep or drop), report (a status report's key),
 * reason. DEED_STALE: somebody else decided meanwhile. */
enum deed_state promise_decide(const struct wheel_deed *k, struct str initiative);

/* "2009-06-01:17:ultimo maj 2009": the day after its last, the change of what was decided
 * (0: nothing), its words. */
struct str promise_about(struct arena *a, const struct followup *f);

/* Right REMIND. Fields: unit, year. The unit is reminded of all that it owes itself and is
 * late with, but not of what it was reminded of less than a week ago. */
enum deed_state reminders_send(const struct wheel_deed *k, const struct edition *ed);

/* "statusrapport:2009-01-01" */
struct str wheel_about(struct arena *a, struct str duty, int32_t from);

/* ---- reminders ---- */

#define REMINDER_DAYS 7                 /* not more often */

struct reminder {
	int64_t id, at;                 /* seconds since 1970 */
	int64_t account, unit, duty, initiative;
	int32_t from, due;              /* the first day of the period; 0: of a promise */
	int64_t sent;                   /* when its letter went; 0: it did not */
};

struct reminders {
	struct reminder *at;
	size_t           len;
};

/* Inside a deed: one row, which a letter will be made of. */
MUST_CHECK bool reminder_add(struct deed *d, const struct reminder *r);

/* Since a moment; those without a letter yet; its letter went. */
MUST_CHECK bool reminders_since(struct arena *a, struct store *s, int64_t at, struct reminders *ret);
MUST_CHECK bool reminders_to_send(struct arena *a, struct store *s, struct reminders *ret);
MUST_CHECK bool reminder_sent(struct store *s, int64_t id, int64_t at);

#endif
