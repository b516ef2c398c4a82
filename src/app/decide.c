#include "app/decide.h"
#include "app/import.h"
#include <stdlib.h>

struct decision {
	struct arena     *arena;
	struct store     *s;
	struct diags     *d;
	struct decide    *ask;
	const struct act *act;
	struct accept    *x;
};

static bool
wanted(const struct decision *k, const struct noun_row *row)
{
	const struct decide *ask = k->ask;
	struct str           key = things_key(k->x->things, row->id);

	if (!str_eq(row->text[PROPOSAL_state], proposal_state_code(STATE_WAITING)) ||
	    (ask->document != 0 && row->ref[PROPOSAL_document] != ask->document) ||
	    (ask->kind.len > 0 && !str_eq(row->text[PROPOSAL_kind], ask->kind)))
		return false;
	for (size_t i = 0; i < ask->len; i++)
		if (str_eq(key, ask->keys[i]))
			return true;
	return ask->len == 0;
}

/* Every key that was named must be a proposal that waits. */
static bool
check_keys(struct decision *k)
{
	size_t before = k->d->errors;

	for (size_t i = 0; i < k->ask->len; i++) {
		struct str             key = k->ask->keys[i];
		int64_t                id = things_find(k->x->things, NOUN_PROPOSAL, key);
		const struct noun_row *row = snapshot_row(&k->x->sn, id);

		if (row == NULL) {
			k->ask->missing = true;
			(void)diag_error(k->d, key, 0, STR("there is no such proposal"),
			    STR("see 'pejl list proposals'"));
		} else if (!wanted(k, row)) {
			k->ask->stale = true;
			(void)diag_error(k->d, key, 0, arena_printf(k->arena,
			    "is " STR_FMT " already", STR_ARG(row->text[PROPOSAL_state])),
			    STR("undo the change that decided it first"));
		}
	}
	return k->d->errors == before;
}

/* The document's own date, for what its proposals say without one. */
void
decide_document(struct accept *x, int64_t document)
{
	int32_t day;

	x->title = snapshot_title(&x->sn, document);
	if (str_eq(x->title, snapshot_text(&x->sn, document, DOCUMENT_file)))
		x->title = STR_NONE;            /* it has none of its own */
	x->date = (struct period){ 0 };
	x->document = document;
	x->lines_len = 0;
	if (day_from_iso(snapshot_text(&x->sn, document, DOCUMENT_stated), &day))
		x->date = period_make(day, day + 1, PRECISION_DAY);
}

/* Of all of a kind it stays; of one that was named it is told. */
static bool
has_to_wait(struct decision *k, const struct noun_row *row, const struct proposal *p)
{
	const char *why = accept_refuses(k->x, p, &k->ask->at);

	if (why == NULL)
		return false;
	k->ask->refused++;
	if (k->ask->len == 0)
		return true;
	k->ask->why = why;
	return !diag_error(k->d, things_key(k->x->things, row->id), 0, str_from(why),
	    STR("correct it among the papers of the staff"));
}

/* `last`: those that point to others, which are decided after these. */
static bool
decide_one(struct decision *k, const struct noun_row *row, bool last)
{
	struct noun_row next = *row;
	struct proposal p;
	int64_t         becomes = 0;

	if (!proposals_get(k->x, row, &p))
		return false;
	if (accept_comes_last(&p) != last)
		return true;
	if (k->ask->words != NULL && !proposals_correct(k->x, &next, k->ask->words, &p))
		return false;
	if (k->ask->accept && has_to_wait(k, row, &p))
		return k->ask->len == 0;
	if (k->ask->accept && !accept_proposal(k->x, &p, &becomes))
		return false;
	k->ask->done++;
	return proposals_decide(k->x, &next, k->ask->accept ? STATE_ACCEPTED : STATE_REJECTED,
	    becomes);
}

static int64_t
document_of(const struct noun_row *row)
{
	return row->ref[PROPOSAL_document];
}

/* By document, then as they stand in it. */
static int
by_place(const void *a, const void *b)
{
	const struct noun_row *x = *(const struct noun_row *const *)a;
	const struct noun_row *y = *(const struct noun_row *const *)b;

	if (document_of(x) != document_of(y))
		return document_of(x) < document_of(y) ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

/* A request that names its nonce writes it with its first change; those of
 * further documents hang on that one. */
static bool
open_change(struct decision *k, int64_t document, size_t number)
{
	struct act act = *k->act;

	if (act.nonce.len > 0 && number > 0)
		act.nonce = arena_printf(k->arena, STR_FMT "+%zu", STR_ARG(act.nonce), number);
	decide_document(k->x, document);
	if (!change_add(k->s, &act, document, 0, &k->x->change))
		return false;
	if (number == 0)
		k->ask->change = k->x->change;
	return true;
}

/* One document's proposals are one change, so that what they become points
 * back to it. */
static bool
decide_all(struct decision *k)
{
	size_t                  all = k->x->sn.len[NOUN_PROPOSAL], n = 0, changes = 0;
	const struct noun_row **at = ARENA_ARRAY(k->arena, const struct noun_row *, all + 1);

	for (size_t i = 0; i < all; i++)
		if (wanted(k, &k->x->sn.row[NOUN_PROPOSAL][i]))
			at[n++] = &k->x->sn.row[NOUN_PROPOSAL][i];
	if (n > 1)
		qsort(at, n, sizeof *at, by_place);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && document_of(at[end]) == document_of(at[i]); end++)
			;
		if (!open_change(k, document_of(at[i]), changes++))
			return false;
		for (size_t p = 0; p < 2 * (end - i); p++)
			if (!decide_one(k, at[i + p % (end - i)], p >= end - i))
				return false;
	}
	return true;
}

bool
decide_open(struct arena *a, struct store *s, struct accept *ret)
{
	*ret = (struct accept){ .arena = a, .store = s, .things = things_load(a, s) };
	return ret->things != NULL && snapshot_load(a, s, ret->things, 0, NOUN_ALL, &ret->sn);
}

bool
decide_within(struct accept *x, struct decide *ask, const struct act *act, struct diags *d)
{
	struct decision k = { .arena = x->arena, .s = x->store, .d = d, .ask = ask, .act = act, .x = x };

	ask->done = ask->refused = 0;
	ask->why = NULL;
	ask->missing = ask->stale = false;
	x->into = ask->into;
	return check_keys(&k) && decide_all(&k);
}

bool
import_decide(struct store *s, const struct str *keys, size_t len, bool accept,
              const struct act *act, struct diags *d, size_t *ret)
{
	struct arena  a = { 0 };
	struct decide ask = { .keys = keys, .len = len, .accept = accept };
	struct accept x;
	bool          ok = store_begin(s) && decide_open(&a, s, &x) &&
	    decide_within(&x, &ask, act, d) && (ask.done == 0 || store_commit(s));

	store_rollback(s);
	if (!ok && store_failed(s))
		(void)store_problem(s, d);
	if (ok)
		*ret = ask.done;
	arena_free(&a);
	return ok;
}
