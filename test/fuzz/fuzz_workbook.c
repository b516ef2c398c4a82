/* The parts of a workbook, without an archive around them: split at the byte FF. */
#include "document/xlsx.h"
#include "fuzz/fuzz_laid.h"

static const char *const names[] = {
	"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
	"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
};

struct parts {
	struct str    part[COUNT_OF(names)];
	struct diags *d;
};

static size_t
number(const char *name)
{
	size_t i = 0;

	while (i < COUNT_OF(names) && !str_eq(str_from(name), str_from(names[i])))
		i++;
	return i;
}

static bool
has(void *user, const char *name)
{
	(void)user;
	return number(name) < COUNT_OF(names);
}

static bool
get(void *user, struct arena *a, const char *name, struct str *ret)
{
	struct parts *p = user;
	size_t        i = number(name);

	if (i == COUNT_OF(names))
		return diag_error(p->d, STR("ø"), 0, STR("no such part"), STR_NONE);
	*ret = str_dup(a, p->part[i]);
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct parts p = { .d = &d };
	struct str   rest = { (const char *)data, size }, text = STR_NONE;
	bool         laid;

	for (size_t i = 0; i < COUNT_OF(names); i++)
		p.part[i] = str_cut(&rest, '\xFF');
	laid = xlsx_lay(&a, STR("ø.xlsx"), &(struct xlsx_parts){ &p, has, get }, &d, &text);
	fuzz_laid(&a, laid, text, &d);
	arena_free(&a);
	return 0;
}
