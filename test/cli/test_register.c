/* What changes the register: import, review, accept, reject, undo, load, dump and
 * the care of the database; on SQLite, and on PostgreSQL where PEJL_TEST_PG is. */
#include "cli/run.h"
#include "core/calendar.h"
#include "json_tree.h"
#include <libpq-fe.h>

static const char goals[] =
	"# Status for integrationsindsatsen\n\n"
	"Mål 1: Mindst 80 pct. af brugerne er tilfredse i 2012.\n\n"
	"Status: 82 pct. af brugerne var tilfredse i 2011.\n\n"
	"Mål 2: 100 helbredsafklaringer i 2012 på Ærø.\n\n"
	"Status: 40 afklaringer til og med marts 2012.\n";

/* ---- a new register on each engine ---- */

struct city {
	char url[512], name[64];
};

static const char *
server(void)
{
	return getenv("PEJL_TEST_PG");
}

static void
server_run(const char *sql)
{
	PGconn   *c = PQconnectdb(server());
	PGresult *r = PQexec(c, sql);

	if (PQresultStatus(r) != PGRES_COMMAND_OK)
		fail_msg("%s: %s", sql, PQerrorMessage(c));
	PQclear(r);
	PQfinish(c);
}

static struct city
city_new(bool postgres)
{
	static int  count;
	struct city c = { .name = "" };
	char        sql[128];

	if (!postgres) {
		snprintf(c.url, sizeof c.url, "ærø%d.db", ++count);
		return c;
	}
	snprintf(c.name, sizeof c.name, "pejl_cli_%d_%d", (int)getpid(), ++count);
	snprintf(sql, sizeof sql, "CREATE DATABASE %s", c.name);
	server_run(sql);
	snprintf(c.url, sizeof c.url, "%.*s/%s", (int)(strrchr(server(), '/') - server()),
	    server(), c.name);
	return c;
}

static void
city_drop(const struct city *c)
{
	char sql[128];

	if (c->name[0] == '\0')
		return;
	snprintf(sql, sizeof sql, "DROP DATABASE IF EXISTS %s WITH (FORCE)", c->name);
	server_run(sql);
}

/* Runs a test on every engine that is there. */
static void
on_engines(void **state, void (*test)(struct box *b, const char *db))
{
	for (int postgres = 0; postgres <= (server() != NULL); postgres++) {
		struct city c = city_new(postgres);

		test(*state, c.url);
		city_drop(&c);
	}
}

static size_t
listed(struct box *b, const char *db, const char *kind)
{
	WORKS(b, "--db", db, "list", kind);
	return count_lines(b->out);
}

/* How many proposals are in a state. */
static size_t
proposals_in(struct box *b, const char *db, const char *which)
{
	yajl_val v;
	size_t   n = 0;

	WORKS(b, "--db", db, "list", "proposals", "--json");
	v = tree_parse(b->out);
	for (size_t i = 0; i < tree_length(v); i++)
		n += strcmp(tree_text(tree_at(v, i), "state"), which) == 0;
	yajl_tree_free(v);
	return n;
}

/* ---- import ---- */

#define RECOGNISED "status_form:n,indicator:n,result_goal:n,action:n,budget_line:n," \
	"agreement_project:n,goal_status:n,claim:n,printed_total:n,prognosis:n"

