#include "web/handlers.h"
#include "app/viewer.h"
#include "view/pages/barometer.h"
#include "view/wording.h"
#include "web/assets.h"
#include <time.h>

#define PAGE_MEDIA STR("text/html; charset=utf-8")

/* False: a day was asked for that is none. */
static bool
asked_day(struct request *rq, struct barometer_ask *ret)
{
	struct str text;

	if (!address_get(rq->address, STR("as_of"), &text))
		return true;
	ret->has_as_of = day_from_iso(text, &ret->as_of);
	if (!ret->has_as_of)
		rq->detail = wording(WORDING_BAD_AS_OF, rq->danish);
	return ret->has_as_of;
}

static int
redirect(struct request *rq, int status)
{
	struct barometer_ask ask = { .danish = rq->danish };

	if (!asked_day(rq, &ask))
		return 400;
	rq->location = arena_printf(rq->arena, "/%s/", rq->danish ? "da" : "en");
	if (ask.has_as_of)
		rq->location = arena_printf(rq->arena, STR_FMT "?as_of=" STR_FMT,
		    STR_ARG(rq->location), STR_ARG(day_iso(rq->arena, ask.as_of)));
	return status;
}

int
handle_start(struct request *rq)
{
	rq->varies = true;
	return redirect(rq, 303);
}

int
handle_bare(struct request *rq)
{
	return redirect(rq, 308);
}

static int32_t
today(void)
{
	time_t    now = time(NULL);
	struct tm utc;

	(void)gmtime_r(&now, &utc);
	return day_of(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

int
handle_barometer(struct request *rq)
{
	struct barometer_ask ask = { .danish = rq->danish };
	struct judge_when    when = { .today = today() };
	struct barometer     b;

	if (!asked_day(rq, &ask))
		return 400;
	when.has_as_of = ask.has_as_of;
	when.as_of = ask.as_of;
	if (!viewer_barometer(rq->viewer, rq->arena, when, &b))
		return 500;
	barometer_page(rq->arena, rq->body, &b, ask);
	rq->media = PAGE_MEDIA;
	return 200;
}

static int
send_asset(struct request *rq, enum asset which)
{
	buf_put(rq->body, asset_bytes(which));
	rq->media = asset_media(which);
	rq->cache = STR("public, max-age=300");
	return 200;
}

int
handle_style(struct request *rq)
{
	return send_asset(rq, ASSET_STYLE);
}

int
handle_icon(struct request *rq)
{
	return send_asset(rq, ASSET_ICON);
}

int
handle_health(struct request *rq)
{
	BUF_LIT(rq->body, "ok\n");
	rq->media = STR("text/plain; charset=utf-8");
	rq->cache = STR("no-store");
	return 200;
}
