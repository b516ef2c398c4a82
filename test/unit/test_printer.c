/* Printing by a program beside us that is not there, that ends, that hangs, that answers
 * nonsense; and what is done to a PDF afterwards, also to one that is broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "port/printer.h"
#include "report/pdf.h"
#include "scratch.h"

static char dir[128], *path_was;

static int
setup(void **state)
{
	(void)state;
	path_was = strdup(getenv("PATH"));
	(void)snprintf(dir, sizeof dir, "%s/pejl-printer-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(dir));
	assert_int_equal(setenv("PATH", dir, 1), 0);
	assert_int_equal(setenv("TMPDIR", dir, 1), 0);
	return 0;
}

static int
teardown(void **state)
{
	char command[256];

	(void)state;
	assert_int_equal(setenv("PATH", path_was, 1), 0);
	(void)snprintf(command, sizeof command, "rm -rf '%s'", dir);
	assert_int_equal(system(command), 0);
	free(path_was);
	return 0;
}

static void
stand_in(const char *name, const char *script)
{
	char  path[256];
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/%s", dir, name);
	f = fopen(path, "w");
	assert_non_null(f);
	fprintf(f, "#!/bin/sh\nPATH=/usr/bin:/bin\n%s\n", script);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(path, 0755), 0);
}

/* What is in the folder besides the stand-ins. */
static size_t
left_behind(void)
{
	DIR           *d = opendir(dir);
	struct dirent *e;
	size_t         n = 0;

	assert_non_null(d);
	while ((e = readdir(d)) != NULL)
		n += strncmp(e->d_name, "pejl-", 5) == 0;
	assert_int_equal(closedir(d), 0);
	return n;
}

/* Its last word is where the page is; the page is what was sent. */
#define OUT_OF_ARGUMENTS "for a; do case $a in --print-to-pdf=*) o=${a#*=};; esac; done; "

static void
what_goes_wrong_is_said(void **state)
{
	static const struct { const char *script; enum child_status status; const char *message, *hint; } cases[] = {
		{ "exec sleep 60", CHILD_LATE, "Chromium did not finish in 1 seconds", "as it was" },
		{ "sleep 60 & sleep 60", CHILD_LATE, "did not finish", "as it was" },
		{ "kill -9 $$", CHILD_FAILED, "could not print", "as it was" },
		{ "echo 'cannot open display' >&2; exit 1", CHILD_FAILED, "could not print", "cannot open display" },
		{ "exit 0", CHILD_FAILED, "could not print", "" },
		{ OUT_OF_ARGUMENTS "echo '<html>' >$o", CHILD_FAILED, "could not print", "" },
		{ "sleep 0.2; echo files of $(ulimit -f), core $(ulimit -c) >&2; exit 1", CHILD_FAILED, "could not print",
		  "files of 524288, core 0" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct arena a = { 0 };
		struct diags d = diags_new(&a);
		struct str   got = STR("æ");

		stand_in("chromium-headless-shell", cases[i].script);
		assert_int_equal(printer_chromium(&a, &(struct printing){ STR("<p>Å"), STR("rapport.pdf"), 1 }, &d,
		    &got), cases[i].status);
		assert_string_equal(got.at, "æ");
		assert_int_equal(d.errors, 1);
		if (str_find(d.first->message, str_from(cases[i].message), 0) == SIZE_MAX ||
		    str_find(d.first->hint, str_from(cases[i].hint), 0) == SIZE_MAX)
			fail_msg("%s: " STR_FMT " (" STR_FMT ")", cases[i].script,
			    STR_ARG(d.first->message), STR_ARG(d.first->hint));
		assert_int_equal(left_behind(), 0);
		arena_free(&a);
	}
}

/* Prints in a thread of its own, as the server does. */
static void *
print_one(void *ok)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct str   got;

	*(bool *)ok = printer_chromium(&a, &(struct printing){ STR("<p>Ærø"), STR("x.pdf"), 20 }, &d, &got) == CHILD_OK;
	arena_free(&a);
	return NULL;
}

