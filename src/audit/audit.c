#include "audit/audit.h"
#include "base/order.h"
#include <stdlib.h>

static void (*const rule[])(struct audit *) = {
#define X(name) audit_##name,
	AUDIT_RULES(X)
#undef X
};

void
audit_holds(struct audit *x, struct claim c)
{
	struct audit_report *r = &x->report;

	c.file = x->doc->name;
	c.quote = quote_of(x->arena, c.quote);
	ARENA_GROW(x->arena, r->held, r->hold, &x->held_cap);
	r->held[r->hold++] = c;
	r->checked++;
}

void
audit_finds(struct audit *x, struct finding f)
{
	struct audit_report *r = &x->report;

	f.file = x->doc->name;
	if (f.severity < audit_severity(f.code))
		f.severity = audit_severity(f.code);
	f.quote = quote_of(x->arena, f.quote);
	if (f.code == AUDIT_ROUNDING)
		audit_holds(x, (struct claim){ .code = f.code, .line = f.line, .column = f.column,
		                               .quote = f.quote, .da = f.da, .en = f.en });
	if (f.severity == SEVERITY_ERROR) {
		r->checked++;
		r->fail++;
	}
	ARENA_GROW(x->arena, r->finding, r->findings, &x->finding_cap);
	r->finding[r->findings++] = f;
}

static int
finding_cmp(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int                   o = str_cmp(x->file, y->file);

	if (o == 0)
		o = order(x->line, y->line);
	if (o == 0)
		o = order(x->column, y->column);
	if (o == 0)
		o = order((uint32_t)x->code, (uint32_t)y->code);
	return o != 0 ? o : str_cmp(x->en, y->en);
}

static int
claim_cmp(const void *a, const void *b)
{
	const struct claim *x = a, *y = b;
	int                 o = str_cmp(x->file, y->file);

	if (o == 0)
		o = order(x->line, y->line);
	if (o == 0)
		o = order(x->column, y->column);
	return o != 0 ? o : str_cmp(x->en, y->en);
}

static void
sort(struct audit_report *r)
{
	if (r->findings > 1)
		qsort(r->finding, r->findings, sizeof *r->finding, finding_cmp);
	if (r->held != NULL && r->hold > 1)
		qsort(r->held, r->hold, sizeof *r->held, claim_cmp);
}

struct audit_report
audit_document(struct arena *a, const struct document *doc, const struct recognition *seen,
               const int32_t *as_of)
{
	struct audit x = { .arena = a, .doc = doc, .seen = seen };

	x.dated = as_of != NULL || seen->date.dated;
	x.as_of = as_of != NULL ? *as_of : seen->date.to - 1;
	for (size_t i = 0; i < COUNT_OF(rule); i++)
		rule[i](&x);
	sort(&x.report);
	return x.report;
}

struct audit_report
audit_merge(struct arena *a, const struct audit_report *r, size_t n)
{
	struct audit_report all = { 0 };
	size_t              findings = 0, held = 0;

	for (size_t i = 0; i < n; i++) {
		findings += r[i].findings;
		held += r[i].held == NULL ? 0 : r[i].hold;
	}
	all.finding = ARENA_ARRAY(a, struct finding, findings + 1);
	all.held = held == 0 ? NULL : ARENA_ARRAY(a, struct claim, held);
	held = 0;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < r[i].findings; k++)
			all.finding[all.findings++] = r[i].finding[k];
		for (size_t k = 0; k < r[i].hold && r[i].held != NULL && all.held != NULL; k++)
			all.held[held++] = r[i].held[k];
		all.hold += r[i].hold;
		all.checked += r[i].checked;
		all.fail += r[i].fail;
	}
	sort(&all);
	return all;
}
