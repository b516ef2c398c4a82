/* filter.h - the form above a list: words, and one of the things that occur in it.
 * What is asked is kept by the form, and so is the day.
 *
 * On a page that will be a file (page.h, `fixed`) each choice is a list of links instead,
 * of one thing at a time, which the page says, and what only a server can look for is left out.
 */
#ifndef VIEW_FILTER_H
#define VIEW_FILTER_H

#include "view/page.h"

void filter_open(struct page *p);
void filter_words(struct page *p, const char *label, struct str asked);
/* One of several: opened, an option for each, closed. `name` is of the address. */
void filter_select(struct page *p, const char *label, const char *name, bool or_all);
void filter_option(struct page *p, struct str value, struct str title, bool danish, bool chosen);
void filter_end(struct page *p);
/* The same at once: all, or one of them; nothing where there are none. */
void filter_choice(struct page *p, const char *label, const char *name, const struct named *at,
                   size_t n, struct str asked);
/* One of them, never all. */
void filter_one(struct page *p, const char *label, const char *name, const struct named *at,
                size_t n, struct str asked);
void filter_close(struct page *p);

#endif
