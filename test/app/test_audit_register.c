/* The audit of the register: the example's own findings, and what changes when
 * one fact of it does. */
#include "register.h"
#include "app/audit_register.h"

/* ---- the example with one change ---- */

/* `text` with its only `from` replaced. */
static struct str
swapped(struct place *p, struct str text, const char *from, const char *to)
{
	struct str find = str_from(from);
	size_t     at = str_find(text, find, 0);

	if (at == SIZE_MAX || str_find(text, find, at + 1) != SIZE_MAX)
		fail_msg("not there exactly once: %s", from);
	return arena_printf(&p->arena, STR_FMT "%s" STR_FMT, STR_ARG(str_slice(text, 0, at)), to,
	    STR_ARG(str_slice(text, at + find.len, text.len)));
}

static struct str
example_but(struct place *p, const char *file, const char *from, const char *to)
{
	struct str     dir = place_path(p, "changed"), path;
	DIR           *d = opendir(EXAMPLE.at);
	struct dirent *e;

	assert_non_null(d);
	mkdir(dir.at, 0777);
	while ((e = readdir(d)) != NULL) {
		struct str text;

		if (e->d_name[0] == '.')
			continue;
		path = arena_printf(&p->arena, STR_FMT "/%s", STR_ARG(EXAMPLE), e->d_name);
		text = file_get(p, path);
		if (file != NULL && strcmp(e->d_name, file) == 0)
			text = swapped(p, text, from, to);
		file_put(file_path(p, "changed", e->d_name), text);
	}
	closedir(d);
	return dir;
}

static struct audit_report
audited(struct place *p, struct str dir, const char *as_of)
{
	struct judge_when   when = { .has_as_of = as_of != NULL };
	struct store       *s = place_open(p, STORE_CREATE);
	struct audit_report r;
	struct look         l;

	assert_true(as_of == NULL || day_from_iso(str_from(as_of), &when.as_of));
	assert_true(day_from_iso(STR("2026-11-23"), &when.today));
	register_load(p, s, dir);
	l = register_look(p, s, 0);
	assert_true(audit_register(&p->arena, s, &l.sn, when, &r));
	assert_int_equal(r.checked, r.hold + r.fail);
	store_close(s);
	return r;
}

static size_t
count(const struct audit_report *r, enum audit_code code, bool held)
{
	size_t n = 0;

	for (size_t i = 0; i < (held ? r->hold : r->findings); i++)
		n += (held ? r->held[i].code : r->finding[i].code) == code;
	return n;
}

static const struct finding *
find(const struct audit_report *r, enum audit_code code, uint32_t line)
{
	for (size_t i = 0; i < r->findings; i++)
		if (r->finding[i].code == code && r->finding[i].line == line)
			return &r->finding[i];
	fail_msg("no finding %.*s at line %u", STR_ARG(audit_code(code)), (unsigned)line);
	abort();
}

static void
says(struct str text, const char *words)
{
	if (str_find(text, str_from(words), 0) == SIZE_MAX)
		fail_msg("\"%.*s\" does not say \"%s\"", STR_ARG(text), words);
}

/* ---- the worked cases (domain.md, 4) ---- */

static void
worked_cases(void **state)
{
	struct place         *p = *state;
	struct audit_report   r = audited(p, EXAMPLE, NULL);
	const struct finding *f = find(&r, AUDIT_DERIVED_TARGET, 15);

	assert_int_equal(count(&r, AUDIT_DERIVED_TARGET, false), 1);
	assert_int_equal(f->severity, SEVERITY_ERROR);
	assert_true(str_eq(f->file, STR("statusredegoerelse-2009")));
	says(f->en, "54.40 + 10 percentage points = 64.40, but printed is 64.00");
	says(f->da, "54,40 + 10 procentpoint = 64,40, men der er trykt 64,00");
	assert_true(f->has_amounts);
	assert_int_equal(number_cmp(f->expected, NUMBER(6440, 2)), 0);
	assert_int_equal(number_cmp(f->difference, NUMBER(-40, 2)), 0);

	assert_int_equal(count(&r, AUDIT_CONFLICT, false), 1);
	f = find(&r, AUDIT_CONFLICT, 132);
	assert_int_equal(f->severity, SEVERITY_WARNING);
	says(f->en, "-10 per cent (line 132) against -10 percentage points (line 146)");
	says(f->en, "met and on track");
	says(f->da, "-10 procentpoint (linje 146)");
	says(f->da, "nået og på vej");
}

