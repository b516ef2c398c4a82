/* choices.h - what lists can be asked for: the things that occur in them, and words. */
#ifndef APP_CHOICES_H
#define APP_CHOICES_H

#include "app/judge.h"

struct choices {
	struct named *at;
	size_t        len, cap;
};

/* Once each; a thing that is not there is none. */
void choices_add(struct arena *a, struct choices *to, struct named n);
/* A unit and those above it. */
void choices_add_units(struct arena *a, struct choices *to, const struct snapshot *sn,
                       int64_t unit);
void choices_sort(struct choices *to);          /* by title */

/* Does every word of `q` stand in `text`? Case and accents do not count. */
bool choices_match(struct arena *a, struct str text, struct str q);

/* What stands highest above a unit: its committee. */
int64_t unit_top(const struct snapshot *sn, int64_t unit);

/* Is it this unit, or under it? */
bool unit_is_under(const struct snapshot *sn, int64_t unit, struct str key);

#endif
