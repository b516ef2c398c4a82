/* An edition that is kept says what judging everything anew from the database
 * says: after each change, and as of any day, and asks little to do so. */
#include "world.h"
#include "app/viewer.h"

static struct judge_when
as_of_year(int year)
{
	return (struct judge_when){ .has_as_of = true, .as_of = day_of(year, 4, 30),
	                            .today = day_of(2026, 11, 23) };
}

static const struct judge_when today = { .today = 20000 };

/* Every target, word by word; and the findings about the register. */
static void
same_as_anew(struct place *p, struct store *s, const struct edition *ed, struct judge_when when,
             int after)
{
	struct arena        a = { 0 };
	struct snapshot     sn;
	struct barometer    b;
	struct audit_report audit;

	must(snapshot_load(&a, s, things_load(&a, s), 0, NOUN_ALL, &sn));
	must(judge_all(&a, s, &sn, when, &b));
	assert_int_equal(ed->sn.known, sn.known);
	assert_int_equal(ed->judged.len, b.len);
	for (size_t i = 0; i < b.len; i++) {
		struct str anew = all_that_is_said(&a, &b.at[i]);
		struct str kept = all_that_is_said(&a, &ed->judged.at[i]);

		assert_int_equal(ed->judged.at[i].as_of, b.at[i].as_of);
		if (!str_eq(ed->judged.at[i].target->id, b.at[i].target->id) ||
		    !str_eq(kept, anew))
			fail_msg("%.*s after %d changes:\nkept %.*s\nanew %.*s",
			    STR_ARG(b.at[i].target->id), after, STR_ARG(kept), STR_ARG(anew));
	}
	must(audit_register(&a, s, &sn, when, &audit));
	assert_int_equal(edition_audit(ed)->findings, audit.findings);
	assert_int_equal(edition_audit(ed)->checked, audit.checked);
	arena_free(&a);
}

/* The edition is asked after every change, and every so often for another year. */
static void
followed(struct place *p, struct world *w, struct viewer *v, int changes)
{
	struct store *s = w->s;

	for (int i = 1; i <= changes; i++) {
		struct arena          a = { 0 };
		struct judge_when     when = chance(3) ? as_of_year(2006 + (int)random_below(9)) : today;
		const struct edition *ed;
		int64_t               before;

		if (chance(6))
			(void)take_back(w);
		else
			(void)measure(w);
		ed = viewer_edition(v, &a, when);
		assert_non_null(ed);
		before = store_statements(v->store);
		assert_ptr_equal(viewer_edition(v, &a, today), &v->edition);
		assert_int_equal(store_statements(v->store), before + 1);
		if (i % 20 == 0)
			same_as_anew(p, s, ed, when, i);
		arena_free(&a);
	}
}

static void
measured_and_corrected(void **state)
{
	struct place *p = *state;
	struct world  w = { .p = p, .s = place_open(p, STORE_CREATE) };
	struct viewer v = { .db = place_url(p) };

	seed = UINT64_C(20120430);
	make_register(p, w.s);
	know(&w);
	w.touched = ARENA_ARRAY(&p->arena, int64_t, 1000);
	followed(p, &w, &v, 300);
	viewer_close(&v);
	store_close(w.s);
}

static const struct edition *
look(struct place *p, struct viewer *v)
{
	const struct edition *ed = viewer_edition(v, &p->arena, today);

	assert_non_null(ed);
	return ed;
}

/* What is imported is followed with its document, what is decided is not. */
static void
documents_are_followed(void **state)
{
	struct place         *p = *state;
	struct store         *s = place_open(p, STORE_CREATE);
	struct viewer         v = { .db = place_url(p) };
	const struct edition *ed;
	const struct noun_row *targets;
	struct imported       out;

	seed = UINT64_C(20090601);
	make_register(p, s);
	ed = look(p, &v);
	targets = ed->sn.row[NOUN_TARGET];
	for (int i = 0; i < 70; i++) {
		struct str name = arena_printf(&p->arena, "måling-%d.csv", i);

		assert_true(import_text(p, s, name.at, arena_printf(&p->arena,
		    "indicator,period,value\ni%d,%d,%d\n", i % 30, 2000 + i % 14, i).at, &out));
		ed = look(p, &v);
		assert_ptr_equal(ed->sn.row[NOUN_TARGET], targets);     /* was followed */
		if (i % 10 == 0)
			same_as_anew(p, s, ed, today, i);
	}
	assert_int_equal(ed->sn.len[NOUN_DOCUMENT], 70);
	assert_non_null(edition_thing(ed, NOUN_DOCUMENT, STR("maaling-69-csv")));
	register_undo(p, s, out.change);
	ed = look(p, &v);
	assert_null(edition_thing(ed, NOUN_DOCUMENT, STR("maaling-69-csv")));
	same_as_anew(p, s, ed, today, 71);
	viewer_close(&v);
	store_close(s);
}

/* Another day is judged without a statement, and an unknown register is empty. */
static void
any_day_from_memory(void **state)
{
	struct place  *p = *state;
	struct store  *s = place_open(p, STORE_CREATE);
	struct viewer  v = { .db = place_url(p) };
	int64_t        before;

	assert_int_equal(look(p, &v)->judged.len, 0);
	register_load(p, s, EXAMPLE);
	(void)look(p, &v);
	before = store_statements(v.store);
	for (int year = 2005; year < 2016; year++) {
		const struct edition *ed = viewer_edition(&v, &p->arena, as_of_year(year));

		assert_non_null(ed);
		same_as_anew(p, s, ed, as_of_year(year), year);
		assert_non_null(edition_economy(ed));
	}
	assert_int_equal(store_statements(v.store), before + 11);
	viewer_close(&v);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(measured_and_corrected), DISK_TEST(documents_are_followed),
		DISK_TEST(any_day_from_memory),
	};

	return engine_run("edition", tests, COUNT_OF(tests));
}
