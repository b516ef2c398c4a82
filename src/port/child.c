#include "port/child.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Ours and what is inherited but not replaced: the first of a name counts. */
static char **
environment(struct arena *a, const char *const *env)
{
	size_t n = 0, at = 0;
	char **all;

	while (env != NULL && env[n] != NULL)
		n++;
	for (char **e = environ; *e != NULL; e++)
		n++;
	all = ARENA_ARRAY(a, char *, n + 1);
	while (env != NULL && env[at] != NULL) {
		size_t len = strlen(env[at]) + 1;

		all[at] = memcpy(ARENA_ARRAY(a, char, len), env[at], len);
		at++;
	}
	n = at;
	for (char **e = environ; *e != NULL; e++) {
		size_t name = strcspn(*e, "=") + 1;
		size_t same = 0;

		while (same < n && strncmp(all[same], *e, name) != 0)
			same++;
		if (same == n)
			all[at++] = *e;
	}
	return all;
}

static char **
arguments(struct arena *a, const char *const *argv)
{
	size_t n = 0;
	char **all;

	while (argv[n] != NULL)
		n++;
	all = ARENA_ARRAY(a, char *, n + 1);
	for (size_t i = 0; i < n; i++)
		all[i] = memcpy(ARENA_ARRAY(a, char, strlen(argv[i]) + 1), argv[i],
		    strlen(argv[i]) + 1);
	return all;
}

/* One read; past the maximum it is read and thrown away, so that the child does
 * not wait for us. False: the end. */
static bool
drain(int fd, struct buf *b)
{
	char    bytes[4096];
	ssize_t n = read(fd, bytes, sizeof bytes);
	size_t  keep;

	if (n < 0)
		return errno == EINTR;
	if (n == 0)
		return false;
	if (b != NULL) {
		keep = b->max - b->len < (size_t)n ? b->max - b->len : (size_t)n;
		buf_put(b, (struct str){ bytes, keep });
	}
	return true;
}

static void
listen_to(int out, int err, const struct child *c)
{
	struct pollfd fds[2] = { { .fd = out, .events = POLLIN }, { .fd = err, .events = POLLIN } };

	while (fds[0].fd >= 0 || fds[1].fd >= 0) {
		if (poll(fds, 2, -1) < 0 && errno != EINTR)
			return;
		if (fds[0].fd >= 0 && fds[0].revents != 0 && !drain(out, c->out))
			fds[0].fd = -1;
		if (fds[1].fd >= 0 && fds[1].revents != 0 && !drain(err, c->err))
			fds[1].fd = -1;
	}
}

static int
spawn(const struct child *c, int out, int err, pid_t *ret)
{
	struct arena a = { 0 };
	posix_spawn_file_actions_t actions;
	int          error = posix_spawn_file_actions_init(&actions);

	if (error != 0)
		return error;
	if ((error = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)) == 0 &&
	    (error = posix_spawn_file_actions_adddup2(&actions, out, 1)) == 0 &&
	    (error = posix_spawn_file_actions_adddup2(&actions, err, 2)) == 0)
		error = posix_spawnp(ret, c->argv[0], &actions, NULL, arguments(&a, c->argv),
		    environment(&a, c->env));
	posix_spawn_file_actions_destroy(&actions);
	arena_free(&a);
	return error;
}

enum child_status
child_run(const struct child *c)
{
	int   out[2] = { -1, -1 }, err[2] = { -1, -1 }, status = 0, error = EMFILE;
	pid_t pid = -1;

	if (pipe2(out, O_CLOEXEC) == 0 && pipe2(err, O_CLOEXEC) == 0)
		error = spawn(c, out[1], err[1], &pid);
	close(out[1]);
	close(err[1]);
	if (error == 0)
		listen_to(out[0], err[0], c);
	close(out[0]);
	close(err[0]);
	if (error != 0)
		return error == ENOENT ? CHILD_ABSENT : CHILD_FAILED;
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? CHILD_OK : CHILD_FAILED;
}
