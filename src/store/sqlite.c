#include "store/driver.h"
#include "store/gather.h"
#include "store/path.h"
#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define APPLICATION_ID 0x50656A6C       /* "Pejl" */
#define BUSY_MS        5000

/* A writer keeps the pages of a large import in memory (a million observations
 * make 45 MB, and come in any order); there are many readers, each with its own. */
#define CACHE_WRITER   "PRAGMA cache_size = -32768"
#define CACHE_READER   "PRAGMA cache_size = -256"

struct sqlite {
	sqlite3      *db;
	sqlite3_stmt *stmt[STMT_COUNT];
	bool          open[STMT_COUNT];         /* has a row, or will have */
	sqlite3_stmt *begin, *commit;           /* kept, since every save needs them */
	struct str    made;                     /* where a new one is, until it is committed */
};

static const struct token tokens[] = {
	{ STR_INIT("APPLICATION_ID"), STR_INIT("PRAGMA application_id = 0x50656A6C;") },
	{ STR_INIT("INT64"), STR_INIT("INTEGER") },
	{ STR_INIT("TEXT"), STR_INIT("TEXT") },
	{ STR_INIT("THING"),
	  STR_INIT("INTEGER REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED") },
	{ STR_INIT("CHANGE"),
	  STR_INIT("INTEGER REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED") },
	{ STR_INIT("STRICT"), STR_INIT(" STRICT") },
	{ STR_INIT("STRICT_KEYED"), STR_INIT(" STRICT, WITHOUT ROWID") },
	{ STR_INIT(""), STR_INIT("") },
};

/* ---- problems ---- */

/* A full disk, a quota and a limit of file size all mean the same to a person.
 * SQLite knows the first; what it did after the others may have changed errno. */
static bool
no_room(sqlite3 *db, int rc)
{
	int error = sqlite3_system_errno(db);

	return error == ENOSPC || error == EFBIG || error == EDQUOT || (error != EIO &&
	    (rc == SQLITE_IOERR_WRITE || rc == SQLITE_IOERR_SHMSIZE));
}

static enum failure
failure_of(sqlite3 *db, int rc)
{
	switch (rc) {
	case SQLITE_CONSTRAINT_FOREIGNKEY: return FAILURE_DANGLING;
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_ROWID:      return FAILURE_TWICE;
	case SQLITE_CONSTRAINT_DATATYPE:   return FAILURE_TYPE;
	default:
		break;
	}
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:   return FAILURE_LOCKED;
	case SQLITE_FULL:     return FAILURE_FULL;
	case SQLITE_IOERR:    return no_room(db, rc) ? FAILURE_FULL : FAILURE_OTHER;
	case SQLITE_READONLY: return FAILURE_READONLY;
	case SQLITE_CORRUPT:  return FAILURE_DAMAGED;
	case SQLITE_NOTADB:   return FAILURE_NO_DATABASE;
	case SQLITE_CANTOPEN: return FAILURE_PATH;
	default:              return FAILURE_OTHER;
	}
}

static struct str
words_of(sqlite3 *db, enum failure f)
{
	int error = sqlite3_system_errno(db);

	if (f == FAILURE_NO_DATABASE || f == FAILURE_LOCKED)
		return STR_NONE;        /* nothing that was not said */
	if (f == FAILURE_PATH && error != 0)
		return str_from(strerror(error));
	return str_from(sqlite3_errmsg(db));
}

static bool
fail(struct store *s, sqlite3 *db)
{
	enum failure f = failure_of(db, sqlite3_extended_errcode(db));

	return store_fail(s, f, words_of(db, f));
}

static bool
fail_stmt(struct store *s, enum stmt id)
{
	struct sqlite *q = s->db;
	enum failure   f = failure_of(q->db, sqlite3_extended_errcode(q->db));

	return store_fail_stmt(s, f, id, words_of(q->db, f));
}

/* ---- connection ---- */

static struct str
sqlite_where(struct arena *a, struct str url)
{
	return str_dup(a, url);
}

