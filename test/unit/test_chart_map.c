/* Maps and tiles: projection, classes, names, links. */
#include "chart_help.h"
#include "view/chart_map.h"

#define AREAS 10

struct fixture {
	struct drawing    d;
	struct chart_area area[AREAS];
	struct geo_shape  shape[AREAS];
	struct geo_ring   ring[AREAS];
	struct geo_point  corner[AREAS][4];
	struct chart_map  chart;
};

/* A row of squares, a hundredth of a degree wide, at the equator. */
static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	assert_non_null(f);
	drawing_begin(&f->d, "da");
	for (size_t i = 0; i < AREAS; i++) {
		int32_t w = (int32_t)i * 10000;

		f->corner[i][0] = (struct geo_point){ w, -5000 };
		f->corner[i][1] = (struct geo_point){ w + 10000, -5000 };
		f->corner[i][2] = (struct geo_point){ w + 10000, 5000 };
		f->corner[i][3] = (struct geo_point){ w, 5000 };
		f->ring[i] = (struct geo_ring){ f->corner[i], 4 };
		f->shape[i] = (struct geo_shape){ &f->ring[i], 1 };
		f->area[i] = (struct chart_area){
			.name = { arena_printf(&f->d.a, "Ø%zu", i), STR_NONE }, .state = CHART_VALUE,
			.value = NUMBER((int64_t)i, 0), .shape = &f->shape[i],
		};
	}
	f->chart = (struct chart_map){
		.head = plain_head("kort", "Bydelene på Ærø"), .at = f->area, .len = 2,
		.rows = STR("Bydel"),
	};
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	drawing_end(&f->d);
	free(f);
	return 0;
}

static const char *
map(struct fixture *f, enum chart_width width)
{
	struct chart_out o = drawing_out(&f->d, CHART_INLINE, width);

	f->d.b.len = 0;
	chart_map(&o, &f->chart);
	return drawn(&f->d, NULL);
}

/* 352 units for two squares, below a legend of 28 and a margin of 4. */
static void
places_are_exact(void **state)
{
	struct fixture *f = *state;

	assert_says(map(f, CHART_NARROW), "viewBox=\"0 0 360 212\"");
	assert_says(f->d.b.at, "d=\"M4 208l176 0l0-176l-176 0z\"><title>Ø0: 0 pct.</title>");
	assert_says(f->d.b.at, "d=\"M180 208l176 0l0-176l-176 0z\"");
	assert_says(f->d.b.at, ">Ø1</text>");
}

/* At 60 degrees north a degree of longitude is half as long. */
static void
longitudes_are_squeezed(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < 4; i++)
		f->corner[0][i].lat += 60000000;
	f->chart.len = 1;
	assert_says(map(f, CHART_NARROW), "l210 0l0-420l-210 0z");
}

static void
classes_hold_equal_numbers(void **state)
{
	struct fixture *f = *state;

	f->chart.len = AREAS;
	assert_says(map(f, CHART_WIDE), ">0–1</text>");
	assert_says(f->d.b.at, ">4–5</text>");
	assert_says(f->d.b.at, ">8–9</text>");
	assert_int_equal(count_of(f->d.b.at, "class=\"ch-c1\" fill-rule"), 2);
	assert_int_equal(count_of(f->d.b.at, "class=\"ch-c5\" fill-rule"), 2);
	assert_int_equal(count_of(f->d.b.at, "fill=\"url(#kort-0-h1)\" fill-rule"), 2);
	assert_silent(f->d.b.at, "intet tal");
}

static void
equal_figures_share_a_class(void **state)
{
	struct fixture *f = *state;

	f->chart.len = AREAS;
	for (size_t i = 0; i < AREAS; i++)
		f->area[i].value = NUMBER(i < 9 ? 70 : 9, i < 9 ? 1 : 0);
	assert_says(map(f, CHART_WIDE), ">7,0</text>");
	assert_says(f->d.b.at, ">9</text>");
	assert_int_equal(count_of(f->d.b.at, "class=\"ch-c1\" fill-rule"), 9);
	assert_int_equal(count_of(f->d.b.at, "class=\"ch-c5\" fill-rule"), 1);
}

