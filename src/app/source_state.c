#include "app/source_state.h"

bool
source_state_get(struct arena *a, struct store *s, int64_t source, struct source_state *ret)
{
	struct param p[] = { P_INT(source) };
	enum stmt    q = STMT_SOURCE_STATE_GET;

	*ret = (struct source_state){ 0 };
	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(s, q)) {
		*ret = (struct source_state){
			store_int(s, q, 0), store_int(s, q, 1), store_int(s, q, 2),
			str_dup(a, store_text(s, q, 3)), str_dup(a, store_text(s, q, 4)),
			str_dup(a, store_text(s, q, 5)), str_dup(a, store_text(s, q, 6)),
		};
		store_reset(s, q);
	}
	return !store_failed(s);
}

bool
source_state_put(struct store *s, int64_t source, const struct source_state *n)
{
	struct param drop[] = { P_INT(source) };
	struct param p[] = {
		P_INT(source), P_INT(n->since), P_INT(n->method), P_INT(n->fetched),
		P_TEXT(n->etag), P_TEXT(n->modified), P_TEXT(n->updated), P_TEXT(n->print),
	};

	return store_run(s, STMT_SOURCE_STATE_DROP, drop, COUNT_OF(drop)) &&
	    store_run(s, STMT_SOURCE_STATE_PUT, p, COUNT_OF(p));
}

bool
source_change_get(struct arena *a, struct store *s, int64_t source, struct source_change *ret)
{
	struct param p[] = { P_INT(source) };
	enum stmt    q = STMT_SOURCE_BREAK_GET;

	*ret = (struct source_change){ 0 };
	if (!store_query(s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(s, q)) {
		*ret = (struct source_change){ store_int(s, q, 0), str_dup(a, store_text(s, q, 1)),
			str_dup(a, store_text(s, q, 2)), str_dup(a, store_text(s, q, 3)),
			store_int(s, q, 4) };
		store_reset(s, q);
	}
	return !store_failed(s);
}

bool
source_change_drop(struct store *s, int64_t source)
{
	struct param p[] = { P_INT(source) };

	return store_run(s, STMT_SOURCE_BREAK_DROP, p, COUNT_OF(p));
}

bool
source_change_put(struct store *s, int64_t source, const struct source_change *n)
{
	struct param p[] = {
		P_INT(source), P_INT(n->found), P_TEXT(n->went), P_TEXT(n->came), P_TEXT(n->print),
		P_INT(n->starts),
	};

	return source_change_drop(s, source) && store_run(s, STMT_SOURCE_BREAK_PUT, p, COUNT_OF(p));
}

bool
source_log_add(struct store *s, int64_t source, const struct source_event *e)
{
	int64_t      last;
	struct param of[] = { P_INT(source), P_INT(SOURCE_LOG_KEPT) };

	if (!store_get_int(s, STMT_SOURCE_LOG_LAST, NULL, 0, &last))
		return false;
	{
		struct param p[] = {
			P_INT(last + 1), P_INT(source), P_INT(e->at), P_TEXT(source_outcome_code(e->outcome)),
			P_TEXT(e->words), P_INT(e->change),
		};

		return store_run(s, STMT_SOURCE_LOG_PUT, p, COUNT_OF(p)) &&
		    store_run(s, STMT_SOURCE_LOG_TRIM, of, COUNT_OF(of));
	}
}
