/* store.h - the register on disk: SQLite in a file, or PostgreSQL by URL.
 *
 * The only way to the database. Every statement is in statements.h by name and
 * runs on both engines; text for people is never made here. One connection
 * belongs to one thread. Writes happen inside store_begin/store_commit; a commit
 * that returns false may or may not be on disk (look up its nonce).
 *
 * SQLite runs STRICT, WAL and synchronous=FULL (read back at open; refused
 * otherwise), foreign keys on, trusted_schema off. Problems with the database
 * are diags with the URL (without password) as `where`.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/diag.h"
#include "model/noun.h"
#include "store/statements.h"

struct store;

enum store_open {
	STORE_READ,             /* must exist and have the newest schema */
	STORE_WRITE,            /* as READ, writable */
	STORE_CREATE,           /* WRITE; created and migrated when it is not there or empty */
	STORE_NEW,              /* WRITE; what is not there comes to be with the first commit,
	                         * whole, or not at all: until then it is read in transactions */
};

#define UNTIL_NOW INT64_C(9223372036854775807)  /* `until` of what is current */

/* `url`: a path, ":memory:", or postgresql://... NULL with a diag: no such
 * database, another program's database, a newer or older schema, locked, no
 * server, not a database, no space. */
struct store *store_open(struct str url, enum store_open mode, struct diags *d);
void          store_close(struct store *s);             /* NULL-safe; rolls back */
bool          store_is_postgres(const struct store *s);

/* ---- transactions. Only one at a time; begin takes the write lock. ---- */
MUST_CHECK bool store_begin(struct store *s);
MUST_CHECK bool store_commit(struct store *s);
void            store_rollback(struct store *s);        /* outside one: does nothing */

/* The first problem of the store since it was opened or asked, into `d`. Every
 * function below that fails has left one. Clears it. Returns false. */
bool            store_problem(struct store *s, struct diags *d);
bool            store_failed(const struct store *s);    /* is there one? */

/* Was there a problem that better data would not cure: a lock, a full disk, a lost
 * server? Stays true. */
bool            store_unable(const struct store *s);

/* ---- statements ---- */
struct param {
	enum { PARAM_NULL, PARAM_INT, PARAM_TEXT } type;
	int64_t    i;
	struct str s;
};

#define P_NULL   ((struct param){ .type = PARAM_NULL })
#define P_INT(v) ((struct param){ .type = PARAM_INT, .i = (v) })
#define P_TEXT(v) ((struct param){ .type = PARAM_TEXT, .s = (v) })

/* Runs what returns no rows. One that fails in a transaction spoils it: its
 * commit will be refused. */
MUST_CHECK bool store_run(struct store *s, enum stmt id, const struct param *p, size_t n);
/* How many rows the last one inserted or updated. */
int64_t         store_changed(const struct store *s);
/* How many statements were run or asked since the store was opened: what a page
 * costs the database is bounded in tests. */
int64_t         store_statements(const struct store *s);
/* The path of its file; empty: it has none, as in PostgreSQL or in memory. */
struct str      store_file(const struct store *s);

/* Rows, streamed. One cursor of a statement at a time:
 *	if (!store_query(s, STMT_X, p, n)) ...;
 *	while (store_next(s, STMT_X)) ... store_int(s, STMT_X, 0) ...;
 * store_next() returns false at the end or on a problem, and closes the cursor;
 * store_reset() closes it early. Texts are borrowed until the next row. */
MUST_CHECK bool store_query(struct store *s, enum stmt id, const struct param *p, size_t n);
MUST_CHECK bool store_next(struct store *s, enum stmt id);
int64_t         store_int(struct store *s, enum stmt id, int column);  /* NULL: 0 */
struct str      store_text(struct store *s, enum stmt id, int column);
bool            store_null(struct store *s, enum stmt id, int column);
void            store_reset(struct store *s, enum stmt id);

/* After much was read that is not asked for soon again: what was kept for that goes. */
void            store_rest(struct store *s);

/* One integer of an answer of at most one row; 0 when there is none. */
MUST_CHECK bool store_get_int(struct store *s, enum stmt id, const struct param *p, size_t n,
                              int64_t *ret);

/* Measurements, many at once: as OBSERVATION_PUT, one after another, but PostgreSQL takes
 * those together that are all new. `is_new[i]`: it was not there, and is now. */
struct observation_row;
MUST_CHECK bool store_observations_put(struct store *s, const struct observation_row *row,
                                       size_t n, bool *is_new);

/* ---- nouns: one row of any noun ---- */
struct noun_row {
	int64_t    id, since, until;    /* thing (its kind is the noun's table) and change ids */
	struct str text[NOUN_COLUMNS_MAX];      /* empty: NULL. Not for REF */
	int64_t    ref[NOUN_COLUMNS_MAX];       /* REF: thing id, 0: NULL */
	uint32_t   line, column;
	struct str quote;
};

MUST_CHECK bool store_noun_add(struct store *s, enum noun n, const struct noun_row *row);
/* Ends the current version of `id` at change `at`. No current version: false. */
MUST_CHECK bool store_noun_end(struct store *s, enum noun n, int64_t id, int64_t at);

enum noun_query {
	NOUN_KNOWN,             /* versions current at change `x`, by id */
	NOUN_ONE,               /* all versions of thing `x`, by since */
	NOUN_EVERY,             /* all versions, by id and since */
	NOUN_FORMER,            /* versions that ended by change `x`, by id and since */
	NOUN_SINCE, NOUN_UNTIL, /* versions that change `x` brought / ended */
};

MUST_CHECK bool store_nouns(struct store *s, enum noun n, enum noun_query q, int64_t x);
/* Texts are borrowed until the next row. */
MUST_CHECK bool store_noun_next(struct store *s, enum noun n, enum noun_query q,
                                struct noun_row *ret);

/* ---- schema and care ---- */
struct migration_state {
	int64_t current, newest;        /* numbers; current 0: empty database */
};

MUST_CHECK bool store_migrate(struct str url, bool dry_run, struct diags *d,
                              struct migration_state *ret);
/* Integrity, foreign keys, migration checksums, kinds of references, versions
 * that overlap, indexes of ours that do not fit: each problem a diag. */
MUST_CHECK bool store_check(struct store *s, struct diags *d);
/* Makes the indexes anew: what can be searched for, and which change measured what. */
MUST_CHECK bool store_reindex(struct store *s, struct diags *d);
/* Online copy to a new file: SQLite's backup API, or pg_dump's custom format. */
MUST_CHECK bool store_backup(struct str url, struct str file, struct diags *d);
/* Into a database that is not there or empty; checked before it takes its place. */
MUST_CHECK bool store_restore(struct str url, struct str file, struct diags *d);

#endif
