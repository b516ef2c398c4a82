#include "app/import.h"
#include "app/proposals.h"

struct decision {
	struct arena      arena;
	struct store     *s;
	struct diags     *d;
	const struct str *keys;
	size_t            len;
	bool              accept;
	const struct act *act;
	struct accept     x;
	size_t            done;
};

static bool
wanted(const struct decision *k, const struct noun_row *row)
{
	struct str key = things_key(k->x.things, row->id);

	if (!str_eq(row->text[PROPOSAL_state], proposal_state_code(STATE_WAITING)))
		return false;
	for (size_t i = 0; i < k->len; i++)
		if (str_eq(key, k->keys[i]))
			return true;
	return k->len == 0;
}

/* Every key that was named must be a proposal that waits. */
static bool
check_keys(struct decision *k)
{
	for (size_t i = 0; i < k->len; i++) {
		int64_t                id = things_find(k->x.things, NOUN_PROPOSAL, k->keys[i]);
		const struct noun_row *row = snapshot_row(&k->x.sn, id);

		if (row == NULL)
			(void)diag_error(k->d, k->keys[i], 0, STR("there is no such proposal"),
			    STR("see 'pejl list proposals'"));
		else if (!wanted(k, row))
			(void)diag_error(k->d, k->keys[i], 0, arena_printf(&k->arena,
			    "is " STR_FMT " already", STR_ARG(row->text[PROPOSAL_state])),
			    STR("undo the change that decided it first"));
	}
	return k->d->errors == 0;
}

/* The document's own date, for what its proposals say without one. */
static void
open_document(struct decision *k, int64_t document)
{
	int32_t day;

	k->x.title = snapshot_title(&k->x.sn, document);
	k->x.date = (struct period){ 0 };
	k->x.factor = 0;
	if (day_from_iso(snapshot_text(&k->x.sn, document, DOCUMENT_stated), &day))
		k->x.date = period_make(day, day + 1, PRECISION_DAY);
}

static bool
decide_one(struct decision *k, const struct noun_row *row)
{
	struct proposal p = proposals_get(&k->x, row);
	int64_t         becomes = 0;

	if (k->accept && !accept_proposal(&k->x, &p, &becomes))
		return false;
	k->done++;
	return proposals_decide(&k->x, row, k->accept ? STATE_ACCEPTED : STATE_REJECTED, becomes);
}

/* One document's proposals are one change, so that what they become points
 * back to it. */
static bool
decide_document(struct decision *k, int64_t document)
{
	bool opened = false;

	for (size_t i = 0; i < k->x.sn.len[NOUN_PROPOSAL]; i++) {
		const struct noun_row *row = &k->x.sn.row[NOUN_PROPOSAL][i];

		if (row->ref[PROPOSAL_document] != document || !wanted(k, row))
			continue;
		if (!opened && !change_add(k->s, k->act, document, 0, &k->x.change))
			return false;
		if (!opened)
			open_document(k, document);
		opened = true;
		if (!decide_one(k, row))
			return false;
	}
	return true;
}

bool
import_decide(struct store *s, const struct str *keys, size_t len, bool accept,
              const struct act *act, struct diags *d, size_t *ret)
{
	struct decision k = { .s = s, .d = d, .keys = keys, .len = len, .accept = accept,
	                      .act = act };
	bool            ok = false;

	k.x.arena = &k.arena;
	k.x.store = s;
	if (!store_begin(s))
		goto out;
	k.x.things = things_load(&k.arena, s);
	if (k.x.things == NULL ||
	    !snapshot_load(&k.arena, s, k.x.things, 0, NOUN_ALL, &k.x.sn) || !check_keys(&k))
		goto out;
	for (size_t i = 0; i < k.x.sn.len[NOUN_DOCUMENT]; i++)
		if (!decide_document(&k, k.x.sn.row[NOUN_DOCUMENT][i].id))
			goto out;
	ok = store_commit(s);
out:
	store_rollback(s);
	if (!ok && store_failed(s))
		(void)store_problem(s, d);
	if (ok)
		*ret = k.done;
	arena_free(&k.arena);
	return ok;
}
