/* The file that says where messages are handed over, and what is wrong with one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "app/mail_settings.h"

static bool
parse(struct arena *a, const char *text, struct mail_settings *ret, struct str *says)
{
	struct diags d = diags_new(a);
	struct buf   b;
	bool         ok = mail_settings_parse(a, STR("post.conf"), str_from(text), &d, ret);

	buf_init(&b, 1 << 16);
	diags_write(&d, &b);
	*says = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ok;
}

static void
a_good_file_is_read(void **state)
{
	struct arena         a = { 0 };
	struct mail_settings m;
	struct str           says;

	(void)state;
	assert_true(parse(&a, "# Ærø\n\n site = https://ærø.dk/ \r\nhost=smtp.ærø.dk\n"
	    "from = barometer@ærø.dk\nname = Ærø = øen\n", &m, &says));
	assert_true(str_eq(m.site, STR("https://ærø.dk")));
	assert_true(str_eq(m.server.host, STR("smtp.ærø.dk")));
	assert_true(str_eq(m.name, STR("Ærø = øen")));
	assert_int_equal(m.server.port, 587);
	assert_int_equal(m.server.tls, SMTP_STARTTLS);
	assert_true(parse(&a, "site = http://a.dk\nhost = ::1\nfrom = a@b.dk\ntls = tls\n", &m, &says));
	assert_int_equal(m.server.port, 465);
	assert_true(parse(&a, "site = http://a.dk\nhost = h\nfrom = a@b.dk\ntls = none\nport = 2525\n",
	    &m, &says));
	assert_int_equal(m.server.port, 2525);
	arena_free(&a);
}

static void
what_is_wrong_is_said_at_its_line(void **state)
{
#define REST "site = https://a.dk\nhost = h\nfrom = a@b.dk\n"
	static const struct {
		const char *text, *says;
	} cases[] = {
		{ "", "site is the address" },
		{ "site = https://a.dk\nfrom = a@b.dk\n", "host is the name" },
		{ REST "hest = 3\n", "post.conf:4: error: there is no such setting" },
		{ REST "host = i\n", "post.conf:4: error: this setting was given before" },
		{ REST "tls\n", "post.conf:4: error: this line is no" },
		{ REST "tls = ssl\n", "post.conf:4: error: tls is starttls" },
		{ REST "port = 0\n", "post.conf:4: error: port is a number" },
		{ REST "port = 65536\n", "port is a number" },
		{ REST "port = 25x\n", "port is a number" },
		{ REST "user = åse\n", "user and password-file go together" },
		{ REST "password-file = /findes/ikke\n", "user and password-file go together" },
		{ REST "user = åse\npassword-file = /findes/ikke\n", "/findes/ikke" },
		{ REST "name = a\tb\n", "the value is no text" },
		{ REST "name = \xff\n", "the value is no text" },
		{ "site = ftp://a.dk\nhost = h\nfrom = a@b.dk\n", "post.conf:1: error: site is" },
		{ "site = https://a.dk/?x\nhost = h\nfrom = a@b.dk\n", "site is" },
		{ "site = https://a.dk\nhost = h/x\nfrom = a@b.dk\n", "post.conf:2: error: host is" },
		{ "site = https://a.dk\nhost = h\nfrom = Åse <a@b.dk>\n", "post.conf:3: error: from is" },
	};
	struct arena         a = { 0 };
	struct mail_settings m;
	struct str           says;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_false(parse(&a, cases[i].text, &m, &says));
		if (strstr(says.at, cases[i].says) == NULL)
			fail_msg("%zu: \"%s\" is not in: %s", i, cases[i].says, says.at);
	}
	arena_free(&a);
}

/* A password goes to this machine in the open, and nowhere else. */
static void
a_password_is_not_sent_in_the_open(void **state)
{
	struct arena         a = { 0 };
	struct mail_settings m;
	struct str           says;
	char                 path[] = "/tmp/pejl-password-XXXXXX";
	int                  fd = mkstemp(path);
	FILE                *f = fdopen(fd, "w");

	(void)state;
	assert_non_null(f);
	fputs("hemmelig Ø\n", f);
	fclose(f);
	assert_false(parse(&a, arena_printf(&a, REST "tls = none\nuser = åse\npassword-file = %s\n",
	    path).at, &m, &says));
	assert_non_null(strstr(says.at, "would travel in the open"));
	assert_null(strstr(says.at, "hemmelig"));
	assert_true(parse(&a, arena_printf(&a, "site = https://a.dk\nhost = 127.0.0.1\n"
	    "from = a@b.dk\ntls = none\nuser = åse\npassword-file = %s\n", path).at, &m, &says));
	assert_true(str_eq(m.server.password, STR("hemmelig Ø")));
	assert_int_equal(remove(path), 0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_file_is_read),
		cmocka_unit_test(what_is_wrong_is_said_at_its_line),
		cmocka_unit_test(a_password_is_not_sent_in_the_open),
	};

	return cmocka_run_group_tests_name("mail settings", tests, NULL, NULL);
}
