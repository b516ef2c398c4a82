/* The annual wheel: where duties stand in the ring, and the list that names them. */
#include "chart_help.h"
#include "view/chart_wheel.h"

#define DUTIES_MAX 80

static struct chart_duty
duty(int32_t from, int32_t to)
{
	return (struct chart_duty){ .title = { STR("Status for Østerbro"), STR_NONE }, .who = STR("BIF"),
	                            .when = STR("i maj"), .from = from, .to = to };
}

/* The middle is 180; the first lane has a radius of 132. 1 July is day 181 of 365. */
static void
duties_stand_at_their_day(void **state)
{
	struct drawing     d;
	struct chart_duty  at[] = { duty(day_of(2009, 1, 1), day_of(2009, 1, 2)),
	                            duty(day_of(2009, 4, 2), day_of(2009, 7, 1)) };
	struct chart_wheel c = { plain_head("hjul", "Årets opgaver"), 2009, at, 2, true,
	                         day_of(2009, 6, 1) };
	struct chart_out   o;

	(void)state;
	drawing_begin(&d, "da");
	o = drawing_out(&d, CHART_INLINE, CHART_WIDE);
	at[1].state = CHART_DUTY_LATE;
	chart_wheel(&o, &c);
	assert_says(drawn(&d, NULL), "<circle class=\"ch-duty\" cx=\"180\" cy=\"48\" r=\"11\">");
	assert_int_equal(count_of(d.b.at, "<path class=\"ch-month"), 12);
	assert_int_equal(count_of(d.b.at, "<path class=\"ch-span\""), 1);
	assert_says(d.b.at, "<path class=\"ch-duty ch-late\" d=\"M311.99 179.4");  /* 91 of 365: nearly a quarter */
	assert_says(d.b.at, ">okt</text>");
	assert_says(d.b.at, ">1. juni</text>");
	assert_says(d.b.at, "<path class=\"ch-today\"");
	drawing_end(&d);
}

static void
the_list_says_what_they_are(void **state)
{
	struct drawing     d;
	struct chart_duty  at[] = { duty(day_of(2009, 1, 1), day_of(2009, 1, 2)),
	                            duty(day_of(2009, 5, 1), day_of(2009, 5, 2)) };
	struct chart_wheel c = { plain_head("hjul", HOSTILE), 2009, at, 2, false, 0 };

	(void)state;
	drawing_begin(&d, "da");
	at[0].state = CHART_DUTY_DONE;
	at[0].href = STR("/da/unit/bif?x=\"");
	at[1].title = (struct chart_words){ STR(HOSTILE), STR(HOSTILE) };
	at[1].when = at[1].who = STR(HOSTILE);
	chart_wheel_figure(&d.page, &c);
	assert_silent(drawn(&d, NULL), "<script");
	assert_says(d.b.at, "<a href=\"/da/unit/bif?x=&quot;\">Status for Østerbro</a>");
	assert_says(d.b.at, "i maj, BIF, gjort</span>");
	assert_says(d.b.at, ", kommer</span>");
	assert_silent(d.b.at, "ch-today");
	drawing_end(&d);
}

/* Many duties, spans over the turn of the year, another year's day of today. */
static void
everything_lies_within(void **state)
{
	struct drawing     d;
	struct chart_duty  at[DUTIES_MAX];
	struct chart_wheel c = { plain_head("hjul", "Ærø"), 2008, at, DUTIES_MAX, true, day_of(2009, 1, 1) };

	(void)state;
	drawing_begin(&d, "en");
	for (int32_t i = 0; i < DUTIES_MAX; i++) {
		at[i] = duty(day_of(2007, 12, 1) + i * 6, day_of(2007, 12, 1) + i * (i % 9 + 6) + 1);
		at[i].state = (enum chart_duty_state)(i % 3);
	}
	for (int form = CHART_INLINE; form <= CHART_FILE; form++) {
		struct chart_out o = drawing_out(&d, (enum chart_form)form, CHART_NARROW);

		d.b.len = 0;
		chart_wheel(&o, &c);
		drawn(&d, NULL);
	}
	assert_says(d.b.at, ">80. Status for Østerbro, i maj, ");
	drawing_end(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(duties_stand_at_their_day), cmocka_unit_test(the_list_says_what_they_are),
		cmocka_unit_test(everything_lies_within),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
