#include "cli/cli.h"
#include "port/httpd.h"
#include "web/server.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* "[::1]:8080": an address with colons stands in brackets. */
static struct str
host_port(struct cli *c, int64_t port)
{
	bool colons = str_find(c->listen, STR(":"), 0) != SIZE_MAX;

	return arena_printf(&c->arena, colons ? "[" STR_FMT "]:%d" : STR_FMT ":%d",
	    STR_ARG(c->listen), (int)port);
}

static int
cannot_listen(struct cli *c, int error)
{
	int        other = c->port < 65536 - 10 ? (int)c->port + 10 : 8090;
	struct str message = arena_printf(&c->arena, "cannot listen here: %s", strerror(error));
	struct str hint = STR("choose an address of this machine with --listen");

	if (error == EADDRINUSE) {
		message = STR("the port is in use by another program");
		hint = arena_printf(&c->arena,
		    "choose another with --port %d; with make: make demo PORT=%d", other, other);
	}
	if (error == EACCES) {
		message = STR("only the system's administrator may use this port");
		hint = STR("choose one from 1024 on with --port");
	}
	(void)diag_error(&c->diags, host_port(c, c->port), 0, message, hint);
	return EXIT_UNABLE;
}

/* Problems that come up while serving, from any thread: one write a message. */
static void
say_problem(void *to, struct str lines)
{
	(void)to;
	if (write(STDERR_FILENO, lines.at, lines.len) < 0)
		return;         /* there is nobody left to tell */
}

/* At once: main writes only when the command ends. */
static bool
say_serving(struct cli *c, int64_t port)
{
	struct str at = host_port(c, port);

	return printf("serving on http://" STR_FMT "/ (Ctrl-C stops)\n", STR_ARG(at)) > 0 &&
	    fflush(stdout) == 0;
}

static int
serve_on(struct cli *c, int fd, int64_t port, const sigset_t *ends)
{
	struct viewer_log log = { .say = say_problem };
	struct server  *s = server_start(c->db, fd, log, &c->diags);
	int             got;

	if (s == NULL)
		return EXIT_UNABLE;
	if (say_serving(c, port))
		(void)sigwait(ends, &got);
	server_stop(s);
	return EXIT_DONE;
}

int
command_serve(struct cli *c)
{
	struct store *s = cli_open(c, STORE_READ);
	sigset_t      ends, before;
	int64_t       port;
	int           fd, error, status;

	if (s == NULL)
		return EXIT_UNABLE;
	store_close(s);
	error = httpd_listen(c->listen, c->port, &fd, &port);
	if (error != 0)
		return cannot_listen(c, error);
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	(void)pthread_sigmask(SIG_BLOCK, &ends, &before);
	status = serve_on(c, fd, port, &ends);
	(void)pthread_sigmask(SIG_SETMASK, &before, NULL);
	close(fd);
	return status;
}
