/* paper.h - a document as people read it: blocks with the places of its lines, words
 * that facts were taken from, and what the audit says beside the lines it speaks of.
 *
 * Filled by app/document_view, for the page and the API alike.
 */
#ifndef MODEL_PAPER_H
#define MODEL_PAPER_H

#include "core/indicator.h"
#include "model/finding.h"
#include "model/record.h"
#include "model/thing_page.h"

#define PAPERS_IS(X)                                                                     \
	X(READ, "read")                 /* its text is shown */                          \
	X(WITHHELD, "not_published")    /* only what was taken from it is */             \
	X(WITHOUT_TEXT, "without_text") /* published, but the register has no text */    \
	X(TOO_LONG, "too_long")         /* published, to be taken away as a whole */     \
	X(UNREADABLE, "unreadable")     /* published, but no blocks can be made of it */

enum paper_is {
#define X(id, code) PAPER_##id,
	PAPERS_IS(X)
#undef X
	PAPER_IS_COUNT
};

struct str paper_code(enum paper_is is);

/* What was taken from a document. */
struct taken {
	struct thing_shown of;          /* of a measurement: its indicator */
	uint32_t           line, column;
	struct str         quote;       /* at most 160 letters; of a measurement empty */
	struct recorded    recorded;
	bool               measured;
	struct period      period;      /* of a measurement, from here on */
	struct named       area, group; /* group without an id: everybody */
};

struct paper_span {
	struct str            text;
	uint32_t              line;     /* a line begins here; 0: it goes on */
	const struct taken   *taken;    /* from these words, or NULL */
	const struct finding *finding;  /* about these words, or NULL */
};

struct paper_text {                     /* a stretch without a break */
	struct paper_span *at;
	size_t             len;
	struct str         mark;        /* "2)", "▪"; may be empty */
	uint32_t           line;
};

struct paper_cell {
	struct paper_text *at;
	size_t             len;
};

struct paper_row {
	struct paper_cell *at;
	size_t             len;
	uint32_t           line;
};

enum paper_kind { PAPER_HEADING, PAPER_PARAGRAPH, PAPER_ITEM, PAPER_TABLE, PAPER_FOOTNOTE };

struct paper_block {
	enum paper_kind        kind;
	uint8_t                level;   /* HEADING: 1-6; ITEM: depth from 1 */
	uint32_t               line, last;      /* its lines on this page */
	struct paper_text      text;    /* all but TABLE */
	struct paper_row      *row;     /* TABLE */
	size_t                 rows, columns;
	bool                   headed;  /* its first row names the columns */
	bool                   goes_on; /* it began on an earlier page */
	const struct finding **finding; /* about its lines */
	size_t                 findings;
};

#endif
