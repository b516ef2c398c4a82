/* login.h - who she says she is: name, password, and the code of her phone.
 *
 * Whatever is wrong (no such name, the password, the code, an account that is closed,
 * one that has to wait), the answer and the time it takes are the same: a password is
 * hashed and a code computed each time. After a failure an account waits 1 second,
 * then 2, 4, 8, ... up to 15 minutes; what is tried meanwhile is refused and does not
 * count. A code opens once.
 *
 * Roles that want a second factor (core/access.h) are no roles without one: the first
 * login of such a person opens half a session, in which she sets it up.
 */
#ifndef APP_LOGIN_H
#define APP_LOGIN_H

#include "app/deed.h"
#include "app/session.h"
#include "model/posted.h"

#define LOGIN_WAIT_MAX (15 * 60)        /* seconds */
#define LOGIN_LINK     "link"           /* purpose of a token's digest */

enum login_state {
	LOGIN_IN,
	LOGIN_HALF,                     /* a second factor has to be set up */
	LOGIN_REFUSED,
	LOGIN_NO_KEY,                   /* her second factor cannot be asked for: see factor.h */
	LOGIN_FAILED,                   /* a problem in the store */
};

struct login {
	struct str name, password, code;
	struct str before;              /* token of the session the browser had; ends */
	int32_t    today;
	struct str token, lang;         /* set: of the new session; what she reads, may be empty */
};

/* The deed is not begun; its nonce is not used. */
enum login_state login_try(struct deed *d, struct login *l);

/* Field: code. Ends the half session `before` and opens a whole one: `*token`. */
enum deed_state login_factor(struct deed *d, struct str before, const struct posted *form,
                             struct str *token);

/* The secret that is offered in this session, a new one at first. `*ret` empty: there is
 * no such session, or a fault says why none can be offered. */
MUST_CHECK bool login_offer(struct deed *d, struct str token, bool half, struct str *ret,
                            const struct actor **who);

/* ---- a link that works once ---- */

enum login_link { LOGIN_LINK_NONE, LOGIN_LINK_PASSWORD, LOGIN_LINK_FIRST };

/* Is it good? Looking does not use it up. `name`: whose it is. */
MUST_CHECK bool login_link(struct arena *a, struct store *s, struct str token, int64_t now,
                           enum login_link *ret, struct str *name);
/* Fields: password, again; of the first administrator also name, title, mail. */
enum deed_state login_link_use(struct deed *d, struct str token, const struct posted *form);

/* For the terminal, when there is no account yet. `*token` empty: there is one. */
MUST_CHECK bool login_first_link(struct arena *a, struct store *s, int64_t now,
                                 struct str *token);

/* ---- one's own settings ---- */

/* Fields: lang. */
enum deed_state login_lang(struct deed *d, const struct posted *form, const struct str *codes,
                           size_t len);
/* Fields: old, password, again. Other sessions end; `*token` is of the new one. */
enum deed_state login_password(struct deed *d, const struct posted *form, struct str *token);
/* Fields: old (the password), code of what was offered in session `token`. */
enum deed_state login_new_factor(struct deed *d, struct str token, const struct posted *form);
enum deed_state login_out_everywhere(struct deed *d);

#endif
