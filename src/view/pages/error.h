/* error.h - the page that says what went wrong, in the clothes of the others. */
#ifndef VIEW_PAGES_ERROR_H
#define VIEW_PAGES_ERROR_H

#include "view/page.h"

/* HTTP status, Danish and English title, what to do in Danish and English. */
#define ERROR_PAGES(X)                                                                        \
	X(400, "Forespørgslen kan ikke læses", "The request cannot be read",                  \
	       "Adressen eller dens oplysninger er ikke skrevet rigtigt.",                    \
	       "The address or what came with it is not written correctly.")                  \
	X(404, "Siden findes ikke", "There is no such page",                                  \
	       "Adressen fører ikke til noget. Måske er den skrevet forkert.",                \
	       "The address leads nowhere. It may be misspelt.")                              \
	X(405, "Det kan siden ikke", "This page cannot do that",                              \
	       "Siden kan læses, men der kan ikke sendes noget til den.",                     \
	       "The page can be read, but nothing can be sent to it.")                        \
	X(500, "Noget gik galt hos os", "Something went wrong on our side",                   \
	       "Registret kunne ikke læses. Prøv igen om lidt.",                              \
	       "The register could not be read. Try again in a moment.")

/* `status` without a row is shown as 500. `detail` replaces what to do; empty:
 * what the table says. */
void error_page(struct page *p, int status, struct str detail);

#endif
