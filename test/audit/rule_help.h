/* rule_help.h - one rule over one small paper, told in lines:
 *
 *	holds ratio 1:30
 *	fails ratio 1:30 printed 65, expected 56.6, difference 8.4
 */
#ifndef AUDIT_RULE_HELP_H
#define AUDIT_RULE_HELP_H

#include "recognise_help.h"
#include "audit/audit.h"

typedef void rule_function(struct audit *x);

struct rule_case {
	const char *what, *text, *expected;     /* expected "": nothing is checked */
};

static inline void
put_amount(struct arena *a, struct buf *b, const char *name, struct number n)
{
	buf_putf(b, " %s " STR_FMT, name, STR_ARG(number_plain(a, n)));
}

static inline struct str
report_told(struct arena *a, const struct audit_report *r)
{
	struct buf b;
	struct str ret;

	buf_init(&b, 100000);
	for (size_t i = 0; i < r->hold; i++)
		buf_putf(&b, "holds " STR_FMT " %u:%u\n", STR_ARG(audit_code(r->held[i].code)),
		    r->held[i].line, r->held[i].column);
	for (size_t i = 0; i < r->findings; i++) {
		const struct finding *f = &r->finding[i];

		buf_putf(&b, "fails " STR_FMT " %u:%u", STR_ARG(audit_code(f->code)), f->line, f->column);
		if (f->has_amounts) {
			put_amount(a, &b, "printed", f->printed);
			put_amount(a, &b, "expected", f->expected);
			put_amount(a, &b, "difference", f->difference);
		}
		buf_char(&b, '\n');
	}
	ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ret;
}

static inline struct audit_report
report_of(struct arena *a, rule_function *const *rule, size_t rules, struct str text)
{
	struct diags       d = diags_new(a);
	struct document    doc;
	struct recognition seen;
	struct audit       x = { .arena = a, .doc = &doc, .seen = &seen };

	if (!document_read(a, STR("paper.txt"), FORMAT_TEXT, text, &d, &doc))
		fail_msg("refused: " STR_FMT, STR_ARG(d.first->message));
	seen = recognise(a, &doc);
	for (size_t i = 0; i < rules; i++)
		rule[i](&x);
	assert_int_equal(x.report.checked, x.report.hold + x.report.fail);
	return x.report;
}

static inline void
check_rule(rule_function *rule, const struct rule_case *c, size_t len)
{
	size_t wrong = 0;

	for (size_t i = 0; i < len; i++) {
		struct arena        a = { 0 };
		struct audit_report r = report_of(&a, &rule, 1, str_from(c[i].text));
		struct str          told = report_told(&a, &r);

		if (!str_eq(told, str_from(c[i].expected))) {
			print_error("%s:\n" STR_FMT "not:\n%s", c[i].what, STR_ARG(told), c[i].expected);
			for (size_t k = 0; k < r.findings; k++)
				print_error("  " STR_FMT "\n", STR_ARG(r.finding[k].en));
			for (size_t k = 0; k < r.hold; k++)
				print_error("  " STR_FMT "\n", STR_ARG(r.held[k].en));
			wrong++;
		}
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

#define CHECK_RULE(rule, table) check_rule(rule, table, COUNT_OF(table))

#endif