/* Three net amounts follow from their gross, and the four largest are four. */
static void
what_holds(void **state)
{
	struct place       *p = *state;
	struct audit_report r = audited(p, EXAMPLE, NULL);

	assert_int_equal(count(&r, AUDIT_REFUND, true), 3);
	assert_int_equal(count(&r, AUDIT_COUNT, true), 1);
	assert_int_equal(r.hold, 4);
	assert_int_equal(r.fail, 1);
	assert_int_equal(count(&r, AUDIT_BREAK, false), 0);
	/* promised each year, and no status came in the first */
	assert_int_equal(count(&r, AUDIT_OVERDUE, false), 1);
	says(find(&r, AUDIT_OVERDUE, 24)->en, "(hvert år), and no status came in time");
}

/* Every finding has a place that somebody can go to, and says what in both languages. */
static void
places(void **state)
{
	struct place       *p = *state;
	struct audit_report r = audited(p, EXAMPLE, NULL);

	assert_true(r.findings > 20);
	for (size_t i = 0; i < r.findings; i++) {
		const struct finding *f = &r.finding[i];

		assert_true(f->file.len > 0 && f->da.len > 0 && f->en.len > 0);
		assert_true(f->line > 0 && f->column > 0 && f->quote.len > 0);
		assert_int_equal(f->severity, audit_severity(f->code));
		if (i > 0 && str_eq(f->file, r.finding[i - 1].file))
			assert_true(f->line >= r.finding[i - 1].line);
	}
}

/* ---- one fact changed ---- */

/* How many findings and held claims of the code there are afterwards; `line` 0:
 * none is looked at. */
