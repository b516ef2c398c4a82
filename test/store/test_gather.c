/* The log's writes are gathered, and nobody can tell but by counting them. */
#include "store/engine.h"
#include "store/gather.h"
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* ---- as a file, beside one of SQLite's own ---- */

enum { PAGE = 512, HEADER = 24, STEPS = 20000, END_MAX = 96 * 1024 };

struct pair {
	sqlite3_file *file[2];          /* ours, SQLite's */
	const char   *path[2];
	sqlite3_int64 end;              /* of the log as it is written */
	uint64_t      seed;
};

static uint64_t
chance(struct pair *two, uint64_t n)
{
	two->seed ^= two->seed >> 12;
	two->seed ^= two->seed << 25;
	two->seed ^= two->seed >> 27;
	return two->seed * UINT64_C(2685821657736338717) % n;
}

/* The log of an empty database. */
static sqlite3_file *
open_log(struct place *p, const char *vfs, const char *path)
{
	sqlite3_vfs  *v = sqlite3_vfs_find(vfs);
	sqlite3_file *f;
	int           flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_WAL;
	FILE         *db = fopen(str_dup(&p->arena, (struct str){ path, strlen(path) - 4 }).at, "w");

	assert_true(v != NULL && db != NULL && fclose(db) == 0);
	f = arena_alloc(&p->arena, 1, (size_t)v->szOsFile, sizeof(void *));
	assert_int_equal(v->xOpen(v, path, f, flags, &flags), SQLITE_OK);
	return f;
}

static void
write_both(struct pair *two, const void *bytes, int len, sqlite3_int64 at)
{
	for (int i = 0; i < 2; i++)
		assert_int_equal(two->file[i]->pMethods->xWrite(two->file[i], bytes, len, at), SQLITE_OK);
}

/* A frame as SQLite writes it. Some come again at the same place, as after a savepoint. */
static void
write_frame(struct pair *two, bool commit)
{
	unsigned char header[HEADER] = { 0 }, page[PAGE];

	header[3] = (unsigned char)chance(two, 255);
	header[6] = commit ? (unsigned char)(1 + chance(two, 200)) : 0;
	memset(page, (int)chance(two, 255), sizeof page);
	write_both(two, header, HEADER, two->end);
	write_both(two, page, PAGE, two->end + HEADER);
	two->end += HEADER + PAGE;
}

/* A page that was written in this transaction changes when the last was written; then its
 * header is mended, and at last that of the commit: each after it was read. */
static void
mend(struct pair *two)
{
	sqlite3_int64 frame = HEADER + PAGE, at = (sqlite3_int64)chance(two, (uint64_t)(two->end / frame)) * frame;
	unsigned char page[PAGE], header[2][HEADER];

	write_frame(two, true);
	memset(page, (int)chance(two, 255), sizeof page);
	write_both(two, page, PAGE, at + HEADER);
	for (; at < two->end; at += frame) {
		for (int i = 0; i < 2; i++)
			assert_int_equal(two->file[i]->pMethods->xRead(two->file[i], header[i], HEADER, at), SQLITE_OK);
		assert_memory_equal(header[0], header[1], HEADER);
		header[0][16] ^= 0x5a;
		write_both(two, header[0], HEADER, at);
	}
}

/* What another process finds, which has a file of its own: ours is as long or longer, by
 * zeros, which are no frames. */
static void
assert_same_on_disk(const struct pair *two)
{
	static unsigned char bytes[2][3 * END_MAX];
	ssize_t              len[2];

	memset(bytes, 0, sizeof bytes);
	for (int i = 0; i < 2; i++) {
		int fd = open(two->path[i], O_RDONLY | O_CLOEXEC);

		assert_true(fd >= 0);
		len[i] = read(fd, bytes[i], sizeof bytes[i]);
		close(fd);
	}
	assert_in_range(len[0], len[1], sizeof bytes[0] - 1);
	assert_memory_equal(bytes[0], bytes[1], sizeof bytes[0]);
}

