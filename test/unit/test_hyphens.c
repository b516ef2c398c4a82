/* Where words may be broken: Danish as Dansk Sprognævn breaks them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/buf.h"
#include "port/hyphens.h"

static void
breaks(void **state)
{
	static const struct { const char *lang, *word, *broken; } rows[] = {
		{ "da", "integration", "in-te-gra-tion" }, { "da", "Økonomi", "Øko-nomi" },
		{ "da", "ØKONOMI", "ØKO-NOMI" }, { "da", "arbejdsløshed", "ar-bejds-løs-hed" },
		{ "da", "(uddannelse),", "(ud-dan-nelse)," }, { "da", "år", "år" }, { "da", "ø", "ø" },
		{ "da", "navn@by.dk", "navn@by.dk" }, { "da", "2009/2010", "2009/2010" },
		{ "da", "мигрант", "мигрант" }, { "xx", "integration", "integration" }, { "da", "", "" },
	};
	struct arena    a = { 0 };
	struct hyphens *h = hyphens_open();

	(void)state;
	if (access("/usr/share/hyphen/hyph_da_DK.dic", R_OK) != 0)
		skip();
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str got = hyphens_word(h, &a, str_from(rows[i].lang), str_from(rows[i].word));
		char       shown[128] = "";
		size_t     n = 0;

		for (size_t k = 0; k < got.len; k++) {
			if (got.at[k] == '\xC2' && got.at[k + 1] == '\xAD') {
				shown[n++] = '-';
				k++;
			} else {
				shown[n++] = got.at[k];
			}
		}
		shown[n] = '\0';
		assert_string_equal(shown, rows[i].broken);
	}
	hyphens_close(h);
	hyphens_close(NULL);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(breaks) };

	return cmocka_run_group_tests_name("hyphens", tests, NULL, NULL);
}
