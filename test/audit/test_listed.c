/* Amounts one after the other and their total. The papers are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "rule_help.h"

static const struct rule_case must_find[] = {
	{ "a total behind its amounts", "Ærø fik 3,0 mio. kr. i 2010, 2,5 mio. kr. i 2011 og 2,5 mio. kr. i 2012, i alt 9,0 mio. kr.\n",
	  "fails sum 1:74 printed 9.0 expected 8.0 difference 1.0\n" },
	{ "together", "Åby gav 200.000 kr. til Ø og 150.000 kr. til Å, tilsammen 370.000 kr.\n",
	  "fails sum 1:49 printed 370000 expected 350000 difference 20000\n" },
	{ "parts that exceed the whole", "Budgettet på Ø er 4,8 mio. kr., heraf 3,6 mio. kr. til løn og 1,6 mio. kr. til drift.\n",
	  "fails sum 1:19 printed 4.8 expected 5.2 difference -0.4\n" },
	{ "rounding explains it", "Ærø fik 3,2 mio. kr. i 2010 og 2,5 mio. kr. i 2011, i alt 5,8 mio. kr.\n",
	  "holds rounding 1:53\nfails rounding 1:53 printed 5.8 expected 5.7 difference 0.1\n" },
};

static const struct rule_case must_hold[] = {
	{ "a total behind its amounts", "Ærø fik 3,0 mio. kr. i 2010, 2,5 mio. kr. i 2011 og 2,5 mio. kr. i 2012, i alt 8,0 mio. kr.\n",
	  "holds sum 1:74\n" },
	{ "parts of a whole", "Budgettet på Ø er 4,8 mio. kr., heraf 3,6 mio. kr. til løn og 1,2 mio. kr. til drift.\n",
	  "holds sum 1:19\n" },
	{ "together", "Åby gav 200.000 kr. til Ø og 150.000 kr. til Å, tilsammen 350.000 kr.\n",
	  "holds sum 1:49\n" },
};

static const struct rule_case must_leave[] = {
	{ "parts that leave something", "Budgettet på Ø er 4,8 mio. kr., heraf 3,0 mio. kr. til løn og 1,2 mio. kr. til drift.\n",
	  "" },
	{ "parts in two directions", "Budgettet på Ø er 4,8 mio. kr., heraf 3,0 mio. kr. fra staten og 2,4 mio. kr. til løn.\n",
	  "" },
	{ "parts of parts", "Ø får 4,8 mio. kr., heraf 4,0 mio. kr. til løn, hvoraf 3,0 mio. kr. til lærere.\n",
	  "" },
	{ "a rise", "Ærøs budget steg fra 2,0 mio. kr. til 3,0 mio. kr., i alt 9,0 mio. kr.\n",
	  "" },
	{ "more than is listed", "Ærø fik bl.a. 3,0 mio. kr. i 2010 og 2,5 mio. kr. i 2011, i alt 9,0 mio. kr.\n",
	  "" },
	{ "a total of more", "Ø gav 2,0 mio. kr. til A og 3,0 mio. kr. til B, og i alt er der nu givet 12,0 mio. kr.\n",
	  "" },
	{ "with something besides", "Ø gav 2,0 mio. kr. til A og 3,0 mio. kr. til B, i alt 6,0 mio. kr. inkl. moms.\n",
	  "" },
};

static void
finds(void **state)
{
	(void)state;
	CHECK_RULE(audit_listed, must_find);
}

static void
holds(void **state)
{
	(void)state;
	CHECK_RULE(audit_listed, must_hold);
}

static void
leaves(void **state)
{
	(void)state;
	CHECK_RULE(audit_listed, must_leave);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds), cmocka_unit_test(holds), cmocka_unit_test(leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