static void
ask_both(struct pair *two)
{
	unsigned char bytes[2][3 * PAGE] = { { 0 } };
	sqlite3_int64 size[2] = { 0 }, at = (sqlite3_int64)chance(two, END_MAX);
	int           rc[2], len = 1 + (int)chance(two, 3 * PAGE - 1), what = (int)chance(two, 4);

	for (int i = 0; i < 2; i++) {
		sqlite3_file                    *f = two->file[i];
		const struct sqlite3_io_methods *m = f->pMethods;

		rc[i] = what == 0 ? m->xRead(f, bytes[i], len, at) : what == 1 ? m->xFileSize(f, &size[i])
		      : what == 2 ? m->xSync(f, SQLITE_SYNC_NORMAL) : m->xTruncate(f, two->end);
	}
	if (rc[1] != SQLITE_IOERR_SHORT_READ)   /* behind the end of theirs */
		assert_int_equal(rc[0], rc[1]);
	assert_memory_equal(bytes[0], bytes[1], sizeof bytes[0]);
	assert_true(size[0] >= size[1]);
	assert_same_on_disk(two);
}

static void
every_byte_is_where_sqlite_wrote_it(void **state)
{
	struct place *p = *state;
	struct pair   two = { .path = { place_path(p, "a-wal").at, place_path(p, "b-wal").at }, .seed = 41 };

	two.file[0] = open_log(p, gather_vfs(), two.path[0]);
	two.file[1] = open_log(p, NULL, two.path[1]);
	for (int i = 0; i < STEPS; i++) {
		uint64_t how = chance(&two, 20);

		if (two.end > END_MAX - 4 * PAGE || how == 0)
			two.end = (sqlite3_int64)chance(&two, 3) * (HEADER + PAGE);
		if (how == 1)
			ask_both(&two);
		else if (how == 2 && two.end > 0)
			mend(&two);
		else
			write_frame(&two, how < 6);
		if (how >= 2 && how < 6)
			assert_same_on_disk(&two);      /* nobody asked for a sync */
	}
	for (int i = 0; i < 2; i++)
		assert_int_equal(two.file[i]->pMethods->xClose(two.file[i]), SQLITE_OK);
	assert_same_on_disk(&two);
}

/* Frames that were held could not be written, which is told late: what comes behind them is
 * not written, nor synced, until the log goes on before them. */
static void
nothing_is_written_behind_what_was_lost(void **state)
{
	struct place *p = *state;
	struct pair   two = { .path = { place_path(p, "a-wal").at, place_path(p, "b-wal").at }, .seed = 43 };
	sqlite3_file *f;
	struct rlimit none, tight;
	unsigned char header[HEADER] = { 0 };
	sqlite3_int64 size;

	two.file[0] = f = open_log(p, gather_vfs(), two.path[0]);
	two.file[1] = open_log(p, NULL, two.path[1]);
	write_frame(&two, true);
	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &none), 0);
	tight = none;
	tight.rlim_cur = 1024;
	assert_int_equal(f->pMethods->xWrite(f, header, HEADER, two.end), SQLITE_OK);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	assert_int_equal(f->pMethods->xWrite(f, (unsigned char[PAGE]){ 0 }, PAGE, two.end + HEADER), SQLITE_OK);
	assert_int_not_equal(f->pMethods->xFileSize(f, &size), SQLITE_OK);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	header[7] = 1;
	assert_int_not_equal(f->pMethods->xWrite(f, header, HEADER, two.end + HEADER + PAGE), SQLITE_OK);
	assert_int_not_equal(f->pMethods->xSync(f, SQLITE_SYNC_NORMAL), SQLITE_OK);
	for (int i = 0; i < 20; i++)
		write_frame(&two, i % 3 == 2 || i == 19);
	for (int i = 0; i < 2; i++)
		assert_int_equal(two.file[i]->pMethods->xSync(two.file[i], SQLITE_SYNC_NORMAL), SQLITE_OK);
	assert_same_on_disk(&two);
	for (int i = 0; i < 2; i++)
		assert_int_equal(two.file[i]->pMethods->xClose(two.file[i]), SQLITE_OK);
}

