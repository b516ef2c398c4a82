/* Charts over time: where things stand, what is said about what is not there, and
 * that nothing of the data becomes markup. */
#include "chart_help.h"

#define POINTS_MAX 240

struct fixture {
	struct drawing      d;
	struct chart_point  point[CHART_SERIES_MAX + 3][POINTS_MAX];
	struct chart_series series[CHART_SERIES_MAX + 3];
	struct chart_target target;
	struct chart        chart;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	assert_non_null(f);
	drawing_begin(&f->d, "da");
	for (size_t i = 0; i < COUNT_OF(f->series); i++)
		f->series[i] = (struct chart_series){ { STR("København"), STR_NONE },
		                                      i == 0 ? CHART_OWN : CHART_GROUP, f->point[i], 0 };
	f->chart = (struct chart){ .head = plain_head("i-arbejde", "Flere i arbejde på Ærø"),
	                           .series = f->series, .len = 1 };
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

/* Years from 2007 on, one decimal. */
static void
fill(struct fixture *f, size_t i, const int *tenths, size_t n)
{
	for (size_t k = 0; k < n; k++)
		f->point[i][k] = year_point(&f->d.a, 2007 + (int)k, tenths[k], 1);
	f->series[i].len = n;
}

static const char *
line(struct fixture *f, enum chart_width width)
{
	struct chart_out o = drawing_out(&f->d, CHART_INLINE, width);

	chart_line(&o, &f->chart);
	return drawn(&f->d, NULL);
}

static const char *
table(struct fixture *f)
{
	chart_table(&f->d.page, &f->chart);
	return drawn(&f->d, NULL);
}

/* The plot is 280 high from 36; values go from 50 to 60. Its left edge lies after
 * the labels (two digits are 17.92 wide), 6 and 8. 366 of 731 days are the middle. */
static void
places_are_exact(void **state)
{
	struct fixture *f = *state;
	const char     *svg;

	fill(f, 0, (int[]){ 500, 550, 600 }, 3);
	svg = line(f, CHART_WIDE);
	assert_says(svg, "viewBox=\"0 0 720 344\"");
	assert_says(svg, "<path class=\"ch-line\" d=\"M31.92 316L281.3 176L530 36\"/>");
	assert_says(svg, "<circle cx=\"281.3\" cy=\"176\" r=\"4\"><title>2008: 55,0 pct.</title>");
	assert_says(svg, ">København 60,0</text>");
	assert_says(svg, "<title id=\"i-arbejde-wt\">Flere i arbejde på Ærø</title>");
	assert_says(svg, "aria-labelledby=\"i-arbejde-wt\" aria-describedby=\"i-arbejde-wd\"");
}

static void
the_axis_is_round(void **state)
{
	static const struct {
		int         lo, hi;
		const char *labels[3], *not_there;
	} row[] = {
		{ 540, 599, { ">54<", ">60<", ">58<" }, ">0<" },
		{ 10, 599, { ">0<", ">60<", ">40<" }, ">-" },
		{ -500, 300, { ">-60<", ">0<", ">40<" }, ">50<" },
		{ 0, 0, { ">0<", ">1<", ">2008<" }, ">0,5<" },
		{ 270, 270, { ">0<", ">30<", ">20<" }, ">27<" },
		{ -270, -270, { ">0<", ">-30<", ">-20<" }, ">10<" },
		{ 101, 104, { ">10,1<", ">10,4<", ">10,2<" }, ">10<" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		void           *own;
		struct fixture *f;
		const char     *svg;

		setup(&own);
		f = own;
		fill(f, 0, (int[]){ row[i].lo, row[i].hi }, 2);
		f->point[0][0].text = f->point[0][1].text = STR("x");
		svg = line(f, CHART_WIDE);
		for (size_t k = 0; k < 3; k++)
			assert_says(svg, row[i].labels[k]);
		assert_silent(svg, row[i].not_there);
		teardown(&own);
	}
}

static void
large_figures_are_counted_in_millions(void **state)
{
	struct fixture *f = *state;
	const char     *svg;

	fill(f, 0, (int[]){ 0, 0 }, 2);
	f->point[0][0].value = NUMBER(1000000000000000, 0);
	f->point[0][1].value = NUMBER(1234567890123456, 0);
	f->chart.head.unit = STR("kr.");
	svg = line(f, CHART_WIDE);
	assert_says(svg, ">bio. kr.</text>");
	assert_says(svg, ">1.000</text>");
	assert_says(svg, ">1.250</text>");
	assert_says(svg, "1.234.567.890.123.456");
}

/* No figure is cut: a part of it would be another one. */
static void
narrow_labels_leave_long_figures_to_the_table(void **state)
{
	struct fixture *f = *state;
	const char     *svg;

	fill(f, 0, (int[]){ 0, 0 }, 2);
	f->point[0][1].value = NUMBER(1234567890123456, 0);
	svg = line(f, CHART_NARROW);
	assert_silent(svg, "1.234…");
	assert_silent(svg, ">1.234.567");
	assert_says(svg, ">København</text>");
}

static void
gaps_interrupt_the_line(void **state)
{
	struct fixture *f = *state;
	const char     *svg;

	fill(f, 0, (int[]){ 500, 510, 520, 530, 540, 560, 600 }, 7);
	f->point[0][2].state = CHART_MISSING;
	f->point[0][5].breaks = true;
	f->point[0][5].method = STR("ny opgørelse på Østerbro");
	svg = line(f, CHART_WIDE);
	assert_int_equal(count_of(svg, "<path class=\"ch-cut\""), 1);
	assert_says(svg, ">ny opgørelse på Østerbro</text>");
	assert_says(svg, "<path class=\"ch-line\"");
	svg = strstr(svg, "<path class=\"ch-line\"");
	assert_non_null(svg);
	assert_int_equal(count_of(str_dup(&f->d.a, (struct str){ svg, strcspn(svg + 1, "/") }).at, "M"), 3);
}

/* Neither in the drawing nor in the table, even if a value is left in the point. */
static void
what_is_withheld_is_not_there(void **state)
{
	struct fixture *f = *state;

	fill(f, 0, (int[]){ 5000, 31, 5200 }, 3);
	f->point[0][1].state = CHART_WITHHELD;
	f->point[0][1].has_low = f->point[0][1].has_high = true;
	f->point[0][1].low = f->point[0][1].high = NUMBER(31, 1);
	f->point[0][1].text = STR("3,1");
	assert_says(line(f, CHART_WIDE), "<title>2008: tilbageholdt</title>");
	assert_says(f->d.b.at, ">× tilbageholdt</text>");
	assert_silent(f->d.b.at, "3,1");
	assert_says(f->d.b.at, ">500<");        /* the scale does not tell it either */
	assert_silent(f->d.b.at, ">0<");
	f->d.b.len = 0;
	assert_says(table(f), "<span class=\"ch-absent\">tilbageholdt</span>");
	assert_silent(f->d.b.at, "3,1");
	f->d.b.len = 0;
	chart_spark(&(struct chart_out){ &f->d.b, &f->d.a, &f->d.lang, CHART_INLINE, CHART_WIDE }, &f->chart);
	assert_says(drawn(&f->d, NULL), "<path class=\"ch-line\" d=\"M5 27M115 5\"/>");
}

/* 110 units wide and 22 high from 5, in steps to a tenth; nothing is drawn over a gap. */
static void
a_spark_is_drawn_in_steps(void **state)
{
	struct fixture  *f = *state;
	struct chart_out o = drawing_out(&f->d, CHART_INLINE, CHART_WIDE);

	fill(f, 0, (int[]){ 500, 600, 550 }, 3);
	f->chart.targets = 0;
	chart_spark(&o, &f->chart);
	assert_says(drawn(&f->d, NULL), "d=\"M5 27l55.1-22l54.9 11\"/>");
	fill(f, 0, (int[]){ 500, 600, 550, 500 }, 4);
	f->point[0][1].state = CHART_MISSING;
	f->point[0][3].breaks = true;
	f->d.b.len = 0;
	chart_spark(&o, &f->chart);
	assert_says(drawn(&f->d, NULL), "d=\"M5 27M78.4 5M115 27\"/>");
}

/* Where there are many lines, only the own one has a marker at each point. */
static void
many_lines_have_few_markers(void **state)
{
	struct fixture *f = *state;
	int             tenths[40] = { 0 };
	const char     *svg;

	for (size_t i = 0; i < 5; i++)
		fill(f, i, tenths, COUNT_OF(tenths));
	f->chart.len = 4;
	assert_int_equal(count_of(line(f, CHART_WIDE), "<title>"), 4 * 40);
	f->d.b.len = 0;
	f->chart.len = 5;
	f->chart.apart = 2;
	svg = line(f, CHART_WIDE);
	assert_int_equal(count_of(svg, "<title>"), 40 + 4);
	assert_says(svg, ">2 flere er målt og findes i data</text>");
}

static void
a_target_has_its_path(void **state)
{
	struct fixture *f = *state;
	const char     *svg;

	fill(f, 0, (int[]){ 500, 550 }, 2);
	f->target = (struct chart_target){
		NUMBER(600, 1), STR("Måltal 60"), true, day_of(2010, 1, 1), true, day_of(2008, 1, 1),
		NUMBER(500, 1), STR("Startmåling 50"), true,
	};
	f->chart.target = &f->target;
	f->chart.targets = 1;
	svg = line(f, CHART_WIDE);
	assert_says(svg, "<path class=\"ch-path\" d=\"M31.92 316L530 36\"/>");
	assert_says(svg, "<circle class=\"ch-ring\" cx=\"31.92\" cy=\"316\" r=\"7\"><title>Startmåling 50</title>");
	assert_says(svg, "<circle class=\"ch-eye\" cx=\"530\" cy=\"36\" r=\"3\"><title>Måltal 60</title>");
	f->d.b.len = 0;
	f->target.path = false;
	assert_says(line(f, CHART_WIDE), "<path class=\"ch-level\" d=\"M31.92 36L530 36\"/>");
	f->d.b.len = 0;
	assert_says(table(f), "<th scope=\"row\">Måltal</th><td class=\"number\" colspan=\"1\">Måltal 60</td>");
}

static void
nothing_is_said_in_words(void **state)
{
	struct fixture *f = *state;

	assert_says(line(f, CHART_NARROW), "Der er endnu ingen tal at tegne.");
	f->d.b.len = 0;
	f->chart.len = 0;
	assert_says(line(f, CHART_PANEL), "Der er endnu");
	f->d.b.len = 0;
	f->chart.len = 1;
	fill(f, 0, (int[]){ 1 }, 1);
	f->point[0][0].state = CHART_MISSING;
	f->point[0][0].note = STR("ikke oplyst");
	assert_says(line(f, CHART_WIDE), "Der er endnu ingen tal at tegne.");
	f->d.b.len = 0;
	assert_says(table(f), ">ikke oplyst</span>");
}

static void
nothing_of_the_data_is_markup(void **state)
{
	struct fixture *f = *state;
	struct buf      longest;

	buf_init(&longest, 1000);
	for (size_t i = 0; i < 300; i++)
		buf_put(&longest, i % 7 == 6 ? STR(" ") : STR("Æ"));
	fill(f, 0, (int[]){ 500, 550 }, 2);
	fill(f, 1, (int[]){ 400, 450 }, 2);
	f->chart.len = 2;
	f->chart.head = (struct chart_head){ STR("x\"><script>"), { STR(HOSTILE), STR("\"><b>") },
	                                     STR(HOSTILE), STR(HOSTILE), STR(HOSTILE) };
	f->series[0].name = (struct chart_words){ STR(HOSTILE), STR("de\"") };
	f->series[1].name.text = str_dup(&f->d.a, buf_str(&longest));
	buf_free(&longest);
	f->point[0][1].label = f->point[0][1].note = f->point[0][1].text = STR(HOSTILE);
	f->point[0][1].breaks = true;
	f->point[0][1].method = STR(HOSTILE);
	for (int form = CHART_INLINE; form <= CHART_FILE; form++)
		for (int w = CHART_WIDE; w <= CHART_PANEL; w++) {
			struct chart_out o = drawing_out(&f->d, (enum chart_form)form, (enum chart_width)w);

			f->d.b.len = 0;
			chart_line(&o, &f->chart);
			assert_silent(drawn(&f->d, NULL), "<script");
		}
	f->d.b.len = 0;
	chart_figure(&f->d.page, &f->chart);
	assert_silent(drawn(&f->d, NULL), "<script");
}

static void
a_file_stands_alone(void **state)
{
	struct fixture  *f = *state;
	struct chart_out o = drawing_out(&f->d, CHART_FILE, CHART_WIDE);
	const char      *svg;

	fill(f, 0, (int[]){ 500, 550 }, 2);
	f->chart.head.source = STR("Kilde: Bydelen Østerbro, linje 12");
	chart_line(&o, &f->chart);
	svg = drawn(&f->d, NULL);
	assert_ptr_equal(strstr(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"da\""), svg);
	assert_says(svg, "<style>/* charts: begin */");
	assert_says(svg, "prefers-color-scheme: dark");
	assert_says(svg, "@media print");
	assert_says(svg, ">Flere i arbejde på Ærø</text>");
	assert_says(svg, ">Kilde: Bydelen Østerbro, linje 12</text>");
	assert_silent(svg, "var(--");
	assert_silent(svg, "@import");
	assert_silent(svg, "url(");
}

static void
tables_merge_periods(void **state)
{
	struct fixture *f = *state;
	const char     *html;

	fill(f, 0, (int[]){ 500, 550 }, 2);
	fill(f, 1, (int[]){ 400, 450, 460 }, 3);
	f->series[1].name.text = STR("Aarhus");
	f->point[1][1].label = STR("december 2008");
	f->point[1][2].has_low = f->point[1][2].has_high = true;
	f->point[1][2].low = NUMBER(455, 1);
	f->point[1][2].high = NUMBER(465, 1);
	f->chart.len = 2;
	html = table(f);
	assert_says(html, "<th scope=\"row\">2007</th><td class=\"number\">50,0</td><td class=\"number\">40,0</td>");
	assert_says(html, "<th scope=\"row\">2008</th><td class=\"number\">55,0</td><td class=\"number\"></td>");
	assert_says(html, "<th scope=\"row\">december 2008</th><td class=\"number\"></td><td class=\"number\">45,0</td>");
	assert_says(html, "46,0 <span class=\"ch-range\">(45,5–46,5)</span>");
	assert_int_equal(count_of(html, "<tr>"), 5);
}

static void
english_has_points(void **state)
{
	struct fixture *f = *state;

	assert_true(lang_find(STR("en"), &f->d.lang));
	f->d.page.lang = f->d.lang;
	fill(f, 0, (int[]){ 500, 12345 }, 2);
	f->series[0].name.lang = STR("da");
	assert_says(line(f, CHART_WIDE), ">1,000</text>");
	assert_says(f->d.b.at, " lang=\"da\">København 1,234.5</text>");
}

static void
panels_share_a_scale(void **state)
{
	struct fixture *f = *state;
	struct chart    panel[2];
	const char     *html;

	fill(f, 0, (int[]){ 100, 200 }, 2);
	fill(f, 1, (int[]){ 800, 900 }, 2);
	for (size_t i = 0; i < 2; i++) {
		panel[i] = f->chart;
		panel[i].series = &f->series[i];
		panel[i].head = plain_head(i == 0 ? "p-0" : "p-1", "Østerbro");
	}
	chart_multiples(&f->d.page, panel, 2);
	html = drawn(&f->d, NULL);
	assert_int_equal(count_of(html, "viewBox=\"0 0 176 138\""), 2);
	assert_int_equal(count_of(html, ">100</text>"), 2);
	assert_int_equal(count_of(html, "<table"), 2);
}

static uint64_t
draw_number(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return *seed >> 20;
}

static void
random_series(struct fixture *f, size_t i, uint64_t *seed)
{
	int32_t  day = day_of(1900 + (int)(draw_number(seed) % 200), 1, 1);
	int64_t  range = (int64_t)1 << (draw_number(seed) % 62 + 1);
	uint64_t step = draw_number(seed) % 3 == 0 ? 365 : draw_number(seed) % 40 + 1;

	f->series[i].len = draw_number(seed) % POINTS_MAX;
	f->series[i].role = (enum chart_role)(draw_number(seed) % 3);
	for (size_t k = 0; k < f->series[i].len; k++) {
		uint64_t       r = draw_number(seed);
		struct number  v = NUMBER((int64_t)(draw_number(seed) << 19) % range, (uint8_t)(r % 10));

		v.units = r % 32 < 16 ? v.units : -v.units;
		day += (int32_t)(draw_number(seed) % step + 1);
		f->point[i][k] = (struct chart_point){
			.day = day, .label = STR("1. halvår"), .state = (enum chart_state)(r / 64 % 4),
			.value = v, .low = v, .high = v, .has_low = r / 256 % 2 == 0,
			.has_high = r / 512 % 2 == 0, .breaks = r / 1024 % 16 == 0,
		};
	}
}

/* Whatever the figures: the drawing is well formed and within its box (drawn()). */
static void
everything_lies_within(void **state)
{
	struct fixture *f = *state;
	uint64_t        seed = 20090601;

	for (int round = 0; round < 120; round++) {
		struct chart_out o = drawing_out(&f->d, (enum chart_form)(round % 2),
		                                 (enum chart_width)(round / 2 % 3));
		size_t           shapes;

		f->chart.len = draw_number(&seed) % (CHART_SERIES_MAX + 3);
		for (size_t i = 0; i < f->chart.len; i++)
			random_series(f, i, &seed);
		f->target = (struct chart_target){
			NUMBER((int64_t)draw_number(&seed), 3), STR("Måltal, der skal nås"), round % 3 == 0,
			day_of(2010, 1, 1), round % 5 < 3, day_of(2006, 7, 1), NUMBER(-5, 1), STR("Startmåling"), true,
		};
		f->chart.target = &f->target;
		f->chart.targets = round % 4 == 0;
		f->chart.from_zero = round % 7 == 0;
		f->d.b.len = 0;
		chart_line(&o, &f->chart);
		drawn(&f->d, &shapes);
		assert_true(shapes > 0);
		f->d.b.len = 0;
		chart_spark(&o, &f->chart);
		drawn(&f->d, NULL);
	}
}

int
main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		T(places_are_exact), cmocka_unit_test(the_axis_is_round),
		T(large_figures_are_counted_in_millions),
		T(narrow_labels_leave_long_figures_to_the_table), T(gaps_interrupt_the_line),
		T(what_is_withheld_is_not_there), T(a_spark_is_drawn_in_steps), T(many_lines_have_few_markers),
		T(a_target_has_its_path), T(nothing_is_said_in_words),
		T(nothing_of_the_data_is_markup), T(a_file_stands_alone), T(tables_merge_periods),
		T(english_has_points), T(panels_share_a_scale), T(everything_lies_within),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
