/* engine.h - runs a group of store tests on every engine that is there.
 *
 * Each test gets a register of its own that does not exist yet: a path in a new
 * folder, ":memory:", and, where PEJL_TEST_PG names a PostgreSQL server (the URL
 * of a superuser on a private cluster), a new empty database. Who includes app/register.h
 * gets it with the tables already in it, copied from one that was migrated once: there a
 * test wants a register, and test/store wants to see it made.
 */
#ifndef TEST_STORE_ENGINE_H
#define TEST_STORE_ENGINE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../scratch.h"
#include "port/hash.h"
#include "store/driver.h"

#ifndef PLACE_MIGRATED
#define PLACE_MIGRATED false
#endif

enum engine { ENGINE_FILE, ENGINE_MEMORY, ENGINE_POSTGRES, ENGINE_COUNT };

struct place {
	enum engine   engine;
	char          dir[64], url[512];
	struct arena  arena;
	struct diags  diags;
};

static enum engine engine_now;  /* cmocka's set-up functions take nothing */

static inline struct str
place_url(const struct place *p)
{
	return str_from(p->url);
}

/* A path in the test's own folder. */
static inline struct str
place_path(struct place *p, const char *name)
{
	return arena_printf(&p->arena, "%s/%s", p->dir, name);
}

/* What the diags say, one a line. */
static inline const char *
place_says(struct place *p)
{
	struct buf b;
	struct str s;

	buf_init(&b, 1 << 20);
	diags_write(&p->diags, &b);
	s = str_dup(&p->arena, buf_str(&b));
	buf_free(&b);
	return s.len > 0 ? s.at : "";
}

#define assert_says(p, words) do {                                              \
	const char *said_ = place_says(p);                                      \
	if (strstr(said_, (words)) == NULL)                                     \
		fail_msg("expected \"%s\" in: %s", (words), said_);             \
} while (0)

/* Forget what was said. */
static inline void
place_quiet(struct place *p)
{
	p->diags = diags_new(&p->arena);
}

/* Statements that only the tests' own superuser connection runs. */
static inline void
server_run(const char *url, const char *sql)
{
	PGconn   *c = PQconnectdb(url);
	PGresult *r = PQexec(c, sql);

	if (PQresultStatus(r) != PGRES_COMMAND_OK && PQresultStatus(r) != PGRES_TUPLES_OK)
		fail_msg("%s: %s", sql, PQerrorMessage(c));
	PQclear(r);
	PQfinish(c);
}

/* PEJL_TEST_PG with another database name: "...HOST:PORT/NAME". */
static inline void
server_url(char *ret, size_t size, const char *database)
{
	const char *base = getenv("PEJL_TEST_PG");
	const char *slash = strrchr(base, '/');

	snprintf(ret, size, "%.*s/%s", (int)(slash - base), base, database);
}

/* ---- new databases on the server ---- */

static inline void
server_drop(const char *name)
{
	char sql[128];

	snprintf(sql, sizeof sql, "DROP DATABASE IF EXISTS %s WITH (FORCE)", name);
	server_run(getenv("PEJL_TEST_PG"), sql);
}

static inline void
server_copy(const char *name, const char *from)
{
	char sql[256];

	snprintf(sql, sizeof sql, "CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy", name, from);
	server_run(getenv("PEJL_TEST_PG"), sql);
}

/* One for each schema that there ever was. */
static inline void
server_ready_name(char *ret, size_t size)
{
	struct arena a = { 0 };
	struct buf   b;

	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < SCHEMA_NEWEST; i++) {
		const struct schema_file *f = &schema_files[i];

		buf_put(&b, (struct str){ f->text[true].from, (size_t)(f->text[true].to - f->text[true].from) });
	}
	snprintf(ret, size, "pejl_ready_%.16s", hash_of(&a, buf_str(&b)).at);
	buf_free(&b);
	arena_free(&a);
}

/* Made by whoever comes first, while the others wait. It is a template for the server,
 * too, only when it is whole. */
static inline void
server_ready(const char *name)
{
	PGconn        *c = PQconnectdb(getenv("PEJL_TEST_PG"));
	struct arena   a = { 0 };
	struct diags   d = diags_new(&a);
	struct migration_state st;
	char           sql[256], url[512];
	PGresult      *r;

	PQclear(PQexec(c, "SELECT pg_advisory_lock(1348823661)"));
	snprintf(sql, sizeof sql, "SELECT 1 FROM pg_database WHERE datname = '%s' AND datistemplate", name);
	r = PQexec(c, sql);
	if (PQntuples(r) == 0) {
		server_drop(name);
		server_copy(name, "template1");
		server_url(url, sizeof url, name);
		if (!store_migrate(str_from(url), false, &d, &st))
			fail_msg("%s: it cannot be migrated", url);
		snprintf(sql, sizeof sql, "ALTER DATABASE %s IS_TEMPLATE true", name);
		server_run(getenv("PEJL_TEST_PG"), sql);
	}
	PQclear(r);
	PQfinish(c);
	arena_free(&a);
}

