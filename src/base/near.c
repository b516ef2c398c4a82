#include "base/near.h"

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* One row of the table: from the words' beginnings to a's letter `i` and each of b's. */
static unsigned
next_row(struct str a, struct str b, size_t i, unsigned rows[3][NEAR_LETTERS_MAX + 1])
{
	unsigned *now = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
	unsigned  row_least = (unsigned)i;

	now[0] = (unsigned)i;
	for (size_t k = 1; k <= b.len; k++) {
		unsigned same = a.at[i - 1] == b.at[k - 1] ? 0 : 1;

		now[k] = least(least(last[k], now[k - 1]) + 1, last[k - 1] + same);
		if (i > 1 && k > 1 && a.at[i - 1] == b.at[k - 2] && a.at[i - 2] == b.at[k - 1])
			now[k] = least(now[k], before[k - 2] + 1);
		row_least = least(row_least, now[k]);
	}
	return row_least;
}

/* One bit for the five low bits of each letter. */
static uint32_t
letters_of(struct str s)
{
	uint32_t set = 0;

	for (size_t i = 0; i < s.len; i++)
		set |= UINT32_C(1) << ((unsigned char)s.at[i] & 31);
	return set;
}

/* A letter that only one of two words has is edited at least once; an exchange edits one
 * of each. */
static bool
letters_differ(struct str a, struct str b, unsigned most)
{
	uint32_t in_a = letters_of(a), in_b = letters_of(b);

	return (unsigned)__builtin_popcount(in_a & ~in_b) > most ||
	    (unsigned)__builtin_popcount(in_b & ~in_a) > most;
}

unsigned
near_distance(struct str a, struct str b, unsigned most)
{
	unsigned rows[3][NEAR_LETTERS_MAX + 1], beyond = 0;

	a = str_slice(a, 0, NEAR_LETTERS_MAX);
	b = str_slice(b, 0, NEAR_LETTERS_MAX);
	if ((a.len > b.len ? a.len - b.len : b.len - a.len) > most || letters_differ(a, b, most))
		return most + 1;
	for (size_t k = 0; k <= b.len; k++)
		rows[0][k] = (unsigned)k;
	for (size_t i = 1; i <= a.len; i++) {
		unsigned row_least = next_row(a, b, i, rows);

		/* A swap looks two rows back. */
		if (row_least > most && beyond > most)
			return most + 1;
		beyond = row_least;
	}
	return least(rows[a.len % 3][b.len], most + 1);
}
