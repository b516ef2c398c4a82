/* Papers of our own in the family's forms, in test/audit/papers: each is right and
 * nothing may be said against it; with one thing changed exactly that must be
 * said, with what was expected and the difference. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise_help.h"
#include "audit/audit.h"

struct paper {
	const char *name;
	size_t      hold;               /* claims that hold */
};

struct mutation {
	const char *paper, *from, *to;  /* the first of it */
	const char *expected;           /* "LINE code PRINTED, not EXPECTED: DIFFERENCE" a line */
};

static const struct paper papers[] = {
	{ "bevillinger.txt", 9 },
	{ "puljer.txt", 9 },
	{ "aar-nedad.md", 8 },
	{ "deltagere.txt", 8 },
	{ "udvikling.txt", 7 },
	{ "opregnet.txt", 6 },
	{ "aarligt.txt", 6 },
	{ "andele.txt", 8 },
	{ "handleplan-oekonomi.csv", 17 },
	{ "tabel-i-maerker.txt", 7 },
	{ "regnskab.csv", 6 },
	{ "uden-hoved.txt", 2 },
	{ "skemaer.txt", 7 },
	{ "indhold.txt", 8 },
	{ "maal.txt", 7 },
	{ "indikatorer.txt", 4 },
	{ "projekter.txt", 2 },
	{ "aftale.txt", 3 },
	{ "kolonner.txt", 16 },
	{ "loebende.txt", 10 },
	{ "finansiering.txt", 9 },
	{ "over-sider.tsv", 14 },
	{ "redegoerelse.txt", 13 },
	{ "effektmaal.txt", 18 },
	{ "andele-i-tabeller.txt", 16 },
	{ "handleplan.md", 6 },
};

