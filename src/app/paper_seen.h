/* paper_seen.h - what a child read of a paper, as it tells its parent.
 *
 * The parent takes nothing of it on trust: it is bounded, every word is UTF-8, every kind
 * one of the table, every place a line that the text has. It is lines of fields
 * (base/fields.h), and behind a line of its own the paper's text as it is.
 */
#ifndef APP_PAPER_SEEN_H
#define APP_PAPER_SEEN_H

#include "recognise/recognise.h"

/* A text of DOCUMENT_BYTES_MAX and as much again for what was recognised in it. */
#define PAPER_SEEN_MAX (2 * DOCUMENT_BYTES_MAX)

struct paper_seen {
	enum format        format;
	struct str         text;        /* laid out, as it is kept */
	struct recognition seen;        /* its title, its date's last day and its proposals, no more */
};

void paper_seen_write(struct buf *b, const struct paper_seen *p);

/* False: it is none of what is written here. `*ret` is in `a` or `said`. */
MUST_CHECK bool paper_seen_read(struct arena *a, struct str said, struct paper_seen *ret);

#endif
