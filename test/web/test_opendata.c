/* Forms of open data as they are sent: names, media types, what belongs together, what is
 * not there. */
#include "site.h"
#include "model/data_form.h"
#include "web/route.h"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why\n1,2020-11-01T04:00:00Z,Åse,Rammen\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Ålborre,city,\n" },
	{ "authority.csv", "id,since,title,area\nk,1,Ålborre Kommune,by\n" },
	{ "indicator.csv", "id,since,title,lang,measure,better\ntal,1,Tal på Nørrebro,da,number,rise\n" },
	{ "observation.csv", "indicator,area,group,from,to,precision,method,value,since\n"
	  "tal,by,,2018-01-01,2019-01-01,year,1,59.90,1\n" },
};

static struct store *
open_site(struct place *p)
{
	struct store *db = place_open(p, STORE_CREATE);

	register_load(p, db, package_put(p, "ålborre", files, COUNT_OF(files)));
	return db;
}

static void
every_form_has_an_address(void **state)
{
	struct place *p = *state;
	struct store *db = open_site(p);
	struct site   s = site_open(p);

	for (size_t f = 0; f < DATA_COUNT; f++) {
		struct str  ending = data_form_info[f].ending;
		const char *address = f < DATA_FIRST_OF_ALL
		    ? arena_printf(&p->arena, "/api/v1/indicators/tal" STR_FMT "?lang=da", STR_ARG(ending)).at
		    : ending.at;

		assert_int_equal(site_ask(&s, address, ""), 200);
		assert_true(str_eq(site_header(&s, "Content-Type"), data_form_info[f].media));
		assert_true(str_starts(site_header(&s, "Content-Disposition"), STR("attachment; filename=")));
		assert_true(str_ends(site_header(&s, "Content-Disposition"), STR("\"")));
	}
	site_close(&s);
	store_close(db);
}

static void
what_belongs_to_a_csv(void **state)
{
	struct place *p = *state;
	struct store *db = open_site(p);
	struct site   s = site_open(p);

	assert_int_equal(site_ask(&s, "/api/v1/indicators/tal.csv?lang=en", ""), 200);
	assert_true(str_eq(site_header(&s, "Link"), STR("</api/v1/indicators/tal.csv-metadata.json?lang=en>; "
	    "rel=\"describedby\"; type=\"application/csvm+json\"")));
	assert_int_equal(site_ask(&s, "/api/v1/indicators/tal.csv?profile=excel-da", ""), 200);
	assert_int_equal(site_header(&s, "Link").len, 0);
	site_close(&s);
	store_close(db);
}

static void
the_catalogue_comes_as_it_is_wanted(void **state)
{
	static const struct {
		const char *headers, *to;
	} cases[] = {
		{ "Accept: text/turtle\r\n", "/catalog.ttl" },
		{ "Accept: application/ld+json\r\n", "/catalog.jsonld" },
		{ "Accept: text/html;q=0.5, text/turtle;q=0.4, application/ld+json;q=0.9\r\n", "/catalog.jsonld" },
		{ "Accept: text/turtle, */*;q=0.1\r\n", "/catalog.ttl" },
		{ "Accept: text/html, */*;q=0.8\r\nAccept-Language: en\r\n", "/en/data" },
		{ "Accept-Language: da\r\n", "/da/data" },
	};
	struct place *p = *state;
	struct store *db = open_site(p);
	struct site   s = site_open(p);

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_int_equal(site_ask(&s, "/catalog", cases[i].headers), 303);
		assert_true(str_eq(site_header(&s, "Location"), str_from(cases[i].to)));
		assert_true(str_eq(site_header(&s, "Cache-Control"), STR("no-store")));
	}
	site_close(&s);
	store_close(db);
}

static void
what_is_not_there(void **state)
{
	static const struct {
		const char *address;
		int         status;
	} cases[] = {
		{ "/api/v1/indicators/t%C3%A5l.jsonstat.json", 404 }, { "/api/v1/indicators/tal.parquet", 404 },
		{ "/api/v1/indicators/.jsonstat.json", 404 }, { "/catalog.rdf", 404 },
		{ "/api/v1/indicators/tal.sdmx.csv?as_of=2009-02-30", 400 },
		{ "/api/v1/indicators.iati.json?as_of=i%20g%C3%A5r", 400 },
		{ "/api/v1/indicators/tal.jsonstat.json?as_of=1850-01-01", 200 },
		{ "/api/v1/indicators.jsonstat.json?as_of=1850-01-01", 200 },
	};
	struct place *p = *state;
	struct store *db = open_site(p);
	struct site   s = site_open(p);

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(site_ask(&s, cases[i].address, ""), cases[i].status);
	site_close(&s);
	store_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_form_has_an_address, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(what_belongs_to_a_csv, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(the_catalogue_comes_as_it_is_wanted, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(what_is_not_there, place_setup, place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
