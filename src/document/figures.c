#include "document/figures.h"
#include "base/utf8.h"
#include <string.h>

size_t
figures_code(const struct figures_dimension *d, struct str code)
{
	for (size_t i = 0; i < d->len; i++)
		if (str_eq(d->code[i], code))
			return i;
	return SIZE_MAX;
}

size_t
figures_dimension_of(const struct figures *f, struct str id)
{
	struct arena a = { 0 };
	struct str   want = utf8_fold(&a, id);
	size_t       at = 0;

	while (at < f->dimensions && !str_eq(utf8_fold(&a, f->dimension[at].id), want))
		at++;
	arena_free(&a);
	return at < f->dimensions ? at : SIZE_MAX;
}

void
figures_place(const struct figures *f, size_t cell, size_t *at)
{
	if (f->place != NULL) {
		for (size_t i = 0; i < f->dimensions; i++)
			at[i] = f->place[cell * f->dimensions + i];
		return;
	}
	for (size_t i = f->dimensions; i-- > 0 && cell > 0;) {
		if (++at[i] < f->dimension[i].len)
			return;
		at[i] = 0;
	}
}

static struct str
key_of(const struct figures *f, size_t cell)
{
	size_t size = f->dimensions * sizeof *f->place;

	return (struct str){ (const char *)f->place + cell * size, size };
}

bool
figures_twice(struct arena *a, const struct figures *f, const bool *keep, size_t *first,
              size_t *second)
{
	size_t  slots = 16, *slot;      /* a cell's number and one; 0: free */

	if (f->place == NULL)
		return false;
	while (slots < 2 * f->cells)
		slots *= 2;
	slot = ARENA_ARRAY(a, size_t, slots);
	for (size_t i = 0; i < f->cells; i++) {
		size_t at = str_hash(7, key_of(f, i)) & (slots - 1);

		if (!keep[i])
			continue;
		while (slot[at] != 0 && !str_eq(key_of(f, slot[at] - 1), key_of(f, i)))
			at = (at + 1) & (slots - 1);
		if (slot[at] != 0) {
			*first = slot[at] - 1;
			*second = i;
			return true;
		}
		slot[at] = i + 1;
	}
	return false;
}
