/* What a reader's program can take: codings, media, versions it has already. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "web/tag.h"
#include "web/wish.h"

static const struct {
	const char *accept;
	bool        gzip;
} codings[] = {
	{ "", false }, { " ", false }, { "gzip", true }, { "GZip", true }, { "x-gzip", true },
	{ "deflate, gzip;q=1.0, *;q=0.5", true }, { "br, deflate", false }, { "*", true },
	{ "*;q=0", false }, { "gzip;q=0", false }, { "gzip;q=0, *", false },
	{ "identity;q=0, *;q=0.1", true }, { "identity", false },
	{ "gzip;q=0.5, identity;q=0.8", false }, { "gzip;q=0.8, identity;q=0.5", true },
	{ "gzip;q=0.001", true }, { "gzip;q=nonsens", false }, { "gzip ; Q=0.3", true },
	{ ",,;;q=1,gzip", true }, { "gzipæ", false },
};

static void
codings_are_chosen(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(codings); i++)
		if (wish_gzip(str_from(codings[i].accept)) != codings[i].gzip)
			fail_msg("\"%s\"", codings[i].accept);
}

static const struct {
	const char *accept, *media;
	bool        taken;
} media[] = {
	{ "", "text/html; charset=utf-8", true },
	{ "*/*", "application/json", true },
	{ "text/html", "text/html; charset=utf-8", true },
	{ "TEXT/*", "text/csv", true },
	{ "text/*;q=0", "text/csv", false },
	{ "text/*;q=0, text/csv;q=0.1", "text/csv", true },
	{ "text/html, */*;q=0", "text/csv", false },
	{ "*/*;q=0.1, text/csv;q=0", "text/csv", false },
	{ "image/png", "text/html", false },
	{ "image/avif,image/webp,*/*;q=0.8", "image/svg+xml", true },
	{ "application/xhtml+xml,application/xml;q=0.9", "text/html", false },
	{ "text", "text/html", false },
	{ "æ/ø", "text/html", false },
};

static void
media_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(media); i++)
		if (wish_media(str_from(media[i].accept), str_from(media[i].media)) != media[i].taken)
			fail_msg("\"%s\" for %s", media[i].accept, media[i].media);
}

static const struct {
	const char *list, *tag;
	bool        listed;
} tags[] = {
	{ "", "\"a\"", false }, { "\"a\"", "\"a\"", true }, { "W/\"a\"", "\"a\"", true },
	{ "\"æ\" , \"a\"", "\"a\"", true }, { "*", "\"a\"", true }, { "\"a-gz\"", "\"a\"", false },
	{ "a", "\"a\"", false },
};

static void
versions_are_known_by_their_tags(void **state)
{
	struct arena a = { 0 };
	struct str   one = tag_of(&a, STR("ærø")), other = tag_of(&a, STR("ærø."));

	(void)state;
	for (size_t i = 0; i < COUNT_OF(tags); i++)
		if (tag_listed(str_from(tags[i].list), str_from(tags[i].tag)) != tags[i].listed)
			fail_msg("%s in %s", tags[i].tag, tags[i].list);
	assert_false(str_eq(one, other));
	assert_true(str_eq(one, tag_of(&a, STR("ærø"))));
	assert_true(str_starts(one, STR("\"")) && str_ends(one, STR("\"")));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codings_are_chosen), cmocka_unit_test(media_are_judged),
		cmocka_unit_test(versions_are_known_by_their_tags),
	};

	return cmocka_run_group_tests_name("wish", tests, NULL, NULL);
}
