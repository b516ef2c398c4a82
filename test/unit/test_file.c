#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../scratch.h"
#include "port/file.h"

struct folder {
	struct arena arena;
	char         path[64];
};

static int
setup(void **state)
{
	struct folder *f = calloc(1, sizeof *f);

	assert_non_null(f);
	snprintf(f->path, sizeof f->path, "%s/pejl-file-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(f->path));
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct folder *f = *state;
	char           command[128];

	snprintf(command, sizeof command, "rm -rf '%s'", f->path);
	assert_int_equal(system(command), 0);
	arena_free(&f->arena);
	free(f);
	return 0;
}

static void
put(struct str path, const char *text)
{
	FILE *f = fopen(path.at, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static int
first(struct str path)
{
	FILE *f = fopen(path.at, "r");
	int   c = f != NULL ? fgetc(f) : -2;

	if (f != NULL)
		fclose(f);
	return c;
}

static void
a_whole_file_takes_its_place(void **state)
{
	struct folder *f = *state;
	struct str     path = arena_printf(&f->arena, "%s/blåbær grød", f->path), made, again;
	struct stat    st;
	mode_t         mask = umask(027);

	assert_int_equal(file_beside(&f->arena, path, &made), 0);
	assert_int_equal(stat(made.at, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	umask(mask);
	assert_int_equal(file_beside(&f->arena, path, &again), 0);
	assert_false(str_eq(made, again));
	put(made, "1");
	put(again, "2");
	assert_int_equal(first(path), -2);
	assert_int_equal(file_settle(made, path, false), 0);
	assert_int_equal(first(path), '1');
	assert_int_equal(first(made), -2);
	assert_int_equal(file_settle(again, path, false), EEXIST);
	assert_int_equal(first(path), '1');
	assert_int_equal(first(again), '2');
	assert_int_equal(file_settle(again, path, true), 0);
	assert_int_equal(first(path), '2');
	assert_int_equal(file_remove(path), 0);
	assert_int_equal(file_remove(path), 0);
}

static void
errors_are_told(void **state)
{
	struct folder *f = *state;
	struct str     none = arena_printf(&f->arena, "%s/ø/å", f->path), made = STR("urørt");

	assert_int_equal(file_beside(&f->arena, none, &made), ENOENT);
	assert_true(str_eq(made, STR("urørt")));
	assert_int_equal(file_settle(none, str_from(f->path), false), ENOENT);
	assert_int_equal(file_remove(str_from(f->path)), EISDIR);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_whole_file_takes_its_place, setup, teardown),
		cmocka_unit_test_setup_teardown(errors_are_told, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
