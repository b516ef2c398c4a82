/* driver.h - what a database engine does for the store. Nobody outside store/
 * includes this.
 *
 * A driver reports every problem with store_fail() and says false. It may count
 * on store.c for the rest: that statements are only run with as many parameters
 * as they have, and that transactions begin and end in pairs.
 */
#ifndef STORE_DRIVER_H
#define STORE_DRIVER_H

#include "store/store.h"

/* What can go wrong, in words that are the same on both engines: message, what
 * to do. The engine's own words follow the message. */
#define FAILURES(X)                                                                           \
	X(OTHER,    "the database refuses", "")                                               \
	X(PATH,     "cannot be opened", "check the path and its permissions")                 \
	X(ABSENT,   "there is no register here", "check --db, or make one: pejl db migrate")  \
	X(LOCKED,   "locked by another program", "wait until it is done, and try again")      \
	X(FULL,     "no room left to write", "free some space; nothing was changed")          \
	X(READONLY, "may not be written", "check the permissions of the file and its folder") \
	X(TWICE,    "is there already", "")                                                   \
	X(DANGLING, "a reference leads to nothing", "")                                       \
	X(TYPE,     "a value is not what its column holds", "")                               \
	X(DAMAGED,  "is damaged", "restore a backup: pejl db restore")                        \
	X(NO_DATABASE, "is not a database", "check --db")                                     \
	X(FOREIGN,  "is another program's database, not a Pejl register", "check --db")       \
	X(OLDER,    "made by an older Pejl", "bring it up to date: pejl db migrate")          \
	X(NEWER,    "made by a newer Pejl", "update the program")                             \
	X(ALTERED,  "its schema is not the one that this program made", "restore a backup")   \
	X(NOT_DURABLE, "cannot keep what is written here", "keep the register on a local disk") \
	X(NO_SERVER, "no PostgreSQL server answers", "is the server running?")                \
	X(REFUSED,  "the PostgreSQL server refuses", "check user, password and database name") \
	X(LOST,     "the connection to the server was lost", "try again")                     \
	X(ADDRESS,  "is not an address of a PostgreSQL database",                             \
	            "postgresql://USER@HOST:PORT/DATABASE")                                   \
	X(OCCUPIED, "is there already", "give a name that is not in use")                     \
	X(BACKUP,   "is not a whole backup of a register", "choose another backup")           \
	X(TOOL,     "cannot run", "install postgresql-client")

enum failure {
#define X(id, message, hint) FAILURE_##id,
	FAILURES(X)
#undef X
	FAILURE_COUNT
};

struct token {
	struct str name, text;
};

struct driver {
	bool                postgres;
	const struct token *token;      /* the words of schema/, up to an empty name */

	/* Who is asked, without a password. */
	struct str (*where)(struct arena *a, struct str url);
	bool (*open)(struct store *s, struct str url, enum store_open mode);
	void (*close)(struct store *s);
	bool (*begin)(struct store *s);
	bool (*commit)(struct store *s);
	void (*rollback)(struct store *s);

	/* `params`: how many the engine found. Prepares only once. */
	bool (*prepare)(struct store *s, enum stmt id, size_t *params);
	bool (*run)(struct store *s, enum stmt id, const struct param *p, size_t n);
	bool (*query)(struct store *s, enum stmt id, const struct param *p, size_t n);
	bool (*next)(struct store *s, enum stmt id);
	int64_t (*get_int)(struct store *s, enum stmt id, int column);
	struct str (*get_text)(struct store *s, enum stmt id, int column);
	bool (*get_null)(struct store *s, enum stmt id, int column);
	void (*reset)(struct store *s, enum stmt id);

	/* Several statements of a migration. */
	bool (*script)(struct store *s, struct str sql);
	/* Is there a table of migrations; are there tables at all? */
	bool (*tables)(struct store *s, bool *migrations, bool *any);
	/* What only the engine can know about its own files. */
	bool (*check)(struct store *s, struct diags *d);
	bool (*backup)(struct store *s, struct str url, struct str file);
	/* `s` is not open: there may be nothing to open yet. */
	bool (*restore)(struct store *s, struct str url, struct str file);
};

extern const struct driver driver_sqlite, driver_pg;

struct store {
	const struct driver *driver;
	void                *db;        /* the driver's own */
	struct arena         arena;
	struct str           where;
	bool                 begun;     /* in a transaction */
	bool                 spoiled;   /* which cannot be committed: a statement failed */
	bool                 failed;    /* problem[] holds the first problem */
	enum failure         failure;
	char                 problem[512];
	int64_t              changed;
};

/* A store that is not open: it can hold problems. */
struct store *store_new(struct str url);
/* Open, whatever its schema, or `failed`. */
struct store *store_connect(struct str url, enum store_open mode);

/* Notes the first problem. Returns false. */
bool store_fail(struct store *s, enum failure f, struct str detail);
/* The same, of a statement. */
bool store_fail_stmt(struct store *s, enum failure f, enum stmt id, struct str detail);

/* The schema that is there, or a problem: another program's, a newer or an
 * altered one. */
MUST_CHECK bool schema_state(struct store *s, struct migration_state *ret);
/* Brings it up to date, each migration in one transaction. */
MUST_CHECK bool schema_migrate(struct store *s, struct migration_state *ret);

/* schema/, embedded. */
struct schema_file {
	int64_t     number;
	struct str  name;
	const char *from, *to;
};

#define SCHEMA_NEWEST 1

extern const struct schema_file schema_files[SCHEMA_NEWEST];

#endif
