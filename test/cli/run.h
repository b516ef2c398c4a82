/* run.h - runs the program as a person would: words in; output, problems, exit
 * status and peak memory out. Each test has a temporary folder of its own, in
 * which the program is started.
 *
 * The program is $PEJL_BIN, or $PEJL, or build/pejl, seen from where the test
 * was started. It gets the environment without what would change its answers.
 */
#ifndef TEST_CLI_RUN_H
#define TEST_CLI_RUN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "../scratch.h"
#include "inside.h"

#define RUN_WORDS     24
#define RUN_BYTES_MAX ((size_t)64 << 20)
#define RUN_MS        60000

struct box {
	char        dir[64], program[PATH_MAX], project[PATH_MAX];
	const char *env[8];             /* "NAME=value" besides the usual */
	const char *out_to;             /* a path, or "-": closed; NULL: captured */
	rlim_t      file_size;          /* what the program may write; 0: any */
	char       *out, *err;          /* what it said last, with a NUL */
	size_t      out_len, err_len;
	int         status;             /* exit status; 128 + n: ended by signal n */
	long        peak_kb;
};

extern char **environ;

/* ---- the folder ---- */

static inline void
box_find_program(struct box *b)
{
	const char *named = getenv("PEJL_BIN");

	if (named == NULL)
		named = getenv("PEJL");
	if (named == NULL)
		named = "build/pejl";
	if (realpath(named, b->program) == NULL)
		fail_msg("%s: %s (build the program first)", named, strerror(errno));
}

