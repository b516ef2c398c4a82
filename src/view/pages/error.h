/* error.h - the page that says what went wrong, in the clothes of the others. */
#ifndef VIEW_PAGES_ERROR_H
#define VIEW_PAGES_ERROR_H

#include "view/page.h"

/* HTTP status, title, what to do. */
#define ERROR_PAGES(X)                                                                     \
	X(400, N_("The request cannot be read"),                                           \
	       N_("The address or what came with it is not written correctly."))           \
	X(403, N_("You may not see this page"),                                            \
	       N_("It is there, but not for everybody."))                                  \
	X(404, N_("There is no such page"),                                                \
	       N_("The address leads nowhere. It may be misspelt, or the page has moved.")) \
	X(405, N_("This page cannot do that"),                                             \
	       N_("The page can be read, but nothing can be sent to it."))                 \
	X(406, N_("Not in that form"),                                                     \
	       N_("What you asked for is not available in the form that your program accepts.")) \
	X(408, N_("The request took too long"),                                            \
	       N_("It did not arrive whole in time. Try again."))                          \
	X(410, N_("The page is gone"),                                                     \
	       N_("What stood here was taken out of the register."))                       \
	X(413, N_("That is too large"),                                                    \
	       N_("More was sent than the site takes."))                                   \
	X(414, N_("The address is too long"),                                              \
	       N_("Ask for less at a time."))                                              \
	X(429, N_("Too many requests"),                                                    \
	       N_("Wait a moment and try again."))                                         \
	X(431, N_("The request says too much about itself"),                               \
	       N_("Its headers are larger than the site takes. Clearing the cookies of this site often helps.")) \
	X(500, N_("Something went wrong on our side"),                                     \
	       N_("The register could not be read. Try again in a moment."))               \
	X(503, N_("The site is closed for a moment"),                                      \
	       N_("It is being looked after, or very busy. Try again in a few minutes."))

/* What the table says of a status, in the reader's language. */
struct str error_title(const struct lang *l, int status);
struct str error_detail(const struct lang *l, int status);

/* With a search for the words of `p->path`, and ways on. `status` without a row is shown as 500. `detail` replaces what to do; empty:
 * what the table says. */
void error_page(struct page *p, int status, struct str detail);

#endif
