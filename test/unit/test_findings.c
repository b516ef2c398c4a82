/* What the audit found, as JSON and as a compiler prints it. */
#include "json_tree.h"
#include "base/utf8.h"
#include "cli/remarks.h"
#include "export/findings.h"

static struct candidate candidates[] = {
	{ 341, STR_INIT("2.3 Sprog og integration på værkstedet"), { 85, 1 } },
	{ 0, STR_INIT(""), { -20, 1 } },
};

static struct finding findings[] = {
	{ .code = AUDIT_SUM, .severity = SEVERITY_ERROR, .file = STR_INIT("papirer/økonomi.txt"),
	  .line = 363, .column = 24, .quote = STR_INIT("I alt \"brutto\"\t499,5"),
	  .da = STR_INIT("linjerne giver 508,0"), .en = STR_INIT("the lines give 508.0"),
	  .hint_da = STR_INIT("ret summen"), .hint_en = STR_INIT("correct the total"),
	  .has_amounts = true, .expected = { 5080, 1 }, .printed = { 4995, 1 },
	  .difference = { -85, 1 }, .candidate = candidates, .candidates = 2, .pairs = 12 },
	{ .code = AUDIT_MISSING, .severity = SEVERITY_WARNING, .file = STR_INIT("target:mål"),
	  .da = STR_INIT("intet mål"), .en = STR_INIT("no target") },
	{ .code = AUDIT_ROUNDING, .severity = SEVERITY_INFO, .file = STR_INIT("papirer/økonomi.txt"),
	  .line = 5, .quote = STR_INIT("0,3"), .da = STR_INIT("afrunding"), .en = STR_INIT("rounding"),
	  .has_amounts = true, .expected = { 1234567, 0 }, .printed = { 1234568, 0 },
	  .difference = { 1, 0 } },
};

static struct claim held[] = {
	{ .code = AUDIT_RATIO, .file = STR_INIT("a.txt"), .line = 2, .column = 3,
	  .quote = STR_INIT("47 af 83"), .da = STR_INIT("57 pct. = 47/83"),
	  .en = STR_INIT("57 per cent = 47/83") },
};

static const struct audit_report report = { findings, 3, held, 8, 1, 7 };
static const struct audit_report nothing;

static void
refuse_text(const char *text, const char *part)
{
	if (strstr(text, part) != NULL)
		fail_msg("did not expect \"%s\" in:\n%s", part, text);
}

static void
expect_text(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("expected \"%s\" in:\n%s", part, text);
}

/* ---- JSON ---- */

static yajl_val
exported(const struct audit_report *r, bool with_held)
{
	struct buf  b;
	struct json j;
	yajl_val    v;

	buf_init(&b, 1 << 20);
	j = json_new(&b);
	if (with_held)
		export_findings_held(&j, r);
	else
		export_findings(&j, r);
	assert_true(buf_ok(&b));
	buf_char(&b, '\0');
	v = tree_parse(b.at);
	buf_free(&b);
	return v;
}

/* The keys of an object, in order, and no other. */
static void
check_keys(yajl_val v, const char *const *keys, size_t n)
{
	assert_true(IS_OBJECT(v));
	assert_int_equal(v->u.object.len, n);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(v->u.object.keys[i], keys[i]);
}

static void
has_its_shape(void **state)
{
	static const char *const top[] = { "claims", "findings" };
	static const char *const claims[] = { "checked", "hold", "fail" };
	static const char *const one[] = { "code", "severity", "file", "line", "column", "quote",
		"message", "expected", "printed", "difference", "candidates", "pairs" };
	static const char *const message[] = { "da", "en" };
	static const char *const candidate[] = { "line", "text", "amount" };
	yajl_val v = exported(&report, false), list = tree_get(v, "findings");

	(void)state;
	check_keys(v, top, 2);
	check_keys(tree_get(v, "claims"), claims, 3);
	assert_int_equal(tree_length(list), 3);
	for (size_t i = 0; i < 3; i++) {
		/* "pairs" only where more of them fit than are named */
		check_keys(tree_at(list, i), one, COUNT_OF(one) - (i > 0));
		check_keys(tree_get(tree_at(list, i), "message"), message, 2);
	}
	check_keys(tree_at(tree_get(tree_at(list, 0), "candidates"), 0), candidate, 3);
	yajl_tree_free(v);
}

static void
says_what_is_known(void **state)
{
	yajl_val v = exported(&report, false), list = tree_get(v, "findings");
	yajl_val sum = tree_at(list, 0), missing = tree_at(list, 1);
	yajl_val c = tree_get(sum, "candidates");

	(void)state;
	assert_string_equal(tree_text(tree_get(v, "claims"), "checked"), "8");
	assert_string_equal(tree_text(tree_get(v, "claims"), "hold"), "1");
	assert_string_equal(tree_text(tree_get(v, "claims"), "fail"), "7");
	assert_string_equal(tree_text(sum, "code"), "sum");
	assert_string_equal(tree_text(sum, "severity"), "error");
	assert_string_equal(tree_text(sum, "file"), "papirer/økonomi.txt");
	assert_string_equal(tree_text(sum, "quote"), "I alt \"brutto\"\t499,5");
	assert_string_equal(tree_text(sum, "expected"), "508.0");
	assert_true(IS_STRING(tree_get(sum, "printed")));
	assert_string_equal(tree_text(sum, "difference"), "-8.5");
	assert_int_equal(tree_length(c), 2);
	assert_string_equal(tree_text(sum, "pairs"), "12");
	assert_string_equal(tree_text(tree_at(c, 0), "amount"), "8.5");
	assert_string_equal(tree_text(tree_at(c, 0), "line"), "341");
	assert_string_equal(tree_text(tree_at(c, 1), "line"), "null");
	assert_string_equal(tree_text(tree_get(missing, "message"), "da"), "intet mål");
	assert_string_equal(tree_text(missing, "line"), "null");
	assert_string_equal(tree_text(missing, "expected"), "null");
	assert_int_equal(tree_length(tree_get(missing, "candidates")), 0);
	yajl_tree_free(v);
}

