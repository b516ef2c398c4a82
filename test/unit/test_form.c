/* How far a form comes, by which steps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "core/form.h"

/* States that can be reached from `from`, as bits. */
static unsigned
reached(enum form_state from)
{
	unsigned seen = 1U << from, before = 0;

	while (seen != before) {
		before = seen;
		for (size_t i = 0; i < form_transitions; i++)
			if (seen >> form_transition[i].from & 1)
				seen |= 1U << form_transition[i].to;
	}
	return seen;
}

static void
no_state_is_an_end(void **state)
{
	(void)state;
	for (size_t s = 0; s < FORM_STATE_COUNT; s++)
		if (s != FORM_DRAFT)            /* and from everywhere a form can be mended */
			assert_int_equal(reached((enum form_state)s) >> FORM_RETURNED & 1, 1);
	assert_int_equal(reached(FORM_DRAFT), (1U << FORM_STATE_COUNT) - 1);
}

static void
a_step_leads_to_one_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < form_transitions; i++)
		assert_ptr_equal(form_leads(form_transition[i].from, form_transition[i].step),
		    &form_transition[i]);
	assert_null(form_leads(FORM_DRAFT, FORM_STEP_LAY));
	assert_null(form_leads(FORM_SUBMITTED, FORM_STEP_APPROVE_COMMITTEE));
}

/* Only what may be filled in is open, and nothing is approved by those who fill in. */
static void
what_is_sent_in_is_locked(void **state)
{
	(void)state;
	for (size_t s = 0; s < FORM_STATE_COUNT; s++)
		assert_int_equal(form_is_open((enum form_state)s), s == FORM_DRAFT || s == FORM_RETURNED);
	for (size_t i = 0; i < form_transitions; i++)
		if (form_step_approves(form_transition[i].step) ||
		    form_step_says(form_transition[i].step) != FORM_SAYS_NOTHING)
			assert_true(form_transition[i].right != RIGHT_FILL);
}

static void
codes_are_read_back(void **state)
{
	enum form_state    s;
	enum form_step     step;
	enum form_answer   a;
	enum form_expected e;

	(void)state;
	for (size_t i = 0; i < FORM_STATE_COUNT; i++) {
		assert_true(form_state_from_code(form_state_code((enum form_state)i), &s));
		assert_int_equal(s, i);
	}
	for (size_t i = 0; i < FORM_STEP_COUNT; i++) {
		assert_true(form_step_from_code(form_step_code((enum form_step)i), &step));
		assert_int_equal(step, i);
	}
	for (size_t i = 0; i < FORM_ANSWER_COUNT; i++)
		assert_true(form_answer_from_code(form_answer_code((enum form_answer)i), &a));
	for (size_t i = 0; i < FORM_EXPECTED_COUNT; i++)
		assert_true(form_expected_from_code(form_expected_code((enum form_expected)i), &e));
	assert_false(form_state_from_code(STR("godkendt på Ærø"), &s));
	assert_true(str_eq(form_state_title(FORM_LAID, true), STR("forelagt rådet")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_state_is_an_end),
		cmocka_unit_test(a_step_leads_to_one_place),
		cmocka_unit_test(what_is_sent_in_is_locked),
		cmocka_unit_test(codes_are_read_back),
	};

	return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
