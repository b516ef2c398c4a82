#include "web/site_sums.h"
#include <stdlib.h>

#define HASH_LETTERS 64

void
sums_add(struct arena *a, struct sums *s, struct str file, struct str hash)
{
	if (keys_add(a, &s->files, 0, file) <= s->len)
		return;
	ARENA_GROW(a, s->at, s->len, &s->cap);
	s->at[s->len++] = (struct sum){ file, hash };
}

struct str
sums_find(const struct sums *s, struct str file)
{
	size_t n = keys_find(&s->files, 0, file);

	return n == 0 ? STR_NONE : s->at[n - 1].hash;
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
sums_write(struct buf *b, const struct sums *s)
{
	struct arena a = { 0 };
	struct sum  *sorted = ARENA_ARRAY(&a, struct sum, s->len + 1);

	for (size_t i = 0; i < s->len; i++)
		sorted[i] = s->at[i];
	if (s->len > 1)
		qsort(sorted, s->len, sizeof *sorted, by_name);
	for (size_t i = 0; i < s->len; i++) {
		buf_put(b, sorted[i].hash);
		BUF_LIT(b, "  ");
		buf_put(b, sorted[i].file);
		buf_char(b, '\n');
	}
	arena_free(&a);
}
