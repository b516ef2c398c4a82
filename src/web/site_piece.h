/* site_piece.h - one address of a published site as a file: answered, its links led to
 * files, hashed and written. Several threads make pieces at once, each at a desk of its own;
 * what a piece tells about the whole is taken from it afterwards, in order.
 */
#ifndef WEB_SITE_PIECE_H
#define WEB_SITE_PIECE_H

#include "port/swap.h"
#include "web/answer.h"
#include "web/paper.h"
#include "web/site_lines.h"
#include "web/site_sums.h"
#include "web/site_words.h"

/* An address that is linked to, and its file. */
struct site_link {
	struct str target, file;
};

struct site_desk {                      /* of one thread */
	struct viewer     viewer;
	struct answering  with;
	struct paper_kept papers;
	struct arena      turn;         /* of one answer */
	struct arena      kept;
	struct site_lines lines;
};

struct site_piece {
	struct arena      a;            /* of everything in it, but its files' own names */
	struct diags      diags;        /* why it failed */
	struct str        file, hash;   /* without a hash: there is nothing at the address */
	struct str        source;       /* hash of what it was made from; empty: of the register */
	size_t            bytes;
	bool              failed, written, page;        /* written: it was not there so */
	struct site_link *found;        /* what it links to, in order, again and again */
	size_t            len, cap;
	struct site_words words;        /* of one page, or of none */
};

/* Where all pieces go: what was there before, and what is being made. */
struct site_place {
	const struct swap *swap;
	const struct sums *before, *sources;    /* sources: site_source.h */
};

/* `p` is empty; the caller frees its arena. */
void site_piece_make(struct site_desk *desk, const struct site_place *to, struct site_link what,
                     struct site_piece *p);

/* A file that is nobody's address: only its bytes count. */
void site_piece_put(const struct site_place *to, struct str file, struct str bytes,
                    struct site_piece *p);

/* The address as it is published, and its file; false: it is not. Texts are the desk's, for
 * one answer. */
MUST_CHECK bool site_link_of(struct site_desk *desk, struct str target, struct site_link *ret);

#endif
