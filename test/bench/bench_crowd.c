/* bench_crowd.c - 8 writers and 50 readers at once for a minute: the server itself over
 * its socket, with the example city on this disk. See test/crowd.h.
 *
 *	bench_crowd [SECONDS]
 *
 * Run in the project's folder; pejl is in the folder above this program. Prints a row of
 * the bench table; an error, or a save in a hundred that takes a second, ends it with
 * status 1.
 */
#include "bench.h"
#include "crowd.h"
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

enum { MINUTE = 60, P99_MAX_US = 1000000 };

extern char **environ;

/* Starts pejl with the words up to NULL; what it prints can be read from `*out`. */
static pid_t
start(const char *const *words, int *out)
{
	posix_spawn_file_actions_t files;
	int                        end[2];
	pid_t                      pid;

	must(pipe(end) == 0 && posix_spawn_file_actions_init(&files) == 0 &&
	    posix_spawn_file_actions_adddup2(&files, end[1], STDOUT_FILENO) == 0 &&
	    posix_spawn_file_actions_addclose(&files, end[0]) == 0 &&
	    posix_spawn(&pid, words[0], &files, NULL, (char *const *)(uintptr_t)words, environ) == 0, "starting pejl");
	posix_spawn_file_actions_destroy(&files);
	(void)close(end[1]);
	*out = end[0];
	return pid;
}

static int
ended(pid_t pid, int out)
{
	int status;

	must(waitpid(pid, &status, 0) == pid, "waiting for pejl");
	(void)close(out);
	return status;
}

/* Of the line "serving on http://127.0.0.1:PORT/ (Ctrl-C stops)". */
static int
port_of(int out)
{
	static const char before[] = "http://127.0.0.1:";
	char              line[200] = "";
	size_t            len = 0;
	const char       *at;

	while (len + 1 < sizeof line && read(out, line + len, 1) == 1 && line[len++] != '\n')
		continue;
	at = strstr(line, before);
	must(at != NULL, "reading where it serves");
	return atoi(at + sizeof before - 1);
}

int
main(int argc, char **argv)
{
	static struct crowd c;
	struct arena  a = { 0 };
	struct str    dir = folder_of(argv[0]);
	struct str    pejl = arena_printf(&a, STR_FMT "/../pejl", STR_ARG(dir));
	struct str    db = arena_printf(&a, STR_FMT "/bench-crowd.db", STR_ARG(dir));
	const char   *load[] = { pejl.at, "--db", db.at, "load", "examples/copenhagen", NULL };
	const char   *serve[] = { pejl.at, "--db", db.at, "serve", "--port", "0", "--log", "errors", NULL };
	static const char *const ends[] = { "", "-wal", "-shm" };
	int           out;
	pid_t         pid;

	for (size_t i = 0; i < COUNT_OF(ends); i++)
		(void)unlink(arena_printf(&a, STR_FMT "%s", STR_ARG(db), ends[i]).at);
	pid = start(load, &out);
	must(ended(pid, out) == 0, "loading the example");
	c.seconds = argc > 1 ? atoi(argv[1]) : MINUTE;
	must(crowd_people(&c, db), "making people");
	pid = start(serve, &out);
	c.port = port_of(out);
	crowd_run(&c);
	(void)kill(pid, SIGTERM);
	must(ended(pid, out) == 0, "stopping the server");
	printf("%d writers and %d readers for %d s: a save, p99\t%.0f ms\t%.1f ms median\t\tunder 1000 ms\n"
	    "  saves and pages of that time\t%.0f/s\t%.0f pages/s\t\tno error: %lld\n", CROWD_WRITERS,
	    CROWD_READERS, c.seconds, (double)c.p99_us / 1e3, (double)c.p50_us / 1e3,
	    (double)c.saves / c.seconds, (double)c.pages / c.seconds, (long long)c.faults);
	if (c.faults > 0)
		fprintf(stderr, "bench_crowd: %s\n", c.fault);
	for (size_t i = 0; i < COUNT_OF(ends); i++)
		(void)unlink(arena_printf(&a, STR_FMT "%s", STR_ARG(db), ends[i]).at);
	arena_free(&a);
	return c.faults == 0 && c.p99_us < P99_MAX_US && c.saves > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
