/* sorted.h - lists that people see in the order in which they look things up: by
 * title, as port/collate.h has it; things with the same title by their keys.
 *
 *	sorted_named(at, n);
 *	sorted(at, n, sizeof *at, by_theme_and_title);  where that calls sorted_titles()
 */
#ifndef APP_SORTED_H
#define APP_SORTED_H

#include "model/barometer.h"
#include "port/collate.h"

/* qsort() with a collator as the third argument of `order`. */
void sorted(void *at, size_t n, size_t size,
            int (*order)(const void *a, const void *b, void *collator));

int  sorted_titles(const struct named *a, const struct named *b, const struct collator *c);
void sorted_named(struct named *at, size_t n);

#endif
