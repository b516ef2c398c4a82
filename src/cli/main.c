/* Options, the command, and its answer to where it belongs. */
#include "cli/cli.h"
#include "base/utf8.h"
#include <errno.h>
#include <getopt.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static const struct option long_options[] = {
	{ "db",       required_argument, NULL, 'd' },
	{ "locale",   required_argument, NULL, 'L' },
	{ "lang",     required_argument, NULL, 'g' },
	{ "json",     no_argument,       NULL, 'j' },
	{ "as-of",    required_argument, NULL, 'a' },
	{ "known-on", required_argument, NULL, 'k' },
	{ "dry-run",  no_argument,       NULL, 'n' },
	{ "review",   no_argument,       NULL, 'r' },
	{ "all",      no_argument,       NULL, 'A' },
	{ "who",      required_argument, NULL, 'w' },
	{ "why",      required_argument, NULL, 'y' },
	{ "port",     required_argument, NULL, 'p' },
	{ "listen",   required_argument, NULL, 'l' },
	{ "help",     no_argument,       NULL, 'h' },
	{ "version",  no_argument,       NULL, 'V' },
	{ NULL,       0,                 NULL, 0 },
};

static bool
set_locale(struct cli *c, struct str word)
{
	static const struct str words[] = {
		[NOTATION_DA] = STR_INIT("da"), [NOTATION_EN] = STR_INIT("en"),
		[NOTATION_NONE] = STR_INIT("none"),
	};

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (!str_eq(word, words[i]))
			continue;
		c->notation = (enum notation)i;
		return true;
	}
	(void)cli_usage(c, "--locale is da, en or none");
	return false;
}

static bool
set_day(struct cli *c, const char *option, struct str word, int32_t *day, bool *has)
{
	if (!day_from_iso(word, day)) {
		(void)cli_usage(c, "%s wants a date such as 2009-06-01", option);
		return false;
	}
	*has = true;
	return true;
}

static bool
set_port(struct cli *c, struct str word)
{
	if (str_int(word, &c->port) && c->port >= 0 && c->port <= 65535)
		return true;
	(void)cli_usage(c, "--port is a number from 0 to 65535");
	return false;
}

static bool
set_lang(struct cli *c, struct str word)
{
	c->danish = str_eq(word, STR("da"));
	if (c->danish || str_eq(word, STR("en")))
		return true;
	(void)cli_usage(c, "--lang is da or en");
	return false;
}

static bool
set_option(struct cli *c, int letter, const char *value)
{
	struct str word = str_from(value);

	if (utf8_check(word) != SIZE_MAX) {
		(void)cli_usage(c, "an option's value is not valid UTF-8");
		return false;
	}
	switch (letter) {
	case 'd': c->db = word; return true;
	case 'L': return set_locale(c, word);
	case 'g': return set_lang(c, word);
	case 'j': c->json = true; return true;
	case 'a': return set_day(c, "--as-of", word, &c->as_of, &c->has_as_of);
	case 'k': return set_day(c, "--known-on", word, &c->known_on, &c->has_known_on);
	case 'n': c->dry_run = true; return true;
	case 'r': c->review = true; return true;
	case 'A': c->all = true; return true;
	case 'w': c->who = word; return true;
	case 'y': c->why = word; return true;
	case 'p': return set_port(c, word);
	case 'l': c->listen = word; return true;
	default: return false;
	}
}

static const struct command *
find_command(const char *name)
{
	for (size_t i = 0; i < command_count; i++)
		if (strcmp(command_table[i].name, name) == 0)
			return &command_table[i];
	return NULL;
}

