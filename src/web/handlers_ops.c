/* What those who run the server ask: does it live, can it serve, what does it do? */
#include "web/handlers.h"
#include "web/service.h"

static int
plain(struct request *rq)
{
	request_media(rq, STR("text/plain; charset=utf-8"));
	rq->cache = STR("no-store");
	return 200;
}

static int
handle_health(struct request *rq)
{
	BUF_LIT(rq->body, "ok\n");
	return plain(rq);
}

/* A connection of its own, which also sees whether the schema is still the newest. */
static bool
register_answers(const struct request *rq)
{
	struct diags  d = diags_new(rq->arena);
	struct store *s = store_open(rq->viewer->db, STORE_READ, &d);
	int64_t       newest;
	bool          ok = s != NULL && store_get_int(s, STMT_CHANGE_LAST, NULL, 0, &newest);

	store_close(s);
	return ok;
}

static int
handle_ready(struct request *rq)
{
	if (rq->service != NULL && atomic_load(&rq->service->stopping))
		return 503;
	if (!register_answers(rq))
		return 503;
	BUF_LIT(rq->body, "ready\n");
	return plain(rq);
}

static int
handle_metrics(struct request *rq)
{
	int64_t change;

	if (rq->service == NULL)
		return 404;
	if (!viewer_newest(rq->viewer, &change))
		change = -1;
	service_metrics(rq->service, change, rq->body);
	(void)plain(rq);
	request_media(rq, STR("text/plain; version=0.0.4; charset=utf-8"));
	return 200;
}

const struct route routes_ops[ROUTES_OPS] = {
	{ METHOD_GET, STR_INIT("/healthz"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_health, "Is the process alive?", NULL },
	{ METHOD_GET, STR_INIT("/readyz"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_ready, "Does the register answer?", NULL },
	{ METHOD_GET, STR_INIT("/metrics"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_metrics, "Counters for monitoring", NULL },
};
