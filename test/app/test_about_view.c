/* What the pages about the site say of a register: of the example on every engine,
 * and of one that is empty. */
#include "register.h"
#include "app/about_view.h"
#include "app/contact.h"

static void
the_example_is_counted(void **state)
{
	struct place     *p = *state;
	struct store     *s = place_open(p, STORE_CREATE);
	struct look       l;
	struct about_view v;
	struct contact    c;

	register_load(p, s, EXAMPLE);
	l = register_look(p, s, 0);
	v = about_view_of(&l.sn);
	assert_int_equal(v.policies, 2);
	assert_int_equal(v.documents, 3);
	assert_int_equal(v.targets, register_judge(p, s, &l, "2009-06-01").len);
	assert_true(v.indicators > 0 && v.changes > 0 && v.has_changed);
	assert_int_equal(v.changed, day_of(2026, 11, 23));
	c = contact_of(&l.sn);
	assert_true(str_eq(c.address, STR("Rådhuset, 1599 København V")));
	assert_true(str_eq(c.web, STR("https://www.kk.dk")));
	assert_int_equal(c.mail.len, 0);
	store_close(s);
}

static void
an_empty_register_has_nothing(void **state)
{
	struct place     *p = *state;
	struct store     *s = place_open(p, STORE_CREATE);
	struct look       l = register_look(p, s, 0);
	struct about_view v = about_view_of(&l.sn);

	assert_int_equal(v.policies + v.documents + v.targets + v.indicators + v.changes, 0);
	assert_false(v.has_changed);
	assert_int_equal(contact_of(&l.sn).web.len, 0);
	store_close(s);
}

static void
only_the_web_becomes_a_link(void **state)
{
	(void)state;
	assert_true(contact_is_web(STR("https://ærø.dk")));
	assert_true(contact_is_web(STR("http://a")));
	assert_false(contact_is_web(STR("javascript:alert(1)")));
	assert_false(contact_is_web(STR("//a")));
	assert_false(contact_is_web(STR("ærø.dk")));
	assert_false(contact_is_web(STR_NONE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(the_example_is_counted), ENGINE_TEST(an_empty_register_has_nothing),
		ENGINE_TEST(only_the_web_becomes_a_link),
	};

	return engine_run("about view", tests, COUNT_OF(tests));
}
