/* What was expected: recorded, corrected and withdrawn by those who measure; shown beside
 * the measurements and never as one; scored when they come; small counts withheld. */
#include "edit.h"

#define NEW "/da/work/register/prognoses/new"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n" },
	{ "document.csv", "id,since,title,file,sha256,format,published\nnotat,1,Notat fra Ærø,n.txt,0a,text,1\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\nøst,1,Østby,district,by\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n"
	  "kaj,1,Kajkontoret,KK,department,hav\nby,1,Byudvalget,BU,committee,\n" },
	{ "indicator.csv", "id,since,title,measure,better,frequency,unit\n"
	  "andel,1,Andel øboere,share,rise,hvert år,kaj\nsyge,1,Syge,persons,fall,,hav\n"
	  "bytal,1,Bytal,count,rise,,by\n" },
	{ "prognosis.csv", "id,since,title,lang,indicator,area,period_from,period_to,value,qualifier,high,"
	  "stated,unit,document,document_line\n"
	  "a08,1,Skøn på Ærø,da,andel,,2008-01-01,2009-01-01,52,,,2007-11-01,,notat,7\n"
	  "a09tidlig,1,,,andel,,2009-01-01,2010-01-01,80,,,2008-01-15,,,\n"
	  "a09,1,,,andel,,2009-01-01,2010-01-01,60,,65,2009-10-01,,,\n"
	  "a10,1,,,andel,,2010-01-01,2011-01-01,57,circa,,2009-12-01,,,\n"
	  "s09,1,Kun tre,da,syge,øst,2009-01-01,2010-01-01,3,,,2009-01-01,,,\n"
	  "s10,1,,,syge,øst,2010-01-01,2011-01-01,9,,,2009-01-01,,,\n" },
	{ "observation.csv", "indicator,area,group,from,to,precision,method,value,since\n"
	  "andel,by,,2007-01-01,2008-01-01,year,1,50,1\nandel,by,,2008-01-01,2009-01-01,year,1,52.5,1\n"
	  "andel,by,,2009-01-01,2010-01-01,year,1,58.5,1\n"
	  "syge,øst,,2009-01-01,2010-01-01,year,1,7,1\nsyge,øst,,2010-01-01,2011-01-01,year,1,4,1\n"
	  "syge,by,,2009-01-01,2010-01-01,year,1,70,1\nsyge,by,,2010-01-01,2011-01-01,year,1,71,1\n" },
};

static struct desk
open_expecting(struct place *p)
{
	struct desk k = open_desk(p, package_put(p, "ventet", files, COUNT_OF(files)));

	k.who = staff_person(&k.s, k.db, "bo", "Bo Bådsmand", "contributor",
	    things_find(things_load(&p->arena, k.db), NOUN_UNIT, STR("hav")));
	return k;
}

/* Of JSON, whose lines are broken for readers. */
static bool
has_json(struct desk *k, const char *words)
{
	struct str  page = buf_str(&k->s.reply.body);
	struct buf  b;
	bool        there;

	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < page.len; i++)
		if (page.at[i] != ' ' && page.at[i] != '\n')
			buf_char(&b, page.at[i]);
	there = str_find(buf_str(&b), str_from(words), 0) != SIZE_MAX;
	buf_free(&b);
	return there;
}

static void
what_was_expected_stands_beside_what_came(void **state)
{
	struct desk k = open_expecting(*state);

	assert_int_equal(site_ask(&k.s, "/da/indicator/andel", ""), 200);
	site_says(&k.s, "En prognose er ikke en måling, og ingen dom bygger på den.");
	site_says(&k.s, "0,5 procentpoint højere end ventet");
	site_says(&k.s, "1,5 procentpoint lavere end ventet, uden for prognosens interval");
	site_says(&k.s, "21,5 procentpoint lavere end ventet");
	site_says(&k.s, "Ikke målt endnu");
	site_says(&k.s, "14 måneder før perioden var gået");
	site_says(&k.s, "Skøn på Ærø");
	site_says(&k.s, "ch-expected");
	site_says(&k.s, "Prognose, ikke målt");
	site_says(&k.s, "line=7#L7");
	/* What it did is told by what was measured. */
	site_says(&k.s, "Andelen steg fra 50 til 58,5 pct. mellem 2007 og 2009");
	assert_int_equal(site_ask(&k.s, "/da/indicator/andel?as_of=2009-03-01", ""), 200);
	site_says_not(&k.s, "prognosis-a10");
	site_says(&k.s, "0,5 procentpoint højere end ventet");
	site_says_not(&k.s, "21,5 procentpoint");
	close_desk(&k);
}