static void
import_json_on(struct box *b, const char *db)
{
	yajl_val v, d;

	box_write(b, "mål.md", goals);
	box_write(b, "nøde.txt", "Hverken tal eller mål, blot en sætning om Ærø.\n");
	WORKS(b, "--db", db, "import", "--json", "mål.md", "nøde.txt");
	v = tree_parse(b->out);
	assert_shape(v, "documents:[");
	assert_int_equal(tree_length(tree_get(v, "documents")), 2);
	d = tree_at(tree_get(v, "documents"), 0);
	assert_shape(d, "file:s,sha256:s,format:s,recognised:{,unrecognised:[,already:b,change:n,"
	    "accepted:n,waiting:n");
	assert_string_equal(tree_text(d, "file"), "mål.md");
	assert_string_equal(tree_text(d, "format"), "markdown");
	assert_int_equal(strlen(tree_text(d, "sha256")), 64);
	assert_shape(tree_get(d, "recognised"), RECOGNISED);
	assert_string_equal(tree_text(tree_get(d, "recognised"), "goal_status"), "2");
	assert_string_equal(tree_text(d, "already"), "false");
	d = tree_at(tree_get(v, "documents"), 1);
	assert_string_equal(tree_text(d, "format"), "text");
	assert_shape(tree_get(d, "recognised"), RECOGNISED);
	yajl_tree_free(v);
	WORKS(b, "--db", db, "import", "--json", "mål.md");
	v = tree_parse(b->out);
	d = tree_at(tree_get(v, "documents"), 0);
	assert_string_equal(tree_text(d, "already"), "true");
	assert_string_equal(tree_text(d, "accepted"), "0");
	yajl_tree_free(v);
}

static void
import_json(void **state)
{
	on_engines(state, import_json_on);
}

static void
import_twice_on(struct box *b, const char *db)
{
	box_write(b, "mål.md", goals);
	box_shell(b, "rm -rf en to");
	WORKS(b, "--db", db, "import", "mål.md", "--who", "Åse Ørsted", "--why", "til udvalget");
	assert_says(b, "2 goals with status");
	assert_says(b, "pejl undo 1");
	WORKS(b, "--db", db, "dump", "en");
	WORKS(b, "--db", db, "import", "mål.md");
	assert_says(b, "already in the register");
	box_shell(b, "mkdir -p ø && cp mål.md ø/andet-navn.md");
	WORKS(b, "--db", db, "import", "ø/andet-navn.md");
	assert_says(b, "already in the register");
	WORKS(b, "--db", db, "import", "--dry-run", "mål.md");
	WORKS(b, "--db", db, "dump", "to");
	box_shell(b, "diff -r en to");
	WORKS(b, "--db", db, "show", "change", "1");
	assert_says(b, "Åse Ørsted");
	assert_says(b, "til udvalget");
}

static void
import_twice(void **state)
{
	on_engines(state, import_twice_on);
}

/* Measurements in bulk: new, the same again, corrected, and a shape of their own. */
static void
measurements(void **state)
{
	static const char head[] = "indicator,area,group,from,to,precision,method,value\n";
	struct box *b = *state;
	char        text[512];
	yajl_val    v, d;

	load_example(b);
	for (int i = 0; i < 2; i++) {
		(void)snprintf(text, sizeof text, "%sbesoeg-paa-nettet,koebenhavn,,2013-01-01,"
		    "2014-01-01,year,1,1200%d\n", head, i);
		box_write(b, "målinger.csv", text);
		WORKS(b, "import", "--dry-run", "målinger.csv");
		WORKS(b, "--db", "by.db", "import", "--json", "målinger.csv");
		v = tree_parse(b->out);
		d = tree_at(tree_get(v, "documents"), 0);
		assert_shape(d, "file:s,sha256:s,format:s,recognised:{,unrecognised:[,"
		    "observations:n,corrections:n,already:b,change:n,accepted:n,waiting:n");
		assert_shape(tree_get(d, "recognised"), RECOGNISED);
		assert_string_equal(tree_text(d, "observations"), i == 0 ? "1" : "0");
		assert_string_equal(tree_text(d, "corrections"), i == 0 ? "0" : "1");
		yajl_tree_free(v);
	}
	WORKS(b, "--db", "by.db", "import", "målinger.csv");
	assert_says(b, "already in the register");
	WORKS(b, "--db", "by.db", "list", "observations");
	assert_says(b, "12.001");
}

