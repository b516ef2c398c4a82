/* How far words are apart, against a count by hand and against all ways to edit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/near.h"

static void
edits_are_counted(void **state)
{
	static const struct {
		const char *a, *b;
		unsigned    most, distance;
	} rows[] = {
		{ "aarhus", "aarhus", 2, 0 }, { "aarhus", "arhus", 2, 1 }, { "aarhsu", "aarhus", 2, 1 },
		{ "oerested", "oerestad", 2, 1 }, { "beskaeftigelse", "beskeftigelse", 2, 1 },
		{ "ab", "ba", 2, 1 }, { "", "abc", 3, 3 }, { "abc", "", 2, 3 }, { "", "", 0, 0 },
		{ "kitten", "sitting", 3, 3 }, { "kitten", "sitting", 2, 3 }, { "abcd", "badc", 2, 2 },
		{ "helbredstaem", "helbredsteam", 2, 1 }, { "x", "y", 0, 1 }, { "ca", "abc", 5, 3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str a = str_from(rows[i].a), b = str_from(rows[i].b);

		if (near_distance(a, b, rows[i].most) != rows[i].distance)
			fail_msg("%s %s: %u", rows[i].a, rows[i].b, near_distance(a, b, rows[i].most));
		assert_int_equal(near_distance(b, a, rows[i].most), rows[i].distance);
	}
}

/* Words of up to four letters of two: a bound never changes a distance within it, and
 * no way over a third word is shorter by more than its own length. */
static void
a_bound_changes_nothing_within_it(void **state)
{
	char   word[31][4];
	size_t len[31], n = 0;

	(void)state;
	for (size_t letters = 0; letters <= 4; letters++)
		for (unsigned bits = 0; bits < 1u << letters; bits++, n++) {
			len[n] = letters;
			for (size_t k = 0; k < letters; k++)
				word[n][k] = (bits >> k & 1) != 0 ? 'a' : 'b';
		}
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			struct str a = { word[i], len[i] }, b = { word[k], len[k] };
			unsigned   d = near_distance(a, b, 9);

			assert_int_equal(d == 0, str_eq(a, b));
			for (unsigned most = 0; most < 6; most++)
				assert_int_equal(near_distance(a, b, most), d <= most ? d : most + 1);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edits_are_counted), cmocka_unit_test(a_bound_changes_nothing_within_it),
	};

	return cmocka_run_group_tests_name("near", tests, NULL, NULL);
}
