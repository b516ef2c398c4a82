/* driver.h - what a database engine does for the store. Nobody outside store/
 * includes this.
 *
 * A driver reports every problem with store_fail() and says false. It may count
 * on store.c for the rest: that statements are only run with as many parameters
 * as they have, and that transactions begin and end in pairs.
 */
#ifndef STORE_DRIVER_H
#define STORE_DRIVER_H

#include "store/failure.h"
#include "store/store.h"

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
	/* Adds all, or none: `*all` is false when one is there. Only in a transaction. NULL: this
	 * engine is as fast one by one. */
	bool (*observations)(struct store *s, const struct observation_row *row, size_t n, bool *all);
	bool (*query)(struct store *s, enum stmt id, const struct param *p, size_t n);
	bool (*next)(struct store *s, enum stmt id);
	int64_t (*get_int)(struct store *s, enum stmt id, int column);
	struct str (*get_text)(struct store *s, enum stmt id, int column);
	bool (*get_null)(struct store *s, enum stmt id, int column);
	void (*reset)(struct store *s, enum stmt id);
	void (*rest)(struct store *s);

	/* Several statements of a migration. */
	bool (*script)(struct store *s, struct str sql);
	/* Is there a table of migrations; are there tables at all? */
	bool (*tables)(struct store *s, bool *migrations, bool *any);
	/* What only the engine can know about its own files. */
	bool (*check)(struct store *s, struct diags *d);
	/* Into the empty file `file`. */
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
	bool                 bare;      /* without a schema: the first commit brings it, too */
	bool                 failed;    /* problem[] holds the first problem */
	bool                 unable;    /* there was one that no better data cures */
	enum failure         failure;
	char                 problem[512];
	int64_t              changed;
	int64_t              statements;
	enum stmt            asked[16]; /* since all were reset; more than these: any may be open */
	size_t               asks;
	struct touched      *touched;   /* touched.h: NULL: nothing was measured yet */
};

/* A store that is not open: it can hold problems. */
struct store *store_new(struct str url);
/* Open, whatever its schema, or `failed`. */
struct store *store_connect(struct str url, enum store_open mode);

/* Notes the first problem. Returns false. */
bool store_fail(struct store *s, enum failure f, struct str detail);
/* The same, of a statement. */
bool store_fail_stmt(struct store *s, enum failure f, enum stmt id, struct str detail);
/* The problem of `from`, with its place, becomes that of `s`. */
void store_take_problem(struct store *s, const struct store *from);

/* The schema that is there, or a problem: another program's, a newer or an
 * altered one. */
MUST_CHECK bool schema_state(struct store *s, struct migration_state *ret);
/* Brings it up to date, in a transaction of its own or in the one that is open. */
MUST_CHECK bool schema_migrate(struct store *s, struct migration_state *ret);
MUST_CHECK bool schema_lay(struct store *s, struct migration_state *ret);

/* Migrations that were done, in their order: are they the ones we know? */
struct schema_history {
	bool    postgres;               /* of which engine's texts */
	int64_t current;
	bool    same;                   /* true to begin with */
};

void schema_history_add(struct schema_history *h, int64_t number, struct str sha256);
bool schema_history_known(struct store *s, const struct schema_history *h);

/* schema/, embedded: one text for both engines, but for search. */
struct schema_file {
	int64_t    number;
	struct str name;
	struct {
		const char *from, *to;
	} text[2];                      /* [postgres] */
};

#define SCHEMA_NEWEST 4

extern const struct schema_file schema_files[SCHEMA_NEWEST];

#endif