static bool
in_memory(struct str url)
{
	return str_eq(url, STR(":memory:"));
}

/* The first column of the first row of one of our own short questions. */
static bool
ask(struct store *s, const char *sql, struct arena *a, struct str *ret)
{
	struct sqlite *q = s->db;
	sqlite3_stmt  *stmt = NULL;
	bool           ok = sqlite3_prepare_v2(q->db, sql, -1, &stmt, NULL) == SQLITE_OK;
	int            rc = ok ? sqlite3_step(stmt) : SQLITE_ERROR;

	ok = rc == SQLITE_ROW || rc == SQLITE_DONE;
	if (!ok)
		fail(s, q->db);
	else if (rc == SQLITE_ROW)
		*ret = str_dup(a, str_from((const char *)sqlite3_column_text(stmt, 0)));
	sqlite3_finalize(stmt);
	return ok;
}

static bool
ask_int(struct store *s, const char *sql, int64_t *ret)
{
	struct arena a = { 0 };
	struct str   text = STR_NONE;
	bool         ok = ask(s, sql, &a, &text) && str_int(text, ret);

	arena_free(&a);
	return ok;
}

/* Set, and read back: what was not granted is as bad as what was refused. */
static bool
insist(struct store *s, const char *set, const char *get, struct str want)
{
	struct arena a = { 0 };
	struct str   got = STR_NONE;
	bool         ok = ask(s, set, &a, &got) && ask(s, get, &a, &got);

	if (ok && !str_eq(got, want))
		ok = store_fail(s, FAILURE_NOT_DURABLE, arena_printf(&a, "%s answers " STR_FMT,
		    get, STR_ARG(got)));
	arena_free(&a);
	return ok;
}

/* Before anything is written: is it ours, or still nobody's? */
static bool
is_ours(struct store *s)
{
	int64_t id = 0, tables = 0;

	if (!ask_int(s, "PRAGMA application_id", &id) ||
	    !ask_int(s, "SELECT count(*) FROM sqlite_schema", &tables))
		return false;
	if (id == APPLICATION_ID || (id == 0 && tables == 0))
		return true;
	return store_fail(s, FAILURE_FOREIGN, STR_NONE);
}

