/* Folding: by hand, and many letters at once against one at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/buf.h"
#include "base/utf8.h"

static void
letters_are_folded(void **state)
{
	static const struct {
		const char *text, *folded;
	} rows[] = {
		{ "", "" }, { "   ", "" }, { "ÆØÅ æøå", "aeoeaa aeoeaa" }, { " Ørestad  i\tKøbenhavn\n", "oerestad i koebenhavn" },
		{ "SAMLET I ALT 2007-2010", "samlet i alt 2007-2010" }, { "ABCDEFGH", "abcdefgh" },
		{ "abcdefg  hij", "abcdefg hij" }, { "ABCDEFGÅH", "abcdefgaah" }, { "@[`{AZaz", "@[`{azaz" },
		{ "»Mål« – 50\u00a0%", "\"maal\" - 50 %" }, { "12345678 ", "12345678" }, { " !12345 x", "!12345 x" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str got = utf8_fold(&a, str_from(rows[i].text));

		if (!str_eq(got, str_from(rows[i].folded)))
			fail_msg("»%s«: " STR_FMT, rows[i].text, STR_ARG(got));
		assert_int_equal(got.at[got.len], '\0');
	}
	arena_free(&a);
}

/* Each letter for itself, runs of blanks as one, none at the ends. */
static struct str
folded_slowly(struct arena *a, struct buf *b, struct str s)
{
	bool blank = false;

	b->len = 0;
	for (size_t at = 0, next = 0; at < s.len; at = next) {
		struct str one;

		(void)utf8_next(s, &next);
		one = utf8_fold(a, str_slice(s, at, next));
		if (one.len == 0) {
			blank = true;
			continue;
		}
		if (blank && b->len > 0)
			buf_char(b, ' ');
		blank = false;
		buf_put(b, one);
	}
	return buf_str(b);
}

static void
many_at_once_are_folded_as_one_by_one(void **state)
{
	static const char *const letters[] = { "a", "Z", "A", "z", " ", " ", "7", "!", "@", "[", "å", "Ø", "\t", "€", "\x7f" };
	struct arena a = { 0 };
	struct buf   text, slow;
	uint64_t     seed = 7;

	(void)state;
	buf_init(&text, 4096);
	buf_init(&slow, 4096);
	for (size_t round = 0; round < 20000; round++) {
		size_t n = round % 40;

		text.len = 0;
		for (size_t i = 0; i < n; i++) {
			seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
			buf_put(&text, str_from(letters[(seed >> 33) % COUNT_OF(letters)]));
		}
		if (!str_eq(utf8_fold(&a, buf_str(&text)), folded_slowly(&a, &slow, buf_str(&text))))
			fail_msg("»" STR_FMT "«", STR_ARG(buf_str(&text)));
		arena_reuse(&a);
	}
	buf_free(&text);
	buf_free(&slow);
	arena_free(&a);
}

static void
text_of_others_is_made_plain(void **state)
{
	static const struct { struct str text; size_t most; const char *plain; } row[] = {
		{ STR_INIT("Rødby"), 99, "Rødby" }, { STR_INIT("Rødby"), 2, "R" }, { STR_INIT("Rødby"), 3, "Rø" },
		{ STR_INIT("a\033[2Jb\nc\td"), 99, "a [2Jb c d" }, { STR_INIT("a\0b"), 99, "a b" },
		{ STR_INIT("\xe2\x80\xae" "abc"), 99, " abc" }, { STR_INIT("\xff" "a\xc3"), 99, "a" },
		{ STR_INIT("\xc2\x9b" "31m\xef\xbf\xbd"), 99, " 31m\xef\xbf\xbd" }, { STR_INIT(""), 9, "" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++)
		assert_string_equal(str_dup(&a, utf8_plain(&a, row[i].text, row[i].most)).at, row[i].plain);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_folded),
		cmocka_unit_test(text_of_others_is_made_plain),
		cmocka_unit_test(many_at_once_are_folded_as_one_by_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
