/* The claims of the real papers, where they are present: $PEJL_DOCUMENTS, else
 * ../shared/documents. None of their sentences stands here, only places, codes
 * and figures. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <dirent.h>
#include "rule_help.h"

static rule_function *const rules[] = { audit_refunds, audit_targets, audit_ratios, audit_growths,
	audit_counts };

struct paper_claims {
	const char *prefix, *fails;     /* what fails, whole */
	const char *holds[40];          /* "CODE LINE": at least these hold */
};

static const struct paper_claims papers[] = {
	{ "000_", "", { "count 9", "count 26", "count 64", "growth 52" } },
	{ "001_", "", { "count 32" } },
	{ "002_",
	  "fails derived-target 15:82 printed 64.00 expected 64.40 difference -0.40\n"
	  "fails ratio 220:172 printed 65 expected 56.6 difference 8.4\n"
	  "fails count 131:222 printed 2 expected 3 difference -1\n",
	  { "derived-target 5", "derived-target 130", "growth 11", "growth 11", "count 131", "count 143", "count 254",
	    "sum 324", "refund 80", "refund 141", "refund 153", "refund 165", "refund 165", "refund 177",
	    "refund 189", "refund 201", "refund 213", "refund 237", "refund 251", "refund 263", "refund 289",
	    "refund 303", "refund 315", "refund 315", "refund 324", "refund 324", "refund 365" } },
};

static bool
find_paper(struct arena *a, const char *prefix, struct str *ret)
{
	const char *const places[] = { getenv("PEJL_DOCUMENTS"), "../shared/documents", "../../shared/documents" };

	for (size_t i = 0; i < COUNT_OF(places); i++) {
		DIR           *dir = places[i] == NULL ? NULL : opendir(places[i]);
		struct dirent *e;
		bool           found = false;

		while (dir != NULL && !found && (e = readdir(dir)) != NULL)
			if (strncmp(e->d_name, prefix, strlen(prefix)) == 0)
				found = load(a, arena_printf(a, "%s/%s", places[i], e->d_name).at, ret);
		if (dir != NULL)
			closedir(dir);
		if (found)
			return true;
	}
	return false;
}

static size_t
times_held(const struct audit_report *r, struct str code, uint32_t line)
{
	size_t n = 0;

	for (size_t i = 0; i < r->hold; i++)
		n += r->held[i].line == line && str_eq(audit_code(r->held[i].code), code);
	return n;
}

/* Every named claim holds, each as often as it is named, and no other does. */
static void
check_held(const struct audit_report *r, const struct paper_claims *p)
{
	size_t named = 0;

	for (; p->holds[named] != NULL; named++) {
		struct str rest = str_from(p->holds[named]), code = str_cut(&rest, ' ');
		size_t     wanted = 0;
		int64_t    line;

		assert_true(str_int(rest, &line));
		for (size_t i = 0; p->holds[i] != NULL; i++)
			wanted += strcmp(p->holds[i], p->holds[named]) == 0;
		if (times_held(r, code, (uint32_t)line) != wanted)
			fail_msg("%s: %s is not held %zu times", p->prefix, p->holds[named], wanted);
	}
	assert_int_equal(r->hold, named);
}

static struct str
fails_told(struct arena *a, struct audit_report r)
{
	r.hold = 0;
	return report_told(a, &r);
}

static void
claims(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct arena        a = { 0 };
		struct audit_report r;
		struct str          text, told;

		if (!find_paper(&a, papers[i].prefix, &text))
			skip();
		r = report_of(&a, rules, COUNT_OF(rules), text);
		told = fails_told(&a, r);
		if (!str_eq(told, str_from(papers[i].fails)))
			fail_msg("%s:\n" STR_FMT, papers[i].prefix, STR_ARG(told));
		check_held(&r, &papers[i]);
		arena_free(&a);
	}
}

/* The text with the first `from` on line `line` changed. */
static struct str
changed(struct arena *a, struct str text, uint32_t line, struct str from, const char *to)
{
	size_t at = 0;

	for (uint32_t n = 1; n < line; n++)
		at = str_find(text, STR("\n"), at) + 1;
	at = str_find(text, from, at);
	assert_true(at != SIZE_MAX);
	return arena_printf(a, STR_FMT "%s" STR_FMT, (int)at, text.at, to,
	    (int)(text.len - at - from.len), text.at + at + from.len);
}

struct mutation {
	const char *prefix;
	uint32_t    line;
	const char *from, *to, *fails;          /* what now fails besides, on which line */
};

static const struct mutation mutations[] = {
	{ "000_", 52, "28 %", "31 %", "growth 52" },
	{ "000_", 26, "tre ting", "fire ting", "count 26" },
	{ "001_", 32, "de 171", "de 161", "count 32" },
	{ "002_", 5, "64 pct", "57 pct", "derived-target 5" },
	{ "002_", 11, "5,5 pro", "6,5 pro", "growth 11" },
	{ "002_", 11, "2,5 pro", "3,5 pro", "growth 11" },
	{ "002_", 80, "6.105.606", "6.305.606", "refund 80" },
	{ "002_", 143, "5 udsatte", "6 udsatte", "count 143" },
	{ "002_", 165, "26,9", "28,9", "refund 165" },
	{ "002_", 177, "3.543.580", "3.743.580", "refund 177" },
	{ "002_", 263, "3 mio", "4 mio", "refund 263" },
	{ "002_", 289, "150.000", "350.000", "refund 289" },
	{ "002_", 303, "10,0", "12,0", "refund 303" },
	{ "002_", 315, "24,5", "26,5", "refund 315" },
	{ "002_", 324, "119,2", "118,2", "sum 324" },
	{ "002_", 365, "32,9 mio", "30,9 mio", "refund 365" },
};

static bool
fails_at(const struct audit_report *r, const char *what)
{
	struct str rest = str_from(what), code = str_cut(&rest, ' ');
	int64_t    line;

	assert_true(str_int(rest, &line));
	for (size_t i = 0; i < r->findings; i++)
		if (r->finding[i].line == line && str_eq(audit_code(r->finding[i].code), code))
			return true;
	return false;
}

static void
mutants(void **state)
{
	size_t missed = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(mutations); i++) {
		const struct mutation *m = &mutations[i];
		struct arena           a = { 0 };
		struct audit_report    r;
		struct str             text;

		if (!find_paper(&a, m->prefix, &text))
			skip();
		r = report_of(&a, rules, COUNT_OF(rules), changed(&a, text, m->line, str_from(m->from), m->to));
		if (!fails_at(&r, m->fails)) {
			print_error("%s line %u with %s: not found\n", m->prefix, m->line, m->to);
			missed++;
		}
		arena_free(&a);
	}
	assert_int_equal(missed, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(claims), cmocka_unit_test(mutants) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
