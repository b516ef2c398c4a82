/* fuzz_document.h - read any bytes in a format: refused with a diag, or right. */
#ifndef FUZZ_DOCUMENT_H
#define FUZZ_DOCUMENT_H

#include "document_check.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
fuzz_document(enum format f, const uint8_t *data, size_t size)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct str      text = { (const char *)data, size };
	struct document doc = { 0 };
	const char     *broken;

	if (!document_read(&a, STR("æøå.txt"), f, text, &d, &doc)) {
		if (d.errors != 1 || doc.at != NULL)
			abort();
	} else {
		broken = check_document(&doc);
		if (broken != NULL) {
			fprintf(stderr, "does not hold: %s\n", broken);
			abort();
		}
	}
	arena_free(&a);
}

#endif
