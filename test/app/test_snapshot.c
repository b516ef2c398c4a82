/* The register as it stood: at a change, on a day, and followed while it grows. */
#include "register.h"
#include "app/browse.h"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,undoes\n"
	  "1,2009-06-01T00:00:00Z,Åse,Rammen,\n2,2009-06-01T23:59:59Z,Åse,Ny titel,\n"
	  "5,2009-06-02T00:00:00Z,Øjvind,Fjernet,\n9,2010-01-01T12:00:00Z,Åse,Igen,5\n" },
	{ "area.csv", "id,since,until,title,level\nby,1,,København,city\nå,2,5,Ålekistevej,district\n"
	  "å,9,,Ålekistevej,district\n" },
	{ "authority.csv", "id,since,until,title,area\nkk,1,2,Kommunen,by\nkk,2,,Københavns Kommune,by\n" },
	{ "indicator.csv", "id,since,until,title,measure\nledige,1,2,Ledige,count\nledige,2,,Ledige i alt,count\n"
	  "nye,5,,Nye,count\n" },
	{ "translation.csv", "id,since,until,title,lang,thing,field\n"
	  "a,1,5,Unemployed,en,indicator:ledige,title\nb,5,,Out of work,en,indicator:ledige,title\n"
	  "c,1,,Arbeitslose,de,indicator:ledige,title\nd,1,,note,en,indicator:ledige,definition\n"
	  "e,1,,Somewhere,en,area:å,title\n" },
	{ "observation.csv", "indicator,area,from,to,value,since,until\n"
	  "ledige,by,2008-01-01,2009-01-01,100,1,2\nledige,by,2008-01-01,2009-01-01,101,2,5\n"
	  "ledige,by,2008-01-01,2009-01-01,102,5,\nledige,by,2009-01-01,2010-01-01,90,9,\n" },
};

struct stood {
	const char *day;
	int64_t     known;
	const char *authority, *title, *title_en;
	size_t      areas, indicators, measured, changes;
	const char *value;
};

static const struct stood stood[] = {
	{ "2009-06-01", 2, "Københavns Kommune", "Ledige i alt", "Unemployed", 2, 1, 1, 2, "101" },
	{ "2009-06-02", 5, "Københavns Kommune", "Ledige i alt", "Out of work", 1, 2, 1, 3, "102" },
	{ "2009-12-31", 5, "Københavns Kommune", "Ledige i alt", "Out of work", 1, 2, 1, 3, "102" },
	{ "2010-01-01", 9, "Københavns Kommune", "Ledige i alt", "Out of work", 2, 2, 2, 4, "102" },
	{ "9999-12-30", 9, "Københavns Kommune", "Ledige i alt", "Out of work", 2, 2, 2, 4, "102" },
	{ "9999-12-31", 9, "Københavns Kommune", "Ledige i alt", "Out of work", 2, 2, 2, 4, "102" },
	{ NULL, 1, "Kommunen", "Ledige", "Unemployed", 1, 1, 1, 1, "100" },
};

/* How many changes are listed of the register as it stood. */
static size_t
changes_listed(struct place *p, struct store *s, int64_t known)
{
	struct look        l = register_look(p, s, known);
	struct browse_term term;
	struct records     list;

	assert_true(browse_term(STR("ændringer"), &term));
	must(browse_list(&p->arena, s, &l.sn, term, 0, &list));
	return list.len;
}

static void
known_on(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	int64_t       known = 7, ledige;
	int32_t       day;

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
	must(snapshot_known_on(s, day_of(2009, 5, 31), &known));
	assert_int_equal(known, KNOWN_NOTHING);
	assert_int_equal(register_look(p, s, known).sn.len[NOUN_AREA], 0);
	assert_int_equal(changes_listed(p, s, known), 0);
	for (size_t i = 0; i < COUNT_OF(stood); i++) {
		const struct stood *w = &stood[i];
		struct measured     m;
		struct look         l;

		known = w->known;
		if (w->day != NULL) {
			assert_true(day_from_iso(str_from(w->day), &day));
			must(snapshot_known_on(s, day, &known));
		}
		assert_int_equal(known, w->known);
		l = register_look(p, s, known);
		ledige = things_find(l.things, NOUN_INDICATOR, STR("ledige"));
		assert_int_equal(l.sn.known, w->known);
		assert_int_equal(changes_listed(p, s, known), w->changes);
		assert_int_equal(l.sn.len[NOUN_AREA], w->areas);
		assert_int_equal(l.sn.len[NOUN_INDICATOR], w->indicators);
		assert_true(str_eq(l.sn.row[NOUN_AUTHORITY][0].text[AUTHORITY_title],
		    str_from(w->authority)));
		assert_true(str_eq(snapshot_title(&l.sn, ledige), str_from(w->title)));
		assert_true(str_eq(snapshot_title_en(&l.sn, ledige), str_from(w->title_en)));
		must(observations_load(&p->arena, s, &l.sn, ledige, &m));
		assert_int_equal(m.len, w->measured);
		assert_true(str_eq(number_plain(&p->arena, m.at[0].value.point), str_from(w->value)));
	}
	store_close(s);
}

