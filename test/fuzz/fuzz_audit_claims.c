/* fuzz_audit_claims.c - any text: claims and findings lie inside it, quote one
 * line, add up, and come out the same again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "audit/audit.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define QUOTE_BYTES_MAX ((size_t)4 * 160)

static void
must(bool holds)
{
	if (!holds)
		abort();
}

static bool
place_is_inside(const struct document *doc, uint32_t line, uint32_t column)
{
	struct str rest = doc->text, words = STR_NONE;

	if (line == 0 || column == 0)
		return false;
	for (uint32_t n = 0; n < line; n++) {
		if (rest.len == 0)
			return false;
		words = str_cut(&rest, '\n');
	}
	return column <= words.len + 1;
}

static void
check_quote(struct str quote)
{
	must(quote.len <= QUOTE_BYTES_MAX && str_find(quote, STR("\n"), 0) == SIZE_MAX);
}

static void
check(const struct document *doc, const struct audit_report *r)
{
	must(r->checked == r->hold + r->fail);
	for (size_t i = 0; i < r->hold; i++) {
		must(place_is_inside(doc, r->held[i].line, r->held[i].column));
		must(r->held[i].da.len > 0 && r->held[i].en.len > 0);
		check_quote(r->held[i].quote);
	}
	for (size_t i = 0; i < r->findings; i++) {
		const struct finding *f = &r->finding[i];
		struct number         difference;

		must(place_is_inside(doc, f->line, f->column));
		must(f->da.len > 0 && f->en.len > 0 && f->code < AUDIT_CODE_COUNT);
		must(!f->has_amounts || (number_sub(f->printed, f->expected, &difference) &&
		    number_cmp(difference, f->difference) == 0));
		check_quote(f->quote);
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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct document doc;
	struct str      text = str_dup(&a, (struct str){ (const char *)data, size });

	if (document_read(&a, STR("paper.txt"), FORMAT_TEXT, text, &d, &doc)) {
		struct recognition  seen = recognise(&a, &doc);
		struct audit_report first = claims_of(&a, &doc, &seen), again = claims_of(&a, &doc, &seen);

		check(&doc, &first);
		same(&first, &again);
	}
	arena_free(&a);
	return 0;
}
