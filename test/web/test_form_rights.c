/* Status forms: who may take which step from which state, and who may not. */
#include "forms.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(nobody_else_may),
		DISK_TEST(nobody_approves_her_own),
		DISK_TEST(what_is_not_hers_is_not_shown),
	};

	return engine_run("form rights", tests, COUNT_OF(tests));
}
