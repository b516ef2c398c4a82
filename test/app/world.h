/* world.h - a made-up city with every kind of target, that is measured, corrected and
 * taken back at random; the same numbers every time. Includes register.h.
 */
#ifndef TEST_APP_WORLD_H
#define TEST_APP_WORLD_H

#include "register.h"

enum { INDICATORS = 40, SHARES = 10, AREAS = 5, CITIES = 3, GROUPS = 3, PERIODS = 9 };

static uint64_t seed;

/* xorshift64*: the same numbers every time. */
static inline unsigned
random_below(unsigned n)
{
	seed ^= seed >> 12;
	seed ^= seed << 25;
	seed ^= seed >> 27;
	return (unsigned)(seed * UINT64_C(2685821657736338717) >> 33) % n;
}

static inline bool
chance(unsigned one_in)
{
	return random_below(one_in) == 0;
}

/* ---- a register of every kind of target ---- */

struct writer {
	struct place *p;
	struct buf    b;
	size_t        names;
	struct text_file file[40];
};

static inline void
begin(struct writer *w, const char *header)
{
	buf_init(&w->b, 1 << 20);
	buf_putf(&w->b, "%s\n", header);
}

static inline void
end(struct writer *w, const char *name)
{
	w->file[w->names++] = (struct text_file){ name, str_dup(&w->p->arena, buf_str(&w->b)).at };
	buf_free(&w->b);
}

/* Shares come first, each counted by one of the last indicators; of the rest
 * every third counts persons, which may be withheld. */
static inline void
put_indicators(struct writer *w)
{
	static const char *const unit[] = { "count", "number", "share" };

	begin(w, "id,since,title,measure,better,numerator,developing");
	for (int i = 0; i < INDICATORS; i++) {
		if (i < SHARES)
			buf_putf(&w->b, "i%d,1,Andel nr. %d på Nørrebro,share,rise,i%d,\n", i, i,
			    INDICATORS - 1 - i % 5);
		else if (i >= INDICATORS - 5)
			buf_putf(&w->b, "i%d,1,Antal personer nr. %d,persons,fall,,\n", i, i);
		else
			buf_putf(&w->b, "i%d,1,Måling nr. %d,%s,,,%s\n", i, i, unit[i % 3],
			    i == 20 ? "1" : "");
	}
	end(w, "indicator.csv");
	begin(w, "id,since,indicator,version,starts");
	for (int i = 0; i < INDICATORS; i += 4)
		buf_putf(&w->b, "m%d,1,i%d,1,\nm%db,1,i%d,2,2009-01-01\n", i, i, i, i);
	end(w, "method.csv");
	begin(w, "id,since,title,lang,thing,field");
	for (int i = 0; i < INDICATORS; i += 2)
		buf_putf(&w->b, "t%d,1,Measure no. %d,en,indicator:i%d,title\n", i, i, i);
	end(w, "translation.csv");
}

/* One of each shape for each of the indicators by turns, two an indicator. */
static inline void
put_targets(struct writer *w)
{
	static const char *const shape[] = {
		/* area, grp, other, comparator, kind, relation, direction, value, percent,
		 * keep, scope, baseline_from, baseline_to, deadline_from, deadline_to,
		 * window_from, window_to */
		",,,,level,at_least,,55.5,,,,,,2013-01-01,2014-01-01,,",
		",,,,level,at_most,,40,,1,,,,2010-01-01,2012-01-01,,",
		",,,,level,at_least,,20,,,place,,,,2014-01-01,,",
		",,,,level,at_least,,20,,,group,,,,2014-01-01,,",
		",,,,change,,,10,,,,2006-01-01,2007-01-01,2014-01-01,2015-01-01,,",
		"a1,,,,change,,,-50,1,,,2007-01-01,2008-01-01,2010-01-01,2011-01-01,,",
		",g1,,,direction,,rise,,,,,,,,,,",
		",,,,direction,,hold,,,,,2006-01-01,2007-01-01,,2015-01-01,,",
		",,,,rate,,,2,,,,2006-01-01,2007-01-01,,2015-01-01,,",
		",g1,g2,,gap,at_most,,6,,,,,,,2014-01-01,,",
		",g1,g2,,gap,,fall,,,,,,,,,,",
		",,,c1,benchmark,at_most,,,,1,,,,,2014-01-01,,",
		",,,c2,benchmark,at_least,,,,1,,,,,,,",
		",,,,count,,,300,,,,,,,,2008-01-01,2013-01-01",
		",,,,count,,,60,,,year,,,,,2008-01-01,2014-01-01",
		",,,,set,,hold,,,1,,2006-01-01,2007-01-01,,,,",
		",,,,milestone,,,,,,,,,,2013-01-01,,",
		",g1,g3,,parity,,fall,,,,,,,,2014-01-01,,",
		",,,,undefined,,,,,,,,,,,,",
		"a2,g2,,,level,equal,,30,,,,,,,2011-01-01,,",
	};

	begin(w, "id,since,title,objective,initiative,indicator,area,grp,other,comparator,kind,"
	    "relation,direction,value,percent,keep,scope,baseline_from,baseline_to,"
	    "deadline_from,deadline_to,window_from,window_to");
	for (size_t i = 0; i < 2 * INDICATORS; i++)
		buf_putf(&w->b, "t%zu,1,Løfte nr. %zu,%s,%s,i%zu,%s\n", i, i,
		    i % 3 == 0 ? "" : i % 3 == 1 ? "o1" : "o2", i % 3 == 0 ? "x1" : "",
		    i % INDICATORS, shape[(i + i / INDICATORS) % COUNT_OF(shape)]);
	end(w, "target.csv");
}