/* One bad document of several: the good ones are in, the bad one is said. */
static void
import_some(void **state)
{
	struct box *b = *state;

	box_write(b, "mål.md", goals);
	box_write(b, "tom.txt", "");
	assert_int_equal(RUN(b, "import", "mål.md", "tom.txt"), 1);
	assert_int_equal(count_lines(b->err), 1);
	assert_non_null(strstr(b->err, "tom.txt: error: the file is empty"));
	assert_says(b, "mål.md\n");
	assert_silent(b, "tom.txt");
	assert_int_equal(listed(b, "pejl.db", "documents"), 1);
}

static void
dry_run_writes_nothing(void **state)
{
	struct box *b = *state;

	box_write(b, "mål.md", goals);
	WORKS(b, "import", "--dry-run", "mål.md");
	assert_says(b, "nothing was written");
	assert_int_equal(access(box_path(b, "pejl.db"), F_OK), -1);
	WORKS(b, "db", "migrate", "--dry-run");
	assert_says(b, "would be");
	WORKS(b, "import", "mål.md");
	WORKS(b, "dump", "en");
	box_write(b, "mål2.md", "# Status\n\nMål 1: 30 nye virksomheder i 2013.\n\nStatus: 12.\n");
	WORKS(b, "import", "--dry-run", "mål2.md");
	WORKS(b, "dump", "to");
	box_shell(b, "diff -r en to");
}

/* ---- review ---- */

/* The first column of a line. */
static void
id_on_line(const char *text, size_t line, char *ret, size_t size)
{
	for (; line > 0; line--)
		text = strchr(text, '\n') + 1;
	assert_true(strcspn(text, "\t\n") < size);
	(void)snprintf(ret, size, "%.*s", (int)strcspn(text, "\t\n"), text);
}

static void
review_on(struct box *b, const char *db)
{
	size_t n, accepted;
	char   first[256], second[256];

	box_write(b, "mål.md", goals);
	WORKS(b, "--db", db, "import", "--review", "mål.md");
	n = listed(b, db, "proposals");
	assert_true(n >= 2);
	assert_int_equal(proposals_in(b, db, "waiting"), n);
	assert_int_equal(listed(b, db, "targets"), 0);
	WORKS(b, "--db", db, "list", "proposals");
	id_on_line(b->out, 0, first, sizeof first);
	id_on_line(b->out, 1, second, sizeof second);
	REFUSES(b, 1, "blåbær: error: there is no such proposal", "--db", db, "accept", first,
	    "blåbær");
	assert_int_equal(proposals_in(b, db, "waiting"), n);
	WORKS(b, "--db", db, "accept", first);
	assert_says(b, "1 proposal accepted");
	REFUSES(b, 1, "is accepted already", "--db", db, "accept", first);
	REFUSES(b, 1, "is accepted already", "--db", db, "reject", first);
	WORKS(b, "--db", db, "reject", second, "--why", "ikke vores mål");
	assert_says(b, "1 proposal rejected");
	assert_int_equal(proposals_in(b, db, "rejected"), 1);
	WORKS(b, "--db", db, "accept", "--all");
	accepted = proposals_in(b, db, "accepted");
	assert_int_equal(accepted, n - 1);
	assert_int_equal(proposals_in(b, db, "waiting"), 0);
	WORKS(b, "--db", db, "accept", "--all");
	assert_says(b, "0 proposals accepted");
	WORKS(b, "--db", db, "db", "check");
}

static void
review(void **state)
{
	on_engines(state, review_on);
}

/* Accepted at once or after a review: the same things. */
static void
review_brings_the_same(void **state)
{
	static const char *const kinds[] = { "targets", "objectives", "indicators", "observations",
		"initiatives", "budget lines", "amounts", "status reports" };
	struct box *b = *state;
	char        file[PATH_MAX + 64], *at_once;
	static const char *const papers[] = { "barometer.txt", "oekonomioversigt.csv",
		"statusskema-helbredsteam.txt", "resultatmaal.md" };

	for (size_t p = 0; p < sizeof papers / sizeof *papers; p++) {
		snprintf(file, sizeof file, "%s/examples/papers/%s", b->project, papers[p]);
		box_shell(b, "rm -f en.db* to.db*");
		WORKS(b, "--db", "en.db", "import", file);
		WORKS(b, "--db", "to.db", "import", "--review", file);
		WORKS(b, "--db", "to.db", "accept", "--all");
		for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
			WORKS(b, "--db", "en.db", "list", kinds[i]);
			at_once = strdup(b->out);
			assert_non_null(at_once);
			WORKS(b, "--db", "to.db", "list", kinds[i]);
			assert_string_equal(b->out, at_once);
			free(at_once);
		}
	}
}

