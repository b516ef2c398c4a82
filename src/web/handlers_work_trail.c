/* Who did what. */
#include "app/account.h"
#include "view/pages/trail.h"
#include "web/download.h"
#include "web/staff.h"

#define ROWS_A_PAGE 100
#define ROWS_A_TURN 1000                /* of a download */

static struct trail_line
line_of(const struct trail_row *r)
{
	return (struct trail_line){
		.id = r->id, .change = r->change, .at = r->at, .act = r->act, .thing = r->thing,
		.who = r->who, .why = r->why, .before = r->before, .after = r->after,
		.erased = r->erased,
	};
}

static int
handle_trail(struct request *rq)
{
	struct trail_shown m = { .person = rq->query.number[QUERY_PERSON] };
	struct trail_rows  rows;
	struct page        p = request_page(rq);
	struct work        w = request_work(rq, WORK_TRAIL, NULL);

	/* One more than is shown says whether there are older ones. */
	if (!account_list(rq->arena, rq->store, &rq->edition->sn, &m.all) ||
	    !trail_read(rq->arena, rq->store, m.person, rq->query.number[QUERY_BEFORE],
	    ROWS_A_PAGE + 1, &rows))
		return 500;
	m.len = rows.len > ROWS_A_PAGE ? ROWS_A_PAGE : rows.len;
	m.at = ARENA_ARRAY(rq->arena, struct trail_line, m.len + 1);
	for (size_t i = 0; i < m.len; i++)
		m.at[i] = line_of(&rows.at[i]);
	if (rows.len > m.len)
		m.before = m.at[m.len - 1].id;
	trail_page(&p, &w, &m);
	return 200;
}

/* ---- what is kept about one person ---- */

static const struct grid_column columns[] = {
	{ STR_INIT("row"), STR_INIT("Række"), 8 }, { STR_INIT("at"), STR_INIT("Tidspunkt"), 22 },
	{ STR_INIT("who"), STR_INIT("Hvem"), 24 }, { STR_INIT("act"), STR_INIT("Handling"), 20 },
	{ STR_INIT("thing"), STR_INIT("Om"), 30 }, { STR_INIT("why"), STR_INIT("Hvorfor"), 30 },
	{ STR_INIT("before"), STR_INIT("Før"), 30 }, { STR_INIT("after"), STR_INIT("Efter"), 30 },
};

static void
put_row(struct grid *g, const struct trail_row *r)
{
	grid_text(g, arena_printf(g->arena, "%lld", (long long)r->id));
	grid_text(g, r->at);
	grid_text(g, r->who);
	grid_text(g, r->act);
	grid_text(g, r->thing);
	grid_text(g, r->why);
	grid_text(g, r->before);
	grid_text(g, r->after);
}

static bool
put_all(struct request *rq, int64_t account, struct grid *g)
{
	struct trail_rows rows;
	int64_t           before = 0;

	do {
		if (!trail_read(rq->arena, rq->store, account, before, ROWS_A_TURN, &rows))
			return false;
		for (size_t i = 0; i < rows.len; i++)
			put_row(g, &rows.at[i]);
		before = rows.len > 0 ? rows.at[rows.len - 1].id : 0;
	} while (rows.len == ROWS_A_TURN);
	return true;
}

/* That it was taken out is in the trail, and whose it is. */
static bool
note(struct request *rq, int64_t account)
{
	const struct trail_entry e = {
		.act = ACT_TRAIL_INSIGHT, .thing = trail_account(rq->arena, account),
	};
	bool ok = store_begin(rq->store) && trail_add(rq->store, rq->actor, rq->now, &e) &&
	    store_commit(rq->store);

	store_rollback(rq->store);
	return ok;
}

static int
handle_csv(struct request *rq)
{
	struct accounts_view       all;
	const struct account_view *of;
	struct grid                g = grid_new(rq->arena, STR("trail"), columns, COUNT_OF(columns));

	if (!QUERY_HAS(&rq->query, PERSON)) {
		rq->detail = say(&rq->lang, "Say whose it is with ?person= and the number of the account.");
		return 400;
	}
	if (!account_list(rq->arena, rq->store, &rq->edition->sn, &all))
		return 500;
	of = account_of(&all, rq->query.number[QUERY_PERSON]);
	if (of == NULL)
		return 404;
	if (!note(rq, of->id) || !put_all(rq, of->id, &g))
		return 500;
	return download_csv(rq, &g, arena_printf(rq->arena, "trail-%lld.csv", (long long)of->id));
}

const struct route routes_trail[ROUTES_TRAIL] = {
	{ METHOD_GET, STR_INIT("/:lang/work/trail"), ACCESS_TRAIL, NEEDS_STORE,
	  QUERY_BIT(PERSON) | QUERY_BIT(BEFORE), handle_trail, "Who did what", NULL },
	{ METHOD_GET, STR_INIT("/:lang/work/trail.csv"), ACCESS_TRAIL, NEEDS_STORE,
	  QUERY_BIT(PERSON) | QUERY_BIT(PROFILE), handle_csv, "All that is kept about one person", NULL },
};
