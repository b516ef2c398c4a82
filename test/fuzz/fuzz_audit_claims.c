/* fuzz_audit_claims.c - any text: claims and findings lie inside it, quote one
 * line, add up, and come out the same again. */
#include "audit/audit.h"
#include "fuzz_paper.h"

static void
check(const struct document *doc, const struct audit_report *r)
{
	must(r->checked == r->hold + r->fail);
	for (size_t i = 0; i < r->hold; i++) {
		must(place_is_inside(doc, r->held[i].line, r->held[i].column));
		must(r->held[i].da.len > 0 && r->held[i].en.len > 0);
		must(is_quote(r->held[i].quote));
	}
	for (size_t i = 0; i < r->findings; i++) {
		const struct finding *f = &r->finding[i];
		struct number         difference;

		must(place_is_inside(doc, f->line, f->column));
		must(f->da.len > 0 && f->en.len > 0 && f->code < AUDIT_CODE_COUNT);
		must(!f->has_amounts || (number_sub(f->printed, f->expected, &difference) &&
		    number_cmp(difference, f->difference) == 0));
		must(is_quote(f->quote));
	}
}

static struct audit_report
claims_of(struct arena *a, const struct document *doc, const struct recognition *seen)
{
	struct audit x = { .arena = a, .doc = doc, .seen = seen };

	audit_refunds(&x);
	audit_targets(&x);
	audit_ratios(&x);
	audit_growths(&x);
	audit_counts(&x);
	return x.report;
}

static void
same(const struct audit_report *a, const struct audit_report *b)
{
	must(a->hold == b->hold && a->findings == b->findings);
	for (size_t i = 0; i < a->hold; i++)
		must(str_eq(a->held[i].en, b->held[i].en) && a->held[i].line == b->held[i].line);
	for (size_t i = 0; i < a->findings; i++)
		must(str_eq(a->finding[i].en, b->finding[i].en) && a->finding[i].line == b->finding[i].line);
}

static void
check_claims(struct arena *a, const struct document *doc, const struct recognition *seen)
{
	struct audit_report first = claims_of(a, doc, seen), again = claims_of(a, doc, seen);

	check(doc, &first);
	same(&first, &again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_paper(data, size, check_claims);
}
