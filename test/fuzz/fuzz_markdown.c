#include "fuzz/fuzz_document.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_document(FORMAT_MARKDOWN, data, size);
	return 0;
}
