/* Backup, restore, check, and a disk that is full. */
#include "store/engine.h"
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

/* ---- a small register, and its content as text ---- */

static bool
observation(struct store *s, int64_t area, int64_t year, int64_t since)
{
	return RUN(OBSERVATION_PUT, P_INT(1), P_INT(area), P_INT(year * 365), P_INT(year * 365 + 365),
	    P_INT(0), P_INT(1), P_INT(UNTIL_NOW), P_INT(since), P_INT(5440), P_INT(2), P_INT(0),
	    P_INT(0), P_INT(1), P_INT(1));
}

static bool
titled(struct store *s, enum noun n, int64_t id, int64_t since, const char *title)
{
	struct noun_row row = { .id = id, .since = since, .until = UNTIL_NOW };

	row.text[0] = str_from(title);
	return store_noun_add(s, n, &row);
}

static void
fill(struct place *p)
{
	struct store *s = place_open(p, STORE_CREATE);

	must(store_begin(s));
	must(change(s, 1, "første"));
	must(change(s, 2, "anden"));
	must(thing(s, 1, "indicator", "beskæftigelse"));
	must(thing(s, 2, "area", "ydre-nørrebro"));
	must(thing(s, 3, "policy", "inklusion"));
	must(titled(s, NOUN_INDICATOR, 1, 1, "Andel i beskæftigelse"));
	must(titled(s, NOUN_AREA, 2, 1, "Ydre Nørrebro"));
	must(store_noun_end(s, NOUN_AREA, 2, 2));
	must(titled(s, NOUN_AREA, 2, 2, "Nørrebro, ydre"));
	must(titled(s, NOUN_POLICY, 3, 1, "Bland dig i byen"));
	for (int64_t year = 0; year < 30; year++)
		must(observation(s, 2, year, 1));
	must(store_commit(s));
	store_close(s);
}

static void
put_rows(struct place *p, struct store *s, struct buf *b, enum stmt id, int columns)
{
	must(store_query(s, id, NULL, 0));
	while (store_next(s, id)) {
		for (int c = 0; c < columns; c++) {
			buf_put(b, store_text(s, id, c));
			buf_char(b, '\t');
		}
		buf_char(b, '\n');
	}
	if (s->failed)
		must(false);
}

static struct str
content(struct place *p, const char *url)
{
	struct store *s = store_open(str_from(url), STORE_READ, &p->diags);
	struct buf    b;
	struct str    all;

	if (s == NULL)
		fail_msg("%s", place_says(p));
	buf_init(&b, 16 << 20);
	put_rows(p, s, &b, STMT_THING_ALL, 3);
	put_rows(p, s, &b, STMT_CHANGE_ALL, 7);
	put_rows(p, s, &b, STMT_AREA_EVERY, 12);
	put_rows(p, s, &b, STMT_INDICATOR_EVERY, 15);
	put_rows(p, s, &b, STMT_OBSERVATION_EVERY, 14);
	put_rows(p, s, &b, STMT_MIGRATION_ALL, 4);
	all = str_dup(&p->arena, buf_str(&b));
	buf_free(&b);
	store_close(s);
	return all;
}

/* Another register of the same engine, not there yet. */
static struct str
other_place(struct place *p)
{
	char url[512], sql[128], name[64];

	if (p->engine == ENGINE_FILE)
		return place_path(p, "genskabt på ny.db");
	snprintf(name, sizeof name, "pejl_ny_%d", (int)getpid());
	snprintf(sql, sizeof sql, "CREATE DATABASE %s", name);
	server_run(getenv("PEJL_TEST_PG"), sql);
	server_url(url, sizeof url, name);
	return str_dup(&p->arena, str_from(url));
}

static void
drop_other_place(struct place *p)
{
	char sql[128];

	if (p->engine != ENGINE_POSTGRES)
		return;
	snprintf(sql, sizeof sql, "DROP DATABASE pejl_ny_%d WITH (FORCE)", (int)getpid());
	server_run(getenv("PEJL_TEST_PG"), sql);
}

static int
files_in(const char *dir)
{
	char  command[128], line[256];
	int   n = 0;
	FILE *f;

	snprintf(command, sizeof command, "ls -A '%s'", dir);
	f = popen(command, "r");
	while (fgets(line, sizeof line, f) != NULL)
		n++;
	pclose(f);
	return n;
}

/* ---- backup and restore ---- */

static void
a_backup_is_the_register(void **state)
{
	struct place *p = *state;
	struct str    file = place_path(p, "kopi æøå"), other = other_place(p), before;
	int           files;

	fill(p);
	before = content(p, p->url);
	files = files_in(p->dir);
	if (!store_backup(place_url(p), file, &p->diags))
		fail_msg("%s", place_says(p));
	assert_int_equal(files_in(p->dir), files + 1);
	if (!store_restore(other, file, &p->diags))
		fail_msg("%s", place_says(p));
	assert_true(str_eq(content(p, other.at), before));
	assert_true(str_eq(content(p, p->url), before));
	drop_other_place(p);
}

