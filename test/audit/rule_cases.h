/* rule_cases.h - small papers of our own, and exactly what one rule must say of
 * them. Expected: a line per finding, "LINE severity code", in order, and after a
 * colon words that its Danish message must hold; nothing: the rule is silent. */
#ifndef TEST_RULE_CASES_H
#define TEST_RULE_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>
#include "audit/audit.h"

struct rule_case {
	const char *what, *text, *expected;
	const char *as_of;              /* NULL: the document's own date */
};

static inline struct audit_report
audit_text(struct arena *a, const char *text, const char *as_of)
{
	struct diags       d = diags_new(a);
	struct document    *doc = ARENA_NEW(a, struct document);
	struct recognition *seen = ARENA_NEW(a, struct recognition);
	int32_t            day = 0;

	if (!document_read(a, STR("papir.txt"), FORMAT_TEXT, str_from(text), &d, doc))
		fail_msg("refused: " STR_FMT, STR_ARG(d.first->message));
	if (as_of != NULL && !day_from_iso(str_from(as_of), &day))
		fail_msg("no day: %s", as_of);
	*seen = recognise(a, doc);
	return audit_document(a, doc, seen, as_of == NULL ? NULL : &day);
}

static inline bool
is_one_of(enum audit_code c, const enum audit_code *codes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (codes[i] == c)
			return true;
	return false;
}

static inline struct str
told(struct arena *a, const struct audit_report *r, const enum audit_code *codes, size_t n)
{
	struct str s = STR_NONE;

	for (size_t i = 0; i < r->findings; i++) {
		const struct finding *f = &r->finding[i];

		if (is_one_of(f->code, codes, n))
			s = arena_printf(a, STR_FMT "%u " STR_FMT " " STR_FMT ": " STR_FMT "\n", STR_ARG(s), f->line,
			    STR_ARG(severity_code(f->severity)), STR_ARG(audit_code(f->code)), STR_ARG(f->da));
	}
	return s;
}

/* Each line of `is` begins as its line of `expected` and holds the words after ": ". */
static inline bool
agrees(struct str is, struct str expected)
{
	while (is.len > 0 || expected.len > 0) {
		struct str line = str_cut(&is, '\n'), rest = str_cut(&expected, '\n');
		size_t     colon = str_find(rest, STR(": "), 0);
		struct str head = colon == SIZE_MAX ? rest : str_slice(rest, 0, colon);

		if (head.len == 0 || !str_starts(line, head) || line.at[head.len] != ':')
			return false;
		if (colon != SIZE_MAX && str_find(line, str_slice(rest, colon + 2, rest.len), 0) == SIZE_MAX)
			return false;
	}
	return true;
}

static inline void
check_rule(const struct rule_case *c, size_t len, const enum audit_code *codes, size_t n)
{
	size_t wrong = 0;

	for (size_t i = 0; i < len; i++) {
		struct arena        a = { 0 };
		struct audit_report r = audit_text(&a, c[i].text, c[i].as_of);
		struct str          is = told(&a, &r, codes, n);

		if (!agrees(is, str_from(c[i].expected))) {
			print_error("%s\n  is:\n" STR_FMT "  expected:\n%s\n", c[i].what, STR_ARG(is), c[i].expected);
			wrong++;
		}
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

#define CHECK_RULE(table, ...) \
	check_rule(table, COUNT_OF(table), (const enum audit_code[]){ __VA_ARGS__ }, \
	    sizeof((const enum audit_code[]){ __VA_ARGS__ }) / sizeof(enum audit_code))

#endif
