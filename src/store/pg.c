#include "model/observation.h"
#include "store/pg.h"
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PARAMS_MAX (NOUN_COLUMNS_MAX + 6)
#define CHUNK      2000                 /* rows of a cursor held at a time */
#define COPY_AT    ((size_t)256 << 10)  /* bytes of observations sent at a time */
#define WRITE_LOCK "1348823660"         /* "Pejl": who holds it writes */

struct pg_stmt {
	bool      prepared, open, cursor;
	size_t    params;
	PGresult *rows;
	int       row, count;
};

struct pg {
	PGconn        *c;
	struct buf     scratch;         /* the texts of one call's parameters */
	struct buf     copy;            /* observations on their way */
	struct pg_stmt stmt[STMT_COUNT];
};

/* ---- problems ---- */

static enum failure
failure_of(PGconn *c, const PGresult *r)
{
	if (PQstatus(c) == CONNECTION_BAD)
		return FAILURE_LOST;
	return pg_failure(str_from(r != NULL ? PQresultErrorField(r, PG_DIAG_SQLSTATE) : NULL));
}

static struct str
words_of(PGconn *c, const PGresult *r)
{
	const char *primary = r != NULL ? PQresultErrorField(r, PG_DIAG_MESSAGE_PRIMARY) : NULL;
	struct str  all = str_from(primary != NULL ? primary : PQerrorMessage(c));

	return str_cut(&all, '\n');
}

/* Is `r` what was expected? Clears it otherwise. */
static bool
good(struct store *s, PGresult *r, ExecStatusType want, enum stmt id)
{
	struct pg   *q = s->db;
	enum failure f;

	if (PQresultStatus(r) == want)
		return true;
	f = failure_of(q->c, r);
	if (f == FAILURE_LOCKED)
		store_fail(s, f, STR_NONE);
	else if (id < STMT_COUNT)
		store_fail_stmt(s, f, id, words_of(q->c, r));
	else
		store_fail(s, f, words_of(q->c, r));
	PQclear(r);
	return false;
}

/* Some commands of our own, the last of which answers as `want` says. */
static bool
control(struct store *s, const char *sql, ExecStatusType want)
{
	struct pg *q = s->db;
	PGresult  *r = PQexec(q->c, sql);

	if (!good(s, r, want, STMT_COUNT))
		return false;
	PQclear(r);
	return true;
}

/* ---- connection ---- */

/* libpq's own messages may quote the address, and the password in it. */
static PQconninfoOption *
parse(struct str url)
{
	struct arena      a = { 0 };
	PQconninfoOption *o = PQconninfoParse(str_dup(&a, url).at, NULL);

	arena_free(&a);
	return o;
}

static const char *
option(const PQconninfoOption *o, const char *keyword)
{
	for (; o != NULL && o->keyword != NULL; o++) {
		if (strcmp(o->keyword, keyword) == 0 && o->val != NULL)
			return o->val;
	}
	return "";
}

static struct str
pg_where(struct arena *a, struct str url)
{
	PQconninfoOption *o = parse(url);
	const char *user = option(o, "user"), *port = option(o, "port");
	struct str  where = arena_printf(a, "postgresql://%s%s%s%s%s/%s", user,
	    *user != '\0' ? "@" : "", option(o, "host"), *port != '\0' ? ":" : "", port,
	    option(o, "dbname"));

	PQconninfoFree(o);
	return where;
}

static void
ignore_notice(void *context, const char *message)
{
	(void)context;
	(void)message;
}

/* No server, or one that says no: two different things to do about it. */
static bool
unreachable(struct store *s)
{
	struct pg *q = s->db;
	struct str all = str_from(PQerrorMessage(q->c)), line = str_cut(&all, '\n');
	bool       answered = str_find(line, STR("FATAL:"), 0) != SIZE_MAX ||
	    str_find(line, STR("no password supplied"), 0) != SIZE_MAX;

	return store_fail(s, answered ? FAILURE_REFUSED : FAILURE_NO_SERVER, line);
}

