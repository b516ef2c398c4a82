/* Rules of plural forms against what the C compiler makes of the same words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/plural.h"

/* Those of the languages in gettext's manual, and operators in every neighbourhood. */
#define RULES(X)                                                                              \
	X(zero, 0)                                                                            \
	X(danish, n != 1)                                                                     \
	X(french, n>1)                                                                        \
	X(latvian, n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2)                                 \
	X(irish, n==1 ? 0 : n==2 ? 1 : 2)                                                     \
	X(romanian, n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2)                   \
	X(lithuanian, n%10==1 && n%100!=11 ? 0 :                                              \
	        n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2)                                   \
	X(russian, n%10==1 && n%100!=11 ? 0 :                                                 \
	        n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)                        \
	X(czech, (n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2)                                         \
	X(slovenian, n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3)              \
	X(arabic, n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 :                \
	        n%100>=11 ? 4 : 5)                                                            \
	X(unsigned, n - 5)                                                                    \
	X(from_the_left, 100 - n - 1)                                                         \
	X(times_first, 1 + n * 3 % 7 - n / 2)                                                 \
	X(less_first, n < 3 == n > 7)                                                         \
	X(equal_first, n == 1 && n + 1 == 2 || n == 3)                                        \
	X(not_first, !n + !(n > 4) * 2 + !!n)                                                 \
	X(from_the_right, n ? n > 2 ? 3 : 4 : n + 1 ? 5 : 6)                                  \
	X(not_asked, n == 0 || 10 / n > 3)                                                    \
	X(not_chosen, n == 0 ? 7 : 100 % n)                                                   \
	X(both_asked, n != 0 && 10 % n == 0)

#pragma GCC diagnostic ignored "-Wparentheses"
#pragma GCC diagnostic ignored "-Wtype-limits"
#ifdef __clang__
#pragma GCC diagnostic ignored "-Wlogical-op-parentheses"
#pragma GCC diagnostic ignored "-Wlogical-not-parentheses"
#endif
#define X(name, ...)                                 \
	static uint64_t                              \
	rule_##name(uint64_t n)                      \
	{                                            \
		(void)n;                             \
		return (uint64_t)(__VA_ARGS__);      \
	}
RULES(X)
#undef X

static const struct {
	const char *words;
	uint64_t  (*compiled)(uint64_t n);
} rules[] = {
#define X(name, ...) { #__VA_ARGS__, rule_##name },
	RULES(X)
#undef X
};

static void
rules_are_what_the_compiler_makes_of_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rules); i++) {
		for (uint64_t n = 0; n < 1300; n++) {
			uint64_t got;

			if (!plural_form(str_from(rules[i].words), n, &got))
				fail_msg("%s is refused for %u", rules[i].words, (unsigned)n);
			if (got != rules[i].compiled(n))
				fail_msg("%s is %u for %u", rules[i].words, (unsigned)got,
				    (unsigned)n);
		}
	}
}

static void
what_is_no_rule_is_refused(void **state)
{
	static const char *const refused[] = {
		"", " ", "å", "m", "nn", "n n", "1n", "n!", "n ==", "== n", "(n", "n)", "()", "n ? 1",
		"n ? 1 :", "n : 1", "n ? : 1", "n = 1", "n & 1", "n | 1", "-n", "n 1", "n;",
		"18446744073709551616", "n / 0", "n % (n - n)", "1 || (", "0x1", "n == 1 ? 0 : 1 ? 2",
	};
	uint64_t got = 7;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(refused); i++)
		if (plural_form(str_from(refused[i]), 1, &got))
			fail_msg("%s is %u", refused[i], (unsigned)got);
	assert_int_equal(got, 7);
}

/* However deep a rule goes, it is refused before the stack ends. */
static void
depth_has_a_limit(void **state)
{
	static char deep[200000];
	uint64_t    got;

	(void)state;
	for (size_t i = 0; i < sizeof deep; i++)
		deep[i] = "(!"[i % 2];
	assert_false(plural_form((struct str){ deep, sizeof deep }, 1, &got));
	for (size_t i = 0; i < sizeof deep; i++)
		deep[i] = "n?"[i % 2];
	assert_false(plural_form((struct str){ deep, sizeof deep }, 1, &got));
	assert_true(plural_form(STR("!!((((((((((!(n == 0)))))))))))"), 1, &got));
	assert_int_equal(got, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_are_what_the_compiler_makes_of_them),
		cmocka_unit_test(what_is_no_rule_is_refused), cmocka_unit_test(depth_has_a_limit),
	};

	return cmocka_run_group_tests_name("plural", tests, NULL, NULL);
}
