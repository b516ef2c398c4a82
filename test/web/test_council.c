/* Reports on the site and at the staff's desk: texts around what is computed, laying one
 * before the council, correcting it; and everything that is refused. */
#include "edit.h"
#include "app/releases.h"

#define TEXT "/da/work/council/text"
#define LAY  "/da/work/council/lay"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n"
	  "havf,1,Havneforvaltningen,HF,administration,hav\nby,1,Byudvalget,BU,committee,\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\n"
	  "pol,1,Færgepolitik,2010-01-01,2015-01-01,2012-04-30\n" },
	{ "theme.csv", "id,since,title,policy,rank\nth,1,Søfart,pol,1\n" },
	{ "objective.csv", "id,since,title,theme,unit,rank\nmål,1,Flere øboere,th,hav,1\n"
	  "bymål,1,Flere i byen,th,by,2\n" },
	{ "indicator.csv", "id,since,title,measure,better,unit\nøboere,1,Øboere,count,rise,havf\n" },
	{ "target.csv", "id,since,title,objective,indicator,kind,relation,value\n"
	  "ø100,1,Mindst 100 øboere,mål,øboere,level,at_least,100\n" },
	{ "initiative.csv", "id,since,title,policy,unit\nfærge,1,Færge til Ærø,pol,havf\n" },
	{ "observation.csv", "indicator,area,group,from,to,precision,method,value,since\n"
	  "øboere,by,,2010-01-01,2011-01-01,year,1,90,1\nøboere,by,,2011-01-01,2012-01-01,year,1,104,1\n" },
};

static struct desk
open_council(struct place *p)
{
	return open_desk(p, package_put(p, "råd", files, COUNT_OF(files)));
}

static struct person
person(struct desk *k, const char *name, const char *role, const char *unit)
{
	int64_t id = unit == NULL ? 0 : things_find(things_load(&k->s.p->arena, k->db), NOUN_UNIT,
	    str_from(unit));

	return staff_person(&k->s, k->db, name, "Ærlig Ågård", role, id);
}

static int64_t
newest(struct desk *k)
{
	int64_t n;

	assert_true(store_get_int(k->db, STMT_CHANGE_LAST, NULL, 0, &n));
	return n;
}

static struct str
words(struct desk *k, const char *text, const char *was)
{
	struct arena *a = &k->s.p->arena;

	return with(a, with(a, STR("kind=status&of=pol&as_of=2012-04-30"), STR("words"), str_from(text)),
	    STR("was"), str_from(was));
}

static int
post(struct desk *k, const struct person *who, const char *at, struct str fields)
{
	return staff_post(&k->s, who, at, fields.at);
}

static void
a_text_is_seen_saved_and_read(void **state)
{
	struct desk k = open_council(*state);
	struct str  form = words(&k, "Et **godt** år for [Ærø](https://ærø.dk).\n\n- flere øboere\n- <b>færre</b> både", "0");
	int64_t     before = newest(&k);

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/council"), 200);
	site_says(&k.s, "Færgepolitik");
	site_says(&k.s, "Havneudvalget");
	assert_int_equal(staff_ask(&k.s, &k.who, TEXT), 200);
	site_says(&k.s, "Resuméet");
	/* Seen, and nothing is written. */
	assert_int_equal(post(&k, &k.who, TEXT, arena_printf(&k.s.p->arena, STR_FMT "&do=preview", STR_ARG(form))), 200);
	site_says(&k.s, "<strong>godt</strong>");
	site_says(&k.s, "&lt;b&gt;");
	assert_int_equal(newest(&k), before);
	assert_int_equal(post(&k, &k.who, TEXT, form), 303);
	assert_int_equal(newest(&k), before + 1);
	assert_int_equal(site_ask(&k.s, "/da/report/status?of=pol", ""), 200);
	site_says(&k.s, "<strong>godt</strong>");
	site_says(&k.s, "<a href=\"https://ærø.dk\"");
	site_says(&k.s, "flere øboere");
	site_says_not(&k.s, "<b>");
	/* It is of that day: last year's report does not have it. */
	assert_int_equal(site_ask(&k.s, "/da/report/status?of=pol&as_of=2011-04-30", ""), 200);
	site_says_not(&k.s, "flere øboere");
	/* What is computed is as it was, whatever the form says. */
	site_says(&k.s, "Mindst 100 øboere");
	close_desk(&k);
}

