/* outbox.h - messages that wait, and their way to the mail server.
 *
 * A message is queued in the transaction of the deed that causes it, under a mark that
 * says what it is: what was queued once is never queued again. To be sent it is claimed
 * first, in a transaction of its own, and marked as sent after; two senders never claim
 * the same one.
 *
 * When the program ends between the two, or the connection does after the message was
 * handed over, nobody can know whether it was sent: a mail server cannot be asked. Such
 * a message is not sent again by itself. A person sees it (outbox_list()) and decides
 * (outbox_again(), outbox_drop()), once it is sure that no sender is at it any more.
 *
 * What could not be handed over is tried again after 1, 2, 4, ... minutes, at most 6
 * hours apart, and given up 5 days after it was queued.
 */
#ifndef APP_OUTBOX_H
#define APP_OUTBOX_H

#include "app/mail_settings.h"
#include "store/store.h"

#define OUTBOX_STUCK_SECONDS (15 * 60)          /* more than a sender ever needs */
#define OUTBOX_GIVE_UP_SECONDS (5 * 24 * 3600)
#define OUTBOX_WAIT_MAX (6 * 3600)
#define OUTBOX_KEPT_SECONDS (400 * 24 * 3600)   /* marks of what is settled */

/* id, code in the table, what it is */
#define OUTBOX_STATES(X)                                     \
	X(WAITING, "waiting", "waits")                       \
	X(SENDING, "sending", "being sent, or nobody knows") \
	X(SENT, "sent", "sent")                              \
	X(REFUSED, "refused", "refused by the mail server")  \
	X(GIVEN_UP, "given_up", "given up")

enum outbox_state {
#define X(id, code, words) OUTBOX_##id,
	OUTBOX_STATES(X)
#undef X
	OUTBOX_STATE_COUNT
};

struct outgoing {
	struct str mark;                /* "digest:12:2026-11-23" */
	int64_t    account;             /* whom it is to; 0: somebody outside */
	struct str to, lang, subject;
	struct str text;                /* "{site}" stands for the address of the site */
	struct str unsubscribe;         /* a path, "/da/letter/..."; may be empty */
};

struct outbox_row {
	int64_t           id, account, queued, due, tries, since;
	struct str        mark, to, lang, subject, text, unsubscribe, problem;
	enum outbox_state state;
	bool              stuck;        /* nobody knows whether it was sent, and nobody is at it */
};

struct outbox_rows {
	struct outbox_row *at;
	size_t             len;
};

/* Inside a transaction. What was queued before is not queued, nor what can be no message
 * (an address that is none, a subject of two lines): then `*ret` is false. */
MUST_CHECK bool outbox_add(struct store *s, const struct outgoing *what,
                           int64_t now, bool *ret);

/* Was a message with this mark queued, whatever became of it? */
MUST_CHECK bool outbox_has(struct store *s, struct str mark, bool *ret);

/* Sends the one that is due first. `*ret` is what became of it: OUTBOX_STATE_COUNT when
 * none was due. False: a problem in the store. */
MUST_CHECK bool outbox_send(struct arena *a, struct store *s, const struct mail_settings *m,
                            int64_t now, enum outbox_state *ret);

/* What is not sent, newest first; how many there are in each state. */
MUST_CHECK bool outbox_list(struct arena *a, struct store *s, int64_t now, size_t limit,
                            struct outbox_rows *ret);
MUST_CHECK bool outbox_count(struct store *s, int64_t ret[OUTBOX_STATE_COUNT]);

/* Inside a transaction: a person's decision on one that is stuck. `*ret` false: there is
 * no such. */
MUST_CHECK bool outbox_again(struct store *s, int64_t id, int64_t now, bool *ret);
MUST_CHECK bool outbox_drop(struct store *s, int64_t id, int64_t now, bool *ret);

/* Inside a transaction: what waits and whose mark begins so is forgotten. */
MUST_CHECK bool outbox_forget(struct store *s, struct str mark);

/* Inside a transaction: forgets what is settled and old. */
MUST_CHECK bool outbox_tidy(struct store *s, int64_t now);

#endif