static inline int
box_setup(void **state)
{
	struct box *b = calloc(1, sizeof *b);

	assert_non_null(b);
	box_find_program(b);
	assert_non_null(getcwd(b->project, sizeof b->project));
	snprintf(b->dir, sizeof b->dir, "%s/pejl-cli-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(b->dir));
	*state = b;
	return 0;
}

static inline int
box_teardown(void **state)
{
	struct box *b = *state;
	char        command[256];

	snprintf(command, sizeof command, "chmod -R u+rwX '%s' && rm -rf '%s'", b->dir, b->dir);
	assert_int_equal(system(command), 0);
	free(b->out);
	free(b->err);
	free(b);
	return 0;
}

#define BOX_TEST(f) cmocka_unit_test_setup_teardown(f, box_setup, box_teardown)

/* "DIR/NAME", until the next but three. */
static inline const char *
box_path(const struct box *b, const char *name)
{
	static char path[4][PATH_MAX];
	static int  next;

	next = (next + 1) % 4;
	snprintf(path[next], sizeof path[next], "%s/%s", b->dir, name);
	return path[next];
}

static inline void
box_write_bytes(const struct box *b, const char *name, const void *bytes, size_t n)
{
	FILE *f = fopen(box_path(b, name), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static inline void
box_write(const struct box *b, const char *name, const char *text)
{
	box_write_bytes(b, name, text, strlen(text));
}

/* The shell's help in making a case; must succeed. */
static inline void __attribute__((format(printf, 2, 3)))
box_shell(const struct box *b, const char *format, ...)
{
	char    words[PATH_MAX * 2], line[PATH_MAX * 3];
	va_list ap;

	va_start(ap, format);
	(void)vsnprintf(words, sizeof words, format, ap);
	va_end(ap);
	(void)snprintf(line, sizeof line, "cd '%s' && %s", b->dir, words);
	if (system(line) != 0)
		fail_msg("failed: %s", line);
}

/* ---- one run ---- */

static inline bool
box_hidden(const char *setting)
{
	static const char *const names[] = { "PEJL", "NO_COLOR=", "LANG=", "LC_", "LANGUAGE=",
		"COLUMNS=", "TERM=", "PG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strncmp(setting, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

static inline char **
box_environment(const struct box *b)
{
	size_t n = 0, at = 0;
	char **env;

	while (environ[n] != NULL)
		n++;
	env = calloc(n + sizeof b->env / sizeof *b->env + 1, sizeof *env);
	assert_non_null(env);
	for (size_t i = 0; i < n; i++)
		if (!box_hidden(environ[i]))
			env[at++] = environ[i];
	for (size_t i = 0; i < sizeof b->env / sizeof *b->env; i++)
		if (b->env[i] != NULL)
			env[at++] = (char *)(uintptr_t)b->env[i];
	return env;
}

static inline long
run_now_ms(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static inline bool
run_take(int fd, char **text, size_t *len, size_t *cap)
{
	ssize_t n;

	if (*cap - *len < 65537) {
		*cap = *cap * 2 + 131072;
		*text = realloc(*text, *cap);
		assert_non_null(*text);
	}
	n = read(fd, *text + *len, 65536);
	if (n > 0)
		*len += (size_t)n;
	(*text)[*len] = '\0';
	return n > 0 && *len < RUN_BYTES_MAX;
}

/* Both streams to their ends; false: too late or too much. */
static inline bool
run_listen(struct box *b, int out, int err)
{
	struct pollfd p[2] = { { out, POLLIN, 0 }, { err, POLLIN, 0 } };
	size_t        cap[2] = { 0, 0 };
	long          end = run_now_ms() + RUN_MS;

	while (p[0].fd >= 0 || p[1].fd >= 0) {
		long left = end - run_now_ms();

		if (left <= 0 || poll(p, 2, (int)left) <= 0)
			return false;
		if (p[0].revents != 0 && !run_take(out, &b->out, &b->out_len, &cap[0]))
			p[0].fd = -1;
		if (p[1].revents != 0 && !run_take(err, &b->err, &b->err_len, &cap[1]))
			p[1].fd = -1;
	}
	return b->out_len < RUN_BYTES_MAX && b->err_len < RUN_BYTES_MAX;
}

#ifdef RUN_INSIDE

static inline pid_t
run_spawn(struct box *b, char *const *words, const int *out, const int *err)
{
	char        **env = box_environment(b);
	struct rlimit limit;
	pid_t         pid;
	int           in, to;

	(void)fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid > 0) {
		free(env);
		return pid;
	}
	in = open("/dev/null", O_RDONLY);
	if (chdir(b->dir) != 0 || dup2(in, STDIN_FILENO) < 0 || dup2(err[1], STDERR_FILENO) < 0)
		_exit(127);
	(void)close(STDOUT_FILENO);
	to = b->out_to == NULL ? dup(out[1]) : strcmp(b->out_to, "-") == 0 ? STDOUT_FILENO
	    : open(b->out_to, O_WRONLY);
	(void)close(in);
	if (to != STDOUT_FILENO)
		_exit(127);
	(void)getrlimit(RLIMIT_FSIZE, &limit);
	if (b->file_size > 0)
		limit.rlim_cur = b->file_size;
	(void)setrlimit(RLIMIT_FSIZE, &limit);
	(void)close(out[0]);
	(void)close(out[1]);
	(void)close(err[0]);
	(void)close(err[1]);
	pejl_inside(words, env);
}

#else

static inline pid_t
run_spawn(struct box *b, char *const *words, const int *out, const int *err)
{
	posix_spawn_file_actions_t fa;
	char                     **env = box_environment(b);
	struct rlimit              old, limit;
	pid_t                      pid;
	int                        error;

	(void)posix_spawn_file_actions_init(&fa);
	(void)posix_spawn_file_actions_addchdir_np(&fa, b->dir);
	(void)posix_spawn_file_actions_addopen(&fa, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	(void)posix_spawn_file_actions_adddup2(&fa, err[1], STDERR_FILENO);
	if (b->out_to == NULL)
		(void)posix_spawn_file_actions_adddup2(&fa, out[1], STDOUT_FILENO);
	else if (strcmp(b->out_to, "-") == 0)
		(void)posix_spawn_file_actions_addclose(&fa, STDOUT_FILENO);
	else
		(void)posix_spawn_file_actions_addopen(&fa, STDOUT_FILENO, b->out_to, O_WRONLY, 0);
	/* A child inherits the limit; nothing here is written in between. */
	(void)getrlimit(RLIMIT_FSIZE, &old);
	limit = old;
	if (b->file_size > 0)
		limit.rlim_cur = b->file_size;
	(void)setrlimit(RLIMIT_FSIZE, &limit);
	error = posix_spawn(&pid, b->program, &fa, NULL, words, env);
	(void)setrlimit(RLIMIT_FSIZE, &old);
	(void)posix_spawn_file_actions_destroy(&fa);
	free(env);
	if (error != 0)
		fail_msg("%s: %s", b->program, strerror(error));
	return pid;
}

#endif

static inline void
run_forget(struct box *b)
{
	free(b->out);
	free(b->err);
	b->out = calloc(1, 1);
	b->err = calloc(1, 1);
	b->out_len = b->err_len = 0;
	b->status = -1;
}

/* `words` begin with the program's name and end with NULL. */
static inline int
run_words(struct box *b, const char *const *words)
{
	int           out[2], err[2], status;
	struct rusage used;
	bool          whole;
	pid_t         pid;

	run_forget(b);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	assert_int_equal(pipe2(err, O_CLOEXEC), 0);
	pid = run_spawn(b, (char *const *)(uintptr_t)words, out, err);
	(void)close(out[1]);
	(void)close(err[1]);
	whole = run_listen(b, out[0], err[0]);
	if (!whole)
		(void)kill(pid, SIGKILL);
	(void)close(out[0]);
	(void)close(err[0]);
	assert_int_equal(wait4(pid, &status, 0, &used), pid);
	if (!whole)
		fail_msg("pejl %s ... took too long or said too much", words[1]);
	b->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	b->peak_kb = used.ru_maxrss;
	return b->status;
}

#define RUN(b, ...) run_words((b), (const char *const[]){ "pejl", __VA_ARGS__, NULL })

/* ---- what must be so ---- */

#define WORKS(b, ...) do {                                                       \
	if (RUN(b, __VA_ARGS__) != 0 || (b)->err_len > 0)                        \
		fail_msg("status %d: %s", (b)->status, (b)->err);                \
} while (0)

static inline size_t
count_lines(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

/* "where[:line[:column]]: error: what (what to do)", one line, nothing else. */
static inline void
check_refused(const struct box *b, int status, const char *says)
{
	const char *error = strstr(b->err, ": error: ");

	if (b->status != status || b->out_len > 0 || count_lines(b->err) != 1 || error == NULL ||
	    error == b->err || b->err[b->err_len - 1] != '\n' || strstr(b->err, says) == NULL)
		fail_msg("expected status %d and one line with \"%s\"; status %d\nout: %s\nerr: %s",
		    status, says, b->status, b->out, b->err);
}

#define REFUSES(b, status, says, ...) do {                                       \
	(void)RUN(b, __VA_ARGS__);                                               \
	check_refused((b), (status), (says));                                    \
} while (0)

static inline void
assert_says(const struct box *b, const char *words)
{
	if (strstr(b->out, words) == NULL)
		fail_msg("expected \"%s\" in:\n%s", words, b->out);
}

static inline void
assert_silent(const struct box *b, const char *words)
{
	if (strstr(b->out, words) != NULL)
		fail_msg("did not expect \"%s\" in:\n%s", words, b->out);
}

/* The example city as "by.db". */
static inline void
load_example(struct box *b)
{
	char folder[PATH_MAX + 32];

	snprintf(folder, sizeof folder, "%s/examples/copenhagen", b->project);
	WORKS(b, "--db", "by.db", "load", folder);
}

#endif
