#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "port/hash.h"

static void
vectors_of_fips_180(void **state)
{
	static const struct {
		const char *text, *sum;
	} vectors[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(vectors); i++)
		assert_string_equal(hash_of(&a, str_from(vectors[i].text)).at, vectors[i].sum);
	arena_free(&a);
}

/* However the bytes are cut, the sum is that of the whole. */
static void
pieces_are_the_whole(void **state)
{
	struct arena a = { 0 };
	struct str   text = STR("Ydre Nørrebro, Østerbro, Ærø og Ålborg: æøå, et stykke ad gangen.");
	struct str   want = hash_of(&a, text);

	(void)state;
	for (size_t step = 1; step <= text.len; step++) {
		struct hash *h = hash_open(&a);

		for (size_t at = 0; at < text.len; at += step)
			hash_add(h, str_slice(text, at, at + step));
		hash_add(h, STR_NONE);
		assert_true(str_eq(hash_text(&a, h), want));
	}
	arena_free(&a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(vectors_of_fips_180),
		cmocka_unit_test(pieces_are_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
