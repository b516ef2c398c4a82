/* Exact decimals and their fractions: every rule of number.h as a row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "core/number.h"

static struct str
written(struct buf *b, struct number n, enum notation notation)
{
	b->len = 0;
	number_write(b, n, notation);
	return buf_str(b);
}

static void
assert_str(struct str got, const char *expected, const char *of)
{
	if (!str_eq(got, str_from(expected)))
		fail_msg("%s: got \"" STR_FMT "\", expected \"%s\"", of, STR_ARG(got), expected);
}

struct parse_row {
	const char        *text;
	enum notation      notation;
	enum number_status status;
	int64_t            units;
	uint8_t            scale;
};

#define DA NOTATION_DA
#define EN NOTATION_EN
#define NO NOTATION_NONE

static const struct parse_row parse_rows[] = {
	{ "0", DA, NUMBER_OK, 0, 0 },
	{ "554", DA, NUMBER_OK, 554, 0 },
	{ "59,90", DA, NUMBER_OK, 5990, 2 },
	{ "9,54", DA, NUMBER_OK, 954, 2 },
	{ "2.091", DA, NUMBER_OK, 2091, 0 },
	{ "2,091", DA, NUMBER_OK, 2091, 3 },
	{ "6.105.606", DA, NUMBER_OK, 6105606, 0 },
	{ "6.105.606,75", DA, NUMBER_OK, 610560675, 2 },
	{ "6 105 606", DA, NUMBER_OK, 6105606, 0 },
	{ "6\xC2\xA0" "105\xC2\xA0" "606,5", DA, NUMBER_OK, 61056065, 1 },
	{ "1\xE2\x80\xAF" "234", NO, NUMBER_OK, 1234, 0 },
	{ "-10", DA, NUMBER_OK, -10, 0 },
	{ "+10", DA, NUMBER_OK, 10, 0 },
	{ "\xE2\x88\x92" "3,5", DA, NUMBER_OK, -35, 1 },
	{ "1,234.5", EN, NUMBER_OK, 12345, 1 },
	{ "300,000", EN, NUMBER_OK, 300000, 0 },
	{ "1.234", EN, NUMBER_OK, 1234, 3 },
	{ "12.5", EN, NUMBER_OK, 125, 1 },
	/* shapes that can be read in one way only are, whatever is declared */
	{ "1,234.5", DA, NUMBER_OK, 12345, 1 },
	{ "1.234,5", EN, NUMBER_OK, 12345, 1 },
	{ "54.40", DA, NUMBER_OK, 5440, 2 },
	{ "54,40", EN, NUMBER_OK, 5440, 2 },
	{ "0,123", EN, NUMBER_OK, 123, 3 },
	{ "0.123", DA, NUMBER_OK, 123, 3 },
	{ "1234.567", DA, NUMBER_OK, 1234567, 3 },
	{ "1.234.567", NO, NUMBER_OK, 1234567, 0 },
	{ "1,234,567.8", NO, NUMBER_OK, 12345678, 1 },
	{ "1.234,5", NO, NUMBER_OK, 12345, 1 },
	{ "64,4", NO, NUMBER_OK, 644, 1 },
	{ "1.2345", NO, NUMBER_OK, 12345, 4 },
	/* and those that can be read in two are refused without a notation */
	{ "1.234", NO, NUMBER_AMBIGUOUS, 0, 0 },
	{ "12,345", NO, NUMBER_AMBIGUOUS, 0, 0 },
	{ "-123.456", NO, NUMBER_AMBIGUOUS, 0, 0 },
	/* the ends of 64 bits */
	{ "9223372036854775807", DA, NUMBER_OK, INT64_MAX, 0 },
	{ "-9223372036854775808", DA, NUMBER_OK, INT64_MIN, 0 },
	{ "9223372036854775808", DA, NUMBER_OVERFLOW, 0, 0 },
	{ "-9223372036854775809", DA, NUMBER_OVERFLOW, 0, 0 },
	{ "99999999999999999999", DA, NUMBER_OVERFLOW, 0, 0 },
	{ "99.999.999.999.999.999.999", DA, NUMBER_OVERFLOW, 0, 0 },
	{ "9223372036,854775807", DA, NUMBER_OK, INT64_MAX, 9 },
	{ "0,1234567891", DA, NUMBER_OVERFLOW, 0, 0 },
	/* no figures */
	{ "", DA, NUMBER_NOT, 0, 0 },
	{ "-", DA, NUMBER_NOT, 0, 0 },
	{ "1.", DA, NUMBER_NOT, 0, 0 },
	{ ",5", DA, NUMBER_NOT, 0, 0 },
	{ "1,,5", DA, NUMBER_NOT, 0, 0 },
	{ "1.23.4", DA, NUMBER_NOT, 0, 0 },
	{ "1,234,5", DA, NUMBER_NOT, 0, 0 },
	{ "1.234.56", DA, NUMBER_NOT, 0, 0 },
	{ "1234.567.890", DA, NUMBER_NOT, 0, 0 },
	{ "0.123.456", DA, NUMBER_NOT, 0, 0 },
	{ "12 34", DA, NUMBER_NOT, 0, 0 },
	{ "1.234 567", DA, NUMBER_NOT, 0, 0 },
	{ "09.10.08", DA, NUMBER_NOT, 0, 0 },
	{ " 5", DA, NUMBER_NOT, 0, 0 },
	{ "5 %", DA, NUMBER_NOT, 0, 0 },
	{ "\xC3\x86\xC3\x98\xC3\x85", DA, NUMBER_NOT, 0, 0 },
};

