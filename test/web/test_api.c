/* The frame of the API: problems, pages of lists, filters, what is not public, and
 * that what is withheld is withheld. */
#include "site.h"
#include "../json_tree.h"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen for Ærø\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\nøst,1,Østerbro,district,by\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nøu,1,Økonomiudvalget,ØU,committee,\n"
	  "økf,1,Økonomiforvaltningen,ØKF,administration,øu\nsud,1,Socialudvalget,SUD,committee,\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\n"
	  "pol,1,Inklusion,2010-01-01,2015-01-01,2012-04-30\n" },
	{ "theme.csv", "id,since,title,policy,rank\nth,1,Tryghed på Ærø,pol,1\n" },
	{ "objective.csv", "id,since,title,theme,unit,rank\no1,1,Færre utrygge,th,økf,1\n"
	  "o2,1,Flere naboer,th,sud,2\n" },
	{ "indicator.csv", "id,since,title,measure,better,frequency\n"
	  "utrygge,1,Utrygge,share,fall,hvert år\nhjemløse,1,Hjemløse,persons,fall,\n" },
	{ "target.csv", "id,since,title,objective,indicator,area,kind,relation,value,deadline_from,"
	  "deadline_to\nt1,1,Højst 10 pct. utrygge,o1,utrygge,,level,at_most,10,2014-01-01,2015-01-01\n"
	  "t2,1,Højst 3 hjemløse på Østerbro,o2,hjemløse,øst,level,at_most,3,2014-01-01,2015-01-01\n"
	  "t3,1,?,o1,,,undefined,,,,\n" },
	{ "observation.csv", "indicator,area,from,to,value,since\n"
	  "utrygge,by,2010-01-01,2011-01-01,14,1\nutrygge,by,2011-01-01,2012-01-01,12.5,1\n"
	  "hjemløse,øst,2010-01-01,2011-01-01,4,1\nhjemløse,øst,2011-01-01,2012-01-01,2,1\n" },
	{ "document.csv", "id,since,title\nbrev,1,Brev fra Åse\n" },
	{ "proposal.csv", "id,since,title,document,kind,state\nhemmeligt,1,Måske,brev,indicator,waiting\n" },
};

static struct site
open_site(struct place *p, struct store **db)
{
	*db = place_open(p, STORE_CREATE);
	register_load(p, *db, package_put(p, "ramme", files, COUNT_OF(files)));
	return site_open(p);
}

static void
close_site(struct site *s, struct store *db)
{
	site_close(s);
	store_close(db);
}

/* ---- problems ---- */

static const struct {
	const char *target, *headers;
	int         status;
	const char *title, *detail;
} problems[] = {
	{ "/api/v1/nowhere", "", 404, "Siden findes ikke", "" },
	{ "/api/v1/nowhere", "Accept-Language: en\r\n", 404, "There is no such page", "" },
	{ "/api/v1/nowhere?lang=en", "", 404, "There is no such page", "" },
	{ "/api/v1/nowhere?lang=da", "Accept-Language: en\r\n", 404, "Siden findes ikke", "" },
	{ "/api/v1/targets/t%C3%A6", "", 404, "Siden findes ikke", "" },
	{ "/api/v1/things/proposals", "", 404, "Siden findes ikke", "" },
	{ "/api/v1/things/proposals/hemmeligt", "", 404, "Siden findes ikke", "" },
	{ "/api/v1/things/%C3%A6bler", "", 404, "Siden findes ikke", "" },
	{ "/api/v1/things/areas/t1", "", 404, "Siden findes ikke", "" },
	{ "/api/v1/targets?page=0", "", 400, "Forespørgslen kan ikke læses", "Sider tælles fra 1" },
	{ "/api/v1/targets?limit=1001&lang=en", "", 400, "The request cannot be read",
	  "Pages are counted from 1" },
	{ "/api/v1/targets?as_of=2010-02-30&lang=en", "", 400, "The request cannot be read",
	  "as_of" },
	{ "/api/v1/barometer?verdict=godt&lang=en", "", 400, "The request cannot be read",
	  "verdict" },
	{ "/api/v1/barometer?verdict=met&verdict=met", "", 400, "Forespørgslen kan ikke læses", "" },
	{ "/api/v1/%ff", "", 400, "Forespørgslen kan ikke læses", "" },
};

static void
errors_are_problems(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(problems); i++) {
		int      status = site_ask(&s, problems[i].target, problems[i].headers);
		yajl_val v;

		if (status != problems[i].status)
			fail_msg("%s: %d", problems[i].target, status);
		assert_true(str_eq(site_header(&s, "Content-Type"), STR("application/problem+json")));
		assert_true(str_eq(site_header(&s, "Cache-Control"), STR("no-store")));
		v = tree_parse(site_text(&s));
		assert_string_equal(tree_text(v, "type"), "about:blank");
		assert_string_equal(tree_text(v, "title"), problems[i].title);
		assert_string_equal(tree_text(v, "instance"), problems[i].target);
		if (strstr(tree_text(v, "detail"), problems[i].detail) == NULL)
			fail_msg("%s: %s", problems[i].target, tree_text(v, "detail"));
		yajl_tree_free(v);
	}
	assert_int_equal(site_ask(&s, "/da/nowhere", ""), 404);
	assert_true(str_eq(site_header(&s, "Content-Type"), STR("text/html; charset=utf-8")));
	close_site(&s, db);
}

