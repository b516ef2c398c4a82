/* Columns that follow from others. The papers are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "rule_help.h"

static const struct rule_case must_find[] = {
	{ "a change in per cent", "By\t2010\t2011\tÆndring i pct.\nØbro\t12.400\t13.640\t10\nÅlholm\t8.000\t7.600\t-8\nÆrø\t100\t120\t20\n",
	  "holds growth 2:20\nholds growth 4:13\nfails growth 3:20 printed -8 expected -5.0 difference -3.0\n" },
	{ "a change in points", "Indikator\tStart\tSenest\tÆndring\nKvinder på Ø\t48,5 pct.\t55,0 pct.\t+6,5\nMænd på Ø\t59,9 pct.\t63,9 pct.\t+5,0\n"
	  "Unge på Ø\t12,0 pct.\t11,2 pct.\t-0,8\n",
	  "holds growth 2:34\nholds growth 4:31\nfails growth 3:31 printed 5.0 expected 4.0 difference 1.0\n" },
	{ "budget less accounts", "Konto\tBudget\tRegnskab\tAfvigelse\nLøn\t500\t450\t50\nØl\t200\t230\t-30\nÅl\t90\t60\t40\n",
	  "holds growth 2:13\nholds growth 3:12\nfails growth 4:10 printed 40 expected 30 difference 10\n" },
	{ "a share of the total", "Tema\tAntal\tAndel\nJob på Ø\t420\t42 pct.\nBolig\t300\t33 pct.\nÅlys\t280\t28 pct.\nI alt\t1.000\t100 pct.\n",
	  "holds ratio 2:14\nholds ratio 4:10\nholds ratio 5:13\nfails ratio 3:11 printed 33 expected 30.0 difference 3.0\n"
	  "fails sum 5:13 printed 100 expected 103 difference -3\n" },
	{ "one column of another", "Indsats\tMål\tResultat\tMålopfyldelse (%)\nØ\t120\t96\t85\nÅ\t50\t55\t110\nÆ\t40\t30\t75\n",
	  "holds ratio 3:9\nholds ratio 4:9\nfails ratio 2:10 printed 85 expected 80.0 difference 5.0\n" },
	{ "shares of a lost header", "Bolig på Ø\t42 pct.\nJob\t30 pct.\nÅlys\t38 pct.\nI alt\t100 pct.\n",
	  "fails sum 4:7 printed 100 expected 110 difference -10\n" },
};

static const struct rule_case must_hold[] = {
	{ "shares that rounding keeps from a hundred", "Tema\tAndel af Ø\nJob\t33,3 %\nBolig\t33,3 %\nÅlys\t33,3 %\nI alt\t100 %\n",
	  "holds rounding 5:7\nfails rounding 5:7 printed 100 expected 99.9 difference 0.1\n" },
	{ "with its header below a title", "Besøg på Ø\t\t\t\nBy\t2010\t2011\tVækst i procent\nÅ\t200\t210\t5,0\nÆ\t100\t90\t-10,0\n",
	  "holds growth 3:11\nholds growth 4:10\n" },
};

static const struct rule_case must_leave[] = {
	{ "what it follows from is not clear", "By\t2010\t2011\tUdvikling\nØbro\t12\t13\t7\nÅlholm\t8\t7\t3\nÆrø\t10\t12\t9\n", "" },
	{ "only one row tells", "By\t2010\t2011\tUdvikling\nØbro\t12\t13\t1\nÅlholm\t8\t7\t3\n", "" },
	{ "shares of several wholes", "Sted\tAndel trygge\nØbro\t72 pct.\nÅby\t65 pct.\nÆrø\t80 pct.\nI alt\t73 pct.\n", "" },
	{ "more than one answer", "Svar fra Ø\tAndel\nMøder\t60 %\nBreve\t55 %\nÅbent hus\t70 %\nI alt\t100 %\n", "" },
	{ "words", "Mål\tAndel\tStatus\nFlere på Ø\tskal stige\tstiger\nFærre på Å\tskal falde\tfalder\n", "" },
};

static void finds(void **s)  { (void)s; CHECK_RULE(audit_columns, must_find); }
static void holds(void **s)  { (void)s; CHECK_RULE(audit_columns, must_hold); }
static void leaves(void **s) { (void)s; CHECK_RULE(audit_columns, must_leave); }

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds), cmocka_unit_test(holds), cmocka_unit_test(leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