/* ---- undo and known-on ---- */

static void
undo_on(struct box *b, const char *db)
{
	size_t targets;

	box_write(b, "mål.md", goals);
	WORKS(b, "--db", db, "import", "mål.md");
	targets = listed(b, db, "targets");
	assert_true(targets > 0);
	WORKS(b, "--db", db, "undo", "1", "--who", "Åse", "--why", "-10 pct. var forkert");
	assert_says(b, "change 1 is taken back (as change 2)");
	assert_int_equal(listed(b, db, "targets"), 0);
	assert_int_equal(listed(b, db, "documents"), 0);
	WORKS(b, "--db", db, "show", "change", "2");
	assert_says(b, "-10 pct. var forkert");
	assert_says(b, "undoes\t1");
	REFUSES(b, 1, "change 1: error", "--db", db, "undo", "1");
	REFUSES(b, 1, "change 77: error: there is no such change", "--db", db, "undo", "77");
	WORKS(b, "--db", db, "undo", "2");
	assert_int_equal(listed(b, db, "targets"), targets);
	WORKS(b, "--db", db, "db", "check");
}

static void
undo(void **state)
{
	on_engines(state, undo_on);
}

/* The day in the change's own record, moved by `days`, as a date. */
static void
day_beside(const char *at, int days, char *ret, size_t size)
{
	struct arena a = { 0 };
	int32_t      day;

	assert_true(day_from_iso(str_slice(str_from(at), 0, 10), &day));
	(void)snprintf(ret, size, STR_FMT, STR_ARG(day_iso(&a, day + days)));
	arena_free(&a);
}

static void
known_on(void **state)
{
	struct box *b = *state;
	char        today[32], before[32];
	yajl_val    v;

	/* The example's changes have their dates; a change of today comes after. */
	load_example(b);
	box_write(b, "mål.md", goals);
	WORKS(b, "--db", "by.db", "import", "mål.md", "--json");
	WORKS(b, "--db", "by.db", "list", "changes", "--json");
	v = tree_parse(b->out);
	day_beside(tree_text(tree_at(v, tree_length(v) - 1), "at"), 0, today, sizeof today);
	day_beside(tree_text(tree_at(v, 0), "at"), -1, before, sizeof before);
	yajl_tree_free(v);
	WORKS(b, "--db", "by.db", "list", "documents", "--known-on", today);
	assert_says(b, "Status for integrationsindsatsen");
	assert_int_equal(RUN(b, "--db", "by.db", "list", "documents", "--known-on", before), 0);
	assert_int_equal(b->out_len, 0);
	assert_int_equal(RUN(b, "--db", "by.db", "barometer", "--known-on", before), 0);
	assert_says(b, "no targets");
	WORKS(b, "--db", "by.db", "evaluate", "--json", "--known-on", today, "--as-of",
	    "2009-06-01");
	assert_says(b, "i-arbejde");
	WORKS(b, "--db", "by.db", "show", "target", "i-arbejde", "--known-on", today);
}

/* ---- data packages and care ---- */

static void
dump_load_dump_on(struct box *b, const char *db)
{
	char folder[PATH_MAX + 32];

	box_shell(b, "rm -rf ud igen igen.db*");
	snprintf(folder, sizeof folder, "%s/examples/copenhagen", b->project);
	WORKS(b, "--db", db, "load", folder);
	assert_says(b, "loaded: ");
	WORKS(b, "--db", db, "dump", "ud");
	WORKS(b, "--db", "igen.db", "load", "ud");
	WORKS(b, "--db", "igen.db", "dump", "igen");
	box_shell(b, "diff -r ud igen");
	WORKS(b, "--db", db, "dump", "ud");
	box_shell(b, "diff -r ud igen");
	REFUSES(b, 1, "the register has content already", "--db", db, "load", "ud");
}