static void
a_text_is_refused(void **state)
{
	struct desk   k = open_council(*state);
	struct arena *a = &k.s.p->arena;
	int64_t       before;
	char         *longer = arena_alloc(a, 20002, 1, 1);

	memset(longer, 'x', 20001);
	assert_int_equal(post(&k, &k.who, TEXT, words(&k, "Første", "0")), 303);
	before = newest(&k);
	/* Written meanwhile; the letters of what was sent are kept. */
	assert_int_equal(post(&k, &k.who, TEXT, words(&k, "Anden på Ærø", "0")), 409);
	site_says(&k.s, "Anden på Ærø");
	assert_int_equal(post(&k, &k.who, TEXT, words(&k, longer, "2")), 422);
	site_says(&k.s, "id=\"f-words-fault\"");
	assert_int_equal(post(&k, &k.who, TEXT, words(&k, "vendt \xE2\x80\xAE om", "2")), 422);
	assert_int_equal(post(&k, &k.who, TEXT, STR("kind=status&of=pol&as_of=2012-04-30&was=2&words=%FF")), 422);
	assert_int_equal(post(&k, &k.who, TEXT, STR("kind=status&of=pol&as_of=2012-04-30&was=to&words=x")), 422);
	assert_int_equal(post(&k, &k.who, TEXT, STR("kind=bog&of=pol&words=x")), 404);
	assert_int_equal(post(&k, &k.who, TEXT, STR("kind=status&of=ingen&words=x")), 404);
	assert_int_equal(post(&k, &k.who, TEXT, STR("kind=status&of=pol&code=forside&words=x")), 404);
	assert_int_equal(post(&k, &k.who, TEXT "/ingen", STR("kind=status&of=pol&words=x")), 404);
	/* A place that this report does not have. */
	assert_int_equal(post(&k, &k.who, TEXT, STR("kind=goals&of=pol&code=economy&words=x")), 404);
	assert_int_equal(post(&k, &k.who, TEXT "/hav", STR("kind=goals&of=pol&code=outlook&words=x")), 404);
	assert_int_equal(newest(&k), before);
	/* Empty: it is taken away. The same once more writes nothing. */
	assert_int_equal(post(&k, &k.who, TEXT, words(&k, "", "2")), 303);
	assert_int_equal(newest(&k), before + 1);
	assert_int_equal(post(&k, &k.who, TEXT, words(&k, "", "0")), 303);
	assert_int_equal(newest(&k), before + 1);
	close_desk(&k);
}

/* A unit writes in its own committee's part, and nowhere else. */
static void
a_unit_writes_in_its_own_part(void **state)
{
	struct desk   k = open_council(*state);
	struct person hav = person(&k, "bo", "contributor", "havf");
	int64_t       before = newest(&k);

	assert_int_equal(post(&k, &hav, TEXT "/hav", words(&k, "Havnen er ny", "0")), 303);
	assert_int_equal(post(&k, &hav, TEXT "/hav", arena_printf(&k.s.p->arena, STR_FMT "&code=challenges",
	    STR_ARG(words(&k, "Isen på Øresund", "0")))), 303);
	assert_int_equal(newest(&k), before + 2);
	assert_int_equal(post(&k, &hav, TEXT "/by", words(&k, "Byen er gammel", "0")), 403);
	assert_int_equal(staff_ask(&k.s, &hav, TEXT "/by"), 403);
	assert_int_equal(post(&k, &hav, TEXT, words(&k, "Alt er godt", "0")), 403);
	assert_int_equal(post(&k, &hav, LAY, STR("kind=status&of=pol")), 403);
	assert_int_equal(newest(&k), before + 2);
	assert_int_equal(site_ask(&k.s, "/da/report/status?of=pol", ""), 200);
	site_says(&k.s, "Havnen er ny");
	site_says(&k.s, "Isen på Øresund");
	close_desk(&k);
}

