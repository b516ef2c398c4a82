/* Initiatives, the economy, units and agreements by request: what the page says and
 * what the API sends are the same, of a made-up island where everything that can be
 * shown of them occurs. */
#include "site.h"
#include "../json_tree.h"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n"
	  "2,2026-11-02T04:00:00Z,Åse Sørensen,Læst,brev\n" },
	{ "document.csv", "id,since,title,file\nbrev,2,Brev fra Ærø,brev.txt\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\nøst,1,Østerbro,district,by\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\n"
	  "øu,1,Økonomiudvalget,ØU,committee,\nøkf,1,Økonomiforvaltningen,ØKF,administration,øu\n"
	  "hav,1,Havnekontoret,HAV,department,økf\nsud,1,Socialudvalget,SUD,committee,\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\n"
	  "pol,1,Færgepolitik,2010-01-01,2015-01-01,2012-04-30\n" },
	{ "theme.csv", "id,since,title,policy,rank\nth,1,Søfart,pol,1\n" },
	{ "objective.csv", "id,since,title,theme,unit,rank\no1,1,Flere øboere,th,øu,1\n" },
	{ "pathway.csv", "id,since,title,objective\nvej,1,Hyppige afgange,o1\n" },
	{ "mandate.csv", "id,since,title,body,decided\nbr,1,Beslutning om færgen,Borgerrepræsentationen,"
	  "2009-10-08\n" },
	{ "agreement.csv", "id,since,title,mandate,starts,ends,parties,amount,recurrence\n"
	  "øaftale,1,Øaftalen,br,2010-01-01,2011-01-01,\"A, Ø og Å\",1000000,once\n"
	  "årsaftale,1,Årsaftalen,,2012-01-01,,,500000,year\n" },
	{ "project.csv", "id,since,title,agreement,unit,kroner,recurrence,purpose,challenges\n"
	  "kaj,2,Ny kaj på Ærø,øaftale,hav,600000,once,Plads til to færger,Isen er tyk\n"
	  "bro,2,Bro,øaftale,hav,700000,total,,\nbøje,2,Bøje,årsaftale,hav,400000,once,,\n" },
	{ "indicator.csv", "id,since,title,measure,better,frequency,unit\n"
	  "hjemløse,1,Hjemløse,persons,fall,hvert år,hav\n" },
	{ "initiative.csv", "id,since,title,policy,unit,number,mandate,agreement,economy,followup,line\n"
	  "færge,2,Færge til Ærø,pol,hav,2.10,br,øaftale,\"1,95 mio. kr.\","
	  "\"Der følges op i maj 2011, senest i januar 2012 og ultimo 2013.\",7\n"
	  "natbus,2,Natbus,pol,økf,2.9,,,,,8\n" },
	{ "contribution.csv", "id,since,title,initiative,pathway\nc1,2,Flere kan bo på øen,færge,vej\n" },
	{ "target_group.csv", "id,since,title,initiative,characteristics,size,size_as\n"
	  "g1,2,Børn på Ærø,færge,De går i skole.,65,good\n" },
	{ "activity.csv", "id,since,title,initiative,objective\na1,2,Sejlads om vinteren,færge,o1\n" },
	{ "target.csv", "id,since,title,objective,initiative,indicator,area,kind,relation,value,"
	  "deadline_from,deadline_to\n"
	  "t1,2,Højst 3 hjemløse på Østerbro,o1,færge,hjemløse,øst,level,at_most,3,2014-01-01,2015-01-01\n" },
	{ "status_report.csv", "id,since,title,initiative,target,stated,challenges,line\n"
	  "r1,2,Der er to både i drift.,færge,t1,2010-05-01,Vinteren var hård.,11\n"
	  "r2,2,Der er tre både i drift på Ærø.,,t1,2011-06-15,,12\n"
	  "r3,2,Det går.,færge,,2011-06-15,,13\n" },
	{ "translation.csv", "id,since,title,lang,thing,field\n"
	  "e1,2,Two boats run.,en,status_report:r1,title\n"
	  "e2,2,Three boats run.,en,status_report:r2,title\n" },
	{ "observation.csv", "indicator,area,from,to,value,since\n"
	  "hjemløse,øst,2010-01-01,2011-01-01,4,1\nhjemløse,øst,2011-01-01,2012-01-01,2,1\n" },
	{ "budget_line.csv", "id,since,title,policy,unit,initiative,section,financing,counted_elsewhere,"
	  "excluded,attribution,footnote,rank,line\n"
	  "drift,2,Drift af færgen,pol,hav,færge,Søfart,municipal,,,,Uden øl,1,21\n"
	  "kiosk,2,Kiosk,pol,sud,,Søfart,municipal,drift,,,,2,22\n"
	  "fyr,2,Fyrtårn,pol,sud,,Lys,fund,,,50,,3,23\n" },
	{ "amount.csv", "id,since,budget_line,year,version,kroner,missing,gross,financing,share,line\n"
	  "d10,2,drift,2010,,1000000,,2000000,state_refund,50,31\n"
	  "d11,2,drift,2011,original,1500000,,,,,32\nd11r,2,drift,2011,revised,1750000,,,,,33\n"
	  "k10,2,kiosk,2010,,300000,,,,,34\nf10,2,fyr,2010,,400000,,,,,35\nf11,2,fyr,2011,,,not_stated,,,,36\n" },
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

