/* budget_spans.c - a paper without a budget table: what its forms and actions cost in
 * years that they name. Where there is a table, it has these lines. */
#include "recognise/budget_terms.h"
#include "recognise/kinds.h"

/* Where the words stand that the proposal is called by. */
static struct place
place_of_title(const struct proposal *of)
{
	struct place where = { of->line, of->column };

	for (size_t i = 0; i < of->len; i++)
		if (str_starts(of->at[i].text, of->title))
			return (struct place){ of->at[i].line, of->at[i].column };
	return where;
}

static void
add_span(struct paper *p, const struct proposal *of, const struct field *economy)
{
	struct place where = { economy->line, economy->column };

	proposal_begin(p, PROPOSAL_BUDGET_LINE, where);
	proposal_title(p, of->title);
	for (size_t i = 0; i < of->len; i++)
		if (of->at[i].kind == FIELD_NUMBER)
			field_add(p, FIELD_NUMBER, of->at[i].text, (struct place){ of->at[i].line, of->at[i].column });
	field_add(p, FIELD_INITIATIVE, of->title, place_of_title(of));
	field_add(p, FIELD_SPAN, economy->text, where);
	field_add(p, FIELD_ECONOMY, economy->text, where);
	proposal_end(p);
}

void
budget_spans(struct paper *p)
{
	size_t found = p->found_len;

	for (size_t i = 0; i < found; i++)
		if (p->found[i].kind == PROPOSAL_BUDGET_LINE)
			return;
	for (size_t i = 0; i < found; i++) {
		struct proposal one = p->found[i];

		if (one.kind != PROPOSAL_STATUS_FORM && one.kind != PROPOSAL_ACTION)
			continue;
		for (size_t k = 0; k < one.len; k++) {
			struct budget_span s;

			if (one.at[k].kind == FIELD_ECONOMY && budget_span_read(p->arena, one.at[k].text, &s))
				add_span(p, &one, &one.at[k]);
		}
	}
}
