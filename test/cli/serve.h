/* serve.h - pejl serve as a child process with the example register, and a client
 * that writes any bytes. cmocka's headers come before.
 */
#ifndef TEST_CLI_SERVE_H
#define TEST_CLI_SERVE_H

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../scratch.h"
#include "base/arena.h"
#include "base/buf.h"

#define H      " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
#define PATIENCE_SECONDS 20

struct fixture {
	struct arena arena;
	struct buf   got;               /* of the last answer */
	char         dir[64], db[128];
	pid_t        pid;
	int          out;               /* its stdout and stderr */
	int          port;
};

/* ---- the program ---- */

static inline const char *
program(void)
{
	const char *path = getenv("PEJL");

	return path != NULL ? path : "build/pejl";
}

/* Starts pejl with the words up to NULL; `*out` is its output. */
static inline pid_t
start(const char *const *words, int *out)
{
	char *argv[16] = { NULL };
	int   pipe_fd[2], n = 0;
	pid_t pid;

	argv[n++] = strdup(program());
	for (; words[n - 1] != NULL; n++)
		argv[n] = strdup(words[n - 1]);
	assert_int_equal(pipe(pipe_fd), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(pipe_fd[1], STDOUT_FILENO);
		dup2(pipe_fd[1], STDERR_FILENO);
		close(pipe_fd[0]);
		close(pipe_fd[1]);
		execv(argv[0], argv);
		_exit(127);
	}
	for (int i = 0; argv[i] != NULL; i++)
		free(argv[i]);
	close(pipe_fd[1]);
	*out = pipe_fd[0];
	return pid;
}

/* What comes until the end, or until a line is whole. */
static inline void
read_output(struct fixture *f, int fd, bool one_line)
{
	struct pollfd p = { fd, POLLIN, 0 };
	char          c;

	f->got.len = 0;
	while (poll(&p, 1, PATIENCE_SECONDS * 1000) == 1 && read(fd, &c, 1) == 1) {
		buf_char(&f->got, c);
		if (one_line && c == '\n')
			return;
	}
	buf_char(&f->got, '\0');
}

static inline int
run(struct fixture *f, const char *const *words)
{
	int   fd, status;
	pid_t pid = start(words, &fd);

	read_output(f, fd, false);
	close(fd);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

#define RUN(f, ...) run((f), (const char *const[]){ __VA_ARGS__, NULL })

/* Starts the server with these words, and waits for its first line. */
static inline void
serve(struct fixture *f, const char *const *words)
{
	struct str line;
	int64_t    port;
	size_t     at;

	f->pid = start(words, &f->out);
	read_output(f, f->out, true);
	line = buf_str(&f->got);
	at = str_find(line, STR("http://127.0.0.1:"), 0);
	if (at == SIZE_MAX || !str_ends(line, STR("/ (Ctrl-C stops)\n")))
		fail_msg(STR_FMT, STR_ARG(line));
	line = str_slice(line, at + 17, line.len);
	assert_true(str_int(str_cut(&line, '/'), &port));
	f->port = (int)port;
}

static inline int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	assert_non_null(f);
	snprintf(f->dir, sizeof f->dir, "%s/pejl-test-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(f->dir));
	snprintf(f->db, sizeof f->db, "%s/københavn.db", f->dir);
	buf_init(&f->got, (size_t)64 << 20);
	if (RUN(f, "--db", f->db, "load", "examples/copenhagen") != 0)
		fail_msg(STR_FMT, STR_ARG(buf_str(&f->got)));
	serve(f, (const char *const[]){ "--db", f->db, "serve", "--port", "0", NULL });
	*state = f;
	return 0;
}

/* Ends the server as the system does, and gives its exit status. */
static inline int
stop(struct fixture *f, int sig)
{
	int status;

	assert_int_equal(kill(f->pid, sig), 0);
	assert_int_equal(waitpid(f->pid, &status, 0), f->pid);
	f->pid = 0;
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static inline int
teardown(void **state)
{
	static const char *const endings[] = { "", "-wal", "-shm" };
	struct fixture *f = *state;
	char            path[160];

	if (f->pid != 0)
		(void)stop(f, SIGTERM);
	close(f->out);
	for (size_t i = 0; i < COUNT_OF(endings); i++) {
		snprintf(path, sizeof path, "%s%s", f->db, endings[i]);
		(void)unlink(path);
	}
	assert_int_equal(rmdir(f->dir), 0);
	buf_free(&f->got);
	arena_free(&f->arena);
	free(f);
	return 0;
}

/* ---- a client ---- */

static inline int
connect_to(int port, int receive)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
	struct timeval     patience = { PATIENCE_SECONDS, 0 };
	int                fd = socket(AF_INET, SOCK_STREAM, 0);

	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	assert_true(fd >= 0);
	if (receive > 0) {      /* small segments keep the other side's buffer small too */
		setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &receive, sizeof receive);
		setsockopt(fd, IPPROTO_TCP, TCP_MAXSEG, &(int){ 536 }, sizeof(int));
	}
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	if (connect(fd, (struct sockaddr *)&to, sizeof to) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

static inline void
send_all(int fd, struct str s)
{
	while (s.len > 0) {
		ssize_t n = send(fd, s.at, s.len, MSG_NOSIGNAL);

		if (n <= 0)
			return;         /* refused half-way: the answer says why */
		s = str_slice(s, (size_t)n, s.len);
	}
}

static inline void
receive_all(struct fixture *f, int fd)
{
	char    bytes[16384];
	ssize_t n;

	f->got.len = 0;
	while ((n = recv(fd, bytes, sizeof bytes, 0)) > 0)
		buf_put(&f->got, (struct str){ bytes, (size_t)n });
}

/* The status of the first answer; 0: there was none. The whole is in f->got. */
static inline int
ask(struct fixture *f, struct str request)
{
	int     fd = connect_to(f->port, 0);
	int64_t status = 0;

	assert_true(fd >= 0);
	send_all(fd, request);
	receive_all(f, fd);
	close(fd);
	if (str_starts(buf_str(&f->got), STR("HTTP/1.1 ")) &&
	    !str_int(str_slice(buf_str(&f->got), 9, 12), &status))
		return 0;
	return (int)status;
}

static inline struct str
body_of(const struct fixture *f)
{
	size_t end = str_find(buf_str(&f->got), STR("\r\n\r\n"), 0);

	return end == SIZE_MAX ? STR_NONE : str_slice(buf_str(&f->got), end + 4, f->got.len);
}

static inline struct str
header(struct str answer, struct str name)
{
	size_t at = str_find(answer, name, 0);
	struct str rest;

	if (at == SIZE_MAX)
		return STR_NONE;
	rest = str_slice(answer, at + name.len, answer.len);
	return str_trim(str_cut(&rest, '\n'));
}

static inline bool
says(const struct fixture *f, const char *words)
{
	return str_find(buf_str(&f->got), str_from(words), 0) != SIZE_MAX;
}

#endif
