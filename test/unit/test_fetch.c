/* Addresses of this machine and of private networks are not asked, however they are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "port/fetch.h"

static void
private_addresses_are_refused(void **state)
{
	static const char *const url[] = {
		"http://127.0.0.1:9/", "http://127.1:9/", "http://2130706433:9/", "http://localhost:9/",
		"http://0.0.0.0:9/", "http://10.1.2.3:9/", "http://172.16.0.1:9/", "http://172.31.255.255:9/",
		"http://192.168.1.1:9/", "http://100.64.0.1:9/", "http://169.254.169.254/latest",
		"http://[::1]:9/", "http://[::ffff:127.0.0.1]:9/", "http://[fd00::1]:9/",
		"http://[64:ff9b::7f00:1]:9/", "http://[2002:7f00:1::]:9/", "https://224.0.0.1/",
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(url); i++) {
		struct arena        a = { 0 };
		struct fetch_ask    ask = { .url = str_from(url[i]), .most = 1000, .wait_ms = 5000 };
		struct fetch_answer got;
		struct str          why;

		assert_false(fetch_get(&a, &ask, &got, &why));
		if (str_find(why, STR("private network"), 0) == SIZE_MAX)
			fail_msg("%s: " STR_FMT, url[i], STR_ARG(why));
		arena_free(&a);
	}
}

static void
other_schemes_are_refused(void **state)
{
	static const char *const url[] = { "file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(url); i++) {
		struct arena        a = { 0 };
		struct fetch_ask    ask = { .url = str_from(url[i]), .most = 1000, .private = true,
		                            .wait_ms = 5000 };
		struct fetch_answer got;
		struct str          why;

		assert_false(fetch_get(&a, &ask, &got, &why));
		assert_true(why.len > 0);
		arena_free(&a);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(private_addresses_are_refused),
		cmocka_unit_test(other_schemes_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
