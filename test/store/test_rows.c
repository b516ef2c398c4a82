/* Statements, rows of nouns, versions, and what the schema refuses. */
#include "model/observation.h"
#include "store/engine.h"

/* The highest $n of a statement. */
static size_t
params_in(const char *sql)
{
	size_t most = 0;

	for (; (sql = strchr(sql, '$')) != NULL; sql++) {
		size_t n = strtoul(sql + 1, NULL, 10);

		most = n > most ? n : most;
	}
	return most;
}

static void
every_statement_is_prepared(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	for (size_t id = 0; id < STMT_COUNT; id++) {
		size_t params = SIZE_MAX;

		must(s->driver->prepare(s, (enum stmt)id, &params));
		if (params != params_in(stmt_sql[id]))
			fail_msg("%s has %zu parameters", stmt_name[id], params);
	}
	store_close(s);
}

/* A value of column `c`, recognisable and right for its type. */
static struct str
value_of(struct place *p, const struct noun_column *column, size_t c)
{
	int n = (int)c;

	switch (column->type) {
	case COLUMN_TEXT:   return arena_printf(&p->arena, "ÆØÅ æøå %d \"'%%$1\\ €", n);
	case COLUMN_CODE:   return arena_printf(&p->arena, "code_%d", n);
	case COLUMN_NUMBER: return arena_printf(&p->arena, "-%d.50", n);
	case COLUMN_INT:    return arena_printf(&p->arena, "%d", 2000 + n);
	case COLUMN_FLAG:   return STR("1");
	case COLUMN_DATE:   return arena_printf(&p->arena, "2009-06-%02d", n + 1);
	case COLUMN_REF:    return STR_NONE;
	}
	return STR_NONE;
}

static struct noun_row
row_of(struct place *p, enum noun n, int64_t id, int64_t since)
{
	const struct noun_info *info = &noun_info[n];
	struct noun_row row = { .id = id, .since = since, .until = UNTIL_NOW, .line = 7,
		.column = 9, .quote = STR("godt 65 pct. på Østerbro") };

	for (size_t c = 0; c < info->columns; c++) {
		row.text[c] = value_of(p, &info->column[c], c);
		row.ref[c] = info->column[c].type == COLUMN_REF ? 500 + (int64_t)c : 0;
	}
	return row;
}

static void
assert_row(enum noun n, const struct noun_row *a, const struct noun_row *b)
{
	assert_int_equal(a->id, b->id);
	assert_int_equal(a->since, b->since);
	assert_int_equal(a->until, b->until);
	assert_int_equal(a->line, b->line);
	assert_int_equal(a->column, b->column);
	assert_true(str_eq(a->quote, b->quote));
	for (size_t c = 0; c < noun_info[n].columns; c++) {
		if (a->ref[c] != b->ref[c] || !str_eq(a->text[c], b->text[c]))
			fail_msg("%s.%s: \"" STR_FMT "\" %d", noun_info[n].table.at,
			    noun_info[n].column[c].name.at, STR_ARG(b->text[c]), (int)b->ref[c]);
	}
}

/* Things 500 to 525 for references to point to, and changes 1 to 3. */
static void
begin_with_things(struct place *p, struct store *s)
{
	must(store_begin(s));
	for (int i = 500; i < 500 + NOUN_COLUMNS_MAX; i++)
		must(thing(s, i, "area", arena_printf(&p->arena, "østerbro-%d", i).at));
	for (int i = 1; i <= 3; i++)
		must(change(s, i, NULL));
}

static void
every_noun_round_trips(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct noun_row got, full, bare;

	begin_with_things(p, s);
	for (size_t i = 0; i < NOUN_COUNT; i++) {
		enum noun n = (enum noun)i;

		full = row_of(p, n, (int64_t)i * 2 + 1, 1);
		bare = (struct noun_row){ .id = (int64_t)i * 2 + 2, .since = 1, .until = UNTIL_NOW };
		must(thing(s, full.id, noun_info[n].table.at, "æble"));
		must(thing(s, bare.id, noun_info[n].table.at, "øde"));
		must(store_noun_add(s, n, &full));
		must(store_noun_add(s, n, &bare));
		must(store_nouns(s, n, NOUN_EVERY, 0));
		assert_true(store_noun_next(s, n, NOUN_EVERY, &got));
		assert_row(n, &full, &got);
		assert_true(store_noun_next(s, n, NOUN_EVERY, &got));
		assert_row(n, &bare, &got);
		assert_false(store_noun_next(s, n, NOUN_EVERY, &got));
	}
	must(store_commit(s));
	store_close(s);
}