/* ---- lists ---- */

static const struct {
	const char *target;
	size_t      items;
	const char *next;               /* NULL: the last page */
} lists[] = {
	{ "/api/v1/targets", 3, NULL },
	{ "/api/v1/targets?limit=3", 3, NULL },
	{ "/api/v1/targets?limit=2", 2, "/api/v1/targets?page=2&limit=2" },
	{ "/api/v1/targets?limit=2&page=2", 1, NULL },
	{ "/api/v1/targets?limit=2&page=3", 0, NULL },
	{ "/api/v1/targets?page=1000000&limit=1000", 0, NULL },
	{ "/api/v1/targets?as_of=2011-06-01&limit=1", 1,
	  "/api/v1/targets?as_of=2011-06-01&page=2&limit=1" },
	{ "/api/v1/barometer?unit=%C3%B8u&limit=1", 1, "/api/v1/barometer?unit=%C3%B8u&page=2&limit=1" },
	{ "/api/v1/things/units?limit=2", 2, "/api/v1/things/units?page=2&limit=2" },
};

static void
lists_come_in_pages(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		const char *next[] = { "next", NULL };
		yajl_val    v, found;

		assert_int_equal(site_ask(&s, lists[i].target, ""), 200);
		v = tree_parse(site_text(&s));
		assert_int_equal(tree_length(tree_get(v, "items")), lists[i].items);
		found = yajl_tree_get(v, next, yajl_t_string);
		if ((found != NULL) != (lists[i].next != NULL) ||
		    (found != NULL && strcmp(found->u.string, lists[i].next) != 0))
			fail_msg("%s: next is %s", lists[i].target,
			    found != NULL ? found->u.string : "none");
		yajl_tree_free(v);
	}
	close_site(&s, db);
}

/* ---- filters, alike on the page and in the API ---- */

static const struct {
	const char *query, *shown;      /* keys of targets, in order */
} filters[] = {
	{ "", "t1 t3 t2 " }, { "unit=%C3%B8kf", "t1 t3 " }, { "unit=%C3%B8u", "t1 t3 " },
	{ "unit=sud", "t2 " }, { "unit=findes-ikke", "" }, { "policy=pol&theme=th", "t1 t3 t2 " },
	{ "theme=%C3%A6", "" }, { "area=%C3%B8st", "t2 " }, { "area=by", "t1 t3 " },
	{ "verdict=undefined", "t3 " }, { "verdict=met&area=%C3%B8st", "t2 " },
	{ "verdict=met&area=by", "" }, { "unit=&verdict=&as_of=", "t1 t3 t2 " },
};

static const char *
shown_by_api(struct site *s, const char *query)
{
	const char *text = "";
	yajl_val    v, items;

	assert_int_equal(site_ask(s, arena_printf(&s->p->arena, "/api/v1/barometer?%s", query).at,
	    ""), 200);
	v = tree_parse(site_text(s));
	items = tree_get(v, "items");
	for (size_t i = 0; i < tree_length(items); i++)
		text = arena_printf(&s->p->arena, "%s%s ", text, tree_text(tree_get(tree_get(
		    tree_at(items, i), "judgement"), "target"), "id")).at;
	yajl_tree_free(v);
	return text;
}

static const char *
shown_on_page(struct site *s, const char *query)
{
	const char *text = "", *at;

	assert_int_equal(site_ask(s, arena_printf(&s->p->arena, "/da/?%s", query).at, ""), 200);
	at = site_text(s);
	while ((at = strstr(at, "id=\"target-")) != NULL) {
		at += strlen("id=\"target-");
		text = arena_printf(&s->p->arena, "%s%.*s ", text, (int)strcspn(at, "\""), at).at;
	}
	return text;
}

static void
filters_are_the_same_everywhere(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(filters); i++) {
		assert_string_equal(shown_by_api(&s, filters[i].query), filters[i].shown);
		assert_string_equal(shown_on_page(&s, filters[i].query), filters[i].shown);
	}
	(void)shown_on_page(&s, "area=by&verdict=met");
	site_says(&s, "Ingen måltal passer til det valgte.");
	(void)shown_on_page(&s, "unit=%C3%B8u");
	site_says(&s, "Viser 2 af 3 måltal.");
	site_says(&s, "<option value=\"øu\" selected>Økonomiudvalget (2)</option>");
	site_says(&s, "<option value=\"øst\">Østerbro (1)</option>");
	close_site(&s, db);
}

/* ---- what is said, and what is not ---- */