static yajl_val
answer_of(struct site *s, const char *target)
{
	if (site_ask(s, target, "") != 200)
		fail_msg("%s: %d", target, s->reply.status);
	return tree_parse(site_text(s));
}

static void
page_of(struct site *s, const char *target)
{
	if (site_ask(s, target, "") != 200)
		fail_msg("%s: %d", target, s->reply.status);
}

/* ---- one initiative ---- */

static const char *const fields[] = {
	"<h1>Færge til Ærø</h1>", "2.10 Færge til Ærø", "1,95 mio. kr.", "Beslutning om færgen",
	"Borgerrepræsentationen", "8. oktober 2009", "href=\"/da/agreement/øaftale\"", "Børn på Ærø",
	"godt 65", "De går i skole.", "Sejlads om vinteren", "Flere kan bo på øen",
	"href=\"/da/objective/o1\"", "Hyppige afgange", "Der følges op i maj 2011",
	"href=\"/da/document/brev?line=7#L7\"", "href=\"/da/budget-line/drift\"",
};

static void
the_nine_fields_are_there(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	yajl_val      v;

	page_of(&s, "/da/initiative/f%C3%A6rge");
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		site_says(&s, fields[i]);
	v = answer_of(&s, "/api/v1/initiatives/f%C3%A6rge");
	assert_string_equal(tree_text(tree_get(v, "economy"), "da"), "1,95 mio. kr.");
	assert_string_equal(tree_text(tree_get(v, "mandate"), "decided"), "2009-10-08");
	assert_string_equal(tree_text(tree_at(tree_get(v, "target_groups"), 0), "qualifier"), "good");
	assert_string_equal(tree_text(tree_get(tree_at(tree_get(v, "contributions"), 0), "objective"),
	    "id"), "o1");
	assert_string_equal(tree_text(tree_at(tree_get(v, "money"), 0), "total"), "2750000");
	yajl_tree_free(v);
	assert_int_equal(site_ask(&s, "/da/initiative/ukendt", ""), 404);
	assert_int_equal(site_ask(&s, "/api/v1/initiatives/%C3%B8", ""), 404);
	close_site(&s, db);
}

static void
reports_say_what_changed(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	yajl_val      v, reports, words;

	v = answer_of(&s, "/api/v1/initiatives/f%C3%A6rge");
	reports = tree_get(v, "reports");
	assert_int_equal(tree_length(reports), 3);
	assert_string_equal(tree_text(tree_at(reports, 0), "target"), "t1");
	assert_string_equal(tree_text(tree_at(reports, 2), "stated"), "2010-05-01");
	words = tree_get(tree_get(tree_at(reports, 0), "changed"), "text");
	assert_string_equal(tree_text(tree_at(words, 0), "text"), "Der er");
	assert_string_equal(tree_text(tree_at(words, 1), "change"), "removed");
	assert_string_equal(tree_text(tree_at(words, 1), "text"), "to");
	assert_string_equal(tree_text(tree_at(words, 2), "text"), "tre");
	assert_int_equal(tree_length(tree_get(tree_get(tree_at(reports, 0), "changed"), "text_en")), 3);
	yajl_tree_free(v);
	page_of(&s, "/da/initiative/f%C3%A6rge");
	site_says(&s, "<del><span class=\"sr-only\">fjernet: </span>to</del> "
	    "<ins><span class=\"sr-only\">tilføjet: </span>tre</ins> både i");
	site_says(&s, "<del><span class=\"sr-only\">fjernet: </span>Vinteren var hård.</del>");
	page_of(&s, "/en/initiative/f%C3%A6rge");
	site_says(&s, "<del><span class=\"sr-only\">removed: </span>Two</del> "
	    "<ins><span class=\"sr-only\">added: </span>Three</ins> boats run.");
	close_site(&s, db);
}