/* Titles of the versions that a query gives, joined. */
static const char *
titles(struct place *p, struct store *s, enum noun_query q, int64_t x)
{
	struct noun_row row;
	struct str      all = STR("");

	must(store_nouns(s, NOUN_AREA, q, x));
	while (store_noun_next(s, NOUN_AREA, q, &row))
		all = arena_printf(&p->arena, STR_FMT "[" STR_FMT "]", STR_ARG(all),
		    STR_ARG(row.text[AREA_title]));
	assert_false(s->failed);
	return all.len > 0 ? all.at : "";
}

static bool
area(struct store *s, int64_t id, int64_t since, struct str title)
{
	struct noun_row row = { .id = id, .since = since, .until = UNTIL_NOW };

	row.text[AREA_title] = title;
	return store_noun_add(s, NOUN_AREA, &row);
}

static void
versions_are_kept(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	begin_with_things(p, s);
	must(area(s, 501, 1, STR("Nørrebro")));
	must(area(s, 500, 1, STR("Amager")));
	must(store_noun_end(s, NOUN_AREA, 501, 2));
	must(area(s, 501, 2, STR("Ydre Nørrebro")));
	must(store_noun_end(s, NOUN_AREA, 500, 3));
	must(store_commit(s));
	assert_string_equal(titles(p, s, NOUN_KNOWN, 0), "");
	assert_string_equal(titles(p, s, NOUN_KNOWN, 1), "[Amager][Nørrebro]");
	assert_string_equal(titles(p, s, NOUN_KNOWN, 2), "[Amager][Ydre Nørrebro]");
	assert_string_equal(titles(p, s, NOUN_KNOWN, 3), "[Ydre Nørrebro]");
	assert_string_equal(titles(p, s, NOUN_ONE, 501), "[Nørrebro][Ydre Nørrebro]");
	assert_string_equal(titles(p, s, NOUN_EVERY, 0), "[Amager][Nørrebro][Ydre Nørrebro]");
	assert_string_equal(titles(p, s, NOUN_SINCE, 1), "[Amager][Nørrebro]");
	assert_string_equal(titles(p, s, NOUN_UNTIL, 2), "[Nørrebro]");
	store_close(s);
}

static void
ending_what_is_not_current_fails(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	begin_with_things(p, s);
	must(area(s, 500, 1, STR("Valby")));
	assert_false(store_noun_end(s, NOUN_AREA, 501, 2));
	assert_true(store_noun_end(s, NOUN_AREA, 500, 2));
	assert_false(store_noun_end(s, NOUN_AREA, 500, 3));
	store_rollback(s);
	store_close(s);
}

/* Each plants one thing that the schema must refuse, at once or at commit. */
static bool
two_current(struct store *s)
{
	return area(s, 500, 1, STR("Zoo")) && area(s, 500, 2, STR("Ærø"));
}

static bool
same_name(struct store *s)
{
	return thing(s, 600, "area", "østerbro-500");
}

static bool
same_nonce(struct store *s)
{
	return change(s, 10, "én gang") && change(s, 11, "én gang");
}

static bool
unknown_thing(struct store *s)
{
	return area(s, 499, 1, STR("Ingenmandsland"));
}

static bool
unknown_change(struct store *s)
{
	return area(s, 500, 4, STR("Aldrig"));
}

static bool
unknown_reference(struct store *s)
{
	struct noun_row row = { .id = 500, .since = 1, .until = UNTIL_NOW };

	row.ref[AREA_parent] = 499;
	return store_noun_add(s, NOUN_AREA, &row);
}

static bool
word_for_a_number(struct store *s)
{
	struct noun_row row = { .id = 500, .since = 1, .until = UNTIL_NOW };

	row.text[THEME_rank] = STR("første");
	return store_noun_add(s, NOUN_THEME, &row);
}

static bool
never_true(struct store *s)
{
	return area(s, 500, 2, STR("Før")) && store_noun_end(s, NOUN_AREA, 500, 2);
}

static bool
observation(struct store *s, int64_t indicator, int64_t since, int64_t value)
{
	return RUN(OBSERVATION_PUT, P_INT(indicator), P_INT(501), P_INT(13149), P_INT(13514),
	    P_INT(0), P_INT(1), P_INT(UNTIL_NOW), P_INT(since), P_INT(value), P_INT(2), P_INT(0),
	    P_INT(0), P_INT(1), P_INT(1));
}

