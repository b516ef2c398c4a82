/* Data to take away, in the forms of model/data_form.h; the CSV of an indicator stands with
 * its page in handlers_indicator.c. */
#include "web/download.h"
#include "web/formats.h"
#include "web/guard.h"
#include "web/service.h"
#include "web/wish.h"

static int
send(struct request *rq, enum data_form f, const struct noun_row *indicator)
{
	struct format_ask ask = {
		.a = rq->arena, .ed = rq->edition, .indicator = indicator,
		.danish = lang_danish(&rq->lang), .to = { .b = rq->body },
		.table = arena_printf(rq->arena, STR_FMT ".csv?lang=" STR_FMT, STR_ARG(rq->id),
		    STR_ARG(rq->lang.code)),
		.site = rq->service != NULL ? rq->service->site : STR_NONE,
		.files = request_fixed(rq),
	};

	if (!format_write(f, &ask))
		return 500;
	download_as(rq, data_form_info[f].media, format_file_name(f, &ask));
	return 200;
}

static int
send_one(struct request *rq, enum data_form f)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_INDICATOR, rq->id);

	return row != NULL ? send(rq, f, row) : 404;
}

#define ONE(id)                                                         \
	static int                                                      \
	handle_##id(struct request *rq)                                 \
	{                                                               \
		return send_one(rq, DATA_##id);                       \
	}
#define ALL(id)                                                         \
	static int                                                      \
	handle_##id(struct request *rq)                                 \
	{                                                               \
		return send(rq, DATA_##id, NULL);                     \
	}
ONE(CSVW)
ONE(JSONSTAT)
ONE(SDMX)
ONE(SDG)
ONE(SDG_ABOUT)
ONE(IATI)
ONE(GEOJSON)
ALL(ALL_JSONSTAT)
ALL(ALL_SDMX)
ALL(ALL_IATI)
ALL(PACKAGE)
ALL(TURTLE)
ALL(JSONLD)

/* A program says which form it wants; everybody else gets a page. */
static int
handle_catalog(struct request *rq)
{
	struct str accept = guard_header(rq->http, STR("Accept"));
	int        page = wish_media_weight(accept, STR("text/html"));
	int        turtle = wish_media_weight(accept, STR("text/turtle"));
	int        jsonld = wish_media_weight(accept, STR("application/ld+json"));

	if (page >= turtle && page >= jsonld)
		rq->location = arena_printf(rq->arena, "/" STR_FMT "/data", STR_ARG(rq->lang.code));
	else
		rq->location = data_form_info[turtle >= jsonld ? DATA_TURTLE : DATA_JSONLD].ending;
	rq->varies = true;
	rq->cache = STR("no-store");
	return 303;
}

#define DAY (QUERY_BIT(AS_OF) | QUERY_BIT(LANG))
#define INDICATOR "/api/v1/indicators/:id"

const struct route routes_opendata[ROUTES_OPENDATA] = {
	{ METHOD_GET, STR_INIT(INDICATOR ".csv-metadata.json"), ACCESS_PUBLIC, NEEDS_LENGTH, DAY,
	  handle_CSVW, N_("What the columns of the CSV are (CSV on the Web)"), "CsvwTable" },
	{ METHOD_GET, STR_INIT(INDICATOR ".jsonstat.json"), ACCESS_PUBLIC, NEEDS_LENGTH, DAY,
	  handle_JSONSTAT, N_("All figures as JSON-stat 2.0"), "JsonStatDataset" },
	{ METHOD_GET, STR_INIT(INDICATOR ".sdmx.csv"), ACCESS_PUBLIC, NEEDS_LENGTH, DAY,
	  handle_SDMX, N_("All figures as SDMX-CSV 2.0"), NULL },
	{ METHOD_GET, STR_INIT(INDICATOR ".sdg.csv"), ACCESS_PUBLIC, NEEDS_LENGTH, DAY,
	  handle_SDG, N_("All figures as CSV for Open SDG"), NULL },
	{ METHOD_GET, STR_INIT(INDICATOR ".sdg.yml"), ACCESS_PUBLIC, NEEDS_LENGTH, DAY,
	  handle_SDG_ABOUT, N_("What the indicator is, for Open SDG"), NULL },
	{ METHOD_GET, STR_INIT(INDICATOR ".iati.json"), ACCESS_PUBLIC, NEEDS_LENGTH, DAY,
	  handle_IATI, N_("Targets and figures as results of IATI"), "IatiResults" },
	{ METHOD_GET, STR_INIT(INDICATOR ".geojson"), ACCESS_PUBLIC, NEEDS_LENGTH, DAY,
	  handle_GEOJSON, N_("The latest figures of the areas on a map (GeoJSON)"), "AreaFeatures" },
	{ METHOD_GET, STR_INIT("/api/v1/indicators.jsonstat.json"), ACCESS_PUBLIC, NEEDS_TIME, DAY,
	  handle_ALL_JSONSTAT, N_("The figures of all indicators as JSON-stat 2.0"),
	  "JsonStatCollection" },
	{ METHOD_GET, STR_INIT("/api/v1/indicators.sdmx.csv"), ACCESS_PUBLIC, NEEDS_TIME, DAY,
	  handle_ALL_SDMX, N_("The figures of all indicators as SDMX-CSV 2.0"), NULL },
	{ METHOD_GET, STR_INIT("/api/v1/indicators.iati.json"), ACCESS_PUBLIC, NEEDS_TIME, DAY,
	  handle_ALL_IATI, N_("All targets and their figures as results of IATI"), "IatiResults" },
	{ METHOD_GET, STR_INIT("/api/v1/package.zip"), ACCESS_PUBLIC, NEEDS_TIME, 0,
	  handle_PACKAGE, N_("The whole register, as far as it is public, as a data package"), NULL },
	{ METHOD_GET, STR_INIT("/catalog.ttl"), ACCESS_PUBLIC, NEEDS_TIME, 0,
	  handle_TURTLE, N_("The catalogue of all data as DCAT-AP in Turtle"), NULL },
	{ METHOD_GET, STR_INIT("/catalog.jsonld"), ACCESS_PUBLIC, NEEDS_TIME, 0,
	  handle_JSONLD, N_("The catalogue of all data as DCAT-AP in JSON-LD"), NULL },
	{ METHOD_GET, STR_INIT("/catalog"), ACCESS_PUBLIC, NEEDS_NOTHING, 0,
	  handle_catalog, N_("To the catalogue, in the form that is asked for, or to the page of data"),
	  NULL },
};
