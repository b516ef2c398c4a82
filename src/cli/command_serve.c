#include "app/account.h"
#include "app/factor.h"
#include "app/login.h"
#include "app/mail_settings.h"
#include "app/sso_settings.h"
#include "cli/cli.h"
#include "port/clock.h"
#include "port/listen.h"
#include "port/notify.h"
#include "web/server.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

_Static_assert((int)SERVE_LOG_ALL == (int)SERVICE_LOG_ALL, "the same levels");

/* "[::1]:8080": an address with colons stands in brackets. */
static struct str
host_port(struct cli *c, int64_t port)
{
	bool colons = str_find(c->listen, STR(":"), 0) != SIZE_MAX;

	return arena_printf(&c->arena, colons ? "[" STR_FMT "]:%d" : STR_FMT ":%d",
	    STR_ARG(c->listen), (int)port);
}

/* ---- where it cannot ---- */

static int
cannot_listen(struct cli *c, int error)
{
	int        other = c->port < 65536 - 10 ? (int)c->port + 10 : 8090;
	struct str message = error == LISTEN_EXPOSED
	    ? STR("others than this machine could connect here")
	    : arena_printf(&c->arena, "cannot listen here: %s", strerror(error));
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
	if (error == LISTEN_EXPOSED)
		hint = STR("let a proxy face the network (packaging/nginx.conf), or say it again "
		           "with --expose");
	(void)diag_error(&c->diags, host_port(c, c->port), 0, message, hint);
	return EXIT_UNABLE;
}

static int
cannot_make_file(struct cli *c, int error)
{
	struct str message = arena_printf(&c->arena, "cannot listen here: %s", strerror(error));
	struct str hint = STR("choose a folder that this user may write to with --unix");

	if (error == EADDRINUSE) {
		message = STR("another program answers on this socket");
		hint = STR("stop it, or choose another file with --unix");
	}
	if (error == EEXIST) {
		message = STR("there is a file here that is no socket");
		hint = STR("choose another with --unix");
	}
	if (error == ENAMETOOLONG)
		hint = STR("a socket's path has at most 107 bytes");
	(void)diag_error(&c->diags, c->unix_path, 0, message, hint);
	return EXIT_UNABLE;
}

static int
cannot_inherit(struct cli *c)
{
	(void)diag_error(&c->diags, STR("LISTEN_FDS"), 0,
	    STR("the service manager passed something else than one socket that listens"),
	    STR("see the ListenStream= lines of the socket unit"));
	return EXIT_UNABLE;
}

/* ---- where it can ---- */

/* EXIT_DONE, or what was said ends the program with. `*where` is for people. */
static int
start_listening(struct cli *c, struct listening *l, struct str *where)
{
	int error = 0;

	if (listen_inherited(l, &error)) {
		*where = STR("the socket of the service manager");
		return error == 0 ? EXIT_DONE : cannot_inherit(c);
	}
	if (c->unix_path.len > 0) {
		*where = c->unix_path;
		error = listen_file(c->unix_path, l);
		return error == 0 ? EXIT_DONE : cannot_make_file(c, error);
	}
	error = listen_address(c->listen, c->port, c->expose, l);
	if (error != 0)
		return cannot_listen(c, error);
	*where = arena_printf(&c->arena, "http://" STR_FMT "/", STR_ARG(host_port(c, l->port)));
	return EXIT_DONE;
}

/* Lines that come up while serving, from any thread: one write a line. */
static void
say_line(void *to, struct str lines)
{
	(void)to;
	if (write(STDERR_FILENO, lines.at, lines.len) < 0)
		return;         /* there is nobody left to tell */
}

/* At once: main writes only when the command ends. */
static bool
say_serving(struct str where)
{
	return printf("serving on " STR_FMT " (Ctrl-C stops)\n", STR_ARG(where)) > 0 &&
	    fflush(stdout) == 0;
}

/* ---- people ---- */

/* Whoever sees it on this terminal may make the first account; a log is no place for it. */
static void
say_first(struct cli *c, struct str where)
{
	struct store *s = isatty(STDOUT_FILENO) ? cli_open(c, STORE_WRITE) : NULL;
	struct str    token = STR_NONE, site = c->site;

	if (s == NULL)
		return;
	if (site.len == 0 && str_starts(where, STR("http://")))
		site = str_slice(where, 0, where.len - 1);
	if (login_first_link(&c->arena, s, clock_unix(), &token) && token.len > 0 &&
	    printf("nobody has an account here yet. The first administrator, within a day:\n"
	    STR_FMT "/%s/password/" STR_FMT "\n", STR_ARG(site), c->danish ? "da" : "en",
	    STR_ARG(token)) > 0)
		(void)fflush(stdout);
	store_close(s);
}

