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
#include "core/access.h"
#include "model/posted.h"
#include "port/httpd.h"
#include "view/lang.h"
#include "web/query.h"

enum method { METHOD_GET, METHOD_POST };        /* HEAD is a GET without its body */

/* PUBLIC: everybody. STAFF: who is logged in. The others: who has the right somewhere
 * (core/access.h); whether for this thing, app/ asks. */
enum access {
	ACCESS_PUBLIC,
	ACCESS_STAFF,
#define X(id, roles, what) ACCESS_##id,
	RIGHTS(X)
#undef X
};

/* What the dispatcher gets ready before a handler is called. NEEDS_TIME: an edition,
 * and so much time that it is made beside, on a thread where no page waits for it.
 * NEEDS_LENGTH: an edition, and as much time as what was measured is long: beside when
 * that is ROUTE_LONG measurements or more, of the indicator in the path, else of all.
 * NEEDS_STORE: NEEDS_TIME, and a connection that writes; so has every route that is not
 * public. NEEDS_UPLOAD: NEEDS_STORE, and the form brings a file. */
enum needs { NEEDS_NOTHING, NEEDS_EDITION, NEEDS_LENGTH, NEEDS_TIME, NEEDS_STORE, NEEDS_UPLOAD };

#define ROUTE_LONG 1000                 /* measurements: four milliseconds as JSON */
#define FORM_MAX   ((size_t)256 << 10)  /* bytes of a form */
#define UPLOAD_MAX (((size_t)20 << 20) + FORM_MAX)      /* of a form with a file of 20 MB */

struct service;                         /* web/service.h: what all threads share */

struct request {                        /* what one handler may touch */
	struct arena         *arena;    /* freed after the reply is sent */
	struct viewer        *viewer;   /* this thread's own */
	struct paper_kept    *papers;   /* NULL: none is kept */
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
	int                   again;    /* seconds until a browser asks again by itself; 0: it does not */
	bool                  varies;   /* with the reader's language */
	struct str            disposition;      /* of a download: `attachment; filename="x.csv"` */
	struct str            link;     /* a Link header: what belongs to the answer */
	struct str            detail;   /* of an error, in the reader's language */
	const struct service *service;  /* NULL: of no server, as in tests */
	struct store *store;            /* of NEEDS_STORE: writes */
	const struct actor *actor;      /* who is logged in; NULL: nobody */
	struct str    session;          /* the token of the cookie */
	struct posted form;             /* of a POST */
	struct str    now;              /* of NEEDS_STORE: UTC, "2026-11-23T04:00:00Z" */
	int64_t       unix_now;         /* the same in seconds since 1970 */
	struct str    cookie;           /* to be set: name, value, attributes */
	bool          framed;           /* may stand in pages of others */
	bool          own_page;         /* an answer of 400 and above that the handler wrote */
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

/* The route of a path: with this method, else with any. */
struct route_match route_find(struct str path, enum method method);

/* Is there one of this path with that method? */
bool route_has(struct str path, enum method method);

/* Its place among the rows of all tables, and back; NULL: there are not so many. */
size_t              route_index(const struct route *r);
const struct route *route_at(size_t index);

#endif
