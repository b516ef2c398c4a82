/* bench_audit.c - how long the audit of papers takes.
 *
 * All papers in one run, as `pejl audit FILE...` does it: the reference documents
 * where they are ($PEJL_DOCUMENTS or ../shared/documents), else examples/papers.
 * Then 20 MB made of examples/papers one after another, in documents of 1 MB, each
 * in an arena of its own. Prints two rows of the bench table.
 */
#include <glob.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "app/audit_run.h"
#include "audit/audit.h"
#include "port/input.h"

#define ROUNDS   11
#define MEGABYTE ((size_t)1000000)
#define MEGABYTES 20

static int64_t
now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int
by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

struct papers {
	struct str *path;
	size_t      len;
};

static struct papers
papers_of(struct arena *a, const char *pattern)
{
	struct papers p = { 0 };
	glob_t        found;

	if (glob(pattern, 0, NULL, &found) != 0)
		return p;
	p.path = ARENA_ARRAY(a, struct str, found.gl_pathc);
	for (; p.len < found.gl_pathc; p.len++)
		p.path[p.len] = str_dup(a, str_from(found.gl_pathv[p.len]));
	globfree(&found);
	return p;
}

/* ---- all papers in one run ---- */

static int64_t
audit_once(const struct papers *p, struct audit_report *count)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	int64_t      began = now_us(), took;

	if (!audit_files(&a, p->path, p->len, NULL, &d, count)) {
		fputs("a paper cannot be read\n", stderr);
		exit(EXIT_FAILURE);
	}
	took = now_us() - began;
	arena_free(&a);
	return took;
}

static void
bench_papers(const struct papers *p)
{
	struct audit_report r;
	int64_t             us[ROUNDS];

	for (size_t i = 0; i < ROUNDS; i++)
		us[i] = audit_once(p, &r);
	qsort(us, ROUNDS, sizeof us[0], by_size);
	printf("%zu papers audited, %zu claims\t%" PRId64 ".%03" PRId64 " ms\t\t\tunder 100 ms\n",
	    p->len, r.checked, us[ROUNDS / 2] / 1000, us[ROUNDS / 2] % 1000);
}

/* ---- many megabytes ---- */

/* The papers that are text, again and again, up to a megabyte. */
static struct str
made_up(struct arena *a, const struct papers *p)
{
	struct diags d = diags_new(a);
	struct buf   b;
	struct str   text;

	buf_init(&b, 2 * MEGABYTE);
	for (size_t i = 0; b.len < MEGABYTE; i++) {
		if (!str_ends(p->path[i % p->len], STR(".txt")))
			continue;
		if (!input_read(a, p->path[i % p->len], MEGABYTE, &d, &text))
			exit(EXIT_FAILURE);
		buf_put(&b, text);
		BUF_LIT(&b, "\n\n");
	}
	text = str_dup(a, str_slice(buf_str(&b), 0, b.len));
	buf_free(&b);
	return text;
}

static size_t
audit_text(struct str text)
{
	struct arena        a = { 0 };
	struct diags        d = diags_new(&a);
	struct document     doc;
	struct recognition  seen;
	struct audit_report r;

	if (!document_read(&a, STR("made-up.txt"), FORMAT_TEXT, text, &d, &doc)) {
		fputs("the made-up document cannot be read\n", stderr);
		exit(EXIT_FAILURE);
	}
	seen = recognise(&a, &doc);
	r = audit_document(&a, &doc, &seen, NULL);
	arena_free(&a);
	return r.checked;
}

static void
bench_megabytes(const struct papers *p)
{
	struct arena  a = { 0 };
	struct str    text = made_up(&a, p);
	struct rusage used;
	int64_t       began = now_us(), us;
	size_t        bytes = 0, claims = 0;

	for (size_t i = 0; i < MEGABYTES; i++) {
		claims += audit_text(text);
		bytes += text.len;
	}
	us = now_us() - began;
	(void)getrusage(RUSAGE_SELF, &used);
	printf("%zu bytes audited, %zu claims\t%" PRId64 ".%" PRId64 " MB/s\t\t\tat least 20 MB/s\n",
	    bytes, claims, (int64_t)bytes / us, (int64_t)bytes * 10 / us % 10);
	printf("  peak memory of that audit\t%ld MiB\t\t\tflat per document\n", used.ru_maxrss / 1024);
	arena_free(&a);
}

int
main(void)
{
	struct arena  a = { 0 };
	const char   *dir = getenv("PEJL_DOCUMENTS");
	struct papers examples = papers_of(&a, "examples/papers/*");
	struct papers real = papers_of(&a,
	    arena_printf(&a, "%s/*.txt", dir != NULL ? dir : "../shared/documents").at);

	if (examples.len == 0) {
		fputs("no paper to measure with\n", stderr);
		return EXIT_FAILURE;
	}
	bench_papers(real.len > 0 ? &real : &examples);
	bench_megabytes(&examples);
	arena_free(&a);
	return EXIT_SUCCESS;
}