static void
what_is_withheld_has_no_class(void **state)
{
	struct fixture *f = *state;

	f->chart.len = AREAS;
	f->area[9].state = CHART_WITHHELD;
	f->area[9].value = NUMBER(777, 0);
	f->area[9].text = STR("777");
	f->area[8].state = CHART_MISSING;
	assert_says(map(f, CHART_WIDE), ">intet tal</text>");
	assert_says(f->d.b.at, "<title>Ø9: tilbageholdt</title>");
	assert_says(f->d.b.at, "<title>Ø8: mangler</title>");
	assert_silent(f->d.b.at, "777");
	f->d.b.len = 0;
	chart_map_figure(&f->d.page, &f->chart);
	assert_silent(drawn(&f->d, NULL), "777");
}

static void
areas_are_links(void **state)
{
	struct fixture *f = *state;

	assert_says(map(f, CHART_WIDE), "role=\"img\"");
	f->area[0].href = STR("/da/area/ø?a&b");
	assert_says(map(f, CHART_WIDE), "role=\"group\"");
	assert_says(f->d.b.at, "<a href=\"/da/area/ø?a&amp;b\" aria-label=\"Ø0: 0 pct.\">");
}

/* Over a border where nothing else is written; never over another name. */
static void
names_reach_over_borders(void **state)
{
	static const char *const name = ">Øster Ålegård</text>";
	struct fixture          *f = *state;

	f->chart.len = 4;               /* 88 units each */
	f->area[1].name.text = f->area[3].name.text = STR("Øster Ålegård");
	assert_int_equal(count_of(map(f, CHART_NARROW), name), 2);
	f->area[3].name.text = STR("Ø3");
	f->area[2].name.text = STR("Øster Ålegård");
	assert_int_equal(count_of(map(f, CHART_NARROW), name), 1);
	f->area[2].short_name = STR("Ålegård");
	assert_int_equal(count_of(map(f, CHART_NARROW), name), 1);
	assert_says(f->d.b.at, ">Ålegård</text>");
	f->area[1].name.text = STR("Øster og Vester Ålegård på Ærø");
	assert_silent(map(f, CHART_NARROW), "Ærø</text>");
}

/* Without geometry: where the register puts them, others in a grid, whatever they are called. */
static void
tiles_have_places(void **state)
{
	struct fixture *f = *state;

	f->area[0].name.text = STR("Amager Øst");
	f->chart.len = 5;
	for (size_t i = 0; i < AREAS; i++)
		f->area[i].shape = NULL;
	/* five in three columns of 118, below a legend of 28 */
	assert_says(map(f, CHART_NARROW), "<rect x=\"2\" y=\"28\" width=\"114\" height=\"114\"");
	assert_says(f->d.b.at, "<rect x=\"120\" y=\"146\" width=\"114\" height=\"114\"");
	f->area[4].placed = true;
	f->area[4].column = 3;
	assert_says(map(f, CHART_NARROW), "<rect x=\"269\" y=\"28\"");
	assert_says(f->d.b.at, "<rect x=\"2\" y=\"117\"");
}

static void
nothing_of_the_data_is_markup(void **state)
{
	struct fixture *f = *state;

	f->area[0].name = (struct chart_words){ STR(HOSTILE), STR(HOSTILE) };
	f->area[0].short_name = f->area[0].text = f->area[0].href = f->area[1].note = STR(HOSTILE);
	f->area[1].state = CHART_MISSING;
	f->chart.rows = f->chart.head.unit = f->chart.head.title.text = STR(HOSTILE);
	for (int geo = 0; geo < 2; geo++) {
		f->d.b.len = 0;
		chart_map_figure(&f->d.page, &f->chart);
		assert_silent(drawn(&f->d, NULL), "<script");
		f->area[0].shape = f->area[1].shape = NULL;
	}
}

/* Points without extent, and no areas at all. */
static void
nothing_to_project_is_no_trap(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 1; i < 4; i++)
		f->corner[0][i] = f->corner[0][0];
	f->chart.len = 1;
	map(f, CHART_WIDE);
	f->chart.len = 0;
	map(f, CHART_NARROW);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(places_are_exact), T(longitudes_are_squeezed), T(classes_hold_equal_numbers),
		T(equal_figures_share_a_class), T(what_is_withheld_has_no_class), T(areas_are_links),
		T(names_reach_over_borders), T(tiles_have_places), T(nothing_of_the_data_is_markup), T(nothing_to_project_is_no_trap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
