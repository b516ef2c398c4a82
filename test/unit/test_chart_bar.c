/* Bars and bullets: lengths, what is withheld, groups and parts. */
#include "chart_help.h"
#include "view/chart_bar.h"

struct fixture {
	struct drawing         d;
	struct chart_part      part[3][3];
	struct chart_bar       bar[3];
	struct chart_bar_group group;
	struct chart_words     name[3];
	struct chart_bars      chart;
};

static int
setup(void **state)
{
	static const char *const cities[] = { "København", "Aarhus", "Ærøskøbing" };
	struct fixture *f = calloc(1, sizeof *f);

	assert_non_null(f);
	drawing_begin(&f->d, "da");
	for (size_t i = 0; i < 3; i++) {
		f->part[i][0] = (struct chart_part){ CHART_VALUE, NUMBER(100 - 50 * (int64_t)i, 1),
		                                     STR_NONE, STR_NONE };
		f->bar[i] = (struct chart_bar){ .label = { str_from(cities[i]), STR_NONE },
		                                .own = i == 0, .part = f->part[i] };
	}
	f->group = (struct chart_bar_group){ { STR_NONE, STR_NONE }, f->bar, 3 };
	f->chart = (struct chart_bars){ .head = plain_head("rang", "København ligger først"),
	                                .group = &f->group, .len = 1, .parts = 1,
	                                .rows = STR("Kommune") };
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
bars(struct fixture *f, enum chart_width width)
{
	struct chart_out o = drawing_out(&f->d, CHART_INLINE, width);

	f->d.b.len = 0;
	chart_bars(&o, &f->chart);
	return drawn(&f->d, NULL);
}

static const char *
table(struct fixture *f)
{
	f->d.b.len = 0;
	chart_bars_table(&f->d.page, &f->chart);
	return drawn(&f->d, NULL);
}

/* "10,0" takes 3 digits of 0.64 and a comma of 0.35 at 15 units, and 8: 42.05 from
 * the right. On narrow screens bars begin at 2: 315.95 are 10.0, half of it 5.0. */
static void
lengths_are_exact(void **state)
{
	struct fixture *f = *state;
	const char     *svg = bars(f, CHART_NARROW);

	assert_says(svg, "<rect x=\"2\" y=\"25\" width=\"315.95\" height=\"20\" class=\"ch-bar ch-own\">"
	    "<title>København: 10,0</title>");
	assert_says(svg, "<rect x=\"2\" y=\"75\" width=\"157.97\" height=\"20\" class=\"ch-bar ch-other\">"
	    "<title>Aarhus: 5,0</title>");
	assert_int_equal(count_of(svg, "<rect"), 2);    /* zero has no length */
	assert_says(svg, ">Ærøskøbing</text>");
	assert_says(svg, ">0,0</text>");
}

static void
below_zero_lies_to_the_left(void **state)
{
	struct fixture *f = *state;

	f->part[2][0].value = NUMBER(-100, 1);
	f->part[0][0].text = f->part[1][0].text = f->part[2][0].text = STR("x");
	/* "x": 0.59 x 15 + 8 = 16.85; 341.15 for -10 to 10, zero in the middle */
	assert_says(bars(f, CHART_NARROW), "<rect x=\"172.57\" y=\"25\" width=\"170.58\"");
	assert_says(f->d.b.at, "<rect x=\"2\" y=\"125\" width=\"170.57\"");
	assert_says(f->d.b.at, "<line class=\"ch-base\" x1=\"172.57\" x2=\"172.57\"");
}

static void
what_is_withheld_has_no_length(void **state)
{
	struct fixture *f = *state;
	const char     *svg;

	f->part[0][0].state = CHART_WITHHELD;
	f->part[0][0].value = NUMBER(31, 1);
	f->part[0][0].text = STR("3,1");
	f->part[2][0].state = CHART_MISSING;
	f->part[2][0].note = STR("ikke oplyst");
	svg = bars(f, CHART_WIDE);
	assert_int_equal(count_of(svg, "<rect"), 1);
	assert_says(svg, ">tilbageholdt</text>");
	assert_says(svg, ">ikke oplyst</text>");
	assert_silent(svg, "3,1");
	assert_silent(table(f), "3,1");
	assert_says(f->d.b.at, "tilbageholdt</span></td>");
	for (size_t i = 0; i < 3; i++)
		f->part[i][0].state = CHART_WITHHELD;
	assert_says(bars(f, CHART_NARROW), "Der er endnu ingen tal at tegne.");
}

static void
parts_are_told_apart_without_colour(void **state)
{
	struct fixture *f = *state;
	const char     *svg;

	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < 3; k++)
			f->part[i][k] = (struct chart_part){ CHART_VALUE, NUMBER(100, 0), STR_NONE, STR_NONE };
		f->bar[i].total = STR("300 mio. kr.");
		f->name[i].text = i == 0 ? STR("Egne midler") : i == 1 ? STR("Staten") : STR("Øvrige");
	}
	f->chart.parts = 3;
	f->chart.part = f->name;
	f->group.label.text = STR("2009");
	svg = bars(f, CHART_WIDE);
	assert_int_equal(count_of(svg, "<pattern"), 2);
	assert_says(svg, "<pattern id=\"rang-0-h1\"");
	assert_int_equal(count_of(svg, "fill=\"url(#rang-0-h1)\""), 4);         /* three bars, one key */
	assert_says(svg, "<title>Aarhus, Øvrige: 100</title>");
	assert_int_equal(count_of(svg, ">300 mio. kr.</text>"), 3);
	assert_says(svg, ">2009</text>");
	assert_says(table(f), "<th scope=\"rowgroup\" colspan=\"5\">2009</th>");
	assert_says(f->d.b.at, "<th scope=\"col\" class=\"number\">Øvrige</th>");
	assert_says(f->d.b.at, "<td class=\"number\">300 mio. kr.</td>");
}