static void
bad_rows_are_refused(void **state)
{
	static const struct {
		const char *name, *says;
		bool      (*plant)(struct store *s);
	} bad[] = {
		{ "two current versions", "is there already", two_current },
		{ "two things of a name", "is there already", same_name },
		{ "a nonce used twice",   "is there already", same_nonce },
		{ "no such thing",        "a reference leads to nothing", unknown_thing },
		{ "no such change",       "a reference leads to nothing", unknown_change },
		{ "dangling reference",   "a reference leads to nothing", unknown_reference },
		{ "a word for a number",  "is not what its column holds", word_for_a_number },
		{ "ends as it begins",    "the database refuses", never_true },
	};
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	begin_with_things(p, s);
	must(store_commit(s));
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		must(store_begin(s));
		(void)!bad[i].plant(s);
		if (store_commit(s))
			fail_msg("%s was accepted", bad[i].name);
		place_quiet(p);
		store_problem(s, &p->diags);
		assert_says(p, bad[i].says);
		assert_int_equal(p->diags.count, 1);
		assert_int_equal(ask_number(p, s, STMT_CHANGE_LAST), 3);
		assert_int_equal(ask_number(p, s, STMT_THING_LAST), 499 + NOUN_COLUMNS_MAX);
	}
	store_close(s);
}

static void
observations_have_versions(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	int64_t       want[][2] = { { 0, 0 }, { 1, 5440 }, { 2, 5990 }, { 3, 5990 } };

	begin_with_things(p, s);
	must(observation(s, 500, 1, 5440));
	must(RUN(OBSERVATION_END, P_INT(2), P_INT(500), P_INT(501), P_INT(13149), P_INT(13514),
	    P_INT(0), P_INT(1)));
	assert_int_equal(store_changed(s), 1);
	must(observation(s, 500, 2, 5990));
	must(store_commit(s));
	for (size_t i = 0; i < COUNT_OF(want); i++) {
		must(store_query(s, STMT_OBSERVATION_KNOWN,
		    (struct param[]){ P_INT(500), P_INT(want[i][0]) }, 2));
		assert_int_equal(store_next(s, STMT_OBSERVATION_KNOWN), want[i][1] != 0);
		if (want[i][1] != 0)
			assert_int_equal(store_int(s, STMT_OBSERVATION_KNOWN, 8), want[i][1]);
		store_reset(s, STMT_OBSERVATION_KNOWN);
	}
	store_close(s);
}

/* The indicators that changes after `since` measured; 0: they are two or more. */
static int64_t
touched_after(struct place *p, struct store *s, int64_t since)
{
	int64_t id = -1;
	struct param after[] = { P_INT(since) };

	must(store_query(s, STMT_TOUCHED_AFTER, after, 1));
	while (store_next(s, STMT_TOUCHED_AFTER))
		id = id == -1 ? store_int(s, STMT_TOUCHED_AFTER, 0) : 0;
	return id;
}

static void
what_changes_measured_is_noted(void **state)
{
	enum { MANY = 1500 };           /* more than are noted between two writes */
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	begin_with_things(p, s);
	must(observation(s, 500, 1, 5440));
	must(observation(s, 502, 1, 5440));
	must(store_commit(s));
	assert_int_equal(touched_after(p, s, 0), 0);
	assert_int_equal(touched_after(p, s, 1), -1);
	must(store_begin(s));           /* what is rolled back did not happen */
	must(observation(s, 503, 2, 5440));
	store_rollback(s);
	assert_int_equal(touched_after(p, s, 1), -1);
	must(store_begin(s));           /* what is ended is touched; what is not there is not */
	must(RUN(OBSERVATION_END, P_INT(2), P_INT(502), P_INT(501), P_INT(13149), P_INT(13514),
	    P_INT(0), P_INT(1)));
	assert_int_equal(store_changed(s), 1);
	must(RUN(OBSERVATION_END, P_INT(2), P_INT(503), P_INT(501), P_INT(13149), P_INT(13514),
	    P_INT(0), P_INT(1)));
	must(RUN(OBSERVATION_PUT, P_INT(500), P_INT(501), P_INT(13149), P_INT(13514), P_INT(0),
	    P_INT(1), P_INT(UNTIL_NOW), P_INT(3), P_INT(1), P_INT(2), P_INT(0), P_INT(0), P_INT(1),
	    P_INT(1)));
	assert_int_equal(store_changed(s), 0);
	must(store_commit(s));
	assert_int_equal(touched_after(p, s, 1), 502);
	assert_int_equal(touched_after(p, s, 2), -1);
	must(store_begin(s));
	for (int64_t i = MANY; i > 0; i--)
		must(observation(s, 1000 + i, 3, i));
	must(store_commit(s));
	must(store_query(s, STMT_TOUCHED_AFTER, (struct param[]){ P_INT(2) }, 1));
	for (int64_t i = 1; i <= MANY; i++) {
		assert_true(store_next(s, STMT_TOUCHED_AFTER));
		assert_int_equal(store_int(s, STMT_TOUCHED_AFTER, 0), 1000 + i);
	}
	assert_false(store_next(s, STMT_TOUCHED_AFTER));
	store_close(s);
}

