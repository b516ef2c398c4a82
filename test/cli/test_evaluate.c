/* `pejl evaluate --json`: its shape, and the worked cases of domain.md, 4. */
#include "cli/run.h"
#include "base/arena.h"
#include "json_tree.h"

static yajl_val
judged(struct box *b, const char *as_of)
{
	WORKS(b, "--db", "by.db", "evaluate", "--json", "--as-of", as_of);
	return tree_parse(b->out);
}

/* ---- the worked cases ---- */

static const struct {
	const char *target, *kind, *as_of, *baseline, *latest, *required, *printed;
	const char *verdict, *pace, *early, *uncertain;
} worked[] = {
	{ "i-arbejde", "change", "2009-06-01", "54.40", "59.90", "64.40", "64.00", "on_track", "1.57", "false", "false" },
	{ "uden-tilknytning-pct", "change", "2009-06-01", "49.5", "42.1", "44.55", "null", "met", "null", "true", "false" },
	{ "uden-tilknytning-point", "change", "2009-06-01", "49.5", "42.1", "39.5", "null", "on_track", "2.45", "false", "false" },
	{ "virksomhedsplaceringer-2008", "count", "2009-06-01", "0", "465", "554", "null", "missed", "null", "false", "false" },
	{ "fri-efter-cbsi-2008", "level", "2009-06-01", "31", "31", "40", "null", "missed", "null", "false", "false" },
	{ "afklaringer-2009", "count", "2009-06-01", "0", "23", "100", "null", "behind", "0.93", "false", "false" },
	{ "vejledning-2009", "count", "2009-06-01", "0", "50", "200", "null", "on_track", "1.01", "false", "false" },
	{ "loentilskud-2009", "count", "2009-06-01", "0", "2", "100", "null", "off_track", "0.08", "false", "false" },
	{ "mindre-diskrimination", "direction", "2009-06-01", "27", "27", NULL, NULL, "off_track", "null", "false", "false" },
	{ "kontanthjaelp-18", "level", "2009-06-01", "10.8", "10.8", "18", "null", "met", "null", "false", "false" },
	{ "utrygge-omraader-halveres", "change", "2012-04-30", "12", "14", "6", "null", "away", "-1.33", "false", "false" },
	{ "sigtede-unge", "benchmark", "2012-04-30", NULL, "1.20", "1.16", "null", "off_track", "null", "false", "false" },
	{ "besoeg-paa-nettet-50", "change", "2012-04-30", "9109", "11668", "13663.5", "null", "on_track", "2.15", "false", "false" },
	{ "tilfredse-kunder-80", "level", "2012-04-30", NULL, "null", "80", "null", "met", "null", "false", "true" },
	{ "ingen-lukker", "level", "2012-04-30", NULL, NULL, NULL, NULL, "no_data", "null", "false", "false" },
};

/* A member of a part; NULL: the part is null. */
static void
part_is(yajl_val v, const char *part, const char *key, const char *expected)
{
	yajl_val p = tree_get(v, part);

	if (expected == NULL)
		assert_true(IS_NULL(p));
	else
		assert_string_equal(tree_text(p, key), expected);
}

static RETURNS_NONNULL yajl_val
verdict_on(yajl_val all, const char *target)
{
	for (size_t i = 0; i < tree_length(all); i++)
		if (strcmp(tree_text(tree_get(tree_at(all, i), "target"), "id"), target) == 0)
			return tree_at(all, i);
	fail_msg("%s is not judged", target);
	abort();
}

static void
worked_cases(void **state)
{
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < sizeof worked / sizeof *worked; i++) {
		yajl_val all = judged(b, worked[i].as_of);
		yajl_val v = verdict_on(all, worked[i].target);

		part_is(v, "target", "kind", worked[i].kind);
		if (worked[i].baseline != NULL)
			part_is(v, "baseline", "value", worked[i].baseline);
		part_is(v, "latest", "value", worked[i].latest);
		part_is(v, "required", "value", worked[i].required);
		if (worked[i].required != NULL)
			part_is(v, "required", "printed", worked[i].printed);
		assert_string_equal(tree_text(v, "verdict"), worked[i].verdict);
		assert_string_equal(tree_text(v, "pace"), worked[i].pace);
		assert_string_equal(tree_text(v, "early"), worked[i].early);
		assert_string_equal(tree_text(v, "uncertain"), worked[i].uncertain);
		yajl_tree_free(all);
	}
}

