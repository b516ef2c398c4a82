/* Whether what was promised for a time came; and what stands in the way. */
#include "report/parts.h"
#include "report/promise_words.h"

static const char *const states[FOLLOWUP_STATE_COUNT] = {
	[FOLLOWUP_LATE] = N_("late"),         [FOLLOWUP_DROPPED] = N_("dropped without a word"),
	[FOLLOWUP_COMING] = N_("not due yet"), [FOLLOWUP_KEPT] = N_("kept"),
	[FOLLOWUP_GIVEN_UP] = N_("given up"),
};

struct str
promise_state(const struct lang *l, enum followup_state s)
{
	return say(l, states[s]);
}

static void
put_state(struct draft *d, struct runs *r, const struct followup *f)
{
	draft_words(d, r, promise_state(d->l, f->state));
	if (f->state == FOLLOWUP_KEPT)
		draft_words(d, r, arena_printf(d->a, ", " STR_FMT, STR_ARG(draft_day(d, f->kept))));
	if (f->state == FOLLOWUP_GIVEN_UP && f->reason.len > 0) {
		draft_words(d, r, STR(": "));
		draft_words(d, r, f->reason);
	}
	if (f->missed > 0) {
		draft_words(d, r, STR(", "));
		draft_words(d, r, draft_count(d, f->missed, NN_("missed {1} time",
		    "missed {1} times")));
	}
}

static void
put_row(struct draft *d, struct tree_part *t, const struct followup *f)
{
	struct tree_row *row = tree_row(d->t, t);

	draft_thing(d, draft_head(d, row), "initiative", &f->initiative);
	draft_words(d, draft_cell(d, row), f->words);
	draft_words(d, draft_cell(d, row), period_text(d->a, f->due, d->danish));
	put_state(d, draft_cell(d, row), f);
	draft_source(d, draft_cell(d, row), &f->promised);
}

void
report_promises(struct draft *d, const struct report_committee *c)
{
	static const struct draft_column columns[] = {
		{ N_("Initiative"), ALIGN_START, 4 },  { N_("Promised"), ALIGN_START, 3 },
		{ N_("For"), ALIGN_START, 2 },         { N_("How it went"), ALIGN_START, 3 },
		{ N_("Source"), ALIGN_START, 3 },
	};
	struct str        name = c->unit.id.len > 0 ? draft_title(d, &c->unit)
	                                            : say(d->l, "Of no committee");
	struct tree_part *t = NULL;

	for (size_t i = 0; i < c->initiatives; i++) {
		const struct followups *all = &c->initiative[i].followups;

		for (size_t k = 0; k < all->len; k++) {
			if (t == NULL)
				t = draft_table(d, draft_anchor(d, "t-promises", c->unit.id),
				    draft_filled(d, N_("{1}: what was promised to be followed up"), &name, 1),
				    columns, COUNT_OF(columns));
			put_row(d, t, &all->at[k]);
		}
	}
	if (t == NULL)
		draft_sentence(d, N_("Nothing was promised for a time that can be checked."));
}

void
report_challenges(struct draft *d, const struct report_committee *c)
{
	struct tree_part *list = NULL;

	for (size_t i = 0; i < c->initiatives; i++) {
		const struct initiative_view *m = &c->initiative[i];

		for (size_t k = 0; k < m->reports && m->report[k].day == m->report[0].day; k++) {
			struct runs *r;

			if (m->report[k].challenges.da.len == 0)
				continue;
			if (list == NULL)
				list = tree_list(d->t, false);
			r = tree_item(d->t, list);
			draft_thing(d, r, "initiative", &m->initiative);
			draft_words(d, r, STR(": "));
			draft_worded(d, r, m->report[k].challenges);
		}
	}
	if (list == NULL)
		draft_sentence(d, N_("The status reports name none."));
}