static const struct mutation mutations[] = {
	{ "bevillinger.txt", "\t4.900\t", "\t4.800\t",
	  "8 sum 4800, not 4900: -100\n" },
	{ "bevillinger.txt", "850\t850\t-", "850\t950\t-",
	  "8 sum 4900, not 5000: -100\n10 sum 1700, not 1800: -100\n" },
	{ "puljer.txt", "voksne\t540.000", "voksne\t550.000",
	  "12 sum 550000, not 540000: 10000\n" },
	{ "puljer.txt", "705.750", "706.750",
	  "13 sum 706750, not 705750: 1000\n" },
	{ "aar-nedad.md", "| 17,75 |", "| 17,95 |",
	  "8 sum 17.95, not 17.75: 0.20\n11 sum 65.50, not 65.70: -0.20\n" },
	{ "aar-nedad.md", "| 12,0 | 5,50", "| 12,5 | 5,50",
	  "11 sum 12.50, not 12.00: 0.50\n" },
	{ "deltagere.txt", "2.190", "2.180",
	  "5 sum 2180, not 2190: -10\n8 sum 3700, not 3690: 10\n" },
	{ "deltagere.txt", "25 procent", "28 procent",
	  "12 ratio 28, not 25.0: 3.0\n" },
	{ "udvikling.txt", "1,2 procentpoint", "2,1 procentpoint",
	  "3 growth 2.1, not 1.2: 0.9\n" },
	{ "udvikling.txt", "med 20 pct., fra", "med 25 pct., fra",
	  "5 growth 25, not 20.0: 5.0\n" },
	{ "udvikling.txt", "2009 til 90", "2009 til 110",
	  "7 growth 110, not 90: 20\n" },
	{ "udvikling.txt", "2010 til 18", "2010 til 24",
	  "9 growth 24, not 18: 6\n" },
	{ "udvikling.txt", "stigning på 12 forløb", "stigning på 14 forløb",
	  "11 growth 14, not 12: 2\n" },
	{ "udvikling.txt", "på 9 procentpoint", "på 12 procentpoint",
	  "13 growth 12, not 9: 3\n" },
	{ "opregnet.txt", "tre indsats", "fire indsats",
	  "1 count 4, not 3: 1\n" },
	{ "opregnet.txt", "fire temaer", "fem temaer",
	  "3 count 5, not 4: 1\n" },
	{ "opregnet.txt", "fra 7 til 5", "fra 7 til 4",
	  "10 count 4, not 5: -1\n" },
	{ "opregnet.txt", "0,8 mio", "1,8 mio",
	  "14 sum 5.0, not 6.0: -1.0\n" },
	{ "opregnet.txt", "0,8 mio", "0,9 mio",
	  "14 rounding 5.0, not 5.1: -0.1\n" },
	{ "aarligt.txt", "i alt 8,0 mio. kr.\n\nTil", "i alt 6,0 mio. kr.\n\nTil",
	  "1 sum 6.0, not 8.0: -2.0\n" },
	{ "aarligt.txt", "i alt 3,0", "i alt 3,5",
	  "5 sum 3.5, not 3.0: 0.5\n" },
	{ "aarligt.txt", "dvs. 1,5", "dvs. 2,5",
	  "7 sum 2.5, not 1.5: 1.0\n" },
	{ "aarligt.txt", "(i alt 8,0", "(i alt 9,0",
	  "10 sum 9.0, not 8.0: 1.0\n" },
	{ "aarligt.txt", "til 3,0 mio", "til 4,0 mio",
	  "13 sum 12.0, not 16.0: -4.0\n" },
	{ "andele.txt", "(40 unge)", "(50 unge)",
	  "1 ratio\n" },
	{ "andele.txt", "dvs. 42", "dvs. 52",
	  "3 ratio 50, not 61.9: -11.9\n" },
	{ "andele.txt", "40 procent", "45 procent",
	  "11 ratio 45, not 40.0: 5.0\n" },
	{ "andele.txt", "(48 pct", "(58 pct",
	  "13 ratio 58, not 47.8: 10.2\n" },
	{ "handleplan-oekonomi.csv", "gårde i alt;1,5", "gårde i alt;1,9",
	  "10 sum 1.9, not 1.5: 0.4\n" },
	{ "handleplan-oekonomi.csv", "34,9", "36,9",
	  "11 sum 36.9, not 34.9: 2.0\n" },
	{ "handleplan-oekonomi.csv", "5,2;5,2;4,0", "5,2;6,2;4,0",
	  "3 sum 17.5, not 18.5: -1.0\n5 sum 11.2, not 12.2: -1.0\n11 sum 12.1, not 13.1: -1.0\n" },
	{ "tabel-i-maerker.txt", "6.550", "6.650",
	  "5 sum 6650, not 6550: 100\n" },
	{ "tabel-i-maerker.txt", "<td>300</td><td>-", "<td>400</td><td>-",
	  "5 sum 600, not 700: -100\n5 sum 7100, not 7200: -100\n" },
	{ "regnskab.csv", "1522163.25", "1525163.25",
	  "5 sum 1525163.25, not 1522163.25: 3000.00\n5 growth -12836.75, not -9836.75: -3000.00\n" },
	{ "uden-hoved.txt", "29,5", "31,5",
	  "9 sum 31.5, not 29.5: 2.0\n" },
	{ "uden-hoved.txt", "21 pct", "25 pct",
	  "17 sum 100, not 104: -4\n" },
	{ "skemaer.txt", "1,2 mio. kr. til drift", "1,6 mio. kr. til drift",
	  "2 sum 4.8, not 5.2: -0.4\n" },
	{ "skemaer.txt", "110 drenge", "100 drenge",
	  "4 count 240, not 230: 10\n" },
	{ "skemaer.txt", "med 20 procentpoint", "med 25 procentpoint",
	  "5 derived-target 25, not 20: 5\n" },
	{ "skemaer.txt", "derfor 1,2", "derfor 1,4",
	  "9 refund 1.4, not 1.2: 0.2\n" },
	{ "indhold.txt", "2.3 Mentorer\n\n", "2.4 Mentorer\n\n",
	  "24 numbering\n" },
	{ "indhold.txt", "3. Økonomi 2011\n\n1", "3. Økonomi 2010\n\n1",
	  "8 label\n" },
	{ "maal.txt", "på mål 4", "på mål 3",
	  "17 label\n" },
	{ "maal.txt", "fire mål", "tre mål",
	  "1 count 3, not 4: -1\n" },
	{ "indikatorer.txt", "+4,0", "+5,0",
	  "5 growth 5.0, not 4.0: 1.0\n" },
	{ "projekter.txt", "3.500.000", "3.600.000",
	  "11 sum 3600000, not 3500000: 100000\n" },
	{ "projekter.txt", "\n5\t", "\n6\t",
	  "8 numbering\n9 numbering\n" },
	{ "aftale.txt", "5,0 mio. kr. til", "6,0 mio. kr. til",
	  "39 sum 6.0, not 5.0: 1.0\n" },
	{ "aftale.txt", "500.000", "1.500.000",
	  "39 sum 5.0, not 6.0: -1.0\n" },
	{ "kolonner.txt", "7.600\t-5", "7.600\t-8",
	  "5 growth -8, not -5.0: -3.0\n" },
	{ "kolonner.txt", "30 pct", "33 pct",
	  "13 ratio 33, not 30.0: 3.0\n16 sum 100, not 103: -3\n" },
	{ "kolonner.txt", "96\t80", "96\t85",
	  "21 ratio 85, not 80.0: 5.0\n" },
	{ "loebende.txt", "165 mænd", "155 mænd",
	  "11 count 345, not 335: 10\n" },
	{ "loebende.txt", "I alt 3,7", "I alt 4,7",
	  "19 sum 4.7, not 3.7: 1.0\n" },
	{ "loebende.txt", "9 er stadig i gang (19", "9 er stadig i gang (29",
	  "21 ratio 29, not 18.8: 10.2\n" },
	{ "finansiering.txt", "61,5", "62,5",
	  "26 sum 178.5, not 179.5: -1.0\n" },
	{ "finansiering.txt", "43,9\t46,0", "43,9\t48,0",
	  "7 sum 122.0, not 124.0: -2.0\n" },
	{ "over-sider.tsv", "1.000\t500", "1.200\t500",
	  "3 sum 5900, not 6100: -200\n7 sum 2500, not 2700: -200\n10 sum 1500, not 1700: -200\n" },
	{ "over-sider.tsv", "5.900", "5.600",
	  "3 sum 5600, not 5900: -300\n" },
	{ "redegoerelse.txt", "0,8 mio. kr. fra Soc", "0,9 mio. kr. fra Soc",
	  "14 rounding 2.4, not 2.5: -0.1\n" },
	{ "redegoerelse.txt", "0,8 mio. kr. fra Soc", "1,8 mio. kr. fra Soc",
	  "14 sum 2.4, not 3.4: -1.0\n" },
	{ "redegoerelse.txt", "fra 6 udsatte", "fra 7 udsatte",
	  "16 count 7, not 6: 1\n" },
	{ "redegoerelse.txt", "640 drenge", "650 drenge",
	  "21 count 1180, not 1190: -10\n" },
	{ "redegoerelse.txt", "(+25 pct.)", "(+35 pct.)",
	  "29 growth 35, not 25.0: 10.0\n" },
	{ "redegoerelse.txt", "1,5 mio. kr. årligt. Heraf", "2,5 mio. kr. årligt. Heraf",
	  "26 refund 2.5, not 1.5: 1.0\n" },
	{ "redegoerelse.txt", "4,25", "4,55",
	  "40 sum 4.55, not 4.25: 0.30\n" },
	{ "redegoerelse.txt", "2.2 Biblioteker", "2.3 Biblioteker",
	  "23 numbering\n" },
	{ "effektmaal.txt", "fald på 13", "fald på 23",
	  "7 growth 23, not 12.9: 10.1\n" },
	{ "effektmaal.txt", "(92 %)", "(82 %)",
	  "23 ratio 82, not 91.8: -9.8\n" },
	{ "effektmaal.txt", "seks effektmål", "fem effektmål",
	  "3 count 5, not 6: -1\n" },
	{ "effektmaal.txt", "Status på mål 5", "Status på mål 4",
	  "23 label\n" },
	{ "effektmaal.txt", "-10 %", "-20 %",
	  "32 growth -20, not -10.0: -10.0\n" },
	{ "andele-i-tabeller.txt", "2.363\t105", "2.363\t95",
	  "5 ratio 95, not 105.0: -10.0\n" },
	{ "andele-i-tabeller.txt", "80\t40", "90\t40",
	  "13 sum 155, not 165: -10\n" },
	{ "andele-i-tabeller.txt", "29,9", "39,9",
	  "17 ratio 39.9, not 29.92: 9.98\n20 sum 100.0, not 110.0: -10.0\n" },
	{ "handleplan.md", "(80 pct.)", "(70 pct.)",
	  "13 ratio 70, not 80.0: -10.0\n" },
	{ "handleplan.md", "5 mio. kr. til Bisp", "8 mio. kr. til Bisp",
	  "25 sum 12, not 15: -3\n" },
};

