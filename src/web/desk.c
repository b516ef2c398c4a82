#include "web/desk.h"
#include "port/clock.h"
#include "port/gzip.h"
#include "port/memory.h"
#include "port/queue.h"
#include "web/guard.h"
#include "web/language.h"
#include "web/tag.h"
#include "web/wish.h"
#include <stdlib.h>

static bool
make_edition(struct viewer *v)
{
	struct arena a = { 0 };
	bool         ok = viewer_edition(v, &a,
	    (struct judge_when){ .today = clock_today() }) != NULL;

	arena_free(&a);
	return ok;
}

static struct viewer *
own_viewer(struct service *s, struct str db)
{
	return viewer_new(db, (struct viewer_log){ service_problem, s }, DESK_PATIENCE_MS);
}

static void
open_any(struct desk *d, struct service *s, struct shelf *shelf)
{
	*d = (struct desk){ .service = s, .shelf = shelf };
	d->tally = calloc(1, sizeof *d->tally);
	if (d->tally == NULL || s->tallies == SERVICE_DESKS)
		abort();
	s->tally[s->tallies++] = d->tally;
	d->with = (struct answering){ .gzip = gzip_open(), .service = s,
	                              .beside = shelf != NULL };
}

void
desk_open_beside(struct desk *d, struct service *s, struct shelf *shelf, size_t kept)
{
	open_any(d, s, shelf);
	d->door = (struct staff_door){ .db = shelf->db, .log = shelf->log };
	d->with.door = &d->door;
	d->cache = cache_open(kept);
}

bool
desk_open(struct desk *d, struct str db, struct service *s, size_t kept,
          struct diags *problems)
{
	open_any(d, s, NULL);
	d->viewer = d->with.viewer = own_viewer(s, db);
	d->cache = cache_open(kept);
	if (!viewer_open(d->viewer, problems))
		return false;
	(void)make_edition(d->viewer);  /* else the first question says why */
	return true;
}

void
desk_close(struct desk *d)
{
	viewer_free(atomic_load(&d->fresh));
	viewer_free(d->viewer);
	staff_door_close(&d->door);
	cache_close(d->cache);
	gzip_close(d->with.gzip);
	free(d->tally);
}

/* ---- renewal ---- */

void
desk_renewed_by(struct desk *d, struct queue *q)
{
	d->renewals = q;
	d->viewer->keeps_old = true;
}

void
desk_renew(void *worker, void *desk)
{
	struct desk   *d = desk;
	struct viewer *v = own_viewer(d->service, d->viewer->db);

	(void)worker;
	if (make_edition(v)) {
		v->keeps_old = true;
		atomic_store(&d->fresh, v);
	} else {
		viewer_free(v);
	}
	memory_tidy();
	atomic_store(&d->renewing, false);
}

static void
take_fresh(struct desk *d)
{
	struct viewer *v = atomic_load_explicit(&d->fresh, memory_order_acquire);

	if (v == NULL)
		return;
	atomic_store(&d->fresh, NULL);
	v->patience_ms = d->viewer->patience_ms;
	viewer_free(d->viewer);
	d->viewer = d->with.viewer = v;
}

static void
ask_for_fresh(struct desk *d)
{
	if (d->renewals == NULL || !d->viewer->outdated || atomic_exchange(&d->renewing, true))
		return;
	if (atomic_load(&d->fresh) != NULL || !queue_put(d->renewals, d))
		atomic_store(&d->renewing, false);
}

/* ---- what is ready ---- */

static bool
is_read(struct str method)
{
	return str_eq(method, STR("GET")) || str_eq(method, STR("HEAD"));
}

/* "/da/...": the address says the language, whatever the reader prefers. */
static bool
names_language(struct str target)
{
	struct lang l;
	struct str  rest = str_slice(target, 1, target.len);

	return lang_find(str_cut(&rest, '/'), &l);
}

static struct cache_key
key_of(const struct http_request *http)
{
	return (struct cache_key){
		.target = http->target,
		.gzip = wish_gzip(guard_header(http, STR("Accept-Encoding"))),
		.lang = names_language(http->target) ? STR_NONE
		    : language_wanted(guard_header(http, STR("Accept-Language"))).code,
		.tls = guard_same(guard_header(http, STR("X-Forwarded-Proto")), STR("https")),
	};
}

/* What is kept of the register is kept no longer than that stays as it is; of those who
 * may have changed it none is shown what was. */
