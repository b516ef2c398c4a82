/* The file that says who vouches for members of staff, and what is wrong with one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "app/sso_settings.h"

#define SITE  "site = https://ærø.dk/\ntitle = Ærø Kommunes login\n"
#define ROLE  "role = editor  Pejl Redaktører\n"
#define OIDC  "issuer = https://login.ærø.example/\n"
#define OWN   "issuer = https://login.aeroe.dk/adfs\nclient = pejl\n"
#define GOOD  SITE ROLE OWN

static bool
parse(struct arena *a, const char *text, const char *secret, struct sso_settings *ret,
      struct str *says)
{
	struct diags d = diags_new(a);
	struct buf   b;
	bool         ok = sso_settings_parse(a, STR("sso.conf"), str_from(text), str_from(secret), &d,
	    ret);

	buf_init(&b, 1 << 16);
	diags_write(&d, &b);
	*says = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ok;
}

static void
a_provider_is_read(void **state)
{
	struct arena        a = { 0 };
	struct sso_settings m;
	struct str          says;

	(void)state;
	assert_true(parse(&a, GOOD "role = contributor:bif:pol  CN=Ærø,OU=Grupper,DC=dk\n"
	    "role = reader Alle på øen\n", "hemmelig", &m, &says));
	assert_true(str_eq(m.site, STR("https://ærø.dk")));
	assert_true(str_eq(m.title, STR("Ærø Kommunes login")));
	assert_true(str_eq(m.oidc.back, STR("https://ærø.dk/login/back")));
	assert_true(str_eq(m.oidc.secret, STR("hemmelig")));
	assert_true(str_eq(m.oidc.scopes, STR("openid profile email")));
	assert_true(str_eq(m.oidc.groups, STR("groups")));
	assert_false(m.oidc.post);
	assert_int_equal(m.socket.len, 0);
	assert_int_equal(m.roles, 3);
	assert_true(str_eq(m.role[0].role, STR("editor")));
	assert_true(str_eq(m.role[0].group, STR("Pejl Redaktører")));
	assert_true(str_eq(m.role[1].role, STR("contributor:bif:pol")));
	assert_true(str_eq(m.role[1].group, STR("CN=Ærø,OU=Grupper,DC=dk")));
	assert_true(str_eq(m.role[2].group, STR("Alle på øen")));
	assert_int_equal(m.role[2].line, 7);
	arena_free(&a);
}

static void
a_gateway_is_read(void **state)
{
	struct arena        a = { 0 };
	struct sso_settings m;
	struct str          says;

	(void)state;
	assert_true(parse(&a, SITE ROLE "socket = /run/pejl/http.sock\nuser-header = Remote-User\n", "",
	    &m, &says));
	assert_int_equal(m.oidc.issuer.len, 0);
	assert_true(str_eq(m.socket, STR("/run/pejl/http.sock")));
	assert_true(str_eq(m.header.user, STR("Remote-User")));
	assert_true(str_eq(m.header.groups, STR("X-Pejl-Groups")));
	arena_free(&a);
}

static void
what_is_wrong_is_said_at_its_line(void **state)
{
	static const struct {
		const char *text, *secret, *says;
	} cases[] = {
		{ "", "", "sso.conf: error: neither a provider nor a gateway" },
		{ SITE OWN, "x", "no group has a role" },
		{ SITE ROLE OWN, "", "secret-file names the file" },
		{ SITE ROLE OWN "secret-file = /findes/ikke\n", "", "/findes/ikke" },
		{ "title = Ærø\n" ROLE OWN, "x", "site is the address" },
		{ "site = https://a.dk\n" ROLE OWN, "x", "title is what people call" },
		{ SITE ROLE OIDC "client = pejl\n", "x", "sso.conf:4: error: issuer is the provider's" },
		{ SITE ROLE "issuer = http://login.aeroe.dk\nclient = p\n", "x", "issuer is the provider's" },
		{ SITE ROLE "issuer = http://127.0.0.1.evil.dk\nclient = p\n", "x", "issuer is the provider's" },
		{ SITE ROLE "issuer = https://a@b.dk\nclient = p\n", "x", "issuer is the provider's" },
		{ SITE ROLE "issuer = https://a.dk\n", "x", "client is what the provider" },
		{ GOOD "method = jwt\n", "x", "sso.conf:6: error: method is basic or post" },
		{ GOOD "scopes = profile\n", "x", "openid is one of the scopes" },
		{ GOOD "role = editor\n", "x", "sso.conf:6: error: this is no role and a group" },
		{ GOOD "role = redaktør  Gruppe\n", "x", "this is no role and a group" },
		{ GOOD "socket = pejl.sock\n", "x", "socket is the whole path" },
		{ GOOD "socket = /a\nuser-header = X_User\n", "x", "a header's name is" },
		{ GOOD "socket = /a\ngroups-header = X: y\n", "x", "a header's name is" },
		{ GOOD "isuer = https://a.dk\n", "x", "sso.conf:6: error: there is no such setting" },
		{ GOOD "title = Ø\n", "x", "sso.conf:6: error: this setting was given before" },
		{ GOOD "title\n", "x", "this line is no 'name = value'" },
		{ GOOD "groups = a\xff\n", "x", "the value is no text" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena        a = { 0 };
		struct sso_settings m;
		struct str          says;

		assert_false(parse(&a, cases[i].text, cases[i].secret, &m, &says));
		if (str_find(says, str_from(cases[i].says), 0) == SIZE_MAX)
			fail_msg("case %zu: no \"%s\" in: %.*s", i, cases[i].says, STR_ARG(says));
		arena_free(&a);
	}
}

static void
a_secret_does_not_travel_in_the_open(void **state)
{
	static const struct {
		const char *issuer;
		bool        fits;
	} rows[] = {
		{ "https://login.aeroe.dk", true }, { "https://login.aeroe.dk:8443/realms/aeroe", true },
		{ "http://127.0.0.1:8080", true }, { "http://localhost/api", true }, { "http://[::1]:9", true },
		{ "http://login.aeroe.dk", false }, { "http://localhost.evil.dk", false },
		{ "http://127.0.0.1@evil.dk", false }, { "https://", false }, { "", false },
		{ "ftp://a.dk", false }, { "https://a.dk?x", false }, { "https://a.dk#x", false },
		{ "https://a b.dk", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (oidc_issuer_fits(str_from(rows[i].issuer)) != rows[i].fits)
			fail_msg("%s", rows[i].issuer);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_provider_is_read),
		cmocka_unit_test(a_gateway_is_read),
		cmocka_unit_test(what_is_wrong_is_said_at_its_line),
		cmocka_unit_test(a_secret_does_not_travel_in_the_open),
	};

	return cmocka_run_group_tests_name("sso_settings", tests, NULL, NULL);
}
