/* server.h - the register over HTTP: one desk a thread, until it is stopped.
 *
 * Signals that end the program must be blocked before server_start().
 */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "web/service.h"

struct server;

struct mail_settings;
struct sso_settings;

struct server_setup {
	struct str        db;
	int               fd;           /* that listens; stays the caller's */
	size_t            workers;      /* 0: one a processor */
	enum service_log  log;
	struct viewer_log out;          /* of the log */
	const struct mail_settings *mail;       /* NULL: nobody is written to */
	const struct sso_settings *sso; /* NULL: nobody else vouches for anybody */
	bool              on_sso_socket;        /* `fd` is the socket that they name */
	struct str        site;         /* https://... for the catalogue; may be empty */
	struct source_reach reach;      /* which bureaus may be asked */
	bool              behind;       /* only this machine connects: a proxy's word on TLS counts */
};

/* Opens the register once per worker and serves it. NULL with a diag. */
struct server *server_start(const struct server_setup *setup, struct diags *d);

/* Is not ready any more, takes no more connections, lets running requests finish.
 * NULL-safe. */
void server_stop(struct server *s);

#endif
