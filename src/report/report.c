#include "report/report.h"
#include "report/parts.h"

static void (*const build[])(struct draft *d) = {
	[REPORT_STATUS] = report_status,   [REPORT_GOALS] = report_goals,
	[REPORT_INDICATORS] = report_indicators, [REPORT_ECONOMY] = report_economy,
	[REPORT_ACTIONS] = report_actions, [REPORT_AGREEMENT] = report_agreement,
	[REPORT_FORMS] = report_forms,     [REPORT_BRIEF] = report_brief,
	[REPORT_PRESS] = report_press,
};

/* Before anything else, since who reads it may have read the other. */
static void
put_correction(struct draft *d)
{
	struct str with[] = { draft_title(d, &d->m->corrects), d->m->reason };

	if (d->m->corrects.id.len > 0)
		draft_strong(d, draft_paragraph(d), draft_filled(d, N_("This report corrects \"{1}\": {2}"),
		    with, 2));
}

struct tree
report_tree(struct arena *a, const struct lang *l, const struct report_paper *m)
{
	bool         danish = lang_danish(l);
	struct tree  t = tree_new(a, report_kind_title(m->kind, danish), l->code);
	struct draft d = { .t = &t, .a = a, .l = l, .danish = danish, .m = m };

	t.subtitle = draft_title(&d, m->of.id.len > 0 ? &m->of : &m->policy);
	t.authority = draft_title(&d, &m->authority);
	t.as_of = m->as_of;
	t.made = m->made;
	t.kind = report_kind_code(m->kind);
	report_number_papers(&d);
	put_correction(&d);
	if (m->kind != REPORT_STATUS)           /* which has headings of its own for both */
		report_written(&d, REPORT_PLACE_SUMMARY, NULL);
	build[m->kind](&d);
	if (m->kind != REPORT_STATUS && report_has_written(&d, REPORT_PLACE_METHOD, NULL)) {
		draft_heading(&d, 1, STR("method"), N_("How the report was made"));
		report_written(&d, REPORT_PLACE_METHOD, NULL);
	}
	if (m->kind != REPORT_STATUS)           /* which has them where it says how it was made */
		report_papers(&d);
	tree_number(&t);
	return t;
}