static const struct {
	const char *target, *states;
	size_t      reports;
} days[] = {
	{ "/api/v1/initiatives/f%C3%A6rge", "kept late coming ", 3 },
	{ "/api/v1/initiatives/f%C3%A6rge?as_of=2010-12-31", "coming coming coming ", 1 },
	{ "/api/v1/initiatives/f%C3%A6rge?as_of=2011-06-14", "late coming coming ", 1 },
	{ "/api/v1/initiatives/f%C3%A6rge?as_of=2011-06-15", "kept coming coming ", 3 },
	{ "/api/v1/initiatives/f%C3%A6rge?as_of=2014-01-01", "kept late late ", 3 },
};

static void
followups_come_or_do_not(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(days); i++) {
		yajl_val    v = answer_of(&s, days[i].target), at = tree_get(v, "followups");
		const char *states = "";

		for (size_t k = 0; k < tree_length(at); k++)
			states = arena_printf(&p->arena, "%s%s ", states,
			    tree_text(tree_at(at, k), "state")).at;
		if (strcmp(states, days[i].states) != 0)
			fail_msg("%s: %s", days[i].target, states);
		assert_int_equal(tree_length(tree_get(v, "reports")), days[i].reports);
		yajl_tree_free(v);
	}
	page_of(&s, "/da/initiative/f%C3%A6rge");
	site_says(&s, "For sent: der kom ingen status");
	site_says(&s, "Holdt for sent: der kom en status");
	site_says(&s, "opfølgning var lovet (senest i januar 2012)");        /* the audit says so, too */
	page_of(&s, "/da/unit/%C3%B8u");
	site_says(&s, "For sent: der kom ingen status");
	close_site(&s, db);
}

/* ---- the list ---- */

static const struct {
	const char *query, *shown;
} lists[] = {
	{ "", "natbus færge " },                /* 2.9 before 2.10 */
	{ "unit=%C3%B8u", "natbus færge " }, { "unit=hav", "færge " }, { "unit=sud", "" },
	{ "theme=th", "færge " }, { "policy=pol&q=NATBUS", "natbus " }, { "q=%C3%A6r%C3%B8+mio", "færge " },
	{ "policy=findes-ikke", "" },
};

static void
initiatives_are_found(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		yajl_val    v = answer_of(&s, arena_printf(&p->arena, "/api/v1/initiatives?%s",
		    lists[i].query).at), items = tree_get(v, "items");
		const char *shown = "";

		for (size_t k = 0; k < tree_length(items); k++)
			shown = arena_printf(&p->arena, "%s%s ", shown,
			    tree_text(tree_at(items, k), "id")).at;
		if (strcmp(shown, lists[i].shown) != 0)
			fail_msg("%s: %s", lists[i].query, shown);
		yajl_tree_free(v);
		page_of(&s, arena_printf(&p->arena, "/da/initiatives?%s", lists[i].query).at);
		assert_int_equal(strstr(site_text(&s), "/da/initiative/færge\"") != NULL,
		    strstr(shown, "færge") != NULL);
	}
	page_of(&s, "/da/initiatives?unit=hav");
	site_says(&s, "<option value=\"hav\" selected>Havnekontoret</option>");
	site_says(&s, "2,8 <span class=\"when\">2010–2011</span>");
	close_site(&s, db);
}

/* ---- small numbers ---- */

static const char *const pages[] = {
	"/da/initiative/f%C3%A6rge", "/en/initiative/f%C3%A6rge", "/da/initiatives", "/da/unit/hav",
	"/da/unit/%C3%B8u", "/en/units", "/da/economy", "/da/agreement/%C3%B8aftale",
	"/api/v1/initiatives/f%C3%A6rge", "/api/v1/initiatives", "/api/v1/units/hav",
	"/api/v1/units/%C3%B8u", "/api/v1/agreements/%C3%B8aftale", "/api/v1/economy",
};

