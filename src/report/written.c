/* What staff write, at the places that a report has for it. */
#include "report/parts.h"
#include "report/texts.h"

static bool
stands_at(const struct report_text *t, enum report_place p, const struct report_committee *c)
{
	return t->place == p && (c == NULL || str_eq(t->unit, c->unit.id));
}

bool
report_has_written(const struct draft *d, enum report_place p, const struct report_committee *c)
{
	bool has = false;

	for (size_t i = 0; i < d->m->texts; i++)
		has |= stands_at(&d->m->text[i], p, c);
	return has;
}

void
report_written(struct draft *d, enum report_place p, const struct report_committee *c)
{
	const struct report_paper *m = d->m;

	for (size_t i = 0; i < m->texts; i++) {
		const struct report_text *t = &m->text[i];
		bool       english = !d->danish && t->en.len > 0;
		struct str lang = english ? d->l->code : t->lang;

		if (!stands_at(t, p, c))
			continue;
		tree_markdown(d->t, english ? t->en : t->words,
		    str_eq(lang, d->l->code) ? STR_NONE : lang);
	}
}
