#include "app/viewer.h"

bool
viewer_open(struct viewer *v, struct diags *d)
{
	if (v->store == NULL)
		v->store = store_open(v->db, STORE_READ, d);
	return v->store != NULL;
}

void
viewer_close(struct viewer *v)
{
	store_close(v->store);
	v->store = NULL;
}

static bool
judged(struct viewer *v, struct arena *a, struct judge_when when, struct barometer *ret)
{
	struct things  *t = things_load(a, v->store);
	struct snapshot sn;

	return t != NULL && snapshot_load(a, v->store, t, 0, JUDGE_NOUNS, &sn) &&
	    judge_all(a, v->store, &sn, when, ret);
}

static void
tell(const struct viewer *v, const struct diags *d)
{
	struct buf lines;

	if (v->log.say == NULL)
		return;
	buf_init(&lines, 1 << 16);
	diags_write(d, &lines);
	v->log.say(v->log.to, buf_str(&lines));
	buf_free(&lines);
}

bool
viewer_barometer(struct viewer *v, struct arena *a, struct judge_when when,
                 struct barometer *ret)
{
	struct diags d = diags_new(a);

	if (viewer_open(v, &d)) {
		if (judged(v, a, when, ret))
			return true;
		(void)store_problem(v->store, &d);
	}
	viewer_close(v);
	tell(v, &d);
	return false;
}
