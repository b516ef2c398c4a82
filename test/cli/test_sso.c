/* Single sign-on from the terminal: what is wrong with its settings, and the child that asks
 * the provider, told nonsense. */
#define RUN_OUTSIDE
#include "cli/run.h"

#define SITE "site = https://ærø.dk\ntitle = Ærø Kommunes login\n"
#define ROLE "role = contributor:bif  Pejl BIF\n"

static void
settings_are_checked(void **state)
{
	struct box *b = *state;

	load_example(b);
	box_write(b, "secret", "hemmelig\n");
	REFUSES(b, 2, "--sso-settings", "--db", "by.db", "sso", "check");
	REFUSES(b, 2, "'pejl sso' knows check", "--db", "by.db", "sso", "tjek");
	REFUSES(b, 1, "findes-ikke.conf", "--db", "by.db", "sso", "check", "--sso-settings",
	    "findes-ikke.conf");
	box_write(b, "sso.conf", SITE ROLE "issuer = http://login.ærø.dk\nclient = pejl\n"
	    "secret-file = secret\n");
	REFUSES(b, 1, "sso.conf:4: error: issuer is the provider's address", "--db", "by.db", "sso",
	    "check", "--sso-settings", "sso.conf");
	REFUSES(b, 2, "sso.conf:4: error: issuer is the provider's address", "--db", "by.db", "serve",
	    "--port", "0", "--sso-settings", "sso.conf");

	/* A gateway needs no answer of anybody. */
	box_write(b, "sso.conf", SITE ROLE "role = reader:nowhere  Alle\nsocket = /run/pejl/http.sock\n");
	assert_int_equal(RUN(b, "--db", "by.db", "sso", "check", "--sso-settings", "sso.conf"), 0);
	assert_says(b, "role: contributor:bif for the group Pejl BIF");
	assert_says(b, "believed on the socket /run/pejl/http.sock, user in X-Pejl-User");
	assert_non_null(strstr(b->err, "sso.conf:4: warning: this role is for a unit or a policy"));
}

/* Nobody listens on port 1. */
static void
a_provider_that_is_not_there(void **state)
{
	struct box *b = *state;

	load_example(b);
	box_write(b, "sso.conf", SITE ROLE "issuer = http://127.0.0.1:1\nclient = pejl\n");
	REFUSES(b, 1, "secret-file names the file", "--db", "by.db", "sso", "check", "--sso-settings",
	    "sso.conf");
	b->env[0] = "PEJL_SSO_SECRET=hemmelig";
	assert_int_equal(RUN(b, "--db", "by.db", "sso", "check", "--sso-settings", "sso.conf"), 1);
	assert_non_null(strstr(b->err, "http://127.0.0.1:1: error: it does not answer with the description"));
	assert_silent(b, "hemmelig");
	assert_null(strstr(b->err, "hemmelig"));
	b->env[1] = "PEJL_SSO_SETTINGS=sso.conf";
	assert_int_equal(RUN(b, "--db", "by.db", "sso", "check"), 1);
	assert_says(b, "role: contributor:bif");
}

/* The server alone starts it; whoever does so by hand does no harm. */
static void
the_child_is_told_nonsense(void **state)
{
	static const char *const told[] = {
		"", "\\n\\n\\n", "issuer", "issuer \\n", "issuer file:///etc/passwd\\n",
		"issuer http://evil.example\\n", "issuer https://a b\\n", "issuer http://127.0.0.1:1\\n",
		"\\377\\376\\000", "code x\\ncode y\\nissuer http://127.0.0.1:1\\nclient a\\n",
	};
	static const char *const verbs[] = { "begin", "take", "leave", "nonsense", "" };
	struct box *b = *state;

	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
			box_shell(b, "printf '%s' | '%s' --ask-provider '%s' >said && head -1 said | grep -qx silent",
			    told[i], b->program, verbs[k]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(settings_are_checked),
		BOX_TEST(a_provider_that_is_not_there),
		BOX_TEST(the_child_is_told_nonsense),
	};

	return cmocka_run_group_tests_name("sso", tests, NULL, NULL);
}
