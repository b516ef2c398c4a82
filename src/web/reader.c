#include "web/reader.h"
#include "port/clock.h"
#include "port/ticker.h"
#include <stdlib.h>

struct reader {
	struct str        db;
	struct viewer_log log;
	struct reader_work work;
	unsigned          looks;
	struct ticker    *ticker;
	struct store     *store;        /* stays open; NULL: to be opened */
};

/* To the log; the next look opens anew. */
static void
give_up(struct reader *r, struct diags *problems)
{
	struct buf lines;

	if (r->store != NULL)
		(void)store_problem(r->store, problems);
	store_close(r->store);
	r->store = NULL;
	if (r->log.say == NULL)
		return;
	buf_init(&lines, 1 << 16);
	diags_write(problems, &lines);
	r->log.say(r->log.to, buf_str(&lines));
	buf_free(&lines);
}

static bool
is_due(struct reader *r)
{
	return r->work.bell == NULL || atomic_exchange(r->work.bell, false) ||
	    ++r->looks % READER_QUIET == 0;
}

static void
look(void *of, struct ticker *t)
{
	struct reader *r = of;
	struct arena   a = { 0 };
	struct diags   problems = diags_new(&a);
	bool           more = true, ok = true;

	if (!is_due(r))
		return;
	if (r->store == NULL)
		r->store = store_open(r->db, STORE_WRITE, &problems);
	while (r->store != NULL && ok && more && !ticker_stopping(t))
		ok = r->work.next(r->work.of, r->store, clock_unix(), &more);
	if (r->store == NULL || !ok)
		give_up(r, &problems);
	if (r->work.bell != NULL) {
		store_close(r->store);
		r->store = NULL;
	}
	arena_free(&a);
}

struct reader *
reader_start(struct str db, struct viewer_log log, struct reader_work work)
{
	struct reader *r = calloc(1, sizeof *r);

	if (r == NULL)
		abort();
	r->db = db;
	r->log = log;
	r->work = work;
	r->ticker = ticker_start(READER_SECONDS, look, r);
	if (r->ticker != NULL)
		return r;
	free(r);
	return NULL;
}

void
reader_stop(struct reader *r)
{
	if (r == NULL)
		return;
	ticker_stop(r->ticker);
	store_close(r->store);
	free(r);
}
