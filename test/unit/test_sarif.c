/* SARIF 2.1.0: its shape, places, and fingerprints that stay. The whole of the
 * schema is checked by test/node/sarif.js. */
#include "json_tree.h"
#include "export/sarif.h"

static struct candidate candidate = { 341, STR_INIT("Sprog på værkstedet"), { 85, 1 } };

static struct finding findings[] = {
	{ .code = AUDIT_SUM, .severity = SEVERITY_ERROR, .file = STR_INIT("mine papirer/økonomi.txt"),
	  .line = 363, .column = 24, .quote = STR_INIT("499,5"), .da = STR_INIT("går ikke op"),
	  .en = STR_INIT("does not add up"), .has_amounts = true, .expected = { 5080, 1 },
	  .printed = { 4995, 1 }, .difference = { -85, 1 }, .candidate = &candidate, .candidates = 1 },
	{ .code = AUDIT_MISSING, .severity = SEVERITY_WARNING, .file = STR_INIT("a.txt"), .line = 4,
	  .column = 1, .quote = STR_INIT("?"), .da = STR_INIT("mangler"), .en = STR_INIT("missing") },
	{ .code = AUDIT_MISSING, .severity = SEVERITY_WARNING, .file = STR_INIT("a.txt"), .line = 9,
	  .column = 1, .quote = STR_INIT("?"), .da = STR_INIT("mangler"), .en = STR_INIT("missing") },
	{ .code = AUDIT_ROUNDING, .severity = SEVERITY_INFO, .file = STR_INIT("/srv/b:c.txt"),
	  .da = STR_INIT("afrunding"), .en = STR_INIT("rounding") },
};

static yajl_val
exported(const struct finding *f, size_t n, bool danish)
{
	struct finding      copy[8];
	struct audit_report r = { copy, n, NULL, n, 0, n };
	struct buf          b;
	struct json         j;
	yajl_val            v;

	assert_true(n <= COUNT_OF(copy));
	if (n > 0)
		memcpy(copy, f, n * sizeof *copy);
	buf_init(&b, 1 << 20);
	j = json_new(&b);
	export_sarif(&j, &r, "1.2", danish);
	assert_true(buf_ok(&b));
	buf_char(&b, '\0');
	v = tree_parse(b.at);
	buf_free(&b);
	return v;
}

static yajl_val
run_of(yajl_val log)
{
	return tree_at(tree_get(log, "runs"), 0);
}

static yajl_val
result_of(yajl_val log, size_t i)
{
	return tree_at(tree_get(run_of(log), "results"), i);
}

static yajl_val
place_of(yajl_val result)
{
	return tree_get(tree_at(tree_get(result, "locations"), 0), "physicalLocation");
}

/* A rule for each code, which its results point at by name and by number. */
static void
rules(void **state)
{
	static const char *const level[] = { "error", "warning", "note" };
	yajl_val log = exported(findings, 4, false);
	yajl_val driver = tree_get(tree_get(run_of(log), "tool"), "driver");
	yajl_val list = tree_get(driver, "rules");

	(void)state;
	assert_string_equal(tree_text(log, "version"), "2.1.0");
	assert_string_equal(tree_text(driver, "name"), "pejl");
	assert_string_equal(tree_text(driver, "version"), "1.2");
	assert_int_equal(tree_length(list), 16);
	for (size_t c = 0; c < AUDIT_CODE_COUNT; c++) {
		yajl_val rule = tree_at(list, c);
		struct str code = audit_code((enum audit_code)c);

		assert_true(str_eq(str_from(tree_text(rule, "id")), code));
		assert_true(strlen(tree_text(tree_get(rule, "shortDescription"), "text")) > 10);
		assert_true(strlen(tree_text(tree_get(rule, "help"), "text")) > 40);
		assert_string_equal(tree_text(tree_get(rule, "defaultConfiguration"), "level"),
		    level[audit_severity((enum audit_code)c)]);
	}
	assert_string_equal(tree_text(tree_at(list, AUDIT_DERIVED_TARGET), "name"), "DerivedTarget");
	for (size_t i = 0; i < 4; i++) {
		yajl_val index = tree_get(result_of(log, i), "ruleIndex");
		yajl_val rule = tree_at(list, (size_t)index->u.number.i);

		assert_string_equal(tree_text(result_of(log, i), "ruleId"), tree_text(rule, "id"));
		assert_string_equal(tree_text(result_of(log, i), "level"),
		    level[findings[i].severity]);
	}
	yajl_tree_free(log);
}

/* Every help text is its own in both languages. */
static void
languages(void **state)
{
	yajl_val da = exported(findings, 1, true), en = exported(findings, 1, false);
	yajl_val x = tree_get(tree_get(tree_get(run_of(da), "tool"), "driver"), "rules");
	yajl_val y = tree_get(tree_get(tree_get(run_of(en), "tool"), "driver"), "rules");

	(void)state;
	assert_string_equal(tree_text(run_of(da), "language"), "da");
	assert_string_equal(tree_text(tree_get(result_of(da, 0), "message"), "text"), "går ikke op");
	assert_string_equal(tree_text(tree_get(result_of(en, 0), "message"), "text"), "does not add up");
	for (size_t i = 0; i < tree_length(x); i++) {
		const char *help = tree_text(tree_get(tree_at(x, i), "help"), "text");

		assert_string_not_equal(help, tree_text(tree_get(tree_at(y, i), "help"), "text"));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(help, tree_text(tree_get(tree_at(x, k), "help"), "text"));
	}
	yajl_tree_free(da);
	yajl_tree_free(en);
}

