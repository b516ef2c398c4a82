/* Any bytes as what a child says of a paper: refused, or what is told again in the same words. */
#include "app/paper_seen.h"
#include "fuzz_again.h"

static bool
told(struct arena *a, struct str text, struct buf *b)
{
	struct paper_seen p;

	if (!paper_seen_read(a, text, &p))
		return false;
	paper_seen_write(b, &p);
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };

	fuzz_again(told, &a, (struct str){ (const char *)data, size });
	arena_free(&a);
	return 0;
}
