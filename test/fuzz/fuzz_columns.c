/* A table of columns is refused with one line, or has for each cell a place in each dimension,
 * with codes that are found again where they are, and no two of one name. */
#include <stdlib.h>
#include "document/columns.h"
#include "document/tableinfo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
is_year(struct str heading)
{
	int64_t n;

	return heading.len == 4 && str_int(heading, &n);
}

static void
check(struct arena *a, const struct figures *f)
{
	size_t at[FIGURES_DIMENSIONS_MAX] = { 0 }, first, second;
	bool  *keep = ARENA_ARRAY(a, bool, f->cells + 1);

	for (size_t i = 0; i < f->dimensions; i++)
		for (size_t c = 0; c < f->dimension[i].len; c++)
			if (figures_code(&f->dimension[i], f->dimension[i].code[c]) != c)
				abort();
	for (size_t i = 0; i < f->cells; i++) {
		figures_place(f, i, at);
		keep[i] = true;
		for (size_t k = 0; k < f->dimensions; k++)
			if (at[k] >= f->dimension[k].len)
				abort();
	}
	if (figures_twice(a, f, keep, &first, &second) && first >= second)
		abort();
}

static void
check_table(struct arena *a, struct str text)
{
	struct diags            d = diags_new(a);
	struct figures          f;
	struct tableinfo_limits limits;

	if (!tableinfo_read(a, STR("tabel"), text, &d, &f)) {
		if (d.errors != 1)
			abort();
	} else {
		for (size_t i = 0; i < f.dimensions; i++)
			if (f.dimension[i].id.len == 0 || f.dimension[i].len == 0)
				abort();
	}
	if (tableinfo_limits(a, text, &limits) && (limits.cells < 0 || limits.calls < 0))
		abort();
}

/* The first byte says how it is read. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct str code[] = { STR_INIT("Område"), STR_INIT("Køn") };
	static const struct str figure[] = { STR_INIT("Antal"), STR_INIT("Alle") };
	unsigned           how = size > 0 ? data[0] : 0;
	struct arena       a = { 0 };
	struct diags       d = diags_new(&a);
	struct str         text = { (const char *)data + (size > 0), size - (size > 0) };
	struct columns_ask ask = {
		.code = code, .codes = how >> 1 & 1 ? 2 : 1, .figure = figure, .figures = how >> 2 & 1 ? 2 : 1,
		.time = STR("År"), .is_period = is_year,
	};
	struct figures     f;
	bool               ok;

	if (how >> 3 & 1) {
		ask.across = true;
		ask.figures = 0;
		ask.time = STR("*");
	}
	if (how >> 4 & 1)
		check_table(&a, text);
	ok = how & 1 ? columns_read_sdmx(&a, STR("fil"), text, &ask, &d, &f)
	             : columns_read_csv(&a, STR("fil"), text, &ask, &d, &f);
	if (ok)
		check(&a, &f);
	else if (d.errors != 1)
		abort();
	arena_free(&a);
	return 0;
}