/* Three at once are printed one after another: the stand-in says when it meets another. */
static void
one_at_a_time(void **state)
{
	pthread_t thread[3];
	bool      ok[3] = { false };
	char      path[1024];

	(void)state;
	(void)snprintf(path, sizeof path, OUT_OF_ARGUMENTS "mkdir %s/busy || touch %s/met; sleep 0.15; "
	    "echo one >>%s/printed; rmdir %s/busy; printf '%%%%PDF-1.4' >$o", dir, dir, dir, dir);
	stand_in("chromium-headless-shell", path);
	for (size_t i = 0; i < COUNT_OF(thread); i++)
		assert_int_equal(pthread_create(&thread[i], NULL, print_one, &ok[i]), 0);
	for (size_t i = 0; i < COUNT_OF(thread); i++) {
		assert_int_equal(pthread_join(thread[i], NULL), 0);
		assert_true(ok[i]);
	}
	(void)snprintf(path, sizeof path, "%s/met", dir);
	assert_int_not_equal(access(path, F_OK), 0);
	(void)snprintf(path, sizeof path, "test $(/usr/bin/wc -l <%s/printed) = 3", dir);
	assert_int_equal(system(path), 0);
	assert_int_equal(left_behind(), 0);
}

/* A child of its own does not stay behind either. */
static void
ends_its_children(void **state)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct timespec moment = { .tv_nsec = 20000000 };
	struct str      got;
	char            path[256], pid[32] = "";
	FILE           *f;

	(void)state;
	(void)snprintf(path, sizeof path, "sleep 60 & echo $! >%s/child; sleep 60", dir);
	stand_in("chromium-headless-shell", path);
	assert_int_equal(printer_chromium(&a, &(struct printing){ STR("<p>"), STR("x.pdf"), 1 }, &d, &got), CHILD_LATE);
	(void)snprintf(path, sizeof path, "%s/child", dir);
	f = fopen(path, "r");
	assert_non_null(f);
	assert_non_null(fgets(pid, sizeof pid, f));
	assert_int_equal(fclose(f), 0);
	(void)snprintf(path, sizeof path, "/proc/%.*s/exe", (int)strcspn(pid, "\n"), pid);
	for (int i = 0; i < 100 && access(path, F_OK) == 0; i++)
		(void)nanosleep(&moment, NULL);
	assert_int_not_equal(access(path, F_OK), 0);
	arena_free(&a);
}

/* The second name is tried; absent is no problem yet. */
static void
looks_for_it(void **state)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct printing p = { STR("<p>Ærø</p>"), STR("x.pdf"), 5 };
	struct str      got = STR("æ");
	char            path[256];

	(void)state;
	(void)snprintf(path, sizeof path, "%s/chromium-headless-shell", dir);
	(void)unlink(path);
	assert_int_equal(printer_chromium(&a, &p, &d, &got), CHILD_ABSENT);
	assert_int_equal(printer_weasyprint(&a, &p, &d, &got), CHILD_ABSENT);
	assert_int_equal(d.count, 0);
	stand_in("chromium", OUT_OF_ARGUMENTS "{ echo '%PDF-1.4'; cat ${o%.pdf}.html; echo $HOME; } >$o");
	assert_int_equal(printer_chromium(&a, &p, &d, &got), CHILD_OK);
	assert_true(str_starts(got, STR("%PDF-1.4\n<p>Ærø</p>")));
	assert_int_not_equal(str_find(got, str_from(dir), 0), SIZE_MAX);      /* a home of its own */
	stand_in("weasyprint", "echo '%PDF-1.7'; cat");
	assert_int_equal(printer_weasyprint(&a, &p, &d, &got), CHILD_OK);
	assert_true(str_eq(got, STR("%PDF-1.7\n<p>Ærø</p>")));
	assert_int_equal(left_behind(), 0);
	arena_free(&a);
}

/* ---- afterwards ---- */

