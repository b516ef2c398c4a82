/* session.h - who is asking: a token in a cookie, its digest in the database.
 *
 * A session ends after 20 minutes without a request and after 10 hours in all. Of its
 * token only a digest is kept, so that a copy of the database opens no session.
 */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "core/access.h"
#include "store/store.h"

#define SESSION_IDLE_SECONDS (20 * 60)
#define SESSION_SECONDS      (10 * 60 * 60)
#define SESSION_SEEN_SECONDS 60         /* how often it is noted that it is in use */

/* Inside a transaction: a new session of this account; old ones are forgotten.
 * `*token` goes to the person and nowhere else. */
MUST_CHECK bool session_open(struct arena *a, struct store *s, int64_t account, int64_t now,
                             struct str *token);

/* The same for somebody who has yet to show a second factor: to session_actor() she is
 * nobody. */
MUST_CHECK bool session_open_half(struct arena *a, struct store *s, int64_t account, int64_t now,
                                  struct str *token);

struct session {                        /* what is known of a token; account 0: nothing */
	int64_t    account;
	bool       half;
	struct str secret;              /* of a second factor, offered to her, sealed; may be empty */
};

MUST_CHECK bool session_find(struct arena *a, struct store *s, struct str token, int64_t now,
                             struct session *ret);
/* Inside a transaction: what is offered to her. */
MUST_CHECK bool session_offer(struct store *s, struct str token, struct str secret);

/* Who has this token. `*ret` NULL: nobody, it is over, or the account is closed. Notes
 * that it is in use. `today` chooses whom she stands in for. False: a problem in the
 * store. */
MUST_CHECK bool session_actor(struct arena *a, struct store *s, struct str token, int64_t now,
                              int32_t today, const struct actor **ret);

/* Does the token open anything now? Notes nothing: for a connection that only reads. */
MUST_CHECK bool session_is_open(struct arena *a, struct store *s, struct str token, int64_t now,
                                bool *ret);

/* Inside a transaction. */
MUST_CHECK bool session_close(struct store *s, struct str token);
/* All of an account. */
MUST_CHECK bool session_close_all(struct store *s, int64_t account);

/* What a form of this session carries to show that it comes from one of our pages. */
struct str      session_form_token(struct arena *a, struct str token);

/* The account with its grants and those of whom it stands in for; `*ret` NULL: there is
 * none, or it is closed. */
MUST_CHECK bool session_account(struct arena *a, struct store *s, int64_t account, int32_t today,
                                const struct actor **ret);

#endif
