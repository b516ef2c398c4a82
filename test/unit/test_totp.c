/* One-time codes: the published vectors, steps beside, and that a code works once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "port/qr.h"
#include "port/totp.h"

/* "12345678901234567890" as base32. */
#define SECRET STR("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")

/* RFC 6238, appendix B, SHA1: the last six of its eight digits. */
static void
codes_are_those_of_the_standard(void **state)
{
	static const struct {
		int64_t     at;
		const char *code;
	} rows[] = {
		{ 59, "287082" }, { 1111111109, "081804" }, { 1111111111, "050471" },
		{ 1234567890, "005924" }, { 2000000000, "279037" }, { 20000000000, "353130" },
	};
	struct arena a = { 0 };
	int64_t      step;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct str code = totp_code(&a, SECRET, rows[i].at);

		assert_int_equal(code.len, TOTP_DIGITS);
		assert_string_equal(code.at, rows[i].code);
		assert_true(totp_fits(SECRET, str_from(rows[i].code), rows[i].at, 0, &step));
		assert_int_equal(step, rows[i].at / 30);
	}
	assert_int_equal(totp_code(&a, STR("no base32 æ"), 59).len, 0);
	arena_free(&a);
}

static void
clocks_may_differ_by_a_step(void **state)
{
	static const struct {
		int64_t late;           /* of who types it, in seconds */
		bool    fits;
	} rows[] = {
		{ -60, false }, { -30, true }, { 0, true }, { 29, true }, { 30, true }, { 60, false },
		{ 90, false },
	};
	struct arena a = { 0 };
	int64_t      now = 1234567890 / 30 * 30, step;
	struct str   code = totp_code(&a, SECRET, now);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(totp_fits(SECRET, code, now + rows[i].late, 0, &step), rows[i].fits);
	arena_free(&a);
}

static void
a_code_works_once(void **state)
{
	struct arena a = { 0 };
	int64_t      now = 1234567890, step = 0, later = 0;
	struct str   code = totp_code(&a, SECRET, now);

	(void)state;
	assert_true(totp_fits(SECRET, code, now, 0, &step));
	assert_false(totp_fits(SECRET, code, now, step, &later));
	assert_int_equal(later, 0);
	/* Nor does one from before it. */
	assert_false(totp_fits(SECRET, totp_code(&a, SECRET, now - 30), now, step, &later));
	assert_true(totp_fits(SECRET, totp_code(&a, SECRET, now + 30), now, step, &later));
	assert_int_equal(later, step + 1);
	arena_free(&a);
}

static void
what_is_typed_otherwise(void **state)
{
	static const struct {
		const char *code;
		bool        fits;
	} rows[] = {
		{ "005924", true }, { "005 924", true }, { " 005924 ", true }, { "", false },
		{ "00592", false }, { "0059240", false }, { "5924", false }, { "00592x", false },
		{ "００５９２４", false },
	};
	int64_t step;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(totp_fits(SECRET, str_from(rows[i].code), 1234567890, 0, &step),
		    rows[i].fits);
	assert_false(totp_fits(STR(""), STR("005924"), 1234567890, 0, &step));
	assert_false(totp_fits(STR_NONE, STR(""), 1234567890, 0, &step));
}

static void
secrets_and_links(void **state)
{
	struct arena a = { 0 };
	struct str   one = totp_secret(&a), two = totp_secret(&a), square;
	size_t       side = 0;

	(void)state;
	assert_int_equal(one.len, TOTP_SECRET);
	assert_false(str_eq(one, two));
	assert_int_equal(totp_code(&a, one, 0).len, TOTP_DIGITS);
	assert_string_equal(totp_link(&a, STR("Ærø & co"), STR("åse"), SECRET).at,
	    "otpauth://totp/%C3%86r%C3%B8%20%26%20co:%C3%A5se?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
	    "&issuer=%C3%86r%C3%B8%20%26%20co");
	/* A square has its three finders: dark corners with a light ring. */
	assert_true(qr_make(&a, totp_link(&a, STR("Ærø"), STR("åse"), one), &square, &side));
	assert_int_equal(square.len, side * side);
	assert_true((side - 17) % 4 == 0);
	assert_true(str_starts(square, STR("11111110")));
	assert_true(str_ends(str_slice(square, 0, side), STR("01111111")));
	assert_true(str_starts(str_slice(square, side, 2 * side), STR("10000010")));
	assert_true(str_starts(str_slice(square, (side - 1) * side, side * side), STR("11111110")));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(codes_are_those_of_the_standard),
		cmocka_unit_test(clocks_may_differ_by_a_step),
		cmocka_unit_test(a_code_works_once),
		cmocka_unit_test(what_is_typed_otherwise),
		cmocka_unit_test(secrets_and_links),
	};

	return cmocka_run_group_tests_name("totp", tests, NULL, NULL);
}