static bool
configure(struct store *s, enum store_open mode)
{
	struct pg  *q = s->db;
	const char *encoding = PQparameterStatus(q->c, "server_encoding");

	PQsetNoticeProcessor(q->c, ignore_notice, NULL);
	if (encoding == NULL || strcmp(encoding, "UTF8") != 0)
		return store_fail(s, FAILURE_NOT_DURABLE,
		    STR("the database's encoding is not UTF8"));
	return control(s, "SET search_path = public; SET statement_timeout = 0;"
	           " SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = 0;"
	           " SET client_min_messages = warning", PGRES_COMMAND_OK) &&
	    control(s, "SELECT set_config('synchronous_commit', 'on', false)"
	           " WHERE current_setting('synchronous_commit') = 'off'", PGRES_TUPLES_OK) &&
	    (mode != STORE_READ ||
	        control(s, "SET default_transaction_read_only = on", PGRES_COMMAND_OK));
}

static bool
pg_open(struct store *s, struct str url, enum store_open mode)
{
	struct pg         *q = ARENA_NEW(&s->arena, struct pg);
	PQconninfoOption  *o = parse(url);
	/* What comes before dbname, the address may set otherwise. */
	const char *const  key[] = { "connect_timeout", "fallback_application_name", "dbname",
		"client_encoding", NULL };
	const char *const  value[] = { "10", "pejl", str_dup(&s->arena, url).at, "UTF8", NULL };

	if (o == NULL)
		return store_fail(s, FAILURE_ADDRESS, STR_NONE);
	PQconninfoFree(o);
	s->db = q;
	buf_init(&q->scratch, SIZE_MAX / 2);
	buf_init(&q->copy, 2 * COPY_AT);
	q->c = PQconnectdbParams(key, value, 1);
	if (PQstatus(q->c) != CONNECTION_OK)
		return unreachable(s);
	return configure(s, mode);
}

static void
pg_close(struct store *s)
{
	struct pg *q = s->db;

	if (q == NULL)
		return;
	for (size_t id = 0; id < STMT_COUNT; id++)
		PQclear(q->stmt[id].rows);
	buf_free(&q->scratch);
	buf_free(&q->copy);
	PQfinish(q->c);
}

/* ---- many observations at once ---- */

static void
copy_row(struct buf *b, const struct observation_row *r)
{
	const int64_t cell[] = {
		r->indicator, r->area, r->from, r->to, r->group, r->method, r->until, r->since,
		r->value, r->form, r->high, r->sample, r->line, r->column,
	};

	for (size_t i = 0; i < COUNT_OF(cell); i++) {
		buf_int(b, cell[i], 1);
		buf_char(b, i + 1 < COUNT_OF(cell) ? '\t' : '\n');
	}
}

/* The rows, and the server's answer to all of them. */
static PGresult *
copy_rows(struct pg *q, const struct observation_row *row, size_t n)
{
	PGresult *r, *more;

	q->copy.len = 0;
	for (size_t i = 0; i < n; i++) {
		copy_row(&q->copy, &row[i]);
		if (q->copy.len < COPY_AT && i + 1 < n)
			continue;
		if (PQputCopyData(q->c, q->copy.at, (int)q->copy.len) != 1)
			break;
		q->copy.len = 0;
	}
	(void)!PQputCopyEnd(q->c, NULL);
	r = PQgetResult(q->c);
	while ((more = PQgetResult(q->c)) != NULL)
		PQclear(more);
	return r;
}

/* COPY says only that one of the rows is there already, not which one. */
static bool
pg_observations(struct store *s, const struct observation_row *row, size_t n, bool *all)
{
	struct pg *q = s->db;
	PGresult  *r;

	if (!control(s, "SAVEPOINT bulk", PGRES_COMMAND_OK))
		return false;
	r = PQexec(q->c, "COPY observation (" OBSERVATION_ALL ") FROM STDIN");
	if (!good(s, r, PGRES_COPY_IN, STMT_OBSERVATION_PUT))
		return false;
	PQclear(r);
	r = copy_rows(q, row, n);
	*all = PQresultStatus(r) == PGRES_COMMAND_OK;
	if (!*all && failure_of(q->c, r) != FAILURE_TWICE)
		return good(s, r, PGRES_COMMAND_OK, STMT_OBSERVATION_PUT);
	PQclear(r);
	return control(s, *all ? "RELEASE bulk" : "ROLLBACK TO bulk", PGRES_COMMAND_OK);
}