static void
parses(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(parse_rows); i++) {
		const struct parse_row *r = &parse_rows[i];
		struct number           n = NUMBER(77, 7);
		enum number_status      got = number_parse(str_from(r->text), r->notation, &n);

		if (got != r->status)
			fail_msg("\"%s\": status %d, expected %d", r->text, (int)got, (int)r->status);
		if (got == NUMBER_OK && (n.units != r->units || n.scale != r->scale))
			fail_msg("\"%s\": %lld at %d", r->text, (long long)n.units, n.scale);
		if (got != NUMBER_OK && (n.units != 77 || n.scale != 7))
			fail_msg("\"%s\": touched on failure", r->text);
	}
}

static const struct { struct number n; const char *da, *en, *none, *plain; } write_rows[] = {
	{ { 0, 0 }, "0", "0", "0", "0" },
	{ { 0, 2 }, "0,00", "0.00", "0.00", "0.00" },
	{ { 5990, 2 }, "59,90", "59.90", "59.90", "59.90" },
	{ { 5, 3 }, "0,005", "0.005", "0.005", "0.005" },
	{ { -5, 1 }, "-0,5", "-0.5", "-0.5", "-0.5" },
	{ { 999, 0 }, "999", "999", "999", "999" },
	{ { 1000, 0 }, "1.000", "1,000", "1000", "1000" },
	{ { 6105606, 0 }, "6.105.606", "6,105,606", "6105606", "6105606" },
	{ { -1234567, 2 }, "-12.345,67", "-12,345.67", "-12345.67", "-12345.67" },
	{ { 1234, 3 }, "1,234", "1.234", "1.2340", "1.234" },
	{ { 1234567, 3 }, "1.234,567", "1,234.567", "1234.567", "1234.567" },
	{ { 123, 3 }, "0,123", "0.123", "0.123", "0.123" },
	{ { INT64_MIN, 9 }, "-9.223.372.036,854775808", "-9,223,372,036.854775808",
	  "-9223372036.854775808", "-9223372036.854775808" },
	{ { INT64_MAX, 0 }, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807",
	  "9223372036854775807", "9223372036854775807" },
};

static void
writes_what_it_parses(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, NUMBER_TEXT_MAX);
	for (size_t i = 0; i < COUNT_OF(write_rows); i++) {
		const char *expected[] = { write_rows[i].da, write_rows[i].en, write_rows[i].none };

		for (int notation = NOTATION_DA; notation <= NOTATION_NONE; notation++) {
			struct number again = NUMBER_ZERO;
			struct str    text = written(&b, write_rows[i].n, (enum notation)notation);

			assert_str(text, expected[notation], write_rows[i].plain);
			assert_int_equal(number_parse(text, (enum notation)notation, &again), NUMBER_OK);
			assert_int_equal(number_cmp(again, write_rows[i].n), 0);
			if (notation != NOTATION_NONE)
				assert_int_equal(again.scale, write_rows[i].n.scale);
		}
	}
	assert_true(buf_ok(&b));
	buf_free(&b);
}

