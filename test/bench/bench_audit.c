/* bench_audit.c - how long `pejl audit FILE...` takes.
 *
 * All papers in one run: the reference documents where they are ($PEJL_DOCUMENTS
 * or ../shared/documents), else examples/papers. Then 100 MB in many files, made of
 * those papers and the examples by test/bench/vary.h, no two alike: the program
 * itself is run on them, on all processors and on one, and its peak memory is
 * compared with that over a tenth of them.
 */
#include <fcntl.h>
#include <glob.h>
#include <inttypes.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/audit_run.h"
#include "bench.h"
#include "port/clock.h"
#include "port/input.h"
#include "vary.h"

#define ROUNDS   11
#define MEGABYTE ((size_t)1000000)
#define BYTES    (100 * MEGABYTE)

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
	int64_t      began = clock_us(), took;

	if (!audit_files(&a, p->path, p->len, NULL, false, &d, count)) {
		fputs("a paper cannot be read\n", stderr);
		exit(EXIT_FAILURE);
	}
	took = clock_us() - began;
	arena_free(&a);
	return took;
}

static void
bench_papers(const struct papers *p)
{
	struct audit_report r;
	double              us[ROUNDS];

	for (size_t i = 0; i < ROUNDS; i++)
		us[i] = (double)audit_once(p, &r);
	printf("%zu papers audited, %zu claims\t%.3f ms\t\t\tunder 100 ms\n",
	    p->len, r.checked, median(us, ROUNDS) / 1e3);
}

/* ---- a hundred megabytes ---- */

/* Sizes of council papers: a form, a status, an action plan, a report with annexes. */
static const size_t sizes[] = { 4000, 60000, 8000, 20000, 12000, 100000, 40000, 250000 };

struct files {
	char **arg;                     /* "pejl", "audit", then the files, then NULL */
	size_t len, tenth;              /* files, and those of the first tenth of the bytes */
	size_t bytes, tenth_bytes, largest;
};

static _Noreturn void
give_up(const char *what)
{
	perror(what);
	exit(EXIT_FAILURE);
}

static void
write_file(const char *path, struct str text)
{
	FILE *f = fopen(path, "w");

	if (f == NULL || fwrite(text.at, 1, text.len, f) != text.len || fclose(f) != 0)
		give_up(path);
}

/* Papers that are text, one after another, each varied, until there are `size` bytes. */
static struct str
made_up(struct arena *a, const struct words *words, const struct str *paper, size_t papers,
        size_t size, uint64_t *seed)
{
	struct buf b;
	struct str text;

	buf_init(&b, SIZE_MAX / 2);
	while (b.len < size) {
		vary(&b, words, paper[vary_random(seed) % papers], seed);
		BUF_LIT(&b, "\n\n");
	}
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static size_t
texts_of(struct arena *a, const struct papers *p, struct str *ret)
{
	struct diags d = diags_new(a);
	size_t       n = 0;

	for (size_t i = 0; i < p->len; i++) {
		if (!str_ends(p->path[i], STR(".txt")))
			continue;
		if (!input_read(a, p->path[i], MEGABYTE, &d, &ret[n++]))
			give_up(p->path[i].at);
	}
	return n;
}

static struct files
make_files(struct arena *a, const char *dir, const struct papers *real,
           const struct papers *examples)
{
	struct str  *paper = ARENA_ARRAY(a, struct str, real->len + examples->len + 1);
	size_t       n = texts_of(a, real, paper);
	struct files f = { 0 };
	struct words words;
	size_t       cap = 8, at = 2;
	uint64_t     seed = 1;

	n += texts_of(a, examples, paper + n);
	if (mkdir(dir, 0777) != 0 && errno != EEXIST)
		give_up(dir);
	words = words_of(a, paper, n);
	f.arg = ARENA_ARRAY(a, char *, cap);
	while (f.bytes < BYTES) {
		struct arena one = { 0 };
		struct str   text = made_up(&one, &words, paper, n, sizes[f.len % COUNT_OF(sizes)], &seed);

		ARENA_GROW(a, f.arg, at + 1, &cap);
		f.arg[at] = (char *)(uintptr_t)arena_printf(a, "%s/%05zu.txt", dir, f.len).at;
		write_file(f.arg[at++], text);
		f.bytes += text.len;
		f.len++;
		if (f.bytes <= BYTES / 10) {
			f.tenth = f.len;
			f.tenth_bytes = f.bytes;
		}
		if (text.len > f.largest)
			f.largest = text.len;
		arena_free(&one);
	}
	return f;
}

/* ---- the program on them ---- */

struct run {
	int64_t us;
	long    kib;                    /* peak resident memory */
};

/* In the child: its output goes nowhere. On one processor when `single`. */
static _Noreturn void
become(char **arg, bool single)
{
	int       null = open("/dev/null", O_WRONLY);
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(0, &one);
	if (null < 0 || dup2(null, STDOUT_FILENO) < 0 ||
	    (single && sched_setaffinity(0, sizeof one, &one) != 0))
		give_up("child");
	execv(arg[0], arg);
	give_up(arg[0]);
}

static struct run
run_audit(const char *program, const struct files *f, size_t n, bool single)
{
	char        *end = f->arg[2 + n];
	int64_t      began = clock_us();
	struct rusage used;
	struct run   r;
	pid_t        child;
	int          status;

	f->arg[0] = (char *)(uintptr_t)program;
	f->arg[1] = (char[]){ "audit" };
	f->arg[2 + n] = NULL;
	child = fork();
	if (child == 0)
		become(f->arg, single);
	f->arg[2 + n] = end;
	if (child < 0 || wait4(child, &status, 0, &used) != child)
		give_up("wait4");
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		fprintf(stderr, "%s: cannot audit its files\n", program);
		exit(EXIT_FAILURE);
	}
	r.us = clock_us() - began;
	r.kib = used.ru_maxrss;
	return r;
}

static void
tell(const char *what, size_t bytes, struct run r, const char *wanted)
{
	printf("%s\t%" PRId64 ".%" PRId64 " MB/s\t\t\t%s\n", what, (int64_t)bytes / r.us,
	    (int64_t)bytes * 10 / r.us % 10, wanted);
}

static void
bench_megabytes(const char *bin, const struct papers *real, const struct papers *examples)
{
	struct arena a = { 0 };
	const char  *program = arena_printf(&a, "%s/../pejl", bin).at;
	struct files f = make_files(&a, arena_printf(&a, "%s/papers", bin).at, real, examples);
	struct run   tenth = run_audit(program, &f, f.tenth, false);
	struct run   all = run_audit(program, &f, f.len, false);

	printf("%zu MB audited in %zu files, the largest %zu kB\t\t\t\t\n", f.bytes / MEGABYTE,
	    f.len, f.largest / 1000);
	tell("  on all processors", f.bytes, all, "at least 20 MB/s");
	tell("  on one processor", f.tenth_bytes, run_audit(program, &f, f.tenth, true), "");
	printf("  peak memory\t%ld MiB\t\t\tflat: %ld MiB over a tenth\n", all.kib / 1024,
	    tenth.kib / 1024);
	arena_free(&a);
}

int
main(int argc, char **argv)
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
	bench_megabytes(str_dup(&a, folder_of(argc > 0 ? argv[0] : "")).at, &real, &examples);
	arena_free(&a);
	return EXIT_SUCCESS;
}
