/* Status forms: filled in, sent back, mended, approved twice, laid before the council,
 * and nothing of it public before that. */
#include "forms.h"

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
	struct param      again[] = { P_INT(1), P_INT(1), P_INT(1), P_INT(2), P_TEXT(STR("draft")),
	                        P_TEXT(STR("")), P_INT(1) };
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

static struct form_head
undone(struct city *c, int64_t change)
{
	struct act   act = { STR("2026-11-23T04:00:00Z"), STR("Erik Ør"), STR("Forkert år på Ærø"), STR_NONE };
	struct diags d = diags_new(&c->p->arena);
	int64_t      as;

	assert_true(change_undo(c->db, change, &act, &d, &as));
	return head(c);
}

/* Whose laying is taken back is approved as before, can be laid anew, and is laid again when
 * that is taken back. A form that went on stays as it is. */
static void
a_laying_is_taken_back(void **state)
{
	struct city       c = city_open(*state);
	struct trail_rows rows;
	struct look       l;
	int64_t           laid;

	begin(&c);
	assert_int_equal(save(&c, &c.bo, 1, whole(&c, "F%C3%B8rst")), 303);
	lay(&c, 2);
	assert_true(store_get_int(c.db, STMT_CHANGE_LAST, NULL, 0, &laid));
	assert_int_equal(undone(&c, laid).state, FORM_APPROVED);
	l = register_look(c.p, c.db, 0);
	assert_int_equal(l.sn.len[NOUN_STATUS_REPORT], 0);
	assert_int_equal(staff_ask(&c.s, &c.bo, "/da/work/form/1/history"), 200);
	site_says(&c.s, "forelæggelsen er taget tilbage");
	site_says(&c.s, "Erik Ør: Forkert år på Ærø");
	assert_true(trail_read(&c.p->arena, c.db, 0, 0, 5, &rows));
	assert_true(str_eq(rows.at[1].thing, STR("form:1")) && str_eq(rows.at[1].after, STR("approved")));
	assert_int_equal(undone(&c, laid + 1).state, FORM_LAID);        /* brought again */
	assert_int_equal(register_look(c.p, c.db, 0).sn.len[NOUN_STATUS_REPORT], 2);
	assert_int_equal(undone(&c, laid + 2).state, FORM_APPROVED);
	assert_int_equal(step(&c, &c.pia, "lay", 2, ""), 303);          /* anew */
	assert_int_equal(head(&c).state, FORM_LAID);
	assert_int_equal(register_look(c.p, c.db, 0).sn.len[NOUN_STATUS_REPORT], 2);
	assert_int_equal(step(&c, &c.pia, "unlaid", 2, ""), 403);       /* nobody takes that step */
	assert_int_equal(step(&c, &c.pia, "unlock", 2, "Tallet+var+forkert"), 303);
	assert_int_equal(undone(&c, laid + 4).state, FORM_RETURNED);
	city_close(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_form_goes_all_the_way),
		DISK_TEST(what_cannot_be_used_is_told),
		DISK_TEST(what_is_missing_is_told),
		DISK_TEST(a_form_is_begun_once),
		DISK_TEST(nothing_is_overwritten),
		DISK_TEST(what_is_sent_twice_is_done_once),
		DISK_TEST(a_draft_is_saved_by_itself),
		DISK_TEST(the_reply_stands_beside_the_verdict),
		DISK_TEST(it_is_laid_again),
		DISK_TEST(a_laying_is_taken_back),
		DISK_TEST(half_a_step_is_none),
		DISK_TEST(everybody_has_her_tasks),
	};

	return engine_run("forms", tests, COUNT_OF(tests));
}
