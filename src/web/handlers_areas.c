/* Areas: all of them by one indicator, one of them, and what can be taken away. */
#include "app/area_view.h"
#include "app/areas_view.h"
#include "export/areas_grid.h"
#include "export/areas_json.h"
#include "view/areas_show.h"
#include "view/pages/areas.h"
#include "web/download.h"
#include "web/paging.h"

/* ---- all of them ---- */

#define YEAR_LAST 9999

static int
load_areas(struct request *rq, struct areas_view *ret)
{
	const struct query *q = &rq->query;
	struct areas_ask    ask = { .level = q->text[QUERY_LEVEL] };

	if (QUERY_HAS(q, INDICATOR)) {
		ask.indicator = edition_thing(rq->edition, NOUN_INDICATOR, q->text[QUERY_INDICATOR]);
		if (ask.indicator == NULL)
			return 404;
	}
	if (QUERY_HAS(q, YEAR)) {
		if (q->number[QUERY_YEAR] < 1 || q->number[QUERY_YEAR] > YEAR_LAST)
			return 400;
		ask.year = (int)q->number[QUERY_YEAR];
	}
	return areas_view(rq->arena, rq->edition, &ask, ret) ? 200 : 500;
}

static int
handle_areas(struct request *rq)
{
	struct areas_view m;
	struct page       p;
	int               status = load_areas(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	areas_page(&p, &m);
	return 200;
}

static int
handle_areas_json(struct request *rq)
{
	struct areas_view m;
	struct paging     pg;
	struct json       j;
	int               status = load_areas(rq, &m);

	if (status != 200)
		return status;
	if (!paging_begin(rq, m.len, &pg, &j))
		return 400;
	for (size_t i = pg.from; i < pg.to; i++)
		export_areas_row(&j, &m, &m.at[i]);
	return paging_end(rq, &pg, &j);
}

static int
handle_classes(struct request *rq)
{
	struct areas_view m;
	struct json       j;
	int               status = load_areas(rq, &m);

	if (status != 200)
		return status;
	j = request_json(rq);
	export_need_classes(&j, &m);
	return 200;
}

/* ---- what can be taken away ---- */

static struct str
file_name(struct request *rq, const char *ending)
{
	return arena_printf(rq->arena, "%s.%s", lang_danish(&rq->lang) ? "omraader" : "areas",
	    ending);
}

static int
handle_geojson(struct request *rq)
{
	struct areas_view m;
	struct json       j;
	int               status = load_areas(rq, &m);

	if (status != 200)
		return status;
	j = json_new(rq->body);
	export_areas_geojson(&j, &m);
	download_as(rq, STR("application/geo+json"), file_name(rq, "geojson"));
	return 200;
}

static int
handle_csv(struct request *rq)
{
	struct areas_view m;
	struct grid       g;
	int               status = load_areas(rq, &m);

	if (status != 200)
		return status;
	g = areas_grid(rq->arena, &m, lang_danish(&rq->lang));
	return download_csv(rq, &g, file_name(rq, "csv"));
}

static int
handle_svg(struct request *rq)
{
	struct chart_out out = {
		.b = rq->body, .a = rq->arena, .lang = &rq->lang, .form = CHART_FILE, .width = CHART_WIDE,
	};
	struct areas_view m;
	struct chart_map  c;
	struct page       p = request_page(rq);
	int               status = load_areas(rq, &m);

	if (status != 200)
		return status;
	if (m.len == 0)
		return 404;
	c = areas_map(&p, &m, false);
	chart_map(&out, &c);
	download_as(rq, STR("image/svg+xml; charset=utf-8"), file_name(rq, "svg"));
	return 200;
}

/* ---- one of them ---- */

static int
load_area(struct request *rq, struct area_view *ret)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_AREA, rq->id);

	if (row == NULL)
		return 404;
	return area_view(rq->arena, rq->edition, row, ret) ? 200 : 500;
}

static int
handle_area(struct request *rq)
{
	struct area_view m;
	struct page      p;
	int              status = load_area(rq, &m);

	if (status != 200)
		return status;
	p = request_page(rq);
	area_page(&p, &m);
	return 200;
}

static int
handle_area_json(struct request *rq)
{
	struct area_view m;
	struct json      j;
	int              status = load_area(rq, &m);

	if (status != 200)
		return status;
	j = request_json(rq);
	export_area(&j, &m);
	return 200;
}

#define AREAS (QUERY_BIT(AS_OF) | QUERY_BIT(INDICATOR) | QUERY_BIT(YEAR) | QUERY_BIT(LEVEL))
#define FILES (AREAS | QUERY_BIT(LANG))

const struct route routes_areas[ROUTES_AREAS] = {
	{ METHOD_GET, STR_INIT("/:lang/areas"), ACCESS_PUBLIC, NEEDS_EDITION, AREAS,
	  handle_areas, "The areas of the city by one indicator: map, ranking and classes", NULL },
	{ METHOD_GET, STR_INIT("/:lang/area/:id"), ACCESS_PUBLIC, NEEDS_EDITION, QUERY_BIT(AS_OF),
	  handle_area, "One area: all that is measured there, against the city", NULL },
	{ METHOD_GET, STR_INIT("/api/v1/areas"), ACCESS_PUBLIC, NEEDS_EDITION, AREAS | QUERY_LIST,
	  handle_areas_json, N_("The areas of the city by one indicator, in order"), "Page(AreaRow)" },
	{ METHOD_GET, STR_INIT("/api/v1/areas.csv"), ACCESS_PUBLIC, NEEDS_EDITION,
	  FILES | QUERY_BIT(PROFILE), handle_csv, N_("The ranking of the areas as CSV"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/areas.geojson"), ACCESS_PUBLIC, NEEDS_EDITION, FILES,
	  handle_geojson, N_("The areas with their shapes and figures as GeoJSON"),
	  "AreaFeatures" },
	{ METHOD_GET, STR_INIT("/api/v1/areas.svg"), ACCESS_PUBLIC, NEEDS_EDITION, FILES,
	  handle_svg, N_("The map of the areas as a picture"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/need-classes"), ACCESS_PUBLIC, NEEDS_EDITION, AREAS,
	  handle_classes, N_("The classes of a graded indicator by area and year"), "NeedClasses" },
	{ METHOD_GET, STR_INIT("/api/v1/areas/:id"), ACCESS_PUBLIC, NEEDS_LENGTH,
	  QUERY_BIT(AS_OF), handle_area_json, N_("One area: all that is measured there"), "Area" },
};
