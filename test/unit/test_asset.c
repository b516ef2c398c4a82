/* What pages load is all there: each file once, and every file that the style sheet
 * names at the address that it names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "port/hash.h"
#include "view/asset.h"

static const char *const needed[] = {
	"site.css", "pejl.js", "pejl.svg", "licences.txt",
	"IBMPlexSans-Regular-Latin1.woff2", "IBMPlexSans-Bold-Latin1.woff2",
};

static void
files_are_found_by_name(void **state)
{
	struct asset as;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(needed); i++) {
		assert_true(asset_find(str_from(needed[i]), &as));
		assert_true(str_eq(as.name, str_from(needed[i])));
		assert_true(as.bytes.len > 100 && as.media.len > 0);
	}
	assert_false(asset_find(STR("æ.css"), &as));
	assert_false(asset_find(STR_NONE, &as));
}

static void
hashes_are_those_of_the_bytes(void **state)
{
	struct arena a = { 0 };
	struct asset as, again;

	(void)state;
	for (size_t i = 0; asset_at(i, &as); i++) {
		assert_true(str_eq(str_slice(hash_of(&a, as.bytes), 0, 16), as.hash));
		assert_true(asset_find(as.name, &again));
		assert_ptr_equal(again.bytes.at, as.bytes.at);
	}
	arena_free(&a);
}

/* Of `url(../HASH/NAME)`, from behind the "(". */
static void
is_there(struct str address)
{
	struct asset as;

	assert_true(str_starts(address, STR("../")));
	(void)str_cut(&address, '/');
	assert_true(str_find(address, STR("/"), 0) == 16);
	if (!asset_find(str_slice(address, 17, address.len), &as))
		fail_msg("no " STR_FMT, STR_ARG(address));
	assert_true(str_starts(address, as.hash));
}

static void
what_the_style_sheet_names_is_there(void **state)
{
	struct asset as;
	size_t       at, n = 0;

	(void)state;
	assert_true(asset_find(STR("site.css"), &as));
	for (at = 0; (at = str_find(as.bytes, STR("url("), at)) != SIZE_MAX; n++) {
		size_t end = str_find(as.bytes, STR(")"), at);

		assert_true(end != SIZE_MAX);
		is_there(str_slice(as.bytes, at + 4, end));
		at = end;
	}
	assert_true(n > 9);
	assert_true(str_find(as.bytes, STR("http"), 0) == SIZE_MAX);
	assert_true(str_find(as.bytes, STR("@import"), 0) == SIZE_MAX);
}

static void
addresses_name_the_content(void **state)
{
	struct buf   b;
	struct asset as;
	struct str   s;

	(void)state;
	buf_init(&b, 200);
	asset_href(&b, "pejl.js");
	assert_true(asset_find(STR("pejl.js"), &as));
	s = buf_str(&b);
	assert_true(str_starts(s, STR("/assets/")) && str_ends(s, STR("/pejl.js")));
	assert_true(str_eq(str_slice(s, 8, 24), as.hash));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_found_by_name),
		cmocka_unit_test(hashes_are_those_of_the_bytes),
		cmocka_unit_test(what_the_style_sheet_names_is_there),
		cmocka_unit_test(addresses_name_the_content),
	};

	return cmocka_run_group_tests_name("asset", tests, NULL, NULL);
}