static void
worked_details(void **state)
{
	struct box *b = *state;
	yajl_val    all, v;

	load_example(b);
	all = judged(b, "2012-04-30");
	v = verdict_on(all, "tilfredse-kunder-80");
	part_is(v, "latest", "low", "80");
	part_is(v, "latest", "high", "null");
	part_is(v, "latest", "qualifier", "over");
	assert_string_equal(tree_text(v, "not_each"), "true");
	v = verdict_on(all, "ingen-lukker");
	assert_string_equal(tree_text(v, "reason"), "not_measurable");
	yajl_tree_free(all);
	all = judged(b, "2009-06-01");
	v = verdict_on(all, "i-arbejde");
	part_is(v, "latest", "from", "2008-08-01");
	part_is(v, "latest", "to", "2008-09-01");
	part_is(v, "required", "by", "2011-01-01");
	assert_non_null(strstr(tree_text(tree_get(v, "explanation"), "da"), "tempo 1,57"));
	assert_non_null(strstr(tree_text(tree_get(v, "explanation"), "en"), "pace 1.57"));
	v = verdict_on(all, "uden-tilknytning-pct");
	part_is(v, "baseline", "assumed", "true");
	yajl_tree_free(all);
}

/* ---- the shape of all of them ---- */

#define ORDER "target,objective,unit,indicator,baseline,latest,required,verdict,reason,early,pace," \
	"uncertain,other_verdict,needed_per_year,explanation,not_each,rebased,method_changed,"     \
	"worst,rule,as_of,policy,theme,initiative"

static void
check_order(yajl_val v)
{
	struct str rest = STR(ORDER);

	for (size_t i = 0; i < v->u.object.len; i++)
		assert_true(str_eq(str_cut(&rest, ','), str_from(v->u.object.keys[i])));
	assert_int_equal(rest.len, 0);
}

static void
check_source(yajl_val v)
{
	yajl_val s = tree_get(v, "source");

	assert_int_equal(s->u.object.len, 4);
	assert_true(IS_NULL(tree_get(s, "document")) || IS_STRING(tree_get(s, "document")));
	assert_true(IS_NULL(tree_get(s, "line")) || IS_NUMBER(tree_get(s, "line")));
	assert_true(IS_NULL(tree_get(s, "column")) || IS_NUMBER(tree_get(s, "column")));
	assert_true(IS_NULL(tree_get(s, "quote")) || IS_STRING(tree_get(s, "quote")));
	if (IS_NUMBER(tree_get(s, "line")))
		assert_true(tree_get(s, "line")->u.number.i > 0);
}

static void
check_figure(yajl_val v, const char *key)
{
	yajl_val o = tree_get(v, key);

	if (IS_NULL(o))
		return;
	assert_string_equal(o->u.object.keys[0], "value");
	(void)tree_text(o, "from");
	(void)tree_text(o, "to");
	assert_true(IS_FLAG(tree_get(o, "assumed")));
	check_source(o);
}

static bool
is_one_of(const char *word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(word, *words) == 0)
			return true;
	return false;
}

static void
check_verdict(yajl_val v)
{
	static const char *const kinds[] = { "level", "change", "direction", "rate", "gap",
		"benchmark", "count", "set", "milestone", "parity", "undefined", NULL };
	static const char *const verdicts[] = { "met", "on_track", "behind", "off_track", "away",
		"missed", "no_data", "undefined", NULL };
	static const char *const flags[] = { "early", "uncertain", "not_each", "rebased",
		"method_changed" };
	yajl_val target = tree_get(v, "target");

	check_order(v);
	assert_shape(target, "id:s,kind:s,text:s,source:{");
	check_source(target);
	check_figure(v, "baseline");
	check_figure(v, "latest");
	if (!IS_NULL(tree_get(v, "required")))
		assert_int_equal(tree_get(v, "required")->u.object.len, 3);
	assert_shape(tree_get(v, "explanation"), "da:s,en:s");
	assert_true(is_one_of(tree_text(target, "kind"), kinds));
	assert_true(is_one_of(tree_text(v, "verdict"), verdicts));
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		assert_true(IS_FLAG(tree_get(v, flags[i])));
	assert_true(strlen(tree_text(tree_get(v, "explanation"), "da")) > 10);
	assert_true(strlen(tree_text(tree_get(v, "explanation"), "en")) > 10);
	if (strcmp(tree_text(v, "uncertain"), "false") == 0)
		assert_string_equal(tree_text(v, "other_verdict"), "null");
}

static void
every_verdict_has_its_shape(void **state)
{
	struct box *b = *state;
	yajl_val    all;

	load_example(b);
	WORKS(b, "--db", "by.db", "evaluate", "--json");
	all = tree_parse(b->out);
	assert_true(tree_length(all) > 50);
	for (size_t i = 0; i < tree_length(all); i++)
		check_verdict(tree_at(all, i));
	yajl_tree_free(all);
}

