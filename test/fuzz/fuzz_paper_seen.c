/* Any bytes as what a child says of a paper: refused, or what is told again in the same words. */
#include "app/paper_seen.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct str
told(struct arena *a, const struct paper_seen *p)
{
	struct buf b;
	struct str text;

	buf_init(&b, SIZE_MAX);
	paper_seen_write(&b, p);
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena      a = { 0 };
	struct paper_seen p, again;
	struct str        once;

	if (paper_seen_read(&a, (struct str){ (const char *)data, size }, &p)) {
		once = told(&a, &p);
		if (!paper_seen_read(&a, once, &again) || !str_eq(told(&a, &again), once))
			abort();
	}
	arena_free(&a);
	return 0;
}