static void
dump_load_dump(void **state)
{
	on_engines(state, dump_load_dump_on);
}

/* The same bytes from both engines. */
static void
engines_agree(void **state)
{
	struct box *b = *state;
	struct city c;
	char        file[PATH_MAX + 64];

	if (server() == NULL)
		skip();
	c = city_new(true);
	load_example(b);
	WORKS(b, "--db", "by.db", "dump", "sqlite");
	WORKS(b, "--db", c.url, "load", "sqlite");
	WORKS(b, "--db", c.url, "dump", "postgres");
	box_shell(b, "diff -r sqlite postgres");
	WORKS(b, "--db", "by.db", "barometer");
	box_write(b, "sqlite.txt", b->out);
	WORKS(b, "--db", c.url, "barometer");
	box_write(b, "postgres.txt", b->out);
	box_shell(b, "cmp sqlite.txt postgres.txt");
	snprintf(file, sizeof file, "%s/examples/papers/oekonomioversigt.csv", b->project);
	WORKS(b, "--db", c.url, "import", file);
	WORKS(b, "--db", c.url, "db", "check");
	city_drop(&c);
}

static void
care_on(struct box *b, const char *db)
{
	box_shell(b, "rm -f kopi ny.db*");
	WORKS(b, "--db", db, "db", "migrate");
	assert_says(b, "was brought to");
	WORKS(b, "--db", db, "db", "migrate");
	assert_says(b, "up to date");
	box_write(b, "mål.md", goals);
	WORKS(b, "--db", db, "import", "mål.md");
	WORKS(b, "--db", db, "db", "check");
	assert_string_equal(b->out, "the register is sound\n");
	WORKS(b, "--db", db, "db", "backup", "kopi");
	REFUSES(b, 2, "kopi: error: is there already", "--db", db, "db", "backup", "kopi");
	REFUSES(b, 2, "error: ", "--db", db, "db", "restore", "kopi");
}

static void
care(void **state)
{
	on_engines(state, care_on);
}

static void
restore_brings_it_back(void **state)
{
	struct box *b = *state;

	for (int postgres = 0; postgres <= (server() != NULL); postgres++) {
		struct city from = city_new(postgres), to = city_new(postgres);

		box_shell(b, "rm -rf kopi en to");
		box_write(b, "mål.md", goals);
		WORKS(b, "--db", from.url, "import", "mål.md");
		WORKS(b, "--db", from.url, "db", "backup", "kopi");
		WORKS(b, "--db", from.url, "dump", "en");
		box_shell(b, "head -c 3000 kopi >halv");
		REFUSES(b, 2, "error: ", "--db", to.url, "db", "restore", "halv");
		REFUSES(b, 2, "error: ", "--db", to.url, "db", "restore", "mål.md");
		REFUSES(b, 2, "error: ", "--db", to.url, "db", "restore", "findes-ikke");
		WORKS(b, "--db", to.url, "db", "restore", "kopi");
		WORKS(b, "--db", to.url, "dump", "to");
		box_shell(b, "diff -r en to");
		city_drop(&from);
		city_drop(&to);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(import_json), BOX_TEST(import_twice), BOX_TEST(import_some),
		BOX_TEST(measurements),
		BOX_TEST(dry_run_writes_nothing), BOX_TEST(review), BOX_TEST(review_brings_the_same),
		BOX_TEST(undo), BOX_TEST(known_on), BOX_TEST(dump_load_dump),
		BOX_TEST(engines_agree), BOX_TEST(care), BOX_TEST(restore_brings_it_back),
	};

	return cmocka_run_group_tests_name("register", tests, NULL, NULL);
}