/* Four and two persons on Østerbro; and who recorded it. */
static void
small_numbers_and_names_stay_here(void **state)
{
	static const char *const never[] = {
		">4 <", ">2 <", ">4<span", ">2<span", "4 person", "2 person", "\"value\": \"4\"",
		"\"value\": \"2\"", " 4 (", " 2 (", "Åse Sørensen",
	};
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		page_of(&s, pages[i]);
		for (size_t k = 0; k < COUNT_OF(never); k++)
			site_says_not(&s, never[k]);
	}
	page_of(&s, "/da/initiative/f%C3%A6rge");
	site_says(&s, "&lt; 5");
	page_of(&s, "/api/v1/initiatives/f%C3%A6rge");
	site_says(&s, "\"withheld\": true");
	close_site(&s, db);
}

/* ---- the economy ---- */

static void
the_economy_is_gross_and_net(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	yajl_val      v, total, line;

	page_of(&s, "/da/economy");
	site_says(&s, "<th scope=\"row\">Brutto</th><td class=\"number\">2,2</td>"
	    "<td class=\"number\">1,8?</td><td class=\"number\">4,0?</td>");
	site_says(&s, "<th scope=\"row\">Refunderet af andre</th><td class=\"number\">1,0</td>");
	site_says(&s, "<th scope=\"row\">Netto, som budgetteret</th><td class=\"number\">1,2</td>");
	site_says(&s, "Regnet med i <a href=\"/da/budget-line/drift\">");
	site_says(&s, "50 pct. af den er regnet med");
	site_says(&s, "Uden øl");
	site_says(&s, "statsrefusion");
	v = answer_of(&s, "/api/v1/economy?by=unit&policy=pol");
	total = tree_get(tree_at(tree_get(v, "items"), 0), "total");
	assert_string_equal(tree_at(tree_get(total, "amounts"), 0)->u.string, "1200000");
	assert_string_equal(tree_at(tree_get(total, "amounts"), 1)->u.string, "1750000");
	yajl_tree_free(v);
	v = answer_of(&s, "/api/v1/budget-lines/drift");
	line = tree_at(tree_get(v, "amounts"), 0);
	assert_string_equal(tree_text(line, "gross"), "2000000");
	assert_string_equal(tree_text(line, "refunded_by"), "state_refund");
	assert_int_equal(tree_length(tree_get(v, "amounts")), 3);
	yajl_tree_free(v);
	page_of(&s, "/da/budget-line/drift");
	site_says(&s, "statsrefusion: 50 pct. af bruttobeløbet");
	site_says(&s, "revideret budget</td><td class=\"number\">1.750.000</td>");
	page_of(&s, "/da/budget-line/fyr");
	site_says(&s, "<td class=\"number\">ikke oplyst</td>");
	close_site(&s, db);
}

static const struct {
	const char *target;
	int         status;
	const char *media, *name;
} downloads[] = {
	{ "/api/v1/economy.csv?lang=da", 200, "text/csv", "oekonomi.csv" },
	{ "/api/v1/economy.csv?lang=en&policy=pol", 200, "text/csv", "economy-pol.csv" },
	{ "/api/v1/economy.xlsx?lang=da&by=year", 200, "application/vnd.openxmlformats", "oekonomi.xlsx" },
	{ "/api/v1/economy.csv?lang=da&profile=excel-da", 200, "text/csv", "oekonomi.csv" },
	{ "/api/v1/economy.csv?profile=excel", 400, "application/problem+json", "" },
	{ "/api/v1/economy.csv?by=farve", 400, "application/problem+json", "" },
	{ "/da/economy?by=%C3%A6ble", 400, "text/html", "" },
	{ "/da/economy?policy=findes-ikke", 200, "text/html", "" },
};