/* `n` of indicator 500 are known, in their order; of indicator 502 there is one. */
static void
known_are(struct place *p, struct store *s, int64_t n)
{
	struct param few[] = { P_INT(502), P_INT(1) }, many[] = { P_INT(500), P_INT(1) };
	int64_t      count = 0;

	must(store_query(s, STMT_OBSERVATION_KNOWN, few, 2));
	assert_true(store_next(s, STMT_OBSERVATION_KNOWN));
	assert_false(store_next(s, STMT_OBSERVATION_KNOWN));
	must(store_query(s, STMT_OBSERVATION_KNOWN, many, 2));
	while (store_next(s, STMT_OBSERVATION_KNOWN))
		assert_int_equal(store_int(s, STMT_OBSERVATION_KNOWN, 8), -count++);
	assert_int_equal(count, n);
}

enum { TOGETHER = 3000, AT_A_TIME = 2000 };  /* what PostgreSQL hands over at a time */

/* Measurements of the days from `day`, of change 1. */
static void
put_days(struct place *p, struct store *s, int32_t day, size_t n, bool *is_new)
{
	struct observation_row row[TOGETHER];

	for (size_t i = 0; i < n; i++)
		row[i] = (struct observation_row){
			.indicator = 500, .area = 501, .from = day + (int32_t)i,
			.to = day + (int32_t)i + 365, .method = 1, .since = 1, .until = UNTIL_NOW,
			.value = -day - (int64_t)i, .form = 2, .line = 1,
		};
	must(store_observations_put(s, row, n, is_new));
}

/* Many at a time, with questions in between: each sees what was put before it, and what was
 * there stays as it was. */
static void
many_observations_are_put_at_once(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	bool          is_new[TOGETHER];
	int64_t       count = 0;

	begin_with_things(p, s);
	must(observation(s, 502, 1, 0));
	put_days(p, s, 0, AT_A_TIME, is_new);
	known_are(p, s, AT_A_TIME);
	put_days(p, s, AT_A_TIME, 1, is_new);
	known_are(p, s, AT_A_TIME + 1);
	put_days(p, s, 0, TOGETHER, is_new);
	for (size_t i = 0; i < TOGETHER; i++)
		assert_int_equal(is_new[i], i > AT_A_TIME);
	put_days(p, s, TOGETHER - 10, 30, is_new);
	for (size_t i = 0; i < 30; i++)
		assert_int_equal(is_new[i], i >= 10);
	known_are(p, s, TOGETHER + 20);
	must(store_commit(s));
	assert_int_equal(touched_after(p, s, 0), 0);    /* both of them */
	must(store_begin(s));
	put_days(p, s, TOGETHER + 20, 100, is_new);
	store_rollback(s);
	known_are(p, s, TOGETHER + 20);
	must(store_query(s, STMT_OBSERVATION_EVERY, NULL, 0));
	while (count < TOGETHER + 20 && store_next(s, STMT_OBSERVATION_EVERY))
		assert_int_equal(store_int(s, STMT_OBSERVATION_EVERY, 2), count++);
	assert_true(store_next(s, STMT_OBSERVATION_EVERY));
	assert_int_equal(store_int(s, STMT_OBSERVATION_EVERY, 0), 502);
	assert_false(store_next(s, STMT_OBSERVATION_EVERY));
	must(store_begin(s));
	must(observation(s, 503, 2, 1));
	store_rollback(s);
	must(store_get_int(s, STMT_OBSERVATION_KNOWN, (struct param[]){ P_INT(503), P_INT(3) }, 2,
	    &count));
	assert_int_equal(count, 0);
	store_close(s);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		ENGINE_TEST(every_statement_is_prepared),
		ENGINE_TEST(every_noun_round_trips),
		ENGINE_TEST(versions_are_kept),
		ENGINE_TEST(ending_what_is_not_current_fails),
		ENGINE_TEST(bad_rows_are_refused),
		ENGINE_TEST(observations_have_versions),
		ENGINE_TEST(what_changes_measured_is_noted),
		ENGINE_TEST(many_observations_are_put_at_once),
	};

	return engine_run("rows", tests, COUNT_OF(tests));
}
