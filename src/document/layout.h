/* layout.h - what lines of extracted text say by their shape.
 *
 * Private to document/. Extraction from PDF leaves no headings and no
 * paragraphs, only lines: these are the guesses, each on the cautious side.
 */
#ifndef DOCUMENT_LAYOUT_H
#define DOCUMENT_LAYOUT_H

#include "document/mark.h"

struct line {
	struct str text;                /* without its end and without blanks around it */
	struct str cells;               /* the same with its tabs */
	size_t     letters;             /* of `text` */
};

/* "--\t:---:\t--": divides a table's header from its rows. `second`: it is the
 * table's second line, where single hyphens are enough. */
bool layout_is_rule(struct str line, bool second);

/* Does `next` go on with the sentence of `line` after a hard line end? `width`
 * is the longest line around them, in letters. */
bool layout_wraps(const struct line *line, const struct line *next, size_t width);

/* Short, begins with a capital letter or a number, does not end as a sentence
 * or a list's introduction does, and states no figure. */
bool layout_is_heading(struct str text, size_t letters);

/* A mark that begins a line of running text. Before small letters "2." is an
 * ordinal ("2. kvartal") and no mark. */
struct mark layout_mark(struct str text);

/* Was nothing left unsaid at the end of `text`? */
bool layout_ends_sentence(struct str text);

#endif
