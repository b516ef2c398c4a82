#include "app/edition.h"

static struct named
authority_of(const struct snapshot *sn)
{
	return sn->len[NOUN_AUTHORITY] > 0 ? judge_named(sn, sn->row[NOUN_AUTHORITY][0].id)
	                                   : (struct named){ 0 };
}

static bool
judge(struct arena *a, struct edition *ed, struct diags *d)
{
	static const struct budget_ask by_section = { .by = OVERVIEW_BY_SECTION };

	return judge_all(a, ed->store, &ed->sn, ed->when, &ed->judged) &&
	    budget_view(a, &ed->sn, &ed->judged, &by_section, d, &ed->economy) &&
	    audit_register(a, ed->store, &ed->sn, ed->when, &ed->audit);
}

bool
edition_make(struct arena *a, struct store *s, const struct edition *now, struct judge_when when,
             struct diags *d, struct edition *ret)
{
	struct edition ed = { .arena = a, .store = s, .when = when };

	if (now != NULL) {
		ed.things = now->things;
		ed.sn = now->sn;
	} else {
		ed.things = things_load(a, s);
		if (ed.things == NULL || !snapshot_load(a, s, ed.things, 0, NOUN_ALL, &ed.sn))
			return false;
	}
	ed.authority = authority_of(&ed.sn);
	if (!judge(a, &ed, d))
		return false;
	*ret = ed;
	return true;
}

const struct barometer_row *
edition_target(const struct edition *ed, struct str id)
{
	for (size_t i = 0; i < ed->judged.len; i++)
		if (str_eq(ed->judged.at[i].target->id, id))
			return &ed->judged.at[i];
	return NULL;
}

const struct noun_row *
edition_thing(const struct edition *ed, enum noun noun, struct str key)
{
	int64_t id = things_find(ed->things, noun, key);

	return id > 0 ? snapshot_row(&ed->sn, id) : NULL;
}