static void
it_is_in_the_api_and_in_columns_of_its_own(void **state)
{
	struct desk k = open_expecting(*state);

	assert_int_equal(site_ask(&k.s, "/api/v1/indicators/andel", ""), 200);
	assert_true(has_json(&k, "\"difference\":\"0.5\",\"inside\":true"));
	assert_true(has_json(&k, "\"low\":\"60\",\"high\":\"65\",\"qualifier\":\"range\""));
	assert_true(has_json(&k, "\"difference\":\"-1.5\",\"inside\":false"));
	assert_int_equal(site_ask(&k.s, "/api/v1/indicators/andel.csv", ""), 200);
	site_says(&k.s, "prognosis,prognosis_low,prognosis_high,prognosis_stated,prognosis_off");
	site_says(&k.s, ",52.5,,,,share,");
	site_says(&k.s, ",52,,,2007-11-01,0.5\r\n");
	site_says(&k.s, ",,60,65,2009-10-01,-1.5\r\n");
	/* What is not measured has no figure where figures stand. */
	site_says(&k.s, ",2010,2010-01-01,2010-12-31,,,,,share,,,,,,,,,,,57,56.5,57.5,2009-12-01,\r\n");
	site_says_not(&k.s, ",80,");
	assert_int_equal(site_ask(&k.s, "/api/v1/things/prognoses", ""), 404);
	close_desk(&k);
}

static void
a_unit_is_told_how_near_it_was(void **state)
{
	struct desk k = open_expecting(*state);

	assert_int_equal(site_ask(&k.s, "/da/unit/kaj", ""), 200);
	site_says(&k.s, "1 af 3 prognoser inden for 1 procentpoint af det, der kom");
	site_says(&k.s, "1 prognose venter på sin måling");
	site_says_not(&k.s, "inden for 5 procent");
	/* With what is under it; what is withheld is not counted. */
	assert_int_equal(site_ask(&k.s, "/da/unit/hav", ""), 200);
	site_says(&k.s, "1 af 3 prognoser inden for 1 procentpoint");
	site_says_not(&k.s, "inden for 5 procent");
	assert_int_equal(site_ask(&k.s, "/api/v1/units/hav", ""), 200);
	assert_true(has_json(&k, "\"points\":3,\"points_near\":1,\"others\":0,\"others_near\":0,\"waiting\":1"));
	assert_int_equal(site_ask(&k.s, "/da/unit/by", ""), 200);
	site_says_not(&k.s, "Hvad den ventede");
	close_desk(&k);
}

/* Neither a small count that is expected, nor the way to one that came. */
static void
small_counts_are_not_told(void **state)
{
	struct desk k = open_expecting(*state);

	assert_int_equal(site_ask(&k.s, "/da/indicator/syge?area=%C3%B8st", ""), 200);
	site_says(&k.s, "Ikke sammenlignet: et tal er tilbageholdt");
	site_says_not(&k.s, "Kun tre");
	site_says_not(&k.s, "end ventet");
	assert_int_equal(site_ask(&k.s, "/api/v1/indicators/syge?area=%C3%B8st", ""), 200);
	assert_true(has_json(&k, "\"id\":\"s09\""));
	assert_false(has_json(&k, "\"value\":\"3\""));
	assert_true(has_json(&k, "\"measured\":true,\"difference\":null,\"inside\":null"));
	assert_int_equal(site_ask(&k.s, "/api/v1/things/indicators/syge", ""), 200);
	assert_false(has_json(&k, "s09"));
	close_desk(&k);
}

