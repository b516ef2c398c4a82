/* Bytes as text, and back; what is none is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "port/base64.h"

/* The examples of RFC 4648, 10, and bytes that are no text. */
static void
bytes_are_text_and_back(void **state)
{
	static const struct {
		struct str  bytes;
		const char *text;
	} rows[] = {
		{ STR_INIT(""), "" }, { STR_INIT("f"), "Zg==" }, { STR_INIT("fo"), "Zm8=" },
		{ STR_INIT("foo"), "Zm9v" }, { STR_INIT("foobar"), "Zm9vYmFy" },
		{ STR_INIT("\0\xff\0\xfb"), "AP8A+w==" }, { STR_INIT("\xc3\x86r\xc3\xb8"), "w4Zyw7g=" },
	};
	struct arena a = { 0 };
	struct str   got;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_true(str_eq(base64_write(&a, rows[i].bytes), str_from(rows[i].text)));
		assert_true(base64_read(&a, str_from(rows[i].text), &got));
		assert_true(str_eq(got, rows[i].bytes));
	}
	arena_free(&a);
}

static void
what_is_none_is_refused(void **state)
{
	static const char *const rows[] = { "Z", "Zg", "Zg=", "Zg==x", "Zm 9v", "Zm9v\n", "Zh==", "æ", "AP8A-w==" };
	struct arena a = { 0 };
	struct str   got;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (base64_read(&a, str_from(rows[i]), &got))
			fail_msg("%s", rows[i]);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_are_text_and_back),
		cmocka_unit_test(what_is_none_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