static bool
warn_of_demo(struct cli *c, struct store *s)
{
	int64_t demos;

	if (!account_demos(s, &demos))
		return store_problem(s, &c->diags);
	if (demos > 0)
		say_line(NULL, STR("pejl: warning: ******************************************************\n"
		    "pejl: warning: there are demo users: whoever knows the password can do anything\n"
		    "pejl: warning: remove them before this counts: pejl demo-users --remove\n"
		    "pejl: warning: ******************************************************\n"));
	return true;
}

/* Who cannot get in should be known before she tries. */
static bool
warn_of_factors(struct cli *c, struct store *s)
{
	struct diags said = diags_new(&c->arena);
	struct buf   lines;

	if (!factor_check(&c->arena, s, &said))
		return store_problem(s, &c->diags);
	buf_init(&lines, 1 << 16);
	diags_write(&said, &lines);
	if (lines.len > 0)
		say_line(NULL, buf_str(&lines));
	buf_free(&lines);
	return true;
}

/* What the files of settings say; each NULL: there is none. */
struct settings {
	const struct mail_settings *mail;
	const struct sso_settings  *sso;
};

static int
serve_on(struct cli *c, const struct listening *l, struct str where,
         const struct settings *told, const sigset_t *ends)
{
	struct server_setup setup = {
		.db = c->db, .fd = l->fd, .workers = (size_t)c->workers,
		.log = (enum service_log)c->log, .out = { .say = say_line }, .behind = l->local,
		.mail = told->mail, .sso = told->sso, .site = c->site,
		.reach = { .hosts = c->source_hosts, .private = c->allow_private, .wait_ms = c->timeout * 1000 },
		.on_sso_socket = told->sso != NULL && told->sso->socket.len > 0 &&
		    listen_is_file(l, told->sso->socket),
	};
	struct server *s = server_start(&setup, &c->diags);
	int            got;

	if (s == NULL)
		return EXIT_UNABLE;
	notify_send(STR("READY=1"));
	if (say_serving(where)) {
		say_first(c, where);
		(void)sigwait(ends, &got);
	}
	notify_send(STR("STOPPING=1"));
	server_stop(s);
	return EXIT_DONE;
}

/* At once: main writes only when the command ends. */
static void
say_warnings(struct cli *c)
{
	struct buf lines;

	buf_init(&lines, 1 << 16);
	diags_write(&c->diags, &lines);
	say_line(NULL, buf_str(&lines));
	buf_free(&lines);
	c->diags = diags_new(&c->arena);
}

static bool
read_settings(struct cli *c, struct store *s, struct settings *to)
{
	if (c->mail_settings.len > 0) {
		struct mail_settings *mail = ARENA_NEW(&c->arena, struct mail_settings);

		to->mail = mail;
		if (!cli_mail_settings(c, mail))
			return false;
	}
	if (c->sso_settings.len > 0) {
		struct sso_settings *sso = ARENA_NEW(&c->arena, struct sso_settings);

		to->sso = sso;
		if (!cli_sso_settings(c, s, sso))
			return false;
		say_warnings(c);
	}
	return true;
}

int
command_serve(struct cli *c)
{
	struct store    *s = cli_open(c, STORE_READ);
	struct listening l;
	struct settings  told = { NULL, NULL };
	struct str       where;
	sigset_t         ends, before;
	bool             warned;
	int              status;

	if (s == NULL)
		return EXIT_UNABLE;
	warned = warn_of_demo(c, s) && warn_of_factors(c, s) && read_settings(c, s, &told);
	store_close(s);
	if (!warned)
		return EXIT_UNABLE;
	status = start_listening(c, &l, &where);
	if (status != EXIT_DONE)
		return status;
	sigemptyset(&ends);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	(void)pthread_sigmask(SIG_BLOCK, &ends, &before);
	status = serve_on(c, &l, where, &told, &ends);
	(void)pthread_sigmask(SIG_SETMASK, &before, NULL);
	listen_close(&l);
	return status;
}
