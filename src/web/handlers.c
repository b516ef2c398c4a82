#include "web/handlers.h"
#include "web/assets.h"

static int
redirect(struct request *rq, int status)
{
	rq->location = arena_printf(rq->arena, "/" STR_FMT "/", STR_ARG(rq->lang.code));
	if (QUERY_HAS(&rq->query, AS_OF))
		rq->location = arena_printf(rq->arena, STR_FMT "?as_of=" STR_FMT,
		    STR_ARG(rq->location), STR_ARG(rq->query.text[QUERY_AS_OF]));
	return status;
}

/* To the reader's language. */
static int
handle_start(struct request *rq)
{
	rq->varies = true;
	return redirect(rq, 303);
}

/* "/da" to "/da/" */
static int
handle_bare(struct request *rq)
{
	return redirect(rq, 308);
}

static int
send_asset(struct request *rq, enum asset which)
{
	buf_put(rq->body, asset_bytes(which));
	rq->media = asset_media(which);
	rq->cache = STR("public, max-age=300");
	return 200;
}

static int
handle_style(struct request *rq)
{
	return send_asset(rq, ASSET_STYLE);
}

static int
handle_icon(struct request *rq)
{
	return send_asset(rq, ASSET_ICON);
}

const struct route routes_core[ROUTES_CORE] = {
	{ METHOD_GET, STR_INIT("/"), ACCESS_PUBLIC, NEEDS_NOTHING, QUERY_BIT(AS_OF),
	  handle_start, "To the barometer in the reader's language", NULL },
	{ METHOD_GET, STR_INIT("/:lang"), ACCESS_PUBLIC, NEEDS_NOTHING, QUERY_BIT(AS_OF),
	  handle_bare, "To the barometer", NULL },
	{ METHOD_GET, STR_INIT("/assets/pejl.css"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_style, "The style sheet", NULL },
	{ METHOD_GET, STR_INIT("/assets/pejl.svg"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_icon, "The icon", NULL },
};
