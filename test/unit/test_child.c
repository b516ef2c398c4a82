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

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(statuses),
		cmocka_unit_test(output_and_environment),
		cmocka_unit_test(much_output_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
