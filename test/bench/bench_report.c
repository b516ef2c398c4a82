/* bench_report.c - a report of 50 pages as HTML, and one of the example from its register; as
 * PDF, beside Chromium alone printing the same page; a table of 100,000 rows as a workbook, beside openpyxl's fast way.
 *
 * Prints rows of the bench table: measure, ours, peer, ratio, wanted. Programs take turns;
 * medians count.
 */
#include "port/hyphens.h"
#include "port/input.h"
#include "port/printer.h"
#include "report/format.h"
#include "report/html.h"
#include "report_sample.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { CHAPTERS = 22, ROWS = 30, HTML_ROUNDS = 21, ROUNDS = 5, TABLE_ROWS = 100000 };

static void
must(bool ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "bench_report: %s failed\n", what);
	exit(EXIT_FAILURE);
}

static double
now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double
median(double *at, size_t n)
{
	qsort(at, n, sizeof *at, by_size);
	return at[n / 2];
}

/* ---- HTML ---- */

static void
bench_html(const struct tree *t, size_t pages)
{
	double took[HTML_ROUNDS];

	for (int i = 0; i < HTML_ROUNDS; i++) {
		struct buf b;
		double     begin = now();

		buf_init(&b, (size_t)64 << 20);
		report_html(&b, t, &(struct html_wish){ .site = STR("https://pejl.example") });
		took[i] = now() - begin;
		must(buf_ok(&b), "HTML");
		buf_free(&b);
	}
	printf("a report of %zu pages as HTML\t%.1f ms\t\t\tunder 50 ms\n", pages, median(took, HTML_ROUNDS) * 1000);
}

/* ---- PDF ---- */

static size_t
pages_of(struct str pdf)
{
	const struct str page = STR("/Type /Page\n");
	size_t           n = 0;

	for (size_t at = str_find(pdf, page, 0); at != SIZE_MAX; at = str_find(pdf, page, at + 1))
		n++;
	return n;
}

static double
print_ours(struct arena *a, const struct tree *t, size_t *pages)
{
	struct diags d = diags_new(a);
	double       begin = now();
	struct str   pdf;

	must(report_make(a, t, REPORT_FORMAT_PDF, STR("https://pejl.example"), STR("bench.pdf"), &d, &pdf), "PDF");
	begin = now() - begin;
	*pages = pages_of(pdf);
	return begin;
}

static double
print_alone(const char *dir)
{
	char   command[1024];
	double begin = now();

	(void)snprintf(command, sizeof command, "chromium-headless-shell --headless --no-sandbox --disable-gpu "
	    "--no-pdf-header-footer --generate-pdf-document-outline --user-data-dir='%s/profile' "
	    "--print-to-pdf='%s/alone.pdf' 'file://%s/alone.html' >/dev/null 2>&1; rm -rf '%s/profile'", dir, dir, dir,
	    dir);
	must(system(command) == 0, "Chromium");
	return now() - begin;
}

static void
write_alone(struct arena *a, const struct tree *t, const char *dir)
{
	struct hyphens *h = hyphens_open();
	struct buf      b;
	FILE           *f = fopen(arena_printf(a, "%s/alone.html", dir).at, "w");

	must(f != NULL, "a file");
	buf_init(&b, (size_t)64 << 20);
	report_html(&b, t, &(struct html_wish){ .site = STR("https://pejl.example"), .paper = true,
	    .hyphenate = hyphens_word, .with = h });
	must(fwrite(b.at, 1, b.len, f) == b.len && fclose(f) == 0, "a file");
	buf_free(&b);
	hyphens_close(h);
}

static size_t
bench_pdf(struct arena *a, const struct tree *t, const char *dir)
{
	double ours[ROUNDS], alone[ROUNDS], a_ours, a_alone;
	size_t pages = 0;

	write_alone(a, t, dir);
	(void)print_alone(dir);
	for (int i = 0; i < ROUNDS; i++) {
		ours[i] = print_ours(a, t, &pages);
		alone[i] = print_alone(dir);
	}
	a_ours = median(ours, ROUNDS);
	a_alone = median(alone, ROUNDS);
	printf("  as tagged PDF\t%.2f s\t%.2f s\t%.2f\tat most 1.05 of Chromium alone\n", a_ours, a_alone,
	    a_ours / a_alone);
	return pages;
}

/* ---- from the register ---- */

