#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "port/pandoc.h"

#define FOLDER "/tmp/pejl-test-pandoc-æ"

static char path_was[4096];

/* A pandoc of ours stands before the real one; NULL: none at all. */
static void
stand_in(const char *script)
{
	FILE *f;

	(void)mkdir(FOLDER, 0700);
	(void)unlink(FOLDER "/pandoc");
	assert_int_equal(setenv("PATH", FOLDER, 1), 0);
	if (script == NULL)
		return;
	f = fopen(FOLDER "/pandoc", "w");
	assert_non_null(f);
	assert_true(fprintf(f, "#!/bin/sh\nPATH='%s'\n%s\n", path_was, script) > 0);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(FOLDER "/pandoc", 0700), 0);
}

static void
what_goes_wrong_is_said(void **state)
{
	static const struct {
		const char *script, *message, *hint;
	} cases[] = {
		{ NULL, "not installed", "apt-get install pandoc" },
		{ "exec sleep 30", "in its time", "" },
		{ "kill -9 $$", "could not read", "save it again" },
		{ "echo \"couldn't unpack docx container\" >&2; exit 63", "could not read",
		  "it says: couldn't unpack docx container" },
		{ "printf 'a\\033[31mb' >&2; exit 1", "could not read", "it says: a" },
		{ "cat >/dev/null; head -c 200000 /dev/zero", "more of this document", "split" },
	};
	struct pandoc how = { pandoc_docx_to_html.args, 2, 100000, false, NULL };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = { 0 };
		struct diags d = diags_new(&a);
		struct str   got = STR("æ");

		stand_in(cases[i].script);
		assert_false(pandoc_run(&a, &how, STR("ø.docx"), STR("PK"), &d, &got));
		assert_string_equal(got.at, "æ");
		assert_int_equal(d.errors, 1);
		if (str_find(d.first->message, str_from(cases[i].message), 0) == SIZE_MAX ||
		    str_find(d.first->hint, str_from(cases[i].hint), 0) == SIZE_MAX)
			fail_msg("%s: " STR_FMT " (" STR_FMT ")", cases[i].script,
			    STR_ARG(d.first->message), STR_ARG(d.first->hint));
		arena_free(&a);
	}
}

/* The real one, there and back, and one that is told to read a file of ours. */
static void
the_real_one(void **state)
{
	static const char *const peek[] = { "--sandbox", "--from=rst", "--to=html5", NULL };
	const struct pandoc peeks = { peek, 10, 100000, false, NULL };
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct str   docx, html;

	(void)state;
	assert_int_equal(setenv("PATH", path_was, 1), 0);
	assert_true(pandoc_run(&a, &pandoc_html_to_docx, STR("ø"), STR("<h2>Mål på Ærø</h2>"), &d, &docx));
	assert_true(str_starts(docx, STR("PK")));
	assert_true(pandoc_run(&a, &pandoc_docx_to_html, STR("ø"), docx, &d, &html));
	assert_true(str_find(html, STR("Mål på Ærø</h2>"), 0) != SIZE_MAX);
	if (pandoc_run(&a, &peeks, STR("ø"), STR(".. include:: /etc/passwd\n"), &d, &html))
		assert_int_equal(str_find(html, STR("root:"), 0), SIZE_MAX);
	arena_free(&a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_goes_wrong_is_said),
		cmocka_unit_test(the_real_one),
	};
	int failed;

	(void)snprintf(path_was, sizeof path_was, "%s", getenv("PATH"));
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	(void)unlink(FOLDER "/pandoc");
	(void)rmdir(FOLDER);
	return failed;
}