static bool
is_current(struct desk *d, const struct cached *c, bool works)
{
	int64_t newest;

	if (c->route->needs == NEEDS_NOTHING)
		return true;
	if (works)
		d->viewer->asked_at = 0;
	if (!viewer_newest(d->viewer, &newest) || (works && d->viewer->outdated))
		return false;
	if (d->viewer->outdated)
		newest = d->viewer->edition.sn.known;
	return cache_edition(d->cache, newest, clock_today());
}

static bool
find_ready(struct desk *d, const struct http_request *http, struct http_reply *ret,
           struct served *what)
{
	struct cache_key     key;
	const struct cached *c;
	bool                 known;

	if (d->cache == NULL || http->closing || !is_read(http->method) || guard_status(http) != 0)
		return false;
	key = key_of(http);
	c = cache_find(d->cache, &key);
	if (c == NULL || !is_current(d, c, staff_works(http)) ||
	    !wish_media(guard_header(http, STR("Accept")), c->media))
		return false;
	known = tag_listed(guard_header(http, STR("If-None-Match")), c->tag);
	ret->ready = known ? c->unchanged : c->whole;
	ret->status = known ? 304 : 200;
	what->route = c->route;
	what->bytes = known ? 0 : c->bytes;
	what->packed = c->packed;
	what->cached = true;
	return true;
}

/* ---- what is made ---- */

/* Beside, what took long and is everybody's: a picture, a document. Nothing of the staff's, and
 * nothing of a file that is only long. */
static bool
is_kept(const struct desk *d, const struct route *r)
{
	return d->shelf == NULL || (r->access == ACCESS_PUBLIC && r->needs == NEEDS_TIME);
}

static void
keep(struct desk *d, const struct http_request *http, const struct http_reply *re,
     const struct answered *made)
{
	struct cache_key  key = key_of(http);
	struct http_reply unchanged = { .status = 304 };
	struct cached     c = { .tag = made->tag, .media = made->media, .bytes = re->body.len,
	                        .route = made->route, .packed = made->packed };

	if (d->cache == NULL || !made->keeps || !is_kept(d, made->route) || http->closing || re->body.len > CACHE_ONE_MAX ||
	    !is_read(http->method))
		return;
	if (made->route->needs != NEEDS_NOTHING)
		(void)cache_edition(d->cache, d->viewer->edition.sn.known,
		    d->viewer->edition.when.today);
	answer_unchanged(re, &unchanged);
	c.whole = http_ready_new(re);
	c.unchanged = http_ready_new(&unchanged);
	cache_keep(d->cache, &key, &c);
}

static enum http_turn
make(struct desk *d, const struct http_request *http, struct arena *a, struct http_reply *ret,
     struct served *what)
{
	struct answered made;
	enum http_turn  turn = answer_make(&d->with, http, a, ret, &made);

	if (turn != HTTP_ANSWERED)
		return turn;
	if (ret->status == 200) {
		keep(d, http, ret, &made);
		if (tag_listed(guard_header(http, STR("If-None-Match")), made.tag))
			answer_unchanged(ret, ret);
	}
	what->route = made.route;
	what->bytes = ret->body.len;
	what->packed = made.packed;
	return HTTP_ANSWERED;
}

/* Threads beside have a viewer while they answer. */
static void
borrow(struct desk *d)
{
	if (d->shelf != NULL)
		d->viewer = d->with.viewer = shelf_take(d->shelf);
}

static void
give_back(struct desk *d)
{
	if (d->shelf == NULL)
		return;
	shelf_give(d->shelf, d->viewer);
	d->viewer = d->with.viewer = NULL;
	memory_tidy();
}

enum http_turn
desk_answer(void *worker, const struct http_request *http, struct arena *a,
            struct http_reply *ret)
{
	struct desk   *d = worker;
	struct served  what = { .method = http->method };
	enum http_turn turn;

	take_fresh(d);
	borrow(d);
	turn = find_ready(d, http, ret, &what) ? HTTP_ANSWERED : make(d, http, a, ret, &what);
	give_back(d);
	if (turn != HTTP_ANSWERED)
		return turn;
	if (str_eq(http->method, STR("HEAD")))
		what.bytes = 0;
	what.status = ret->status;
	what.us = clock_us() - http->since;
	service_served(d->service, d->tally, &what);
	ask_for_fresh(d);
	return HTTP_ANSWERED;
}
