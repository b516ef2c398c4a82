/* pejl audit: papers without a register, the register without papers. */
#include "cli/run.h"
#include "json_tree.h"
#include <glob.h>

/* The papers that come with the program, beside the box as "papers". */
static void
link_papers(struct box *b)
{
	box_shell(b, "ln -s '%s/examples/papers' papers", b->project);
}

static size_t
count_words(const char *text, const char *words)
{
	size_t n = 0;

	for (; (text = strstr(text, words)) != NULL; text += strlen(words))
		n++;
	return n;
}

static size_t
count_severity(yajl_val findings, const char *severity)
{
	size_t n = 0;

	for (size_t i = 0; i < tree_length(findings); i++)
		n += strcmp(tree_text(tree_at(findings, i), "severity"), severity) == 0;
	return n;
}

static long long
number_of(yajl_val v, const char *key)
{
	assert_true(IS_NUMBER(tree_get(v, key)));
	return tree_get(v, key)->u.number.i;
}

/* ---- the register ---- */

static void
the_register(void **state)
{
	struct box *b = *state;

	load_example(b);
	assert_int_equal(RUN(b, "--db", "by.db", "audit"), 1);
	assert_int_equal(b->err_len, 0);
	assert_says(b, "statusredegoerelse-2009:15:186: error derived-target: 54.40 + 10 percentage "
	    "points = 64.40, but printed is 64.00\n    “10 procentpoint”\n"
	    "    expected 64.40, printed 64.00: difference -0.40\n");
	assert_says(b, "statusredegoerelse-2009:132:103: warning conflict: ");
	assert_says(b, "-10 per cent (line 132) against -10 percentage points (line 146)");
	assert_says(b, "\n5 claims checked, 4 hold, 1 do not\n");
	assert_silent(b, "\033");
	assert_silent(b, "holds refund");

	assert_int_equal(RUN(b, "--db", "by.db", "--lang", "da", "audit", "--verbose"), 1);
	assert_says(b, "men der er trykt 64,00");
	assert_says(b, "statusredegoerelse-2009:342:15: holds refund: brutto 53.800.000 kr.");
	assert_says(b, "\n5 påstande kontrolleret, 4 holder, 1 gør ikke\n");
}

/* The same figures on a day later have a promised follow-up behind them. */
static void
on_a_day(void **state)
{
	struct box *b = *state;

	load_example(b);
	RUN(b, "--db", "by.db", "audit", "--as-of", "2009-06-01");
	assert_silent(b, ":262:17: warning overdue");
	RUN(b, "--db", "by.db", "audit", "--as-of", "2011-06-01");
	assert_says(b, "statusredegoerelse-2009:262:17: warning overdue: ");
}

/* What was not known yet cannot be found. */
static void
as_it_stood(void **state)
{
	struct box *b = *state;

	load_example(b);
	assert_int_equal(RUN(b, "--db", "by.db", "audit", "--known-on", "1999-01-01"), 0);
	assert_says(b, "0 claims checked, 0 hold, 0 do not\n");
}

/* ---- papers ---- */

/* Text, JSON, SARIF and exit status of every paper tell the same. */
static void
papers_agree(void **state)
{
	struct box *b = *state;
	glob_t      found;

	link_papers(b);
	assert_int_equal(glob("examples/papers/*", 0, NULL, &found), 0);
	assert_true(found.gl_pathc > 3);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		const char *path = found.gl_pathv[i] + strlen("examples/");
		char        last[128];
		int         status = RUN(b, "audit", "--json", path);
		yajl_val    v = tree_parse(b->out), claims = tree_get(v, "claims");
		yajl_val    list = tree_get(v, "findings");
		size_t      n = tree_length(list), errors = count_severity(list, "error");

		assert_int_equal(status, errors > 0);
		assert_int_equal(number_of(claims, "checked"),
		    number_of(claims, "hold") + number_of(claims, "fail"));
		assert_int_equal(number_of(claims, "fail"), errors);
		for (size_t k = 0; k < n; k++)
			assert_string_equal(tree_text(tree_at(list, k), "file"), path);

		assert_int_equal(RUN(b, "audit", path), status);
		snprintf(last, sizeof last, "%s claim%s checked, %s hold, %s do not\n",
		    tree_text(claims, "checked"), strcmp(tree_text(claims, "checked"), "1") == 0 ? "" : "s",
		    tree_text(claims, "hold"), tree_text(claims, "fail"));
		assert_says(b, last);
		assert_int_equal(count_words(b->out, ": error "), errors);
		yajl_tree_free(v);

		assert_int_equal(RUN(b, "audit", "--sarif", path), status);
		v = tree_parse(b->out);
		assert_int_equal(tree_length(tree_get(tree_at(tree_get(v, "runs"), 0), "results")), n);
		yajl_tree_free(v);
	}
	globfree(&found);
}