static void
places(void **state)
{
	yajl_val log = exported(findings, 4, false), place = place_of(result_of(log, 0));
	yajl_val other = tree_at(tree_get(result_of(log, 0), "relatedLocations"), 0);

	(void)state;
	assert_string_equal(tree_text(run_of(log), "columnKind"), "unicodeCodePoints");
	assert_string_equal(tree_text(tree_get(place, "artifactLocation"), "uri"),
	    "mine%20papirer/%C3%B8konomi.txt");
	assert_string_equal(tree_text(tree_get(place, "region"), "startLine"), "363");
	assert_string_equal(tree_text(tree_get(place, "region"), "startColumn"), "24");
	assert_string_equal(tree_text(tree_get(tree_get(other, "physicalLocation"), "region"),
	    "startLine"), "341");
	assert_string_equal(tree_text(tree_get(other, "message"), "text"), "Sprog på værkstedet: 8.5");
	assert_string_equal(tree_text(tree_get(result_of(log, 0), "properties"), "difference"), "-8.5");
	place = place_of(result_of(log, 3));
	assert_int_equal(place->u.object.len, 1);       /* no line: no region */
	assert_string_equal(tree_text(tree_get(place, "artifactLocation"), "uri"),
	    "file:///srv/b%3Ac.txt");
	yajl_tree_free(log);
}

/* ---- fingerprints ---- */

static void
print_of(const struct finding *f, size_t n, size_t i, char to[64])
{
	yajl_val log = exported(f, n, false);
	const char *print = tree_text(tree_get(result_of(log, i), "partialFingerprints"), "pejl/v1");

	assert_true(strlen(print) < 64);
	strcpy(to, print);
	yajl_tree_free(log);
}

static void
fingerprints(void **state)
{
	struct finding f = findings[0];
	char           first[64], again[64];

	(void)state;
	print_of(&f, 1, 0, first);
	f.line = 400;
	f.column = 2;
	f.file = STR("elsewhere/økonomi.txt");
	f.en = STR("worded in another way");
	print_of(&f, 1, 0, again);
	assert_string_equal(first, again);      /* it moved, and is the same */
	f.quote = STR("499,6");
	print_of(&f, 1, 0, again);
	assert_string_not_equal(first, again);
	f = findings[0];
	f.code = AUDIT_REFUND;
	print_of(&f, 1, 0, again);
	assert_string_not_equal(first, again);
	f = findings[0];
	f.expected = NUMBER(5081, 1);
	print_of(&f, 1, 0, again);
	assert_string_not_equal(first, again);
	f = findings[0];
	f.file = STR("mine papirer/andet.txt");
	print_of(&f, 1, 0, again);
	assert_string_not_equal(first, again);
}

/* Two that are alike are told apart, and the first keeps its print. */
static void
twins(void **state)
{
	char first[64], second[64], alone[64];

	(void)state;
	print_of(findings, 4, 1, first);
	print_of(findings, 4, 2, second);
	print_of(&findings[2], 1, 0, alone);
	assert_string_not_equal(first, second);
	assert_string_equal(first, alone);
}

static void
nothing_found(void **state)
{
	yajl_val log = exported(findings, 0, false);

	(void)state;
	assert_int_equal(tree_length(tree_get(run_of(log), "results")), 0);
	yajl_tree_free(log);
}

/* What holds is a result of its own kind, behind the findings. */
static void
passes(void **state)
{
	struct claim        held = { .code = AUDIT_RATIO, .file = STR_INIT("a.txt"), .line = 2, .column = 3,
		.quote = STR_INIT("47 af 83"), .da = STR_INIT("57 pct."), .en = STR_INIT("57 per cent") };
	struct audit_report r = { findings, 4, &held, 5, 1, 4 };
	struct buf          b;
	struct json         j;
	yajl_val            log, pass;

	(void)state;
	buf_init(&b, 1 << 20);
	j = json_new(&b);
	export_sarif_held(&j, &r, "1.2", true);
	buf_char(&b, '\0');
	assert_true(buf_ok(&b));
	log = tree_parse(b.at);
	pass = result_of(log, 4);
	assert_int_equal(tree_length(tree_get(run_of(log), "results")), 5);
	assert_string_equal(tree_text(pass, "kind"), "pass");
	assert_string_equal(tree_text(pass, "level"), "none");
	assert_string_equal(tree_text(pass, "ruleId"), "ratio");
	assert_string_equal(tree_text(tree_get(pass, "message"), "text"), "57 pct.");
	assert_string_equal(tree_text(tree_get(place_of(pass), "region"), "startLine"), "2");
	yajl_tree_free(log);
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(passes),
		cmocka_unit_test(rules), cmocka_unit_test(languages), cmocka_unit_test(places),
		cmocka_unit_test(fingerprints), cmocka_unit_test(twins),
		cmocka_unit_test(nothing_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
