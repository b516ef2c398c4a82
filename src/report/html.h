/* html.h - a report as one HTML file that asks for nothing else: style and drawings are in
 * it. Readers see it in a browser; on paper (A4, page numbers, heads of tables repeated) it
 * is printed by a browser, by port/chromium.h or by WeasyPrint.
 *
 * The tree was numbered. Its links lead to the site where that is known, else a link
 * from the root of the site is plain text: a file on a disk has no root.
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report/tree.h"
#include "view/lang.h"

struct html_wish {
	struct str site;                /* "https://pejl.example"; empty: not known */
	bool       on_site;             /* shown by the site itself: links from its root lead there */
	bool       fixed;               /* a site of files: it has no other days */
	bool       paper;               /* will be printed at once: letters are in it */
	/* Puts soft hyphens (U+00AD) where a word may be broken; NULL: the browser does.
	 * Only for what is printed, since they stay in the text. */
	struct str (*hyphenate)(void *with, struct arena *a, struct str lang, struct str text);
	void      *with;
	bool       pictures;            /* drawings as pictures, for what does not draw them well */
	struct str imprint;             /* behind all else; may be empty */
};

void report_html(struct buf *b, const struct tree *t, const struct html_wish *w);

/* Only what stands in its <body>, for a page that has the style. */
void report_html_body(struct buf *b, const struct tree *t, const struct html_wish *w);

/* Its parts alone, without title and contents: a text that is being written. */
void report_html_parts(struct buf *b, const struct tree *t, const struct html_wish *w);

/* The style of it all, and of the drawings. */
void report_html_style(struct buf *b, const struct tree *t, const struct html_wish *w);

#endif