static void
plain_is_strict(void **state)
{
	static const char *const bad[] = { "", "-", "1.", ".5", "1,5", "1.234.567", "+1", "1e3",
		" 1", "--1", "1.-5", "9223372036854775808", "0.1234567890", "\xC3\xA6" };
	struct arena  a = { 0 };
	struct number n = NUMBER(1, 1);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(write_rows); i++) {
		assert_str(number_plain(&a, write_rows[i].n), write_rows[i].plain, "plain");
		assert_true(number_from_plain(str_from(write_rows[i].plain), &n));
		assert_true(n.units == write_rows[i].n.units && n.scale == write_rows[i].n.scale);
	}
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		if (number_from_plain(str_from(bad[i]), &n))
			fail_msg("\"%s\" was read", bad[i]);
	arena_free(&a);
}

static void
compares_across_scales(void **state)
{
	(void)state;
	assert_int_equal(number_cmp(NUMBER(60, 0), NUMBER(6000, 2)), 0);
	assert_int_equal(number_cmp(NUMBER(644, 1), NUMBER(64, 0)), 1);
	assert_int_equal(number_cmp(NUMBER(-1, 0), NUMBER(1, 9)), -1);
	assert_int_equal(number_cmp(NUMBER(INT64_MAX, 0), NUMBER(INT64_MAX, 9)), 1);
	assert_int_equal(number_cmp(NUMBER(INT64_MIN, 0), NUMBER(INT64_MIN, 9)), -1);
	assert_true(number_is_zero(NUMBER(0, 4)));
	assert_int_equal(number_sign(NUMBER(-3, 1)), -1);
}

static void
adds_exactly_or_not_at_all(void **state)
{
	struct number n = NUMBER(77, 7);

	(void)state;
	assert_true(number_add(NUMBER(5440, 2), NUMBER(10, 0), &n));
	assert_true(n.units == 6440 && n.scale == 2);
	assert_true(number_sub(NUMBER(1, 0), NUMBER(45, 2), &n));
	assert_true(n.units == 55 && n.scale == 2);
	assert_true(number_mul(NUMBER(195, 2), NUMBER(1000000, 0), &n));
	assert_int_equal(number_cmp(n, NUMBER(1950000, 0)), 0);
	assert_true(number_mul(NUMBER(5, 9), NUMBER(2, 9), &n) == false);
	assert_true(number_mul(NUMBER(500000000, 9), NUMBER(2, 0), &n));
	assert_int_equal(number_cmp(n, NUMBER(1, 0)), 0);
	assert_true(number_mul(NUMBER(INT64_MAX, 9), NUMBER(10, 0), &n));
	assert_true(n.units == INT64_MAX && n.scale == 8);
	n = NUMBER(77, 7);
	assert_false(number_add(NUMBER(INT64_MAX, 0), NUMBER(1, 0), &n));
	assert_false(number_sub(NUMBER(INT64_MIN, 0), NUMBER(1, 0), &n));
	assert_false(number_add(NUMBER(INT64_MAX, 0), NUMBER(1, 9), &n));
	assert_false(number_mul(NUMBER(INT64_MAX, 0), NUMBER(2, 0), &n));
	assert_false(number_neg(NUMBER(INT64_MIN, 0), &n));
	assert_true(n.units == 77 && n.scale == 7);
}

static void
rounds_half_away_from_zero(void **state)
{
	static const struct { struct number n; uint8_t scale; int64_t units; } rows[] = {
		{ { 12345, 2 }, 1, 1235 }, { { 12344, 2 }, 1, 1234 }, { { -12345, 2 }, 1, -1235 },
		{ { -12344, 2 }, 1, -1234 }, { { 5, 1 }, 0, 1 }, { { -5, 1 }, 0, -1 },
		{ { 49, 2 }, 0, 0 }, { { 64, 0 }, 2, 6400 }, { { INT64_MAX, 9 }, 0, 9223372037 },
	};
	struct number n = NUMBER(77, 7);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_true(number_rescale(rows[i].n, rows[i].scale, &n));
		assert_true(n.units == rows[i].units && n.scale == rows[i].scale);
	}
	assert_false(number_rescale(NUMBER(INT64_MAX, 0), 1, &n));
	assert_false(number_rescale(NUMBER(1, 0), NUMBER_SCALE_MAX + 1, &n));
	n = number_trim(NUMBER(640000, 4));
	assert_true(n.units == 64 && n.scale == 0);
}

