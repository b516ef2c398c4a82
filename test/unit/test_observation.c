#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "model/observation.h"

/* Every form there is: what is packed is unpacked, and no two are the same. */
static void
forms_round_trip(void **state)
{
	enum { FORMS = 1 << 19 };
	struct arena a = { 0 };
	bool  *seen = ARENA_ARRAY(&a, bool, FORMS);
	size_t count = 0;

	(void)state;
	for (unsigned i = 0; i < (NUMBER_SCALE_MAX + 1) * PRECISION_COUNT * QUALIFIER_COUNT; i++)
		for (unsigned j = 0; j < MISSING_COUNT * 8; j++) {
			struct observation_form g, f = {
				.scale = (uint8_t)(i % (NUMBER_SCALE_MAX + 1)),
				.precision = (enum precision)(i / (NUMBER_SCALE_MAX + 1) % PRECISION_COUNT),
				.qualifier = (enum qualifier)(i / (NUMBER_SCALE_MAX + 1) / PRECISION_COUNT),
				.missing = (enum missing)(j / 8), .assumed = j & 1,
				.preliminary = j >> 1 & 1, .breaks = j >> 2 & 1,
			};
			int64_t form = observation_pack(f);

			assert_true(form >= 0 && form < FORMS);
			assert_false(seen[form]);
			seen[form] = true;
			count++;
			assert_true(observation_unpack(form, &g));
			assert_int_equal(observation_pack(g), form);
			assert_true(g.scale == f.scale && g.precision == f.precision &&
			    g.qualifier == f.qualifier && g.missing == f.missing &&
			    g.assumed == f.assumed && g.preliminary == f.preliminary &&
			    g.breaks == f.breaks);
		}
	/* The rest is not ours. */
	for (int64_t form = 0; form < FORMS; form++) {
		struct observation_form g;

		assert_int_equal(observation_unpack(form, &g), seen[form]);
	}
	assert_true(count > 0);
	arena_free(&a);
}

static void
strange_forms_are_refused(void **state)
{
	static const int64_t strange[] = { -1, INT64_MIN, INT64_MAX, 1 << 19, 15, 15 << 4,
		15 << 8, 15 << 12 };
	struct observation_form f = { .scale = 9 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(strange); i++)
		assert_false(observation_unpack(strange[i], &f));
	assert_int_equal(f.scale, 9);
}

static struct observation_row
row_of(int64_t value, uint8_t scale, enum qualifier q)
{
	return (struct observation_row){
		.indicator = 1, .area = 2, .method = 1, .from = day_of(2008, 8, 1),
		.to = day_of(2008, 9, 1), .value = value,
		.form = observation_pack((struct observation_form){
		    .scale = scale, .precision = PRECISION_MONTH, .qualifier = q }),
	};
}

static void
assert_bound(struct bound b, const char *at, bool open)
{
	struct arena a = { 0 };

	assert_int_equal(b.exists, at != NULL);
	if (at != NULL) {
		assert_string_equal(number_plain(&a, number_trim(b.at)).at, at);
		assert_int_equal(b.open, open);
	}
	arena_free(&a);
}

static void
rows_are_observations(void **state)
{
	static const struct {
		int64_t        value, high, sample;
		uint8_t        scale;
		enum qualifier q;
		enum unit      unit;
		const char    *low, *top;
		bool           low_open, top_open;
	} rows[] = {
		{ 5990, 0, 0, 2, QUALIFIER_NONE, UNIT_SHARE, "59.895", "59.905", false, false },
		{ 65, 0, 0, 0, QUALIFIER_GOOD, UNIT_SHARE, "65", "66", false, true },
		{ 80, 0, 0, 0, QUALIFIER_OVER, UNIT_PERCENT, "80", NULL, true, false },
		{ 80, 100, 0, 0, QUALIFIER_RANGE, UNIT_NUMBER, "80", "100", false, false },
		{ 554, 0, 0, 0, QUALIFIER_NONE, UNIT_PERSONS, "554", "554", false, false },
		{ 27, 0, 500, 0, QUALIFIER_SURVEY, UNIT_SHARE, "23.2949", "31.0559", false, false },
		{ 51, 140, 1000, 0, QUALIFIER_SURVEY, UNIT_SHARE, "47.3384", "54.6509", false, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct observation_row row = row_of(rows[i].value, rows[i].scale, rows[i].q);
		struct observation     o;

		row.high = rows[i].high;
		row.sample = rows[i].sample;
		assert_true(observation_of_row(&row, rows[i].unit, &o));
		assert_bound(o.value.range.low, rows[i].low, rows[i].low_open);
		assert_bound(o.value.range.high, rows[i].top, rows[i].top_open);
		assert_int_equal(o.period.from, row.from);
		assert_int_equal(o.period.to, row.to);
		assert_int_equal(o.period.precision, PRECISION_MONTH);
		assert_int_equal(o.missing, MISSING_NONE);
		assert_int_equal(o.method, 1);
		assert_int_equal(o.source.document.len, 0);
	}
}

static void
missing_values_have_no_number(void **state)
{
	struct observation_row row = row_of(0, 0, QUALIFIER_NONE);
	struct observation     o;

	(void)state;
	for (int m = 1; m < MISSING_COUNT; m++) {
		row.form = observation_pack((struct observation_form){ .missing = (enum missing)m });
		assert_true(observation_of_row(&row, UNIT_COUNT, &o));
		assert_int_equal(o.missing, m);
		assert_false(o.value.has_point);
	}
}

static void
impossible_rows_are_refused(void **state)
{
	struct observation_row form = row_of(1, 0, QUALIFIER_NONE), method = form;
	struct observation_row range = row_of(100, 0, QUALIFIER_RANGE);
	struct observation_row large = row_of(INT64_MAX, 0, QUALIFIER_GOOD);
	struct observation_row survey = row_of(50, 0, QUALIFIER_SURVEY);
	struct observation     o = { .method = 77 };

	(void)state;
	form.form = -1;
	method.method = 0;
	range.high = 80;
	assert_false(observation_of_row(&form, UNIT_SHARE, &o));
	assert_false(observation_of_row(&method, UNIT_SHARE, &o));
	assert_false(observation_of_row(&range, UNIT_NUMBER, &o));
	assert_false(observation_of_row(&large, UNIT_PERCENT, &o));
	assert_false(observation_of_row(&survey, UNIT_SHARE, &o));
	assert_int_equal(o.method, 77);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_round_trip),
		cmocka_unit_test(strange_forms_are_refused),
		cmocka_unit_test(rows_are_observations),
		cmocka_unit_test(missing_values_have_no_number),
		cmocka_unit_test(impossible_rows_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
