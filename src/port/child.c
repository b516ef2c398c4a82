#include "port/child.h"
#include "port/clock.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
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

/* Its three streams at our end; -1: closed. */
struct talk {
	const struct child *c;
	int                 in, out, err;
	struct str          left;       /* to be told */
	int64_t             end_ms;     /* 0: it may take its time */
};

/* Some of what is to be told. A socket, so that one that no longer listens is no signal. */
static void
tell(struct talk *t)
{
	ssize_t n = send(t->in, t->left.at, t->left.len, MSG_NOSIGNAL | MSG_DONTWAIT);

	if (n > 0)
		t->left = str_slice(t->left, (size_t)n, t->left.len);
	if (t->left.len == 0 || (n < 0 && errno != EINTR && errno != EAGAIN)) {
		close(t->in);
		t->in = -1;
	}
}

static void
end_stream(int *fd)
{
	close(*fd);
	*fd = -1;
}

/* False: its time is over. */
static bool
converse(struct talk *t)
{
	while (t->out >= 0 || t->err >= 0) {
		struct pollfd fds[3] = { { .fd = t->out, .events = POLLIN }, { .fd = t->err, .events = POLLIN },
		                         { .fd = t->in, .events = POLLOUT } };
		int64_t       left = t->end_ms == 0 ? -1 : t->end_ms - clock_ms();

		if (t->end_ms != 0 && left <= 0)
			return false;
		if (poll(fds, 3, (int)left) < 0 && errno != EINTR)
			return true;
		if (fds[2].revents != 0)
			tell(t);
		if (fds[0].revents != 0 && !drain(t->out, t->c->out))
			end_stream(&t->out);
		if (fds[1].revents != 0 && !drain(t->err, t->c->err))
			end_stream(&t->err);
	}
	return true;
}

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

static bool
limit(pid_t pid, __rlimit_resource_t what, size_t most)
{
	struct rlimit r, inherited;

	if (prlimit(pid, what, NULL, &inherited) != 0)
		return false;
	r.rlim_cur = r.rlim_max = most < inherited.rlim_max ? most : inherited.rlim_max;
	if (what == RLIMIT_CPU && r.rlim_max < inherited.rlim_max)
		r.rlim_max++;                   /* the first one is told apart: SIGXCPU */
	return prlimit(pid, what, &r, NULL) == 0;
}

/* Of a child that was not told anything yet. */
static bool
set_limits(pid_t pid, const struct child_limits *l)
{
	if (l->cpu_seconds > 0 && (!limit(pid, RLIMIT_CPU, (size_t)l->cpu_seconds) ||
	    !limit(pid, RLIMIT_FSIZE, l->file_bytes) || !limit(pid, RLIMIT_CORE, 0)))
		return false;
	if (l->data_bytes > 0 && !limit(pid, RLIMIT_DATA, l->data_bytes))
		return false;
#ifdef SANITIZED
	return true;
#else
	return l->bytes == 0 || limit(pid, RLIMIT_AS, l->bytes);
#endif
}

/* `in` -1: it reads nothing. */
static int
add_streams(posix_spawn_file_actions_t *actions, int in, int out, int err)
{
	int error = in >= 0 ? posix_spawn_file_actions_adddup2(actions, in, 0)
	                    : posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);

	if (error == 0)
		error = posix_spawn_file_actions_adddup2(actions, out, 1);
	return error != 0 ? error : posix_spawn_file_actions_adddup2(actions, err, 2);
}

static int
spawn(const struct child *c, int in, int out, int err, pid_t *ret)
{
	struct arena a = { 0 };
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t          as;
	int          error = posix_spawn_file_actions_init(&actions);

	if (error != 0)
		return error;
	if ((error = posix_spawnattr_init(&as)) != 0) {
		posix_spawn_file_actions_destroy(&actions);
		return error;
	}
	if (c->group)                           /* one of its own, with its pid as name */
		error = posix_spawnattr_setflags(&as, POSIX_SPAWN_SETPGROUP);
	if (error == 0 && (error = add_streams(&actions, in, out, err)) == 0)
		error = posix_spawnp(ret, c->argv[0], &actions, &as, arguments(&a, c->argv),
		    environment(&a, c->env));
	posix_spawnattr_destroy(&as);
	posix_spawn_file_actions_destroy(&actions);
	arena_free(&a);
	return error;
}

static void
close_pair(const int fd[2])
{
	for (int i = 0; i < 2; i++)
		if (fd[i] >= 0)
			close(fd[i]);
}

/* Limits first, then what it is to read; what takes too long is ended. */
static bool
attend(const struct child *c, pid_t pid, struct talk *t)
{
	bool ok = set_limits(pid, &c->limits);

	if (c->limits.seconds > 0)
		t->end_ms = clock_ms() + 1000 * (int64_t)c->limits.seconds;
	if (t->in >= 0 && (!ok || t->left.len == 0))
		end_stream(&t->in);
	ok = ok && converse(t);
	if (!ok)
		(void)kill(pid, SIGKILL);
	return ok;
}

/* Its status, once it ended. Those it left behind are ended while its pid is still the
 * name of their group, and nobody else's. */
static int
end_of(pid_t pid, bool group)
{
	siginfo_t info;
	int       status = 0;

	while (group && waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) < 0 && errno == EINTR)
		;
	if (group)
		(void)kill(-pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

enum child_status
child_run(const struct child *c)
{
	int         in[2] = { -1, -1 }, out[2] = { -1, -1 }, err[2] = { -1, -1 }, status = 0, error = EMFILE;
	bool        reads = c->in.len > 0, done = false, late;
	struct talk t = { .c = c, .left = c->in };
	pid_t       pid = -1;

	if (pipe2(out, O_CLOEXEC) == 0 && pipe2(err, O_CLOEXEC) == 0 &&
	    (!reads || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) == 0))
		error = spawn(c, reads ? in[1] : -1, out[1], err[1], &pid);
	close_pair((int[]){ out[1], err[1] });
	if (in[1] >= 0)
		close(in[1]);
	t.in = in[0];
	t.out = out[0];
	t.err = err[0];
	if (error == 0)
		done = attend(c, pid, &t);
	late = !done && t.end_ms != 0 && clock_ms() >= t.end_ms;
	close_pair((int[]){ t.out, t.err });
	if (t.in >= 0)
		close(t.in);
	if (error != 0)
		return error == ENOENT ? CHILD_ABSENT : CHILD_FAILED;
	status = end_of(pid, c->group);
	if (late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
		return CHILD_LATE;
	return done && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? CHILD_OK : CHILD_FAILED;
}

struct str
child_last_words(struct str said)
{
	enum { QUOTED_MAX = 200 };
	struct str last = STR_NONE;

	while (said.len > 0) {
		struct str line = str_trim(str_cut(&said, '\n'));

		if (line.len > 0)
			last = line;
	}
	last = str_slice(last, 0, QUOTED_MAX);
	for (size_t i = 0; i < last.len; i++)
		if ((unsigned char)last.at[i] < ' ' || (unsigned char)last.at[i] > '~')
			return str_slice(last, 0, i);
	return last;
}
