/* staff.h - the door to what is not public: who is asking, may she, and does what she
 * sends come from a page of ours?
 *
 * The order is fixed: a connection that writes, the session of the cookie, the right
 * that the route wants; of a POST then where it comes from (Origin or Sec-Fetch-Site),
 * its form, and the form's token, which follows from the session's. Only then is the
 * handler called. A page of the staff that was read leaves a row in the trail, or is
 * not sent.
 */
#ifndef WEB_STAFF_H
#define WEB_STAFF_H

#include "app/deed.h"
#include "web/answer.h"

struct staff_door {                     /* of one thread */
	struct str        db;
	struct store     *store;        /* NULL: to be opened */
	struct viewer_log log;
};

void staff_door_close(struct staff_door *d);

/* Behind TLS the name that a browser takes from this host alone. */
#define STAFF_COOKIE_TLS "__Host-pejl"
#define STAFF_COOKIE     "pejl"

/* Of a login that somebody else is asked about; for some minutes. */
#define STAFF_LOGIN_TLS "__Host-pejl-login"
#define STAFF_LOGIN     "pejl-login"

#define STAFF_TOKEN "token"             /* fields of every form */
#define STAFF_NONCE "nonce"

/* 0: the handler may be called; else the status, with a detail or a location. */
int  staff_enter(struct staff_door *d, const struct answering *with, struct request *rq);

/* Before anything is read of an upload: is somebody logged in? Asked on a connection that
 * only reads. 0: yes; else the status. */
int  staff_knock(const struct answering *with, struct request *rq);

/* After the handler: `status`, or 500 when what was read cannot be noted. */
int  staff_leave(struct staff_door *d, struct request *rq, int status);

/* Does it bring a session's cookie, whether that opens the door or not? */
bool staff_works(const struct http_request *http);

/* What a deed of this request is made with. */
struct deed staff_deed(struct request *rq);

/* The status of how a deed ended: 303 to its location, 422 (the handler shows the form
 * again), 403, 404, 409, 500. */
int  staff_ended(struct request *rq, const struct deed *d, enum deed_state how);

/* Behind TLS, or from this very machine: elsewhere a password would be sent in the open. */
bool staff_is_safe(const struct request *rq);

/* "https://pejl.aeroe.dk", as it was asked for. */
struct str staff_site(const struct request *rq);

/* Sets or, with an empty token, takes away the cookie of the session. */
void staff_cookie(struct request *rq, struct str token);

/* What the browser keeps of a login that is under way; empty: nothing, or take it away. */
struct str staff_login_cookie(const struct request *rq);
void       staff_set_login_cookie(struct request *rq, struct str value);

#endif