static struct audit_report
audit_of(struct arena *a, const char *name, struct str text)
{
	struct diags       d = diags_new(a);
	struct document    *doc = ARENA_NEW(a, struct document);
	struct recognition *seen = ARENA_NEW(a, struct recognition);

	if (!document_read(a, str_from(name), document_format(str_from(name), text), text, &d, doc))
		fail_msg("refused: " STR_FMT, STR_ARG(d.first->message));
	*seen = recognise(a, doc);
	return audit_document(a, doc, seen, NULL);
}

/* Errors and roundings; warnings are about what is promised. */
static struct str
told(struct arena *a, const struct audit_report *r)
{
	struct str s = STR("");

	for (size_t i = 0; i < r->findings; i++) {
		const struct finding *f = &r->finding[i];

		if (f->severity == SEVERITY_WARNING)
			continue;
		s = arena_printf(a, STR_FMT "%u " STR_FMT, STR_ARG(s), f->line, STR_ARG(audit_code(f->code)));
		if (f->has_amounts)
			s = arena_printf(a, STR_FMT " " STR_FMT ", not " STR_FMT ": " STR_FMT, STR_ARG(s),
			    STR_ARG(number_plain(a, f->printed)), STR_ARG(number_plain(a, f->expected)),
			    STR_ARG(number_plain(a, f->difference)));
		s = arena_printf(a, STR_FMT "\n", STR_ARG(s));
	}
	return s;
}