static void
looked_up(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct look   l;
	int64_t       by, gone;

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
	l = register_look(p, s, 5);
	by = things_find(l.things, NOUN_AREA, STR("by"));
	gone = things_find(l.things, NOUN_AREA, STR("å"));
	assert_int_equal(l.sn.authority_area, by);
	assert_non_null(snapshot_row(&l.sn, by));
	assert_null(snapshot_row(&l.sn, gone));            /* gone at that change */
	assert_null(snapshot_row(&l.sn, 0));
	assert_null(snapshot_row(&l.sn, -1));
	assert_null(snapshot_row(&l.sn, INT64_MAX));
	assert_int_equal(snapshot_title(&l.sn, gone).len, 0);
	assert_int_equal(snapshot_title_en(&l.sn, gone).len, 0);
	assert_int_equal(snapshot_ref(&l.sn, 999, AREA_parent), 0);
	assert_true(str_eq(snapshot_change(&l.sn, 9)->who, STR("Åse")));
	assert_int_equal(snapshot_change(&l.sn, 9)->undoes, 5);
	assert_null(snapshot_change(&l.sn, 3));
	assert_null(snapshot_change(&l.sn, 0));
	l = register_look(p, s, 0);
	assert_true(str_eq(snapshot_title_en(&l.sn, gone), STR("Somewhere")));
	store_close(s);
}

/* A snapshot that followed a measurement is as a new one. */
static void
followed(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct look     l;
	struct imported out;
	struct measured m;

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
	l = register_look(p, s, 0);
	must(snapshot_follow(&l.sn, s));
	assert_int_equal(l.sn.known, 9);
	for (int i = 0; i < 40; i++) {
		struct str name = arena_printf(&p->arena, "m%d.csv", i);
		struct str text = arena_printf(&p->arena, "indicator,period,value\nnye,%d,%d\n", 1980 + i, i);

		assert_true(import_text(p, s, name.at, text.at, &out));
		must(snapshot_follow(&l.sn, s));
		assert_int_equal(l.sn.known, out.change);
		assert_true(str_eq(snapshot_change(&l.sn, out.change)->why,
		    arena_printf(&p->arena, "import m%d.csv", i)));
	}
	must(observations_load(&p->arena, s, &l.sn,
	    things_find(l.things, NOUN_INDICATOR, STR("nye")), &m));
	assert_int_equal(m.len, 40);
	store_close(s);
}

/* Keys from words, and what stands in the way of them. */
static void
keys(void **state)
{
	struct place  *p = *state;
	struct store  *s = place_open(p, STORE_CREATE);
	struct things *t = things_load(&p->arena, s);
	struct str     key = things_new_key(t, &p->arena, NOUN_TARGET, STR("Første job i Danmark!"));
	int64_t        first, last = 0;

	assert_true(str_eq(key, STR("foerste-job-i-danmark")));
	assert_true(str_eq(things_new_key(t, &p->arena, NOUN_TARGET, STR("???")), STR("target")));
	must(store_begin(s));
	first = things_add(t, s, NOUN_TARGET, key);
	assert_int_equal(first, 1);
	assert_int_equal(things_add(t, s, NOUN_TARGET, key), 0);
	assert_false(store_failed(s));
	assert_true(str_eq(things_new_key(t, &p->arena, NOUN_TARGET, STR("Første job, i Danmark")),
	    STR("foerste-job-i-danmark-2")));
	assert_true(str_eq(things_new_key(t, &p->arena, NOUN_THEME, STR("Første job i Danmark")), key));
	for (int i = 0; i < 1000; i++) {
		last = things_add(t, s, NOUN_TARGET, things_new_key(t, &p->arena, NOUN_TARGET, key));
		assert_true(last > 0);
	}
	must(store_commit(s));
	t = things_load(&p->arena, s);
	assert_int_equal(things_find(t, NOUN_TARGET, STR("foerste-job-i-danmark-1001")), last);
	assert_int_equal(things_find(t, NOUN_THEME, key), 0);
	assert_int_equal(things_resolve(t, NOUN_ANY, STR("target:foerste-job-i-danmark")), first);
	assert_int_equal(things_resolve(t, NOUN_ANY, STR("theme:foerste-job-i-danmark")), 0);
	assert_int_equal(things_resolve(t, NOUN_ANY, STR("foerste-job-i-danmark")), 0);
	assert_true(str_eq(things_reference(t, &p->arena, NOUN_ANY, first),
	    STR("target:foerste-job-i-danmark")));
	assert_true(str_eq(things_reference(t, &p->arena, NOUN_TARGET, first), key));
	assert_int_equal(things_reference(t, &p->arena, NOUN_ANY, 0).len, 0);
	assert_int_equal(things_kind(t, 5000), NOUN_NONE);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(known_on), ENGINE_TEST(looked_up), ENGINE_TEST(followed), ENGINE_TEST(keys),
	};

	return engine_run("snapshot", tests, COUNT_OF(tests));
}
