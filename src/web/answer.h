/* answer.h - the dispatcher: from a request as it was sent to a whole reply.
 *
 * The order is fixed: guard, address, route, method, access, handler; then the
 * page of an error, what the reader's program can take, packing, the tag of the
 * content, and the headers that every reply has. Knows no socket.
 */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include "web/route.h"

struct gzip;
struct paper_kept;
struct staff_door;

struct answering {                      /* what answers are made with, on one thread */
	struct viewer        *viewer;
	struct gzip          *gzip;     /* NULL: nothing is packed */
	const struct service *service;  /* NULL: of no server */
	bool                  beside;   /* what is slow may be done here */
	bool                  untagged; /* nobody will ask for it again by its tag */
	struct staff_door    *door;     /* of a thread beside; NULL: nobody logs in here */
	struct paper_kept    *papers;   /* NULL: no report is kept (paper.h) */
};

struct answered {                       /* what was made, for who counts and keeps it */
	const struct route *route;      /* NULL: there is none */
	struct str          media, tag; /* of a 200 */
	bool                keeps;      /* goes for all until the register changes */
	bool                packed;
};

/* HTTP_SLOW: nothing was done, it is to be made beside. HTTP_BODY: nothing was done, the
 * body is wanted first. The reply is whole, whatever
 * the reader has already. */
enum http_turn answer_make(const struct answering *with, const struct http_request *http,
                           struct arena *a, struct http_reply *ret, struct answered *what);

/* The reply to one who has this version already: 304, its headers without a body. */
void answer_unchanged(const struct http_reply *whole, struct http_reply *ret);

/* A GET of this address by a reader without an account, on a thread beside. `ret->body` is
 * initialised here and freed by the caller. */
void answer_get(const struct answering *with, struct str target, struct arena *a,
                struct http_reply *ret);

/* Of a reply; empty: it has none of that name. */
struct str answer_header(const struct http_reply *re, struct str name);

/* Both, as a reader sees it; everything in place. */
void answer(struct viewer *viewer, const struct http_request *http, struct arena *a,
            struct http_reply *ret);

#endif