/* ---- transactions ---- */

static void
pg_rollback(struct store *s)
{
	struct pg *q = s->db;

	PQclear(PQexec(q->c, "ROLLBACK"));
}

static bool
pg_begin(struct store *s)
{
	if (control(s, "BEGIN; SELECT pg_advisory_xact_lock(" WRITE_LOCK ")", PGRES_TUPLES_OK))
		return true;
	pg_rollback(s);
	return false;
}

/* The server answers a COMMIT that it could not do with "ROLLBACK". */
static bool
pg_commit(struct store *s)
{
	struct pg *q = s->db;
	PGresult  *r;
	bool       ok;

	r = PQexec(q->c, "COMMIT");
	if (!good(s, r, PGRES_COMMAND_OK, STMT_COUNT))
		return false;
	ok = strcmp(PQcmdStatus(r), "COMMIT") == 0 ||
	    store_fail(s, FAILURE_OTHER, STR("the transaction was rolled back"));
	PQclear(r);
	return ok;
}

/* ---- statements ---- */

/* Of an indicator there may be a million, but mostly there are a few: they are asked for
 * at once, and through a cursor only when there are more than one holds at a time. */
static bool
is_mostly_short(enum stmt id)
{
	return id == STMT_OBSERVATION_KNOWN || id == STMT_OBSERVATION_OF;
}

static bool
pg_prepare(struct store *s, enum stmt id, size_t *params)
{
	struct pg      *q = s->db;
	struct pg_stmt *t = &q->stmt[id];
	char            sql[1024];
	PGresult       *r;

	if (!t->prepared) {
		snprintf(sql, sizeof sql, "%s LIMIT %d", stmt_sql_pg[id], CHUNK + 1);
		r = PQprepare(q->c, stmt_name[id], is_mostly_short(id) ? sql : stmt_sql_pg[id], 0, NULL);
		if (!good(s, r, PGRES_COMMAND_OK, id))
			return false;
		PQclear(r);
		r = PQdescribePrepared(q->c, stmt_name[id]);
		if (!good(s, r, PGRES_COMMAND_OK, id))
			return false;
		t->params = (size_t)PQnparams(r);
		t->prepared = true;
		PQclear(r);
	}
	*params = t->params;
	return true;
}

/* Parameters as libpq wants them: text, each with a NUL, NULL for null. */
static void
texts(struct pg *q, const struct param *p, size_t n, const char **value)
{
	size_t at[PARAMS_MAX];

	q->scratch.len = 0;
	for (size_t i = 0; i < n; i++) {
		at[i] = q->scratch.len;
		if (p[i].type == PARAM_INT)
			buf_putf(&q->scratch, "%lld", (long long)p[i].i);
		else
			buf_put(&q->scratch, p[i].s);
		buf_char(&q->scratch, '\0');
	}
	if (!buf_ok(&q->scratch))
		abort();
	for (size_t i = 0; i < n; i++)
		value[i] = p[i].type == PARAM_NULL ? NULL : q->scratch.at + at[i];
}

/* What may have a million rows is read through a cursor, in bounded memory. */
static bool
is_long(enum stmt id)
{
	return id == STMT_OBSERVATION_EVERY || id == STMT_OBSERVATION_SINCE ||
	    id == STMT_OBSERVATION_UNTIL || id == STMT_LINE_EVERY;
}

/* All that is kept is in the server. */
static void
pg_rest(struct store *s)
{
	(void)s;
}

