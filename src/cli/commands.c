#include "cli/cli.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FLUSH_BYTES ((size_t)1 << 18)

/* Options by letter, see options.h: j --json, a --as-of, k --known-on, n --dry-run,
 * r --review, A --all, y --why, w --who, p --port, l --listen, S --sarif,
 * v --verbose, b --by, s --set, u --unit-of, c --csv, x --xlsx, U --unix, e --expose,
 * o --log, W --workers, P --publish, t --title, m --mail, R --role, O --site,
 * B --before, M --remove, E --mail-settings, C --check, T --sso-settings, f --of,
 * F --output, i --since, Z --release, K --compare, Q --corrects, N --allow-private,
 * I --timeout. */
const struct command command_table[] = {
	{ "read", "TEXT", "show the figures, amounts and periods in a phrase",
	  command_read, 1, 1, "j" },
	{ "import", "FILE...", "read documents or measurements into the register",
	  command_import, 1, -1, "jnrPwy" },
	{ "accept", "PROPOSAL... | --all", "take waiting proposals into the register",
	  command_accept, 0, -1, "Awy" },
	{ "reject", "PROPOSAL... | --all", "turn waiting proposals down",
	  command_reject, 0, -1, "Awy" },
	{ "document", "publish|unpublish DOCUMENT...", "let everybody read the text of documents, or nobody",
	  command_document, 2, -1, "wy" },
	{ "list", "KIND", "list everything of a kind: targets, indicators, documents, ...",
	  command_list, 1, 1, "jk" },
	{ "show", "KIND ID", "show one thing with its history and what refers to it",
	  command_show, 2, 2, "jka" },
	{ "search", "WORD...", "find everything that has these words",
	  command_search, 1, -1, "j" },
	{ "evaluate", "[TARGET...]", "judge targets, each verdict explained",
	  command_evaluate, 0, -1, "jak" },
	{ "barometer", "", "objectives by theme with verdict, figure, target and pace",
	  command_barometer, 0, 0, "ak" },
	{ "audit", "[FILE...]", "check what papers or the register claim: sums, shares, targets",
	  command_audit, 0, -1, "jSvak" },
	{ "budget", "", "the economy in lines and years, added up; what if an amount were another",
	  command_budget, 0, 0, "jbsucxak" },
	{ "export", "FORMAT", "write open data: csv, json-stat, sdmx-csv, dcat, package, ...",
	  command_export, 1, 1, "fFaO" },
	{ "report", "KIND -o FILE | --release KEY -o FILE | --release KEY --check | --release KEY --compare KEY",
	  "a report for the council: as it can be made now, or as it was laid before it",
	  command_report, 0, 1, "afFiOZKC" },
	{ "release", "KIND", "lay a report before the council: it is kept as it is, letter by letter",
	  command_release, 1, 1, "afiQwy" },
	{ "undo", "CHANGE", "take a recorded change back",
	  command_undo, 1, 1, "wy" },
	{ "dump", "DIR", "write the register as a data package of CSV files",
	  command_dump, 1, 1, "" },
	{ "load", "DIR", "read a data package into an empty register",
	  command_load, 1, 1, "" },
	{ "db", "migrate|check|reindex|backup FILE|restore FILE", "care for the database",
	  command_db, 1, 2, "n" },
	{ "serve", "", "serve the barometer over HTTP until Ctrl-C",
	  command_serve, 0, 0, "plUeoWOET" },
	{ "publish", "DIR", "the whole public site as files, for any web server",
	  command_publish, 1, 1, "OC" },
	{ "mail", "send|list|again NUMBER|drop NUMBER", "tell people what is new; what could not be sent",
	  command_mail, 1, 2, "E" },
	{ "source", "list|add KEY|test KEY|fetch [KEY...]|breaks|break KEY|same KEY|log [KEY]",
	  "figures that come by themselves from statistics bureaus and files",
	  command_source, 1, -1, "nstNIwy" },
	{ "user", "add|grant|revoke|reset|disable|enable|erase NAME | list",
	  "the people who work in the browser, and what each may do",
	  command_user, 1, 2, "tmROwy" },
	{ "sso", "check", "single sign-on: are its settings right, does the provider answer",
	  command_sso, 1, 1, "T" },
	{ "trail", "show [NAME] | verify | erase",
	  "who did what in the browser; is the chain whole; retention",
	  command_trail, 1, 2, "wyB" },
	{ "demo-users", "", "one user a role with a password, for a try",
	  command_demo_users, 0, 0, "wyM" },
	{ "help", "[COMMAND]", "this list, or one command",
	  command_help, 0, 1, "" },
	{ "version", "", "the program's version",
	  command_version, 0, 0, "" },
};
const size_t command_count = COUNT_OF(command_table);

int
cli_usage(struct cli *c, const char *format, ...)
{
	char   *text = NULL;
	va_list ap;

	va_start(ap, format);
	if (vasprintf(&text, format, ap) < 0)
		abort();
	va_end(ap);
	(void)diag_error(&c->diags, STR("pejl"), 0, str_from(text), STR("see 'pejl help'"));
	free(text);
	return EXIT_UNABLE;
}

int
cli_status(const struct cli *c)
{
	return c->diags.errors > 0 ? EXIT_PROBLEM : EXIT_DONE;
}

struct store *
cli_open(struct cli *c, enum store_open mode)
{
	return store_open(c->db, mode, &c->diags);
}