static void
nothing_is_overwritten(void **state)
{
	struct place *p = *state;
	struct str    file = place_path(p, "kopi"), before;
	int           files;

	fill(p);
	before = content(p, p->url);
	assert_true(store_backup(place_url(p), file, &p->diags));
	files = files_in(p->dir);
	assert_false(store_backup(place_url(p), file, &p->diags));
	assert_says(p, "kopi: error: is there already");
	place_quiet(p);
	assert_false(store_restore(place_url(p), file, &p->diags));
	assert_says(p, "is there already");
	assert_int_equal(files_in(p->dir), files);
	assert_true(str_eq(content(p, p->url), before));
	place_quiet(p);
	assert_false(store_backup(place_url(p), place_path(p, "ikke/her"), &p->diags));
	assert_says(p, "No such file or directory");
}

/* Each commits one thing and one change with the same number. */
static void *
keep_writing(void *argument)
{
	struct place *p = argument;
	struct arena  a = { 0 };
	struct diags  d = diags_new(&a);
	struct store *s = store_open(place_url(p), STORE_WRITE, &d);
	int64_t       i = 100;

	while (s != NULL && i < 400) {
		if (!store_begin(s) || !change(s, i, NULL) ||
		    !thing(s, i, "group", arena_printf(&a, "gruppe å %d", (int)i).at) ||
		    !store_commit(s))
			break;
		i++;
	}
	store_close(s);
	arena_free(&a);
	return i == 400 ? p : NULL;
}

/* Taken in the middle of writing, it is the register at one moment. */
static void
a_backup_disturbs_no_writer(void **state)
{
	struct place *p = *state;
	struct str    other = other_place(p), file;
	struct store *s;
	pthread_t     writer;
	void         *wrote = NULL;
	int64_t       last;

	fill(p);
	assert_int_equal(pthread_create(&writer, NULL, keep_writing, p), 0);
	for (int i = 0; i < 5; i++) {
		file = place_path(p, arena_printf(&p->arena, "kopi-%d", i).at);
		if (!store_backup(place_url(p), file, &p->diags))
			fail_msg("%s", place_says(p));
	}
	assert_int_equal(pthread_join(writer, &wrote), 0);
	assert_ptr_equal(wrote, p);
	assert_true(store_restore(other, file, &p->diags));
	s = store_open(other, STORE_READ, &p->diags);
	assert_non_null(s);
	last = ask_number(p, s, STMT_CHANGE_LAST);
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), last == 2 ? 3 : last);
	assert_true(store_check(s, &p->diags));
	store_close(s);
	drop_other_place(p);
}

static void
what_is_no_backup_is_refused(void **state)
{
	struct place *p = *state;
	struct str    file = place_path(p, "papir.txt"), whole = place_path(p, "hel"), other;
	FILE         *f = fopen(file.at, "wb");
	struct stat   st;

	for (int i = 0; i < 1000; i++)
		fputs("Måltal for Østerbro\n", f);
	fclose(f);
	other = other_place(p);
	assert_false(store_restore(other, file, &p->diags));
	assert_int_equal(p->diags.count, 1);
	place_quiet(p);
	assert_false(store_restore(other, place_path(p, "ikke her"), &p->diags));
	assert_int_equal(p->diags.count, 1);
	fill(p);
	assert_true(store_backup(place_url(p), whole, &p->diags));
	assert_int_equal(stat(whole.at, &st), 0);
	assert_int_equal(truncate(whole.at, st.st_size / 2), 0);
	place_quiet(p);
	assert_false(store_restore(other, whole, &p->diags));
	assert_int_equal(p->diags.count, 1);
	place_quiet(p);
	assert_null(store_open(other, STORE_READ, &p->diags));
	assert_says(p, "there is no register here");
	drop_other_place(p);
}

/* A log that another database left would be played into the new one. */
static void
an_old_log_is_not_taken_over(void **state)
{
	struct place *p = *state;
	struct str    file = place_path(p, "kopi"), other = other_place(p);
	struct str    log = arena_printf(&p->arena, "%s-wal", other.at);
	FILE         *f;

	fill(p);
	assert_true(store_backup(place_url(p), file, &p->diags));
	f = fopen(log.at, "wb");
	fputs("gammel", f);
	fclose(f);
	assert_false(store_restore(other, file, &p->diags));
	assert_says(p, "-wal");
	assert_int_equal(unlink(log.at), 0);
	assert_true(store_restore(other, file, &p->diags));
}

