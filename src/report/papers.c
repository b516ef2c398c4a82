/* The papers that a report names as sources, by number: their keys are nothing to read. */
#include "report/parts.h"

static void
add(struct draft *d, const struct named *n, size_t *cap)
{
	if (n->id.len == 0 || draft_paper(d, n->id) > 0)
		return;
	ARENA_GROW(d->a, d->paper, d->papers, cap);
	d->paper[d->papers++] = *n;
}

void
report_number_papers(struct draft *d)
{
	const struct report_paper *m = d->m;
	size_t                     cap = 0;

	for (size_t i = 0; i < m->committees; i++)
		for (size_t k = 0; k < m->committee[i].indicators; k++)
			for (size_t n = 0; n < m->committee[i].indicator[k].documents; n++)
				add(d, &m->committee[i].indicator[k].document[n], &cap);
	for (size_t i = 0; i < m->findings; i++)
		add(d, &m->finding[i].document, &cap);
}

void
report_papers(struct draft *d)
{
	static const struct draft_column columns[] = {
		{ N_("No."), ALIGN_END, 1 }, { N_("Paper"), ALIGN_START, 12 },
	};
	struct tree_part *t;

	if (!d->cites)
		return;
	t = draft_table(d, STR("t-papers"), say(d->l, "The documents that are named as sources"), columns, 2);
	for (size_t i = 0; i < d->papers; i++) {
		struct tree_row *row = tree_row(d->t, t);

		draft_cell_count(d, row, i + 1);
		draft_thing(d, draft_cell(d, row), "document", &d->paper[i]);
	}
}
