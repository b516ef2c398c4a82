/* What a child says of a paper: told and heard again, and refused when it is anything else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "app/paper_seen.h"

#define HEAD "pejl-paper 1\nd\ttext\tNotat om Ærø\t2012-03-12\n"
#define BODY "t\nÆrø\nØ\n"

static struct str
told(struct arena *a, const struct paper_seen *p)
{
	struct buf b;
	struct str text;

	buf_init(&b, PAPER_SEEN_MAX);
	paper_seen_write(&b, p);
	assert_true(buf_ok(&b));
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
what_is_told_is_heard(void **state)
{
	static const char text[] =
	    "Statusnotat, 12. marts 2012\n\nNavn på indsats\tFærge til Ærø\nØkonomi\t300.000 kr. i 2011\n"
	    "Mål\tMindst 80 pct. er tilfredse i 2012\nStatus\t64 pct. \\ \"tilfredse\"\n";
	struct arena      a = { 0 };
	struct diags      d = diags_new(&a);
	struct paper_seen p = { .format = FORMAT_TEXT, .text = str_from(text) }, got;
	struct document   doc;
	struct str        once;

	(void)state;
	assert_true(document_read(&a, STR("ø"), FORMAT_TEXT, p.text, &d, &doc));
	p.seen = recognise(&a, &doc);
	assert_true(p.seen.len > 0);
	once = told(&a, &p);
	assert_true(paper_seen_read(&a, once, &got));
	assert_true(str_eq(got.text, p.text));
	assert_true(str_eq(got.seen.title, p.seen.title));
	assert_int_equal(got.seen.date.to, day_of(2012, 3, 13));
	assert_int_equal(got.seen.len, p.seen.len);
	for (size_t i = 0; i < got.seen.len; i++) {
		assert_int_equal(got.seen.at[i].kind, p.seen.at[i].kind);
		assert_int_equal(got.seen.at[i].line, p.seen.at[i].line);
		assert_int_equal(got.seen.at[i].len, p.seen.at[i].len);
		for (size_t f = 0; f < got.seen.at[i].len; f++)
			assert_true(str_eq(got.seen.at[i].at[f].text, p.seen.at[i].at[f].text));
	}
	assert_true(str_eq(told(&a, &got), once));
	arena_free(&a);
}

static void
anything_else_is_refused(void **state)
{
	static const struct {
		const char *said;
		bool        heard;
	} cases[] = {
		{ HEAD BODY, true },
		{ HEAD "p\tclaim\t2\t1\tØ\nf\tclaim\t1\t2\tå\\tæ\t2010\n" BODY, true },
		{ "pejl-paper 1\nd\ttext\t\n" BODY, true },
		{ "", false },
		{ "notat\n", false },
		{ "pejl-paper 2\nd\ttext\t\n" BODY, false },
		{ "pejl-paper 1\nd\tpdf\t\n" BODY, false },
		{ "pejl-paper 1\nd\ttext\n" BODY, false },
		{ "pejl-paper 1\nd\ttext\tØ\t2012-02-30\n" BODY, false },
		{ "pejl-paper 1\n" BODY, false },
		{ HEAD, false },                                        /* cut off */
		{ HEAD "t\n", false },                                  /* no text */
		{ HEAD "x\n" BODY, false },
		{ HEAD "f\tclaim\t1\t1\tå\t0\n" BODY, false },          /* of no proposal */
		{ HEAD "p\tmagic\t1\t1\tØ\n" BODY, false },
		{ HEAD "p\tclaim\t3\t1\tØ\n" BODY, false },             /* the text has two lines */
		{ HEAD "p\tclaim\t-1\t1\tØ\n" BODY, false },
		{ HEAD "p\tclaim\t1\t99999999999\tØ\n" BODY, false },
		{ HEAD "p\tclaim\t1\t1\n" BODY, false },
		{ HEAD "p\tclaim\t1\t1\tØ\nf\tclaim\t9\t1\tå\t0\n" BODY, false },
		{ HEAD "p\tclaim\t1\t1\tØ\nf\tkroner\t1\t1\tå\t0\n" BODY, false },
		{ HEAD "p\tclaim\t1\t1\tØ\nf\tclaim\t1\t1\tå\t10000\n" BODY, false },
		{ HEAD "p\tclaim\t1\t1\t\xff\n" BODY, false },
	};
	struct arena      a = { 0 };
	struct paper_seen got;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		if (paper_seen_read(&a, str_from(cases[i].said), &got) != cases[i].heard)
			fail_msg("%zu: %s", i, cases[i].said);
	assert_false(paper_seen_read(&a, (struct str){ HEAD "t\nÆ\0\n", sizeof HEAD + 5 }, &got));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_told_is_heard),
		cmocka_unit_test(anything_else_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
