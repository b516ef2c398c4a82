#include "app/viewer.h"
#include "app/measured_kept.h"
#include "app/papers.h"
#include "port/clock.h"
#include <stdlib.h>

struct viewer *
viewer_new(struct str db, struct viewer_log log, int64_t patience_ms)
{
	struct viewer *v = calloc(1, sizeof *v);

	if (v == NULL)
		abort();
	*v = (struct viewer){ .db = db, .log = log, .patience_ms = patience_ms };
	return v;
}

void
viewer_free(struct viewer *v)
{
	if (v == NULL)
		return;
	viewer_close(v);
	free(v);
}

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
	v->has_edition = v->outdated = false;
	v->asked_at = 0;
	arena_free(&v->arena);
	arena_free(&v->turn);
	arena_free(&v->kept);
	v->papers = NULL;
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

static bool
look_up_newest(struct viewer *v, int64_t *ret)
{
	int64_t now = clock_ms();

	if (v->asked_at == 0 || now - v->asked_at >= v->patience_ms) {
		if (!store_get_int(v->store, STMT_CHANGE_LAST, NULL, 0, &v->newest))
			return false;
		v->asked_at = now;
	}
	*ret = v->newest;
	return true;
}

/* Problems of the store and of `d` go to the log; the next question opens anew. */
static void
give_up(struct viewer *v, struct diags *d)
{
	if (v->store != NULL)
		(void)store_problem(v->store, d);
	viewer_close(v);
	tell(v, d);
}

bool
viewer_newest(struct viewer *v, int64_t *ret)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	bool         ok = viewer_open(v, &d) && look_up_newest(v, ret);

	if (!ok)
		give_up(v, &d);
	arena_free(&a);
	return ok;
}

static bool
make_anew(struct viewer *v, struct judge_when when, struct diags *d)
{
	v->has_edition = false;
	arena_free(&v->arena);
	arena_free(&v->turn);
	v->has_edition = edition_make(&v->arena, v->store, NULL, when, d, &v->edition);
	store_rest(v->store);
	if (v->papers == NULL)
		v->papers = papers_new(&v->kept);
	v->edition.papers = v->papers;
	if (v->keeps_measured)
		v->edition.sn.kept = measured_kept_new(&v->arena);
	return v->has_edition;
}

/* Judged again as of another day, or because much was replaced. */
static void
turn(struct viewer *v, struct judge_when when)
{
	struct arena fresh = { 0 };

	edition_turn(&v->edition, &fresh, when);
	arena_free(&v->turn);
	v->turn = fresh;
	v->edition.turn = &v->turn;
}

static bool
bring_up_to_date(struct viewer *v, struct judge_when when, struct diags *d)
{
	int64_t newest;
	bool    follows = true;

	when.has_as_of = false;
	if (!look_up_newest(v, &newest))
		return false;
	if (!v->has_edition)
		return make_anew(v, when, d);
	if (v->edition.sn.known != newest && newest != 0 && !v->outdated) {
		v->has_edition = false;
		if (!edition_follow(&v->edition, &follows))
			return false;
		if (!follows && !v->keeps_old)
			return make_anew(v, when, d);
		v->has_edition = true;
		v->outdated = !follows;
	}
	if (v->edition.when.today != when.today || edition_is_worn(&v->edition))
		turn(v, when);
	return true;
}

const struct edition *
viewer_edition(struct viewer *v, struct arena *a, struct judge_when when)
{
	struct edition *ed = ARENA_NEW(a, struct edition);
	struct diags    d = diags_new(a);

	if (viewer_open(v, &d) && bring_up_to_date(v, when, &d)) {
		if (!v->outdated)
			v->newest = v->edition.sn.known;        /* may be newer than was asked */
		if (!when.has_as_of)
			return &v->edition;
		if (edition_make(a, v->store, &v->edition, when, &d, ed))
			return ed;
	}
	give_up(v, &d);
	return NULL;
}
