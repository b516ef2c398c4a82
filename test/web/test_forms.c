/* Status forms: filled in, sent back, mended, approved twice, laid before the council,
 * and nothing of it public before that. */
#include "staff.h"
#include "app/form_step.h"
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
		"/da/search?q=hemmeligt", "/api/v1/search?q=hemmeligt", "/da/objective/o1",
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
	assert_int_equal(site_ask(&c->s, "/api/v1/search?q=hemmeligt", ""), 200);
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
	assert_int_equal(site_ask(&c.s, "/api/v1/search?q=hemmeligt", ""), 200);
	site_says(&c.s, "Det er");
	assert_int_equal(site_ask(&c.s, "/api/v1/things/amounts", ""), 200);
	site_says(&c.s, "1234567.5");
	city_close(&c);
}


/* ---- who may what, when ---- */

static const struct person *
person_of(struct city *c, size_t i)
{
	const struct person *all[] = { &c->bo, &c->dorte, &c->ulla, &c->kim, &c->pia, &c->erik, &c->sara };

	return all[i];
}

enum { BO, DORTE, ULLA, KIM, PIA, ERIK, SARA, PEOPLE };

/* Written down beside the table of core/form.c: who may take which step from where. */
static const struct {
	enum form_state from;
	const char     *step;
	unsigned        who;
} allowed[] = {
	{ FORM_DRAFT, "submit", 1 << BO | 1 << DORTE | 1 << ERIK },
	{ FORM_SUBMITTED, "withdraw", 1 << BO | 1 << DORTE | 1 << ERIK },
	{ FORM_SUBMITTED, "return", 1 << ULLA },
	{ FORM_SUBMITTED, "approve_unit", 1 << ULLA },
	{ FORM_RETURNED, "submit", 1 << BO | 1 << DORTE | 1 << ERIK },
	{ FORM_UNIT_APPROVED, "return", 1 << KIM },
	{ FORM_UNIT_APPROVED, "approve_committee", 1 << KIM },
	{ FORM_UNIT_APPROVED, "unlock", 1 << ULLA },
	{ FORM_APPROVED, "lay", 1 << PIA },
	{ FORM_APPROVED, "unlock", 1 << KIM },
	{ FORM_LAID, "unlock", 1 << PIA },
};

static const char *const steps[] = {
	"submit", "withdraw", "return", "approve_unit", "approve_committee", "lay", "unlock",
};

/* 303: it may be done; 403: not by her; 409: not from there. */
static int
expected_status(enum form_state from, const char *code, size_t who)
{
	int status = 403;

	for (size_t i = 0; i < COUNT_OF(allowed); i++) {
		if (strcmp(allowed[i].step, code) != 0)
			continue;
		if (allowed[i].from == from)
			return allowed[i].who >> who & 1 ? 303 : 403;
		if (allowed[i].who >> who & 1)
			status = 409;
	}
	return status;
}

static void
only_those_may(struct city *c, enum form_state state)
{
	int version = (int)head(c).version;

	assert_int_equal(head(c).state, state);
	for (size_t who = 0; who < PEOPLE; who++) {
		for (size_t k = 0; k < COUNT_OF(steps); k++) {
			int want = expected_status(state, steps[k], who), got;

			if (want == 303)
				continue;
			got = step(c, person_of(c, who), steps[k], version, "En+grund");
			if (got != want)
				fail_msg("state %d, person %zu, %s: %d, not %d", (int)state, who, steps[k], got,
				    want);
			assert_int_equal(head(c).state, state);
		}
	}
	assert_int_equal(step(c, NULL, "submit", version, ""), 403);
}

static void
nobody_else_may(void **state)
{
	struct city c = city_open(*state);

	begin(&c);
	assert_int_equal(save(&c, &c.bo, 1, whole(&c, "Godt")), 303);
	only_those_may(&c, FORM_DRAFT);
	assert_int_equal(step(&c, &c.bo, "submit", 2, ""), 303);
	only_those_may(&c, FORM_SUBMITTED);
	assert_int_equal(step(&c, &c.dorte, "withdraw", 2, ""), 303);
	assert_int_equal(step(&c, &c.bo, "submit", 2, ""), 303);
	assert_int_equal(step(&c, &c.ulla, "return", 2, "Mere"), 303);
	only_those_may(&c, FORM_RETURNED);
	assert_int_equal(step(&c, &c.erik, "submit", 2, ""), 303);
	assert_int_equal(step(&c, &c.ulla, "approve_unit", 2, ""), 303);
	only_those_may(&c, FORM_UNIT_APPROVED);
	assert_int_equal(save(&c, &c.bo, 2, "&status=X"), 409);         /* locked */
	assert_int_equal(step(&c, &c.kim, "approve_committee", 2, ""), 303);
	only_those_may(&c, FORM_APPROVED);
	assert_int_equal(step(&c, &c.pia, "lay", 2, ""), 303);
	only_those_may(&c, FORM_LAID);
	assert_int_equal(step(&c, &c.pia, "unlock", 2, ""), 422);       /* without a reason */
	site_says(&c.s, "Feltet skal udfyldes");
	assert_int_equal(step(&c, &c.pia, "unlock", 2, "Tallet+var+forkert"), 303);
	assert_int_equal(head(&c).state, FORM_RETURNED);
	city_close(&c);
}

