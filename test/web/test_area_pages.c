/* Areas and comparison by request, of an invented city: statuses, words in both
 * languages, files, and that pages cost the database little. */
#include "site.h"
#include "core/disclosure.h"

static const struct {
	const char *target;
	int         status;
	const char *media, *says;
} rows[] = {
	{ "/da/areas", 200, "text/html", "I 2023 havde Nørremark det højeste tal, 58,9, og Østervang det laveste, 24,6" },
	{ "/en/areas", 200, "text/html", "In 2023 Nørremark had the highest figure, 58.9, and Østervang the lowest, 24.6" },
	{ "/da/areas", 200, "text/html", "Med behov, talt sammen fra områderne" },
	{ "/en/areas?indicator=unge-sigtede&year=2019", 200, "text/html", "withheld: fewer than 5 persons" },
	{ "/da/areas?indicator=udsat-boligomraade", 200, "text/html", "1 af 3 områder var på listen i 2023<" },
	{ "/da/areas?indicator=hjemloese", 200, "text/html", "Af de tal, der vises for 2023, havde Havnen det højeste" },
	{ "/en/areas?year=2016", 200, "text/html", "<option value=\"2016\" selected>" },
	{ "/en/areas?as_of=2018-06-01", 200, "text/html", "In 2017" },
	{ "/en/areas?as_of=1999-01-01", 200, "text/html", "No figure of an area is known" },
	{ "/da/areas?level=housing_area", 200, "text/html", "Æblehaven" },
	{ "/da/areas?indicator=findes-ikke-%C3%A6", 404, "text/html", "" },
	{ "/da/areas?year=0", 400, "text/html", "" }, { "/da/areas?year=10000", 400, "text/html", "" },
	{ "/da/areas?year=ig%C3%A5r", 400, "text/html", "" },
	{ "/da/area/havnen", 200, "text/html", "9 indikatorer er målt her." },
	{ "/en/area/skibsbroen", 200, "text/html", "on the list" },
	{ "/en/area/fjordby", 200, "text/html", "Fjordby" }, { "/en/area/nowhere", 404, "text/html", "" },
	{ "/da/comparison", 200, "text/html", "3 indikatorer er også målt i andre byer." },
	{ "/da/comparison?indicator=ledighed", 200, "text/html", "Sølby havde 4,5 pct. i 2023, mindre end de tre nabobyer med 4,8 pct.<" },
	{ "/en/comparison?indicator=i-arbejde", 200, "text/html", "Yes: the city is part of the figure it is held against." },
	{ "/en/comparison?indicator=i-arbejde", 200, "text/html", "the register has none of each city alone." },
	{ "/en/comparison?indicator=foreninger", 200, "text/html", "This indicator is measured in no other city." },
	{ "/en/comparison?indicator=nothing", 404, "text/html", "" },
	{ "/en/comparison?indicator=ledighed&comparator=nothing", 404, "text/html", "" },
	{ "/api/v1/areas", 200, "application/json", "\"against_city\"" },
	{ "/api/v1/areas?limit=2&page=3", 200, "application/json", "\"total\": 6" },
	{ "/api/v1/areas?limit=0", 400, "application/problem+json", "" },
	{ "/api/v1/areas/havnen", 200, "application/json", "\"havnen-40\"" },
	{ "/api/v1/areas/intet", 404, "application/problem+json", "" },
	{ "/api/v1/areas.csv?lang=da&profile=excel-da", 200, "text/csv", "Plads;Område;Navn" },
	{ "/api/v1/areas.csv?profile=excel", 400, "application/problem+json", "" },
	{ "/api/v1/areas.svg?lang=da", 200, "image/svg+xml", "Søndermølle: 38,1" },
	{ "/api/v1/areas.svg?level=intet", 404, "application/problem+json", "" },
	{ "/api/v1/need-classes", 200, "application/json", "\"intensiveret-2\"" },
	{ "/api/v1/comparisons", 200, "application/json", "\"total\": 3" },
	{ "/api/v1/comparisons/ledighed?comparator=aastrup", 200, "application/json", "\"Åstrup\"" },
};

static struct site
open_city(struct place *p, struct store **db)
{
	*db = place_open(p, STORE_CREATE);
	register_load(p, *db, SOELBY);
	return site_open(p);
}

static void
requests(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_city(p, &db);

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int status = site_ask(&s, rows[i].target, "");

		if (status != rows[i].status ||
		    !str_starts(site_header(&s, "Content-Type"), str_from(rows[i].media)))
			fail_msg("%s: %d " STR_FMT, rows[i].target, status,
			    STR_ARG(site_header(&s, "Content-Type")));
		site_says(&s, rows[i].says);
	}
	site_close(&s);
	store_close(db);
}

/* Each area has its outline and figure; one that is withheld has none, and says why. */
static void
geojson(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_city(p, &db);

	assert_int_equal(site_ask(&s, "/api/v1/areas.geojson?indicator=hjemloese&year=2023", ""), 200);
	assert_true(str_starts(site_header(&s, "Content-Type"), STR("application/geo+json")));
	site_says(&s, "\"type\":\"MultiPolygon\"");
	site_says(&s, "\"reason\": \"withheld\"");
	site_says(&s, "\"value\": null");
	site_says(&s, "\"value\": \"13\"");
	for (int i = 1; i < DISCLOSURE_MIN; i++)
		site_says_not(&s, arena_printf(&p->arena, "\"value\": \"%d\"", i).at);
	site_close(&s);
	store_close(db);
}

/* Every page of every area, and every indicator by area and against others. */
static void
all_of_them(void **state)
{
	static const char *const of_indicator[] = {
		"/da/areas?indicator=", "/en/areas?indicator=", "/da/comparison?indicator=",
		"/en/comparison?indicator=", "/api/v1/areas.svg?indicator=", "/api/v1/areas.csv?indicator=",
	};
	static const char *const of_area[] = { "/da/area/", "/en/area/", "/api/v1/areas/" };
	struct place *p = *state;
	struct store *db;
	struct site   s = open_city(p, &db);
	int64_t       most = 0, before;

	assert_int_equal(site_ask(&s, "/da/", ""), 200);
	for (size_t i = 0; i < s.viewer.edition.sn.len[NOUN_INDICATOR]; i++)
		for (size_t k = 0; k < COUNT_OF(of_indicator); k++) {
			const struct noun_row *row = &s.viewer.edition.sn.row[NOUN_INDICATOR][i];

			before = store_statements(s.viewer.store);
			assert_int_equal(site_ask(&s, arena_printf(&p->arena, "%s" STR_FMT, of_indicator[k],
			    STR_ARG(things_key(s.viewer.edition.things, row->id))).at, ""), 200);
			before = store_statements(s.viewer.store) - before;
			most = before > most ? before : most;
		}
	assert_int_equal(most, 3);
	for (size_t i = 0; i < s.viewer.edition.sn.len[NOUN_AREA]; i++)
		for (size_t k = 0; k < COUNT_OF(of_area); k++) {
			const struct noun_row *row = &s.viewer.edition.sn.row[NOUN_AREA][i];

			before = store_statements(s.viewer.store);
			assert_int_equal(site_ask(&s, arena_printf(&p->arena, "%s" STR_FMT, of_area[k],
			    STR_ARG(things_key(s.viewer.edition.things, row->id))).at, ""), 200);
			assert_int_equal(store_statements(s.viewer.store), before + 2);
		}
	site_close(&s);
	store_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(requests), DISK_TEST(geojson), DISK_TEST(all_of_them),
	};

	return engine_run("area pages", tests, COUNT_OF(tests));
}
