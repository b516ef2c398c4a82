/* Status forms: filled in, sent back, mended, approved twice, laid before the council,
 * and nothing of it public before that. */
#include "staff.h"
#include "app/forms.h"

static const struct text_file files[] = {
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

static int64_t
unit_id(struct place *p, struct store *db, enum noun noun, const char *key)
{
	return things_find(register_look(p, db, 0).things, noun, str_from(key));
}

static struct city
city_open(struct place *p)
{
	struct city c = { .p = p, .db = place_open(p, STORE_CREATE) };
	int64_t     hav, okf, ou, sud;

	register_load(p, c.db, package_put(p, "ramme", files, COUNT_OF(files)));
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

static void
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

static void
begin(struct city *c)
{
	assert_int_equal(staff_post(&c->s, &c->bo, "/da/work/forms", BEGIN), 303);
	assert_string_equal(location(c), "/da/work/form/1");
}

/* `more`: fields, "&" first. */
static int
save(struct city *c, const struct person *who, int version, const char *more)
{
	return staff_post(&c->s, who, "/da/work/form/1",
	    arena_printf(&c->p->arena, "version=%d%s", version, more).at);
}

static int
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

static struct form_head
head(struct city *c)
{
	struct form_heads all;

	assert_true(forms_all(&c->p->arena, c->db, &all));
	assert_int_equal(all.len, 1);
	return all.at[0];
}

/* ---- the journey ---- */

static void
nothing_is_public(struct city *c, const char *word)
{
	static const char *const pages[] = {
		"/da/initiative/f%C3%A6rge", "/en/initiative/f%C3%A6rge", "/api/v1/initiatives/f%C3%A6rge",
		"/da/search?q=hemmelig", "/api/v1/search?q=hemmelig", "/da/objective/o1",
		"/da/indicator/hjeml%C3%B8se", "/da/unit/hav", "/api/v1/initiatives", "/api/v1/things/status-reports",
	};
	static int dumps;
	struct str dir;
	DIR       *d;
	struct dirent *e;

	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		int status = site_ask(&c->s, pages[i], "");

		if (status != 200)
			fail_msg("%s: %d", pages[i], status);
		if (strstr(pages[i], "q=") == NULL)
			site_says_not(&c->s, word);
	}
	assert_int_equal(site_ask(&c->s, "/api/v1/search?q=hemmelig", ""), 200);
	site_says_not(&c->s, "Det er");
	dir = register_dump(c->p, c->db, arena_printf(&c->p->arena, "dump%d", dumps++).at);
	d = opendir(dir.at);
	assert_non_null(d);
	while ((e = readdir(d)) != NULL)
		if (e->d_name[0] != '.' && str_find(file_get(c->p, arena_printf(&c->p->arena,
		    STR_FMT "/%s", STR_ARG(dir), e->d_name)), str_from(word), 0) != SIZE_MAX)
			fail_msg("%s is in %s", word, e->d_name);
	closedir(d);
}

static void
a_form_goes_all_the_way(void **state)
{
	struct city c = city_open(*state);

	begin(&c);
	assert_int_equal(staff_ask(&c.s, &c.bo, "/da/work/form/1"), 200);
	site_says(&c.s, "Sejlads om vinteren");         /* of the register */
	site_says(&c.s, "Højst 30 hjemløse");
	site_says(&c.s, "41");
	assert_int_equal(save(&c, &c.bo, 1, whole(&c, "Det+er+hemmeligt")), 303);
	assert_int_equal(step(&c, &c.bo, "submit", 2, ""), 303);
	assert_int_equal(head(&c).state, FORM_SUBMITTED);
	nothing_is_public(&c, "hemmelig");
	assert_int_equal(step(&c, &c.ulla, "return", 2, "Skriv+tal+p%C3%A5"), 303);
	assert_int_equal(staff_ask(&c.s, &c.bo, "/da/work/form/1"), 200);
	site_says(&c.s, "Skriv tal på");
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/1", arena_printf(&c.p->arena,
	    "version=2&then=submit%s", whole(&c, "Det+er+hemmeligt+41")).at), 303);
	assert_int_equal(head(&c).state, FORM_SUBMITTED);
	assert_int_equal(head(&c).version, 3);
	assert_int_equal(staff_ask(&c.s, &c.ulla, "/da/work/form/1/decide"), 200);
	site_says(&c.s, "Godkend for forvaltningen");
	assert_int_equal(step(&c, &c.ulla, "approve_unit", 3, ""), 303);
	assert_int_equal(step(&c, &c.kim, "approve_committee", 3, ""), 303);
	assert_int_equal(head(&c).approved, 3);
	nothing_is_public(&c, "hemmelig");
	assert_int_equal(step(&c, &c.pia, "lay", 3, ""), 303);
	assert_int_equal(head(&c).state, FORM_LAID);
	assert_int_equal(site_ask(&c.s, "/da/initiative/f%C3%A6rge", ""), 200);
	site_says(&c.s, "Det er hemmeligt 41");
	site_says(&c.s, "Isen er tyk");
	site_says(&c.s, "Der er 41 i dag");
	assert_int_equal(site_ask(&c.s, "/api/v1/initiatives/f%C3%A6rge", ""), 200);
	site_says(&c.s, "Det er hemmeligt 41");
	assert_int_equal(site_ask(&c.s, "/api/v1/things/amounts", ""), 200);
	site_says(&c.s, "1234567.5");
	city_close(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_form_goes_all_the_way),
	};

	return engine_run("forms", tests, COUNT_OF(tests));
}