static void
it_is_recorded_corrected_and_withdrawn(void **state)
{
	struct desk   k = open_expecting(*state);
	struct arena *a = &k.s.p->arena;
	struct str    at, fields = STR("indicator=andel&period=2011&value=60,5&stated=1.11.2026&title=Sk%C3%B8n");
	int64_t       before = newest_change(&k);

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/measure/andel"), 200);
	site_says(&k.s, "Registrer en prognose");
	assert_int_equal(staff_ask(&k.s, &k.who, NEW "?indicator=andel"), 200);
	site_says(&k.s, "value=\"andel\" selected");
	assert_int_equal(staff_post(&k.s, &k.who, NEW, fields.at), 303);
	at = led_to(&k);
	assert_int_equal(newest_change(&k), before + 1);
	assert_int_equal(site_ask(&k.s, "/da/indicator/andel?as_of=2026-11-20", ""), 200);
	site_says(&k.s, "60,5");
	assert_int_equal(staff_ask(&k.s, &k.who, str_dup(a, at).at), 200);
	fields = arena_printf(a, "since=" STR_FMT "&value=61", STR_ARG(hidden(&k, "since")));
	assert_int_equal(staff_post(&k.s, &k.who, str_dup(a, at).at, fields.at), 422);
	site_says(&k.s, "Skriv, hvorfor prognosen rettes.");
	assert_int_equal(staff_post(&k.s, &k.who, str_dup(a, at).at,
	    with(a, fields, STR("why"), STR("Nye tal fra Ærø")).at), 303);
	assert_int_equal(staff_ask(&k.s, &k.who, str_dup(a, at).at), 200);
	site_says(&k.s, "Nye tal fra Ærø");
	fields = arena_printf(a, "since=" STR_FMT, STR_ARG(hidden(&k, "since")));
	assert_int_equal(staff_post(&k.s, &k.who, arena_printf(a, STR_FMT "/retire", STR_ARG(at)).at,
	    fields.at), 303);
	assert_int_equal(newest_change(&k), before + 3);
	assert_int_equal(site_ask(&k.s, "/da/indicator/andel?as_of=2026-11-20", ""), 200);
	site_says_not(&k.s, "60,5");
	close_desk(&k);
}

static void
what_cannot_be_expected_is_refused(void **state)
{
	static const struct {
		const char *fields, *at;
	} bad[] = {
		{ "indicator=andel", "period" }, { "indicator=andel&period=2011&stated=1.1.2010", "value" },
		{ "indicator=andel&period=2011&value=5", "stated" },
		{ "period=2011&value=5&stated=1.1.2010", "indicator" },
		{ "indicator=findes-ikke&period=2011&value=5&stated=1.1.2010", "indicator" },
		{ "indicator=andel&period=engang&value=5&stated=1.1.2010", "period" },
		{ "indicator=andel&period=2011&value=mange&stated=1.1.2010", "value" },
		{ "indicator=andel&period=2011&value=5&stated=1.1.2999", "stated" },
		{ "indicator=andel&period=2011&value=5&high=4&stated=1.1.2010", "high" },
		{ "indicator=andel&period=2011&value=5&high=6&qualifier=circa&stated=1.1.2010", "qualifier" },
		{ "indicator=andel&period=2011&value=5&qualifier=survey&stated=1.1.2010", "qualifier" },
	};
	struct desk k = open_expecting(*state);
	int64_t     before = newest_change(&k);

	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		int status = staff_post(&k.s, &k.who, NEW, bad[i].fields);

		if (status != 422)
			fail_msg("%s: %d", bad[i].fields, status);
		site_says(&k.s, arena_printf(&k.s.p->arena, "id=\"f-%s-fault\"", bad[i].at).at);
	}
	assert_int_equal(staff_post(&k.s, &k.who, NEW,
	    "indicator=bytal&period=2011&value=5&stated=1.1.2010"), 403);
	assert_int_equal(staff_post(&k.s, &k.who, NEW,
	    "indicator=andel&unit=by&period=2011&value=5&stated=1.1.2010"), 403);
	assert_int_equal(newest_change(&k), before);
	close_desk(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(what_was_expected_stands_beside_what_came),
		DISK_TEST(it_is_in_the_api_and_in_columns_of_its_own),
		DISK_TEST(a_unit_is_told_how_near_it_was),
		DISK_TEST(small_counts_are_not_told),
		DISK_TEST(it_is_recorded_corrected_and_withdrawn),
		DISK_TEST(what_cannot_be_expected_is_refused),
	};

	return engine_run("prognosis", tests, COUNT_OF(tests));
}