static inline void
server_create(const char *name)
{
	static char ready[64];

	if (PLACE_MIGRATED && ready[0] == '\0') {
		server_ready_name(ready, sizeof ready);
		server_ready(ready);
	}
	server_copy(name, PLACE_MIGRATED ? ready : "template1");
}

static inline int
place_setup(void **state)
{
	struct place *p = calloc(1, sizeof *p);
	static int    count;

	assert_non_null(p);
	p->engine = engine_now;
	p->diags = diags_new(&p->arena);
	snprintf(p->dir, sizeof p->dir, "%s/pejl-test-XXXXXX", scratch_dir());
	assert_non_null(mkdtemp(p->dir));
	if (p->engine == ENGINE_FILE)
		snprintf(p->url, sizeof p->url, "%s/rød grød.db", p->dir);
	if (p->engine == ENGINE_MEMORY)
		snprintf(p->url, sizeof p->url, "%s", ":memory:");
	if (p->engine == ENGINE_POSTGRES) {
		char name[64];

		snprintf(name, sizeof name, "pejl_%d_%d", (int)getpid(), ++count);
		server_create(name);
		server_url(p->url, sizeof p->url, name);
	}
	*state = p;
	return 0;
}

static inline int
place_teardown(void **state)
{
	struct place *p = *state;
	char          command[128];

	if (p->engine == ENGINE_POSTGRES)
		server_drop(strrchr(p->url, '/') + 1);
	snprintf(command, sizeof command, "rm -rf '%s'", p->dir);
	assert_int_equal(system(command), 0);
	arena_free(&p->arena);
	free(p);
	return 0;
}

static inline struct store *
place_open(struct place *p, enum store_open mode)
{
	struct store *s = store_open(place_url(p), mode, &p->diags);

	if (s == NULL)
		fail_msg("%s", place_says(p));
	return s;
}

/* On which engines a test makes sense: a register in memory is private to its
 * connection, so tests that open it twice leave it out. */
enum { ON_FILE = 1 << ENGINE_FILE, ON_MEMORY = 1 << ENGINE_MEMORY, ON_POSTGRES = 1 << ENGINE_POSTGRES };

static const unsigned on_engines[] = { 0, 1, 2, 3, 4, 5, 6, 7 };

#define ENGINE_TEST_ON(f, engines) \
	{ #f, f, place_setup, place_teardown, (void *)(uintptr_t)&on_engines[engines] }
#define ENGINE_TEST(f)   ENGINE_TEST_ON(f, ON_FILE | ON_MEMORY | ON_POSTGRES)
#define DISK_TEST(f)     ENGINE_TEST_ON(f, ON_FILE | ON_POSTGRES)
#define FILE_TEST(f)     ENGINE_TEST_ON(f, ON_FILE)
#define POSTGRES_TEST(f) ENGINE_TEST_ON(f, ON_POSTGRES)

static inline int
engine_run(const char *module, const struct CMUnitTest *tests, size_t n)
{
	static const char *const engines[ENGINE_COUNT] = { "file", "memory", "postgres" };
	int failed = 0;

	for (int e = 0; e < ENGINE_COUNT; e++) {
		struct CMUnitTest here[32];
		size_t count = 0;
		char   name[64];

		if (e == ENGINE_POSTGRES && getenv("PEJL_TEST_PG") == NULL)
			continue;
		for (size_t i = 0; i < n; i++) {
			if (*(const unsigned *)tests[i].initial_state >> e & 1)
				here[count++] = tests[i];
		}
		engine_now = (enum engine)e;
		snprintf(name, sizeof name, "%s on %s", module, engines[e]);
		if (count > 0)
			failed += _cmocka_run_group_tests(name, here, count, NULL, NULL);
	}
	return failed;
}

/* ---- short words for what most tests write ---- */

#define must(call) do { if (!(call)) {                                          \
	store_problem(s, &p->diags);                                            \
	fail_msg("%s: %s", #call, place_says(p)); } } while (0)

#define RUN(id, ...) store_run(s, STMT_##id, (struct param[]){ __VA_ARGS__ },   \
	sizeof((struct param[]){ __VA_ARGS__ }) / sizeof(struct param))

static inline bool
thing(struct store *s, int64_t id, const char *kind, const char *name)
{
	return RUN(THING_ADD, P_INT(id), P_TEXT(str_from(kind)), P_TEXT(str_from(name)));
}

static inline bool
change(struct store *s, int64_t id, const char *nonce)
{
	return RUN(CHANGE_ADD, P_INT(id), P_TEXT(STR("2026-11-23T04:00:00Z")),
	    P_TEXT(STR("Åse Sørensen")), P_NULL, P_NULL, P_NULL,
	    nonce == NULL ? P_NULL : P_TEXT(str_from(nonce)));
}

static inline int64_t
ask_number(struct place *p, struct store *s, enum stmt id)
{
	int64_t v = -1;

	must(store_get_int(s, id, NULL, 0, &v));
	return v;
}

#endif
