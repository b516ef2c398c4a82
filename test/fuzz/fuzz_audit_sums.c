/* fuzz_audit_sums.c - any text: every finding and claim lies inside it, quotes one
 * line, reckons right, and auditing again gives the same. */
#include "audit/audit.h"
#include "fuzz_paper.h"

static void
check_finding(const struct document *doc, const struct finding *f)
{
	struct number sum;

	must(f->code == AUDIT_SUM || f->code == AUDIT_ROUNDING || f->code == AUDIT_TABLE);
	must(place_is_inside(doc, f->line, f->column));
	must(is_quote(f->quote) && f->da.len > 0 && f->en.len > 0);
	must(f->has_amounts == (f->code != AUDIT_TABLE));
	if (f->has_amounts)
		must(number_add(f->expected, f->difference, &sum) && number_cmp(sum, f->printed) == 0 &&
		    !number_is_zero(f->difference));
	must(f->candidates == 0 || f->pairs == 0);
	for (size_t i = 0; i < f->candidates; i++) {
		must(place_is_inside(doc, f->candidate[i].line, 1));
		must(is_quote(f->candidate[i].text));
	}
}

static struct audit_report
audit(struct arena *a, const struct document *doc, const struct recognition *seen)
{
	struct audit x = { .arena = a, .doc = doc, .seen = seen };

	audit_sums(&x);
	must(x.report.checked == x.report.hold + x.report.fail);
	return x.report;
}

static void
check_sums(struct arena *a, const struct document *doc, const struct recognition *seen)
{
	struct audit_report r = audit(a, doc, seen), again = audit(a, doc, seen);

	must(r.findings == again.findings && r.hold == again.hold);
	for (size_t i = 0; i < r.findings; i++) {
		check_finding(doc, &r.finding[i]);
		must(str_eq(r.finding[i].en, again.finding[i].en));
	}
	for (size_t i = 0; i < r.hold; i++)
		must(place_is_inside(doc, r.held[i].line, r.held[i].column));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_paper(data, size, check_sums);
}
