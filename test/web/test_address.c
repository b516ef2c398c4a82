/* Targets taken apart, and the language a reader prefers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "web/address.h"
#include "web/language.h"
#include "web/route.h"

static const struct {
	const char *target, *want;      /* "path|name=value|..."; NULL: refused */
} targets[] = {
	{ "/", "/" },
	{ "/da/", "/da/" },
	{ "/da/?as_of=2009-06-01", "/da/|as_of=2009-06-01" },
	{ "/da/?a=1&b=2", "/da/|a=1|b=2" },
	{ "/da/?", "/da/" },
	{ "/da/?&a=1&&", "/da/|a=1" },
	{ "/da/?a", "/da/|a=" },
	{ "/da/?a=b=c", "/da/|a=b=c" },
	{ "/da/?=x", "/da/|=x" },
	{ "/da/?a=?&b=/", "/da/|a=?|b=/" },
	{ "/%C3%A6?%C3%B8=%c3%a5", "/æ|ø=å" },
	{ "/a+b?c+d=e+f%2B", "/a+b|c d=e f+" },
	{ "/%2561", "/%61" },           /* decoded once */
	{ "/da%2F", "/da/" },
	{ "/%", NULL },
	{ "/%4", NULL },
	{ "/%4g", NULL },
	{ "/?a=%zz", NULL },
	{ "/%00", NULL },
	{ "/?a=%0a", NULL },
	{ "/?a=%7f", NULL },
	{ "/%ff", NULL },
	{ "/?a=%c3", NULL },
	{ "/?a=%ed%a0%80", NULL },
	{ "/?a=1&a=1", NULL },
	{ "/?a=1&%61=2", NULL },
	{ "", NULL },
	{ "da/", NULL },
	{ "/?a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p", "/|a=|b=|c=|d=|e=|f=|g=|h=|i=|j=|k=|l=|m=|n=|o=|p=" },
	{ "/?a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q", NULL },
};

static void
targets_are_taken_apart(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		struct arena   a = { 0 };
		struct buf     b;
		struct address ad;

		buf_init(&b, 4096);
		if (address_parse(&a, str_from(targets[i].target), &ad)) {
			buf_put(&b, ad.path);
			for (size_t p = 0; p < ad.len; p++)
				buf_putf(&b, "|" STR_FMT "=" STR_FMT, STR_ARG(ad.at[p].name),
				    STR_ARG(ad.at[p].value));
			if (targets[i].want == NULL || !str_eq(buf_str(&b), str_from(targets[i].want)))
				fail_msg("%s: " STR_FMT, targets[i].target, STR_ARG(buf_str(&b)));
		} else if (targets[i].want != NULL) {
			fail_msg("%s is refused", targets[i].target);
		}
		buf_free(&b);
		arena_free(&a);
	}
}

static const struct {
	const char *accept;
	bool        danish;
} languages[] = {
	{ "", true },
	{ " ", true },
	{ "da", true },
	{ "DA-dk", true },
	{ "en", false },
	{ "en-GB,en;q=0.9,da;q=0.8", false },
	{ "da-DK,da;q=0.9,en;q=0.8", true },
	{ "en;q=0.5, da;q=0.7", true },
	{ "en;q=0.7, da;q=0.5", false },
	{ "da,en", true },
	{ "en,da", false },
	{ "da;q=0.5,en;q=0.5", true },
	{ "en;q=0.5,da;q=0.5", false },
	{ "de", false },
	{ "dan", false },
	{ "*", true },
	{ "*;q=0", false },
	{ "da;q=0", false },
	{ "en;q=0", true },
	{ "da;q=0, *", false },
	{ "en;q=0.4, *;q=0.5", true },
	{ "da;q=0.001,en;q=0", true },
	{ "da;q=1.000,en;q=0.999", true },
	{ "da;q=nonsens,en;q=0.1", false },
	{ ",,;;,en", false },
};

static void
the_preferred_language_is_chosen(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(languages); i++)
		if (!str_eq(language_wanted(str_from(languages[i].accept)).code,
		        languages[i].danish ? STR("da") : STR("en")))
			fail_msg("\"%s\"", languages[i].accept);
}

static void
check_route(const struct routes *t, size_t at)
{
	const struct route *r = &t->at[at];

	assert_non_null(r->handle);
	assert_true(r->summary[0] != '\0');
	for (const struct routes *u = route_tables; u->at != NULL; u++)
		for (size_t k = 0; k < u->len; k++)
			assert_true(r == &u->at[k] || r->method != u->at[k].method ||
			    !str_eq(r->path, u->at[k].path));
}

static const struct {
	const char *path, *route, *lang;        /* route NULL: there is none */
} paths[] = {
	{ "/en/", "/:lang/", "en" },
	{ "/da", "/:lang", "da" },
	{ "/sv/", NULL, "" },
	{ "/da/æ", NULL, "da" },
	{ "/dansk/", NULL, "" },
	{ "/:lang/", NULL, "" },
	{ "/assets/", NULL, "" },
	{ "/healthz", "/healthz", "" },
	{ "", NULL, "" },
};

static void
routes_say_what_they_are(void **state)
{
	(void)state;
	for (const struct routes *t = route_tables; t->at != NULL; t++)
		for (size_t i = 0; i < t->len; i++)
			check_route(t, i);
	for (size_t i = 0; i < COUNT_OF(paths); i++) {
		struct route_match m = route_find(str_from(paths[i].path), METHOD_GET);

		if ((m.route == NULL) != (paths[i].route == NULL) ||
		    (m.route != NULL && !str_eq(m.route->path, str_from(paths[i].route))) ||
		    !str_eq(m.lang, str_from(paths[i].lang)))
			fail_msg("%s", paths[i].path);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(targets_are_taken_apart),
		cmocka_unit_test(the_preferred_language_is_chosen),
		cmocka_unit_test(routes_say_what_they_are),
	};

	return cmocka_run_group_tests_name("address", tests, NULL, NULL);
}
