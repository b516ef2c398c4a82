/* Everything that is said of the real papers, where they are present, and of all in
 * one run: which errors, where, and no other; what holds besides the sums and claims
 * that have tests of their own. None of their sentences stands here. */
#include "rule_cases.h"
#include "sums_help.h"
#include "app/audit_run.h"

static const struct {
	const char *prefix, *errors;
	size_t      hold;
} papers[] = {
	{ "000_", "88 label\n", 9 },
	{ "001_", "", 1 },
	{ "002_",
	  "15 derived-target\n94 label\n98 label\n102 numbering\n114 label\n131 count\n162 numbering\n220 ratio\n"
	  "338 sum\n338 sum\n338 sum\n354 label\n354 sum\n354 sum\n354 sum\n361 sum\n", 72 },
};

static struct str
errors_of(struct arena *a, const struct audit_report *r)
{
	struct str s = STR("");

	for (size_t i = 0; i < r->findings; i++)
		if (r->finding[i].severity == SEVERITY_ERROR)
			s = arena_printf(a, STR_FMT "%u " STR_FMT "\n", STR_ARG(s), r->finding[i].line,
			    STR_ARG(audit_code(r->finding[i].code)));
	return s;
}

static void
no_false_errors(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct arena        a = { 0 };
		struct audit_report r;
		struct str          text;

		if (!real_paper(&a, papers[i].prefix, &text)) {
			arena_free(&a);
			skip();
		}
		r = audit_text(&a, text.at, NULL);
		assert_string_equal(errors_of(&a, &r).at, papers[i].errors);
		assert_int_equal(r.hold, papers[i].hold);
		assert_int_equal(r.checked, r.hold + r.fail);
		arena_free(&a);
	}
}

static bool
holds(const struct audit_report *r, enum audit_code code, uint32_t line)
{
	for (size_t i = 0; i < r->hold; i++)
		if (r->held[i].code == code && r->held[i].line == line)
			return true;
	return false;
}

/* The report of 2009 says that its method changed, and re-bases its target. */
static void
method_and_target(void **state)
{
	struct arena        a = { 0 };
	struct audit_report r;
	struct str          text;

	(void)state;
	if (!real_paper(&a, "002_", &text)) {
		arena_free(&a);
		skip();
	}
	r = audit_text(&a, text.at, NULL);
	assert_true(holds(&r, AUDIT_BREAK, 22));
	assert_true(holds(&r, AUDIT_BREAK, 134));
	assert_int_equal(findings_of(&r, AUDIT_BREAK), 0);
	arena_free(&a);
}

static bool
real_path(struct arena *a, const char *prefix, struct str *ret)
{
	const char *places[] = { getenv("PEJL_DOCUMENTS"), "../shared/documents", "../../shared/documents" };

	for (size_t i = 0; i < COUNT_OF(places); i++) {
		DIR           *dir = places[i] == NULL ? NULL : opendir(places[i]);
		struct dirent *e;
		bool           found = false;

		while (dir != NULL && !found && (e = readdir(dir)) != NULL)
			if (strncmp(e->d_name, prefix, strlen(prefix)) == 0) {
				*ret = arena_printf(a, "%s/%s", places[i], e->d_name);
				found = true;
			}
		if (dir != NULL)
			closedir(dir);
		if (found)
			return true;
	}
	return false;
}

/* One run: the same as each alone, and two goals that two papers promise alike. */
static void
together(void **state)
{
	struct arena        a = { 0 };
	struct str          path[COUNT_OF(papers)];
	struct audit_report r, again;
	struct diags        d = diags_new(&a);
	size_t              conflicts = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++)
		if (!real_path(&a, papers[i].prefix, &path[i])) {
			arena_free(&a);
			skip();
		}
	assert_true(audit_files(&a, path, COUNT_OF(papers), NULL, true, &d, &r));
	assert_true(audit_files(&a, path, COUNT_OF(papers), NULL, true, &d, &again));
	assert_int_equal(r.hold, 9 + 1 + 72 + 2);
	assert_int_equal(r.fail, 17);
	for (size_t i = 0; i < r.findings; i++) {
		const struct finding *f = &r.finding[i], *last = i > 0 ? f - 1 : f;

		conflicts += f->code == AUDIT_CONFLICT;
		assert_true(str_cmp(last->file, f->file) < 0 ||
		    (str_eq(last->file, f->file) && last->line <= f->line));
		assert_true(str_eq(f->en, again.finding[i].en));
	}
	assert_int_equal(conflicts, 2);
	assert_int_equal(r.findings, again.findings);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_false_errors),
		cmocka_unit_test(method_and_target),
		cmocka_unit_test(together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
