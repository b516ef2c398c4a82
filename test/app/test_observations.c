/* Small numbers of persons are withheld wherever a measurement is shown, with the
 * shares that follow from them; city totals and zeros are not. */
#include "register.h"
#include "app/browse.h"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,København,city,\nø,1,Ørestad,district,by\n"
	  "n,1,Nørrebro,district,by\nårhus,1,Århus,city,\n" },
	{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
	{ "grp.csv", "id,since,title\nunge,1,unge\n" },
	{ "comparator.csv", "id,since,title\nfire,1,de fire største\n" },
	{ "indicator.csv", "id,since,title,measure,numerator\nsigtede,1,Sigtede,persons,\n"
	  "andel,1,Andel sigtede,share,sigtede\nkurser,1,Kurser,count,\n" },
	{ "objective.csv", "id,since,title\nm,1,Færre sigtede\n" },
	{ "target.csv", "id,since,title,objective,indicator,area,grp,kind,relation,direction,value,scope,"
	  "baseline_from,baseline_to,deadline_to\n"
	  "færre,1,Højst 2 i Ørestad,m,sigtede,ø,,level,at_most,,2,,,,2011-01-01\n"
	  "fald,1,Andelen falder blandt unge,m,andel,,unge,direction,,fall,,,,,\n"
	  "halv,1,Halvt så mange i Ørestad,m,sigtede,ø,,change,,,-2,,2008-01-01,2009-01-01,2012-01-01\n"
	  "hver,1,Højst 3 hvert sted,m,sigtede,,,level,at_most,,3,place,,,2011-01-01\n"
	  "by,1,Højst 2 i byen,m,sigtede,,,level,at_most,,2,,,,2011-01-01\n" },
	{ "observation.csv", "indicator,area,group,from,to,value,qualifier,sample,since\n"
	  "sigtede,by,,2008-01-01,2009-01-01,3,,,1\n"          /* the city's own total */
	  "sigtede,by,,2009-01-01,2010-01-01,4,,,1\n"
	  "sigtede,ø,,2008-01-01,2009-01-01,4,,,1\n"
	  "sigtede,ø,,2009-01-01,2010-01-01,3,,,1\n"
	  "sigtede,n,,2008-01-01,2009-01-01,5,,,1\n"
	  "sigtede,n,,2009-01-01,2010-01-01,0,,,1\n"
	  "sigtede,by,unge,2008-01-01,2009-01-01,1,,,1\n"
	  "sigtede,by,unge,2009-01-01,2010-01-01,17,,,1\n"
	  "sigtede,århus,,2008-01-01,2009-01-01,2,,,1\n"
	  "sigtede,comparator:fire,,2008-01-01,2009-01-01,2,,,1\n"
	  "sigtede,n,unge,2008-01-01,2009-01-01,6,under,,1\n"
	  "andel,by,,2008-01-01,2009-01-01,41.7,,,1\n"
	  "andel,by,unge,2008-01-01,2009-01-01,42.8,,,1\n"     /* counted by 1 */
	  "andel,by,unge,2009-01-01,2010-01-01,43.9,,,1\n"
	  "andel,ø,,2009-01-01,2010-01-01,44.6,,,1\n"          /* counted by 3 */
	  "kurser,ø,,2008-01-01,2009-01-01,2,,,1\n" },
};

struct shown {
	const char *indicator, *area, *group;
	int         year;
	bool        withheld;
};

static const struct shown shown[] = {
	{ "sigtede", "by", "", 2008, false }, { "sigtede", "by", "", 2009, false },
	{ "sigtede", "ø", "", 2008, true },   { "sigtede", "ø", "", 2009, true },
	{ "sigtede", "n", "", 2008, false },  { "sigtede", "n", "", 2009, false },
	{ "sigtede", "by", "unge", 2008, true }, { "sigtede", "by", "unge", 2009, false },
	{ "sigtede", "århus", "", 2008, false }, { "sigtede", "fire", "", 2008, false },
	{ "sigtede", "n", "unge", 2008, true },
	{ "andel", "by", "", 2008, false },   { "andel", "by", "unge", 2008, true },
	{ "andel", "by", "unge", 2009, false }, { "andel", "ø", "", 2009, true },
	{ "kurser", "ø", "", 2008, false },
};

static struct look
open_register(struct place *p, struct store *s)
{
	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
	return register_look(p, s, 0);
}

static void
flags(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct look   l = open_register(p, s);
	size_t        seen = 0;

	for (size_t i = 0; i < COUNT_OF(shown); i++) {
		const struct shown *w = &shown[i];
		struct measured     m;

		must(observations_load(&p->arena, s, &l.sn,
		    things_find(l.things, NOUN_INDICATOR, str_from(w->indicator)), &m));
		for (size_t j = 0; j < m.len; j++) {
			if (!str_eq(things_key(l.things, m.row[j].area), str_from(w->area)) ||
			    !str_eq(things_key(l.things, m.row[j].group), str_from(w->group)) ||
			    m.row[j].from != day_of(w->year, 1, 1))
				continue;
			if (m.at[j].withheld != w->withheld)
				fail_msg("%s %s %s %d", w->indicator, w->area, w->group, w->year);
			seen++;
		}
	}
	assert_int_equal(seen, COUNT_OF(shown));
	store_close(s);
}

