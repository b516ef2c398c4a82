/* What a target promises, read back in both languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "core/calendar.h"
#include "core/meaning.h"

static struct period
year(int y)
{
	return period_make(day_of(y, 1, 1), day_of(y + 1, 1, 1), PRECISION_YEAR);
}

static struct target
dated(struct target t, int baseline, int deadline)
{
	t.has_baseline = baseline > 0;
	t.has_deadline = deadline > 0;
	if (baseline > 0)
		t.baseline = year(baseline);
	if (deadline > 0)
		t.deadline = year(deadline);
	return t;
}

static struct target
valued(enum target_kind kind, int64_t units, uint8_t scale)
{
	return (struct target){ .kind = kind, .value = NUMBER(units, scale), .has_value = true };
}

struct meaning {
	struct target t;
	bool          group, other;
	const char   *da, *en;
};

static void
are_read_back(const struct meaning *cases, size_t len)
{
	struct indicator i = { .title_da = STR("Andel"), .title_en = STR("Share"), .unit = UNIT_SHARE };
	struct arena     a = { 0 };

	for (size_t n = 0; n < len; n++) {
		struct evidence e = { .indicator = &i, .area = STR("Ærø") };

		if (cases[n].group)
			e.group = STR("kvinder"), e.group_en = STR("women");
		if (cases[n].other)
			e.other_title = STR("mænd"), e.other_title_en = STR("men");
		assert_string_equal(meaning_of(&a, &cases[n].t, &e, true).at, cases[n].da);
		assert_string_equal(meaning_of(&a, &cases[n].t, &e, false).at, cases[n].en);
	}
	arena_free(&a);
}

static void
levels_and_changes_are_read_back(void **state)
{
	struct target kept = valued(TARGET_LEVEL, 80, 0), percent = valued(TARGET_CHANGE, -50, 0);
	struct target gap = valued(TARGET_GAP, 6, 0), places = valued(TARGET_LEVEL, 805, 1);

	(void)state;
	kept.keep = true;
	percent.percent = true;
	gap.relation = RELATION_LE;
	places.each = EACH_PLACE;
	{
		const struct meaning cases[] = {
			{ dated(places, 0, 2010), false, false,
			  "»Andel« i Ærø skal være mindst 80,5 pct. hvert sted, der måles, inden udgangen af 2010.",
			  "“Share” in Ærø is to be at least 80.5 per cent in each place that is measured, by the end of 2010." },
			{ dated(kept, 0, 2010), true, false,
			  "»Andel« for kvinder i Ærø skal blive ved med at være mindst 80 pct. til udgangen af 2010.",
			  "“Share” for women in Ærø is to stay at least 80 per cent until the end of 2010." },
			{ dated(valued(TARGET_CHANGE, 10, 0), 2007, 2010), false, false,
			  "»Andel« i Ærø skal stige med 10 procentpoint fra startmålingen (2007) inden udgangen af 2010.",
			  "“Share” in Ærø is to rise by 10 percentage points from the baseline (2007) by the end of 2010." },
			{ dated(percent, 0, 2014), false, false,
			  "»Andel« i Ærø skal falde med 50 pct. fra den første måling inden udgangen af 2014.",
			  "“Share” in Ærø is to fall by 50 per cent from the first measurement by the end of 2014." },
			{ { .kind = TARGET_DIRECTION, .direction = DIRECTION_HOLD }, false, false,
			  "»Andel« i Ærø skal holdes i forhold til den første måling.",
			  "“Share” in Ærø is to stay compared with the first measurement." },
			{ valued(TARGET_RATE, 2, 0), false, false,
			  "»Andel« i Ærø skal stige med 2 procentpoint om året, regnet fra den første måling.",
			  "“Share” in Ærø is to rise by 2 percentage points a year, counted from the first measurement." },
			{ gap, true, true,
			  "Forskellen i »Andel« i Ærø mellem kvinder og mænd skal være højst 6 procentpoint.",
			  "The gap in “Share” in Ærø between women and men is to be at most 6 percentage points." },
		};

		are_read_back(cases, COUNT_OF(cases));
	}
}

static void
other_kinds_are_read_back(void **state)
{
	struct target count = valued(TARGET_COUNT, 100, 0);

	(void)state;
	count.has_window = true;
	count.window = year(2009);
	{
		const struct meaning cases[] = {
			{ { .kind = TARGET_BENCHMARK, .relation = RELATION_LE }, false, true,
			  "»Andel« i Ærø skal ligge på eller under mænd, hver gang begge er målt.",
			  "“Share” in Ærø is to be at or below men, whenever both are measured." },
			{ count, false, false,
			  "Der skal tælles mindst 100 i »Andel« i Ærø i perioden 2009.",
			  "At least 100 are to be counted in “Share” in Ærø in 2009." },
			{ { .kind = TARGET_SET, .direction = DIRECTION_FALL }, false, false,
			  "Ingen nye steder må komme til i »Andel« i Ærø i forhold til den første måling, og mindst ét skal ud.",
			  "No new places may be added in “Share” in Ærø compared with the first measurement, and at least one is to leave." },
			{ dated((struct target){ .kind = TARGET_MILESTONE }, 0, 2011), false, false,
			  "»Andel« i Ærø skal være gjort, med dokumentation, inden udgangen af 2011.",
			  "“Share” in Ærø is to be done, with evidence, by the end of 2011." },
			{ { .kind = TARGET_PARITY, .direction = DIRECTION_FALL }, true, true,
			  "»Andel« i Ærø skal falde mindst lige så meget for kvinder som for mænd, regnet fra den første måling.",
			  "“Share” in Ærø is to fall at least as much for women as for men, counted from the first measurement." },
			{ { .kind = TARGET_UNDEFINED }, false, false,
			  "Der er intet, der kan kontrolleres.", "There is nothing that can be checked." },
			{ { .kind = TARGET_LEVEL }, false, false,
			  "der mangler et tal i målet.", "the target has no figure." },
		};

		are_read_back(cases, COUNT_OF(cases));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(levels_and_changes_are_read_back),
		cmocka_unit_test(other_kinds_are_read_back) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