static void
the_barometer_says_what_changed(void **state)
{
	static const char *const days[] = { "2011-01-01", "2012-01-01", "2012-04-30" };
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	yajl_val      v, line, news;

	assert_int_equal(site_ask(&s, "/api/v1/barometer", ""), 200);
	v = tree_parse(site_text(&s));
	line = tree_at(tree_get(v, "items"), 0);
	assert_string_equal(tree_text(line, "change"), "-1.5");
	assert_string_equal(tree_text(line, "change_measure"), "percentage_point");
	assert_string_equal(tree_text(tree_get(line, "next"), "to"), "2013-01-01");
	assert_string_equal(tree_text(tree_get(tree_get(line, "unit"), "title"), "da"),
	    "Økonomiforvaltningen");
	news = tree_at(tree_get(v, "news"), 0);
	assert_string_equal(tree_text(news, "target"), "t1");
	assert_string_equal(tree_text(tree_get(news, "before"), "value"), "14");
	assert_string_equal(tree_text(tree_get(news, "latest"), "value"), "12.5");
	for (size_t i = 0; i < COUNT_OF(days); i++)
		assert_string_equal(YAJL_GET_STRING(tree_at(tree_get(v, "days"), i)), days[i]);
	yajl_tree_free(v);
	assert_int_equal(site_ask(&s, "/da/", ""), 200);
	site_says(&s, "14 pct. <span aria-hidden=\"true\">→</span>");
	site_says(&s, "-1,5 procentpoint siden forrige måling");
	site_says(&s, "Næste: 2012");
	close_site(&s, db);
}

/* The row of a target on the page. */
static const char *
row_of(struct site *s, const char *target)
{
	const char *at = strstr(site_text(s), arena_printf(&s->p->arena, "id=\"target-%s\"",
	    target).at);

	assert_non_null(at);
	return arena_printf(&s->p->arena, "%.*s", (int)(strstr(at, "</tr>") - at), at).at;
}

/* Four and two persons on Østerbro are in no answer; nor is who recorded it. */
static void
small_numbers_and_names_stay_here(void **state)
{
	static const char *const pages[] = { "/da/", "/en/?as_of=2011-06-01" };
	static const char *const answers[] = {
		"/api/v1/barometer?area=%C3%B8st", "/api/v1/targets/t2",
		"/api/v1/things/indicators/hjeml%C3%B8se", "/api/v1/indicators/hjeml%C3%B8se",
		"/api/v1/indicators/hjeml%C3%B8se?area=%C3%B8st",
	};
	static const char *const shown[] = {
		">4<", ">2<", "4 person", "2 person", " 4 (", " 2 (", "ch-spark",
	};
	static const char *const sent[] = {
		"\"4\"", "\"2\"", "\"-2\"", "4 person", "2 person", " 4 (", " 2 (", "Åse Sørensen",
	};
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		assert_int_equal(site_ask(&s, pages[i], ""), 200);
		site_says(&s, "&lt; 5");
		site_says_not(&s, "Åse Sørensen");
		for (size_t f = 0; f < COUNT_OF(shown); f++)
			if (strstr(row_of(&s, "t2"), shown[f]) != NULL)
				fail_msg("%s: %s in %s", pages[i], shown[f], row_of(&s, "t2"));
	}
	for (size_t i = 0; i < COUNT_OF(answers); i++) {
		assert_int_equal(site_ask(&s, answers[i], ""), 200);
		for (size_t f = 0; f < COUNT_OF(sent); f++)
			site_says_not(&s, sent[f]);
	}
	assert_int_equal(site_ask(&s, "/api/v1/targets/t2", ""), 200);
	site_says(&s, "\"withheld\": true");
	assert_int_equal(site_ask(&s, "/api/v1/changes", ""), 200);
	site_says(&s, "Rammen for Ærø");
	site_says_not(&s, "Åse");
	assert_int_equal(site_ask(&s, "/api/v1/things/documents/brev", ""), 200);
	site_says(&s, "Brev fra Åse");
	site_says_not(&s, "hemmeligt");
	close_site(&s, db);
}

/* Every route of the API is in its description, and nothing else. */
static void
every_route_is_described(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	yajl_val      v, paths;
	size_t        routes = 0;

	for (const struct routes *t = route_tables; t->at != NULL; t++)
		for (size_t i = 0; i < t->len; i++)
			routes += str_starts(t->at[i].path, STR("/api/"));
	assert_int_equal(site_ask(&s, "/api/v1/openapi.json", ""), 200);
	v = tree_parse(site_text(&s));
	paths = tree_get(v, "paths");
	assert_int_equal(paths->u.object.len, routes);
	(void)tree_get(paths, "/api/v1/things/{kind}/{id}");
	yajl_tree_free(v);
	assert_int_equal(site_ask(&s, "/api/v1", ""), 200);
	v = tree_parse(site_text(&s));
	assert_int_equal(tree_length(tree_get(v, "links")), routes);
	yajl_tree_free(v);
	close_site(&s, db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(errors_are_problems), DISK_TEST(lists_come_in_pages),
		DISK_TEST(filters_are_the_same_everywhere),
		DISK_TEST(the_barometer_says_what_changed),
		DISK_TEST(small_numbers_and_names_stay_here), DISK_TEST(every_route_is_described),
	};

	return engine_run("api", tests, COUNT_OF(tests));
}
