/* subscriptions.h - who is written to when the figures of an objective change.
 *
 * An address counts only when it was confirmed: whoever reads its mail opens a link and
 * presses a button. It is shown to nobody and stands in no log; with the last message's
 * link, or this one's, it is erased. What was never confirmed is erased after two days.
 * An objective is told about with those that stand under it, whose names are in the message.
 * Whether something changed is found by comparing each target with what was told last.
 */
#ifndef APP_SUBSCRIPTIONS_H
#define APP_SUBSCRIPTIONS_H

#include "app/deed.h"
#include "app/edition.h"
#include "app/letter_links.h"
#include "model/posted.h"

#define SUBSCRIPTION_WAIT_SECONDS (48 * 3600)
#define SUBSCRIPTION_A_DAY 5            /* that one address is asked to confirm */

struct subscription {
	int64_t    id, objective;       /* thing */
	struct str mail, lang, told;
	int64_t    made;
	bool       on;
};

struct subscriptions {
	struct subscription *at;
	size_t               len;
};

/* What comes out of asking: DEED_DONE and nothing else, whether there is such a
 * subscription or not, so that nobody learns who has one. Fields: "mail"; "homepage", left
 * empty. `*ret` NULL: nobody is to be written to; else the new one, and the deed is still
 * open (DEED_OPEN): the caller queues the message and commits. */
enum deed_state subscription_ask(struct deed *d, const struct posted *form, int64_t objective,
                                 struct str lang, struct subscription *ret);

/* The one behind a link; `ret->id` 0: there is none. */
MUST_CHECK bool subscription_by_link(struct arena *a, struct store *s, enum letter_link kind,
                                     struct str token, struct subscription *ret);

/* Begins it: from now on changes are told. */
enum deed_state subscription_confirm(struct deed *d, const struct edition *ed, struct str token,
                                     struct str location);
/* Ends it, and the address is erased with what waits for it. */
enum deed_state subscription_stop(struct deed *d, enum letter_link kind, struct str token,
                                  struct str location);

/* Those that are on. */
MUST_CHECK bool subscriptions_all(struct arena *a, struct store *s, struct subscriptions *ret);

/* The targets of an objective and of those under it: a line each, of what is told about it. */
struct str subscription_state(struct arena *a, const struct edition *ed, int64_t objective);

/* The targets whose line is not in `told`. */
struct changed_targets {
	const struct barometer_row **at;
	size_t                       len;
};
struct changed_targets subscription_changes(struct arena *a, const struct edition *ed,
                                            const struct subscription *sub);

/* Inside a transaction. */
MUST_CHECK bool subscription_told(struct store *s, int64_t id, struct str state);
MUST_CHECK bool subscriptions_tidy(struct store *s, int64_t now);

#endif
