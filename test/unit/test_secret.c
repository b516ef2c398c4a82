/* What nobody may guess: how much a password costs, and that nothing else fits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "port/secret.h"

#define PASSWORD STR("rød grød med fløde")

/* 64 MiB and two passes of Argon2id, whatever a test may have put in its place. */
static void
a_password_costs_what_it_should(void **state)
{
	struct arena a = { 0 };
	struct str   kept = secret_password(&a, PASSWORD);

	(void)state;
	assert_true(str_starts(kept, STR("$argon2id$v=19$m=65536,t=2,p=1$")));
	assert_int_equal(str_find(kept, PASSWORD, 0), SIZE_MAX);
	assert_true(secret_fits(kept, PASSWORD));
	assert_false(secret_fits(kept, STR("rød grød med flødeskum")));
	assert_false(str_eq(kept, secret_password(&a, PASSWORD)));
	arena_free(&a);
}

static void
no_password_fits_where_none_is_kept(void **state)
{
	(void)state;
	assert_false(secret_fits(STR_NONE, STR_NONE));
	assert_false(secret_fits(STR_NONE, PASSWORD));
	assert_false(secret_fits(STR("$argon2id$"), PASSWORD));
}

static void
tokens_are_never_the_same_and_their_digests_tell_uses_apart(void **state)
{
	struct arena a = { 0 };
	struct str   one = secret_new(&a), other = secret_new(&a);

	(void)state;
	assert_int_equal(one.len, SECRET_TEXT);
	assert_false(secret_same(one, other));
	assert_true(secret_same(one, str_dup(&a, one)));
	assert_false(secret_same(one, str_slice(one, 0, SECRET_TEXT - 1)));
	assert_int_equal(secret_digest(&a, "session", one).len, 64);
	assert_true(str_eq(secret_digest(&a, "session", one), secret_digest(&a, "session", one)));
	assert_false(str_eq(secret_digest(&a, "session", one), secret_digest(&a, "form", one)));
	assert_false(str_eq(secret_digest(&a, "session", one), secret_digest(&a, "session", other)));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_password_costs_what_it_should),
		cmocka_unit_test(no_password_fits_where_none_is_kept),
		cmocka_unit_test(tokens_are_never_the_same_and_their_digests_tell_uses_apart),
	};

	return cmocka_run_group_tests_name("secret", tests, NULL, NULL);
}
