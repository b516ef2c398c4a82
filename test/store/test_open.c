/* Migrations, and everything that is not a register. */
#include "store/engine.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* ---- planting: what no program of ours would do ---- */

static void
file_run(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	char    *error = NULL;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &error) != SQLITE_OK)
		fail_msg("%s: %s", sql, error);
	sqlite3_close(db);
}

static void
plant(struct place *p, const char *sql)
{
	if (p->engine == ENGINE_POSTGRES)
		server_run(p->url, sql);
	else
		file_run(p->url, sql);
}

static void
assert_refused(struct place *p, enum store_open mode, const char *says)
{
	place_quiet(p);
	assert_null(store_open(place_url(p), mode, &p->diags));
	assert_int_equal(p->diags.count, 1);
	assert_says(p, says);
}

/* ---- what is made new ---- */

static void
assert_in_folder(const struct place *p, size_t files)
{
	DIR   *dir = opendir(p->dir);
	size_t n = 0;

	assert_non_null(dir);
	for (const struct dirent *e; (e = readdir(dir)) != NULL; n++)
		continue;
	(void)closedir(dir);
	assert_int_equal(n, files + 2);
}

/* A register comes to be with what is committed first, or not at all. */
static void
a_new_one_is_there_when_whole(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_NEW);

	for (int times = 0; times < 2; times++) {
		must(store_begin(s));
		must(thing(s, 1, "area", "Ærø"));
		store_rollback(s);
	}
	assert_refused(p, STORE_READ, "there is no register here");
	store_close(s);
	assert_refused(p, STORE_READ, "there is no register here");
	assert_in_folder(p, 0);
	s = place_open(p, STORE_NEW);
	for (int64_t id = 1; id <= 2; id++) {
		must(store_begin(s));
		must(thing(s, id, "area", id == 1 ? "Ærø" : "Ø"));
		must(store_commit(s));
	}
	store_close(s);
	s = place_open(p, STORE_NEW);
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), 2);
	store_close(s);
	assert_in_folder(p, p->engine == ENGINE_FILE ? 1 : 0);
}

/* Of two that make one at the same time, the second is told, and spoils nothing. */
static void
a_new_one_goes_over_no_other(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_NEW), *other = place_open(p, STORE_NEW);

	must(store_begin(s));
	must(thing(s, 1, "area", "Ærø"));
	assert_true(store_begin(other) && thing(other, 7, "area", "Å") && store_commit(other));
	store_close(other);
	assert_false(store_commit(s));
	assert_false(store_problem(s, &p->diags));
	assert_says(p, "is there already");
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), 7);
	store_close(s);
	assert_in_folder(p, 1);
}

/* SQLite would take it for the new one's. */
static void
a_log_of_an_earlier_one_is_refused(void **state)
{
	struct place *p = *state;
	struct str    log = arena_printf(&p->arena, "%s-wal", p->url);
	FILE         *f = fopen(log.at, "w");

	assert_true(f != NULL && fputs("en log", f) >= 0 && fclose(f) == 0);
	assert_refused(p, STORE_NEW, "-wal");
	assert_in_folder(p, 1);
}

/* ---- migrations ---- */

static void
migrating_twice_changes_nothing(void **state)
{
	struct place          *p = *state;
	struct migration_state st = { -1, -1 };
	struct store          *s;

	assert_true(store_migrate(place_url(p), false, &p->diags, &st));
	assert_true(st.current >= 1);
	assert_int_equal(st.current, st.newest);
	s = place_open(p, STORE_WRITE);
	must(store_begin(s));
	must(thing(s, 1, "area", "Ærø"));
	must(store_commit(s));
	store_close(s);
	assert_true(store_migrate(place_url(p), false, &p->diags, &st));
	s = place_open(p, STORE_READ);
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), 1);
	must(store_query(s, STMT_MIGRATION_ALL, NULL, 0));
	for (int64_t n = 1; n <= st.newest; n++) {
		assert_true(store_next(s, STMT_MIGRATION_ALL));
		assert_int_equal(store_int(s, STMT_MIGRATION_ALL, 0), n);
		assert_int_equal(store_text(s, STMT_MIGRATION_ALL, 2).len, 64);
	}
	assert_false(store_next(s, STMT_MIGRATION_ALL));
	store_close(s);
}

