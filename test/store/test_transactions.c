/* What is committed stays, whatever happens; what is not is gone. */
#include "store/engine.h"
#include <signal.h>
#include <sys/wait.h>

static void
what_is_committed_is_there_again(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	must(store_begin(s));
	must(thing(s, 1, "area", "Ærø"));
	must(store_commit(s));
	store_close(s);
	s = place_open(p, STORE_READ);
	must(store_query(s, STMT_THING_ALL, NULL, 0));
	assert_true(store_next(s, STMT_THING_ALL));
	assert_int_equal(store_int(s, STMT_THING_ALL, 0), 1);
	assert_true(str_eq(store_text(s, STMT_THING_ALL, 2), STR("Ærø")));
	assert_false(store_next(s, STMT_THING_ALL));
	assert_false(store_next(s, STMT_THING_ALL));
	store_close(s);
}

static void
a_rollback_leaves_nothing(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	must(store_begin(s));
	must(thing(s, 1, "area", "Ærø"));
	must(change(s, 1, "én"));
	store_rollback(s);
	store_rollback(s);
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), 0);
	assert_int_equal(ask_number(p, s, STMT_CHANGE_LAST), 0);
	must(store_begin(s));
	must(change(s, 1, "én"));
	must(store_commit(s));
	assert_int_equal(ask_number(p, s, STMT_CHANGE_LAST), 1);
	store_close(s);
}

static void
closing_rolls_back(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	must(store_begin(s));
	must(thing(s, 1, "area", "Ærø"));
	store_close(s);
	store_close(NULL);
	s = place_open(p, STORE_READ);
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), 0);
	store_close(s);
}

/* A statement that failed is not forgotten by the ones that follow. */
static void
a_failed_statement_spoils_the_transaction(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	must(store_begin(s));
	must(thing(s, 1, "area", "Ærø"));
	assert_false(thing(s, 1, "area", "Amager"));
	(void)!thing(s, 2, "area", "Valby");
	assert_false(store_commit(s));
	store_problem(s, &p->diags);
	assert_says(p, "is there already");
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), 0);
	store_close(s);
}

static void
a_nonce_is_found_again(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct param  nonce[] = { P_TEXT(STR("blåbær")) }, other[] = { P_TEXT(STR("blabaer")) };
	int64_t       id = -1;

	must(store_begin(s));
	must(change(s, 1, NULL));
	must(change(s, 2, NULL));
	must(change(s, 3, "blåbær"));
	must(store_commit(s));
	must(store_get_int(s, STMT_CHANGE_NONCE, nonce, 1, &id));
	assert_int_equal(id, 3);
	must(store_get_int(s, STMT_CHANGE_NONCE, other, 1, &id));
	assert_int_equal(id, 0);
	store_close(s);
}

static void
a_change_is_found_by_its_time(void **state)
{
	static const struct {
		const char *at;
		int64_t     want;
	} known[] = {
		{ "2026-11-23T04:00:00Z", 0 }, { "2026-11-23T04:00:01Z", 1 }, { "2026-11-24", 1 },
		{ "2026-11-23", 0 },
	};
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	int64_t       id = -1;

	must(store_begin(s));
	must(change(s, 1, NULL));
	must(store_commit(s));
	for (size_t i = 0; i < COUNT_OF(known); i++) {
		struct param at[] = { P_TEXT(str_from(known[i].at)) };

		must(store_get_int(s, STMT_CHANGE_KNOWN, at, 1, &id));
		assert_int_equal(id, known[i].want);
	}
	store_close(s);
}

/* Null, zero and the empty text are three things. */
static void
null_is_not_empty(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	must(store_begin(s));
	must(RUN(CHANGE_ADD, P_INT(1), P_TEXT(STR("x")), P_TEXT(STR("")), P_TEXT(STR("")), P_NULL,
	    P_NULL, P_NULL));
	must(store_commit(s));
	must(store_query(s, STMT_CHANGE_ALL, NULL, 0));
	assert_true(store_next(s, STMT_CHANGE_ALL));
	assert_false(store_null(s, STMT_CHANGE_ALL, 3));
	assert_int_equal(store_text(s, STMT_CHANGE_ALL, 3).len, 0);
	assert_true(store_null(s, STMT_CHANGE_ALL, 4));
	assert_int_equal(store_int(s, STMT_CHANGE_ALL, 4), 0);
	assert_true(store_null(s, STMT_CHANGE_ALL, 6));
	assert_int_equal(store_text(s, STMT_CHANGE_ALL, 6).len, 0);
	store_close(s);
}

