#include "app/findings_view.h"
#include "app/answers.h"
#include "app/papers.h"
#include "audit/audit.h"

/* ---- told once ---- */

static bool
is_told(const struct audit_report *paper, const struct finding *f)
{
	for (size_t i = 0; i < paper->findings; i++)
		if (paper->finding[i].code == f->code && paper->finding[i].line == f->line)
			return true;
	return false;
}

/* What the register says at a document, without what the document's own report says. */
static struct audit_report
register_at(struct arena *a, const struct audit_report *all, struct str file,
            const struct audit_report *paper)
{
	struct audit_report r = { 0 };

	r.finding = ARENA_ARRAY(a, struct finding, all->findings + 1);
	r.held = ARENA_ARRAY(a, struct claim, all->hold + 1);
	for (size_t i = 0; i < all->findings; i++) {
		const struct finding *f = &all->finding[i];

		if (!str_eq(f->file, file) || is_told(paper, f))
			continue;
		r.finding[r.findings++] = *f;
		r.fail += f->severity == SEVERITY_ERROR;
	}
	for (size_t i = 0; i < all->hold; i++)
		if (str_eq(all->held[i].file, file))
			r.held[r.hold++] = all->held[i];
	r.checked = r.hold + r.fail;
	return r;
}

struct audit_report
findings_with_text(struct arena *a, const struct edition *ed, struct str document,
                   const struct audit_report *text)
{
	struct audit_report both[] = { *text, register_at(a, edition_audit(ed), document, text) };
	struct audit_report all;

	all = audit_merge(a, both, COUNT_OF(both));
	answers_apply(a, &ed->sn, &all);
	return all;
}

/* ---- everything ---- */

struct gathering {
	struct arena         *a;
	const struct edition *ed;
	struct audit_report  *report;
	struct facts         *facts;
	bool                 *audited;  /* by document */
	size_t                len;      /* of report: two a document */
};

static bool
gather_papers(struct gathering *g)
{
	const struct snapshot *sn = &g->ed->sn;

	for (size_t i = 0; i < sn->len[NOUN_DOCUMENT]; i++) {
		const struct noun_row    *row = &sn->row[NOUN_DOCUMENT][i];
		const struct paper_audit *own;

		if (!papers_audit(g->ed, row, &own))
			return false;
		g->audited[i] = own->audited;
		if (!own->audited)
			continue;
		g->facts[g->len / 2] = own->facts;
		g->report[g->len++] = own->report;
		g->report[g->len++] = register_at(g->a, edition_audit(g->ed),
		    things_key(sn->things, row->id), &own->report);
	}
	return true;
}

/* Of the register: what stands at no document whose own text was audited. */
static struct audit_report
rest_of_register(struct gathering *g)
{
	const struct edition      *ed = g->ed;
	const struct audit_report *all = edition_audit(ed);
	struct audit_report        r = *all;

	r.findings = r.hold = r.fail = 0;
	r.finding = ARENA_ARRAY(g->a, struct finding, all->findings + 1);
	r.held = ARENA_ARRAY(g->a, struct claim, all->hold + 1);
	for (size_t i = 0; i < all->findings; i++) {
		const struct noun_row *row = edition_thing(ed, NOUN_DOCUMENT, all->finding[i].file);

		if (row != NULL && g->audited[row - ed->sn.row[NOUN_DOCUMENT]])
			continue;
		r.finding[r.findings++] = all->finding[i];
		r.fail += all->finding[i].severity == SEVERITY_ERROR;
	}
	for (size_t i = 0; i < all->hold; i++) {
		const struct noun_row *row = edition_thing(ed, NOUN_DOCUMENT, all->held[i].file);

		if (row == NULL || !g->audited[row - ed->sn.row[NOUN_DOCUMENT]])
			r.held[r.hold++] = all->held[i];
	}
	r.checked = r.hold + r.fail;
	return r;
}

bool
findings_all(struct arena *a, const struct edition *ed, struct audit_report *ret)
{
	size_t           n = ed->sn.len[NOUN_DOCUMENT];
	struct gathering g = {
		.a = a, .ed = ed, .report = ARENA_ARRAY(a, struct audit_report, 2 * n + 2),
		.facts = ARENA_ARRAY(a, struct facts, n + 1), .audited = ARENA_ARRAY(a, bool, n + 1),
	};

	if (!gather_papers(&g))
		return false;
	g.report[g.len] = rest_of_register(&g);
	g.report[g.len + 1] = across_compare(a, g.facts, g.len / 2, true);
	*ret = audit_merge(a, g.report, g.len + 2);
	answers_apply(a, &ed->sn, ret);
	return true;
}

/* ---- of one document ---- */

/* Both lists are sorted by file, so what belongs to one stands together. */
struct audit_report
findings_at(const struct audit_report *all, struct str document)
{
	struct audit_report r = { 0 };

	for (size_t i = 0; i < all->findings; i++) {
		const struct finding *f = &all->finding[i];

		if (!str_eq(f->file, document))
			continue;
		if (r.findings++ == 0)
			r.finding = &all->finding[i];
		r.fail += f->severity == SEVERITY_ERROR;
	}
	for (size_t i = 0; i < all->hold; i++)
		if (str_eq(all->held[i].file, document) && r.hold++ == 0)
			r.held = &all->held[i];
	r.checked = r.hold + r.fail;
	return r;
}