static struct str
text_of(struct arena *a, const char *name)
{
	struct str text;

	if (!load(a, arena_printf(a, "test/audit/papers/%s", name).at, &text))
		fail_msg("no paper %s", name);
	return text;
}

static void
right(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct arena        a = { 0 };
		struct audit_report r = audit_of(&a, papers[i].name, text_of(&a, papers[i].name));

		if (told(&a, &r).len > 0 || r.hold != papers[i].hold)
			fail_msg("%s: %zu hold\n" STR_FMT, papers[i].name, r.hold, STR_ARG(told(&a, &r)));
		assert_int_equal(r.fail, 0);
		arena_free(&a);
	}
}

static void
wrong(void **state)
{
	size_t missed = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(mutations); i++) {
		const struct mutation *m = &mutations[i];
		struct arena           a = { 0 };
		struct str             text = text_of(&a, m->paper);
		size_t                 at = str_find(text, str_from(m->from), 0);
		struct audit_report    r;

		assert_true(at != SIZE_MAX);
		text = arena_printf(&a, STR_FMT "%s" STR_FMT, STR_ARG(str_slice(text, 0, at)), m->to,
		    STR_ARG(str_slice(text, at + str_from(m->from).len, text.len)));
		r = audit_of(&a, m->paper, text);
		if (!str_eq(told(&a, &r), str_from(m->expected))) {
			print_error("%s, %s to %s:\n" STR_FMT "not:\n%s", m->paper, m->from, m->to,
			    STR_ARG(told(&a, &r)), m->expected);
			missed++;
		}
		arena_free(&a);
	}
	assert_int_equal(missed, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(right), cmocka_unit_test(wrong) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