static const struct change_case {
	const char     *what, *file, *from, *to, *as_of;
	enum audit_code code;
	size_t          found, held;
	uint32_t        line;
	const char     *says;
} cases[] = {
	{ "the level that follows", "target.csv", ",64.00,,br-395", ",64.40,,br-395", NULL,
	  AUDIT_DERIVED_TARGET, 0, 1, 0, NULL },
	{ "ca. 64 contains 64.4", "target.csv", ",64.00,,br-395", ",64,circa,br-395", NULL,
	  AUDIT_DERIVED_TARGET, 0, 1, 0, NULL },
	{ "no level is no claim", "target.csv", ",64.00,,br-395", ",,,br-395", NULL,
	  AUDIT_DERIVED_TARGET, 0, 0, 0, NULL },
	{ "over 64 contains it", "target.csv", ",64.00,,br-395", ",64,over,br-395", NULL,
	  AUDIT_DERIVED_TARGET, 0, 1, 0, NULL },
	{ "under 64 does not", "target.csv", ",64.00,,br-395", ",64,under,br-395", NULL,
	  AUDIT_DERIVED_TARGET, 1, 0, 15, "printed is under 64" },
	{ "a level to a whole visit", "target.csv", "2015-01-01,,,,,,40,65",
	  "2015-01-01,,,13664,,,40,65", NULL, AUDIT_DERIVED_TARGET, 1, 1, 0, NULL },
	{ "a visit too few", "target.csv", "2015-01-01,,,,,,40,65", "2015-01-01,,,13663,,,40,65",
	  NULL, AUDIT_DERIVED_TARGET, 2, 0, 40, "9,109 + 50 per cent = 13,663.5" },
	{ "another deadline", "target.csv", "2011-01-01,,,,,,146,224", "2012-01-01,,,,,,146,224",
	  NULL, AUDIT_CONFLICT, 0, 0, 0, NULL },
	{ "the same promise twice", "target.csv", "-10,,,,2007-03-01,2007-06-01", "-10,1,,,2007-03-01,2007-06-01",
	  NULL, AUDIT_CONFLICT, 0, 0, 0, NULL },
	{ "two amounts", "target.csv", "-10,,,,2007-03-01,2007-06-01", "-12,1,,,2007-03-01,2007-06-01",
	  NULL, AUDIT_CONFLICT, 1, 0, 132, "-12 per cent (line 146)" },
	{ "two counts in one window", "target.csv", ",2011-01-01,2012-01-01,,,kl-aftale",
	  ",2010-01-01,2014-01-01,,,kl-aftale", NULL, AUDIT_CONFLICT, 2, 0, 32, "500 (line 32)" },
	{ "counts of two initiatives", "target.csv", "praktikpladser-342,3,,342 ekstra praktikaftaler i 2011,da,"
	  "flere-praktikpladser,elev-og-praktikpladser,ekstra-praktikpladser,,,,,count,,,342,,,,,,,,2011-01-01,2012-01-01",
	  "praktikpladser-342,3,,342 ekstra praktikaftaler i 2011,da,"
	  "flere-praktikpladser,interkulturelle-kompetencer,ekstra-praktikpladser,,,,,count,,,342,,,,,,,,2010-01-01,2014-01-01",
	  NULL, AUDIT_CONFLICT, 1, 0, 0, NULL },
	{ "a method that began after the baseline", "method.csv", "i-arbejde-2,2,,\"Den nye opgørelse, "
	  "med alle SU-modtagere\",da,i-arbejde,2,2007-03-01", "i-arbejde-3,2,,Den nyeste,da,i-arbejde,3,2007-07-01",
	  NULL, AUDIT_BREAK, 1, 0, 15, "the method changed" },
	{ "a method that has not begun", "method.csv", "i-arbejde-2,2,,\"Den nye opgørelse, "
	  "med alle SU-modtagere\",da,i-arbejde,2,2007-03-01", "i-arbejde-3,2,,Den nyeste,da,i-arbejde,3,2009-07-01",
	  NULL, AUDIT_BREAK, 0, 0, 0, NULL },
	{ "a net amount too low", "amount.csv", "26900000,,53800000,state_refund,50,342,15,\"26,9\"",
	  "25900000,,53800000,state_refund,50,342,15,\"25,9\"", NULL, AUDIT_REFUND, 1, 2, 342,
	  "leaves net 26,900,000" },
	{ "a gross within its rounding", "amount.csv", "26900000,,53800000", "26900000,,53900000", NULL,
	  AUDIT_REFUND, 0, 3, 0, NULL },
	{ "a gross beyond it", "amount.csv", "26900000,,53800000", "26900000,,54000000", NULL,
	  AUDIT_REFUND, 1, 2, 342, "leaves net 27,000,000" },
	{ "another share", "amount.csv", "53800000,state_refund,50", "53800000,state_refund,40", NULL,
	  AUDIT_REFUND, 1, 2, 342, "leaves net 32,280,000" },
	{ "no gross, no claim", "amount.csv", "26900000,,53800000,state_refund,50", "26900000,,,,", NULL,
	  AUDIT_REFUND, 0, 2, 0, NULL },
	{ "the evaluation of 2010 in time", NULL, NULL, NULL, "2010-12-31", AUDIT_OVERDUE, 8, 0, 288,
	  "(september 2009)" },
	{ "and not", NULL, NULL, NULL, "2011-01-02", AUDIT_OVERDUE, 9, 0, 262, "silently dropped" },
	{ "promised in a status", NULL, NULL, NULL, "2010-01-01", AUDIT_OVERDUE, 7, 0, 258,
	  "(august 2009), and no status came after" },
	{ "given up by a person", "promise.csv", "quote\r\n", "quote\r\nintegrationsraadet-1,2,,september 2009,da,"
	  "integrationsraadet,,2009-09-01,2009-10-01,,Rådet blev nedlagt,,,\r\n", "2010-12-31",
	  AUDIT_OVERDUE, 7, 0, 0, NULL },
	{ "kept by a status that a person names", "promise.csv", "quote\r\n", "quote\r\nvi-kbhr-1,2,,"
	  "december 2009,da,vi-kbhr,,2009-12-01,2010-01-01,vi-kbhr-2009,,,,\r\n", "2010-12-31",
	  AUDIT_OVERDUE, 7, 0, 0, NULL },
	{ "other words are another promise", "promise.csv", "quote\r\n", "quote\r\nvi-kbhr-1,2,,"
	  "sidst på året,da,vi-kbhr,,2009-12-01,2010-01-01,,,,,\r\n", "2010-12-31",
	  AUDIT_OVERDUE, 9, 0, 0, NULL },
	{ "a report that came after", "status_report.csv", "antiradikalisering,inklusionsprogram-2009,2009-06-01",
	  "antiradikalisering,inklusionsprogram-2009,2011-03-01", "2012-01-01", AUDIT_OVERDUE, 8, 0, 0, NULL },
	{ "four of the five largest", "comparator.csv", "de fire største", "de fem største", NULL,
	  AUDIT_COUNT, 1, 0, 0, NULL },
	{ "a set without a number", "comparator.csv", "de fire største kommuner", "de største kommuner",
	  NULL, AUDIT_COUNT, 0, 0, 0, NULL },
};

