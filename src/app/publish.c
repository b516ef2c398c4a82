#include "app/publish.h"

struct publishing {
	struct arena      arena;
	struct store     *s;
	struct diags     *d;
	const struct act *act;
	bool              publish;
	struct things    *things;
	struct snapshot   sn;
	size_t            done;
};

bool
document_is_published(const struct noun_row *document)
{
	return document->text[DOCUMENT_published].len > 0;
}

/* A request that names its nonce writes it with its first change. */
static bool
open_change(struct publishing *k, int64_t document, int64_t *ret)
{
	struct act act = *k->act;

	if (act.nonce.len > 0 && k->done > 0)
		act.nonce = arena_printf(&k->arena, STR_FMT "+%zu", STR_ARG(act.nonce), k->done);
	return change_add(k->s, &act, document, 0, ret);
}

static bool
decide_one(struct publishing *k, struct str key)
{
	const struct noun_row *now = snapshot_row(&k->sn, things_find(k->things, NOUN_DOCUMENT, key));
	struct noun_row        row;

	if (now == NULL)
		return diag_error(k->d, key, 0, STR("there is no such document"),
		    STR("see 'pejl list documents'"));
	if (document_is_published(now) == k->publish)
		return true;
	row = *now;
	row.text[DOCUMENT_published] = k->publish ? STR("1") : STR_NONE;
	if (!open_change(k, row.id, &row.since))
		return false;
	k->done++;
	return store_noun_end(k->s, NOUN_DOCUMENT, row.id, row.since) &&
	    store_noun_add(k->s, NOUN_DOCUMENT, &row);
}

static bool
named_before(const struct str *keys, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(keys[k], keys[i]))
			return true;
	return false;
}

static bool
decide_all(struct publishing *k, const struct str *keys, size_t len)
{
	k->things = things_load(&k->arena, k->s);
	if (k->things == NULL || !snapshot_load(&k->arena, k->s, k->things, 0,
	    NOUN_BIT(DOCUMENT), &k->sn))
		return false;
	for (size_t i = 0; i < len; i++)
		if (!named_before(keys, i) && !decide_one(k, keys[i]))
			return false;
	return true;
}

bool
documents_publish(struct store *s, const struct str *keys, size_t len, bool publish,
                  const struct act *act, struct diags *d, size_t *ret)
{
	struct publishing k = { .s = s, .d = d, .act = act, .publish = publish };
	bool              ok = store_begin(s) && decide_all(&k, keys, len) && store_commit(s);

	store_rollback(s);
	if (!ok && store_failed(s))
		(void)store_problem(s, d);
	if (ok)
		*ret = k.done;
	arena_free(&k.arena);
	return ok;
}