/* ---- laying ---- */

static const struct noun_row *
release(struct desk *k, struct edition *ed, struct str *key)
{
	struct diags d = diags_new(&k->s.p->arena);

	assert_true(edition_make(&k->s.p->arena, k->db, NULL, (struct judge_when){ .today = clock_today() }, &d, ed));
	if (ed->sn.len[NOUN_RELEASE] == 0)
		return NULL;
	*key = things_key(ed->things, ed->sn.row[NOUN_RELEASE][ed->sn.len[NOUN_RELEASE] - 1].id);
	return &ed->sn.row[NOUN_RELEASE][ed->sn.len[NOUN_RELEASE] - 1];
}

static void
a_report_is_laid_once(void **state)
{
	struct desk            k = open_council(*state);
	struct arena          *a = &k.s.p->arena;
	struct person          publisher = person(&k, "pia", "publisher", NULL);
	const char            *form = "kind=status&of=pol&as_of=2012-04-30&corrects=&reason=";
	const struct noun_row *row;
	struct edition         ed;
	struct trail_rows      rows;
	struct str             key, html;
	int64_t                before = newest(&k);

	assert_int_equal(staff_ask(&k.s, &publisher, LAY "?kind=status&of=pol"), 200);
	assert_int_equal(staff_post_nonce(&k.s, &publisher, LAY, form, "00000000000000000000000000000091"), 303);
	assert_int_equal(staff_post_nonce(&k.s, &publisher, LAY, form, "00000000000000000000000000000091"), 303);
	assert_int_equal(newest(&k), before + 1);
	row = release(&k, &ed, &key);
	assert_non_null(row);
	assert_int_equal(ed.sn.len[NOUN_RELEASE], 1);
	assert_true(trail_read(a, k.db, 0, 0, 10, &rows));
	assert_true(str_eq(rows.at[0].act, act_info[ACT_COUNCIL_LAY].code));
	assert_true(str_eq(rows.at[0].after, row->text[RELEASE_digest]));
	/* As a page; as a file letter by letter; from the figures that stand in it. */
	assert_int_equal(site_ask(&k.s, "/da/reports", ""), 200);
	site_says(&k.s, "Statusredegørelse pr. 30. april 2012");
	assert_int_equal(site_ask(&k.s, arena_printf(a, "/da/release/" STR_FMT, STR_ARG(key)).at, ""), 200);
	site_says(&k.s, "Mindst 100 øboere");
	assert_true(release_text(a, k.db, row->id, RELEASE_PART_HTML_EN, &html));
	assert_int_equal(site_ask(&k.s, arena_printf(a, "/api/v1/releases/" STR_FMT ".html?lang=en", STR_ARG(key)).at, ""), 200);
	assert_true(str_eq(buf_str(&k.s.reply.body), html));
	assert_int_equal(site_ask(&k.s, "/da/indicator/%C3%B8boere", ""), 200);
	site_says(&k.s, "Forelagt rådet i: <a href=\"/da/release/");
	assert_int_equal(site_ask(&k.s, "/da/initiative/f%C3%A6rge", ""), 200);
	site_says(&k.s, "Forelagt rådet i:");
	assert_int_equal(site_ask(&k.s, "/da/objective/m%C3%A5l", ""), 200);
	site_says(&k.s, "Forelagt rådet i:");
	/* A text afterwards changes what can be made, not what was laid. */
	assert_int_equal(post(&k, &k.who, TEXT, words(&k, "Bagefter på Ærø", "0")), 303);
	assert_int_equal(site_ask(&k.s, arena_printf(a, "/api/v1/releases/" STR_FMT ".html?lang=en", STR_ARG(key)).at, ""), 200);
	assert_true(str_eq(buf_str(&k.s.reply.body), html));
	close_desk(&k);
}

