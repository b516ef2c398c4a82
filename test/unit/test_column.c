/* What forms ask: words for every column, and codes that the register takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "app/validate.h"
#include "core/target.h"
#include "model/column.h"
#include "model/target_form.h"

static void
every_column_has_words(void **state)
{
	(void)state;
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		for (size_t c = 0; noun_is_edited((enum noun)n) && c < noun_info[n].columns; c++) {
			struct column_words w = column_words((enum noun)n, c);

			if (str_eq(str_from(w.label), noun_info[n].column[c].name))
				fail_msg(STR_FMT "." STR_FMT " has no label", STR_ARG(noun_info[n].table),
				    STR_ARG(noun_info[n].column[c].name));
			if (column_period_end((enum noun)n, c) != 0)
				c++;
		}
	}
}

static void
every_choice_is_a_code(void **state)
{
	(void)state;
	for (size_t n = 0; n < NOUN_COUNT; n++) {
		for (size_t c = 0; noun_is_edited((enum noun)n) && c < noun_info[n].columns; c++) {
			struct column_words w = column_words((enum noun)n, c);

			if (noun_info[n].column[c].type == COLUMN_CODE && w.choices == 0)
				fail_msg(STR_FMT "." STR_FMT " has nothing to choose from",
				    STR_ARG(noun_info[n].table), STR_ARG(noun_info[n].column[c].name));
			for (size_t i = 0; i < w.choices; i++)
				if (validate_value((enum noun)n, c, str_from(w.choice[i].code)).len > 0)
					fail_msg(STR_FMT "." STR_FMT ": %s", STR_ARG(noun_info[n].table),
					    STR_ARG(noun_info[n].column[c].name), w.choice[i].code);
		}
	}
}

/* Every kind that core/ judges can be chosen, and asks for what it cannot do without. */
static void
every_kind_of_target_is_asked_for(void **state)
{
	struct column_words w = column_words(NOUN_TARGET, TARGET_kind);

	(void)state;
	assert_int_equal(w.choices, TARGET_KIND_COUNT);
	for (size_t k = 0; k < TARGET_KIND_COUNT; k++) {
		struct target_form f = target_form((enum target_kind)k);

		assert_true(str_eq(str_from(w.choice[k].code), target_kind_code((enum target_kind)k)));
		assert_string_equal(w.choice[k].words, f.title);
		assert_int_equal(f.wants & ~f.asks, 0);
		assert_non_null(f.sentence);
		assert_non_null(f.example);
	}
}

static void
what_papers_bring_is_not_made_by_hand(void **state)
{
	(void)state;
	assert_false(noun_is_edited(NOUN_DOCUMENT));
	assert_false(noun_is_edited(NOUN_PROPOSAL));
	assert_false(noun_is_edited(NOUN_COUNT));
	assert_true(noun_is_edited(NOUN_TARGET));
	assert_int_equal(column_period_end(NOUN_TARGET, TARGET_deadline_from), TARGET_deadline_to);
	assert_int_equal(column_period_end(NOUN_TARGET, TARGET_deadline_to), 0);
	assert_true(str_eq(column_field(NOUN_TARGET, TARGET_deadline_from), STR("deadline")));
	assert_true(str_eq(column_field(NOUN_TARGET, TARGET_grp), STR("grp")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_column_has_words),
		cmocka_unit_test(every_choice_is_a_code),
		cmocka_unit_test(every_kind_of_target_is_asked_for),
		cmocka_unit_test(what_papers_bring_is_not_made_by_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
