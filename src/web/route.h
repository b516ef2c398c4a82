/* route.h - every address of the server, in one table. What is not in it does
 * not exist; who may see what is a column of it.
 */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "port/httpd.h"
#include "web/address.h"

enum method { METHOD_GET };             /* HEAD is a GET without its body */
enum access { ACCESS_PUBLIC };

struct viewer;

struct request {                        /* what one handler may touch */
	struct arena         *arena;    /* freed after the reply is sent */
	struct viewer        *viewer;   /* this thread's own */
	const struct address *address;
	bool                  danish;   /* of the path, else of the reader */
	struct buf           *body;
	struct str            media;    /* from here on set by the handler */
	struct str            cache;
	struct str            location; /* of a redirect */
	bool                  varies;   /* with the reader's language */
	struct str            detail;   /* of an error, in the reader's language */
};

struct route {
	enum method method;
	struct str  path;               /* ":lang" stands for da or en */
	enum access access;             /* checked by the dispatcher, never by handlers */
	int       (*handle)(struct request *rq);        /* an HTTP status */
	const char *summary;
};

extern const struct route route_table[];
extern const size_t       route_count;

/* The route of a path, whatever the method; NULL: there is none. `*danish` is set
 * where the path names a language. */
const struct route *route_find(struct str path, bool *danish);

/* Does the path begin with a language? */
bool route_language(struct str path, bool *danish);

#endif
