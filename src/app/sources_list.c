/* Which sources there are, and what came of their fetches. */
#include "app/source_state.h"

static const struct str outcomes[] = {
#define X(id, code) STR_INIT(code),
	SOURCE_OUTCOMES(X)
#undef X
};

struct str
source_outcome_code(enum source_outcome o)
{
	return outcomes[o];
}

static enum source_outcome
outcome_of(struct str code)
{
	for (size_t i = 0; i < COUNT_OF(outcomes); i++)
		if (str_eq(code, outcomes[i]))
			return (enum source_outcome)i;
	return SOURCE_FAILED;
}

bool
sources_list(struct arena *a, struct store *s, struct source_line **ret, size_t *len)
{
	struct things       *t = things_load(a, s);
	struct snapshot      sn;
	struct source_state  st;
	struct source_change broken;

	if (t == NULL || !snapshot_load(a, s, t, 0, NOUN_BIT(SOURCE), &sn))
		return false;
	*len = sn.len[NOUN_SOURCE];
	*ret = ARENA_ARRAY(a, struct source_line, *len + 1);
	for (size_t i = 0; i < *len; i++) {
		const struct noun_row *r = &sn.row[NOUN_SOURCE][i];

		if (!source_state_get(a, s, r->id, &st) || !source_change_get(a, s, r->id, &broken))
			return false;
		(*ret)[i] = (struct source_line){ things_key(t, r->id), r->text[SOURCE_title],
		    r->text[SOURCE_tbl], st.updated, st.fetched, r->text[SOURCE_kind],
		    things_key(t, r->ref[SOURCE_indicator]), broken.found != 0 };
	}
	return true;
}

bool
sources_log(struct arena *a, struct store *s, struct str key, struct source_event **ret, size_t *len)
{
	struct things       *t = things_load(a, s);
	enum stmt            q = key.len > 0 ? STMT_SOURCE_LOG_OF : STMT_SOURCE_LOG_ALL;
	struct param         p[1];
	struct source_event *at = NULL;
	size_t               n = 0, cap = 0;

	if (t == NULL)
		return false;
	p[0] = P_INT(things_find(t, NOUN_SOURCE, key));
	if (!store_query(s, q, p, key.len > 0))
		return false;
	while (store_next(s, q)) {
		ARENA_GROW(a, at, n, &cap);
		at[n++] = (struct source_event){
			.source = things_key(t, store_int(s, q, 0)), .at = store_int(s, q, 1),
			.outcome = outcome_of(store_text(s, q, 2)), .words = str_dup(a, store_text(s, q, 3)),
			.change = store_int(s, q, 4),
		};
	}
	*ret = at;
	*len = n;
	return !store_failed(s);
}
