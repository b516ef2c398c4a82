/* paper_blocks.h - the blocks of a document as people read them: cut into pages, with
 * the places of lines, and with links at the words that facts were taken from.
 */
#ifndef APP_PAPER_BLOCKS_H
#define APP_PAPER_BLOCKS_H

#include "document/document.h"
#include "model/paper.h"

#define PAPER_PAGE_BYTES 48000          /* of text on one page, about */

struct paper_start {                    /* where a page begins */
	size_t   block, row;            /* row of a table; else 0 */
	uint32_t line;                  /* 1 of the first page */
};

/* At least one, in `a`. A table goes on over several where it must. */
size_t paper_pages(struct arena *a, const struct document *doc, struct paper_start **ret);

struct paper_marks {
	const struct taken   *taken;    /* both by line, then column */
	size_t                takens;
	const struct finding *finding;
	size_t                findings;
};

/* The blocks from one start to the next (NULL: to the end), marked. `*ret` is in `a`;
 * texts are borrowed from the document. */
size_t paper_blocks(struct arena *a, const struct document *doc, const struct paper_start *from,
                    const struct paper_start *to, const struct paper_marks *m,
                    struct paper_block **ret);

/* ---- for paper_spans.c ---- */

/* A piece as spans: cut where a line begins and where marks begin and end. */
struct paper_text paper_spans(struct arena *a, const struct piece *p, const struct paper_marks *m);

#endif