/* More rows than are fetched at a time, and cursors inside each other. */
static void
cursors_are_independent(void **state)
{
	enum { LINES = 4500 };
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	int           line = 0;

	must(store_begin(s));
	must(thing(s, 1, "document", "papir"));
	for (int i = 1; i <= LINES; i++)
		must(RUN(LINE_ADD, P_INT(1), P_INT(i),
		    P_TEXT(arena_printf(&p->arena, "linje %d på Østerbro", i))));
	must(store_commit(s));
	must(store_query(s, STMT_LINE_EVERY, NULL, 0));
	while (store_next(s, STMT_LINE_EVERY)) {
		assert_int_equal(store_int(s, STMT_LINE_EVERY, 1), ++line);
		if (line % 500 != 0)
			continue;
		must(store_query(s, STMT_LINE_OF, (struct param[]){ P_INT(1) }, 1));
		assert_true(store_next(s, STMT_LINE_OF));
		assert_int_equal(store_int(s, STMT_LINE_OF, 0), 1);
		assert_int_equal(ask_number(p, s, STMT_THING_LAST), 1);
		assert_true(str_eq(store_text(s, STMT_LINE_EVERY, 2),
		    arena_printf(&p->arena, "linje %d på Østerbro", line)));
	}
	assert_int_equal(line, LINES);
	/* Inside a transaction, asked again half-way, left open at its end. */
	must(store_begin(s));
	for (int i = 0; i < 2; i++) {
		must(store_query(s, STMT_LINE_EVERY, NULL, 0));
		for (line = 0; line < 2100; line++)
			assert_true(store_next(s, STMT_LINE_EVERY));
		assert_int_equal(store_int(s, STMT_LINE_EVERY, 1), 2100);
	}
	must(store_commit(s));
	assert_false(store_next(s, STMT_LINE_EVERY));
	store_close(s);
}

static void
the_second_writer_waits_and_is_told(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE), *other = place_open(p, STORE_WRITE);

	must(store_begin(s));
	must(thing(s, 1, "area", "Ærø"));
	assert_int_equal(ask_number(p, other, STMT_THING_LAST), 0);
	assert_false(store_begin(other));
	store_problem(other, &p->diags);
	assert_says(p, "locked by another program");
	must(store_commit(s));
	assert_true(store_begin(other));
	assert_int_equal(ask_number(p, other, STMT_THING_LAST), 1);
	assert_true(thing(other, 2, "area", "Ål"));
	assert_true(store_commit(other));
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), 2);
	store_close(other);
	store_close(s);
}

static void
a_reader_does_not_write(void **state)
{
	struct place *p = *state;
	struct store *s;

	store_close(place_open(p, STORE_CREATE));
	s = place_open(p, STORE_READ);
	assert_false(thing(s, 1, "area", "Ærø"));
	store_problem(s, &p->diags);
	assert_says(p, "may not be written");
	store_close(s);
}

/* Writes things 1, 2, 3, ... each in a transaction of its own and says so only
 * after the commit, until it is killed. */
static void
write_until_killed(struct place *p, int out)
{
	struct store *s = store_open(place_url(p), STORE_WRITE, &p->diags);
	unsigned char said = 1;

	for (int64_t i = 1; s != NULL; i++) {
		const char *name = arena_printf(&p->arena, "Å%d", (int)i).at;

		if (!store_begin(s) || !thing(s, i, "area", name) || !store_commit(s) ||
		    write(out, &said, 1) != 1)
			break;
	}
	_exit(3);
}

static int64_t
kill_a_writer(struct place *p, int64_t after)
{
	int           ends[2], status;
	unsigned char byte;
	int64_t       said = 0;
	pid_t         child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(ends[0]);
		write_until_killed(p, ends[1]);
	}
	close(ends[1]);
	while (said < after && read(ends[0], &byte, 1) == 1)
		said++;
	assert_int_equal(kill(child, SIGKILL), 0);
	while (read(ends[0], &byte, 1) == 1)
		said++;
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	return said;
}

static void
a_killed_writer_keeps_what_it_committed(void **state)
{
	struct place *p = *state;
	struct store *s;
	int64_t       said, last;

	store_close(place_open(p, STORE_CREATE));
	said = kill_a_writer(p, 25);
	assert_true(said >= 25);
	s = place_open(p, STORE_WRITE);
	must(store_begin(s));           /* the server may still be ending its work */
	last = ask_number(p, s, STMT_THING_LAST);
	assert_in_range(last, said, said + 1);
	must(thing(s, last + 1, "area", "efter"));
	must(store_commit(s));
	assert_true(store_check(s, &p->diags));
	store_close(s);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		DISK_TEST(what_is_committed_is_there_again),
		ENGINE_TEST(a_rollback_leaves_nothing),
		DISK_TEST(closing_rolls_back),
		ENGINE_TEST(a_failed_statement_spoils_the_transaction),
		ENGINE_TEST(a_nonce_is_found_again),
		ENGINE_TEST(a_change_is_found_by_its_time),
		ENGINE_TEST(null_is_not_empty),
		ENGINE_TEST(cursors_are_independent),
		DISK_TEST(the_second_writer_waits_and_is_told),
		DISK_TEST(a_reader_does_not_write),
		DISK_TEST(a_killed_writer_keeps_what_it_committed),
	};

	return engine_run("transactions", tests, COUNT_OF(tests));
}
