/* Options, the command, and its answer to where it belongs. */
#include "cli/options.h"
#include "app/paper_trial.h"
#include "base/utf8.h"
#include "port/oidc.h"
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static const struct command *
find_command(const char *name)
{
	for (size_t i = 0; i < command_count; i++)
		if (strcmp(command_table[i].name, name) == 0)
			return &command_table[i];
	return NULL;
}

/* A setting of the environment; empty is as good as none. */
static const char *
setting(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0' ? value : NULL;
}

/* POSIX: LC_ALL, then LC_MESSAGES, then LANG; "da" alone or before _ . @ */
static bool
reads_danish(void)
{
	const char *lang = setting("LC_ALL");

	if (lang == NULL)
		lang = setting("LC_MESSAGES");
	if (lang == NULL)
		lang = setting("LANG");
	return lang != NULL && strncmp(lang, "da", 2) == 0 &&
	    (lang[2] == '\0' || strchr("_.@", lang[2]) != NULL);
}

static void
set_terminal(struct cli *c)
{
	struct winsize size = { 0 };
	const char    *term = getenv("TERM"), *columns = setting("COLUMNS");
	int64_t        n;

	if (!isatty(STDOUT_FILENO))
		return;
	c->colour = setting("NO_COLOR") == NULL && term != NULL && strcmp(term, "dumb") != 0;
	c->width = 80;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		c->width = size.ws_col;
	else if (columns != NULL && str_int(str_from(columns), &n) && n > 0 && n < 10000)
		c->width = (int)n;
}

/* What everything has until an option says otherwise. */
static void
set_defaults(struct cli *c)
{
	const char          *db = setting("PEJL_DB");
	const struct passwd *user = getpwuid(geteuid());
	time_t               now = time(NULL);
	struct tm            utc;

	c->diags = diags_new(&c->arena);
	buf_init(&c->out, OUTPUT_MAX);
	c->db = str_from(db != NULL ? db : "pejl.db");
	c->danish = reads_danish();
	c->who = str_from(user != NULL ? user->pw_name : "unknown");
	c->mail_settings = str_from(setting("PEJL_MAIL_SETTINGS"));
	c->sso_settings = str_from(setting("PEJL_SSO_SETTINGS"));
	c->source_hosts = str_from(setting("PEJL_SOURCE_HOSTS"));
	c->listen = STR("127.0.0.1");
	c->port = 8080;
	c->log = SERVE_LOG_ERRORS;
	(void)gmtime_r(&now, &utc);
	c->today = day_of(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
	c->now = arena_printf(&c->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", utc.tm_year + 1900,
	    utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
	set_terminal(c);
}

/* Names and keys are text, and not nothing. */
static bool
words_good(struct cli *c)
{
	for (int i = 0; i < c->args; i++) {
		if (utf8_check(cli_arg(c, i)) != SIZE_MAX)
			(void)cli_usage(c, "word %d is not valid UTF-8", i + 1);
		else if (cli_arg(c, i).len == 0)
			(void)cli_usage(c, "word %d is empty", i + 1);
		else
			continue;
		return false;
	}
	return true;
}

static int
run(struct cli *c, int argc, char *argv[])
{
	struct options        given;
	const struct command *k;
	const char           *stray;

	if (!options_read(c, argc, argv, &given))
		return EXIT_UNABLE;
	if (options_has(&given, 'V'))
		return command_version(c);
	if (given.words == 0)
		return command_help(c);
	if (options_has(&given, 'h')) {
		c->arg = given.word;
		c->args = 1;
		return command_help(c);
	}
	k = find_command(given.word[0]);
	if (k == NULL)
		return cli_usage(c, "there is no command '%s'", given.word[0]);
	c->arg = given.word + 1;
	c->args = given.words - 1;
	if (c->args < k->least || (k->most >= 0 && c->args > k->most))
		return cli_usage(c, "usage: pejl %s %s", k->name, k->usage);
	stray = options_stray(&given, k->options);
	if (stray != NULL)
		return cli_usage(c, "--%s does not belong to 'pejl %s'", stray, k->name);
	if (k->run != command_read && !words_good(c))
		return EXIT_UNABLE;
	return k->run(c);
}

/* All of it, or a line that says why not. */
static bool
write_out(FILE *to, const struct buf *b)
{
	if (b->len > 0 && fwrite(b->at, 1, b->len, to) != b->len)
		return false;
	return fflush(to) == 0;
}

static int
finish(struct cli *c, int status)
{
	struct buf problems;

	buf_init(&problems, OUTPUT_MAX);
	diags_write(&c->diags, &problems);
	if (!buf_ok(&c->out)) {
		BUF_LIT(&problems, "pejl: error: the answer is too large to show (ask for less)\n");
		status = EXIT_UNABLE;
	} else if (c->unwritten != 0 || !write_out(stdout, &c->out)) {
		int why = c->unwritten != 0 ? c->unwritten : errno;

		if (why != EPIPE)
			buf_putf(&problems, "pejl: error: cannot write the answer: %s\n",
			    strerror(why));
		status = EXIT_UNABLE;
	}
	(void)write_out(stderr, &problems);
	buf_free(&problems);
	buf_free(&c->out);
	arena_free(&c->arena);
	return status;
}

/* A standard stream that was closed: the next file that is opened must not take
 * its number and then be written to. What is written there fails, as it should. */
static void
hold_streams(void)
{
	int fd = open("/dev/null", O_RDONLY);

	while (fd >= STDIN_FILENO && fd <= STDERR_FILENO)
		fd = open("/dev/null", O_RDONLY);
	if (fd > STDERR_FILENO)
		(void)close(fd);
}

int
main(int argc, char *argv[])
{
	struct cli c = { 0 };

	hold_streams();
	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	if (paper_trial_asked(argc, argv))
		return paper_trial_main();
	if (oidc_child_asked(argc, argv))
		_exit(oidc_child_main(argv));   /* what its libraries keep goes with it */
	set_defaults(&c);
	return finish(&c, run(&c, argc, argv));
}
