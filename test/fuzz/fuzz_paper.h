/* fuzz_paper.h - any bytes as the text of a paper, and what is recognised in it. */
#ifndef FUZZ_PAPER_H
#define FUZZ_PAPER_H

#include "recognise/recognise.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
must(bool holds)
{
	if (!holds)
		abort();
}

static inline bool
place_is_inside(const struct document *doc, uint32_t line, uint32_t column)
{
	struct str rest = doc->text, words = STR_NONE;

	if (line == 0 || column == 0)
		return false;
	for (uint32_t n = 0; n < line; n++) {
		if (rest.len == 0)
			return false;
		words = str_cut(&rest, '\n');
	}
	return column <= words.len + 1;
}

/* One line, of as many letters as are quoted. */
static inline bool
is_quote(struct str s)
{
	return s.len <= (size_t)4 * 160 && str_find(s, STR("\n"), 0) == SIZE_MAX;
}

/* What must hold of a paper that is not refused. */
typedef void check_paper(struct arena *a, const struct document *doc,
                         const struct recognition *seen);

static inline int
fuzz_paper(const uint8_t *data, size_t size, check_paper *check)
{
	struct arena       a = { 0 };
	struct diags       d = diags_new(&a);
	struct str         text = str_dup(&a, (struct str){ (const char *)data, size });
	struct document    doc;
	struct recognition seen;

	if (document_read(&a, STR("paper.txt"), FORMAT_TEXT, text, &d, &doc)) {
		seen = recognise(&a, &doc);
		check(&a, &doc, &seen);
	}
	arena_free(&a);
	return 0;
}

#endif
