/* notices.h - what members of staff are to be told, and which kinds they do not want.
 *
 * A notice is added once: by its mark, in the transaction of what it tells about, or
 * when notices_gather() finds that something became due. It is told with the next
 * message of the day, which is queued in the same transaction.
 */
#ifndef APP_NOTICES_H
#define APP_NOTICES_H

#include "app/deed.h"
#include "app/edition.h"
#include "model/notice.h"
#include "model/posted.h"

#define NOTICE_SOON_DAYS 7
#define NOTICE_KEPT_SECONDS (400 * 24 * 3600)

/* Inside a transaction. Added before, or to nobody (account 0): nothing is done. */
MUST_CHECK bool notice_add(struct store *s, const struct notice *n, int64_t now);

struct told_person {                    /* somebody who gets messages */
	const struct actor *who;
	bool                off[NOTICE_KIND_COUNT];
};

struct told_people {
	struct told_person *at;
	size_t              len;
};

/* Whose account is open and has an address. */
MUST_CHECK bool notices_people(struct arena *a, struct store *s, int32_t today,
                               struct told_people *ret);

/* In a transaction of its own: what became due, late, or is to be reminded of. */
MUST_CHECK bool notices_gather(struct arena *a, struct store *s, const struct edition *ed,
                               const struct told_people *people, int32_t today, int64_t now);

/* What this person is to be told, by kind; `*last` goes to notices_told(). */
MUST_CHECK bool notices_of(struct arena *a, struct store *s, const struct told_person *p,
                           struct notices *ret, int64_t *last);
/* Inside a transaction. */
MUST_CHECK bool notices_told(struct store *s, int64_t account, int64_t last, int64_t now);

/* Of one account: off[kind]. */
MUST_CHECK bool notices_off(struct store *s, int64_t account, bool ret[NOTICE_KIND_COUNT]);

/* Fields: the code of each kind that is wanted, "1". Of `account`, who may be somebody
 * with an address out of a message instead of a login. */
enum deed_state notices_choose(struct deed *d, const struct posted *form, int64_t account,
                               struct str location);

/* Inside a transaction: forgets what is old. */
MUST_CHECK bool notices_tidy(struct store *s, int64_t now);

#endif
