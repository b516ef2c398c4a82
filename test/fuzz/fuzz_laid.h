/* fuzz_laid.h - what was laid out is read, or refused for its size; places hold. */
#ifndef FUZZ_LAID_H
#define FUZZ_LAID_H

#include "base/utf8.h"
#include "document/lay.h"
#include "document_check.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
fuzz_laid(struct arena *a, bool laid, struct str text, struct diags *d)
{
	struct diags    said = diags_new(a);
	struct document doc = { 0 };
	const char     *broken;
	size_t          lines = 0;

	if (laid != (d->errors == 0))
		abort();
	if (!laid)
		return;
	for (size_t i = 0; i < text.len; i++)
		lines += text.at[i] == '\n';
	if (utf8_check(text) != SIZE_MAX || lines == 0)
		abort();
	if (!document_read(a, STR("æøå.docx"), FORMAT_DOCX, text, &said, &doc)) {
		if (said.errors != 1 || (str_find(said.first->message, STR("nothing to read"), 0) == SIZE_MAX &&
		    str_find(said.first->message, STR("more than"), 0) == SIZE_MAX))
			abort();
		return;
	}
	broken = check_document(&doc);
	if (broken != NULL)
		fprintf(stderr, "does not hold: %s\n", broken);
	if (broken != NULL || doc.at[doc.len - 1].line > lines)
		abort();
}

#endif
