/* What the audit says of a policy: of its things, and of the papers they stand in. */
#include "app/findings_view.h"
#include "app/report_parts.h"

struct places {
	struct report_work *w;
	struct str         *at;         /* as findings name their file: a document, or kind:key */
	size_t              len, cap;
};

static void
add(struct places *p, struct str place)
{
	if (place.len == 0)
		return;
	for (size_t i = 0; i < p->len; i++)
		if (str_eq(p->at[i], place))
			return;
	ARENA_GROW(p->w->a, p->at, p->len, &p->cap);
	p->at[p->len++] = place;
}

static void
add_thing(struct places *p, enum noun noun, struct str key)
{
	const struct edition  *ed = p->w->ed;
	const struct noun_row *row = edition_thing(ed, noun, key);

	if (row == NULL)
		return;
	add(p, snapshot_source(&ed->sn, row).document);
	add(p, things_reference(ed->things, p->w->a, NOUN_ANY, row->id));
}

static void
add_committee(struct places *p, const struct report_committee *c)
{
	for (size_t i = 0; i < c->objectives; i++)
		add_thing(p, NOUN_OBJECTIVE, c->objective[i].objective.id);
	for (size_t i = 0; i < c->indicators; i++)
		add_thing(p, NOUN_INDICATOR, c->indicator[i].indicator.id);
	for (size_t i = 0; i < c->initiatives; i++)
		add_thing(p, NOUN_INITIATIVE, c->initiative[i].initiative.id);
}

static void
add_lines(struct places *p, int64_t policy)
{
	const struct snapshot *sn = &p->w->ed->sn;

	for (size_t i = 0; i < sn->len[NOUN_BUDGET_LINE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_BUDGET_LINE][i];

		if (row->ref[BUDGET_LINE_policy] == policy)
			add_thing(p, NOUN_BUDGET_LINE, things_key(sn->things, row->id));
	}
}

static bool
is_there(const struct places *p, struct str file)
{
	for (size_t i = 0; i < p->len; i++)
		if (str_eq(p->at[i], file))
			return true;
	return false;
}

bool
report_findings(struct report_work *w)
{
	struct report_paper    *to = w->to;
	struct places           p = { .w = w };
	struct findings_ask     ask = { 0 };
	struct findings_view    all;
	const struct noun_row  *policy = edition_thing(w->ed, NOUN_POLICY, to->policy.id);

	if (!findings_view(w->a, w->ed, &ask, &all))
		return false;
	add_thing(&p, NOUN_POLICY, to->policy.id);
	for (size_t i = 0; i < to->barometer.len; i++)
		add_thing(&p, NOUN_TARGET, to->barometer.at[i].row->target->id);
	for (size_t i = 0; i < to->committees; i++)
		add_committee(&p, &to->committee[i]);
	add_lines(&p, policy->id);
	to->finding = ARENA_ARRAY(w->a, struct finding_row, all.len + 1);
	for (size_t i = 0; i < all.len; i++) {
		if (!is_there(&p, all.at[i].finding->file))
			continue;
		to->finding[to->findings++] = all.at[i];
		to->answered += all.at[i].finding->answer != NULL;
	}
	return true;
}
