/* server.h - the register over HTTP: one viewer a worker, until it is stopped.
 *
 * Signals that end the program must be blocked before server_start().
 */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "app/viewer.h"

struct server;

/* Opens the register once per worker and serves it on the socket `fd`, which
 * stays the caller's. NULL with a diag. */
struct server *server_start(struct str db, int fd, struct viewer_log log, struct diags *d);

/* Lets running requests finish. NULL-safe. */
void server_stop(struct server *s);

#endif
