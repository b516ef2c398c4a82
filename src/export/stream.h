/* stream.h - where a long answer goes while it is written: a buf that is emptied now and
 * then, so that the answer needs no room, or one that keeps it all.
 */
#ifndef EXPORT_STREAM_H
#define EXPORT_STREAM_H

#include "base/buf.h"

struct stream {
	struct buf *b;
	void      (*drain)(struct buf *b, void *with);  /* writes it away; NULL: it is kept */
	void       *with;
};

#define STREAM_BYTES ((size_t)1 << 16)

/* Between two cells. */
static inline void
stream_drain(const struct stream *s)
{
	if (s->drain != NULL && s->b->len >= STREAM_BYTES)
		s->drain(s->b, s->with);
}

#endif
