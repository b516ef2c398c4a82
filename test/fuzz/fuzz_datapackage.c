/* A datapackage.json is refused with one line, or gives plain names of files in
 * the folder itself, in the order in which they stand in it. */
#include "document/datapackage.h"
#include "export/json.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
stays_inside(struct str path)
{
	return path.len > 0 && path.at[0] != '.' && memchr(path.at, '/', path.len) == NULL &&
	    memchr(path.at, '\\', path.len) == NULL;
}

/* The same list, written by us. */
static void
again(struct arena *a, const struct datapackage *p)
{
	struct diags       d = diags_new(a);
	struct datapackage back;
	struct buf         b;
	struct json        j;

	buf_init(&b, (size_t)1 << 24);
	j = json_new(&b);
	json_object(&j);
	json_key(&j, "resources");
	json_array(&j);
	for (size_t i = 0; i < p->len; i++) {
		json_object(&j);
		json_member(&j, "path", p->path[i]);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
	if (!datapackage_read(a, STR("igen"), buf_str(&b), &d, &back) || back.len != p->len)
		abort();
	for (size_t i = 0; i < p->len; i++)
		if (!str_eq(p->path[i], back.path[i]))
			abort();
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena       a = { 0 };
	struct diags       d = diags_new(&a);
	struct datapackage p = { 0 };
	struct str         text = { (const char *)data, size };
	bool               ok = datapackage_read(&a, STR("datapackage.json"), text, &d, &p);

	if (ok != (d.errors == 0) || d.count > 1 || (ok && p.len == 0))
		abort();
	for (size_t i = 0; ok && i < p.len; i++)
		if (!stays_inside(p.path[i]))
			abort();
	if (ok)
		again(&a, &p);
	arena_free(&a);
	return 0;
}