/* Stable: again, in another order, and with a file named twice. */
static void
papers_are_stable(void **state)
{
	static const char *const one = "papers/oekonomioversigt.csv", *const two = "papers/handleplan.txt";
	struct box *b = *state;
	char       *first;

	link_papers(b);
	RUN(b, "audit", "--verbose", one, two);
	first = strdup(b->out);
	assert_non_null(first);
	RUN(b, "audit", "--verbose", one, two);
	assert_string_equal(b->out, first);
	RUN(b, "audit", "--verbose", two, one, two);
	assert_string_equal(b->out, first);
	free(first);
}

/* No register is opened or made. */
static void
papers_need_no_register(void **state)
{
	struct box *b = *state;
	struct stat st;

	box_write(b, "brev.txt", "Kære Åse\n\nIntet at regne på.\n");
	assert_int_equal(RUN(b, "--db", "findes/ikke.db", "audit", "brev.txt"), 0);
	assert_string_equal(b->out, "0 claims checked, 0 hold, 0 do not\n");
	assert_int_equal(b->err_len, 0);
	assert_int_equal(RUN(b, "audit", "brev.txt"), 0);
	assert_int_not_equal(stat(box_path(b, "pejl.db"), &st), 0);
}

/* ---- what cannot run ---- */

static void
refusals(void **state)
{
	struct box *b = *state;

	box_write(b, "brev.txt", "Kære Åse\n");
	box_write(b, "tom.txt", "");
	box_write(b, "latin.txt", "m\xE5l\n");
	REFUSES(b, 2, "cannot be read", "audit", "væk.txt");
	REFUSES(b, 2, "tom.txt", "audit", "tom.txt");
	REFUSES(b, 2, "UTF-8", "audit", "latin.txt");
	REFUSES(b, 2, "is a folder", "audit", ".");
	REFUSES(b, 2, "pejl.db", "audit");
	REFUSES(b, 2, "not both", "audit", "--json", "--sarif", "brev.txt");
	REFUSES(b, 2, "--known-on", "audit", "--known-on", "2009-06-01", "brev.txt");
	REFUSES(b, 2, "a date that exists", "audit", "--as-of", "2009-02-30", "brev.txt");
	REFUSES(b, 2, "does not belong", "audit", "--dry-run", "brev.txt");
	REFUSES(b, 2, "does not belong", "--db", "by.db", "list", "targets", "--sarif");
}

/* One paper that cannot be read does not hide what the others say. */
static void
one_of_two(void **state)
{
	struct box *b = *state;

	link_papers(b);
	assert_int_equal(RUN(b, "audit", "--json", "papers/barometer.txt", "væk.txt"), 2);
	assert_non_null(strstr(b->err, "væk.txt: error: cannot be read"));
	if (b->out_len > 0)
		yajl_tree_free(tree_parse(b->out));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(the_register), BOX_TEST(on_a_day), BOX_TEST(as_it_stood),
		BOX_TEST(papers_agree), BOX_TEST(papers_are_stable),
		BOX_TEST(papers_need_no_register), BOX_TEST(refusals), BOX_TEST(one_of_two),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
