/* kind.h - what kinds of things are called on pages, and links to where they are shown. */
#ifndef VIEW_KIND_H
#define VIEW_KIND_H

#include "model/thing_page.h"
#include "view/page.h"

/* "Måltal"; NOUN_NONE: "Tekst i dokumenter". In the reader's language. */
struct str kind_title(const struct lang *l, enum noun n);
/* Of several: "Måltal", "Indikatorer". */
struct str kind_titles(const struct lang *l, enum noun n);

/* ` href="/da/initiative/x?as_of=...#target-y"` (with the blank). The page is there. */
void kind_href(struct page *p, const struct thing_page *to);

/* The thing's title as a link where it has a page, cut to what a list can hold. */
void kind_link(struct page *p, const struct thing_shown *t);

#endif
