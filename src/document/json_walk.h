/* json_walk.h - JSON as a stream: each value is told where it stands, by the keys above it.
 *
 * Numbers are texts, as they were written. Refused: what is no JSON or no UTF-8, a web page,
 * more than FIGURES_BYTES_MAX, nesting beyond JSON_WALK_DEPTH_MAX. A byte order mark is passed over.
 */
#ifndef DOCUMENT_JSON_WALK_H
#define DOCUMENT_JSON_WALK_H

#include "base/arena.h"
#include "base/buf.h"

#define JSON_WALK_DEPTH_MAX 64

struct json_frame {
	bool       array;
	struct str key;                 /* of an object: the last one */
	size_t     at;                  /* of an array: which element is next */
};

enum json_kind { JSON_TEXT, JSON_NUMBER, JSON_NULL, JSON_TRUE, JSON_FALSE };

struct json_walk {
	struct arena     *a;
	struct json_frame frame[JSON_WALK_DEPTH_MAX];
	size_t            depth;
	struct str        why;          /* the first thing that was wrong; empty: nothing */
	size_t            line;         /* where; 0: it was not walked at all */
	void             *user;
	/* 0 ends the walk; json_refuse() says why. `text` is borrowed until it returns. */
	int             (*scalar)(void *user, enum json_kind kind, struct str text);
	/* A bracket, while the frames are those around it. Either may be NULL. */
	int             (*open)(void *user, bool array);
	int             (*close)(void *user, bool array);
};

MUST_CHECK bool json_walk(struct json_walk *w, struct str text);
int             json_refuse(struct json_walk *w, struct str why);      /* 0 */
bool            json_is_key(const struct json_frame *f, const char *key);

/* A text in quotation marks. */
void            json_quote(struct buf *b, struct str text);

#endif
