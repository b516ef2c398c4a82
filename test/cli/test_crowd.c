/* Eight who save status forms and fifty who read, at once, for three seconds: nobody is
 * turned away, no save takes long, and what was acknowledged is there. The bench does the
 * same for a minute. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "serve.h"
#include "crowd.h"
#include "app/trail.h"

enum { SECONDS = 3, P99_MAX_US = 1000000 };

/* Versions of all forms, without the first of each. */
static int64_t
saved(struct fixture *f)
{
	struct diags  d = diags_new(&f->arena);
	struct store *db = store_open(str_from(f->db), STORE_READ, &d);
	int64_t       n = 0;
	size_t        rows;

	assert_non_null(db);
	assert_true(trail_verify(db, &d, &rows));
	for (int64_t form = 1; form <= CROWD_WRITERS; form++) {
		struct param p[] = { P_INT(form), P_INT(INT64_MAX), P_INT(CROWD_SAVES_MAX) };

		assert_true(store_query(db, STMT_FORM_VERSION_OF, p, COUNT_OF(p)));
		while (store_next(db, STMT_FORM_VERSION_OF))
			n += store_int(db, STMT_FORM_VERSION_OF, 0) > 1;
	}
	store_close(db);
	return n;
}

static void
many_at_once_are_served(void **state)
{
	static struct crowd c;
	struct fixture     *f = *state;

	c = (struct crowd){ .port = f->port, .seconds = SECONDS };
	assert_true(crowd_people(&c, str_from(f->db)));
	crowd_run(&c);
	if (c.faults > 0)
		fail_msg("%lld: %s", (long long)c.faults, c.fault);
	assert_true(c.saves > CROWD_WRITERS && c.pages > CROWD_READERS);
	if (c.p99_us >= P99_MAX_US)
		fail_msg("of %lld saves one in a hundred took %lld us", (long long)c.saves,
		    (long long)c.p99_us);
	assert_int_equal(saved(f), c.saves);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(many_at_once_are_served, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
