#include "app/source_log.h"

static const struct str kinds[SOURCE_RUN_KIND_COUNT] = {
#define X(id, code) STR_INIT(code),
	SOURCE_RUN_KINDS(X)
#undef X
};

static const struct str states[SOURCE_RUN_STATE_COUNT] = {
#define X(id, code) STR_INIT(code),
	SOURCE_RUN_STATES(X)
#undef X
};

struct str
source_run_kind_code(enum source_run_kind k)
{
	return kinds[k];
}

bool
source_log_add(struct store *s, const struct source_logged *w, int64_t *ret)
{
	int64_t      last;
	struct param p[] = { P_INT(0), P_INT(w->source), P_INT(w->account), P_TEXT(kinds[w->kind]),
	                     P_INT(w->now) };

	if (!store_get_int(s, STMT_SOURCE_RUN_LAST, NULL, 0, &last))
		return false;
	p[0] = P_INT(last + 1);
	if (!store_run(s, STMT_SOURCE_RUN_ADD, p, COUNT_OF(p)))
		return false;
	*ret = last + 1;
	return true;
}

static bool
trim(struct store *s, int64_t source)
{
	struct param p[] = { P_INT(source), P_INT(SOURCE_LOG_KEPT) };

	return store_run(s, STMT_SOURCE_RUN_TRIM, p, COUNT_OF(p)) &&
	    store_run(s, STMT_SOURCE_ITEM_TRIM, NULL, 0) &&
	    store_run(s, STMT_SOURCE_DRAFT_TRIM, NULL, 0);
}

/* `row`: what SOURCE_RUN_END sets, from the second on. */
static bool
end(struct store *s, const struct source_logged *w, enum source_run_state state,
    const struct source_run *r, int64_t *run)
{
	struct param p[] = {
		P_TEXT(states[state]), P_INT(w->now), P_INT(r->added),
		P_INT(r->revised), P_INT(r->same), P_INT(r->unchanged), P_INT(r->change),
		P_TEXT(r->updated), P_TEXT(r->problem), P_TEXT(r->hint), P_TEXT(r->unmapped),
		P_INT(w->run),
	};

	*run = w->run;
	if (w->run == 0 && !source_log_add(s, w, run))
		return false;
	p[COUNT_OF(p) - 1] = P_INT(*run);
	return store_run(s, STMT_SOURCE_RUN_END, p, COUNT_OF(p)) && trim(s, w->source);
}

bool
source_log_failed(struct store *s, const struct source_logged *w, enum source_run_state state,
                  struct str problem, struct str hint)
{
	struct source_run r = { .updated = STR(""), .unmapped = STR(""), .problem = problem, .hint = hint };
	int64_t           run;

	if (problem.len == 0)
		r.problem = STR("");
	if (hint.len == 0)
		r.hint = STR("");
	return end(s, w, state, &r, &run);
}

/* ---- what came ---- */

static bool
add_item(struct store *s, int64_t run, int64_t place, const struct source_item *it)
{
	struct param p[] = {
		P_INT(run), P_INT(place), P_INT(it->row.indicator), P_INT(it->row.area),
		P_INT(it->row.group), P_INT(it->row.from), P_INT(it->row.to),
		P_INT(it->news == SOURCE_REVISED), P_TEXT(it->was.len > 0 ? it->was : STR("")),
		P_TEXT(it->is),
	};

	return store_run(s, STMT_SOURCE_ITEM_ADD, p, COUNT_OF(p));
}

static bool
add_items(struct store *s, int64_t run, const struct sources_found *f)
{
	static const enum source_news order[] = { SOURCE_REVISED, SOURCE_NEW };
	int64_t                       place = 0;

	for (size_t o = 0; o < COUNT_OF(order); o++)
		for (size_t i = 0; i < f->len && place < SOURCE_ITEMS_MAX; i++)
			if (f->at[i].news == order[o] && !add_item(s, run, ++place, &f->at[i]))
				return false;
	return true;
}

static struct str
lines_of(struct arena *a, const struct str *at, size_t len)
{
	struct buf b;
	struct str text;

	buf_init(&b, (size_t)1 << 20);
	for (size_t i = 0; i < len && i < SOURCE_ITEMS_MAX; i++)
		buf_putf(&b, "%s" STR_FMT, i > 0 ? "\n" : "", STR_ARG(at[i]));
	text = buf_ok(&b) ? str_dup(a, buf_str(&b)) : STR("");
	buf_free(&b);
	return text.len > 0 ? text : STR("");
}

bool
source_log_done(struct arena *a, struct store *s, const struct source_logged *w,
                const struct sources_found *f)
{
	struct source_run r = {
		.added = (int64_t)f->count[SOURCE_NEW], .revised = (int64_t)f->count[SOURCE_REVISED],
		.same = (int64_t)f->count[SOURCE_SAME], .unchanged = f->unmodified, .change = f->change,
		.updated = f->updated.len > 0 ? f->updated : STR(""), .problem = STR(""), .hint = STR(""),
		.unmapped = lines_of(a, f->unmapped, f->unmapped_len),
	};
	int64_t run;

	return end(s, w, SOURCE_RUN_DONE, &r, &run) && add_items(s, run, f);
}

/* ---- read back ---- */

static size_t
place_of(struct str code, const struct str *at, size_t len)
{
	size_t i = 0;

	while (i < len && !str_eq(at[i], code))
		i++;
	return i;
}

struct source_logged_row
source_log_row(struct arena *a, struct store *s, enum stmt q)
{
	return (struct source_logged_row){
		.run = {
			.id = store_int(s, q, 0),
			.kind = (enum source_run_kind)place_of(store_text(s, q, 2), kinds, COUNT_OF(kinds)),
			.state = (enum source_run_state)place_of(store_text(s, q, 3), states, COUNT_OF(states)),
			.asked = store_int(s, q, 4), .ended = store_int(s, q, 5),
			.added = store_int(s, q, 6), .revised = store_int(s, q, 7),
			.same = store_int(s, q, 8), .unchanged = store_int(s, q, 9) != 0,
			.change = store_int(s, q, 10), .updated = str_dup(a, store_text(s, q, 11)),
			.problem = str_dup(a, store_text(s, q, 12)), .hint = str_dup(a, store_text(s, q, 13)),
			.unmapped = str_dup(a, store_text(s, q, 14)), .by = str_dup(a, store_text(s, q, 15)),
			.account = store_int(s, q, 16),
		},
		.source = store_int(s, q, 1), .account = store_int(s, q, 16), .tries = store_int(s, q, 17),
	};
}
