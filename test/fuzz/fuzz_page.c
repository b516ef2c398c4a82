#include "fuzz/fuzz_laid.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct str   text = STR_NONE;
	bool         laid = lay_html(&a, STR("ø.html"), (struct str){ (const char *)data, size }, &d, &text);

	fuzz_laid(&a, laid, text, &d);
	arena_free(&a);
	return 0;
}
