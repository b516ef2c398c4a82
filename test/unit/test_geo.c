/* Shapes on the ground: cosines, boxes, and outlines that keep their borders. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include "base/geo.h"

static void
cosines_are_near(void **state)
{
	static const struct {
		int64_t angle, cosine;
	} row[] = {
		{ 0, 1000000 }, { 60000000, 500000 }, { 90000000, 0 }, { 180000000, -1000000 },
		{ 270000000, 0 }, { -60000000, 500000 }, { 420000000, 500000 }, { 120000000, -500000 },
		{ 55676100, 563868 }, { 30500000, 861629 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++)
		assert_in_range(geo_cos(row[i].angle) + 2000000, row[i].cosine + 2000000 - 40,
		    row[i].cosine + 2000000 + 40);
}

static struct geo_ring
ring(struct arena *a, const int32_t (*at)[2], size_t n)
{
	struct geo_ring r = { ARENA_ARRAY(a, struct geo_point, n), n };

	for (size_t i = 0; i < n; i++)
		r.at[i] = (struct geo_point){ at[i][0], at[i][1] };
	return r;
}

static struct geo_areas
two_areas(struct arena *a, struct geo_ring left, struct geo_ring right)
{
	struct geo_areas g = { ARENA_ARRAY(a, struct geo_area, 2), 2 };

	for (size_t i = 0; i < 2; i++)
		g.at[i].shape = (struct geo_shape){ ARENA_NEW(a, struct geo_ring), 1 };
	g.at[0].shape.at[0] = left;
	g.at[1].shape.at[0] = right;
	return g;
}

/* Beyond the equator a border wriggles from (0,0) to (0,1000). Both sides start at
 * different points and go around in different ways. */
static void
borders_stay_shared(void **state)
{
	static const int32_t left[][2] = {
		{ -1000, 0 }, { 0, 0 }, { 5, 100 }, { 300, 200 }, { 8, 300 }, { -250, 600 }, { 3, 800 },
		{ 0, 1000 }, { -1000, 1000 },
	};
	static const int32_t right[][2] = {
		{ 8, 300 }, { 300, 200 }, { 5, 100 }, { 0, 0 }, { 1000, 0 }, { 1000, 1000 },
		{ 0, 1000 }, { 3, 800 }, { -250, 600 },
	};
	struct arena     a = { 0 };
	struct geo_areas g = two_areas(&a, ring(&a, left, COUNT_OF(left)), ring(&a, right, COUNT_OF(right)));

	(void)state;
	for (size_t points = 1; points < 18; points++) {
		struct geo_areas s = geo_simplify(&a, g, points);
		size_t           shared[2] = { 0, 0 };

		for (size_t i = 0; i < 2; i++) {
			struct geo_ring r = s.at[i].shape.at[0];

			assert_int_equal(s.at[i].shape.len, 1);
			assert_true(r.len >= 3);
			for (size_t k = 0; k < r.len; k++)
				if (r.at[k].lon > -1000 && r.at[k].lon < 1000)
					shared[i] += (size_t)1 << r.at[k].lat / 100;
		}
		if (points >= 8)
			assert_int_equal(shared[0], shared[1]);
	}
	arena_free(&a);
}

static void
what_matters_stays(void **state)
{
	static const int32_t square[][2] = {
		{ 0, 0 }, { 500, 1 }, { 1000, 0 }, { 999, 500 }, { 1000, 1000 }, { 500, 998 }, { 0, 1000 },
	};
	struct arena     a = { 0 };
	struct geo_areas g = two_areas(&a, ring(&a, square, COUNT_OF(square)), ring(&a, square, COUNT_OF(square)));
	struct geo_areas s = geo_simplify(&a, g, 8);
	struct geo_ring  r = s.at[0].shape.at[0];

	(void)state;
	assert_int_equal(r.len, 4);
	for (size_t i = 0; i < 4; i++)
		assert_true(r.at[i].lon % 1000 == 0 && r.at[i].lat % 1000 == 0);
	assert_ptr_equal(geo_simplify(&a, g, 14).at, g.at);     /* light enough as it is */
	arena_free(&a);
}

/* An outline that is made to be slow: a spiral of many points. */
static void
slow_outlines_end(void **state)
{
	struct arena     a = { 0 };
	struct geo_areas g;
	struct geo_ring  r = { ARENA_ARRAY(&a, struct geo_point, 200000), 200000 };

	(void)state;
	for (size_t i = 0; i < r.len; i++)
		r.at[i] = (struct geo_point){ (int32_t)i * 800, i % 2 == 0 ? (int32_t)i * 400 : 0 };
	g = geo_simplify(&a, two_areas(&a, r, r), 1000);
	assert_in_range(g.at[0].shape.at[0].len, 3, 2000);
	arena_free(&a);
}

static void
boxes_hold_all(void **state)
{
	static const int32_t at[][2] = { { 3, -4 }, { -5, 9 }, { 1, 1 } };
	struct arena            a = { 0 };
	struct geo_areas        g = two_areas(&a, ring(&a, at, 3), ring(&a, at, 2));
	const struct geo_shape *shape[] = { &g.at[0].shape, &g.at[1].shape };
	struct geo_box          box = { 7, 7, 7, 7 };

	(void)state;
	assert_true(geo_box_of(shape, 2, &box));
	assert_int_equal(box.west, -5);
	assert_int_equal(box.east, 3);
	assert_int_equal(box.south, -4);
	assert_int_equal(box.north, 9);
	g.at[0].shape.len = 0;
	assert_false(geo_box_of(shape, 1, &box));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cosines_are_near), cmocka_unit_test(borders_stay_shared),
		cmocka_unit_test(what_matters_stays), cmocka_unit_test(slow_outlines_end),
		cmocka_unit_test(boxes_hold_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