static void
a_missing_tool_is_named(void **state)
{
	struct place *p = *state;
	char         *path = strdup(getenv("PATH"));
	bool          made;

	fill(p);
	setenv("PATH", p->dir, 1);
	made = store_backup(place_url(p), place_path(p, "kopi"), &p->diags);
	setenv("PATH", path, 1);
	free(path);
	assert_false(made);
	assert_says(p, "cannot run: pg_dump (install postgresql-client)");
	assert_int_equal(files_in(p->dir), 0);
}

/* ---- check ---- */

static void
plant(struct place *p, const char *sql)
{
	sqlite3 *db = NULL;

	if (p->engine == ENGINE_POSTGRES) {
		server_run(p->url, sql);
		return;
	}
	assert_int_equal(sqlite3_open(p->url, &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}

static void
planted_damage_is_found(void **state)
{
	static const struct {
		const char *sql, *back, *says;
	} damage[] = {
		{ "UPDATE area SET until = 3 WHERE since = 1", "UPDATE area SET until = 2 WHERE since = 1",
		  "area 2 ydre-nørrebro: the versions of change 1 and 2 overlap" },
		{ "UPDATE area SET parent = 3 WHERE since = 2", "UPDATE area SET parent = NULL",
		  "area 2 ydre-nørrebro: parent is of kind policy, not area" },
		{ "UPDATE thing SET kind = 'kø' WHERE id = 3", "UPDATE thing SET kind = 'policy' WHERE id = 3",
		  "policy 3 inklusion: id is of kind unknown, not policy" },
		{ "UPDATE observation SET grp = 77 WHERE pfrom = 0", "UPDATE observation SET grp = 0",
		  "observation of 1 beskæftigelse: its group is not a group" },
		{ "UPDATE observation SET area = 3 WHERE pfrom = 0", "UPDATE observation SET area = 2",
		  "its area is neither area nor comparator set" },
		{ "UPDATE observation SET indicator = 4711 WHERE pfrom = 0",
		  "UPDATE observation SET indicator = 1", "observation of 4711: it is not an indicator" },
		{ "UPDATE observation SET since = 99 WHERE pfrom = 0",
		  "UPDATE observation SET since = 1", "the change that brought it is not there" },
		{ "INSERT INTO observation SELECT indicator, area, pfrom, pto, grp, method, 2, 1, 1, 0, 0,"
		  " 0, 0, 0 FROM observation WHERE pfrom = 365",
		  "DELETE FROM observation WHERE until = 2", "of change 1 and 1 overlap" },
		{ "UPDATE observation SET pto = 0 WHERE pfrom = 0", "UPDATE observation SET pto = 365"
		  " WHERE pfrom = 0", "its period ends before it begins" },
		{ "DELETE FROM touched", "INSERT INTO touched (change, indicator)"
		  " SELECT DISTINCT since, indicator FROM observation",
		  "of 1 indicators it is not noted which change measured them" },
	};
	struct place *p = *state;
	struct store *s;

	fill(p);
	for (size_t i = 0; i < COUNT_OF(damage); i++) {
		s = place_open(p, STORE_READ);
		if (!store_check(s, &p->diags))
			fail_msg("before %zu: %s", i, place_says(p));
		plant(p, damage[i].sql);
		place_quiet(p);
		assert_false(store_check(s, &p->diags));
		assert_says(p, damage[i].says);
		assert_int_equal(p->diags.count, 1);
		place_quiet(p);
		store_close(s);
		plant(p, damage[i].back);
	}
}

/* A register of before there was one gets it from its measurements. */
static void
what_was_touched_is_made_anew(void **state)
{
	struct place          *p = *state;
	struct migration_state st;
	struct store          *s;

	fill(p);
	plant(p, "UPDATE observation SET until = 2 WHERE pfrom = 0");
	plant(p, "DROP TABLE touched");
	plant(p, "DELETE FROM pejl_migration WHERE number = 4");
	assert_true(store_migrate(place_url(p), false, &p->diags, &st));
	assert_int_equal(st.current, st.newest);
	s = place_open(p, STORE_WRITE);
	for (int64_t change = 0; change < 3; change++) {
		struct param since[] = { P_INT(change) };
		int64_t      indicator;

		must(store_get_int(s, STMT_TOUCHED_AFTER, since, 1, &indicator));
		assert_int_equal(indicator, change < 2 ? 1 : 0);
	}
	plant(p, "DELETE FROM touched");
	assert_false(store_check(s, &p->diags));
	assert_says(p, "pejl db reindex");
	place_quiet(p);
	assert_true(store_reindex(s, &p->diags));
	assert_true(store_check(s, &p->diags));
	store_close(s);
}

/* SQLite checks references only for those who ask it to; PostgreSQL unless it is
 * told not to. */
static void
dangling_references_are_found(void **state)
{
	struct place *p = *state;
	struct store *s;

	fill(p);
	if (p->engine == ENGINE_POSTGRES)
		plant(p, "ALTER TABLE area DISABLE TRIGGER ALL");
	plant(p, "UPDATE area SET parent = 4711");
	s = place_open(p, STORE_READ);
	assert_false(store_check(s, &p->diags));
	assert_says(p, p->engine == ENGINE_POSTGRES ? "a reference of table area is not checked" :
	    "area: a reference leads to nothing");
	store_close(s);
}

/* Wherever bytes of the file are overwritten, it is noticed, when opening or when
 * checking, and nothing crashes. Two pages in a row leave no page intact. */
static void
flipped_bytes_are_found(void **state)
{
	enum { PAGE = 4096 };
	struct place *p = *state;
	struct stat   st;
	int           found = 0, pages = 0;

	fill(p);
	assert_int_equal(stat(p->url, &st), 0);
	for (off_t at = PAGE; at + PAGE <= st.st_size; at += PAGE) {
		unsigned char good[16], bad[16];
		struct store *s;
		int           fd = open(p->url, O_RDWR);

		assert_int_equal(pread(fd, good, sizeof good, at), sizeof good);
		for (size_t i = 0; i < sizeof good; i++)
			bad[i] = (unsigned char)~good[i];
		assert_int_equal(pwrite(fd, bad, sizeof bad, at), sizeof bad);
		place_quiet(p);
		s = store_open(place_url(p), STORE_READ, &p->diags);
		if (s == NULL || !store_check(s, &p->diags))
			found++;
		assert_true(p->diags.count > 0);
		store_close(s);
		assert_int_equal(pwrite(fd, good, sizeof good, at), sizeof good);
		close(fd);
		pages++;
	}
	assert_true(pages > 50);
	assert_int_equal(found, pages);
	store_close(place_open(p, STORE_READ));
}

/* ---- no room ---- */

static void
write_until_full(struct place *p)
{
	struct rlimit limit = { 600 << 10, 600 << 10 };
	struct store *s = store_open(place_url(p), STORE_WRITE, &p->diags);
	bool          ok = s != NULL && store_begin(s);

	signal(SIGXFSZ, SIG_IGN);
	if (!ok || setrlimit(RLIMIT_FSIZE, &limit) != 0)
		_exit(9);
	for (int64_t i = 100; ok && i < 1000000; i++)
		ok = observation(s, 2, i, 1);
	if (ok)
		ok = store_commit(s);
	if (ok)
		_exit(1);
	store_problem(s, &p->diags);
	store_close(s);
	if (p->diags.count != 1 || strstr(place_says(p), "no room left to write") == NULL)
		_exit(2);
	_exit(0);
}

static void
a_full_disk_changes_nothing(void **state)
{
	struct place *p = *state;
	struct str    before;
	struct store *s;
	int           status;
	pid_t         child;

	fill(p);
	before = content(p, p->url);
	child = fork();
	if (child == 0)
		write_until_full(p);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_true(str_eq(content(p, p->url), before));
	s = place_open(p, STORE_WRITE);
	assert_true(store_check(s, &p->diags));
	must(store_begin(s));
	must(observation(s, 2, 99, 1));
	must(store_commit(s));
	store_close(s);
}

static void
create_where_nothing_fits(struct place *p)
{
	struct rlimit limit = { 2000, 2000 };

	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
		_exit(9);
	if (store_open(place_url(p), STORE_CREATE, &p->diags) != NULL)
		_exit(1);
	_exit(p->diags.count == 1 && strstr(place_says(p), "no room") != NULL ? 0 : 2);
}

static void
a_register_that_does_not_fit_is_not_made(void **state)
{
	struct place          *p = *state;
	struct migration_state st;
	int                    status;
	pid_t                  child = fork();

	if (child == 0)
		create_where_nothing_fits(p);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_true(store_migrate(place_url(p), true, &p->diags, &st));
	assert_int_equal(st.current, 0);
	store_close(place_open(p, STORE_CREATE));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		DISK_TEST(a_backup_is_the_register),
		DISK_TEST(nothing_is_overwritten),
		DISK_TEST(a_backup_disturbs_no_writer),
		DISK_TEST(what_is_no_backup_is_refused),
		FILE_TEST(an_old_log_is_not_taken_over),
		POSTGRES_TEST(a_missing_tool_is_named),
		DISK_TEST(planted_damage_is_found),
		DISK_TEST(what_was_touched_is_made_anew),
		DISK_TEST(dangling_references_are_found),
		FILE_TEST(flipped_bytes_are_found),
		FILE_TEST(a_full_disk_changes_nothing),
		FILE_TEST(a_register_that_does_not_fit_is_not_made),
	};

	return engine_run("care", tests, COUNT_OF(tests));
}