/* One page of contents with one entry, on the second page, as Chromium writes it. */
static struct str
small_pdf(struct arena *a)
{
	static const char *const objects[] = {
		"<</CreationDate (D:20261123130245+00'00')\n/ModDate (D:20261123130245+00'00')>>",
		"<</Type /Catalog\n/Pages 3 0 R\n/Dests 4 0 R>>", "<</Type /Pages\n/Count 2\n/Kids [5 0 R 6 0 R]>>",
		"<</maal [6 0 R /XYZ 0 800 0]>>",
		"<</Type /Page\n/Resources <</Font <</F4 9 0 R>>>>\n/MediaBox [0 0 595 842]\n/Annots [7 0 R 8 0 R]\n/Contents 9 0 R\n/Parent 3 0 R>>",
		"<</Type /Page\n/Resources <</Font <</F4 9 0 R>>>>\n/MediaBox [0 0 595 842]\n/Contents 9 0 R\n/Parent 3 0 R>>",
		"<</Type /Annot\n/Subtype /Link\n/Rect [62.25 478.9 538.4 496.9]\n/Dest /maal\n/StructParent 1>>",
		"<</Type /Annot\n/Subtype /Link\n/Rect [62.25 378.9 138.4 396.9]\n/Dest /maal\n/StructParent 2>>",
		"<</Length 1>>\nstream\nq\nendstream",
	};
	size_t     at[COUNT_OF(objects)], xref;
	struct buf b;
	struct str ret;

	buf_init(&b, 1 << 16);
	BUF_LIT(&b, "%PDF-1.4\n");
	for (size_t i = 0; i < COUNT_OF(objects); i++) {
		at[i] = b.len;
		buf_putf(&b, "%zu 0 obj\n%s\nendobj\n", i + 1, objects[i]);
	}
	xref = b.len;
	BUF_LIT(&b, "xref\n0 10\n0000000000 65535 f \n");
	for (size_t i = 0; i < COUNT_OF(objects); i++)
		buf_putf(&b, "%010zu 00000 n \n", at[i]);
	buf_putf(&b, "trailer\n<</Size 10\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", xref);
	ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ret;
}

static void
finishes(void **state)
{
	struct arena a = { 0 };
	struct str   pdf = small_pdf(&a), done = pdf_finish(&a, pdf, 14473, true);

	(void)state;
	assert_int_not_equal(str_find(done, STR("/CreationDate (D:20090817000000"), 0), SIZE_MAX);
	assert_int_not_equal(str_find(done, STR("/ModDate (D:20090817000000"), 0), SIZE_MAX);
	assert_int_not_equal(str_find(done, STR("/Contents [11 0 R 9 0 R 12 0 R]"), 0), SIZE_MAX);
	assert_int_not_equal(str_find(done, STR("532.718 483 Tm (2) Tj"), 0), SIZE_MAX);
	assert_int_equal(str_find(done, STR(" 383 Tm"), 0), SIZE_MAX);         /* a link in a line */
	assert_int_not_equal(str_find(done, STR("/Size 13\n/Root 2 0 R\n/Info 1 0 R\n/Prev "), 0), SIZE_MAX);
	assert_true(str_eq(str_slice(done, pdf.len - 6, pdf.len), STR("%%EOF\n")));
	assert_int_equal(pdf_finish(&a, pdf, 14473, false).len, pdf.len);
	arena_free(&a);
}

/* The same tree, counted from another number, is the same file; what only looks alike stays. */
static void
counts_nodes_from_one(void **state)
{
	struct arena a = { 0 };
	struct str   one = STR("[(node00000147) (node00003317) (node00000147)] (node0000æ) (node00000149");
	struct str   two = STR("[(node00000148) (node00003318) (node00000148)] (node0000æ) (node00000149");

	(void)state;
	assert_true(str_eq(pdf_finish(&a, one, 0, false), pdf_finish(&a, two, 0, false)));
	assert_true(str_eq(pdf_finish(&a, one, 0, false),
	    STR("[(node00000001) (node00000002) (node00000001)] (node0000æ) (node00000149")));
	arena_free(&a);
}

/* Cut anywhere, any byte another: it ends, and what came stays in front. */
static void
stands_broken_ones(void **state)
{
	struct arena a = { 0 };
	struct str   pdf = small_pdf(&a);

	(void)state;
	for (size_t i = 0; i < pdf.len; i++) {
		char *at = ARENA_ARRAY(&a, char, pdf.len);

		(void)pdf_finish(&a, str_slice(pdf, 0, i), 0, true);
		memcpy(at, pdf.at, pdf.len);
		at[i] = at[i] >= '0' && at[i] <= '9' ? '7' : '9';
		assert_true(pdf_finish(&a, (struct str){ at, pdf.len }, 0, true).len >= pdf.len);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_goes_wrong_is_said), cmocka_unit_test(one_at_a_time),
		cmocka_unit_test(ends_its_children),
		cmocka_unit_test(looks_for_it), cmocka_unit_test(finishes), cmocka_unit_test(counts_nodes_from_one),
		cmocka_unit_test(stands_broken_ones),
	};

	return cmocka_run_group_tests_name("printer", tests, setup, teardown);
}
