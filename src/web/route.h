/* route.h - every address of the server, in tables. What is not in one does not
 * exist; who may see what, and what may be asked, are columns.
 *
 * Each part of the site has its own table beside its handlers; route.c lists the
 * tables. In a path ":lang" stands for the code of a language, ":id" for the key
 * of a thing: one segment, which may end in the literal that follows it
 * ("/api/v1/indicators/:id.csv"), ":kind" for a kind of things ("target-groups"),
 * ":any" a segment that the handler looks at.
 *
 * An answer of 200 is sent again to whoever asks the same address in the same
 * language, until the register or the day changes: it may depend on nothing else.
 * What does says so with "no-store" in `cache`.
 */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "app/viewer.h"
#include "port/httpd.h"
#include "view/lang.h"
#include "web/query.h"

enum method { METHOD_GET };             /* HEAD is a GET without its body */
enum access { ACCESS_PUBLIC };

/* What the dispatcher gets ready before a handler is called. NEEDS_TIME: an edition,
 * and so much time that it is made beside, on a thread where no page waits for it.
 * NEEDS_LENGTH: an edition, and as much time as what was measured is long: beside when
 * that is ROUTE_LONG measurements or more, of the indicator in the path, else of all. */
enum needs { NEEDS_NOTHING, NEEDS_EDITION, NEEDS_LENGTH, NEEDS_TIME };

#define ROUTE_LONG 1000                 /* four milliseconds as JSON */

struct service;                         /* web/service.h: what all threads share */

struct request {                        /* what one handler may touch */
	struct arena         *arena;    /* freed after the reply is sent */
	struct viewer        *viewer;   /* this thread's own */
	const struct edition *edition;  /* of all but NEEDS_NOTHING, as of ?as_of= */
	const struct http_request *http;
	const struct address *address;
	const struct route   *route;
	struct query          query;
	struct lang           lang;     /* of the path, else ?lang=, else of the reader */
	struct str            id, kind; /* of the path */
	struct str            rest;     /* of the path, after the language: "indicator/x" */
	struct buf           *body;
	struct str            media;    /* from here on set by the handler */
	struct str            cache;
	struct str            location; /* of a redirect */
	bool                  varies;   /* with the reader's language */
	struct str            disposition;      /* of a download: `attachment; filename="x.csv"` */
	struct str            detail;   /* of an error, in the reader's language */
	const struct service *service;  /* NULL: of no server, as in tests */
};

struct route {
	enum method method;
	struct str  path;
	enum access access;             /* checked by the dispatcher, never by handlers */
	enum needs  needs;
	uint32_t    takes;              /* QUERY_BIT()s; AS_OF moves the edition by itself */
	int       (*handle)(struct request *rq);        /* an HTTP status */
	const char *summary;            /* for the description of the API; under /api/ in N_():
	                                 * the page of data says it in the reader's language */
	const char *schema;             /* of an answer in JSON: a type as in export/schema.h;
	                                 * NULL: not JSON */
};

struct routes {
	const struct route *at;
	size_t              len;
};

/* The tables; {NULL, 0} ends them. */
extern const struct routes route_tables[];

struct route_match {
	const struct route *route;      /* NULL: there is none, but `lang` may be set */
	struct str          lang;       /* code; empty: the path names none */
	struct str          id, kind, rest;
};

/* The route of a path, whatever the method. */
struct route_match route_find(struct str path);

/* Its place among the rows of all tables, and back; NULL: there are not so many. */
size_t              route_index(const struct route *r);
const struct route *route_at(size_t index);

#endif
