/* smtp.h - hands one message to a mail server, with limits of time and size. The only
 * module that knows libcurl.
 *
 * What came of it is told so that nobody is written to twice: a connection that ends
 * after the whole message was handed over, and before the server said anything, is
 * UNSURE, and nobody but the server knows.
 */
#ifndef PORT_SMTP_H
#define PORT_SMTP_H

#include "base/arena.h"

#define SMTP_SECONDS 120                /* for all of it */
#define SMTP_CONNECT_SECONDS 20

enum smtp_tls { SMTP_STARTTLS, SMTP_TLS, SMTP_PLAIN };

struct smtp_server {
	struct str    host;
	int64_t       port;
	enum smtp_tls tls;
	struct str    user, password;   /* empty: none */
	struct str    trust;            /* a file of certificates; empty: the system's */
	int64_t       wait_ms;          /* 0: SMTP_SECONDS */
};

enum smtp_outcome {
	SMTP_SENT,                      /* the server has it */
	SMTP_LATER,                     /* it has not: no connection, no login, 4xx */
	SMTP_REFUSED,                   /* it does not want it: 5xx to the envelope or the message */
	SMTP_UNSURE,
};

/* `message`: as letter_write() made it. `*why`, in `a`, says in a few words what went
 * wrong, without the server's own words, which may name people. */
enum smtp_outcome smtp_send(struct arena *a, const struct smtp_server *to, struct str sender,
                            struct str recipient, struct str message, struct str *why);

#endif
