#include "port/file.h"
#include "store/driver.h"
#include "store/search.h"
#include "store/touched.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

/* ---- backup and restore ---- */

/* Problems from here on are those of `file`. */
static bool
fail_file(struct store *s, struct str file, enum failure f, struct str detail)
{
	s->where = str_dup(&s->arena, file);
	return store_fail(s, f, detail);
}

static bool
back_up(struct store *s, struct str url, struct str file)
{
	struct arena a = { 0 };
	struct str   made = STR_NONE;
	int          error = file_beside(&a, file, &made);
	bool         ok = error == 0 && s->driver->backup(s, url, made);

	if (ok)
		error = file_settle(made, file, false);
	if (error == EEXIST)
		ok = fail_file(s, file, FAILURE_OCCUPIED, STR_NONE);
	else if (error != 0)
		ok = fail_file(s, file, FAILURE_PATH, str_from(strerror(error)));
	if (!ok && made.len > 0 && file_remove(made) != 0)
		store_fail(s, FAILURE_PATH, made);
	arena_free(&a);
	return ok;
}

bool
store_backup(struct str url, struct str file, struct diags *d)
{
	struct migration_state st;
	struct store *s = store_connect(url, STORE_READ);
	struct stat   there;
	bool          ok = !s->failed && schema_state(s, &st) && (st.current > 0 ||
	    store_fail(s, FAILURE_ABSENT, STR("the database is empty")));

	/* Said before the work, not only after it. */
	if (ok && lstat(str_dup(&s->arena, file).at, &there) == 0)
		ok = fail_file(s, file, FAILURE_OCCUPIED, STR_NONE);
	ok = ok && back_up(s, url, file);
	if (!ok)
		store_problem(s, d);
	store_close(s);
	return ok;
}

bool
store_restore(struct str url, struct str file, struct diags *d)
{
	struct store *s = store_new(url);
	bool          ok = s->driver->restore(s, url, file);

	if (!ok)
		store_problem(s, d);
	store_close(s);
	return ok;
}

/* ---- check: what the schema cannot say ---- */

struct named {
	int64_t    id;
	enum noun  kind;                /* NOUN_NONE: not a noun's table */
	struct str name;
};

struct check {
	struct store *s;
	struct diags *d;
	struct arena  arena;
	struct named *thing;            /* by id */
	size_t        things, room;
	int64_t       changes;          /* the number of the last one */
};

static void
read_things(struct check *c)
{
	if (!store_query(c->s, STMT_THING_ALL, NULL, 0))
		return;
	while (store_next(c->s, STMT_THING_ALL)) {
		enum noun kind = NOUN_NONE;

		(void)!noun_from_table(store_text(c->s, STMT_THING_ALL, 1), &kind);
		ARENA_GROW(&c->arena, c->thing, c->things, &c->room);
		c->thing[c->things++] = (struct named){
			.id = store_int(c->s, STMT_THING_ALL, 0),
			.kind = kind,
			.name = str_dup(&c->arena, store_text(c->s, STMT_THING_ALL, 2)),
		};
	}
}

static const struct named *
find(const struct check *c, int64_t id)
{
	size_t from = 0, to = c->things;

	while (from < to) {
		size_t at = from + (to - from) / 2;

		if (c->thing[at].id == id)
			return &c->thing[at];
		if (c->thing[at].id < id)
			from = at + 1;
		else
			to = at;
	}
	return NULL;
}

static struct str
kind_text(enum noun kind)
{
	return kind < NOUN_COUNT ? noun_info[kind].one : STR("unknown");
}

/* Of a row of `table` about thing `id`. */
static void
report(struct check *c, struct str table, int64_t id, struct str problem)
{
	const struct named *n = find(c, id);

	diag_error(c->d, c->s->where, 0, arena_printf(c->d->arena,
	    STR_FMT " %lld" STR_FMT STR_FMT ": " STR_FMT, STR_ARG(table), (long long)id,
	    STR_ARG(n != NULL ? STR(" ") : STR("")), STR_ARG(n != NULL ? n->name : STR("")),
	    STR_ARG(problem)), STR_NONE);
}

/* Does column `column` refer to what it may? References that lead to nothing are
 * the engine's to find. */
static void
check_reference(struct check *c, enum noun n, int64_t id, struct str column, enum noun want,
    int64_t ref)
{
	const struct named *to = ref != 0 ? find(c, ref) : NULL;

	if (to == NULL || to->kind == want || (want == NOUN_ANY && to->kind < NOUN_COUNT))
		return;
	report(c, noun_info[n].table, id, arena_printf(c->d->arena, STR_FMT
	    " is of kind " STR_FMT ", not " STR_FMT, STR_ARG(column), STR_ARG(kind_text(to->kind)),
	    STR_ARG(kind_text(want))));
}

