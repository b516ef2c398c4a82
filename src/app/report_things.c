/* Reports of single things: agreements, one page an objective, one sheet an area. */
#include "app/agreement_view.h"
#include "app/area_view.h"
#include "app/objective_view.h"
#include "app/report_parts.h"
#include "app/sorted.h"

/* An agreement has no policy of its own: it is of those that its initiatives and lines are
 * of. One that nothing rests on yet is of those whose papers name it; without a paper it is in
 * every report. */
static bool
is_of_policy(const struct report_work *w, const struct noun_row *row, const struct agreement_view *m)
{
	struct str policy = w->to->policy.id;

	if (m->initiatives == 0 && m->moneys == 0)
		return m->self.source.document.len > 0 ? report_shares_paper(w, row) : m->projects > 0;
	for (size_t i = 0; i < m->initiatives; i++)
		if (str_eq(m->initiative[i].policy.id, policy))
			return true;
	for (size_t i = 0; i < m->moneys; i++)
		if (str_eq(m->money[i].overview->policy.id, policy))
			return true;
	return false;
}

bool
report_shares_paper(const struct report_work *w, const struct noun_row *row)
{
	const struct snapshot *sn = &w->ed->sn;
	struct str             paper = snapshot_source(sn, row).document;

	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE] && paper.len > 0; i++) {
		const struct noun_row *of = &sn->row[NOUN_INITIATIVE][i];

		if (str_eq(things_key(sn->things, of->ref[INITIATIVE_policy]), w->to->policy.id) &&
		    str_eq(snapshot_source(sn, of).document, paper))
			return true;
	}
	for (size_t i = 0; i < sn->len[NOUN_OBJECTIVE] && paper.len > 0; i++) {
		const struct noun_row *of = &sn->row[NOUN_OBJECTIVE][i];
		int64_t                policy = snapshot_ref(sn, of->ref[OBJECTIVE_theme], THEME_policy);

		if (str_eq(things_key(sn->things, policy), w->to->policy.id) &&
		    str_eq(snapshot_source(sn, of).document, paper))
			return true;
	}
	return false;
}

/* Of no agreement, from the papers of the policy. */
static void
add_projects(struct report_work *w)
{
	const struct snapshot *sn = &w->ed->sn;
	struct report_paper   *to = w->to;

	to->project = ARENA_ARRAY(w->a, struct project_view, sn->len[NOUN_PROJECT] + 1);
	for (size_t i = 0; i < sn->len[NOUN_PROJECT] && to->of.id.len == 0; i++)
		if (sn->row[NOUN_PROJECT][i].ref[PROJECT_agreement] == 0 &&
		    report_shares_paper(w, &sn->row[NOUN_PROJECT][i]))
			to->project[to->projects++] = project_view(sn, &sn->row[NOUN_PROJECT][i]);
}

static void
add_agreements(struct report_work *w)
{
	struct report_paper  *to = w->to;
	struct agreement_list l = agreement_list(w->a, w->ed);

	to->agreement = ARENA_ARRAY(w->a, struct agreement_view, l.len + 1);
	for (size_t i = 0; i < l.len; i++) {
		struct str             key = l.at[i].agreement.id;
		const struct noun_row *row = edition_thing(w->ed, NOUN_AGREEMENT, key);
		struct agreement_view  m;

		if (!report_wants(w, key))
			continue;
		m = agreement_view(w->a, w->ed, row);
		if (to->of.id.len > 0 || is_of_policy(w, row, &m))
			to->agreement[to->agreements++] = m;
	}
}

static bool
add_objectives(struct report_work *w, const struct report_committee *c, size_t *cap)
{
	struct report_paper *to = w->to;

	for (size_t i = 0; i < c->objectives; i++) {
		struct str key = c->objective[i].objective.id;

		if (!report_wants(w, key))
			continue;
		ARENA_GROW(w->a, to->objective, to->objectives, cap);
		if (!objective_view(w->a, w->ed, edition_thing(w->ed, NOUN_OBJECTIVE, key),
		    &to->objective[to->objectives]))
			return false;
		to->objectives++;
	}
	return true;
}

static int
by_title(const void *a, const void *b, void *collator)
{
	const struct area_view *x = a, *y = b;

	return sorted_titles(&x->place.area, &y->place.area, collator);
}

/* Those of the city in which something is measured. */
static bool
add_areas(struct report_work *w)
{
	const struct snapshot *sn = &w->ed->sn;
	struct report_paper   *to = w->to;

	to->area = ARENA_ARRAY(w->a, struct area_view, sn->len[NOUN_AREA] + 1);
	for (size_t i = 0; i < sn->len[NOUN_AREA]; i++) {
		const struct noun_row *row = &sn->row[NOUN_AREA][i];
		struct area_view      *m = &to->area[to->areas];

		if (!report_wants(w, things_key(sn->things, row->id)))
			continue;
		if (!area_view(w->a, w->ed, row, m))
			return false;
		if (to->of.id.len > 0 || (m->parent.id.len > 0 && m->len + m->sets > 0))
			to->areas++;
	}
	sorted(to->area, to->areas, sizeof *to->area, by_title);
	return true;
}

bool
report_things(struct report_work *w)
{
	size_t cap = 0;

	switch (w->ask->kind) {
	case REPORT_STATUS:
	case REPORT_AGREEMENT:
		add_agreements(w);
		add_projects(w);
		return true;
	case REPORT_BRIEF:
		for (size_t i = 0; i < w->to->committees; i++)
			if (!add_objectives(w, &w->to->committee[i], &cap))
				return false;
		return true;
	case REPORT_PRESS:
		return add_areas(w);
	case REPORT_GOALS:
	case REPORT_INDICATORS:
	case REPORT_ECONOMY:
	case REPORT_ACTIONS:
	case REPORT_FORMS:
	case REPORT_KIND_COUNT:
		break;
	}
	return true;
}