bool
cli_snapshot(struct cli *c, struct store *s, uint64_t nouns, struct snapshot *ret)
{
	struct things *t = things_load(&c->arena, s);
	int64_t        known = 0;

	if (t == NULL)
		return false;
	if (c->has_known_on && !snapshot_known_on(s, c->known_on, &known))
		return false;
	if (c->has_known_on && known == KNOWN_NOTHING)
		(void)diag_add(&c->diags, (struct diag){ .level = DIAG_NOTE, .where = c->db,
		    .message = STR("the register knew nothing on that day"),
		    .hint = STR("'pejl list changes' shows since when it does") });
	return snapshot_load(&c->arena, s, t, known, nouns, ret);
}

struct act
cli_act(const struct cli *c, const char *why)
{
	return (struct act){ .at = c->now, .who = c->who,
	                     .why = c->why.len > 0 ? c->why : str_from(why) };
}

int
cli_close(struct cli *c, struct store *s)
{
	bool unable;

	if (s != NULL && store_failed(s))
		(void)store_problem(s, &c->diags);
	unable = s != NULL && store_unable(s);
	store_close(s);
	return unable ? EXIT_UNABLE : cli_status(c);
}

struct str
cli_arg(const struct cli *c, int i)
{
	return i < c->args ? str_from(c->arg[i]) : STR_NONE;
}

void
cli_flush(struct cli *c)
{
	if (c->unwritten != 0 || !buf_ok(&c->out) || c->out.len < FLUSH_BYTES)
		return;
	if (fwrite(c->out.at, 1, c->out.len, stdout) != c->out.len)
		c->unwritten = errno;
	c->out.len = 0;
}

/* The options of a command, by the letters of its row. */
static void
command_options(struct cli *c, const struct command *k)
{
	static const struct {
		char        letter;
		const char *words;
	} words[] = {
		{ 'j', "--json" }, { 'a', "--as-of DATE" }, { 'k', "--known-on DATE" },
		{ 'n', "--dry-run" }, { 'r', "--review" }, { 'P', "--publish" }, { 'y', "--why TEXT" },
		{ 'w', "--who NAME" }, { 'p', "--port N" }, { 'l', "--listen ADDRESS" },
		{ 'S', "--sarif" }, { 'v', "--verbose" },
		{ 'b', "--by section|unit|objective|agreement|financing|year" },
		{ 's', "--set LINE[:YEAR]=AMOUNT" }, { 'u', "--unit-of mio|1000|kr" },
		{ 'c', "--csv" }, { 'x', "--xlsx FILE" }, { 'U', "--unix PATH" },
		{ 'e', "--expose" }, { 'o', "--log none|errors|all" }, { 'W', "--workers N" },
		{ 't', "--title NAME" }, { 'm', "--mail ADDRESS" },
		{ 'R', "--role ROLE[:UNIT[:POLICY]]" }, { 'O', "--site https://..." },
		{ 'B', "--before DATE|5y" }, { 'M', "--remove" },
		{ 'E', "--mail-settings FILE" }, { 'C', "--check" }, { 'T', "--sso-settings FILE" },
		{ 'f', "--of KEY" }, { 'F', "-o, --output FILE" }, { 'i', "--since DATE" },
		{ 'Z', "--release KEY" }, { 'K', "--compare KEY" }, { 'Q', "--corrects KEY" },
		{ 'N', "--allow-private" }, { 'I', "--timeout SECONDS" },
	};
	bool any = false;

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (strchr(k->options, words[i].letter) == NULL)
			continue;
		buf_putf(&c->out, "%s%s", any ? ", " : "    options: ", words[i].words);
		any = true;
	}
	if (any)
		BUF_LIT(&c->out, "\n");
}

static void
one_command(struct cli *c, const struct command *k)
{
	buf_putf(&c->out, "pejl %s%s%s\n    %s\n", k->name, k->usage[0] != '\0' ? " " : "",
	    k->usage, k->summary);
}

int
command_help(struct cli *c)
{
	for (size_t i = 0; i < command_count; i++) {
		if (c->args == 0)
			one_command(c, &command_table[i]);
		else if (str_eq(cli_arg(c, 0), str_from(command_table[i].name))) {
			one_command(c, &command_table[i]);
			command_options(c, &command_table[i]);
			return EXIT_DONE;
		}
	}
	if (c->args > 0)
		return cli_usage(c, "there is no command '%s'", c->arg[0]);
	BUF_LIT(&c->out, "\nOptions: --db PATH|postgresql://..., --lang da|en, --locale da|en|none,\n"
	    "--json, --as-of DATE, --known-on DATE, --dry-run, --review, --publish, --all,\n"
	    "--who NAME, --why TEXT, --port N, --listen ADDRESS, --sarif, --verbose, --by KIND,\n"
	    "--set LINE=AMOUNT, --unit-of UNIT, --csv, --xlsx FILE, --unix PATH,\n"
	    "--expose, --log none|errors|all, --workers N, --title NAME, --mail ADDRESS,\n"
	    "--role ROLE[:UNIT], --site URL, --before DATE, --remove,\n"
	    "--mail-settings FILE, --check, --sso-settings FILE, --of KEY, --output FILE,\n"
	    "--since DATE, --release KEY, --compare KEY, --corrects KEY,\n"
	    "--allow-private, --timeout SECONDS. The manual: man pejl\n");
	return EXIT_DONE;
}

int
command_version(struct cli *c)
{
	BUF_LIT(&c->out, "pejl " PEJL_VERSION "\n");
	return EXIT_DONE;
}