/* The pace of a worked case: 5.5 of 10 points in 458 of 1310 days is 1.57. */
static void
fractions_are_exact(void **state)
{
	struct ratio  way, pace, r;
	struct number n = NUMBER_ZERO;

	(void)state;
	assert_true(ratio_of(NUMBER(55, 1), 1310, NUMBER(10, 0), 458, &pace));
	assert_true(pace.den > 0);
	assert_int_equal(ratio_cmp(pace, NUMBER(95, 2)), 1);
	assert_true(ratio_round(pace, 2, &n));
	assert_true(n.units == 157 && n.scale == 2);
	assert_true(ratio_of(NUMBER(-2, 0), 1, NUMBER(6, 0), 1, &way));
	assert_true(way.num == -1 && way.den == 3);
	assert_true(ratio_of(NUMBER(2, 0), 1, NUMBER(-6, 0), 1, &r));
	assert_true(r.num == -1 && r.den == 3);
	assert_true(ratio_div(way, pace, &r));
	assert_int_equal(ratio_cmp(r, NUMBER_ZERO), -1);
	assert_false(ratio_of(NUMBER(1, 0), 1, NUMBER_ZERO, 1, &r));
	assert_false(ratio_of(NUMBER_ZERO, 1, NUMBER_ZERO, 1, &r));
	assert_false(ratio_div(way, (struct ratio){ 0, 1 }, &r));
	assert_true(ratio_of(NUMBER_ZERO, 5, NUMBER(7, 0), 3, &r));
	assert_int_equal(ratio_cmp(r, NUMBER_ZERO), 0);
}

/* Where a cross product would not fit in 128 bits. */
static void
fractions_compare_without_overflow(void **state)
{
	struct ratio r, just_above;

	(void)state;
	assert_true(ratio_of(NUMBER(INT64_MAX, 0), INT64_MAX - 1, NUMBER(INT64_MAX - 2, 0),
	    INT64_MAX - 3, &r));
	assert_int_equal(ratio_cmp(r, NUMBER(1, 0)), 1);
	assert_int_equal(ratio_cmp(r, NUMBER(1000000001, 9)), -1);
	just_above = (struct ratio){ ((wide)1 << 126) / 3 + 1, (wide)1 << 126 };
	assert_int_equal(ratio_cmp(just_above, NUMBER(333333333, 9)), 1);
	assert_int_equal(ratio_cmp(just_above, NUMBER(333333334, 9)), -1);
	assert_int_equal(ratio_cmp((struct ratio){ 95, 100 }, NUMBER(95, 2)), 0);
	assert_int_equal(ratio_cmp((struct ratio){ -7, 2 }, NUMBER(-35, 1)), 0);
	assert_int_equal(ratio_cmp((struct ratio){ -7, 2 }, NUMBER(-36, 1)), 1);
	assert_int_equal(ratio_cmp((struct ratio){ -10, 3 }, NUMBER(-33, 1)), -1);
}

static void
fractions_round_half_away(void **state)
{
	static const struct { int64_t num, den; uint8_t scale; int64_t units; } rows[] = {
		{ 1, 8, 2, 13 }, { -1, 8, 2, -13 }, { 1, 3, 2, 33 }, { 2, 3, 2, 67 },
		{ 1, 2, 0, 1 }, { -1, 2, 0, -1 }, { 2, 6, 9, 333333333 }, { 1249, 1000, 1, 12 },
	};
	struct ratio  huge = { ((wide)1 << 126), 1 };
	struct number n = NUMBER(77, 7);

	(void)state;
	assert_false(ratio_round(huge, 0, &n));
	assert_true(n.units == 77 && n.scale == 7);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_true(ratio_round((struct ratio){ rows[i].num, rows[i].den }, rows[i].scale, &n));
		assert_true(n.units == rows[i].units && n.scale == rows[i].scale);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parses),
		cmocka_unit_test(writes_what_it_parses),
		cmocka_unit_test(plain_is_strict),
		cmocka_unit_test(compares_across_scales),
		cmocka_unit_test(adds_exactly_or_not_at_all),
		cmocka_unit_test(rounds_half_away_from_zero),
		cmocka_unit_test(fractions_are_exact),
		cmocka_unit_test(fractions_compare_without_overflow),
		cmocka_unit_test(fractions_round_half_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
