#include "store/driver.h"
#include "store/touched.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- problems ---- */

static const struct {
	struct str message, hint;
} failures[FAILURE_COUNT] = {
#define X(id, message, hint) [FAILURE_##id] = { STR_INIT(message), STR_INIT(hint) },
	FAILURES(X)
#undef X
};

/* A diag is one line: engines like to talk in several. */
static void
one_line(char *text)
{
	char *end;

	for (char *c = text; *c != '\0'; c++) {
		if ((unsigned char)*c < ' ')
			*c = ' ';
	}
	end = text + strlen(text);
	while (end > text && (end[-1] == ' ' || end[-1] == '.'))
		*--end = '\0';
}

bool
store_fail(struct store *s, enum failure f, struct str detail)
{
	if (s->begun)
		s->spoiled = true;
	if (s->failed)
		return false;
	s->failed = true;
	s->failure = f;
	s->unable = s->unable || (f != FAILURE_OTHER && f != FAILURE_TWICE &&
	    f != FAILURE_DANGLING && f != FAILURE_TYPE && f != FAILURE_DAMAGED);
	snprintf(s->problem, sizeof s->problem, STR_FMT "%s" STR_FMT,
	    STR_ARG(failures[f].message), detail.len > 0 ? ": " : "", STR_ARG(detail));
	one_line(s->problem);
	return false;
}

bool
store_fail_stmt(struct store *s, enum failure f, enum stmt id, struct str detail)
{
	struct arena a = { 0 };

	store_fail(s, f, arena_printf(&a, STR_FMT " [%s]", STR_ARG(detail), stmt_name[id]));
	arena_free(&a);
	return false;
}

void
store_take_problem(struct store *s, const struct store *from)
{
	if (s->failed)
		return;
	s->failed = true;
	s->failure = from->failure;
	s->unable = s->unable || from->unable;
	s->where = str_dup(&s->arena, from->where);
	memcpy(s->problem, from->problem, sizeof s->problem);
}

bool
store_problem(struct store *s, struct diags *d)
{
	if (s->failed)
		diag_error(d, s->where, 0, str_from(s->problem), failures[s->failure].hint);
	s->failed = false;
	return false;
}

bool
store_failed(const struct store *s)
{
	return s->failed;
}

bool
store_unable(const struct store *s)
{
	return s->unable;
}

/* ---- open and close ---- */

struct store *
store_new(struct str url)
{
	struct arena  a = { 0 };
	struct store *s = ARENA_NEW(&a, struct store);
	bool          pg = str_starts(url, STR("postgresql://")) ||
	    str_starts(url, STR("postgres://"));

	s->driver = pg ? &driver_pg : &driver_sqlite;
	s->where = s->driver->where(&a, url);
	s->arena = a;
	return s;
}

struct store *
store_connect(struct str url, enum store_open mode)
{
	struct store *s = store_new(url);

	if (!s->driver->open(s, url, mode) && !s->failed)
		abort();
	return s;
}

/* Has the newest schema, after this. */
static bool
ready(struct store *s, enum store_open mode)
{
	struct migration_state st;

	if (s->failed || !schema_state(s, &st))
		return false;
	if (st.current == st.newest)
		return true;
	if (st.current > 0)
		return store_fail(s, FAILURE_OLDER, STR_NONE);
	s->bare = mode == STORE_NEW;
	if (mode == STORE_CREATE)
		return schema_migrate(s, &st);
	return s->bare || store_fail(s, FAILURE_ABSENT, STR("the database is empty"));
}

struct store *
store_open(struct str url, enum store_open mode, struct diags *d)
{
	struct store *s = store_connect(url, mode);

	if (ready(s, mode))
		return s;
	store_problem(s, d);
	store_close(s);
	return NULL;
}

void
store_close(struct store *s)
{
	struct arena a;

	if (s == NULL)
		return;
	store_rollback(s);
	s->driver->close(s);
	a = s->arena;           /* holds `s` itself */
	arena_free(&a);
}

bool
store_is_postgres(const struct store *s)
{
	return s->driver->postgres;
}

/* ---- transactions ---- */

static void
reset_all(struct store *s)
{
	bool few = s->asks <= COUNT_OF(s->asked);

	for (size_t i = 0; i < (few ? s->asks : STMT_COUNT); i++)
		s->driver->reset(s, few ? s->asked[i] : (enum stmt)i);
	s->asks = 0;
}

bool
store_begin(struct store *s)
{
	struct migration_state st;

	if (s->begun)
		abort();
	s->begun = s->driver->begin(s);
	s->spoiled = false;
	if (s->begun && s->bare && !schema_lay(s, &st))
		store_rollback(s);
	return s->begun;
}

bool
store_commit(struct store *s)
{
	bool ok;

	if (!s->begun)
		abort();
	if (s->spoiled) {
		store_rollback(s);
		return store_fail(s, FAILURE_OTHER, STR("a statement of the transaction failed"));
	}
	reset_all(s);
	ok = touched_write(s) && s->driver->commit(s);
	if (ok)
		s->begun = s->bare = false;
	else
		store_rollback(s);
	return ok;
}

void
store_rollback(struct store *s)
{
	if (!s->begun)
		return;
	reset_all(s);
	touched_forget(s);
	s->driver->rollback(s);
	s->begun = s->spoiled = false;
}

/* ---- statements ---- */

bool
store_run(struct store *s, enum stmt id, const struct param *p, size_t n)
{
	s->statements++;
	return s->driver->run(s, id, p, n) && touched_note(s, id, p);
}

int64_t
store_changed(const struct store *s)
{
	return s->changed;
}

int64_t
store_statements(const struct store *s)
{
	return s->statements;
}

struct str
store_file(const struct store *s)
{
	return s->driver->postgres || str_eq(s->where, STR(":memory:")) ? STR("") : s->where;
}

bool
store_query(struct store *s, enum stmt id, const struct param *p, size_t n)
{
	s->statements++;
	if (s->asks < COUNT_OF(s->asked))
		s->asked[s->asks] = id;
	s->asks++;
	return s->driver->query(s, id, p, n);
}

bool
store_next(struct store *s, enum stmt id)
{
	return s->driver->next(s, id);
}

int64_t
store_int(struct store *s, enum stmt id, int column)
{
	return s->driver->get_int(s, id, column);
}

struct str
store_text(struct store *s, enum stmt id, int column)
{
	return s->driver->get_text(s, id, column);
}

bool
store_null(struct store *s, enum stmt id, int column)
{
	return s->driver->get_null(s, id, column);
}

void
store_reset(struct store *s, enum stmt id)
{
	s->driver->reset(s, id);
}

void
store_rest(struct store *s)
{
	s->driver->rest(s);
}

bool
store_get_int(struct store *s, enum stmt id, const struct param *p, size_t n, int64_t *ret)
{
	int64_t v = 0;

	if (!store_query(s, id, p, n))
		return false;
	if (store_next(s, id))
		v = store_int(s, id, 0);
	else if (s->failed)
		return false;
	store_reset(s, id);
	*ret = v;
	return true;
}
