/* gather.h - builds pieces from stretches of the input and what replaces markup.
 *
 * Private to document/. A piece that is one unbroken stretch of the input
 * borrows it; any other is put together in the arena with its jumps.
 */
#ifndef DOCUMENT_GATHER_H
#define DOCUMENT_GATHER_H

#include "document/reader.h"

struct segment {
	const char *raw;
	size_t      len;                /* in the input */
	char        literal[4];         /* what stands for it, when `literal_len` > 0 */
	uint8_t     literal_len;
};

struct gather {
	struct reader  *r;
	struct piece   *at;             /* done, since the last gather_take() */
	size_t          len, cap;
	struct segment *seg;            /* of the piece under way */
	size_t          seg_len, seg_cap;
	struct piece    next;           /* what is known of it */
	const char     *blank;          /* a blank that waits for the next letter, or NULL */
	size_t          blank_len;
	bool            blank_hard;     /* holds a no-break space */
	unsigned        emphasis;       /* how many emphases are open */
	bool            emphasis_done;
};

void gather_open(struct gather *g, struct reader *r);
bool gather_empty(const struct gather *g);                      /* no letter yet in this piece */
bool gather_at_word(const struct gather *g);                    /* a blank, or nothing, before */
void gather_text(struct gather *g, const char *at, size_t len); /* letters as they stand */
void gather_literal(struct gather *g, struct str letter, const char *at, size_t len);
void gather_blank(struct gather *g, const char *at, size_t len, bool hard);
void gather_emphasis(struct gather *g, bool open);
void gather_item(struct gather *g, struct str mark);            /* the piece that begins is one */
void gather_break(struct gather *g);                            /* the piece ends */

/* Ends the piece, and gives all that were gathered. */
struct piece *gather_take(struct gather *g, size_t *len);

#endif
