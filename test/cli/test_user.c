/* People from the terminal: made, listed, closed, erased; the trail checked; the first
 * start. */
#include "cli/run.h"
#include <pty.h>
#include <sqlite3.h>

static void
a_user_is_made(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "user", "list");
	assert_silent(b, "åse");
	WORKS(b, "--db", "by.db", "user", "add", "åse", "--title", "Åse Sørensen", "--mail",
	    "åse@ærø.dk", "--role", "contributor:bif", "--role", "publisher", "--site",
	    "https://ærø.dk", "--lang", "da");
	assert_says(b, "https://ærø.dk/da/password/");
	WORKS(b, "--db", "by.db", "user", "list");
	assert_says(b, "åse\tÅse Sørensen\tåse@ærø.dk\tcontributor:bif publisher\tno password");
	WORKS(b, "--db", "by.db", "user", "revoke", "åse", "--role", "publisher");
	WORKS(b, "--db", "by.db", "user", "grant", "åse", "--role", "editor");
	WORKS(b, "--db", "by.db", "user", "disable", "åse");
	WORKS(b, "--db", "by.db", "user", "list");
	assert_says(b, "contributor:bif editor\tclosed");
	WORKS(b, "--db", "by.db", "user", "enable", "åse");
	WORKS(b, "--db", "by.db", "user", "reset", "åse");
	assert_says(b, "http://127.0.0.1:8080/en/password/");
	WORKS(b, "--db", "by.db", "trail", "show", "åse");
	assert_says(b, "account.disable");
	assert_says(b, "Åse Sørensen");
	WORKS(b, "--db", "by.db", "trail", "verify");
	assert_says(b, "the chain is whole: 8 rows");
	WORKS(b, "--db", "by.db", "user", "erase", "åse");
	WORKS(b, "--db", "by.db", "trail", "show");
	assert_silent(b, "Åse");
	WORKS(b, "--db", "by.db", "trail", "erase", "--before", "2999-01-01", "--why", "Opbevaring");
	assert_says(b, "9 rows before 2999-01-01 say nothing of people any more");
	WORKS(b, "--db", "by.db", "trail", "erase", "--before", "5y");
	assert_says(b, "0 rows before 20");     /* and no row tells of it */
	WORKS(b, "--db", "by.db", "trail", "verify");
	assert_says(b, "the chain is whole: 10 rows");
}

static void
what_is_refused(void **state)
{
	struct box *b = *state;

	load_example(b);
	REFUSES(b, 2, "say whose account", "--db", "by.db", "user", "add");
	REFUSES(b, 2, "takes no word more", "--db", "by.db", "user", "list", "x");
	REFUSES(b, 2, "'pejl user' knows", "--db", "by.db", "user", "befordre", "x");
	REFUSES(b, 1, "no such account", "--db", "by.db", "user", "disable", "øse");
	REFUSES(b, 1, "no such account", "--db", "by.db", "user", "erase", "øse");
	REFUSES(b, 1, "small letters", "--db", "by.db", "user", "add", "Åse S");
	REFUSES(b, 1, "--mail: error: Write an address", "--db", "by.db", "user", "add", "bo", "--mail", "bo");
	REFUSES(b, 1, "'king' is no role", "--db", "by.db", "user", "add", "bo", "--role", "king");
	REFUSES(b, 1, "'editor:nowhere'", "--db", "by.db", "user", "add", "bo", "--role", "editor:nowhere");
	REFUSES(b, 1, "'administrator:bif'", "--db", "by.db", "user", "add", "bo", "--role",
	    "administrator:bif");
	REFUSES(b, 2, "--site is an address", "--db", "by.db", "user", "add", "bo", "--site", "ærø.dk");
	WORKS(b, "--db", "by.db", "user", "add", "bo");
	REFUSES(b, 1, "already", "--db", "by.db", "user", "add", "bo");
	REFUSES(b, 2, "say which with --role", "--db", "by.db", "user", "grant", "bo");
	REFUSES(b, 2, "--before", "--db", "by.db", "trail", "erase");
	REFUSES(b, 2, "--before wants a date", "--db", "by.db", "trail", "erase", "--before", "0y");
	REFUSES(b, 2, "--before wants a date", "--db", "by.db", "trail", "erase", "--before", "y");
	REFUSES(b, 2, "--before belongs", "--db", "by.db", "trail", "show", "--before", "2009-01-01");
	REFUSES(b, 2, "'pejl trail' knows", "--db", "by.db", "trail", "burn");
	REFUSES(b, 1, "no such account", "--db", "by.db", "trail", "show", "øse");
	REFUSES(b, 2, "does not belong", "--db", "by.db", "user", "list", "--remove");
}

