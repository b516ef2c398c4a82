#include "app/thing_page.h"
#include "app/judge.h"

#define OWNERS_MAX 4            /* "the amount of a line of an initiative" */

/* Kinds that have a page of their own, or stand in a list. */
static const struct {
	enum noun   noun;
	const char *path, *asks;
	bool        list;
} pages[] = {
	{ NOUN_DOCUMENT, "document", NULL, false }, { NOUN_AREA, "area", NULL, false },
	{ NOUN_UNIT, "unit", NULL, false }, { NOUN_OBJECTIVE, "objective", NULL, false },
	{ NOUN_INDICATOR, "indicator", NULL, false }, { NOUN_AGREEMENT, "agreement", NULL, false },
	{ NOUN_INITIATIVE, "initiative", NULL, false }, { NOUN_AUTHORITY, "about", NULL, true },
	{ NOUN_COMPARATOR, "comparison", "comparator", false }, { NOUN_POLICY, "", "policy", false },
	{ NOUN_THEME, "", "theme", false }, { NOUN_BUDGET_LINE, "economy", NULL, true },
	{ NOUN_AMOUNT, "economy", NULL, true }, { NOUN_PRINTED_TOTAL, "economy", NULL, true },
	{ NOUN_DUTY, "wheel", NULL, true },
};

/* What a thing without a page belongs to: the first of these that it names. */
static const struct {
	enum noun noun;
	size_t    column;
} owners[] = {
	{ NOUN_PATHWAY, PATHWAY_objective }, { NOUN_METHOD, METHOD_indicator },
	{ NOUN_CONTRIBUTION, CONTRIBUTION_initiative }, { NOUN_TARGET_GROUP, TARGET_GROUP_initiative },
	{ NOUN_ACTIVITY, ACTIVITY_initiative }, { NOUN_STATUS_REPORT, STATUS_REPORT_initiative },
	{ NOUN_STATUS_REPORT, STATUS_REPORT_target }, { NOUN_TARGET, TARGET_indicator },
	{ NOUN_TARGET, TARGET_objective }, { NOUN_TARGET, TARGET_initiative },
	{ NOUN_PROJECT, PROJECT_agreement }, { NOUN_TRANSLATION, TRANSLATION_thing },
	{ NOUN_COMPARATOR_MEMBER, COMPARATOR_MEMBER_comparator },
	{ NOUN_AMOUNT, AMOUNT_budget_line }, { NOUN_SHAPE, SHAPE_area },
	{ NOUN_EXTENSION, EXTENSION_duty }, { NOUN_DELIVERY, DELIVERY_duty },
	{ NOUN_PROMISE, PROMISE_initiative }, { NOUN_NEED_CLASS, NEED_CLASS_indicator },
	{ NOUN_PROGNOSIS, PROGNOSIS_indicator }, { NOUN_PRINTED_TOTAL, PRINTED_TOTAL_budget_line },
};

int64_t
thing_owner(const struct snapshot *sn, int64_t id)
{
	enum noun n = things_kind(sn->things, id);

	for (size_t i = 0; i < COUNT_OF(owners); i++)
		if (owners[i].noun == n && snapshot_ref(sn, id, owners[i].column) != 0)
			return snapshot_ref(sn, id, owners[i].column);
	return 0;
}

static bool
has_page(const struct snapshot *sn, int64_t id, struct thing_page *ret)
{
	enum noun n = things_kind(sn->things, id);

	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		if (pages[i].noun != n)
			continue;
		*ret = (struct thing_page){
			.path = pages[i].path, .asks = pages[i].asks,
			.id = pages[i].list ? STR_NONE : things_key(sn->things, id),
		};
		return true;
	}
	return false;
}

struct thing_page
thing_page(struct arena *a, const struct snapshot *sn, int64_t id)
{
	struct thing_page page = { .path = NULL };
	struct str        part = STR_NONE;

	for (int i = 0; i < OWNERS_MAX && id != 0; i++) {
		if (has_page(sn, id, &page)) {
			page.part = part;
			return page;
		}
		if (things_kind(sn->things, id) == NOUN_TARGET)
			part = arena_printf(a, "target-" STR_FMT, STR_ARG(things_key(sn->things, id)));
		id = thing_owner(sn, id);
	}
	return page;
}

struct thing_shown
thing_shown(struct arena *a, const struct snapshot *sn, int64_t id)
{
	struct thing_shown t = { .noun = things_kind(sn->things, id),
	                         .thing = judge_named(sn, id), .page = thing_page(a, sn, id) };
	int64_t            owner = id;

	for (int i = 0; i < OWNERS_MAX && t.thing.title.len == 0 && owner != 0; i++) {
		owner = thing_owner(sn, owner);
		t.thing.title = snapshot_title(sn, owner);
		t.thing.title_en = snapshot_title_en(sn, owner);
	}
	return t;
}
