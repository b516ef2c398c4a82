#include "web/reader.h"
#include "port/clock.h"
#include "port/ticker.h"
#include <stdlib.h>

struct reader {
	struct str         db;
	struct viewer_log  log;
	struct reader_work work;
	unsigned           looks;
	struct ticker     *ticker;
};

static void
say(const struct reader *r, const struct diags *problems)
{
	struct buf lines;

	if (r->log.say == NULL)
		return;
	buf_init(&lines, 1 << 16);
	diags_write(problems, &lines);
	r->log.say(r->log.to, buf_str(&lines));
	buf_free(&lines);
}

/* What waits since before a restart, or came another way, is met in a minute. */
static bool
is_due(struct reader *r)
{
	return atomic_exchange(r->work.bell, false) || ++r->looks % READER_QUIET == 0;
}

static void
look(void *of, struct ticker *t)
{
	struct reader *r = of;
	struct arena   a = { 0 };
	struct diags   problems = diags_new(&a);
	struct store  *s;
	bool           more = true, ok = true;

	if (!is_due(r))
		return;
	s = store_open(r->db, STORE_WRITE, &problems);
	while (s != NULL && ok && more && !ticker_stopping(t))
		ok = r->work.next(r->work.of, s, clock_unix(), &more);
	if (s != NULL && !ok)
		(void)store_problem(s, &problems);
	if (s == NULL || !ok)
		say(r, &problems);
	store_close(s);
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
	free(r);
}