static void
check_noun(struct check *c, enum noun n)
{
	const struct noun_info *info = &noun_info[n];
	struct noun_row row, last = { 0 };

	if (!store_nouns(c->s, n, NOUN_EVERY, 0))
		return;
	while (store_noun_next(c->s, n, NOUN_EVERY, &row)) {
		if (row.id == last.id && last.until > row.since)
			report(c, info->table, row.id, arena_printf(c->d->arena,
			    "the versions of change %lld and %lld overlap",
			    (long long)last.since, (long long)row.since));
		check_reference(c, n, row.id, STR("id"), n, row.id);
		for (size_t i = 0; i < info->columns; i++)
			check_reference(c, n, row.id, info->column[i].name,
			    info->column[i].refers, row.ref[i]);
		last = row;
	}
}

/* The columns of OBSERVATION_ALL that this looks at. */
enum { OBS_INDICATOR, OBS_AREA, OBS_FROM, OBS_TO, OBS_GROUP, OBS_METHOD, OBS_UNTIL, OBS_SINCE,
       OBS_COUNT };

static bool
same_measurement(const int64_t *a, const int64_t *b)
{
	return memcmp(a, b, OBS_UNTIL * sizeof *a) == 0;
}

static void
check_observation(struct check *c, const int64_t *row, const int64_t *last)
{
	const struct named *indicator = find(c, row[OBS_INDICATOR]), *area = find(c, row[OBS_AREA]);
	const struct named *group = find(c, row[OBS_GROUP]);
	struct str table = STR("observation of");

	if (same_measurement(row, last) && last[OBS_UNTIL] > row[OBS_SINCE])
		report(c, table, row[OBS_INDICATOR], arena_printf(c->d->arena,
		    "the versions of change %lld and %lld overlap",
		    (long long)last[OBS_SINCE], (long long)row[OBS_SINCE]));
	if (indicator == NULL || indicator->kind != NOUN_INDICATOR)
		report(c, table, row[OBS_INDICATOR], STR("it is not an indicator"));
	if (row[OBS_SINCE] < 1 || row[OBS_SINCE] > c->changes)
		report(c, table, row[OBS_INDICATOR], STR("the change that brought it is not there"));
	if (area == NULL || (area->kind != NOUN_AREA && area->kind != NOUN_COMPARATOR))
		report(c, table, row[OBS_INDICATOR], STR("its area is neither area nor comparator set"));
	if (row[OBS_GROUP] != 0 && (group == NULL || group->kind != NOUN_GROUP))
		report(c, table, row[OBS_INDICATOR], STR("its group is not a group"));
	if (row[OBS_FROM] >= row[OBS_TO])
		report(c, table, row[OBS_INDICATOR], STR("its period ends before it begins"));
}

static void
check_observations(struct check *c)
{
	int64_t row[OBS_COUNT], last[OBS_COUNT] = { 0 };

	if (!store_get_int(c->s, STMT_CHANGE_LAST, NULL, 0, &c->changes) ||
	    !store_query(c->s, STMT_OBSERVATION_EVERY, NULL, 0))
		return;
	while (store_next(c->s, STMT_OBSERVATION_EVERY)) {
		for (int i = 0; i < OBS_COUNT; i++)
			row[i] = store_int(c->s, STMT_OBSERVATION_EVERY, i);
		check_observation(c, row, last);
		memcpy(last, row, sizeof last);
	}
}

bool
store_reindex(struct store *s, struct diags *d)
{
	bool ok = store_begin(s) && search_reindex(s) && touched_reindex(s) &&
	    store_commit(s);

	store_rollback(s);
	return ok || store_problem(s, d);
}

bool
store_check(struct store *s, struct diags *d)
{
	struct migration_state st;
	struct check c = { .s = s, .d = d };
	size_t       before = d->errors;
	bool         ok = schema_state(s, &st) && s->driver->check(s, d);

	read_things(&c);
	for (size_t n = 0; n < NOUN_COUNT && !s->failed; n++)
		check_noun(&c, (enum noun)n);
	if (!s->failed)
		check_observations(&c);
	if (!s->failed)
		ok = search_check(s, d) && ok;
	if (!s->failed && d->errors == before)  /* it follows from what is damaged */
		ok = touched_check(s, d) && ok;
	store_problem(s, d);
	arena_free(&c.arena);
	return ok && d->errors == before;
}
