#include "web/site.h"
#include <time.h>

static int32_t
today(void)
{
	time_t    now = time(NULL);
	struct tm utc;

	(void)gmtime_r(&now, &utc);
	return day_of(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

static bool
judged(struct site *s, struct arena *a, struct judge_when when, struct barometer *ret)
{
	struct things  *t = things_load(a, s->store);
	struct snapshot sn;

	return t != NULL && snapshot_load(a, s->store, t, 0, JUDGE_NOUNS, &sn) &&
	    judge_all(a, s->store, &sn, when, ret);
}

static void
tell(const struct site *s, const struct diags *d)
{
	struct buf lines;

	if (s->log.say == NULL)
		return;
	buf_init(&lines, 1 << 16);
	diags_write(d, &lines);
	s->log.say(s->log.to, buf_str(&lines));
	buf_free(&lines);
}

bool
site_barometer(struct site *s, struct arena *a, bool has_as_of, int32_t as_of,
               struct barometer *ret)
{
	struct judge_when when = { .has_as_of = has_as_of, .as_of = as_of, .today = today() };
	struct diags      d = diags_new(a);

	if (s->store == NULL)
		s->store = store_open(s->db, STORE_READ, &d);
	if (s->store != NULL && judged(s, a, when, ret))
		return true;
	if (s->store != NULL)
		(void)store_problem(s->store, &d);
	site_close(s);
	tell(s, &d);
	return false;
}

void
site_close(struct site *s)
{
	store_close(s->store);
	s->store = NULL;
}
