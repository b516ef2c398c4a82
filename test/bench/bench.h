/* bench.h - what the programs that measure share. Rows of the bench table go to stdout:
 * measure, ours, peer, ratio, wanted, between tabs.
 */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include "app/change.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline void
must(bool ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "%s: %s failed\n", program_invocation_short_name, what);
	exit(EXIT_FAILURE);
}

static inline double
seconds(clockid_t which)
{
	struct timespec t;

	(void)clock_gettime(which, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Seconds since some moment, on the wall. */
static inline double
now(void)
{
	return seconds(CLOCK_MONOTONIC);
}

/* Seconds of processor time so far: of one thread that waits for nothing. */
static inline double
spent(void)
{
	return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

static inline int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Sorts them. */
static inline double
median(double *of, size_t n)
{
	qsort(of, n, sizeof *of, by_size);
	return of[n / 2];
}

/* "build/bench" of "build/bench/bench_save". */
static inline struct str
folder_of(const char *program)
{
	const char *slash = strrchr(program, '/');

	return slash != NULL ? str_slice(str_from(program), 0, (size_t)(slash - program)) : STR(".");
}

/* In change 1, which is open. */
static inline int64_t
add_noun(struct store *s, struct things *t, enum noun n, const char *key, struct noun_row *row)
{
	row->id = things_add(t, s, n, str_from(key));
	row->since = 1;
	row->until = UNTIL_NOW;
	must(row->id != 0 && store_noun_add(s, n, row), "adding a noun");
	return row->id;
}

#endif
