/* fuzz_audit_labels.c - any text: every finding and claim stands inside the
 * document and says something, the counts add up, and an audit does the same twice. */
#include "audit/audit.h"
#include "base/utf8.h"
#include "fuzz_paper.h"

#define LETTERS_MAX 160
#define AS_OF       14975               /* 2011-01-01 */

static uint32_t
lines_of(struct str text)
{
	uint32_t n = 1;

	for (size_t i = 0; i < text.len; i++)
		n += text.at[i] == '\n';
	return n;
}

static void
check_words(struct str quote, struct str da, struct str en)
{
	must(utf8_check(quote) == SIZE_MAX && utf8_length(quote) <= LETTERS_MAX);
	must(str_find(quote, STR("\n"), 0) == SIZE_MAX);
	must(da.len > 0 && en.len > 0);
	must(utf8_check(da) == SIZE_MAX && utf8_check(en) == SIZE_MAX);
}

static void
check(const struct audit_report *r, uint32_t lines)
{
	must(r->checked == r->hold + r->fail);
	for (size_t i = 0; i < r->findings; i++) {
		const struct finding *f = &r->finding[i];

		must(f->code < AUDIT_CODE_COUNT && f->severity >= audit_severity(f->code));
		must(f->line > 0 && f->line <= lines && f->column > 0);
		must(i == 0 || r->finding[i - 1].line <= f->line);
		check_words(f->quote, f->da, f->en);
	}
	for (size_t i = 0; i < r->hold; i++) {
		must(r->held[i].line > 0 && r->held[i].line <= lines && r->held[i].column > 0);
		check_words(r->held[i].quote, r->held[i].da, r->held[i].en);
	}
}

static void
same(const struct audit_report *a, const struct audit_report *b)
{
	must(a->findings == b->findings && a->hold == b->hold && a->fail == b->fail);
	for (size_t i = 0; i < a->findings; i++) {
		must(a->finding[i].code == b->finding[i].code && a->finding[i].line == b->finding[i].line);
		must(str_eq(a->finding[i].da, b->finding[i].da) && str_eq(a->finding[i].en, b->finding[i].en));
	}
}

static void
check_labels(struct arena *a, const struct document *doc, const struct recognition *seen)
{
	int32_t             day = AS_OF;
	uint32_t            lines = lines_of(doc->text);
	struct audit_report first = audit_document(a, doc, seen, &day);
	struct audit_report again = audit_document(a, doc, seen, &day);
	struct audit_report own = audit_document(a, doc, seen, NULL);

	check(&first, lines);
	check(&own, lines);
	same(&first, &again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	return fuzz_paper(data, size, check_labels);
}
