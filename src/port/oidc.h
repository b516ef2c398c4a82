/* oidc.h - asks a provider of OpenID Connect who somebody is: authorization code with PKCE
 * (S256), state and nonce, and a signed token.
 *
 * A child does it, within limits of time and memory: the program started again, which
 * loads libiddawc. So the server has no library in it that only some cities need, and
 * nothing that a provider answers is read in its process. Nobody is asked but the issuer:
 * what its description names on another host is refused. Certificates are checked by those
 * of the system; without TLS only an issuer on this machine is asked.
 *
 * Each call takes up to OIDC_SECONDS: never on a thread that pages wait for.
 */
#ifndef PORT_OIDC_H
#define PORT_OIDC_H

#include "base/arena.h"
#include "base/buf.h"

#define OIDC_SECONDS    8
#define OIDC_GROUPS_MAX 500             /* of one person; more are not read */
#define OIDC_VALUE_MAX  1000            /* bytes of one claim */
#define OIDC_CODE_MAX   3500

struct oidc_client {                    /* as the provider knows us */
	struct str issuer;              /* "https://login.aeroe.dk/adfs", as in its tokens */
	struct str client, secret;
	struct str back;                /* where it sends people back to */
	struct str scopes;              /* "openid profile email" */
	struct str groups;              /* the claim with the groups; "a.b": b in a */
	bool       post;                /* the secret in the body, not in a header */
};

enum oidc_state {
	OIDC_DONE,
	OIDC_ABSENT,                    /* this machine has no libiddawc */
	OIDC_SILENT,                    /* the provider does not answer, or not as one */
	OIDC_REFUSED,                   /* it does not know the code, or not us */
	OIDC_FORGED,                    /* a token that is not of this provider, for this login */
};

/* What follows from the secret of one login that its browser keeps. */
struct oidc_login {
	struct str state, nonce, verifier;
};

struct oidc_person {
	struct str  issuer, subject;    /* together they are the person */
	struct str  name, title, mail;  /* for people; may be empty, and change */
	struct str *group;
	size_t      groups;
};

/* `*why`, of all but OIDC_DONE: a line in English for the log, without names of people. */

/* Where the browser is sent. */
enum oidc_state oidc_begin(struct arena *a, const struct oidc_client *c,
                           const struct oidc_login *l, struct str *url, struct str *why);

/* The code that it came back with, for who she is. */
enum oidc_state oidc_take(struct arena *a, const struct oidc_client *c,
                          const struct oidc_login *l, struct str code,
                          struct oidc_person *ret, struct str *why);

/* Where the browser logs out of the provider, too; empty: the provider has no such page. */
enum oidc_state oidc_leave(struct arena *a, const struct oidc_client *c, struct str back,
                           struct str *url, struct str *why);

/* May it be asked? https, or this machine. */
bool oidc_issuer_fits(struct str issuer);

/* As a value of a form: percent signs for all but letters, digits and -._~ */
void oidc_escape(struct buf *b, struct str s);

/* The child: `pejl --ask-provider begin|take|leave`. It reads lines of "name value" and
 * answers with such. */
#define OIDC_CHILD "--ask-provider"
bool oidc_child_asked(int argc, char *const argv[]);
int  oidc_child_main(char *const argv[]);       /* exit status */

/* Both read the first word of their answer: the names of the states. */
#define OIDC_STATES(X) \
	X(DONE, "done") X(ABSENT, "absent") X(SILENT, "silent") X(REFUSED, "refused") \
	X(FORGED, "forged")

#endif