static void
pg_reset(struct store *s, enum stmt id)
{
	struct pg      *q = s->db;
	struct pg_stmt *t = &q->stmt[id];
	char            close[64];

	if (!t->open)
		return;
	PQclear(t->rows);
	t->rows = NULL;
	t->open = false;
	if (t->cursor && PQtransactionStatus(q->c) != PQTRANS_INERROR) {
		snprintf(close, sizeof close, "CLOSE %s", stmt_name[id]);
		PQclear(PQexec(q->c, close));
	}
}

static bool
ready(struct store *s, enum stmt id, const struct param *p, size_t n, const char **value)
{
	size_t params;

	if (!pg_prepare(s, id, &params))
		return false;
	if (params != n || n > PARAMS_MAX)
		abort();
	pg_reset(s, id);
	texts(s->db, p, n, value);
	return true;
}

static bool
pg_run(struct store *s, enum stmt id, const struct param *p, size_t n)
{
	struct pg  *q = s->db;
	const char *value[PARAMS_MAX];
	PGresult   *r;

	s->changed = 0;
	if (!ready(s, id, p, n, value))
		return false;
	r = PQexecPrepared(q->c, stmt_name[id], (int)n, value, NULL, NULL, 0);
	if (!good(s, r, PGRES_COMMAND_OK, id))
		return false;
	if (!str_int(str_from(PQcmdTuples(r)), &s->changed))
		abort();
	PQclear(r);
	return true;
}

/* The first rows, or the next ones. */
static bool
take(struct store *s, enum stmt id, PGresult *r)
{
	struct pg      *q = s->db;
	struct pg_stmt *t = &q->stmt[id];

	PQclear(t->rows);
	t->rows = NULL;
	if (!good(s, r, PGRES_TUPLES_OK, id))
		return false;
	t->rows = r;
	t->row = -1;
	t->count = PQntuples(r);
	t->open = true;
	return true;
}

static bool
fetch(struct store *s, enum stmt id)
{
	struct pg *q = s->db;
	char       sql[64];

	snprintf(sql, sizeof sql, "FETCH %d FROM %s", CHUNK, stmt_name[id]);
	return take(s, id, PQexec(q->c, sql));
}

/* Outside a transaction a cursor is held by the server, which keeps its rows. */
static bool
declare(struct store *s, enum stmt id, const char *const *value, size_t n)
{
	struct pg *q = s->db;
	char       sql[1024];
	PGresult  *r;

	snprintf(sql, sizeof sql, "DECLARE %s NO SCROLL CURSOR %s FOR %s", stmt_name[id],
	    s->begun ? "" : "WITH HOLD", stmt_sql_pg[id]);
	r = PQexecParams(q->c, sql, (int)n, NULL, value, NULL, NULL, 0);
	if (!good(s, r, PGRES_COMMAND_OK, id))
		return false;
	PQclear(r);
	q->stmt[id].cursor = true;
	return fetch(s, id);
}

static bool
pg_query(struct store *s, enum stmt id, const struct param *p, size_t n)
{
	struct pg  *q = s->db;
	const char *value[PARAMS_MAX];

	if (!ready(s, id, p, n, value))
		return false;
	q->stmt[id].cursor = false;
	if (is_long(id))
		return declare(s, id, value, n);
	if (!take(s, id, PQexecPrepared(q->c, stmt_name[id], (int)n, value, NULL, NULL, 0)))
		return false;
	if (!is_mostly_short(id) || q->stmt[id].count <= CHUNK)
		return true;
	q->stmt[id].open = false;
	return declare(s, id, value, n);
}

static bool
pg_next(struct store *s, enum stmt id)
{
	struct pg      *q = s->db;
	struct pg_stmt *t = &q->stmt[id];

	if (!t->open)
		return false;
	if (t->cursor && t->row + 1 == t->count && t->count == CHUNK && !fetch(s, id)) {
		pg_reset(s, id);
		return false;
	}
	if (++t->row < t->count)
		return true;
	pg_reset(s, id);
	return false;
}