/* ---- as SQLite uses it ---- */

/* How often this process called write(2) and its like; -1: the system does not count. */
static int64_t
write_calls(void)
{
	FILE   *f = fopen("/proc/self/io", "r");
	char    line[64];
	int64_t n = -1;

	while (f != NULL && fgets(line, sizeof line, f) != NULL) {
		struct str rest = str_trim(str_from(line)), name = str_cut(&rest, ':');

		if (str_eq(name, STR("syscw")))
			assert_true(str_int(str_trim(rest), &n));
	}
	if (f != NULL)
		(void)fclose(f);
	return n;
}

static void
a_transaction_is_written_at_once(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct stat   log;
	int64_t       before;

	must(store_begin(s));
	must(thing(s, 1, "area", "Ærø"));
	must(store_commit(s));
	assert_int_equal(stat(arena_printf(&p->arena, "%s-wal", p->url).at, &log), 0);
	assert_true(log.st_size >= 64 * 1024);  /* ahead of what is in it */
	must(store_begin(s));
	must(thing(s, 2, "area", "Amager"));
	must(change(s, 1, "én"));       /* of three tables and their indexes */
	before = write_calls();
	must(store_commit(s));
	if (before >= 0)
		assert_int_equal(write_calls() - before, 1);
	store_close(s);
}

static int
count_of(sqlite3 *db)
{
	sqlite3_stmt *q = NULL;
	int           n;

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT count(*) FROM t", -1, &q, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(q), SQLITE_ROW);
	n = sqlite3_column_int(q, 0);
	sqlite3_finalize(q);
	return n;
}

static void
run(sqlite3 *db, const char *sql)
{
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
}

#define ROWS(n) "WITH c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < " #n ")"              \
	" INSERT INTO t SELECT hex(randomblob(400)) FROM c"

/* The log may not grow further: what is in it is small beside a cache of ten pages, so pages
 * are written, read and lost in the midst of a transaction. Then there is room again. */
static void
a_full_disk_loses_only_what_was_not_committed(void **state)
{
	static const char *const pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
	    " PRAGMA cache_size = 10; CREATE TABLE t (x TEXT)";
	struct place *p = *state;
	struct rlimit none, tight;
	sqlite3      *db = NULL, *other = NULL;
	int           there = 0;

	(void)signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &none), 0);
	assert_int_equal(sqlite3_open_v2(p->url, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
	    gather_vfs()), SQLITE_OK);
	run(db, pragmas);
	assert_int_equal(sqlite3_open_v2(p->url, &other, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	for (int i = 0; i < 40; i++) {
		tight = none;
		tight.rlim_cur = (rlim_t)(300 + 7 * i) * 1024;
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
		if (sqlite3_exec(db, "BEGIN; " ROWS(300) "; UPDATE t SET x = x || 'å'; COMMIT", NULL,
		    NULL, NULL) == SQLITE_OK)
			there += 300;
		else if (sqlite3_get_autocommit(db) == 0)
			run(db, "ROLLBACK");
		assert_int_equal(count_of(other), there);
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
		run(db, ROWS(3));
		there += 3;
		assert_int_equal(count_of(other), there);
	}
	assert_in_range(there, 1, 40 * 303 - 1);
	sqlite3_close(other);
	sqlite3_close(db);
	assert_int_equal(sqlite3_open(p->url, &db), SQLITE_OK);
	assert_int_equal(count_of(db), there);
	run(db, "PRAGMA integrity_check");
	sqlite3_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(every_byte_is_where_sqlite_wrote_it),
		FILE_TEST(nothing_is_written_behind_what_was_lost),
		FILE_TEST(a_transaction_is_written_at_once),
		FILE_TEST(a_full_disk_loses_only_what_was_not_committed),
	};

	return engine_run("gather", tests, COUNT_OF(tests));
}
