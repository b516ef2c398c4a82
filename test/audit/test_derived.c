/* Levels that must follow from a baseline and a change. The papers are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "rule_help.h"

#define HEAD "Status på Ærø 2009\n\nNr.\tIndikator\tStartmåling\tSeneste måling\tMåltal\tMål\n"
#define PROMISE "\tAndelen af beskæftigede unge på øerne skal øges med 10 procentpoint til og med 2010\n"

static const struct rule_case must_find[] = {
	{ "a row", HEAD "1\tAndel beskæftigede unge på øerne\t54,40 pct.\t59,90 pct.\t64,00 pct." PROMISE,
	  "fails derived-target 4:58 printed 64.00 expected 64.40 difference -0.40\n" },
	{ "per cent of the baseline", HEAD
	  "1\tAndel ledige på Ærø\t50,0 pct.\t48,0 pct.\t40,0 pct.\tAndelen af ledige på Ærø skal reduceres med 10 pct. frem til 2010\n",
	  "fails derived-target 4:43 printed 40.0 expected 45.0 difference -5.0\n" },
	{ "a sentence beside the row", HEAD "1\tAndel beskæftigede unge på øerne\t54,40 pct.\t59,90 pct.\t64,40 pct." PROMISE
	  "\nMålet er, at byen øger andelen af beskæftigede unge på øerne med 10 procentpoint til 57 pct. i 2010.\n",
	  "holds derived-target 4:58\nfails derived-target 6:86 printed 57 expected 64.40 difference -7.40\n" },
	{ "all in one sentence", "Andelen i Ålbæk skal stige med 10 procentpoint fra 50 pct. til 65 pct. i 2012.\n",
	  "fails derived-target 1:32 printed 10 expected 15 difference -5\n" },
};

static const struct rule_case must_hold[] = {
	{ "a row", HEAD "1\tAndel beskæftigede unge på øerne\t54,40 pct.\t59,90 pct.\t64,40 pct." PROMISE,
	  "holds derived-target 4:58\n" },
	{ "about", HEAD "1\tAndel beskæftigede unge på øerne\t54,40 pct.\t59,90 pct.\tca. 64 pct." PROMISE,
	  "holds derived-target 4:58\n" },
	{ "a baseline of its precision", HEAD "1\tAndel beskæftigede unge på øerne\t54 pct.\t60 pct.\t64,4 pct." PROMISE,
	  "holds derived-target 4:52\n" },
	{ "in per cent", HEAD
	  "1\tAndel ledige på Ærø\t50,0 pct.\t48,0 pct.\t45,0 pct.\tAndelen af ledige på Ærø skal reduceres med 10 pct. frem til 2010\n",
	  "holds derived-target 4:43\n" },
	{ "a sentence beside the row", HEAD "1\tAndel beskæftigede unge på øerne\t54,40 pct.\t59,90 pct.\tAndel skal stige" PROMISE
	  "\nMålet er, at byen øger andelen af beskæftigede unge på øerne med 10 procentpoint til ca. 64 pct. i 2010.\n",
	  "holds derived-target 6:86\n" },
	{ "all in one sentence", "Andelen i Ålbæk skal stige med 10 procentpoint fra 50 pct. til 60 pct. i 2012.\n",
	  "holds derived-target 1:32\n" },
};

static const struct rule_case must_leave[] = {
	{ "no level", HEAD "1\tAndel beskæftigede unge på øerne\t54,40 pct.\t59,90 pct.\tAndel skal stige" PROMISE, "" },
	{ "no change", HEAD
	  "1\tAndel unge på øerne i job\t31,70 pct.\t39,10 pct.\t58,90 pct.\tUnge skal have job på alle dele af øerne\n", "" },
	{ "another's words", HEAD "1\tAndel beskæftigede unge på øerne\t54,40 pct.\t59,90 pct.\tAndel skal stige" PROMISE
	  "\nDer stod, at ”andelen af beskæftigede unge på øerne øges med 10 procentpoint til ca. 57 pct.” før.\n", "" },
	{ "another thing", HEAD "1\tAndel beskæftigede unge på øerne\t54,40 pct.\t59,90 pct.\tAndel skal stige" PROMISE
	  "\nTrygheden i Ålbæk skal øges med 10 procentpoint til 80 pct. i 2010.\n", "" },
};

static void
finds(void **state)
{
	(void)state;
	CHECK_RULE(audit_targets, must_find);
}

static void
holds(void **state)
{
	(void)state;
	CHECK_RULE(audit_targets, must_hold);
}

static void
leaves(void **state)
{
	(void)state;
	CHECK_RULE(audit_targets, must_leave);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds), cmocka_unit_test(holds), cmocka_unit_test(leaves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
