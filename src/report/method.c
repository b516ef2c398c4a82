/* How it was made: days, the rule of the verdicts, rounding, small numbers, the program. */
#include "core/evaluate.h"
#include "report/parts.h"
#include "view/verdict_rule.h"

static void
put_meanings(struct draft *d)
{
	static const struct draft_column columns[] = {
		{ N_("Verdict"), ALIGN_START, 1 }, { N_("What it means"), ALIGN_START, 4 },
	};
	struct page       p = { .a = d->a, .lang = *d->l };
	struct tree_part *t = draft_table(d, STR("t-meanings"), say(d->l, "What the verdicts mean"),
	    columns, 2);

	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		struct tree_row *row = tree_row(d->t, t);

		draft_words(d, draft_head(d, row), arena_printf(d->a, STR_FMT " " STR_FMT,
		    STR_ARG(verdict_icon((enum verdict)v)),
		    STR_ARG(verdict_word((enum verdict)v, d->danish))));
		draft_words(d, draft_cell(d, row), verdict_meaning(&p, (enum verdict)v));
	}
}

void
report_method(struct draft *d)
{
	static const char *const notes[] = {
		N_("A verdict is computed by a fixed rule from the promise and the measurements that were known on the day of the report; nobody writes it."),
		N_("The pace is linear: how much of the promised change has come, against how much of the time has gone."),
		N_("The most serious targets are those with the worst verdict, then those with the slowest pace."),
		N_("Figures that rest on fewer than 5 persons are withheld, and so are those from which they could be reckoned."),
	};
	const struct report_paper *m = d->m;
	struct str                 with[] = {
		draft_day(d, m->as_of), arena_printf(d->a, "%lld", (long long)m->known), m->version,
	};
	struct tree_part          *list;

	draft_heading(d, 1, STR("method"), N_("How the report was made"));
	report_written(d, REPORT_PLACE_METHOD, NULL);
	list = tree_list(d->t, false);
	draft_fill(d, tree_item(d->t, list),
	    N_("As of {1}: what was measured later is not in it. Change no. {2} of the register is the newest in it; made by Pejl {3}."),
	    with, 3);
	for (size_t i = 0; i < COUNT_OF(notes); i++)
		draft_say(d, tree_item(d->t, list), notes[i]);
	report_papers(d);
	put_meanings(d);
}
