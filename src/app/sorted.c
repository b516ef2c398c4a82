#include "app/sorted.h"
#include <stdlib.h>

void
sorted(void *at, size_t n, size_t size, int (*order)(const void *a, const void *b, void *collator))
{
	struct collator *c;

	if (n < 2)
		return;
	c = collate_open();
	qsort_r(at, n, size, order, c);
	collate_close(c);
}

int
sorted_titles(const struct named *a, const struct named *b, const struct collator *c)
{
	int o = collate_cmp(c, a->title, b->title);

	return o != 0 ? o : str_cmp(a->id, b->id);
}

static int
by_title(const void *a, const void *b, void *collator)
{
	return sorted_titles(a, b, collator);
}

void
sorted_named(struct named *at, size_t n)
{
	sorted(at, n, sizeof *at, by_title);
}
