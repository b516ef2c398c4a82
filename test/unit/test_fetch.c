/* Addresses of this machine and of private networks are not asked, however they are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include "port/clock.h"
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

/* Who stops waits for nobody: a bureau that took the call and says nothing. */
static void
a_stop_ends_it(void **state)
{
	struct sockaddr_in  at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t           len = sizeof at;
	int                 fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	atomic_bool         stop = true;
	struct arena        a = { 0 };
	struct fetch_ask    ask = { .most = 1000, .private = true, .wait_ms = 60000, .stop = &stop };
	struct fetch_answer got;
	struct str          why;
	int64_t             before = clock_ms();

	(void)state;
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof at), 0);
	assert_int_equal(listen(fd, 1), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &len), 0);
	ask.url = arena_printf(&a, "http://127.0.0.1:%d/", ntohs(at.sin_port));
	assert_false(fetch_get(&a, &ask, &got, &why));
	assert_true(str_find(why, STR("since the server stops"), 0) != SIZE_MAX);
	assert_true(clock_ms() - before < 10000);
	close(fd);
	arena_free(&a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(private_addresses_are_refused),
		cmocka_unit_test(other_schemes_are_refused),
		cmocka_unit_test(a_stop_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
