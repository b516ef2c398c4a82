/* An archive: looked through, and read as a workbook. */
#include "fuzz/fuzz_laid.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a), checked = diags_new(&a);
	struct str   bytes = { (const char *)data, size }, text = STR_NONE;
	bool         whole = lay_check(&a, STR("ø.xlsx"), bytes, &checked);
	bool         laid = lay_xlsx(&a, STR("ø.xlsx"), bytes, &d, &text);

	if (whole != (checked.errors == 0))
		abort();
	fuzz_laid(&a, laid, text, &d);
	arena_free(&a);
	return 0;
}