static void
a_dry_run_makes_nothing(void **state)
{
	struct place          *p = *state;
	struct migration_state st = { -1, -1 };

	assert_true(store_migrate(place_url(p), true, &p->diags, &st));
	assert_int_equal(st.current, 0);
	assert_true(st.newest >= 1);
	if (p->engine == ENGINE_FILE)
		assert_int_equal(access(p->url, F_OK), -1);
	assert_refused(p, STORE_READ, "there is no register here");
	assert_refused(p, STORE_WRITE, "there is no register here");
	store_close(place_open(p, STORE_CREATE));
	assert_true(store_migrate(place_url(p), true, &p->diags, &st));
	assert_int_equal(st.current, st.newest);
}

static void
a_newer_schema_is_refused(void **state)
{
	struct place          *p = *state;
	struct migration_state st = { -1, -1 };

	store_close(place_open(p, STORE_CREATE));
	plant(p, "INSERT INTO pejl_migration VALUES (1000, 'x', 'y', 'z')");
	plant(p, "INSERT INTO pejl_migration VALUES (1001, 'x', 'y', 'z')");
	assert_refused(p, STORE_READ, "made by a newer Pejl: schema 1001, this program knows");
	assert_refused(p, STORE_WRITE, "update the program");
	assert_refused(p, STORE_CREATE, "newer");
	place_quiet(p);
	assert_false(store_migrate(place_url(p), false, &p->diags, &st));
	assert_says(p, "newer");
	assert_int_equal(st.current, -1);
}

static void
an_altered_migration_is_refused(void **state)
{
	struct place *p = *state;

	store_close(place_open(p, STORE_CREATE));
	plant(p, "UPDATE pejl_migration SET sha256 ="
	    " CASE WHEN sha256 LIKE 'f%' THEN '0' ELSE 'f' END || substr(sha256, 2)");
	assert_refused(p, STORE_READ, "its schema is not the one that this program made");
	plant(p, "DELETE FROM pejl_migration");
	assert_refused(p, STORE_WRITE, "its schema is not the one that this program made");
}

static void
another_programs_database_is_refused(void **state)
{
	struct place *p = *state;

	plant(p, "CREATE TABLE kunde (navn TEXT)");
	assert_refused(p, STORE_READ, "is another program's database");
	assert_refused(p, STORE_WRITE, "is another program's database");
	assert_refused(p, STORE_CREATE, "is another program's database");
	plant(p, "INSERT INTO kunde VALUES ('Åse')");
}

static void
another_application_is_refused(void **state)
{
	struct place *p = *state;
	struct stat   before, after;

	plant(p, "PRAGMA application_id = 1196444487; PRAGMA user_version = 1;"
	    "CREATE TABLE pejl_migration (number INTEGER)");
	assert_int_equal(stat(p->url, &before), 0);
	assert_refused(p, STORE_CREATE, "is another program's database");
	assert_int_equal(stat(p->url, &after), 0);
	assert_int_equal(before.st_size, after.st_size);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
}

static void
what_sqlite_promises_is_read_back(void **state)
{
	struct place *p = *state;
	char          header[100];
	FILE         *f;

	store_close(place_open(p, STORE_CREATE));
	f = fopen(p->url, "rb");
	assert_non_null(f);
	assert_int_equal(fread(header, 1, sizeof header, f), sizeof header);
	fclose(f);
	assert_memory_equal(header + 68, "Pejl", 4);
	assert_int_equal(header[18], 2);        /* write-ahead log */
	assert_int_equal(header[19], 2);
}

/* ---- what is no database at all ---- */

static void
write_file(const char *path, const char *bytes, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static void
make_folder(const char *path)
{
	assert_int_equal(mkdir(path, 0755), 0);
}

static void
make_pipe(const char *path)
{
	assert_int_equal(mkfifo(path, 0644), 0);
}

static void
make_text(const char *path)
{
	char text[4096];

	memset(text, 'x', sizeof text);
	write_file(path, text, sizeof text);
}

static void
make_short(const char *path)
{
	write_file(path, "SQLite format 3", 16);
}

static void
make_empty(const char *path)
{
	write_file(path, "", 0);
}

static void
make_nothing(const char *path)
{
	(void)path;
}

static void
strange_files_are_refused(void **state)
{
	static const struct {
		const char *says;
		void      (*make)(const char *path);
		bool        create;             /* refused even then */
	} strange[] = {
		{ "is not a database: it is a folder", make_folder, true },
		{ "is not a database: it is not a file", make_pipe, true },
		{ "is not a database", make_text, true },
		{ "is not a database", make_short, true },
		{ "there is no register here", make_empty, false },
		{ "there is no register here", make_nothing, false },
	};
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(strange); i++) {
		snprintf(p->url, sizeof p->url, "%s/særlig %zu", p->dir, i);
		strange[i].make(p->url);
		assert_refused(p, STORE_READ, strange[i].says);
		assert_refused(p, STORE_WRITE, strange[i].says);
		if (strange[i].create)
			assert_refused(p, STORE_CREATE, strange[i].says);
		else
			store_close(place_open(p, STORE_CREATE));
	}
	snprintf(p->url, sizeof p->url, "%s/ikke/her.db", p->dir);
	assert_refused(p, STORE_CREATE, "No such file or directory");
	snprintf(p->url, sizeof p->url, "%s", "");
	assert_refused(p, STORE_CREATE, "cannot be opened");
}