static struct str
pg_get_text(struct store *s, enum stmt id, int column)
{
	struct pg      *q = s->db;
	struct pg_stmt *t = &q->stmt[id];

	return (struct str){ PQgetvalue(t->rows, t->row, column),
		(size_t)PQgetlength(t->rows, t->row, column) };
}

static int64_t
pg_get_int(struct store *s, enum stmt id, int column)
{
	int64_t v = 0;

	if (!str_int(pg_get_text(s, id, column), &v))
		v = 0;                  /* NULL */
	return v;
}

static bool
pg_get_null(struct store *s, enum stmt id, int column)
{
	struct pg *q = s->db;

	return PQgetisnull(q->stmt[id].rows, q->stmt[id].row, column) != 0;
}

/* ---- schema and care ---- */

static bool
pg_script(struct store *s, struct str sql)
{
	struct arena a = { 0 };
	bool         ok = control(s, str_dup(&a, sql).at, PGRES_COMMAND_OK);

	arena_free(&a);
	return ok;
}

static bool
pg_tables(struct store *s, bool *migrations, bool *any)
{
	struct pg *q = s->db;
	PGresult  *r = PQexec(q->c, "SELECT to_regclass('public.pejl_migration') IS NOT NULL,"
	    " EXISTS (SELECT FROM pg_catalog.pg_tables WHERE schemaname = 'public')");

	if (!good(s, r, PGRES_TUPLES_OK, STMT_COUNT))
		return false;
	*migrations = *PQgetvalue(r, 0, 0) == 't';
	*any = *PQgetvalue(r, 0, 1) == 't';
	PQclear(r);
	return true;
}

/* What a person may have switched off, and references then no longer hold. */
static bool
pg_check(struct store *s, struct diags *d)
{
	struct pg *q = s->db;
	PGresult  *r = PQexec(q->c,
	    "SELECT 'constraint ' || conname || ' was never validated' FROM pg_constraint"
	    " WHERE NOT convalidated"
	    " UNION ALL SELECT 'index ' || indexrelid::regclass || ' is not valid' FROM pg_index"
	    " WHERE NOT indisvalid"
	    " UNION ALL SELECT 'a reference of table ' || tgrelid::regclass || ' is not checked'"
	    " FROM pg_trigger WHERE tgisinternal AND tgenabled = 'D'");
	int        rows;

	if (!good(s, r, PGRES_TUPLES_OK, STMT_COUNT))
		return false;
	rows = PQntuples(r);
	for (int i = 0; i < rows; i++)
		diag_error(d, s->where, 0, str_from(PQgetvalue(r, i, 0)), STR_NONE);
	PQclear(r);
	return rows == 0;
}

const char *const *
pg_environment(struct arena *a, struct str url)
{
	PQconninfoOption *all = parse(url);
	const char      **env;
	size_t            n = 2;

	for (PQconninfoOption *o = all; o != NULL && o->keyword != NULL; o++)
		n++;
	env = ARENA_ARRAY(a, const char *, n);
	n = 0;
	env[n++] = "LC_ALL=C";
	for (PQconninfoOption *o = all; o != NULL && o->keyword != NULL; o++) {
		if (o->val != NULL && o->envvar != NULL)
			env[n++] = arena_printf(a, "%s=%s", o->envvar, o->val).at;
	}
	PQconninfoFree(all);
	return env;
}

const char *
pg_database(const struct store *s)
{
	const struct pg *q = s->db;

	return PQdb(q->c);
}

const struct driver driver_pg = {
	.postgres = true, .token = pg_token,
	.where = pg_where, .open = pg_open, .close = pg_close,
	.begin = pg_begin, .commit = pg_commit, .rollback = pg_rollback,
	.prepare = pg_prepare, .run = pg_run, .observations = pg_observations, .query = pg_query, .next = pg_next,
	.get_int = pg_get_int, .get_text = pg_get_text, .get_null = pg_get_null,
	.reset = pg_reset, .rest = pg_rest, .script = pg_script,
	.tables = pg_tables,
	.check = pg_check, .backup = pg_backup, .restore = pg_restore,
};
