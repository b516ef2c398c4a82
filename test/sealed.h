/* sealed.h - a second factor's secret, as an account has it. A test has a place `p`.
 */
#ifndef TEST_SEALED_H
#define TEST_SEALED_H

#include "store/engine.h"
#include "app/factor.h"

/* As it is kept. Registers without a file of their own have their key in the test's folder. */
static inline struct str
sealed(struct place *p, struct store *s, int64_t account, const char *secret)
{
	struct str  ret = STR("");
	const char *fault = NULL;

	if (p->engine != ENGINE_FILE)
		assert_int_equal(setenv(FACTOR_KEY_VARIABLE, place_path(p, "nøgle").at, 1), 0);
	else
		assert_int_equal(unsetenv(FACTOR_KEY_VARIABLE), 0);
	if (*secret != '\0')
		assert_true(factor_seal(&p->arena, s, account, str_from(secret), &ret, &fault));
	assert_null(fault);
	return ret;
}

#endif
