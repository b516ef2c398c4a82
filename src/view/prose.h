/* prose.h - running text of a page as a table: headings, paragraphs, items.
 *
 *	static const struct prose text[] = {
 *		{ PROSE_HEADING, N_("What it is") },
 *		{ PROSE_TEXT, N_("{1} answers for this site.") },
 *	};
 */
#ifndef VIEW_PROSE_H
#define VIEW_PROSE_H

#include "view/page.h"

/* A part of a page begins with its heading; items after each other are one list. */
enum prose_is { PROSE_HEADING, PROSE_TEXT, PROSE_ITEM };

struct prose {
	enum prose_is is;
	const char   *text;             /* N_(), with places that `with` fills */
};

/* The page's title and description, in a <div> that the caller ends. */
void prose_open(struct page *p);

void prose_write(struct page *p, const struct prose *at, size_t n, const struct str *with,
                 size_t with_len);

/* <h2> */
void prose_heading(struct page *p, const char *text);

/* "3,5" or "3.5" */
struct str prose_number(struct page *p, struct number n);

/* A link to what is on another site; only its words when it is no address of the web. */
void prose_link(struct page *p, struct str address);

#endif
