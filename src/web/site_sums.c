#include "web/site_sums.h"
#include <stdlib.h>

#define HASH_LETTERS 64

static size_t
slot_of(const struct sums *s, struct str file)
{
	size_t i = str_hash(0, file) & (s->slots - 1);

	while (s->slot[i] != 0 && !str_eq(s->at[s->slot[i] - 1].file, file))
		i = (i + 1) & (s->slots - 1);
	return i;
}

static void
index_all(struct arena *a, struct sums *s, size_t slots)
{
	s->slots = slots;
	s->slot = ARENA_ARRAY(a, size_t, slots);
	for (size_t i = 0; i < s->len; i++)
		s->slot[slot_of(s, s->at[i].file)] = i + 1;
}

void
sums_add(struct arena *a, struct sums *s, struct str file, struct str hash)
{
	size_t slot;

	if (2 * (s->len + 1) > s->slots)
		index_all(a, s, s->slots == 0 ? 1024 : 2 * s->slots);
	slot = slot_of(s, file);
	if (s->slot[slot] != 0)
		return;
	ARENA_GROW(a, s->at, s->len, &s->cap);
	s->at[s->len] = (struct sum){ file, hash };
	s->slot[slot] = ++s->len;
}

struct str
sums_find(const struct sums *s, struct str file)
{
	size_t slot;

	if (s->slots == 0)
		return STR_NONE;
	slot = slot_of(s, file);
	return s->slot[slot] == 0 ? STR_NONE : s->at[s->slot[slot] - 1].hash;
}

bool
sums_read(struct arena *a, struct str text, struct sums *ret)
{
	struct sums s = { 0 };

	while (text.len > 0) {
		struct str line = str_cut(&text, '\n');

		if (line.len < HASH_LETTERS + 3 || line.at[HASH_LETTERS] != ' ')
			return false;
		sums_add(a, &s, str_slice(line, HASH_LETTERS + 2, line.len), str_slice(line, 0, HASH_LETTERS));
	}
	*ret = s;
	return true;
}

static int
by_name(const void *a, const void *b)
{
	const struct sum *x = a, *y = b;

	return str_cmp(x->file, y->file);
}

void
sums_write(struct buf *b, struct sums *s)
{
	if (s->len > 1)
		qsort(s->at, s->len, sizeof *s->at, by_name);
	s->slots = 0;           /* places have changed */
	for (size_t i = 0; i < s->len; i++) {
		buf_put(b, s->at[i].hash);
		BUF_LIT(b, "  ");
		buf_put(b, s->at[i].file);
		buf_char(b, '\n');
	}
}