static void
links_make_a_group_of_it(void **state)
{
	struct fixture *f = *state;

	assert_says(bars(f, CHART_WIDE), "role=\"img\"");
	f->bar[1].href = STR("/da/area/aarhus?a=1&b=\"<");
	assert_says(bars(f, CHART_WIDE), "role=\"group\"");
	assert_says(f->d.b.at, "<a href=\"/da/area/aarhus?a=1&amp;b=&quot;&lt;\">");
	assert_says(table(f), "<th scope=\"row\"><a href=\"/da/area/aarhus");
}

static void
nothing_of_the_data_is_markup(void **state)
{
	struct fixture *f = *state;

	f->chart.head.id = f->chart.head.unit = f->chart.rows = f->chart.mark_label = STR(HOSTILE);
	f->chart.has_mark = true;
	f->chart.mark = NUMBER(5, 0);
	f->bar[0].label = (struct chart_words){ STR(HOSTILE), STR(HOSTILE) };
	f->part[0][0].text = f->part[1][0].note = STR(HOSTILE);
	f->part[1][0].state = CHART_WITHHELD;
	f->chart.part = f->name;
	f->name[0].text = STR(HOSTILE);
	assert_silent(bars(f, CHART_WIDE), "<script");
	assert_silent(bars(f, CHART_NARROW), "<script");
	assert_silent(table(f), "<script");
	f->d.b.len = 0;
	f->chart.head = plain_head("rang", HOSTILE);
	chart_bars_figure(&f->d.page, &f->chart);
	assert_silent(drawn(&f->d, NULL), "<script");
}

/* From zero to 64.4 over 704 units that begin at 8. */
static void
a_bullet_has_four_marks(void **state)
{
	struct fixture     *f = *state;
	struct chart_out    o = drawing_out(&f->d, CHART_INLINE, CHART_WIDE);
	struct chart_bullet c = {
		plain_head("kugle", "Østerbro"), { true, NUMBER(3220, 2), STR("Seneste 32,20") },
		{ true, NUMBER(1610, 2), STR("Startmåling 16,10") }, { true, NUMBER(4830, 2), STR_NONE },
		{ true, NUMBER(6440, 2), STR("Måltal 64,40") },
	};
	const char *svg;

	chart_bullet(&o, &c);
	svg = drawn(&f->d, NULL);
	assert_says(svg, "<rect x=\"8\" y=\"21\" width=\"352\" height=\"12\" class=\"ch-bar ch-own\"/>");
	assert_says(svg, "<path class=\"ch-from\" d=\"M184 12v30\"/>");
	assert_says(svg, "<path class=\"ch-asof\" d=\"M536 15l");
	assert_says(svg, "<path class=\"ch-to\" d=\"M712 10v34\"/>");
	assert_says(svg, ">Startmåling 16,10</text>");
	assert_says(svg, ">48,30</text>");
	f->d.b.len = 0;
	c.latest.has = c.baseline.has = c.required.has = c.target.has = false;
	chart_bullet_figure(&f->d.page, &c);
	assert_int_equal(count_of(drawn(&f->d, NULL), "ingen tal at tegne"), 2);
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(lengths_are_exact), T(below_zero_lies_to_the_left), T(what_is_withheld_has_no_length),
		T(parts_are_told_apart_without_colour), T(links_make_a_group_of_it),
		T(nothing_of_the_data_is_markup), T(a_bullet_has_four_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