/* The series of a cell, in order; of a cell that is not measured, nothing. */
static void
series(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct look     l = open_register(p, s);
	int64_t         indicator = things_find(l.things, NOUN_INDICATOR, STR("sigtede"));
	int64_t         unge = things_find(l.things, NOUN_GROUP, STR("unge"));
	struct measured m;
	struct series   v;
	size_t          all = 0;

	must(observations_load(&p->arena, s, &l.sn, indicator, &m));
	assert_int_equal(m.len, 11);
	for (size_t i = 0; i < l.sn.len[NOUN_AREA]; i++) {
		for (int g = 0; g < 2; g++) {
			v = observations_series(&m, l.sn.row[NOUN_AREA][i].id, g == 0 ? 0 : unge);
			all += v.len;
			for (size_t j = 1; j < v.len; j++)
				assert_true(observation_cmp(&v.at[j - 1], &v.at[j]) < 0);
		}
	}
	all += observations_series(&m, things_find(l.things, NOUN_COMPARATOR, STR("fire")), 0).len;
	assert_int_equal(all, m.len);
	assert_int_equal(observations_series(&m, 999, 0).len, 0);
	must(observations_load(&p->arena, s, &l.sn, 0, &m));
	assert_int_equal(observations_series(&m, 1, 0).len, 0);
	store_close(s);
}

static const struct value *
value_named(const struct record *r, const char *name)
{
	for (size_t i = 0; i < r->len; i++)
		if (str_eq(r->at[i].name, str_from(name)))
			return &r->at[i];
	return NULL;
}

static void
records(void **state)
{
	struct place      *p = *state;
	struct store      *s = place_open(p, STORE_CREATE);
	struct look        l = open_register(p, s);
	struct browse_term term;
	struct records     list;
	struct browse_page page;
	size_t             withheld = 0;

	assert_true(browse_term(STR("målinger"), &term));
	must(browse_list(&p->arena, s, &l.sn, term, 0, &list));
	assert_int_equal(list.len, COUNT_OF(shown));
	for (size_t i = 0; i < list.len; i++) {
		const struct record *r = &list.at[i];

		if (value_named(r, "withheld") == NULL) {
			assert_true(value_named(r, "value") != NULL || value_named(r, "high") != NULL);
			continue;
		}
		withheld++;
		assert_null(value_named(r, "value"));
		assert_null(value_named(r, "low"));
		assert_null(value_named(r, "high"));
		assert_null(value_named(r, "qualifier"));
		assert_true(str_find(r->title, STR("tilbageholdt"), 0) != SIZE_MAX);
	}
	assert_int_equal(withheld, 6);
	assert_true(browse_show(&p->arena, s, &l.sn, NOUN_INDICATOR, STR("andel"), &page));
	assert_int_equal(page.observations.len, 4);
	for (size_t i = 0; i < page.observations.len; i++)
		assert_true(value_named(&page.observations.at[i], "withheld") == NULL ||
		    str_eq(page.observations.at[i].title, STR("tilbageholdt")));
	/* A baseline is listed once, and as withheld as it is elsewhere. */
	assert_true(browse_term(STR("baselines"), &term));
	must(browse_list(&p->arena, s, &l.sn, term, 0, &list));
	assert_int_equal(list.len, 1);
	assert_non_null(value_named(&list.at[0], "withheld"));
	store_close(s);
}

/* Is the number a word of the text? */
static bool
says(struct str text, const char *number)
{
	size_t at = 0;

	while ((at = str_find(text, str_from(number), at)) != SIZE_MAX) {
		size_t end = at + strlen(number);
		bool   before = at > 0 && strchr("0123456789.,", text.at[at - 1]) != NULL;
		bool   after = end < text.len && strchr("0123456789", text.at[end]) != NULL;

		if (!before && !after)
			return true;
		at++;
	}
	return false;
}

static void
sentences(void **state)
{
	static const struct { const char *target, *hidden[4]; bool withheld; } rows[] = {
		{ "færre", { "3", "4" }, true }, { "fald", { "42,8", "42.8" }, false },
		{ "halv", { "3", "4", "1" }, true }, { "by", { NULL }, false },
	};
	struct place    *p = *state;
	struct store    *s = place_open(p, STORE_CREATE);
	struct look      l = open_register(p, s);
	struct barometer b = register_judge(p, s, &l, "2010-06-01");

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct barometer_row *r = verdict_of(&b, rows[i].target);
		const struct judgement     *j = &r->judgement;
		struct buf                  shown_latest;

		buf_init(&shown_latest, 1 << 12);
		barometer_latest(&shown_latest, r, true);
		assert_int_equal(j->has_latest && j->latest.withheld, rows[i].withheld);
		for (size_t h = 0; h < 4 && rows[i].hidden[h] != NULL; h++)
			if (says(j->da, rows[i].hidden[h]) || says(j->en, rows[i].hidden[h]) ||
			    says(buf_str(&shown_latest), rows[i].hidden[h]))
				fail_msg("%s says %s: %.*s / %.*s / %.*s", rows[i].target, rows[i].hidden[h],
				    STR_ARG(j->da), STR_ARG(j->en), STR_ARG(buf_str(&shown_latest)));
		buf_free(&shown_latest);
	}
	assert_true(says(verdict_of(&b, "by")->judgement.da, "4"));
	/* What a withheld figure moved is no way to reckon it back. */
	assert_false(verdict_of(&b, "halv")->judgement.has_pace);
	assert_false(verdict_of(&b, "halv")->judgement.has_needed);
	assert_false(verdict_of(&b, "halv")->judgement.has_required);
	/* "In each place" is about the city's places, and Århus is none. */
	assert_false(str_eq(verdict_of(&b, "hver")->judgement.worst, STR("Århus")));
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(flags), ENGINE_TEST(series), ENGINE_TEST(records), ENGINE_TEST(sentences),
	};

	return engine_run("observations", tests, COUNT_OF(tests));
}
