/* sso.h - what the threads of a server share about single sign-on: its settings, whether
 * the provider was silent just now, and what was logged already.
 */
#ifndef WEB_SSO_H
#define WEB_SSO_H

#include "app/sso_settings.h"
#include "web/route.h"
#include <stdatomic.h>

#define SSO_SILENT_SECONDS 20           /* a provider that was silent is not asked */
#define SSO_PATIENCE_MS    4000         /* for another login that asks it */

struct sso_desk {                       /* of all threads; zero is a good start */
	const struct sso_settings *settings;    /* NULL: there is no single sign-on */
	bool                       on_socket;   /* the server listens on the gateway's socket */
	atomic_bool                asking;      /* one at a time, so that one thread stays free */
	atomic_bool                waited;      /* somebody waits to */
	atomic_int_least64_t       silent_until;
	atomic_bool                told;        /* of headers that nobody reads */
};

/* Of this request; NULL: none. */
const struct sso_settings *sso_settings_of(const struct request *rq);

/* May the provider be asked now? Else the status and `detail` of the reply. Between them
 * nobody else asks it. */
int  sso_ask_begin(struct request *rq);
void sso_ask_end(struct request *rq, bool silent);

/* A line in the log. */
void sso_log(const struct request *rq, struct str line);

/* Headers of a gateway where none is trusted: said once, and read never. */
void sso_look(const struct request *rq);

/* ---- of the login, for both ways in ---- */

/* Where a password may be sent, or a login begun; else the status of the reply. */
int        login_is_safe(struct request *rq);
/* An address of ours that is a page, or nothing: never another site's. */
struct str login_next(struct str next);
/* Where who just logged in is led: to `next`, or to her tasks in her language. */
struct str login_start(struct request *rq, struct str next, struct str lang);

#endif