/* What everything has until an option says otherwise. */
static void
set_defaults(struct cli *c)
{
	const char           *db = getenv("PEJL_DB"), *lang = getenv("LANG");
	const struct passwd  *user = getpwuid(geteuid());
	struct winsize        size = { 0 };
	time_t                now = time(NULL);
	struct tm             utc;

	c->diags = diags_new(&c->arena);
	buf_init(&c->out, OUTPUT_MAX);
	c->db = str_from(db != NULL && db[0] != '\0' ? db : "pejl.db");
	c->danish = lang != NULL && strncmp(lang, "da", 2) == 0;
	c->who = str_from(user != NULL ? user->pw_name : "unknown");
	c->listen = STR("127.0.0.1");
	c->port = 8080;
	(void)gmtime_r(&now, &utc);
	c->today = day_of(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
	c->now = arena_printf(&c->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", utc.tm_year + 1900,
	    utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
	c->colour = isatty(STDOUT_FILENO) && getenv("NO_COLOR") == NULL;
	if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		c->width = size.ws_col > 0 ? size.ws_col : 80;
}

/* "-10 procentpoint" is a phrase, not an option: there are no short options.
 * Such words go last, behind "--". Returns the new count; `ret` has room for
 * one more than argc. */
static int
dash_words_last(int argc, char *argv[], char *ret[])
{
	static char end[] = "--";
	int         n = 0;

	for (int i = 0; i < argc; i++)
		if (strcmp(argv[i], end) == 0) {
			memcpy(ret, argv, (size_t)argc * sizeof *argv);
			return argc;
		}
	for (int i = 0; i < argc; i++)
		if (argv[i][0] != '-' || argv[i][1] == '-')
			ret[n++] = argv[i];
	ret[n++] = end;
	for (int i = 0; i < argc; i++)
		if (argv[i][0] == '-' && argv[i][1] != '-')
			ret[n++] = argv[i];
	return n;
}

/* Reads the options; false: what is wrong was said, or *status is the answer. */
static bool
read_options(struct cli *c, int argc, char *argv[], char *taken, int *status)
{
	int letter, n = 0;

	opterr = 0;
	while ((letter = getopt_long(argc, argv, ":", long_options, NULL)) != -1) {
		*status = EXIT_UNABLE;
		if (letter == 'h' || letter == 'V') {
			*status = letter == 'h' ? command_help(c) : command_version(c);
			return false;
		}
		if (letter == '?' || letter == ':') {
			(void)cli_usage(c, letter == '?' ? "there is no option '%s'"
			                                 : "'%s' wants a value", argv[optind - 1]);
			return false;
		}
		if (!set_option(c, letter, optarg))
			return false;
		if (strchr("dLgwy", letter) == NULL && n < 31)
			taken[n++] = (char)letter;
	}
	return true;
}

static int
run(struct cli *c, int argc, char *argv[])
{
	char                  taken[32] = "";
	char                **word = ARENA_ARRAY(&c->arena, char *, (size_t)argc + 2);
	const struct command *k;
	int                   status;

	argc = dash_words_last(argc, argv, word);
	argv = word;
	if (!read_options(c, argc, argv, taken, &status))
		return status;
	if (optind >= argc) {
		(void)command_help(c);
		return EXIT_DONE;
	}
	k = find_command(argv[optind]);
	if (k == NULL)
		return cli_usage(c, "there is no command '%s'", argv[optind]);
	c->arg = argv + optind + 1;
	c->args = argc - optind - 1;
	if (c->args < k->least || (k->most >= 0 && c->args > k->most))
		return cli_usage(c, "usage: pejl %s %s", k->name, k->usage);
	if (taken[strspn(taken, k->options)] != '\0')
		return cli_usage(c, "an option does not belong to 'pejl %s'", k->name);
	for (int i = 0; i < c->args; i++)
		if (k->run != command_read && utf8_check(cli_arg(c, i)) != SIZE_MAX)
			return cli_usage(c, "word %d is not valid UTF-8", i + 1);
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
	} else if (!write_out(stdout, &c->out)) {
		if (errno != EPIPE)
			buf_putf(&problems, "pejl: error: cannot write the answer: %s\n",
			    strerror(errno));
		status = EXIT_UNABLE;
	}
	(void)write_out(stderr, &problems);
	buf_free(&problems);
	buf_free(&c->out);
	arena_free(&c->arena);
	return status;
}

int
main(int argc, char *argv[])
{
	struct cli c = { 0 };

	(void)signal(SIGPIPE, SIG_IGN);
	(void)signal(SIGXFSZ, SIG_IGN);
	set_defaults(&c);
	return finish(&c, run(&c, argc, argv));
}
