/* fuzz_again.h - what is read is written so that it is read the same. */
#ifndef FUZZ_AGAIN_H
#define FUZZ_AGAIN_H

#include "base/arena.h"
#include "base/buf.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads `text` and writes what it says. False: it is refused. */
typedef bool rewrite(struct arena *a, struct str text, struct buf *b);

static inline bool
rewritten(rewrite *how, struct arena *a, struct str text, struct str *ret)
{
	struct buf b;
	bool       ok;

	buf_init(&b, SIZE_MAX);
	ok = how(a, text, &b);
	*ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ok;
}

static inline void
fuzz_again(rewrite *how, struct arena *a, struct str text)
{
	struct str once, twice;

	if (rewritten(how, a, text, &once) &&
	    (!rewritten(how, a, once, &twice) || !str_eq(once, twice)))
		abort();
}

#endif