/* She who submits, or wrote last, and whoever stands in for her. */
static void
nobody_approves_her_own(void **state)
{
	struct city  c = city_open(*state);
	struct param away[] = { P_INT(c.dorte.account), P_INT(c.ulla.account), P_TEXT(STR("2020-01-01")),
	                        P_TEXT(STR("2099-01-01")) };

	assert_true(store_begin(c.db));
	staff_grant(c.db, c.ulla.account, "contributor", 0);
	staff_grant(c.db, c.sara.account, "unit_approver", 0);
	assert_true(store_run(c.db, STMT_STAND_IN_ADD, away, COUNT_OF(away)));
	assert_true(store_commit(c.db));
	begin(&c);
	assert_int_equal(save(&c, &c.bo, 1, whole(&c, "Godt")), 303);
	assert_int_equal(step(&c, &c.ulla, "submit", 2, ""), 303);
	assert_int_equal(step(&c, &c.ulla, "approve_unit", 2, ""), 403);
	site_says(&c.s, "en anden skal godkende det");
	assert_int_equal(step(&c, &c.dorte, "approve_unit", 2, ""), 403);       /* in Ulla's place */
	assert_int_equal(step(&c, &c.sara, "approve_unit", 2, ""), 303);
	assert_int_equal(step(&c, &c.kim, "return", 2, "Mere"), 303);
	assert_int_equal(save(&c, &c.sara, 2, "&status=Jeg+skrev"), 403);
	assert_int_equal(save(&c, &c.ulla, 2, "&status=Jeg+skrev"), 303);
	assert_int_equal(step(&c, &c.bo, "submit", 3, ""), 303);
	assert_int_equal(step(&c, &c.ulla, "approve_unit", 3, ""), 403);        /* wrote last */
	assert_int_equal(save(&c, &c.bo, 3, "&status=Nej"), 409);
	assert_int_equal(step(&c, &c.bo, "withdraw", 3, ""), 303);
	assert_int_equal(save(&c, &c.bo, 3, "&status=Bo+skrev"), 303);
	assert_int_equal(step(&c, &c.bo, "submit", 4, ""), 303);
	assert_int_equal(step(&c, &c.dorte, "approve_unit", 4, ""), 303);       /* in Ulla's place */
	city_close(&c);
}

static void
what_is_not_hers_is_not_shown(void **state)
{
	static const struct {
		const char *path;
		int         status;
	} cases[] = {
		{ "/da/work/form/1", 403 }, { "/da/work/form/1/decide", 403 },
		{ "/da/work/form/1/history", 403 }, { "/da/work/form/2", 404 }, { "/da/work/form/0", 404 },
		{ "/da/work/form/-1", 404 }, { "/da/work/form/%C3%A6", 404 },
		{ "/da/work/form/99999999999999999999", 404 }, { "/da/work/forms", 200 },
	};
	struct city c = city_open(*state);

	begin(&c);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int status = staff_ask(&c.s, &c.sara, cases[i].path);

		if (status != cases[i].status)
			fail_msg("%s: %d", cases[i].path, status);
	}
	site_says_not(&c.s, "Færge til Ærø");
	assert_int_equal(save(&c, &c.sara, 1, "&status=X"), 403);
	assert_int_equal(save(&c, &c.ulla, 1, "&status=X"), 403);
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/7", "version=1"), 404);
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/7/step", "step=submit&version=1"), 404);
	assert_int_equal(staff_post(&c.s, &c.sara, "/da/work/forms", BEGIN), 403);
	assert_int_equal(head(&c).version, 1);
	assert_int_equal(staff_ask(&c.s, &c.bo, "/en/work/forms"), 200);
	site_says(&c.s, "Status forms");
	site_says(&c.s, "Færge til Ærø");
	city_close(&c);
}

