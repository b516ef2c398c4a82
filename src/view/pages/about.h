/* about.h - pages about the site itself: what it is, how a verdict is reached, what
 * it keeps about its readers, how accessible it is, and what can be taken from it.
 */
#ifndef VIEW_PAGES_ABOUT_H
#define VIEW_PAGES_ABOUT_H

#include "model/about_view.h"
#include "view/page.h"

void about_page(struct page *p, const struct about_view *m);
void method_page(struct page *p, const struct method_example *m);
void privacy_page(struct page *p);
/* The statement that the Danish act on web accessibility asks for; the authority's
 * own, kept elsewhere, is linked when it has one. */
void accessibility_page(struct page *p);

struct data_address {                   /* one address of the API */
	struct str path, summary;       /* the summary in English, or a text of the catalogue */
	struct str takes;               /* "as_of, lang" */
	bool       file;                /* a download, not JSON */
	bool       whole;               /* can be asked for as it stands: names no thing */
};

struct data_view {
	const struct data_address *at;
	size_t                     len;
};

void data_page(struct page *p, const struct data_view *m);

#endif