/* Somebody changes the trail past the program. */
static void
a_broken_chain_is_told(void **state)
{
	struct box *b = *state;
	sqlite3    *db;

	load_example(b);
	WORKS(b, "--db", "by.db", "user", "add", "åse", "--title", "Åse");
	WORKS(b, "--db", "by.db", "user", "add", "bo");
	assert_int_equal(sqlite3_open(box_path(b, "by.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE trail SET act = 'x' WHERE id = 1", NULL, NULL, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	assert_int_equal(RUN(b, "--db", "by.db", "trail", "verify"), 1);
	assert_non_null(strstr(b->err, "trail row 1: error: it does not say what it said"));
}

static void
demo_users_come_and_go(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "demo-users");
	assert_says(b, "demo-unit_approver\n");
	assert_says(b, "password of each: ");
	WORKS(b, "--db", "by.db", "demo-users");        /* another password */
	WORKS(b, "--db", "by.db", "user", "list");
	assert_says(b, "demo-publisher\tDemo: udgiver\t\tpublisher\tdemo");
	WORKS(b, "--db", "by.db", "demo-users", "--remove");
	WORKS(b, "--db", "by.db", "user", "list");
	assert_silent(b, "demo");
	WORKS(b, "--db", "by.db", "trail", "verify");
}

/* What `pejl serve` says on a terminal before it is stopped, or into a pipe. */
static void
serve_says(struct box *b, bool terminal, char *text, size_t size)
{
	const char *const words[] = { "pejl", "--db", "by.db", "serve", "--port", "0", NULL };
	struct pollfd     p = { .events = POLLIN };
	int               both[2];
	size_t            len = 0;
	ssize_t           n;
	pid_t             pid;

	if (!terminal) {
		assert_int_equal(pipe2(both, O_CLOEXEC), 0);
		p.fd = both[0];
		pid = run_spawn(b, (char *const *)(uintptr_t)words, both, both);
		(void)close(both[1]);
	} else {
		pid = forkpty(&p.fd, NULL, NULL, NULL);
		if (pid == 0 && chdir(b->dir) == 0)
			(void)execv(b->program, (char *const *)(uintptr_t)words);
	}
	assert_true(pid > 0);
	/* As long as more comes within a second. */
	while (len + 1 < size && poll(&p, 1, len == 0 ? 20000 : 1000) == 1 &&
	    (n = read(p.fd, text + len, size - 1 - len)) > 0)
		len += (size_t)n;
	text[len] = '\0';
	(void)kill(pid, SIGTERM);
	(void)waitpid(pid, NULL, 0);
	(void)close(p.fd);
}

static void
the_first_start(void **state)
{
	struct box *b = *state;
	char        text[4096];

	load_example(b);
	serve_says(b, true, text, sizeof text);
	assert_non_null(strstr(text, "nobody has an account here yet"));
	assert_non_null(strstr(text, "/en/password/"));
	serve_says(b, false, text, sizeof text);        /* a log is no place for it */
	assert_non_null(strstr(text, "serving on"));
	assert_null(strstr(text, "/password/"));
	WORKS(b, "--db", "by.db", "demo-users");
	serve_says(b, true, text, sizeof text);
	assert_null(strstr(text, "/password/"));
	assert_non_null(strstr(text, "there are demo users"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(a_user_is_made),
		BOX_TEST(what_is_refused),
		BOX_TEST(a_broken_chain_is_told),
		BOX_TEST(demo_users_come_and_go),
		BOX_TEST(the_first_start),
	};

	return cmocka_run_group_tests_name("user", tests, NULL, NULL);
}