/* ---- what is sent ---- */

static void
what_cannot_be_used_is_told(void **state)
{
	static const struct {
		const char *fields, *says;
	} cases[] = {
		{ "&spent=mange", "Skriv et tal" },
		{ "&spent=-5", "kan ikke være mindre end nul" },
		{ "&spent=1%2C234567", "højst to decimaler" },
		{ "&spent=99999999999999999999", "for mange cifre" },
		{ "&expected=maybe", "Vælg et af svarene" },
		{ "&line=999999", "Vælg en af budgetposterne" },
		{ "&line=x", "Vælg en af budgetposterne" },
		{ "&links=javascript%3Aalert(1)", "er ikke en adresse" },
		{ "&links=https%3A%2F%2F%22%3E%3Cscript%3E", "er ikke en adresse" },
		{ "&links=ftp%3A%2F%2Fa.dk", "er ikke en adresse" },
		{ "&name=a%0Ab", "på én linje" },
		{ "&status=a%ff", "ikke er tekst" },
		{ "&status=a%E2%80%AEb", "skriveretningen" },
		{ "&challenges=LONG", "højst 4000 tegn" },
		{ "&T-kind=great", "Vælg et af svarene" },
		{ "&T-text=LONG", "højst 4000 tegn" },
	};
	struct city c = city_open(*state);
	char       *much = memset(ARENA_ARRAY(&c.p->arena, char, FORM_TEXT_MAX + 2), 'x', FORM_TEXT_MAX + 1);

	begin(&c);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct str  fields = str_from(cases[i].fields);
		size_t      at = str_find(fields, STR("LONG"), 0), t = str_find(fields, STR("T-"), 0);
		int         status;

		if (at != SIZE_MAX)
			fields = arena_printf(&c.p->arena, STR_FMT "%s", STR_ARG(str_slice(fields, 0, at)), much);
		if (t != SIZE_MAX)
			fields = arena_printf(&c.p->arena, "&t%lld" STR_FMT, (long long)c.t1,
			    STR_ARG(str_slice(fields, t + 1, fields.len)));
		status = save(&c, &c.bo, 1, arena_printf(&c.p->arena, "&action=%%C3%%86blegr%%C3%%B8d"
		    STR_FMT, STR_ARG(fields)).at);
		if (status != 422)
			fail_msg("%s: %d", cases[i].fields, status);
		site_says(&c.s, "Æblegrød");            /* nothing is lost */
		if (strstr(site_text(&c.s), cases[i].says) == NULL)
			fail_msg("%s: \"%s\" is not said", cases[i].fields, cases[i].says);
		assert_int_equal(head(&c).version, 1);
	}
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/1", "status=uden+version"), 422);
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/1", "version=x&status=a"), 422);
	assert_int_equal(step(&c, &c.bo, "dance", 1, ""), 422);
	/* A target of another initiative is no field of this form. */
	assert_int_equal(save(&c, &c.bo, 1, arena_printf(&c.p->arena, "&t%lld-text=and", (long long)c.t2).at),
	    303);
	assert_int_equal(head(&c).version, 1);
	city_close(&c);
}

static void
what_is_missing_is_told(void **state)
{
	struct city c = city_open(*state);

	begin(&c);
	assert_int_equal(step(&c, &c.bo, "submit", 1, ""), 422);
	site_says(&c.s, "før skemaet kan indsendes");
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/1", "version=1&then=submit&status=%C3%98l"), 422);
	site_says(&c.s, "Øl");
	assert_int_equal(head(&c).version, 1);
	assert_int_equal(head(&c).state, FORM_DRAFT);
	/* All fields empty are a draft, too. */
	assert_int_equal(save(&c, &c.bo, 1, "&name=&economy=&basis=&group=&activities=&goals=&contributes="
	    "&followup=&status=&challenges=&condition=&action=&spent=&line=&links="), 303);
	assert_int_equal(head(&c).version, 2);
	assert_int_equal(step(&c, &c.bo, "submit", 2, ""), 422);
	city_close(&c);
}