static double
write_status(const char *dir, const char *ending)
{
	char   command[512];
	double begin = now();

	(void)snprintf(command, sizeof command, BUILD_DIR "/pejl --db '%s/city.db' report status "
	    "--of integrationspolitik-2007-2010 --as-of 2009-06-01 -o '%s/status.%s'", dir, dir, ending);
	must(system(command) == 0, "a report");
	return now() - begin;
}

/* All of it: the register is opened and judged, charts are drawn, the file is on disk. */
static void
bench_status(struct arena *a, const char *dir)
{
	char         command[512];
	double       took[HTML_ROUNDS];
	struct diags d = diags_new(a);
	struct str   pdf;

	(void)snprintf(command, sizeof command, BUILD_DIR "/pejl --db '%s/city.db' load examples/copenhagen >/dev/null",
	    dir);
	must(system(command) == 0, "the example");
	for (int i = 0; i < HTML_ROUNDS; i++)
		took[i] = write_status(dir, "html");
	(void)write_status(dir, "pdf");
	must(input_read(a, arena_printf(a, "%s/status.pdf", dir), PRINTER_BYTES_MAX, &d, &pdf), "a file");
	printf("  one of %zu pages, from the register\t%.1f ms\t\t\tunder 50 ms\n", pages_of(pdf),
	    median(took, HTML_ROUNDS) * 1000);
}

/* ---- a workbook ---- */

static struct tree
table_of(struct arena *a)
{
	static const struct tree_column column[] = {
		{ .title = STR_INIT("Indsats") }, { .title = STR_INIT("Område") }, { .title = STR_INIT("2008") },
		{ .title = STR_INIT("2009") }, { .title = STR_INIT("Frist") },
	};
	struct tree       t = tree_new(a, STR("Tal"), STR("da"));
	struct tree_part *p = tree_table(&t, STR("tal"), STR("Tal"), column, COUNT_OF(column));
	int32_t           due = day_of(2009, 12, 31);

	for (int64_t i = 0; i < TABLE_ROWS; i++) {
		struct tree_row  *row = tree_row(&t, p);
		struct tree_cell *c;

		sample_words(&t, row, arena_printf(a, "Jobcafé nr. %lld", (long long)i).at, true);
		sample_words(&t, row, "Nørrebro", false);
		sample_number(&t, row, i * 7 % 1000, CELL_NUMBER, 0);
		sample_number(&t, row, i * 13 % 1000, CELL_NUMBER, 0);
		c = tree_cell(&t, row);
		c->kind = CELL_DAY;
		c->day = due;
		runs_add(a, &c->words, RUN_TEXT, STR("31.12.2009"));
	}
	tree_number(&t);
	return t;
}

static double
write_ours(void)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct tree  t = table_of(&a);
	double       begin = now();
	struct str   book;

	must(report_make(&a, &t, REPORT_FORMAT_XLSX, STR_NONE, STR("bench.xlsx"), &d, &book), "a workbook");
	begin = now() - begin;
	arena_free(&a);
	return begin;
}

static double
write_peer(const char *dir)
{
	char   command[512];
	FILE  *p;
	char   said[64] = "";

	(void)snprintf(command, sizeof command, "/usr/bin/python3 test/bench/rows.py '%s/peer.xlsx' %d", dir, TABLE_ROWS);
	p = popen(command, "r");
	must(p != NULL && fgets(said, sizeof said, p) != NULL && pclose(p) == 0, "openpyxl");
	return strtod(said, NULL);
}

static void
bench_book(const char *dir)
{
	double ours[3], peer[3], a_ours, a_peer;

	for (int i = 0; i < 3; i++) {
		ours[i] = write_ours();
		peer[i] = write_peer(dir);
	}
	a_ours = median(ours, 3);
	a_peer = median(peer, 3);
	printf("a table of 100,000 rows as XLSX\t%.2f s\t%.2f s\t%.1f\tat least 8 times openpyxl's speed\n", a_ours,
	    a_peer, a_peer / a_ours);
}

int
main(void)
{
	struct arena a = { 0 };
	struct tree  t = sample_tree(&a, CHAPTERS, ROWS);
	char         dir[] = "/tmp/pejl-bench-XXXXXX", command[128];
	size_t       pages;

	must(mkdtemp(dir) != NULL, "a folder");
	pages = bench_pdf(&a, &t, dir);
	bench_html(&t, pages);
	bench_status(&a, dir);
	bench_book(dir);
	(void)snprintf(command, sizeof command, "rm -rf '%s'", dir);
	must(system(command) == 0, "removing a folder");
	arena_free(&a);
	return 0;
}
