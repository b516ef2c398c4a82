/* Which sources there are, and what came of their fetches. */
#include "app/source_log.h"
#include "app/source_state.h"

#define SOURCE_LOG_SHOWN_MAX 500

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

static struct str
words_of(struct arena *a, const struct source_run *r)
{
	if (r->state != SOURCE_RUN_DONE)
		return r->problem;
	return r->unchanged ? STR("unchanged since it was fetched")
	    : arena_printf(a, "%lld new, %lld revised, %lld as before", (long long)r->added,
	          (long long)r->revised, (long long)r->same);
}

static enum source_outcome
outcome_of(const struct source_run *r)
{
	if (r->state == SOURCE_RUN_DONE)
		return r->change != 0 ? SOURCE_NEWS : SOURCE_NOTHING_NEW;
	return r->state == SOURCE_RUN_BROKEN ? SOURCE_BROKEN : SOURCE_FAILED;
}

/* How the last fetch that ended did. */
static bool
load_last(struct arena *a, struct store *s, int64_t source, struct source_line *to)
{
	struct param p[] = { P_INT(source), P_INT(SOURCE_LOG_KEPT) };
	enum stmt    q = STMT_SOURCE_RUN_OF;

	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	while (!to->tried && store_next(s, q)) {
		struct source_logged_row row = source_log_row(a, s, q);

		to->tried = row.run.ended > 0 && row.run.kind != SOURCE_RUN_TRY;
		to->last = outcome_of(&row.run);
		to->problem = row.run.problem;
	}
	store_reset(s, q);
	return !store_failed(s);
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
		(*ret)[i] = (struct source_line){
			.key = things_key(t, r->id), .title = r->text[SOURCE_title], .table = r->text[SOURCE_tbl],
			.updated = st.updated, .fetched = st.fetched, .kind = r->text[SOURCE_kind],
			.indicator = things_key(t, r->ref[SOURCE_indicator]), .broken = broken.found != 0,
		};
		if (!load_last(a, s, r->id, &(*ret)[i]))
			return false;
	}
	return true;
}

bool
sources_log(struct arena *a, struct store *s, struct str key, struct source_event **ret, size_t *len)
{
	struct things       *t = things_load(a, s);
	struct param         p[] = { P_INT(0), P_INT(SOURCE_LOG_SHOWN_MAX) };
	struct source_event *at = NULL;
	size_t               n = 0, cap = 0;

	if (t == NULL)
		return false;
	if (key.len > 0)
		p[0] = P_INT(things_find(t, NOUN_SOURCE, key) != 0 ? things_find(t, NOUN_SOURCE, key) : -1);
	if (!store_query(s, STMT_SOURCE_RUN_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_SOURCE_RUN_OF)) {
		struct source_logged_row row = source_log_row(a, s, STMT_SOURCE_RUN_OF);

		if (row.run.ended == 0 || row.run.kind == SOURCE_RUN_TRY)
			continue;
		ARENA_GROW(a, at, n, &cap);
		at[n++] = (struct source_event){
			.source = things_key(t, row.source), .at = row.run.ended,
			.outcome = outcome_of(&row.run), .words = words_of(a, &row.run),
			.change = row.run.change,
		};
	}
	*ret = at;
	*len = n;
	return !store_failed(s);
}