static void
a_form_is_begun_once(void **state)
{
	static const struct {
		const char *fields, *says;
	} cases[] = {
		{ "", "Feltet skal udfyldes" },
		{ "initiative=nix&period=2026", "Den indsats findes ikke" },
		{ "initiative=f%C3%A6rge&period=snart", "Skriv en periode" },
		{ "initiative=f%C3%A6rge&period=maj", "Skriv en periode" },
		{ "initiative=f%C3%A6rge&period=senest+i+2026", "Skriv en periode" },
		{ "initiative=t1&period=2026", "Den indsats findes ikke" },
	};
	struct city c = city_open(*state);

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/forms", cases[i].fields), 422);
		site_says(&c.s, cases[i].says);
	}
	begin(&c);
	begin(&c);                      /* leads to the one that is there */
	assert_int_equal(head(&c).version, 1);
	city_close(&c);
}

/* ---- two at once ---- */

static void
nothing_is_overwritten(void **state)
{
	struct city        c = city_open(*state);
	struct form_values v;

	begin(&c);
	assert_int_equal(save(&c, &c.bo, 1, "&status=Der+er+mange+%C3%B8boere&action=Bos+plan"), 303);
	assert_int_equal(save(&c, &c.dorte, 1, "&status=Der+er+faa+%C3%B8boere&challenges=Dortes+is"), 409);
	site_says(&c.s, "En anden har gemt imens");
	site_says(&c.s, "Bo Ærø");
	site_says(&c.s, "mange</del>");
	site_says(&c.s, "faa</ins>");
	site_says(&c.s, "Der er faa øboere</textarea>");
	site_says(&c.s, "Bos plan</textarea>");         /* the other's, which she did not touch */
	site_says(&c.s, "Dortes is</textarea>");
	site_says(&c.s, "name=\"version\" value=\"2\"");
	assert_int_equal(head(&c).version, 2);
	assert_int_equal(save(&c, &c.dorte, 2, "&status=Der+er+faa+%C3%B8boere&challenges=Dortes+is"
	    "&action=Bos+plan"), 303);
	assert_true(form_values_at(&c.p->arena, c.db, 1, 3, &v));
	assert_true(str_eq(form_value(&v, STR("action")), STR("Bos plan")));
	assert_true(str_eq(form_value(&v, STR("status")), STR("Der er faa øboere")));
	assert_int_equal(staff_ask(&c.s, &c.ulla, "/da/work/form/1/history"), 200);
	site_says(&c.s, "mange</del>");
	site_says(&c.s, "Version 3");
	/* A decision on what she did not see is refused. */
	assert_int_equal(save(&c, &c.bo, 3, whole(&c, "Alt")), 303);
	assert_int_equal(step(&c, &c.bo, "submit", 3, ""), 409);
	assert_int_equal(head(&c).state, FORM_DRAFT);
	city_close(&c);
}

static void
what_is_sent_twice_is_done_once(void **state)
{
	const char  *nonce = "fedcba9876543210fedcba9876543210";
	struct city  c = city_open(*state);

	begin(&c);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(staff_post_nonce(&c.s, &c.bo, "/da/work/form/1", arena_printf(&c.p->arena,
		    "version=1%s", whole(&c, "%C3%98")).at, nonce), 303);
		assert_int_equal(head(&c).version, 2);
	}
	for (int i = 0; i < 2; i++) {
		assert_int_equal(staff_post_nonce(&c.s, &c.bo, "/da/work/form/1/step",
		    "step=submit&version=2", "0123456789abcdef0123456789abcdef"), 303);
		assert_int_equal(head(&c).state, FORM_SUBMITTED);
	}
	city_close(&c);
}

static void
a_draft_is_saved_by_itself(void **state)
{
	struct city       c = city_open(*state);
	struct trail_rows rows;

	begin(&c);
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/1/autosave", "version=1&status=%C3%98l"), 200);
	assert_string_equal(site_text(&c.s), "{\n  \"version\": 2\n}\n");
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/1/autosave", "version=2&status=%C3%98l"), 200);
	assert_string_equal(site_text(&c.s), "{\n  \"version\": 2\n}\n");        /* nothing is new */
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/1/autosave", "version=1&status=Te"), 409);
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/form/1/autosave", "version=2&spent=x"), 422);
	assert_int_equal(staff_post(&c.s, &c.sara, "/da/work/form/1/autosave", "version=2&status=x"), 403);
	assert_true(trail_read(&c.p->arena, c.db, c.bo.account, 0, 10, &rows));
	assert_int_equal(rows.len, 2);
	assert_true(str_eq(rows.at[0].act, STR("form.save")));
	assert_true(str_eq(rows.at[0].after, STR("status: Øl\n")));
	assert_true(str_eq(rows.at[1].act, STR("form.open")));
	city_close(&c);
}

/* ---- the register ---- */

