/* What is typed wrong, help, versions, and outputs that cannot be written. */
#include "cli/run.h"

static const char *const commands[] = {
	"read", "import", "accept", "reject", "list", "show", "evaluate", "barometer", "undo",
	"dump", "load", "db", "serve", "help", "version",
};

static void
help_names_every_command(void **state)
{
	struct box *b = *state;
	char        line[64];

	WORKS(b, "help");
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		snprintf(line, sizeof line, "pejl %s", commands[i]);
		assert_says(b, line);
	}
	WORKS(b, "--help");
	assert_says(b, "pejl barometer");
	assert_int_equal(run_words(b, (const char *const[]){ "pejl", NULL }), 0);
	assert_says(b, "pejl barometer");
}

static void
help_explains_one(void **state)
{
	struct box *b = *state;

	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		char usage[64];

		snprintf(usage, sizeof usage, "pejl %s", commands[i]);
		WORKS(b, "help", commands[i]);
		assert_int_equal(strncmp(b->out, usage, strlen(usage)), 0);
		assert_true(count_lines(b->out) >= 2 && count_lines(b->out) <= 4);
		WORKS(b, commands[i], "--help");
		assert_int_equal(strncmp(b->out, usage, strlen(usage)), 0);
	}
	WORKS(b, "help", "list");
	assert_says(b, "--known-on");
	REFUSES(b, 2, "no command 'måling'", "help", "måling");
}

/* The newest entry of CHANGES is the version. */
static void
version_is_the_newest(void **state)
{
	struct box *b = *state;
	char        entry[128], expected[160];
	FILE       *f = fopen("CHANGES", "r");

	if (f == NULL)
		skip();
	assert_non_null(fgets(entry, sizeof entry, f));
	(void)fclose(f);
	entry[strcspn(entry, " \n")] = '\0';
	snprintf(expected, sizeof expected, "pejl %s\n", entry);
	WORKS(b, "version");
	assert_string_equal(b->out, expected);
	WORKS(b, "--version");
	assert_string_equal(b->out, expected);
}

static void
wrong_words(void **state)
{
	static const struct {
		const char *words[6];
		const char *says;
	} rows[] = {
		{ { "pejle" }, "no command 'pejle'" },
		{ { "barometer", "--farve" }, "no option '--farve'" },
		{ { "barometer", "--jso" }, "no option '--jso'" },
		{ { "list" }, "usage: pejl list KIND" },
		{ { "list", "targets", "indicators" }, "usage: pejl list" },
		{ { "show", "target" }, "usage: pejl show KIND ID" },
		{ { "barometer", "nu" }, "usage: pejl barometer" },
		{ { "read" }, "usage: pejl read TEXT" },
		{ { "import" }, "usage: pejl import" },
		{ { "undo" }, "usage: pejl undo CHANGE" },
		{ { "undo", "den første" }, "a change is a number" },
		{ { "undo", "-3" }, "a change is a number" },
		{ { "undo", "99999999999999999999" }, "a change is a number" },
		{ { "db" }, "usage: pejl db" },
		{ { "db", "vask" }, "migrate, check, reindex, backup and restore" },
		{ { "db", "backup" }, "name the backup's file" },
		{ { "db", "check", "nu" }, "takes no word more" },
		{ { "db", "check", "--dry-run" }, "'pejl db migrate' alone" },
		{ { "accept" }, "name the proposals" },
		{ { "accept", "a", "--all" }, "name the proposals" },
		{ { "reject" }, "name the proposals" },
		{ { "list", "blåbær" }, "'blåbær' is no kind" },
		{ { "evaluate", "--as-of" }, "--as-of wants a value" },
		{ { "evaluate", "--as-of", "i går" }, "a date that exists" },
		{ { "evaluate", "--as-of", "2009-02-30" }, "a date that exists" },
		{ { "evaluate", "--known-on=2009-6-1" }, "a date that exists" },
		{ { "read", "1", "--locale", "sv" }, "--locale is da, en or none" },
		{ { "barometer", "--lang=sv" }, "--lang is da or en" },
		{ { "barometer", "--db=" }, "--db wants a value" },
		{ { "undo", "1", "--who", " " }, "--who wants a value" },
		{ { "read", "1", "--json=ja" }, "--json takes no value" },
		{ { "serve", "--port", "65536" }, "--port is a number" },
		{ { "serve", "--port", "-1" }, "--port is a number" },
		{ { "serve", "--port", "http" }, "--port is a number" },
		{ { "list", "targets", "--who", "Åse\xFF" }, "--who is not valid UTF-8" },
		{ { "list", "\xC3" }, "word 1 is not valid UTF-8" },
	};
	struct box *b = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *words[8] = { "pejl" };

		memcpy(&words[1], rows[i].words, sizeof rows[i].words);
		(void)run_words(b, words);
		check_refused(b, 2, rows[i].says);
	}
	assert_int_equal(access(box_path(b, "pejl.db"), F_OK), -1);
}

