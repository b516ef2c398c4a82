/* What these rules say of the real papers, where they are present:
 * $PEJL_DOCUMENTS, else ../shared/documents. Only places, codes and short words. */
#include "rule_cases.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#define PAPER_MAX ((size_t)1 << 20)

static const enum audit_code codes[] = {
	AUDIT_LABEL, AUDIT_NUMBERING, AUDIT_CONFLICT, AUDIT_MISSING, AUDIT_UNMEASURABLE, AUDIT_SPENDING,
	AUDIT_OVERDUE,
};

static bool
load_from(struct arena *a, const char *place, const char *prefix, struct str *ret)
{
	DIR           *dir = place == NULL ? NULL : opendir(place);
	struct dirent *e;
	FILE          *f = NULL;
	char          *bytes;

	while (dir != NULL && f == NULL && (e = readdir(dir)) != NULL)
		if (strncmp(e->d_name, prefix, strlen(prefix)) == 0)
			f = fopen(arena_printf(a, "%s/%s", place, e->d_name).at, "rb");
	if (dir != NULL)
		closedir(dir);
	if (f == NULL)
		return false;
	bytes = ARENA_ARRAY(a, char, PAPER_MAX);
	*ret = (struct str){ bytes, fread(bytes, 1, PAPER_MAX - 1, f) };
	fclose(f);
	return true;
}

static struct str
paper(struct arena *a, const char *prefix)
{
	const char *places[] = { getenv("PEJL_DOCUMENTS"), "../shared/documents", "../../shared/documents" };
	struct str  text = STR_NONE;

	for (size_t i = 0; i < COUNT_OF(places); i++)
		if (load_from(a, places[i], prefix, &text))
			return text;
	skip();
	return text;
}

/* The findings of the code `only` alone; AUDIT_CODE_COUNT: of all of ours. */
static void
check_paper(const char *prefix, enum audit_code only, const char *as_of, const char *expected)
{
	struct arena        a = { 0 };
	struct audit_report r = audit_text(&a, paper(&a, prefix).at, as_of);
	struct str          is = only == AUDIT_CODE_COUNT ? told(&a, &r, codes, COUNT_OF(codes))
	                                                  : told(&a, &r, &only, 1);

	if (!agrees(is, str_from(expected)))
		fail_msg("%s is:\n" STR_FMT, prefix, STR_ARG(is));
	arena_free(&a);
}

static void
programme_status(void **state)
{
	(void)state;
	check_paper("000_", AUDIT_CODE_COUNT, NULL,
	    "38 warning unmeasurable\n"
	    "42 warning unmeasurable\n"
	    "88 error label: status for mål 3 står under mål 4 (linje 86)\n");
	check_paper("000_", AUDIT_OVERDUE, "2012-09-01",
	    "68 warning overdue: »maj 2012«\n"
	    "84 warning overdue: 2012-07-31\n");
}

static void
action_plan(void **state)
{
	(void)state;
	check_paper("001_", AUDIT_MISSING, NULL,
	    "17 warning missing: feltet er tomt\n"
	    "32 warning missing: der står kun »?«\n");
	check_paper("001_", AUDIT_LABEL, NULL, "");
	check_paper("001_", AUDIT_NUMBERING, NULL, "");
	check_paper("001_", AUDIT_CONFLICT, NULL, "");
	check_paper("001_", AUDIT_SPENDING, NULL, "");
	check_paper("001_", AUDIT_OVERDUE, NULL, "");
}

static void
report_titles(void **state)
{
	(void)state;
	check_paper("002_", AUDIT_LABEL, NULL,
	    "94 error label: siger 2008, men afsnittet i linje 124 siger 2009\n"
	    "98 error label: siger 2008, men afsnittet i linje 136 siger 2009\n"
	    "114 error label: siger 2008, men afsnittet i linje 298 siger 2009\n"
	    "354 error label: siger 2008, men afsnittet i linje 298 siger 2009\n");
	check_paper("002_", AUDIT_NUMBERING, NULL,
	    "96 warning numbering: 1.1\n"
	    "102 error numbering: nummer 2.3 mangler: efter 2.2 (linje 101) kommer 2.4\n"
	    "102 warning numbering: kun i fortegnelsen: »CBSI«\n"
	    "104 warning numbering: (linje 186)\n"
	    "106 warning numbering: (linje 210)\n"
	    "110 warning numbering: »Anitradikalisering«\n"
	    "122 warning numbering: (linje 330)\n"
	    "162 error numbering: nummer 2.3 mangler: efter 2.2 (linje 150) kommer 2.4\n");
}

static void
report_goals(void **state)
{
	(void)state;
	check_paper("002_", AUDIT_MISSING, NULL,
	    "327 warning missing: mål er ikke oplyst\n"
	    "328 warning missing: status er ikke oplyst\n");
	check_paper("002_", AUDIT_CONFLICT, NULL,
	    "132 warning conflict: 10 pct. (linje 132) mod 10 procentpoint (linje 146, 182, 230)\n"
	    "229 warning conflict: 30 pct. (linje 229) mod 50 pct. (linje 318); kun linje 318 siger »eller uddannelse«\n");
	check_paper("002_", AUDIT_SPENDING, NULL, "");
	check_paper("002_", AUDIT_OVERDUE, NULL, "");
	check_paper("002_", AUDIT_OVERDUE, "2009-12-31", "");
	check_paper("002_", AUDIT_OVERDUE, "2010-06-30",
	    "159 warning overdue: »april/maj 2009«\n"
	    "184 warning overdue: »medio 2009«\n"
	    "207 warning overdue: »december 2009«\n"
	    "219 warning overdue: »august«\n"
	    "232 warning overdue: »ultimo juli«\n"
	    "258 warning overdue: »august 2009«\n"
	    "295 warning overdue: »september 2009«\n");
}

static void
directions(void **state)
{
	static const uint32_t at[] = { 16, 17, 19, 20, 205, 241, 255, 267 };
	struct arena          a = { 0 };
	struct audit_report   r = audit_text(&a, paper(&a, "002_").at, NULL);
	size_t                n = 0;

	(void)state;
	for (size_t i = 0; i < r.findings; i++)
		if (r.finding[i].code == AUDIT_UNMEASURABLE && str_find(r.finding[i].da, STR("retning"), 0) != SIZE_MAX) {
			assert_true(n < COUNT_OF(at));
			assert_int_equal(r.finding[i].line, at[n]);
			n++;
		}
	assert_int_equal(n, COUNT_OF(at));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(programme_status),
		cmocka_unit_test(action_plan),
		cmocka_unit_test(report_titles),
		cmocka_unit_test(report_goals),
		cmocka_unit_test(directions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
