/* Sealed texts open with their key and with nothing else; the files that keys are in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../scratch.h"
#include "port/seal.h"

struct fixture {
	struct arena arena;
	char         dir[64];
	struct str   path;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	assert_non_null(f);
	snprintf(f->dir, sizeof f->dir, "%s/pejl-test-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(f->dir));
	f->path = arena_printf(&f->arena, "%s/nøgle", f->dir);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	(void)unlink(f->path.at);
	assert_int_equal(rmdir(f->dir), 0);
	arena_free(&f->arena);
	free(f);
	return 0;
}

static void
only_its_key_opens_it(void **state)
{
	struct fixture *f = *state;
	struct str      text = STR("7:GEZDGNBVGY3TQOJQ æøå"), sealed, again, got;
	struct seal_key key, other = { .bytes = { 1 } };

	assert_int_equal(seal_key_make(f->path, &key), SEAL_FILE_READ);
	sealed = seal_shut(&f->arena, &key, text);
	again = seal_shut(&f->arena, &key, text);
	assert_false(str_eq(sealed, again));
	assert_true(seal_open(&f->arena, &key, sealed, &got) && str_eq(got, text));
	assert_false(seal_open(&f->arena, &other, sealed, &got));
	assert_true(seal_open(&f->arena, &key, seal_shut(&f->arena, &key, STR("")), &got) && got.len == 0);
	/* Any letter changed, and any length that is too short. */
	for (size_t i = 0; i < sealed.len; i++) {
		char *spoilt = ARENA_ARRAY(&f->arena, char, sealed.len);

		memcpy(spoilt, sealed.at, sealed.len);
		spoilt[i] = spoilt[i] == '0' ? '1' : '0';
		assert_false(seal_open(&f->arena, &key, (struct str){ spoilt, sealed.len }, &got));
		assert_false(seal_open(&f->arena, &key, str_slice(sealed, 0, i), &got));
	}
	assert_false(seal_open(&f->arena, &key, STR("æ"), &got));
}

static void
a_key_is_nobody_elses(void **state)
{
	static const struct {
		mode_t         mode;
		bool           guarded;
		enum seal_file how;
	} rows[] = {
		{ 0600, false, SEAL_FILE_READ }, { 0400, false, SEAL_FILE_READ }, { 0640, false, SEAL_FILE_EXPOSED },
		{ 0604, false, SEAL_FILE_EXPOSED }, { 0620, false, SEAL_FILE_EXPOSED }, { 0440, true, SEAL_FILE_READ },
	};
	struct fixture *f = *state;
	struct seal_key key, same;
	struct stat     st;

	assert_int_equal(seal_key_read(f->path, false, &key), SEAL_FILE_ABSENT);
	assert_int_equal(seal_key_make(f->path, &key), SEAL_FILE_READ);
	assert_int_equal(stat(f->path.at, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	/* One that is there is not replaced. */
	assert_int_equal(seal_key_make(f->path, &same), SEAL_FILE_READ);
	assert_memory_equal(key.bytes, same.bytes, SEAL_KEY);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(chmod(f->path.at, rows[i].mode), 0);
		assert_int_equal(seal_key_read(f->path, rows[i].guarded, &same), rows[i].how);
	}
	assert_int_equal(seal_key_make(STR("/dev/null/nøgle"), &same), SEAL_FILE_CLOSED);
}

static void
what_is_no_key_is_told(void **state)
{
	static const char *const rows[] = {
		"", "abc", "00112233445566778899aabbccddeeff00112233445566778899aabbccddee", /* a byte short */
		"00112233445566778899aabbccddeeff00112233445566778899aabbccddeexy",
	};
	struct fixture *f = *state;
	struct seal_key key;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		FILE *file = fopen(f->path.at, "wb");

		assert_non_null(file);
		assert_true(fputs(rows[i], file) >= 0);
		assert_int_equal(fclose(file), 0);
		assert_int_equal(chmod(f->path.at, 0600), 0);
		assert_int_equal(seal_key_read(f->path, false, &key), SEAL_FILE_BAD);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(only_its_key_opens_it, setup, teardown),
		cmocka_unit_test_setup_teardown(a_key_is_nobody_elses, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_no_key_is_told, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
