/* What staff write, at the places that a report has for it. */
#include "report/parts.h"
#include "report/texts.h"

void
report_written(struct draft *d, enum report_place p, const struct report_committee *c)
{
	const struct report_paper *m = d->m;

	for (size_t i = 0; i < m->texts; i++) {
		const struct report_text *t = &m->text[i];
		bool       english = !d->danish && t->en.len > 0;
		struct str lang = english ? d->l->code : t->lang;

		if (t->place != p || (c != NULL && !str_eq(t->unit, c->unit.id)))
			continue;
		tree_markdown(d->t, english ? t->en : t->words,
		    str_eq(lang, d->l->code) ? STR_NONE : lang);
	}
}
