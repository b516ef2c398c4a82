/* Documents, findings and search by request: statuses, what is said and what is not,
 * hostile words, and that a page costs the database little. */
#include "site.h"
#include "app/papers.h"
#include "app/publish.h"

static const char paper_text[] =
    "Status på Ærøs skoler, april 2012\n"
    "\n"
    "Tal fra alle skoler <script>alert(1)</script> & flere.\n"
    "\n"
    "Indikator\tStartmåling forår 2007\tSeneste måling\tMåltal\tMål\n"
    "Andel beskæftigede på Østerbro\t54,40 pct.\t59,90 pct.\t64,00 pct.\tAndelen skal stige med 10 procentpoint frem til 2010\n"
    "Andel på Ølandsgade\t4,5 pct. i 2007\tover 80 pct.\tmindst 95 pct.\tMindst 95 pct. er hemmeligt ord xyzzy\n";

static struct store *
open_with_papers(struct place *p)
{
	struct store   *s = place_open(p, STORE_CREATE);
	struct imported out;
	struct act      act = act_at("2026-11-23T07:00:00Z");
	struct str      key = STR("status-paa-aeroes-skoler-april-2012");
	size_t          n;

	register_load(p, s, EXAMPLE);
	assert_true(import_text(p, s, "skoler.txt", paper_text, &out));
	assert_true(import_text(p, s, "internt.txt",
	    "Internt papir om Ærø, maj 2012\n\nPlughplover er et ord, som ingen må se.\n", &out));
	must(documents_publish(s, &key, 1, true, &act, &p->diags, &n));
	assert_int_equal(n, 1);
	return s;
}

#define DOC "/da/document/status-paa-aeroes-skoler-april-2012"
#define API "/api/v1/documents/status-paa-aeroes-skoler-april-2012"
#define INTERNAL "internt-papir-om-aeroe-maj-2012"

static const struct {
	const char *target;
	int         status;
	const char *says;
} rows[] = {
	{ "/da/documents", 200, "Status på Ærøs skoler, april 2012" },
	{ "/en/documents", 200, "Not published" },
	{ DOC, 200, "id=\"L6\"" },
	{ DOC, 200, "&amp; flere" },
	{ DOC, 200, "54,40 + 10 = 64,40" },
	{ DOC "?line=6", 200, "<mark class=\"asked\">" },
	{ DOC "?line=0", 200, "Teksten" },
	{ DOC "?line=æ", 400, "line" },
	{ DOC "?page=2", 404, "" }, { DOC "?page=0", 404, "" },
	{ "/en/document/status-paa-aeroes-skoler-april-2012", 200, "54.40 + 10 = 64.40" },
	{ "/da/document/" INTERNAL, 200, "ikke offentliggjort" },
	{ "/da/document/status-2012?line=60", 200, "højst 160 tegn" },
	{ "/da/document/%C3%A6", 404, "" },
	{ API, 200, "\"text\": \"read\"" }, { API, 200, "\"kind\": \"table\"" },
	{ API ".txt", 200, "<script>alert(1)</script>" },
	{ "/api/v1/documents/" INTERNAL, 200, "\"text\": \"not_published\"" },
	{ "/api/v1/documents/" INTERNAL ".txt", 404, "" },
	{ "/api/v1/documents?limit=1", 200, "\"next\"" },
	{ "/api/v1/documents?limit=0", 400, "" },
	{ "/da/findings", 200, "et måltal, der ikke følger af startmåling og ændring" },
	{ "/da/findings?code=derived-target", 200, DOC "?line=6#L6" },
	{ "/da/findings?code=sum&severity=info", 200, "0 anmærkninger" },
	{ "/da/findings?code=%C3%B8", 400, "ingen sådan kode" },
	{ "/da/findings?severity=bad", 400, "" }, { "/da/findings?document=x", 404, "" },
	{ "/da/findings?document=status-paa-aeroes-skoler-april-2012", 200, "54,40 + 10 = 64,40" },
	{ "/da/findings?page=1000", 404, "" },
	{ "/api/v1/findings?code=derived-target", 200, "\"expected\": \"64.40\"" },
	{ "/api/v1/findings?limit=1", 200, "\"claims\": {" },
	{ "/da/search?q=%C3%B8landsgade", 200, "<mark>Ølandsgade</mark>" },
	{ "/da/search?q=oelandsgade", 200, "<mark>Ølandsgade</mark>" },
	{ "/da/search?q=xyzzy&kind=line", 200, DOC "?line=7#L7" },
	{ "/da/search?q=%C3%85rhus", 200, "<mark>Aarhus</mark>" },
	{ "/da/search?q=aarhsu", 200, "Mente du" },
	{ "/da/search?q=Employment", 200, "<mark>Employment</mark>" },
	{ "/en/search?q=employment", 200, "<mark>Employment</mark>" },
	{ "/da/search", 200, "Søg i alt" }, { "/da/search?q=%20%22*", 200, "Søg i alt" },
	{ "/da/search?q=a&kind=%C3%A6", 400, "" }, { "/da/search?q=a&kind=proposal", 400, "" },
	{ "/da/search?q=a&page=0", 404, "" }, { "/da/search?q=integration&page=99", 404, "" },
	{ "/da/search?q=%00", 400, "" }, { "/da/search?q=%ff", 400, "" },
	{ "/da/search?q=%22%20OR%20title%3A%2A%20NEAR(a%2C2)", 200, "Der er ikke fundet noget" },
	{ "/da/search?q=%27)%20%7C%20%21%26%20%3A%2A%20--%20%3B%20DROP", 200, "Der er ikke fundet noget" },
	{ "/da/search?q=%3Cscript%3E", 200, "&lt;script&gt;" },
	{ "/api/v1/search?q=aarhus", 200, "\"shown_at\": \"area/aarhus\"" },
	{ "/api/v1/search?q=xyzzy", 200, "\"kind\": \"line\"" },
	{ "/api/v1/search?limit=2&q=integration", 200, "page=2" },
	{ "/da/method", 200, "id=\"audit-derived-target\"" },
};