static void
lists_what_holds(void **state)
{
	yajl_val v = exported(&report, true), list = tree_get(v, "held");

	(void)state;
	assert_int_equal(tree_length(list), 1);
	assert_string_equal(tree_text(tree_at(list, 0), "code"), "ratio");
	assert_string_equal(tree_text(tree_get(tree_at(list, 0), "message"), "en"),
	    "57 per cent = 47/83");
	yajl_tree_free(v);
	v = exported(&nothing, true);
	assert_int_equal(tree_length(tree_get(v, "held")), 0);
	assert_int_equal(tree_length(tree_get(v, "findings")), 0);
	yajl_tree_free(v);
}

/* ---- as a compiler prints it ---- */

static struct buf
printed(const struct audit_report *r, bool danish, bool colour, bool verbose)
{
	struct buf     b;
	struct remarks k = { &b, danish, colour };

	buf_init(&b, 1 << 20);
	remarks_write(&k, r);
	if (verbose)
		remarks_write_held(&k, r);
	remarks_write_count(&k, r);
	assert_true(buf_ok(&b));
	buf_char(&b, '\0');
	return b;
}

static void
reads_like_a_compiler(void **state)
{
	struct buf b = printed(&report, false, false, false);

	(void)state;
	assert_string_equal(b.at,
	    "papirer/økonomi.txt:363:24: error sum: the lines give 508.0\n"
	    "    “I alt \"brutto\" 499,5”\n"
	    "    expected 508.0, printed 499.5: difference -8.5\n"
	    "    may explain it: 8.5, line 341: 2.3 Sprog og integration på værkstedet\n"
	    "    may explain it: -2.0\n"
	    "    12 pairs of amounts may explain it\n"
	    "    hint: correct the total\n"
	    "target:mål: warning missing: no target\n"
	    "papirer/økonomi.txt:5: info rounding: rounding\n"
	    "    “0,3”\n"
	    "    expected 1,234,567, printed 1,234,568: difference 1\n"
	    "8 claims checked, 1 hold, 7 do not\n");
	buf_free(&b);
}

static void
speaks_danish(void **state)
{
	struct buf b = printed(&report, true, false, true);

	(void)state;
	expect_text(b.at, "papirer/økonomi.txt:363:24: error sum: linjerne giver 508,0\n");
	expect_text(b.at, "    ventet 508,0, trykt 499,5: forskel -8,5\n");
	expect_text(b.at, "    kan forklare det: 8,5, linje 341: ");
	expect_text(b.at, "    råd: ret summen\n");
	expect_text(b.at, "ventet 1.234.567, trykt 1.234.568");
	expect_text(b.at, "a.txt:2:3: holds ratio: 57 pct. = 47/83\n    “47 af 83”\n");
	expect_text(b.at, "8 påstande kontrolleret, 1 holder, 7 gør ikke\n");
	refuse_text(b.at, "the lines");
	buf_free(&b);
}

/* Without its colours a terminal shows what a pipe gets. */
static void
colours_only_add(void **state)
{
	struct buf plain = printed(&report, false, false, true);
	struct buf bright = printed(&report, false, true, true);
	size_t     to = 0;

	(void)state;
	expect_text(bright.at, "\033[31;1merror\033[0m");
	expect_text(bright.at, "\033[33;1mwarning\033[0m");
	for (size_t i = 0; i < bright.len; i++) {
		if (bright.at[i] == '\033')
			while (bright.at[i] != 'm')
				i++;
		else
			bright.at[to++] = bright.at[i];
	}
	assert_int_equal(to, plain.len);
	assert_memory_equal(bright.at, plain.at, to);
	buf_free(&plain);
	buf_free(&bright);
}

/* A document cannot move the cursor or fake a line of its own. */
static void
obeys_no_document(void **state)
{
	static struct finding evil[] = {
		{ .code = AUDIT_LABEL, .severity = SEVERITY_ERROR, .file = STR_INIT("a\033[2J.txt"),
		  .line = 1, .quote = STR_INIT("x\nb.txt:1: error sum: løgn"), .en = STR_INIT("m\r\x07") },
	};
	const struct audit_report r = { evil, 1, NULL, 1, 0, 1 };
	struct buf b = printed(&r, false, false, false);

	(void)state;
	for (size_t i = 0; i + 1 < b.len; i++)
		assert_true((unsigned char)b.at[i] >= 0x20 || b.at[i] == '\n');
	refuse_text(b.at, "\nb.txt");
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_its_shape),
		cmocka_unit_test(says_what_is_known),
		cmocka_unit_test(lists_what_holds),
		cmocka_unit_test(reads_like_a_compiler),
		cmocka_unit_test(speaks_danish),
		cmocka_unit_test(colours_only_add),
		cmocka_unit_test(obeys_no_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