static void
lay(struct city *c, int version)
{
	assert_int_equal(step(c, &c->bo, "submit", version, ""), 303);
	assert_int_equal(step(c, &c->ulla, "approve_unit", version, ""), 303);
	assert_int_equal(step(c, &c->kim, "approve_committee", version, ""), 303);
	assert_int_equal(step(c, &c->pia, "lay", version, ""), 303);
}

static void
the_reply_stands_beside_the_verdict(void **state)
{
	static const char *const pages[] = {
		"/da/objective/o1", "/da/indicator/hjeml%C3%B8se", "/da/initiative/f%C3%A6rge",
		"/api/v1/objectives/o1", "/api/v1/indicators/hjeml%C3%B8se",
	};
	struct city c = city_open(*state);

	begin(&c);
	assert_int_equal(save(&c, &c.bo, 1, whole(&c, "Godt")), 303);
	lay(&c, 2);
	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		assert_int_equal(site_ask(&c.s, pages[i], ""), 200);
		site_says(&c.s, "Der er 41 i dag");
		if (i < 3)
			site_says(&c.s, "måler målet");
	}
	assert_int_equal(site_ask(&c.s, "/da/initiative/f%C3%A6rge", ""), 200);
	site_says(&c.s, "ja, hvis noget ændres");
	site_says(&c.s, "En båd til");
	site_says(&c.s, "href=\"https://ærø.dk/bilag\"");
	city_close(&c);
}

/* Laid again it is corrected, and next time begins with it. */
static void
it_is_laid_again(void **state)
{
	struct city c = city_open(*state);
	struct look l;

	begin(&c);
	assert_int_equal(save(&c, &c.bo, 1, whole(&c, "F%C3%B8rst")), 303);
	lay(&c, 2);
	assert_int_equal(step(&c, &c.pia, "unlock", 2, "Tallet+var+forkert"), 303);
	assert_int_equal(site_ask(&c.s, "/da/initiative/f%C3%A6rge", ""), 200);
	site_says(&c.s, "Først");               /* until it is laid again */
	assert_int_equal(save(&c, &c.bo, 2, "&status=Siden&spent=7"), 303);
	lay(&c, 3);
	l = register_look(c.p, c.db, 0);
	assert_int_equal(l.sn.len[NOUN_STATUS_REPORT], 2);
	assert_int_equal(l.sn.len[NOUN_AMOUNT], 2);
	assert_int_equal(site_ask(&c.s, "/da/initiative/f%C3%A6rge", ""), 200);
	site_says(&c.s, "Siden");
	site_says_not(&c.s, "Først");
	assert_int_equal(staff_post(&c.s, &c.bo, "/da/work/forms", "initiative=f%C3%A6rge&period=2027"), 303);
	assert_int_equal(staff_ask(&c.s, &c.bo, "/da/work/form/2"), 200);
	site_says(&c.s, "Siden</textarea>");
	site_says(&c.s, "Der er 41 i dag</textarea>");
	site_says_not(&c.s, "En båd til");      /* what is asked anew each time */
	city_close(&c);
}

/* Between the first statement and the last, the process ends: nothing is there. */
static void
half_a_step_is_none(void **state)
{
	struct city       c = city_open(*state);
	const struct actor *pia;
	struct deed       d = { .s = c.db, .a = &c.p->arena, .at = STR("2026-11-23T04:00:00Z"), .now = clock_unix() };
	struct form_work  w = { .d = &d };
	struct param      again[] = { P_INT(1), P_INT(1), P_INT(1), P_INT(2), P_TEXT(STR("draft")) };
	struct diags      unsaid = diags_new(&c.p->arena);
	struct trail_rows before, after;
	struct look       l;

	begin(&c);
	assert_int_equal(save(&c, &c.bo, 1, whole(&c, "Godt")), 303);
	assert_int_equal(step(&c, &c.bo, "submit", 2, ""), 303);
	assert_int_equal(step(&c, &c.ulla, "approve_unit", 2, ""), 303);
	assert_int_equal(step(&c, &c.kim, "approve_committee", 2, ""), 303);
	assert_int_equal(site_ask(&c.s, "/da/", ""), 200);
	assert_true(trail_read(&c.p->arena, c.db, 0, 0, 100, &before));
	assert_true(session_account(&c.p->arena, c.db, c.pia.account, 0, &pia));
	d.who = pia;
	w.ed = viewer_edition(&c.s.viewer, &c.p->arena, (struct judge_when){ .today = clock_today() });
	for (int i = 0; i < 2; i++) {
		assert_int_equal(form_work_begin(&w, 1), DEED_OPEN);
		assert_true(form_step_take(&w, FORM_STEP_LAY, STR_NONE));
		if (i == 0) {
			(void)deed_stop(&d, DEED_FAILED);
		} else {                        /* a statement that fails spoils it all */
			assert_false(store_run(c.db, STMT_FORM_ADD, again, COUNT_OF(again)));
			assert_int_equal(deed_commit(&d, STR("/")), DEED_FAILED);
			(void)store_problem(c.db, &unsaid);
		}
		assert_int_equal(head(&c).state, FORM_APPROVED);
		l = register_look(c.p, c.db, 0);
		assert_int_equal(l.sn.len[NOUN_STATUS_REPORT], 0);
		assert_int_equal(l.sn.len[NOUN_AMOUNT], 1);
		assert_true(trail_read(&c.p->arena, c.db, 0, 0, 100, &after));
		assert_int_equal(after.len, before.len);
	}
	assert_int_equal(step(&c, &c.pia, "lay", 2, ""), 303);
	city_close(&c);
}

