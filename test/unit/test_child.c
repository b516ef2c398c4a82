#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include "port/child.h"

static enum child_status
run(const char *const *argv, const char *const *env, struct buf *out, struct buf *err)
{
	return child_run(&(struct child){ .argv = argv, .env = env, .out = out, .err = err });
}

static void
statuses(void **state)
{
	static const struct {
		const char       *argv[4];
		enum child_status want;
	} runs[] = {
		{ { "true" }, CHILD_OK },
		{ { "false" }, CHILD_FAILED },
		{ { "sh", "-c", "exit 3" }, CHILD_FAILED },
		{ { "sh", "-c", "kill -9 $$" }, CHILD_FAILED },
		{ { "et-program-på-ære-der-ikke-findes" }, CHILD_ABSENT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(runs); i++)
		assert_int_equal(run(runs[i].argv, NULL, NULL, NULL), runs[i].want);
}

static void
output_and_environment(void **state)
{
	const char *const argv[] = { "sh", "-c", "echo \"$PEJL_ORD $PEJL_ARV\"; echo fejl >&2; cat", NULL };
	const char *const env[] = { "PEJL_ORD=æøå 'og' \"$HOME\"", NULL };
	struct buf        out, err;

	(void)state;
	setenv("PEJL_ORD", "overskrives", 1);
	setenv("PEJL_ARV", "arvet", 1);
	buf_init(&out, 1000);
	buf_init(&err, 1000);
	assert_int_equal(run(argv, env, &out, &err), CHILD_OK);
	assert_true(str_eq(buf_str(&out), STR("æøå 'og' \"$HOME\" arvet\n")));
	assert_true(str_eq(buf_str(&err), STR("fejl\n")));
	buf_free(&out);
	buf_free(&err);
}

/* More than a pipe holds, on both: it neither waits for ever nor grows. */
static void
much_output_is_cut(void **state)
{
	const char *const argv[] = { "sh", "-c",
		"head -c 300000 /dev/zero | tr '\\0' x; head -c 300000 /dev/zero | tr '\\0' y >&2", NULL };
	struct buf        out, err;

	(void)state;
	buf_init(&out, 1000);
	buf_init(&err, 300000);
	assert_int_equal(run(argv, NULL, &out, &err), CHILD_OK);
	assert_int_equal(out.len, 1000);
	assert_int_equal(err.len, 300000);
	assert_true(buf_ok(&out));
	assert_int_equal(out.at[999], 'x');
	assert_int_equal(err.at[299999], 'y');
	buf_free(&out);
	buf_free(&err);
}

static void
what_it_reads(void **state)
{
	const char *const argv[] = { "cat", NULL }, *const deaf[] = { "true", NULL };
	char             *much = malloc(3000000);
	struct buf        out;
	struct child      c = { .argv = argv, .out = &out, .in = { much, 3000000 } };

	(void)state;
	assert_non_null(much);
	memset(much, 'x', 3000000);
	buf_init(&out, 4000000);
	assert_int_equal(child_run(&c), CHILD_OK);
	assert_int_equal(out.len, 3000000);
	c.argv = deaf;                  /* who does not listen is no signal to us */
	assert_int_equal(child_run(&c), CHILD_OK);
	c.argv = argv;
	c.in = STR("æøå");
	out.len = 0;
	assert_int_equal(child_run(&c), CHILD_OK);
	assert_true(str_eq(buf_str(&out), STR("æøå")));
	buf_free(&out);
	free(much);
}

/* Time, computing, memory and files: what takes more ends, and we go on. */
static void
limits_end_it(void **state)
{
	static const struct {
		const char         *script;
		struct child_limits limits;
	} runs[] = {
		{ "exec sleep 30", { .seconds = 1 } },
		{ "while :; do :; done", { .seconds = 20, .cpu_seconds = 1 } },
		{ "cat >/dev/null; head -c 1000 /dev/zero >\"$PEJL_FIL\"", { .seconds = 20, .cpu_seconds = 5 } },
		{ "cat >/dev/null; x=$(head -c 90000000 /dev/zero | tr '\\0' x); test ${#x} -eq 90000000",
		  { .seconds = 20, .bytes = (size_t)64 << 20 } },
	};
	const char *const env[] = { "PEJL_FIL=/tmp/pejl-test-child-ø", NULL };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(runs); i++) {
		const char *const argv[] = { "sh", "-c", runs[i].script, NULL };
		struct child      c = { .argv = argv, .env = env, .limits = runs[i].limits, .in = STR("ø") };

#if defined(__SANITIZE_ADDRESS__)
		if (c.limits.bytes > 0)
			continue;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
		if (c.limits.bytes > 0)
			continue;
#endif
#endif
		if (child_run(&c) != (i < 2 ? CHILD_LATE : CHILD_FAILED))
			fail_msg("not ended: %s", runs[i].script);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(statuses),
		cmocka_unit_test(output_and_environment),
		cmocka_unit_test(much_output_is_cut),
		cmocka_unit_test(what_it_reads),
		cmocka_unit_test(limits_end_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
