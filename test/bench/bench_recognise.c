/* bench_recognise.c - how long it takes to read and recognise the largest paper.
 *
 * The reference document where it is ($PEJL_DOCUMENTS or ../shared/documents),
 * else the largest of examples/papers. Prints one row of the bench table.
 */
#include <glob.h>

#include "bench.h"
#include "port/clock.h"
#include "recognise/recognise.h"

#define ROUNDS 21

/* The whole file, or nothing. */
static struct str
file_read(struct arena *a, const char *path)
{
	FILE      *f = fopen(path, "rb");
	struct str s = STR_NONE;
	char      *at;
	long       size;

	if (f == NULL)
		return s;
	if (fseek(f, 0, SEEK_END) == 0 && (size = ftell(f)) > 0) {
		rewind(f);
		at = ARENA_ARRAY(a, char, (size_t)size);
		s = (struct str){ at, fread(at, 1, (size_t)size, f) };
	}
	fclose(f);
	return s;
}

/* The largest file of a pattern; `*name` is borrowed from `a`. */
static struct str
largest(struct arena *a, const char *pattern, struct str *name)
{
	struct str best = STR_NONE;
	glob_t     found;

	if (glob(pattern, 0, NULL, &found) != 0)
		return best;
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct str text = file_read(a, found.gl_pathv[i]);

		if (text.len <= best.len)
			continue;
		best = text;
		*name = str_dup(a, str_from(found.gl_pathv[i]));
	}
	globfree(&found);
	return best;
}

/* Microseconds to read and recognise `text` once; proposals in `*ret`. */
static int64_t
once(struct str name, struct str text, size_t *ret)
{
	struct arena       a = { 0 };
	struct diags       d = diags_new(&a);
	struct document    doc;
	struct recognition r;
	int64_t            began = clock_us(), took;

	if (!document_read(&a, name, document_format(name, text), text, &d, &doc)) {
		fprintf(stderr, STR_FMT ": cannot be read\n", STR_ARG(name));
		exit(EXIT_FAILURE);
	}
	r = recognise(&a, &doc);
	*ret = r.len;
	took = clock_us() - began;
	arena_free(&a);
	return took;
}

int
main(void)
{
	struct arena a = { 0 };
	const char  *dir = getenv("PEJL_DOCUMENTS");
	struct str   name = STR_NONE, text;
	double       us[ROUNDS];
	size_t       proposals = 0;

	text = largest(&a, arena_printf(&a, "%s/*.txt", dir ? dir : "../shared/documents").at, &name);
	if (text.len == 0)
		text = largest(&a, "examples/papers/*", &name);
	if (text.len == 0) {
		fputs("no paper to measure with\n", stderr);
		return EXIT_FAILURE;
	}
	for (size_t i = 0; i < ROUNDS; i++)
		us[i] = (double)once(name, text, &proposals);
	printf("%zu bytes read, %zu proposals\t%.3f ms\t\t\tunder 50 ms\n",
	       text.len, proposals, median(us, ROUNDS) / 1e3);
	arena_free(&a);
	return EXIT_SUCCESS;
}
