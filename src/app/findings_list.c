#include "app/findings_view.h"
#include "app/judge.h"
#include "app/sorted.h"
#include "app/thing_page.h"

struct listing {
	struct arena              *a;
	const struct edition      *ed;
	const struct findings_ask *ask;
	struct findings_view      *to;
	size_t                     documents_cap;
};

/* "target:x": a thing that a person recorded. */
static struct finding_row
row_of(struct listing *l, const struct finding *f)
{
	const struct noun_row *document = edition_thing(l->ed, NOUN_DOCUMENT, f->file);
	struct finding_row     r = { .finding = f };

	if (document != NULL)
		r.document = judge_named(&l->ed->sn, document->id);
	else
		r.of = thing_shown(l->a, &l->ed->sn,
		    things_resolve(l->ed->things, NOUN_ANY, f->file));
	return r;
}

static void
note_document(struct listing *l, const struct finding_row *r)
{
	struct findings_view *to = l->to;

	if (r->document.id.len == 0)
		return;
	for (size_t i = to->documents; i > 0; i--)      /* they stand together */
		if (str_eq(to->document[i - 1].id, r->document.id))
			return;
	ARENA_GROW(l->a, to->document, to->documents, &l->documents_cap);
	to->document[to->documents++] = r->document;
}

static bool
is_asked(const struct findings_ask *ask, const struct finding *f)
{
	return (!ask->has_severity || f->severity == ask->severity) &&
	    (ask->document.len == 0 || str_eq(f->file, ask->document));
}

bool
findings_view(struct arena *a, const struct edition *ed, const struct findings_ask *ask,
              struct findings_view *ret)
{
	const struct audit_report *all = edition_findings(ed);
	struct findings_view       to = { 0 };
	struct listing             l = { .a = a, .ed = ed, .ask = ask, .to = &to };

	if (all == NULL)
		return false;
	to.claims = ask->document.len > 0 ? findings_at(all, ask->document) : *all;
	to.at = ARENA_ARRAY(a, struct finding_row, all->findings + 1);
	for (size_t i = 0; i < all->findings; i++) {
		struct finding_row r = row_of(&l, &all->finding[i]);

		note_document(&l, &r);
		if (!is_asked(ask, r.finding))
			continue;
		to.count[r.finding->code]++;
		if (!ask->has_code || r.finding->code == ask->code)
			to.at[to.len++] = r;
	}
	sorted_named(to.document, to.documents);
	*ret = to;
	return true;
}