static bool
configure(struct store *s, struct str url, enum store_open mode)
{
	struct sqlite *q = s->db;
	struct arena   a = { 0 };
	struct str     unused = STR_NONE;
	bool           ok;

	sqlite3_busy_timeout(q->db, BUSY_MS);
	sqlite3_db_config(q->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(q->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(q->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(q->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	ok = is_ours(s) && ask(s, "PRAGMA cell_size_check = ON", &a, &unused) &&
	    ask(s, mode == STORE_READ ? CACHE_READER : CACHE_WRITER, &a, &unused) &&
	    insist(s, "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", STR("1"));
	arena_free(&a);
	if (!ok)
		return false;
	if (mode == STORE_READ)
		return insist(s, "PRAGMA query_only = ON", "PRAGMA query_only", STR("1"));
	if (sqlite3_db_readonly(q->db, "main") == 1)
		return store_fail(s, FAILURE_READONLY, STR_NONE);
	if (q->made.len > 0)            /* nobody else can see it yet */
		return insist(s, "PRAGMA synchronous = FULL", "PRAGMA synchronous", STR("2"));
	return insist(s, "PRAGMA journal_mode = WAL", "PRAGMA journal_mode",
	        in_memory(url) ? STR("memory") : STR("wal")) &&
	    insist(s, "PRAGMA synchronous = FULL", "PRAGMA synchronous", STR("2"));
}

static bool
open_at(struct store *s, struct str path, enum store_open mode)
{
	int            flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	struct sqlite *q = s->db;
	const char    *at = str_dup(&s->arena, path).at;

	if (mode == STORE_CREATE || mode == STORE_NEW)
		flags |= SQLITE_OPEN_CREATE;
	if (sqlite3_open_v2(at, &q->db, flags, gather_vfs()) != SQLITE_OK)
		return fail(s, q->db);
	return configure(s, path, mode);
}

static bool
sqlite_open(struct store *s, struct str url, enum store_open mode)
{
	struct sqlite *q = ARENA_NEW(&s->arena, struct sqlite);
	const char    *path = str_dup(&s->arena, url).at;
	bool           replace;

	s->db = q;
	if (in_memory(url))
		return open_at(s, url, mode);
	if (!path_is_good(s, path, mode == STORE_CREATE || mode == STORE_NEW))
		return false;
	if (mode != STORE_NEW || !path_is_absent(path))
		return open_at(s, url, mode);
	return path_is_free(s, url, &replace) && path_beside(s, url, &q->made) &&
	    open_at(s, q->made, mode);
}

static void
close_it(struct sqlite *q)
{
	for (size_t id = 0; id < STMT_COUNT; id++) {
		sqlite3_finalize(q->stmt[id]);
		q->stmt[id] = NULL;
	}
	sqlite3_finalize(q->begin);
	sqlite3_finalize(q->commit);
	sqlite3_close(q->db);
	q->begin = q->commit = NULL;
	q->db = NULL;
}

static void
sqlite_close(struct store *s)
{
	struct sqlite *q = s->db;

	if (q == NULL)
		return;
	close_it(q);
	if (q->made.len > 0)
		path_remove(s, q->made);
}

/* The new one is whole, and comes into its place. If it cannot, somebody else may have
 * made one meanwhile: what follows is about that. */
static bool
settle(struct store *s)
{
	struct sqlite *q = s->db;
	struct str     made = q->made;
	bool           ok;

	close_it(q);
	q->made = STR_NONE;
	ok = path_settle(s, made, s->where, false);
	if (!ok)
		path_remove(s, made);
	return open_at(s, s->where, STORE_WRITE) && ok;
}

/* ---- transactions ---- */

static bool
control(struct store *s, const char *sql)
{
	struct sqlite *q = s->db;

	return sqlite3_exec(q->db, sql, NULL, NULL, NULL) == SQLITE_OK || fail(s, q->db);
}

/* As control(), with a statement that is prepared once. */
static bool
control_kept(struct store *s, sqlite3_stmt **stmt, const char *sql)
{
	struct sqlite *q = s->db;
	bool           ok;

	if (*stmt == NULL &&
	    sqlite3_prepare_v3(q->db, sql, -1, SQLITE_PREPARE_PERSISTENT, stmt, NULL) != SQLITE_OK)
		return fail(s, q->db);
	ok = sqlite3_step(*stmt) == SQLITE_DONE || fail(s, q->db);
	(void)sqlite3_reset(*stmt);
	return ok;
}

static bool
sqlite_begin(struct store *s)
{
	return control_kept(s, &((struct sqlite *)s->db)->begin, "BEGIN IMMEDIATE");
}

static bool
sqlite_commit(struct store *s)
{
	struct sqlite *q = s->db;

	return control_kept(s, &q->commit, "COMMIT") && (q->made.len == 0 || settle(s));
}

static void
sqlite_rollback(struct store *s)
{
	struct sqlite *q = s->db;

	if (sqlite3_get_autocommit(q->db) == 0)
		sqlite3_exec(q->db, "ROLLBACK", NULL, NULL, NULL);
}

/* ---- statements ---- */

static bool
sqlite_prepare(struct store *s, enum stmt id, size_t *params)
{
	struct sqlite *q = s->db;

	if (q->stmt[id] == NULL && sqlite3_prepare_v3(q->db, stmt_sql[id], -1,
	    SQLITE_PREPARE_PERSISTENT, &q->stmt[id], NULL) != SQLITE_OK)
		return fail_stmt(s, id);
	*params = (size_t)sqlite3_bind_parameter_count(q->stmt[id]);
	return true;
}

static void
sqlite_reset(struct store *s, enum stmt id)
{
	struct sqlite *q = s->db;

	if (!q->open[id])
		return;
	sqlite3_reset(q->stmt[id]);
	q->open[id] = false;
}

static void
sqlite_rest(struct store *s)
{
	struct sqlite *q = s->db;

	for (size_t id = 0; id < STMT_COUNT; id++) {
		if (q->open[id])
			continue;
		sqlite3_finalize(q->stmt[id]);
		q->stmt[id] = NULL;
	}
	(void)sqlite3_db_release_memory(q->db);
}

static int
bind_one(sqlite3_stmt *stmt, int at, const struct param *p, sqlite3_destructor_type keep)
{
	switch (p->type) {
	case PARAM_NULL: return sqlite3_bind_null(stmt, at);
	case PARAM_INT:  return sqlite3_bind_int64(stmt, at, p->i);
	case PARAM_TEXT: return sqlite3_bind_text64(stmt, at, p->s.len > 0 ? p->s.at : "",
	                     p->s.len, keep, SQLITE_UTF8);
	}
	abort();
}

static bool
start(struct store *s, enum stmt id, const struct param *p, size_t n,
    sqlite3_destructor_type keep)
{
	struct sqlite *q = s->db;
	size_t         params;

	if (!sqlite_prepare(s, id, &params))
		return false;
	if (params != n)
		abort();
	sqlite_reset(s, id);
	for (size_t i = 0; i < n; i++) {
		if (bind_one(q->stmt[id], (int)i + 1, &p[i], keep) != SQLITE_OK)
			return fail_stmt(s, id);
	}
	q->open[id] = true;
	return true;
}

static bool
sqlite_run(struct store *s, enum stmt id, const struct param *p, size_t n)
{
	struct sqlite *q = s->db;
	bool           ok;

	if (!start(s, id, p, n, SQLITE_STATIC))
		return false;
	ok = sqlite3_step(q->stmt[id]) == SQLITE_DONE || fail_stmt(s, id);
	s->changed = ok ? sqlite3_changes64(q->db) : 0;
	sqlite_reset(s, id);
	return ok;
}

static bool
sqlite_query(struct store *s, enum stmt id, const struct param *p, size_t n)
{
	return start(s, id, p, n, SQLITE_TRANSIENT);
}

static bool
sqlite_next(struct store *s, enum stmt id)
{
	struct sqlite *q = s->db;
	int            rc;

	if (!q->open[id])
		return false;
	rc = sqlite3_step(q->stmt[id]);
	if (rc == SQLITE_ROW)
		return true;
	if (rc != SQLITE_DONE)
		fail_stmt(s, id);
	sqlite_reset(s, id);
	return false;
}

static int64_t
sqlite_get_int(struct store *s, enum stmt id, int column)
{
	struct sqlite *q = s->db;

	return sqlite3_column_int64(q->stmt[id], column);
}

static struct str
sqlite_get_text(struct store *s, enum stmt id, int column)
{
	struct sqlite *q = s->db;
	const char    *at = (const char *)sqlite3_column_text(q->stmt[id], column);

	return (struct str){ at, (size_t)sqlite3_column_bytes(q->stmt[id], column) };
}

static bool
sqlite_get_null(struct store *s, enum stmt id, int column)
{
	struct sqlite *q = s->db;

	return sqlite3_column_type(q->stmt[id], column) == SQLITE_NULL;
}

/* ---- schema and care ---- */

static bool
sqlite_script(struct store *s, struct str sql)
{
	struct arena a = { 0 };
	bool         ok = control(s, str_dup(&a, sql).at);

	arena_free(&a);
	return ok;
}

static bool
sqlite_tables(struct store *s, bool *migrations, bool *any)
{
	int64_t ours = 0, all = 0;

	if (!ask_int(s, "SELECT count(*) FROM sqlite_schema WHERE name = 'pejl_migration'", &ours) ||
	    !ask_int(s, "SELECT count(*) FROM sqlite_schema", &all))
		return false;
	*migrations = ours > 0;
	*any = all > 0;
	return true;
}

/* Each row of one of SQLite's own checks as a problem: its columns, joined. */
static bool
check_rows(struct store *s, const char *sql, struct diags *d)
{
	struct sqlite *q = s->db;
	sqlite3_stmt  *stmt = NULL;
	bool           ok = true;
	int            rc = sqlite3_prepare_v2(q->db, sql, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	for (; rc == SQLITE_ROW; rc = sqlite3_step(stmt)) {
		struct str text = str_from((const char *)sqlite3_column_text(stmt, 0));

		if (str_eq(text, STR("ok")))
			continue;
		ok = diag_error(d, s->where, 0, arena_printf(d->arena, STR_FMT "%s",
		    STR_ARG(text), sqlite3_column_count(stmt) > 1 ?
		    ": a reference leads to nothing" : ""), STR_NONE);
	}
	if (rc != SQLITE_DONE)
		ok = fail(s, q->db);
	sqlite3_finalize(stmt);
	return ok;
}

static bool
sqlite_check(struct store *s, struct diags *d)
{
	return check_rows(s, "PRAGMA integrity_check(100)", d) &&
	    check_rows(s, "PRAGMA foreign_key_check", d);
}

/* As it is at one moment, into `file`, which is empty. The copy can stand alone:
 * it needs no write-ahead log beside it until it is opened for writing. */
static bool
sqlite_backup(struct store *s, struct str url, struct str file)
{
	struct sqlite  *q = s->db;
	struct arena    a = { 0 };
	sqlite3        *to = NULL;
	sqlite3_backup *b;
	bool            ok;

	(void)url;
	ok = sqlite3_open_v2(str_dup(&a, file).at, &to,
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL) == SQLITE_OK;
	b = ok ? sqlite3_backup_init(to, "main", q->db, "main") : NULL;
	if (b != NULL)
		sqlite3_backup_step(b, -1);
	ok = sqlite3_backup_finish(b) == SQLITE_OK && b != NULL &&
	    sqlite3_exec(to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) == SQLITE_OK;
	if (!ok)
		fail(s, to);
	sqlite3_close(to);
	arena_free(&a);
	return ok;
}

static bool
is_whole(struct store *s)
{
	struct migration_state st;
	struct arena a = { 0 };
	struct str   said = STR_NONE;
	bool         ok = ask(s, "PRAGMA quick_check(1)", &a, &said);

	if (ok && !str_eq(said, STR("ok")))
		ok = store_fail(s, FAILURE_BACKUP, said);
	arena_free(&a);
	return ok && schema_state(s, &st) &&
	    (st.current > 0 || store_fail(s, FAILURE_BACKUP, STR("the database is empty")));
}

/* Opened, looked at, and copied to `to` when there is one. Problems are the file's, not the
 * target's. */
static bool
whole_copy(struct store *s, struct str file, struct str to)
{
	struct store *from = store_connect(file, STORE_READ);
	bool          ok = !from->failed && is_whole(from) &&
	    (to.len == 0 || sqlite_backup(from, file, to));

	if (!ok)
		store_take_problem(s, from);
	store_close(from);
	return ok;
}

static bool
sqlite_restore(struct store *s, struct str url, struct str file)
{
	struct str made = STR_NONE;
	bool       replace = false;
	bool       ok = path_is_free(s, url, &replace) && whole_copy(s, file, STR_NONE) &&
	    path_beside(s, url, &made) && whole_copy(s, file, made) &&
	    whole_copy(s, made, STR_NONE) && path_settle(s, made, url, replace);

	if (!ok && made.len > 0)
		path_remove(s, made);
	return ok;
}

const struct driver driver_sqlite = {
	.token = tokens, .where = sqlite_where, .open = sqlite_open, .close = sqlite_close,
	.begin = sqlite_begin, .commit = sqlite_commit, .rollback = sqlite_rollback,
	.prepare = sqlite_prepare, .run = sqlite_run, .query = sqlite_query, .next = sqlite_next,
	.get_int = sqlite_get_int, .get_text = sqlite_get_text, .get_null = sqlite_get_null,
	.reset = sqlite_reset, .rest = sqlite_rest, .script = sqlite_script, .tables = sqlite_tables,
	.check = sqlite_check, .backup = sqlite_backup, .restore = sqlite_restore,
};
