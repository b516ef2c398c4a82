/* fuzz_catalogue.c - any bytes as a catalogue: what is found lies inside it. And
 * texts of the same bytes, a line each, are found in a catalogue made of them. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "base/catalogue.h"
#include "base/plural.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LINES_MAX 200
#define ROOM (20 + 16 * LINES_MAX + (1 << 17))

static void
is_inside(struct str mo, struct str s)
{
	if (s.len > 0 && (s.at < mo.at || s.at + s.len > mo.at + mo.len))
		abort();
}

static void
ask_anything(struct str mo)
{
	struct str found, text = str_slice(mo, mo.len / 2, mo.len);
	uint64_t   form;

	if (catalogue_find(mo, STR_NONE, STR("ø"), &found))
		is_inside(mo, found);
	if (catalogue_find(mo, STR("å"), str_cut(&text, '\0'), &found))
		is_inside(mo, found);
	for (uint64_t n = 0; n < 4; n++) {
		if (catalogue_find_n(mo, STR("{1} måltal"), n, &found))
			is_inside(mo, found);
		if (plural_form(mo, n, &form) && mo.len == 0)
			abort();
	}
	if (catalogue_field(mo, STR("Language"), &found))
		is_inside(mo, found);
}

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void
put_number(char *at, size_t n)
{
	for (unsigned i = 0; i < 4; i++)
		at[i] = (char)(n >> 8 * i & 255);
}

/* The texts, each translated to itself backwards. */
static struct str
catalogue_of(struct arena *a, const struct str *text, size_t count)
{
	char  *mo = ARENA_ARRAY(a, char, ROOM);
	size_t end = 20 + 16 * count;

	put_number(mo, 0x950412de);
	put_number(mo + 8, count);
	put_number(mo + 12, 20);
	put_number(mo + 16, 20 + 8 * count);
	for (size_t i = 0; i < 2 * count; i++) {
		struct str s = text[i % count];

		put_number(mo + 20 + 8 * i, s.len);
		put_number(mo + 24 + 8 * i, end);
		for (size_t k = 0; k < s.len; k++)
			mo[end + k] = s.at[i < count ? k : s.len - 1 - k];
		end += s.len + 1;
	}
	return (struct str){ mo, end };
}

static bool
is_backwards(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (a.at[i] != b.at[b.len - 1 - i])
			return false;
	return true;
}

static void
find_again(struct str rest)
{
	struct arena a = { 0 };
	struct str   text[LINES_MAX], mo, found;
	size_t       n = 0, kept = 0;

	while (rest.len > 0 && n < LINES_MAX) {
		struct str line = str_cut(&rest, '\n');

		if (line.len > 0 && memchr(line.at, '\0', line.len) == NULL)
			text[n++] = line;
	}
	if (n > 0)
		qsort(text, n, sizeof text[0], by_bytes);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || !str_eq(text[kept - 1], text[i]))
			text[kept++] = text[i];
	mo = catalogue_of(&a, text, kept);
	for (size_t i = 0; i < kept; i++)
		if (!catalogue_find(mo, STR_NONE, text[i], &found) || !is_backwards(found, text[i]))
			abort();
	arena_free(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str in = { (const char *)data, size };

	ask_anything(in);
	if (size < 1 << 15)
		find_again(in);
	return 0;
}