static void
a_correction_wants_a_reason(void **state)
{
	struct desk            k = open_council(*state);
	struct arena          *a = &k.s.p->arena;
	struct person          publisher = person(&k, "pia", "publisher", NULL);
	struct person          part = person(&k, "per", "publisher", "hav");
	struct str             form = STR("kind=status&of=pol&as_of=2012-04-30"), key, second;
	struct edition         ed;
	int64_t                before;

	assert_int_equal(post(&k, &part, LAY, form), 403);
	assert_int_equal(post(&k, &k.who, LAY, form), 403);
	assert_int_equal(post(&k, &publisher, LAY, form), 303);
	assert_non_null(release(&k, &ed, &key));
	before = newest(&k);
	form = with(a, form, STR("corrects"), key);
	assert_int_equal(post(&k, &publisher, LAY, form), 422);
	site_says(&k.s, "Skriv, hvad der er rettet");
	assert_int_equal(post(&k, &publisher, LAY, with(a, STR("kind=status&of=pol&as_of=2012-04-30&corrects=ingen"),
	    STR("reason"), STR("Ø"))), 422);
	assert_int_equal(post(&k, &publisher, LAY, STR("kind=status&of=pol&as_of=2012-04-30&reason=Et+tal")), 422);
	assert_int_equal(newest(&k), before);
	assert_int_equal(post(&k, &publisher, LAY, with(a, form, STR("reason"), STR("104 øboere var 101"))), 303);
	assert_non_null(release(&k, &ed, &second));
	assert_int_equal(site_ask(&k.s, arena_printf(a, "/da/release/" STR_FMT, STR_ARG(second)).at, ""), 200);
	site_says(&k.s, "104 øboere var 101");
	site_says(&k.s, "Sammenlignet med");
	assert_int_equal(site_ask(&k.s, arena_printf(a, "/da/release/" STR_FMT, STR_ARG(key)).at, ""), 200);
	site_says(&k.s, "Rapporten er rettet");
	/* Twice is once too often. */
	assert_int_equal(post(&k, &publisher, LAY, with(a, form, STR("reason"), STR("igen"))), 422);
	site_says(&k.s, "Den er allerede rettet");
	close_desk(&k);
}

/* ---- the site ---- */

static void
what_is_not_there_is_said(void **state)
{
	struct desk k = open_council(*state);

	assert_int_equal(site_ask(&k.s, "/da/reports", ""), 200);
	site_says(&k.s, "Der er endnu ikke forelagt nogen rapport.");
	assert_int_equal(site_ask(&k.s, "/da/report/bog", ""), 404);
	site_says(&k.s, "Der er ingen rapport med det navn.");
	assert_int_equal(site_ask(&k.s, "/da/report/status?of=ingen", ""), 404);
	assert_int_equal(site_ask(&k.s, "/da/report/status?of=pol&as_of=1999-01-01", ""), 404);
	site_says(&k.s, "Politikken var ikke begyndt den dag.");
	assert_int_equal(site_ask(&k.s, "/da/report/status?as_of=30-04-2012", ""), 400);
	assert_int_equal(site_ask(&k.s, "/da/release/ingen", ""), 404);
	assert_int_equal(site_ask(&k.s, "/api/v1/releases/ingen.pdf", ""), 404);
	assert_int_equal(site_ask(&k.s, "/api/v1/reports/status.md?lang=da", ""), 200);
	site_says(&k.s, "# Statusredegørelse");
	assert_int_equal(site_ask(&k.s, "/api/v1/reports/status.xlsx", ""), 200);
	close_desk(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_text_is_seen_saved_and_read),
		DISK_TEST(a_text_is_refused),
		DISK_TEST(a_unit_writes_in_its_own_part),
		DISK_TEST(a_report_is_laid_once),
		DISK_TEST(a_correction_wants_a_reason),
		DISK_TEST(what_is_not_there_is_said),
	};

	return engine_run("council", tests, COUNT_OF(tests));
}