static void
the_economy_can_be_taken_away(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(downloads); i++) {
		int status = site_ask(&s, downloads[i].target, "");

		if (status != downloads[i].status)
			fail_msg("%s: %d", downloads[i].target, status);
		assert_true(str_starts(site_header(&s, "Content-Type"), str_from(downloads[i].media)));
		if (downloads[i].name[0] != '\0')
			assert_true(str_find(site_header(&s, "Content-Disposition"),
			    str_from(downloads[i].name), 0) != SIZE_MAX);
	}
	page_of(&s, "/api/v1/economy.csv?lang=da");
	site_says(&s, "policy,kind,number,id,title,counts,");
	site_says(&s, "1750000");
	page_of(&s, "/api/v1/economy.csv?lang=da&profile=excel-da");
	site_says(&s, "\xEF\xBB\xBFPolitik;Slags;Nummer;Nøgle;Navn;Tælles med;");
	site_says(&s, ";1750000;");
	page_of(&s, "/api/v1/economy.csv?lang=en&profile=excel-da");
	site_says(&s, "Policy;Kind;Number;Key;Name;Counted;");
	close_site(&s, db);
}

/* ---- units and agreements ---- */

static void
units_have_what_their_parts_have(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	yajl_val      v, at;

	v = answer_of(&s, "/api/v1/units");
	at = tree_get(v, "items");
	assert_int_equal(tree_length(at), 4);
	assert_string_equal(tree_text(tree_at(at, 0), "id"), "sud");
	assert_string_equal(tree_text(tree_at(at, 3), "parent"), "økf");
	assert_int_equal(YAJL_GET_INTEGER(tree_get(tree_at(at, 1), "initiatives")), 2);
	assert_int_equal(YAJL_GET_INTEGER(tree_get(tree_at(at, 3), "initiatives")), 1);
	assert_int_equal(YAJL_GET_INTEGER(tree_get(tree_at(at, 0), "late")), 0);
	yajl_tree_free(v);
	v = answer_of(&s, "/api/v1/units/%C3%B8u");
	assert_int_equal(tree_length(tree_get(v, "objectives")), 1);
	assert_int_equal(tree_length(tree_get(v, "parts")), 2);
	assert_int_equal(tree_length(tree_get(v, "reports")), 3);
	assert_string_equal(tree_text(tree_at(tree_get(v, "followups"), 0), "state"), "late");
	yajl_tree_free(v);
	page_of(&s, "/da/unit/hav");
	site_says(&s, "under <a href=\"/da/unit/økf\">Økonomiforvaltningen</a>");
	site_says(&s, "href=\"/da/budget-line/drift\"");
	assert_int_equal(site_ask(&s, "/da/unit/ukendt", ""), 404);
	close_site(&s, db);
}

static void
agreements_are_held_against_their_projects(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	yajl_val      v, allocated;

	v = answer_of(&s, "/api/v1/agreements/%C3%B8aftale");
	allocated = tree_get(v, "allocated");
	assert_string_equal(tree_text(allocated, "kroner"), "1300000");
	assert_string_equal(tree_text(allocated, "left"), "-300000");
	assert_string_equal(tree_text(tree_get(allocated, "far"), "da"), "mere end en fjerdedel over");
	assert_int_equal(tree_length(tree_get(v, "projects")), 2);
	yajl_tree_free(v);
	page_of(&s, "/da/agreement/%C3%B8aftale");
	site_says(&s, "A, Ø og Å");
	site_says(&s, "<time datetime=\"2010-12-31\">31. december 2010</time>");
	site_says(&s, "1,3 mio. kr.");
	site_says(&s, "300.000 kr. mere end bevilget");
	site_says(&s, "mere end en fjerdedel over det bevilgede");
	site_says(&s, "Isen er tyk");
	site_says(&s, "href=\"/da/initiative/færge\"");
	v = answer_of(&s, "/api/v1/agreements");
	assert_string_equal(tree_text(tree_at(tree_get(v, "items"), 0), "id"), "årsaftale");
	assert_true(YAJL_IS_NULL(tree_get(tree_at(tree_get(v, "items"), 0), "allocated")));
	yajl_tree_free(v);
	page_of(&s, "/en/agreements");
	site_says(&s, "DKK 500,000 a year");
	close_site(&s, db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(the_nine_fields_are_there), DISK_TEST(reports_say_what_changed),
		DISK_TEST(followups_come_or_do_not), DISK_TEST(initiatives_are_found),
		DISK_TEST(small_numbers_and_names_stay_here), DISK_TEST(the_economy_is_gross_and_net),
		DISK_TEST(the_economy_can_be_taken_away), DISK_TEST(units_have_what_their_parts_have),
		DISK_TEST(agreements_are_held_against_their_projects),
	};

	return engine_run("doings", tests, COUNT_OF(tests));
}