/* One row of the golden table: target, as_of, verdict, pace, early, uncertain. */
static void
check_golden(struct box *b, struct arena *a, struct str row)
{
	const char *cell[6];
	yajl_val    all, v;

	for (size_t i = 0; i < 6; i++)
		cell[i] = str_dup(a, str_cut(&row, ',')).at;
	WORKS(b, "--db", "by.db", "evaluate", cell[0], "--json", "--as-of", cell[1]);
	all = tree_parse(b->out);
	assert_int_equal(tree_length(all), 1);
	v = tree_at(all, 0);
	assert_string_equal(tree_text(tree_get(v, "target"), "id"), cell[0]);
	if (strcmp(tree_text(v, "verdict"), cell[2]) != 0)
		fail_msg("%s on %s: %s, not %s", cell[0], cell[1], tree_text(v, "verdict"), cell[2]);
	assert_string_equal(tree_text(v, "pace"), cell[3][0] != '\0' ? cell[3] : "null");
	assert_string_equal(tree_text(v, "early"), cell[4][0] == '1' ? "true" : "false");
	assert_string_equal(tree_text(v, "uncertain"), cell[5][0] == '1' ? "true" : "false");
	yajl_tree_free(all);
}

/* What test/golden says of every target, on the days that it names. */
static void
golden_verdicts(void **state)
{
	struct box  *b = *state;
	struct arena a = { 0 };
	FILE        *f = fopen("test/golden/copenhagen-verdicts.csv", "r");
	char         table[8192];       /* whole, before there are forks that share its place */
	struct str   rows = { table, 0 };
	int          checked = 0;

	if (f == NULL)
		skip();
	load_example(b);
	rows.len = fread(table, 1, sizeof table, f);
	assert_int_equal(fclose(f), 0);
	assert_true(rows.len < sizeof table);
	(void)str_cut(&rows, '\n');
	for (; rows.len > 0; checked++)
		check_golden(b, &a, str_trim(str_cut(&rows, '\n')));
	assert_true(checked > 60);
	arena_free(&a);
}

/* ---- which targets, and as text ---- */

static void
named_targets(void **state)
{
	struct box *b = *state;
	yajl_val    all;

	load_example(b);
	WORKS(b, "--db", "by.db", "evaluate", "i-arbejde", "sigtede-unge", "--json");
	all = tree_parse(b->out);
	assert_int_equal(tree_length(all), 2);
	yajl_tree_free(all);
	REFUSES(b, 1, "blåbær: error: there is no such target", "--db", "by.db", "evaluate",
	    "blåbær");
	REFUSES(b, 1, "blåbær: error: there is no such target", "--db", "by.db", "evaluate",
	    "blåbær", "--json");
}

static void
as_text(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "evaluate", "i-arbejde", "--lang", "da", "--as-of", "2009-06-01");
	assert_says(b, "på vej");
	assert_says(b, "i-arbejde: ");
	assert_says(b, "tempo 1,57");
	assert_int_equal(count_lines(b->out), 2);
	WORKS(b, "--db", "by.db", "evaluate", "i-arbejde", "--lang", "en", "--as-of", "2009-06-01");
	assert_says(b, "on track");
	assert_says(b, "pace 1.57");
	assert_silent(b, "\033");
}

/* `show target` judges too, the same. */
static void
show_agrees(void **state)
{
	struct box *b = *state;
	yajl_val    shown, all;
	char        one[16384], other[16384];

	load_example(b);
	WORKS(b, "--db", "by.db", "show", "target", "i-arbejde", "--json", "--as-of", "2009-06-01");
	shown = tree_parse(b->out);
	WORKS(b, "--db", "by.db", "evaluate", "i-arbejde", "--json", "--as-of", "2009-06-01");
	all = tree_parse(b->out);
	(void)tree_compact(tree_get(shown, "verdict"), one, sizeof one);
	(void)tree_compact(tree_at(all, 0), other, sizeof other);
	assert_string_equal(one, other);
	yajl_tree_free(shown);
	yajl_tree_free(all);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(worked_cases), BOX_TEST(worked_details),
		BOX_TEST(every_verdict_has_its_shape), BOX_TEST(golden_verdicts),
		BOX_TEST(named_targets), BOX_TEST(as_text), BOX_TEST(show_agrees),
	};

	return cmocka_run_group_tests_name("evaluate", tests, NULL, NULL);
}