static void
one_fact_changed(void **state)
{
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct change_case *c = &cases[i];
		struct audit_report r = audited(p, example_but(p, c->file, c->from, c->to), c->as_of);
		size_t found = count(&r, c->code, false), held = count(&r, c->code, true);

		if (found != c->found || held != c->held)
			fail_msg("%s: %zu found, %zu held", c->what, found, held);
		if (c->line > 0 && c->says != NULL)
			says(find(&r, c->code, c->line)->en, c->says);
	}
}

/* An indicator that is being developed is not missing its measurements. */
static void
developing(void **state)
{
	struct place       *p = *state;
	struct audit_report before = audited(p, EXAMPLE, NULL);
	struct audit_report after = audited(p, example_but(p, "indicator.csv",
	    "der lukker under uro\",da,count,fall,,1,", "der lukker under uro\",da,count,fall,,,"), NULL);

	assert_int_equal(count(&after, AUDIT_MISSING, false), count(&before, AUDIT_MISSING, false) + 1);
	says(find(&after, AUDIT_MISSING, 86)->en, "never measured");
}

/* A target that gets a figure is no longer a direction only, nor missing. */
static void
directions(void **state)
{
	struct place       *p = *state;
	struct audit_report before = audited(p, EXAMPLE, NULL);
	struct audit_report after = audited(p, example_but(p, "target.csv",
	    ",direction,,fall,,,,,2007-03-01,2007-04-01", ",change,,,-5,,,,2007-03-01,2007-04-01"), NULL);

	assert_int_equal(count(&before, AUDIT_UNMEASURABLE, false), 12);
	assert_int_equal(count(&after, AUDIT_UNMEASURABLE, false), 11);
}

static void
an_empty_register(void **state)
{
	struct place       *p = *state;
	struct store       *s = place_open(p, STORE_CREATE);
	struct look         l = register_look(p, s, 0);
	struct audit_report r;

	assert_true(audit_register(&p->arena, s, &l.sn, (struct judge_when){ 0 }, &r));
	assert_int_equal(r.findings, 0);
	assert_int_equal(r.checked, 0);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(worked_cases),
		ENGINE_TEST_ON(what_holds, ON_MEMORY),
		ENGINE_TEST_ON(places, ON_MEMORY),
		ENGINE_TEST_ON(one_fact_changed, ON_MEMORY),
		ENGINE_TEST_ON(developing, ON_MEMORY),
		ENGINE_TEST_ON(directions, ON_MEMORY),
		ENGINE_TEST(an_empty_register),
	};

	return engine_run("audit of the register", tests, COUNT_OF(tests));
}