/* Every option with every command that does not know it. */
static void
options_have_a_home(void **state)
{
	static const struct {
		const char *name, *value, *commands;
	} rows[] = {
		{ "--json", NULL, "read import list show evaluate" },
		{ "--as-of", "2009-06-01", "show evaluate barometer" },
		{ "--known-on", "2009-06-01", "list show evaluate barometer" },
		{ "--dry-run", NULL, "import db" },
		{ "--review", NULL, "import" },
		{ "--all", NULL, "accept reject" },
		{ "--who", "Åse", "import accept reject undo" },
		{ "--why", "fejl", "import accept reject undo" },
		{ "--port", "1", "serve" },
		{ "--listen", "127.0.0.1", "serve" },
	};
	static const char *const words[] = { "x", "y" };
	static const int least[] = { 1, 1, 0, 0, 1, 2, 0, 0, 1, 1, 1, 1, 0, 0, 0 };
	struct box *b = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (size_t c = 0; c < sizeof commands / sizeof *commands; c++) {
			const char *line[8] = { "pejl", commands[c] };
			size_t      n = 2;

			if (strstr(rows[i].commands, commands[c]) != NULL)
				continue;
			for (int w = 0; w < least[c]; w++)
				line[n++] = words[w];
			line[n++] = rows[i].name;
			line[n] = rows[i].value;
			(void)run_words(b, line);
			check_refused(b, 2, "does not belong to");
		}
	}
}

/* A word that begins with one dash is a word; a value may begin with a dash. */
static void
dashes_are_words(void **state)
{
	struct box *b = *state;

	WORKS(b, "read", "-10 procentpoint");
	assert_says(b, "-10 procentpoint");
	WORKS(b, "read", "--locale", "da", "-10 procentpoint", "--json");
	assert_says(b, "\"percentage_point\"");
	WORKS(b, "read", "--json", "--", "--10 pct.");
	assert_says(b, "10 pct.");
	load_example(b);
	REFUSES(b, 1, "change 99", "--db", "by.db", "undo", "99", "--why", "-10 pct. var forkert");
	REFUSES(b, 1, "change 99", "undo", "--db=by.db", "--why=-10", "99");
}

/* The register is named by --db, else $PEJL_DB, else pejl.db. */
static void
register_is_named(void **state)
{
	struct box *b = *state;

	REFUSES(b, 2, "pejl.db: error", "list", "targets");
	b->env[0] = "PEJL_DB=ærø.db";
	REFUSES(b, 2, "ærø.db: error", "list", "targets");
	REFUSES(b, 2, "ÅS.db: error", "list", "targets", "--db", "ÅS.db");
	b->env[0] = "PEJL_DB=";
	REFUSES(b, 2, "pejl.db: error", "list", "targets");
}

static void
language_follows_the_reader(void **state)
{
	static const struct {
		const char *env[3], *option;
		bool        danish;
	} rows[] = {
		{ { NULL }, NULL, false }, { { "LANG=da_DK.UTF-8" }, NULL, true },
		{ { "LANG=da_DK" }, NULL, true }, { { "LANG=da" }, NULL, true },
		{ { "LANG=dav_KE" }, NULL, false }, { { "LANG=en_GB.UTF-8" }, NULL, false },
		{ { "LANG=da_DK", "LC_ALL=C" }, NULL, false },
		{ { "LANG=C", "LC_MESSAGES=da_DK" }, NULL, true },
		{ { "LANG=C", "LC_ALL=" , "LC_MESSAGES=da_DK" }, NULL, true },
		{ { "LANG=da_DK" }, "--lang=en", false }, { { "LANG=C" }, "--lang=da", true },
	};
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		memcpy(b->env, rows[i].env, sizeof rows[i].env);
		if (rows[i].option != NULL)
			WORKS(b, "--db", "by.db", "barometer", rows[i].option);
		else
			WORKS(b, "--db", "by.db", "barometer");
		assert_int_equal(strstr(b->out, "måltal:") != NULL, rows[i].danish);
		assert_int_equal(strstr(b->out, "targets:") != NULL, !rows[i].danish);
	}
}

static void
output_that_cannot_be_written(void **state)
{
	struct box *b = *state;

	b->out_to = "/dev/full";
	REFUSES(b, 2, "cannot write the answer", "help");
	b->out_to = "-";
	REFUSES(b, 2, "cannot write the answer", "help");
	b->out_to = NULL;
	/* A closed stream's number is not taken by the register. */
	load_example(b);
	b->out_to = "-";
	REFUSES(b, 2, "cannot write the answer", "--db", "by.db", "list", "targets");
	b->out_to = NULL;
	WORKS(b, "--db", "by.db", "db", "check");
}

/* A reader that goes away is no problem worth a word. */
static void
reader_goes_away(void **state)
{
	struct box *b = *state;

	load_example(b);
	box_shell(b, "'%s' --db by.db list observations --json 2>problems | head -n 1 >first",
	    b->program);
	box_shell(b, "test \"$(cat first)\" = '[' && test ! -s problems");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(help_names_every_command), BOX_TEST(help_explains_one),
		BOX_TEST(version_is_the_newest), BOX_TEST(wrong_words),
		BOX_TEST(options_have_a_home), BOX_TEST(dashes_are_words),
		BOX_TEST(register_is_named), BOX_TEST(language_follows_the_reader),
		BOX_TEST(output_that_cannot_be_written), BOX_TEST(reader_goes_away),
	};

	return cmocka_run_group_tests_name("usage", tests, NULL, NULL);
}
