/* outline.h - the titles of a document, and its list of contents.
 *
 * A list of contents is not known by a word above it: it is a run of short lines
 * of which several come again further down as headings, by their number or by
 * their words. Section numbers are one system and the numbers of a table's
 * lines another: an outline holds sections only. (domain.md, 6)
 */
#ifndef AUDIT_OUTLINE_H
#define AUDIT_OUTLINE_H

#include "audit/measure.h"
#include "document/document.h"

#define SECTION_DEPTH_MAX 5

struct section_number {
	unsigned part[SECTION_DEPTH_MAX];
	size_t   len;                   /* 0: no number */
};

/* The whole of "2", "2.1", "2.1.", "3)": parts of one or two digits. */
bool       section_number_read(struct str s, struct section_number *ret);
struct str section_number_text(struct arena *a, const struct section_number *n);
bool       section_number_eq(const struct section_number *a, const struct section_number *b);

struct title {
	struct section_number number;
	struct str     text;            /* without number, leader dots and page */
	const struct measure *words;    /* NULL until title_words() */
	uint32_t       line, column;
	size_t         block;           /* of the document */
	bool           heading;         /* a heading of the text */
	bool           contents;        /* stands in the list of contents */
	size_t         section;         /* of an entry of it: the title further down; SIZE_MAX: none */
};

struct outline {
	struct title *at;               /* in document order */
	size_t        len;
	bool          contents;         /* has a list of contents */
};

/* Its content words, read once. */
const struct measure *title_words(struct arena *a, struct title *t);

struct outline outline_read(struct arena *a, const struct document *doc);

/* The years that a text names, at most 8, each once, ascending. */
#define YEARS_NAMED_MAX 8

struct years {
	int    at[YEARS_NAMED_MAX];
	size_t len;
};

struct years years_named(struct str text);
bool         years_eq(const struct years *a, const struct years *b);
struct str   years_text(struct arena *a, const struct years *y, const char *joined);

#endif