/* ---- tasks ---- */

static size_t
tasks_of(struct city *c, const struct person *who, enum task_kind kind)
{
	const struct edition *ed = viewer_edition(&c->s.viewer, &c->p->arena,
	    (struct judge_when){ .today = clock_today() });
	const struct actor   *actor;
	struct tasks          to = { 0 };
	size_t                n = 0;

	assert_true(session_account(&c->p->arena, c->db, who->account, 0, &actor));
	assert_true(forms_tasks(&c->p->arena, c->db, ed, actor, &to));
	for (size_t i = 0; i < to.len; i++) {
		n += to.at[i].kind == kind;
		assert_true(str_eq(to.at[i].path, STR("work/form/1")));
		assert_true(str_eq(to.at[i].unit.title, STR("Havnekontoret")));
	}
	return n;
}

static void
everybody_has_her_tasks(void **state)
{
	struct city c = city_open(*state);

	begin(&c);
	assert_int_equal(tasks_of(&c, &c.bo, TASK_FILL), 1);
	assert_int_equal(tasks_of(&c, &c.sara, TASK_FILL), 0);
	assert_int_equal(tasks_of(&c, &c.ulla, TASK_APPROVE), 0);
	assert_int_equal(save(&c, &c.bo, 1, whole(&c, "Godt")), 303);
	assert_int_equal(step(&c, &c.bo, "submit", 2, ""), 303);
	assert_int_equal(tasks_of(&c, &c.bo, TASK_FILL), 0);
	assert_int_equal(tasks_of(&c, &c.ulla, TASK_APPROVE), 1);
	assert_int_equal(tasks_of(&c, &c.kim, TASK_APPROVE), 0);
	assert_int_equal(step(&c, &c.ulla, "return", 2, "Mere"), 303);
	assert_int_equal(tasks_of(&c, &c.dorte, TASK_MEND), 1);
	assert_int_equal(step(&c, &c.bo, "submit", 2, ""), 303);
	assert_int_equal(step(&c, &c.ulla, "approve_unit", 2, ""), 303);
	assert_int_equal(tasks_of(&c, &c.kim, TASK_APPROVE), 1);
	assert_int_equal(step(&c, &c.kim, "approve_committee", 2, ""), 303);
	assert_int_equal(tasks_of(&c, &c.pia, TASK_LAY), 1);
	assert_int_equal(step(&c, &c.pia, "lay", 2, ""), 303);
	assert_int_equal(tasks_of(&c, &c.pia, TASK_LAY), 0);
	city_close(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_form_goes_all_the_way),
		DISK_TEST(nobody_else_may),
		DISK_TEST(nobody_approves_her_own),
		DISK_TEST(what_is_not_hers_is_not_shown),
		DISK_TEST(what_cannot_be_used_is_told),
		DISK_TEST(what_is_missing_is_told),
		DISK_TEST(a_form_is_begun_once),
		DISK_TEST(nothing_is_overwritten),
		DISK_TEST(what_is_sent_twice_is_done_once),
		DISK_TEST(a_draft_is_saved_by_itself),
		DISK_TEST(the_reply_stands_beside_the_verdict),
		DISK_TEST(it_is_laid_again),
		DISK_TEST(half_a_step_is_none),
		DISK_TEST(everybody_has_her_tasks),
	};

	return engine_run("forms", tests, COUNT_OF(tests));
}
