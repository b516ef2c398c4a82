#include "web/handlers.h"
#include "view/asset.h"

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

/* Is this where the file is served? */
static bool
is_at(struct str path, const struct asset *as)
{
	return str_eq(str_slice(path, sizeof "/assets/" - 1, path.len - as->name.len - 1), as->hash);
}

static struct str
asset_address(struct request *rq, const struct asset *as)
{
	return arena_printf(rq->arena, "/assets/" STR_FMT "/" STR_FMT, STR_ARG(as->hash),
	    STR_ARG(as->name));
}

/* Who still has a page of an older version is led to the newer file. */
static int
handle_asset(struct request *rq)
{
	struct str   name = rq->address->path;
	struct asset as;

	for (int i = 0; i < 3; i++)
		(void)str_cut(&name, '/');
	if (!asset_find(name, &as))
		return 404;
	if (!is_at(rq->address->path, &as)) {
		rq->location = asset_address(rq, &as);
		return 302;
	}
	buf_put(rq->body, as.bytes);
	rq->media = as.media;
	rq->cache = STR("public, max-age=31536000, immutable");
	return 200;
}

/* Where browsers look when no page told them. */
static int
handle_favicon(struct request *rq)
{
	struct asset as;

	if (!asset_find(STR("pejl.svg"), &as))
		return 404;
	rq->location = asset_address(rq, &as);
	return 302;
}

const struct route routes_core[ROUTES_CORE] = {
	{ METHOD_GET, STR_INIT("/"), ACCESS_PUBLIC, NEEDS_NOTHING, QUERY_BIT(AS_OF),
	  handle_start, "To the barometer in the reader's language", NULL },
	{ METHOD_GET, STR_INIT("/:lang"), ACCESS_PUBLIC, NEEDS_NOTHING, QUERY_BIT(AS_OF),
	  handle_bare, "To the barometer", NULL },
	{ METHOD_GET, STR_INIT("/assets/:any/:any"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_asset, "What pages load: style sheet, script, letters, icons", NULL },
	{ METHOD_GET, STR_INIT("/favicon.ico"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_favicon, "The icon", NULL },
};
