/* filter.h - the form above a list: words, and one of the things that occur in it.
 * What is asked is kept by the form, and so is the day.
 */
#ifndef VIEW_FILTER_H
#define VIEW_FILTER_H

#include "view/page.h"

void filter_open(struct page *p);
void filter_words(struct page *p, const char *label, struct str asked);
/* <select>: all, or one of them; nothing where there are none. */
void filter_choice(struct page *p, const char *label, const char *name, const struct named *at,
                   size_t n, struct str asked);
/* <select>: one of them, never all. */
void filter_one(struct page *p, const char *label, const char *name, const struct named *at,
                size_t n, struct str asked);
void filter_close(struct page *p);

#endif
