/* guard.h - is a request written so that every program on its way reads it the
 * same? The server library accepts what a proxy may read otherwise, which is how
 * one request is smuggled inside another; the guard refuses it.
 *
 * Refused: control bytes; names that are no tokens ("X : b"); doubled Host,
 * Content-Length or Transfer-Encoding; Content-Length beside Transfer-Encoding;
 * a length that is not digits; a coding other than chunked; no Host in HTTP/1.1;
 * too many headers; a target that is not a path. So is a head that is longer or
 * shorter than its parts: a NUL that cut a value short, a line that was folded
 * or ended with LF alone, more than one blank after a colon.
 */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include "port/httpd.h"

#define GUARD_BODY_MAX 65536            /* bytes of what is no POST; nobody reads them */
#define GUARD_POST_MAX (20 << 20)       /* bytes of a POST; its route may take fewer */

/* What is wrong, one line in English; empty: nothing. */
struct str guard_problem(const struct http_request *rq);

/* The status of what is wrong: 414 a long target, 431 too many headers, 413 a long
 * body, else 400. 0: nothing is wrong. */
int        guard_status(const struct http_request *rq);

/* The value of a header by its name in any case; empty when it is not there. */
struct str guard_header(const struct http_request *rq, struct str name);

/* The same letters in any case, as names of headers are compared. ASCII. */
bool       guard_same(struct str a, struct str b);

#endif
