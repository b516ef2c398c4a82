/* The arithmetic of a verdict, step by step: figures that a reader can follow, and
 * that give the same pace when he does. */
#include "unit/judge_dsl.h"
#include "core/steps.h"

static const struct {
	struct row  row;                /* `want`: the steps in Danish, a line each */
	const char *en;                 /* one of them in English */
} rows[] = {
#define PP10 .kind = TARGET_CHANGE, .value = "10", .baseline = "forår 2007", .deadline = "2010", \
	.unit = UNIT_SHARE, .better = DIRECTION_RISE, .printed = "64,00"
	{ { "change in points", PP10, .own = "forår 2007: 54,40; august 2008: 59,90",
	    .as_of = "2009-06-01", .want = "Startmåling: b = 54,40 pct. (forår 2007), t0 = 31.05.2007\n"
	    "Måltal: T = b + 10 = 54,40 + 10 = 64,40 pct., t1 = 31.12.2010\n"
	    "Seneste måling: v = 59,90 pct. (august 2008), t = 31.08.2008\n"
	    "Kravet: v ≥ T. 59,90 < 64,40: det holder ikke\n"
	    "Ændring: v - b = 59,90 - 54,40 = 5,50 procentpoint; lovet: T - b = 64,40 - 54,40 = 10,00 procentpoint\n"
	    "Tid: t - t0 = 458 dage; t1 - t0 = 1.310 dage\n"
	    "Tempo = (5,50 / 458) / (10,00 / 1.310) = 7.205 / 4.580 ≈ 1,57\n"
	    "Regel: tempoet er mindst 0,95. Dom: på vej\n"
	    "Fra nu af om året: (T - v) / tiden til fristen = (64,40 - 59,90) / (579/365 år) ≈ 2,84 procentpoint\n" },
	  "Pace = (5.50 / 458) / (10.00 / 1,310) = 7,205 / 4,580 ≈ 1.57" },
	{ { "change in percent", .kind = TARGET_CHANGE, .value = "-50 %", .baseline = "2010",
	    .deadline = "2014", .unit = UNIT_COUNT, .better = DIRECTION_FALL,
	    .own = "2010: 12; 2011: 14", .as_of = "2012-04-30", .want = "Startmåling: b = 12 (2010), t0 = 31.12.2010\n"
	    "Måltal: T = b × (100 - 50) / 100 = 12 × 50 / 100 = 6, t1 = 31.12.2014\n"
	    "Seneste måling: v = 14 (2011), t = 31.12.2011\n"
	    "Kravet: v ≤ T. 14 > 6: det holder ikke\n"
	    "Ændring: v - b = 14 - 12 = 2; lovet: T - b = 6 - 12 = -6\n"
	    "Tid: t - t0 = 365 dage; t1 - t0 = 1.461 dage\n"
	    "Tempo = (2 / 365) / (-6 / 1.461) = 2.922 / (-2.190) ≈ -1,33\n"
	    "Regel: tempoet er under 0. Dom: forkert vej\n"
	    "Fra nu af om året: (T - v) / tiden til fristen = (6 - 14) / (976/365 år) ≈ -2,99\n" },
	  "Pace = (2 / 365) / (-6 / 1,461) = 2,922 / (-2,190) ≈ -1.33" },
	{ { "reached early", .kind = TARGET_CHANGE, .value = "-10 %", .baseline = "forår 2007",
	    .deadline = "2010", .unit = UNIT_SHARE, .own = "forår 2007: 49,5 ?; juni 2008: 42,1 *",
	    .as_of = "2009-06-01", .want = "Startmåling: b = 49,5 pct. (forår 2007, antaget tidspunkt), t0 = 31.05.2007\n"
	    "Måltal: T = b × (100 - 10) / 100 = 49,5 × 90 / 100 = 44,55 pct., t1 = 31.12.2010\n"
	    "Seneste måling: v = 42,1 pct. (juni 2008, foreløbigt), t = 30.06.2008\n"
	    "Kravet: v ≤ T. 42,1 < 44,55: det holder\n"
	    "Ændring: v - b = 42,1 - 49,5 = -7,4 procentpoint\n"
	    "Regel: den seneste måling opfylder kravet, før fristen. Dom: nået\n" },
	  "Rule: the latest measurement meets the condition before the deadline. Verdict: met" },
	{ { "count", .kind = TARGET_COUNT, .value = "100", .window = "2009", .unit = UNIT_COUNT,
	    .own = "2009-01-01..2009-04-01: 23", .as_of = "2009-06-01", .want = "Der tælles fra nul: b = 0, t0 = 31.12.2008\n"
	    "Måltal: T = 100, t1 = 31.12.2009\n"
	    "Seneste måling: v = 23 (januar-marts 2009), t = 31.03.2009\n"
	    "Kravet: v ≥ T. 23 < 100: det holder ikke\n"
	    "Ændring: v - b = 23 - 0 = 23; lovet: T - b = 100 - 0 = 100\n"
	    "Tid: t - t0 = 90 dage; t1 - t0 = 365 dage\n"
	    "Tempo = (23 / 90) / (100 / 365) = 8.395 / 9.000 ≈ 0,93\n"
	    "Regel: tempoet er mindst 0,60, men under 0,95. Dom: bagud\n"
	    "Fra nu af om året: (T - v) / tiden til fristen = (100 - 23) / (214/365 år) ≈ 131,33\n" },
	  "Pace = (23 / 90) / (100 / 365) = 8,395 / 9,000 ≈ 0.93" },
	{ { "direction", .kind = TARGET_DIRECTION, .direction = DIRECTION_FALL, .unit = UNIT_SHARE,
	    .own = "marts 2007: 27; 2008: 27", .as_of = "2009-06-01", .want = "Startmåling: b = 27 pct. (marts 2007), t0 = 31.03.2007\n"
	    "Seneste måling: v = 27 pct. (2008), t = 31.12.2008\n"
	    "Ændring: v - b = 27 - 27 = 0 procentpoint\n"
	    "Regel: der er lovet en ændring, og der er ingen. Dom: langt fra\n" },
	  "Rule: a change was promised, and there is none. Verdict: off track" },
	{ { "rate", .kind = TARGET_RATE, .value = "2", .baseline = "2006", .deadline = "2010",
	    .unit = UNIT_SHARE, .own = "2006: 50; 2008: 53", .as_of = "2009-06-01", .want = "Startmåling: b = 50 pct. (2006), t0 = 31.12.2006\n"
	    "Løfte om året: 2 procentpoint, t1 = 31.12.2010; det giver T = 58 pct.\n"
	    "Seneste måling: v = 53 pct. (2008), t = 31.12.2008\n"
	    "Ændring: v - b = 53 - 50 = 3 procentpoint\n"
	    "Tid: t - t0 = 730/365 år\n"
	    "Tempo = 3 / (730/365) / 2 = 1.095 / 1.460 = 0,75\n"
	    "Regel: tempoet er mindst 0,60, men under 0,95. Dom: bagud\n"
	    "Fra nu af om året: (T - v) / tiden til fristen = (58 - 53) / (579/365 år) ≈ 3,15 procentpoint\n" },
	  "Pace = 3 / (730/365) / 2 = 1,095 / 1,460 = 0.75" },
	{ { "kept, against others", .kind = TARGET_BENCHMARK, .relation = RELATION_LE,
	    .unit = UNIT_SHARE, .own = "2009: 1,31; 2010: 1,20", .other = "2009: 1,35; 2010: 1,16",
	    .as_of = "2012-04-30", .want = "Seneste måling: v = 1,20 pct. (2010), t = 31.12.2010\n"
	    "Sammenlignes med: 1,16 pct. (2010)\n"
	    "Kravet: v ≤ sammenligningen. 1,20 > 1,16: det holder ikke\n"
	    "Regel: kravet skal holdes hele tiden, og den seneste måling bryder det. Dom: langt fra\n" },
	  "Rule: it is to be kept all the time, and the latest measurement breaks it. Verdict: off track" },
	{ { "gap", .kind = TARGET_GAP, .relation = RELATION_LE, .value = "0", .unit = UNIT_SHARE,
	    .deadline = "2010", .own = "2007: 50; 2008: 52", .other = "2007: 56; 2008: 57",
	    .as_of = "2009-06-01", .want = "Startmåling: b = 6 procentpoint (2007), t0 = 31.12.2007\n"
	    "Måltal: T = 0 procentpoint, t1 = 31.12.2010\n"
	    "Seneste måling: v = 5 procentpoint (2008), t = 31.12.2008\n"
	    "Kravet: v ≤ T. 5 > 0: det holder ikke\n"
	    "Ændring: v - b = 5 - 6 = -1 procentpoint; lovet: T - b = 0 - 6 = -6 procentpoint\n"
	    "Tid: t - t0 = 366 dage; t1 - t0 = 1.096 dage\n"
	    "Tempo = (-1 / 366) / (-6 / 1.096) = -1.096 / (-2.196) ≈ 0,50\n"
	    "Regel: tempoet er under 0,60. Dom: langt fra\n"
	    "Fra nu af om året: (T - v) / tiden til fristen = (0 - 5) / (579/365 år) ≈ -3,15 procentpoint\n" },
	  "Pace = (-1 / 366) / (-6 / 1,096) = -1,096 / (-2,196) ≈ 0.50" },
	{ { "worst of the places", .kind = TARGET_LEVEL, .value = "80", .each = EACH_PLACE,
	    .unit = UNIT_SHARE, .members = "Nørrebro = 2011: 75 | Østerbro = 2011: 90",
	    .as_of = "2012-04-30", .want = "Måltal: T = 80 pct.\n"
	    "Seneste måling: v = 75 pct. (2011), t = 31.12.2011; den dårligste er Nørrebro\n"
	    "Kravet: v ≥ T. 75 < 80: det holder ikke\n"
	    "Regel: kravet er ikke opfyldt, og der er kun målt én gang. Dom: langt fra\n" },
	  "Rule: the condition is not met, and there is only one measurement. Verdict: off track" },
	{ { "a figure without a point", .kind = TARGET_LEVEL, .value = "80", .unit = UNIT_SHARE,
	    .deadline = "2012", .own = "2007: godt 65; 2009: ca. 70", .as_of = "2010-06-01",
	    .want = "Startmåling: b = godt 65 pct. (2007), t0 = 31.12.2007\n"
	    "Måltal: T = 80 pct., t1 = 31.12.2012\n"
	    "Seneste måling: v = ca. 70 pct. (2009), t = 31.12.2009\n"
	    "Kravet: v ≥ T. 70 < 80: det holder ikke\n"
	    "Ændring: v - b = 70 - 66 = 4 procentpoint; lovet: T - b = 80 - 66 = 14 procentpoint; b regnes som 66\n"
	    "Tid: t - t0 = 731 dage; t1 - t0 = 1.827 dage\n"
	    "Tempo = (4 / 731) / (14 / 1.827) = 7.308 / 10.234 ≈ 0,71\n"
	    "Regel: tempoet er mindst 0,60, men under 0,95. Dom: bagud\n"
	    "Fra nu af om året: (T - v) / tiden til fristen = (80 - 70) / (944/365 år) ≈ 3,87 procentpoint\n" },
	  "Pace = (4 / 731) / (14 / 1,827) = 7,308 / 10,234 ≈ 0.71" },
	{ { "milestone", .kind = TARGET_MILESTONE, .deadline = "2011", .unit = UNIT_COUNT,
	    .own = "", .as_of = "2010-06-01", .want = "Regel: intet er for sent før sin dato. Dom: ingen måling\n" },
	  "Rule: nothing is missed before its date. Verdict: no data" },
	{ { "withheld", .kind = TARGET_CHANGE, .value = "50 %", .baseline = "2008", .deadline = "2010",
	    .unit = UNIT_PERSONS, .own = "2008: 3 !; 2009: 4 !", .as_of = "2010-06-01",
	    .want = "Startmåling: b = tilbageholdt (2008), t0 = 31.12.2008\n"
	    "Seneste måling: v = tilbageholdt (2009), t = 31.12.2009\n"
	    "Regel: tempoet afgør det, men tallene bag er tilbageholdt. Dom: på vej\n" },
	  "Rule: the pace decides, but the figures behind it are withheld. Verdict: on track" },
	{ { "undefined", .kind = TARGET_UNDEFINED, .as_of = "2012-04-30", .want = "Regel: der er ikke sat et mål, der kan kontrolleres. Dom: ikke formuleret\n" },
	  "Rule: no target that can be checked was stated. Verdict: undefined" },
};

static struct steps
steps_for(struct arena *a, const struct row *r, struct target *t)
{
	struct judgement j = dsl_judge(a, r);

	*t = dsl_target(r);
	return steps_of(a, t, &j, r->unit, dsl_day(r->as_of));
}

static struct str
lines(struct arena *a, const struct steps *s, bool danish)
{
	struct buf b;
	struct str text;

	buf_init(&b, 1 << 16);
	for (size_t i = 0; i < s->len; i++) {
		buf_put(&b, danish ? s->at[i].da : s->at[i].en);
		buf_char(&b, '\n');
	}
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
every_step_has_its_figures(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct arena  a = { 0 };
		struct target t;
		struct steps  s = steps_for(&a, &rows[i].row, &t);
		struct str    da = lines(&a, &s, true), en = lines(&a, &s, false);

		if ((!str_eq(da, str_from(rows[i].row.want)) ||
		     str_find(en, str_from(rows[i].en), 0) == SIZE_MAX) && ++wrong)
			print_error("%s\n" STR_FMT "---\n" STR_FMT, rows[i].row.name, STR_ARG(da),
			    STR_ARG(en));
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_step_has_its_figures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