static inline void
put_frame(struct writer *w)
{
	static const struct text_file fixed[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen\n" },
		{ "area.csv", "id,since,title,level,parent\nby,1,København,city,\n"
		  "a0,1,Nørrebro,district,by\na1,1,Østerbro,district,by\n"
		  "a2,1,Mjølnerparken,housing_area,a0\na3,1,Tingbjerg,housing_area,by\n"
		  "a4,1,Ålekistevej,district,by\n"
		  "k0,1,Århus,city,\nk1,1,Odense,city,\nk2,1,Aalborg,city,\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
		{ "grp.csv", "id,since,title\ng1,1,indvandrere\ng2,1,danskere\ng3,1,efterkommere\n" },
		{ "comparator.csv", "id,since,title\nc1,1,de fire største\nc2,1,seksbyerne\n" },
		{ "comparator_member.csv", "id,since,comparator,area\nc1a,1,c1,by\nc1b,1,c1,k0\n"
		  "c2a,1,c2,k0\nc2b,1,c2,k1\nc2c,1,c2,k2\n" },
		{ "policy.csv", "id,since,title,starts,ends,status\n"
		  "pol,1,Integrationspolitik,2007-01-01,2015-01-01,2012-04-30\n" },
		{ "theme.csv", "id,since,title,policy,rank\nth,1,Beskæftigelse,pol,1\n" },
		{ "objective.csv", "id,since,title,theme,rank\no1,1,Flere i job,th,1\n"
		  "o2,1,Færre uden,th,2\n" },
		{ "initiative.csv", "id,since,title,policy\nx1,1,Første job,pol\n" },
		{ "contribution.csv", "id,since,title,initiative,objective\nb1,1,Bidrag,x1,o2\n" },
	};

	for (size_t i = 0; i < COUNT_OF(fixed); i++)
		w->file[w->names++] = fixed[i];
}

static inline void
make_register(struct place *p, struct store *s)
{
	struct writer w = { .p = p };

	put_frame(&w);
	put_indicators(&w);
	put_targets(&w);
	register_load(p, s, package_put(p, "ramme", w.file, w.names));
}

/* ---- changes ---- */

struct world {
	struct place   *p;
	struct store   *s;
	struct look     l;
	int64_t         indicator[INDICATORS], area[AREAS + CITIES + 3], group[GROUPS + 1];
	int64_t        *change, *touched;       /* that can be undone, and what they touch */
	size_t          changes, cap;
};

static inline int64_t
found(const struct world *w, enum noun n, const char *prefix, int i)
{
	char    key[32];
	int64_t id;

	snprintf(key, sizeof key, "%s%d", prefix, i);
	id = things_find(w->l.things, n, str_from(key));
	assert_true(id > 0);
	return id;
}

static inline void
know(struct world *w)
{
	size_t n = 0;

	w->l = register_look(w->p, w->s, 0);
	for (int i = 0; i < INDICATORS; i++)
		w->indicator[i] = found(w, NOUN_INDICATOR, "i", i);
	w->area[n++] = things_find(w->l.things, NOUN_AREA, STR("by"));
	for (int i = 0; i < AREAS; i++)
		w->area[n++] = found(w, NOUN_AREA, "a", i);
	for (int i = 0; i < CITIES; i++)
		w->area[n++] = found(w, NOUN_AREA, "k", i);
	for (int i = 1; i <= 2; i++)
		w->area[n++] = found(w, NOUN_COMPARATOR, "c", i);
	for (int i = 1; i <= GROUPS; i++)
		w->group[i] = found(w, NOUN_GROUP, "g", i);
}

static inline struct observation_row
random_row(struct world *w, int64_t change)
{
	int                     year = 2005 + (int)random_below(PERIODS);
	struct observation_form f = { .precision = PRECISION_YEAR, .scale = 1 };
	struct observation_row  r = {
		.indicator = w->indicator[random_below(INDICATORS)],
		.area = chance(2) ? w->area[0] : w->area[random_below(COUNT_OF(w->area))],
		.group = chance(2) ? 0 : w->group[random_below(GROUPS + 1)],
		.from = day_of(year, 1, 1), .to = day_of(year + 1, 1, 1),
		.method = chance(8) ? 2 : 1, .since = change, .until = UNTIL_NOW,
		.value = (int64_t)random_below(chance(3) ? 60 : 990), .line = 7,
	};

	if (observations_unit(&w->l.sn, r.indicator) == UNIT_PERSONS) {
		f.scale = 0;
		r.value = random_below(chance(2) ? 8 : 120);
	}
	if (chance(20))
		f.missing = (enum missing)(1 + random_below(MISSING_COUNT - 1));
	else if (chance(15))
		f.qualifier = QUALIFIER_CIRCA;
	else if (chance(15))
		f.qualifier = QUALIFIER_OVER;
	if (f.missing != MISSING_NONE)
		r.value = 0;
	f.breaks = chance(40);
	f.preliminary = chance(20);
	r.form = observation_pack(f);
	return r;
}

/* A new measurement, or a correction where one stands. */
static inline int64_t
measure(struct world *w)
{
	struct place *p = w->p;
	struct store *s = w->s;
	char          nonce[32];
	static int    count;
	struct act    act = { .at = STR("2026-11-23T04:00:00Z"), .who = STR("Åse"), .why = STR("") };
	struct observation_row r;
	int64_t       change;

	snprintf(nonce, sizeof nonce, "n%d", ++count);
	act.nonce = str_from(nonce);
	must(store_begin(s));
	must(change_add(s, &act, 0, 0, &change));
	r = random_row(w, change);
	must(RUN(OBSERVATION_END, P_INT(change), P_INT(r.indicator), P_INT(r.area), P_INT(r.from),
	    P_INT(r.to), P_INT(r.group), P_INT(r.method)));
	must(RUN(OBSERVATION_PUT, P_INT(r.indicator), P_INT(r.area), P_INT(r.from), P_INT(r.to),
	    P_INT(r.group), P_INT(r.method), P_INT(r.until), P_INT(r.since), P_INT(r.value),
	    P_INT(r.form), P_INT(r.high), P_INT(r.sample), P_INT(r.line), P_INT(r.column)));
	must(store_commit(s));
	ARENA_GROW(&p->arena, w->change, w->changes, &w->cap);
	w->change[w->changes++] = change;
	w->touched[change] = r.indicator;
	return r.indicator;
}

/* 0: it could not be undone, for a reason that was said, and nothing changed. */
static inline int64_t
take_back(struct world *w)
{
	size_t     back = random_below(chance(3) ? 200 : 6) + 1;
	int64_t    change, as;
	struct act act = act_at("2026-11-23T05:00:00Z");

	if (back > w->changes)
		return 0;
	change = w->change[w->changes - back];
	if (!change_undo(w->s, change, &act, &w->p->diags, &as)) {
		assert_true(w->p->diags.errors > 0);
		place_quiet(w->p);
		return 0;
	}
	ARENA_GROW(&w->p->arena, w->change, w->changes, &w->cap);
	w->change[w->changes++] = as;           /* which can be taken back again */
	w->touched[as] = w->touched[change];
	return w->touched[as];
}

/* ---- what is said of a target ---- */

static inline struct str
all_that_is_said(struct arena *a, const struct barometer_row *r)
{
	const struct judgement *j = &r->judgement;
	struct buf b;
	struct str text;

	buf_init(&b, 1 << 16);
	buf_putf(&b, "%d %d %d %d %d %d %d %d|", (int)j->verdict, (int)j->reason, j->early,
	    j->uncertain, (int)j->other_verdict, j->not_each, j->rebased, j->method_changed);
	if (j->has_pace)
		number_write_plain(&b, j->pace_shown);
	buf_char(&b, '|');
	if (j->has_required)
		number_write_plain(&b, j->required);
	buf_char(&b, '|');
	if (j->has_needed)
		number_write_plain(&b, j->needed_per_year);
	buf_putf(&b, "|%d %d|", j->has_latest && j->latest.withheld,
	    j->has_baseline && j->baseline.withheld);
	barometer_latest(&b, r, true);
	buf_putf(&b, "|" STR_FMT "|" STR_FMT "|" STR_FMT "|" STR_FMT, STR_ARG(j->worst),
	    STR_ARG(j->rule), STR_ARG(j->da), STR_ARG(j->en));
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

#endif
