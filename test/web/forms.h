/* forms.h - a city with people in it who fill in, approve and lay a status form before
 * the council, for tests. Includes staff.h.
 */
#ifndef TEST_WEB_FORMS_H
#define TEST_WEB_FORMS_H

#include "staff.h"
#include "app/form_step.h"
#include "app/forms.h"

static const struct text_file city_files[] = {
	{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen\n" },
	{ "area.csv", "id,since,title,level\nby,1,Rødby,city\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\n"
	  "øu,1,Økonomiudvalget,ØU,committee,\nøkf,1,Økonomiforvaltningen,ØKF,administration,øu\n"
	  "hav,1,Havnekontoret,HAV,department,økf\nsud,1,Socialudvalget,SUD,committee,\n" },
	{ "policy.csv", "id,since,title,starts,ends\npol,1,Færgepolitik,2026-01-01,2030-01-01\n" },
	{ "theme.csv", "id,since,title,policy,rank\nth,1,Søfart,pol,1\n" },
	{ "objective.csv", "id,since,title,theme,unit,rank\no1,1,Flere øboere,th,øu,1\n" },
	{ "indicator.csv", "id,since,title,measure,better,unit\nhjemløse,1,Hjemløse,persons,fall,hav\n" },
	{ "initiative.csv", "id,since,title,policy,unit,number,economy,followup\n"
	  "færge,1,Færge til Ærø,pol,hav,2.10,\"1,95 mio. kr.\",Der følges op hvert år.\n"
	  "bus,1,Natbus,pol,sud,2.9,,\n" },
	{ "activity.csv", "id,since,title,initiative\na1,1,Sejlads om vinteren,færge\n" },
	{ "target.csv", "id,since,title,objective,initiative,indicator,kind,relation,value,"
	  "deadline_from,deadline_to\n"
	  "t1,1,Højst 30 hjemløse,o1,færge,hjemløse,level,at_most,30,2028-01-01,2029-01-01\n"
	  "t2,1,Højst 9 ænder,o1,bus,hjemløse,level,at_most,9,2028-01-01,2029-01-01\n" },
	{ "observation.csv", "indicator,from,to,value,since\nhjemløse,2025-01-01,2026-01-01,41,1\n" },
	{ "budget_line.csv", "id,since,title,policy,unit,initiative,section,rank\n"
	  "drift,1,Drift af færgen,pol,hav,færge,Søfart,1\n" },
	{ "amount.csv", "id,since,budget_line,year,kroner\nd26,1,drift,2026,1000000\n" },
};

/* A city with people in it. */
struct city {
	struct place *p;
	struct store *db;
	struct site   s;
	int64_t       t1, t2;
	struct person bo, dorte, ulla, kim, pia, erik, sara;
};

static inline int64_t
unit_id(struct place *p, struct store *db, enum noun noun, const char *key)
{
	return things_find(register_look(p, db, 0).things, noun, str_from(key));
}

static inline struct city
city_open(struct place *p)
{
	struct city c = { .p = p, .db = place_open(p, STORE_CREATE) };
	int64_t     hav, okf, ou, sud;

	register_load(p, c.db, package_put(p, "ramme", city_files, COUNT_OF(city_files)));
	hav = unit_id(p, c.db, NOUN_UNIT, "hav");
	okf = unit_id(p, c.db, NOUN_UNIT, "økf");
	ou = unit_id(p, c.db, NOUN_UNIT, "øu");
	sud = unit_id(p, c.db, NOUN_UNIT, "sud");
	c.t1 = unit_id(p, c.db, NOUN_TARGET, "t1");
	c.t2 = unit_id(p, c.db, NOUN_TARGET, "t2");
	c.s = site_open(p);
	c.bo = staff_person(&c.s, c.db, "bo", "Bo Ærø", "contributor", hav);
	c.dorte = staff_person(&c.s, c.db, "dorte", "Dorte Å", "contributor", hav);
	c.ulla = staff_person(&c.s, c.db, "ulla", "Ulla Øst", "unit_approver", okf);
	c.kim = staff_person(&c.s, c.db, "kim", "Kim Sø", "committee_approver", ou);
	c.pia = staff_person(&c.s, c.db, "pia", "Pia Pæn", "publisher", 0);
	c.erik = staff_person(&c.s, c.db, "erik", "Erik Ør", "editor", 0);
	c.sara = staff_person(&c.s, c.db, "sara", "Sara Sød", "contributor", sud);
	return c;
}

static inline void
city_close(struct city *c)
{
	site_close(&c->s);
	store_close(c->db);
}

#define BEGIN "initiative=f%C3%A6rge&period=2.+halv%C3%A5r+2026"

static const char *
location(struct city *c)
{
	return site_header(&c->s, "Location").at;
}

static inline void
begin(struct city *c)
{
	assert_int_equal(staff_post(&c->s, &c->bo, "/da/work/forms", BEGIN), 303);
	assert_string_equal(location(c), "/da/work/form/1");
}

/* `more`: fields, "&" first. */
static inline int
save(struct city *c, const struct person *who, int version, const char *more)
{
	return staff_post(&c->s, who, "/da/work/form/1",
	    arena_printf(&c->p->arena, "version=%d%s", version, more).at);
}

static inline int
step(struct city *c, const struct person *who, const char *code, int version, const char *note)
{
	return staff_post(&c->s, who, "/da/work/form/1/step", arena_printf(&c->p->arena,
	    "step=%s&version=%d&note=%s", code, version, note).at);
}

/* All that a form needs. */
static const char *
whole(struct city *c, const char *words)
{
	return arena_printf(&c->p->arena, "&status=%s&challenges=Isen+er+tyk&expected=changed"
	    "&condition=En+b%%C3%%A5d+til&action=Vi+k%%C3%%B8ber+den&spent=1.234.567%%2C50"
	    "&links=https%%3A%%2F%%2F%%C3%%A6r%%C3%%B8.dk%%2Fbilag&t%lld-kind=measures"
	    "&t%lld-text=Der+er+41+i+dag", words, (long long)c->t1, (long long)c->t1).at;
}

static inline struct form_head
head(struct city *c)
{
	struct form_heads all;

	assert_true(forms_all(&c->p->arena, c->db, &all));
	assert_int_equal(all.len, 1);
	return all.at[0];
}

#endif
