/* A table is refused with one line, or has a value (or none) for each cell, a code of its
 * own at each place, and figures that a number can be looked for in. */
#include <stdlib.h>
#include "document/jsonstat.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(const struct figures *j, size_t size)
{
	size_t cells = 1;

	for (size_t i = 0; i < j->dimensions; i++) {
		const struct figures_dimension *d = &j->dimension[i];

		cells *= d->len;
		for (size_t c = 0; c < d->len; c++)
			if (figures_code(d, d->code[c]) != c)
				abort();
	}
	if (cells != j->cells || cells > FIGURES_CELLS_MAX)
		abort();
	for (size_t i = 0; i < cells; i++)
		if (j->value[i].len > size || (j->status != NULL && j->status[i].len > size))
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct str      text = { (const char *)data, size }, code, message;
	struct figures j;

	if (jsonstat_read(&a, STR("svar"), text, &d, &j))
		check(&j, size);
	else if (d.errors != 1)
		abort();
	if (jsonstat_refusal(&a, text, &code, &message) && code.len == 0 && message.len == 0)
		abort();
	arena_free(&a);
	return 0;
}
