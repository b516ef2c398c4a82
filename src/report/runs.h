/* runs.h - words of a report: stretches of text within a paragraph, an item, a caption or
 * a cell.
 *
 * Texts are borrowed or in `a`. A text in another language than the report's says so,
 * so that it is read aloud and hyphenated rightly.
 */
#ifndef REPORT_RUNS_H
#define REPORT_RUNS_H

#include "base/arena.h"
#include "base/buf.h"

enum run_kind {
	RUN_TEXT, RUN_STRONG, RUN_EMPHASIS,
	RUN_LINK,                       /* `to`: an address, from the root of the site or whole */
	RUN_SEE,                        /* `to`: the anchor of a heading, table or figure;
	                                 * tree_number() makes its text: "tabel 4" */
	RUN_NOTE,                       /* a footnote that says `text` */
	RUN_BREAK                       /* the next line */
};

struct run {
	enum run_kind kind;
	struct str    text, to;
	struct str    lang;             /* empty: of the report */
	size_t        number;           /* of NOTE: given by tree_number() */
};

struct runs {
	struct run *at;
	size_t      len, cap;
};

/* The run that was added, for what is rare. */
struct run *runs_add(struct arena *a, struct runs *r, enum run_kind kind, struct str text);
void        runs_link(struct arena *a, struct runs *r, struct str text, struct str to);
void        runs_see(struct arena *a, struct runs *r, struct str anchor);

/* All of it without marks, notes in brackets: for what knows only text. */
void        runs_plain(struct buf *b, const struct runs *r);

#endif