/* Root may do everything, so somebody else tries. */
static void
try_as_nobody(struct place *p)
{
	struct migration_state st;

	if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
		_exit(9);
	if (store_open(place_url(p), STORE_WRITE, &p->diags) != NULL)
		_exit(1);
	if (strstr(place_says(p), "permissions") == NULL || p->diags.count != 1)
		_exit(2);
	if (store_migrate(arena_printf(&p->arena, "%s/ny.db", p->dir), false, &p->diags, &st))
		_exit(3);
	_exit(0);
}

static void
permissions_are_named(void **state)
{
	static const struct {
		mode_t folder, file;
	} modes[] = { { 0555, 0444 }, { 0555, 0000 }, { 0000, 0644 } };
	struct place *p = *state;
	int           status;
	pid_t         child;

	store_close(place_open(p, STORE_CREATE));
	for (size_t i = 0; i < COUNT_OF(modes); i++) {
		assert_int_equal(chmod(p->url, modes[i].file), 0);
		assert_int_equal(chmod(p->dir, modes[i].folder), 0);
		child = fork();
		if (child == 0)
			try_as_nobody(p);
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_int_equal(chmod(p->dir, 0755), 0);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
}

static void
a_locked_file_is_said_to_be(void **state)
{
	struct place *p = *state;
	sqlite3      *db = NULL;

	file_run(p->url, "PRAGMA application_id = 0x50656A6C; CREATE TABLE t (x)");
	assert_int_equal(sqlite3_open(p->url, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	assert_refused(p, STORE_WRITE, "locked by another program");
	sqlite3_close(db);
}

/* ---- PostgreSQL that is not there, or says no ---- */

static void
servers_that_do_not_answer_are_named(void **state)
{
	static const struct {
		const char *url, *says;
	} wrong[] = {
		{ "postgresql://åse:hemmelig@127.0.0.1:1/x", "127.0.0.1" },
		{ "postgresql://127.0.0.1:1/x?password=hemmelig", "is the server running?" },
		{ "postgresql://127.0.0.1:1/x?password=hemmelig", "port 1" },
		{ "postgresql://u:hemmelig@[::1/x", "is not an address" },
		{ "postgresql://u:hemmelig@127.0.0.1:1/x?nonsens=1", "is not an address" },
		{ "postgres://u:hemmelig@findes.ikke.invalid/x", "findes.ikke.invalid" },
	};
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		snprintf(p->url, sizeof p->url, "%s", wrong[i].url);
		assert_refused(p, STORE_CREATE, wrong[i].says);
		assert_null(strstr(place_says(p), "hemmelig"));
	}
}

static void
a_server_that_refuses_is_quoted(void **state)
{
	struct place *p = *state;
	char          mine[512];

	snprintf(mine, sizeof mine, "%s", p->url);
	server_url(p->url, sizeof p->url, "findes_ikke");
	assert_refused(p, STORE_CREATE, "the PostgreSQL server refuses");
	assert_says(p, "findes_ikke");
	snprintf(p->url, sizeof p->url, "%s", mine);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		DISK_TEST(a_new_one_is_there_when_whole),
		FILE_TEST(a_new_one_goes_over_no_other),
		FILE_TEST(a_log_of_an_earlier_one_is_refused),
		DISK_TEST(migrating_twice_changes_nothing),
		DISK_TEST(a_dry_run_makes_nothing),
		DISK_TEST(a_newer_schema_is_refused),
		DISK_TEST(an_altered_migration_is_refused),
		DISK_TEST(another_programs_database_is_refused),
		FILE_TEST(another_application_is_refused),
		FILE_TEST(what_sqlite_promises_is_read_back),
		FILE_TEST(strange_files_are_refused),
		FILE_TEST(permissions_are_named),
		FILE_TEST(a_locked_file_is_said_to_be),
		FILE_TEST(servers_that_do_not_answer_are_named),
		POSTGRES_TEST(a_server_that_refuses_is_quoted),
	};

	return engine_run("open", tests, COUNT_OF(tests));
}