static void
each_request_is_answered(void **state)
{
	struct place *p = *state;
	struct store *db = open_with_papers(p);
	struct site   s = site_open(p);

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		int status = site_ask(&s, rows[i].target, "");

		if (status != rows[i].status)
			fail_msg("%s: %d", rows[i].target, status);
		if (strstr(site_text(&s), rows[i].says) == NULL)
			fail_msg("%s does not say %s: %.6000s", rows[i].target, rows[i].says, site_text(&s));
	}
	site_close(&s);
	store_close(db);
}

/* What is not published is in no page, answer or index. */
static void
nothing_internal_is_said(void **state)
{
	static const char *const targets[] = {
		"/da/document/" INTERNAL, "/en/document/" INTERNAL, "/api/v1/documents/" INTERNAL,
		"/api/v1/documents/" INTERNAL ".txt", "/da/findings", "/api/v1/findings?limit=1000",
		"/da/documents", "/api/v1/documents", "/da/search?q=plughplove",
		"/api/v1/search?q=plughplover", "/api/v1/search?q=ingen+se",
		"/api/v1/things/documents/" INTERNAL,
	};
	struct place *p = *state;
	struct store *db = open_with_papers(p);
	struct site   s = site_open(p);

	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		site_ask(&s, targets[i], "");
		site_says_not(&s, "Plughplover er");
		site_says_not(&s, "som ingen må se");
	}
	site_close(&s);
	store_close(db);
}

/* 10,000 letters, and words of all kinds that a query language knows. */
static void
long_queries_are_refused(void **state)
{
	struct place *p = *state;
	struct store *db = open_with_papers(p);
	struct site   s = site_open(p);
	char          target[12000] = "/da/search?q=";
	int           status;

	memset(target + strlen(target), 'a', 300);
	status = site_ask(&s, target, "");
	assert_int_equal(status, 400);
	memset(target + strlen(target), 'a', 10000);
	status = site_ask(&s, target, "");
	assert_true(status == 400 || status == 414);
	site_close(&s);
	store_close(db);
}

static void
pages_cost_few_statements(void **state)
{
	static const struct {
		const char *target;
		int64_t     max;
	} costs[] = {
		{ "/da/documents", 4 }, { DOC, 4 }, { DOC "?line=6", 4 }, { API, 4 }, { API ".txt", 2 },
		{ "/da/document/status-2012", 4 }, { "/da/findings", 2 }, { "/api/v1/findings", 2 },
		{ "/da/search?q=integration", 4 }, { "/da/search?q=aarhsu", 4 }, { "/da/search", 1 },
		{ "/api/v1/search?q=a", 4 },
	};
	struct place *p = *state;
	struct store *db = open_with_papers(p);
	struct site   s = site_open(p);

	assert_int_equal(site_ask(&s, "/da/findings", ""), 200);
	for (size_t i = 0; i < COUNT_OF(costs); i++) {
		int64_t before = store_statements(s.viewer.store), n;

		assert_int_equal(site_ask(&s, costs[i].target, ""), 200);
		n = store_statements(s.viewer.store) - before;
		if (n > costs[i].max)
			fail_msg("%s: %lld statements", costs[i].target, (long long)n);
	}
	site_close(&s);
	store_close(db);
}

/* The audit of a paper's text is done once, however the register changes. */
static void
a_paper_is_audited_once(void **state)
{
	struct place             *p = *state;
	struct store             *db = open_with_papers(p);
	struct site               s = site_open(p);
	const struct paper_audit *before, *after;
	struct imported           out;
	struct str                key = STR("status-paa-aeroes-skoler-april-2012");

	assert_int_equal(site_ask(&s, DOC, ""), 200);
	assert_true(papers_audit(&s.viewer.edition,
	    edition_thing(&s.viewer.edition, NOUN_DOCUMENT, key), &before));
	assert_true(import_text(p, db, "mere.txt", "Mere om Ærø\n\nDer er 3 skoler: Nord, Syd.\n", &out));
	assert_int_equal(site_ask(&s, DOC, ""), 200);
	assert_true(papers_audit(&s.viewer.edition,
	    edition_thing(&s.viewer.edition, NOUN_DOCUMENT, key), &after));
	assert_ptr_equal(before, after);
	site_close(&s);
	store_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(each_request_is_answered), DISK_TEST(nothing_internal_is_said),
		DISK_TEST(long_queries_are_refused), DISK_TEST(pages_cost_few_statements),
		DISK_TEST(a_paper_is_audited_once),
	};

	return engine_run("documents", tests, COUNT_OF(tests));
}
