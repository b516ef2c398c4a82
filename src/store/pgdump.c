#include "port/child.h"
#include "store/pg.h"

#define OUTPUT_MAX (64 << 10)

/* The first line that a tool says is the one that tells why. */
static bool
ran(struct store *s, const char *tool, enum child_status status, struct str said)
{
	switch (status) {
	case CHILD_OK:
		return true;
	case CHILD_ABSENT:
		return store_fail(s, FAILURE_TOOL, str_from(tool));
	case CHILD_FAILED:
	case CHILD_LATE:
		break;
	}
	return store_fail(s, FAILURE_OTHER, said.len > 0 ? str_cut(&said, '\n') : str_from(tool));
}

static bool
run_tool(struct store *s, struct str url, const char *const *argv, struct buf *out)
{
	struct arena a = { 0 };
	struct buf   err;
	bool         ok;

	buf_init(&err, OUTPUT_MAX);
	ok = ran(s, argv[0], child_run(&(struct child){ .argv = argv,
	    .env = pg_environment(&a, url), .out = out, .err = &err }), buf_str(&err));
	buf_free(&err);
	arena_free(&a);
	return ok;
}

bool
pg_backup(struct store *s, struct str url, struct str file)
{
	struct arena a = { 0 };
	bool         ok = run_tool(s, url, (const char *const[]){ "pg_dump", "--format=custom",
	    "--no-owner", "--no-privileges", "--no-password", "--file", str_dup(&a, file).at, NULL },
	    NULL);

	arena_free(&a);
	return ok;
}

/* The rows of pejl_migration in a dump, as COPY writes them: number, name,
 * sha256, at. */
static bool
is_register(struct store *s, struct str dump)
{
	struct schema_history h = { .same = true, .postgres = true };
	size_t at = str_find(dump, STR("\nCOPY public.pejl_migration "), 0);
	struct str number, sha256;

	if (at == SIZE_MAX)
		return store_fail(s, FAILURE_BACKUP, STR_NONE);
	dump = str_slice(dump, at + 1, dump.len);
	str_cut(&dump, '\n');
	while (dump.len > 0 && !str_starts(dump, STR("\\."))) {
		struct str row = str_cut(&dump, '\n');
		int64_t    n;

		number = str_cut(&row, '\t');
		str_cut(&row, '\t');
		sha256 = str_cut(&row, '\t');
		if (!str_int(number, &n))
			return store_fail(s, FAILURE_BACKUP, STR_NONE);
		schema_history_add(&h, n, sha256);
	}
	return schema_history_known(s, &h);
}

/* Is the file the dump of a register that this program knows? */
static bool
looked_into(struct store *s, struct str url, const char *file)
{
	struct buf out;
	bool       ok;

	buf_init(&out, OUTPUT_MAX);
	ok = run_tool(s, url, (const char *const[]){ "pg_restore", "--data-only",
	    "--table=pejl_migration", "--file=-", file, NULL }, &out);
	if (!ok && s->failure == FAILURE_OTHER)
		s->failure = FAILURE_BACKUP;    /* the hint that helps */
	ok = ok && is_register(s, buf_str(&out));
	buf_free(&out);
	return ok;
}

static bool
is_empty(struct store *s)
{
	bool migrations, any;

	if (!s->driver->tables(s, &migrations, &any))
		return false;
	return !any || store_fail(s, FAILURE_OCCUPIED, STR("the database has tables"));
}

bool
pg_restore(struct store *s, struct str url, struct str file)
{
	struct migration_state st;
	struct arena a = { 0 };
	const char  *path = str_dup(&a, file).at;
	bool         ok = s->driver->open(s, url, STORE_WRITE) && is_empty(s) &&
	    looked_into(s, url, path) &&
	    run_tool(s, url, (const char *const[]){ "pg_restore", "--single-transaction",
	        "--exit-on-error", "--no-owner", "--no-privileges", "--no-password", "--dbname",
	        pg_database(s), path, NULL }, NULL) &&
	    schema_state(s, &st);

	arena_free(&a);
	return ok;
}
