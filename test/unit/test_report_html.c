/* A report as one HTML file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "report/html.h"
#include "report_sample.h"

static struct arena arena;

static const char *
html(const struct tree *t, const struct html_wish *w)
{
	static struct buf b;

	buf_free(&b);
	buf_init(&b, (size_t)64 << 20);
	report_html(&b, t, w);
	assert_true(buf_ok(&b));
	buf_char(&b, '\0');
	return b.at;
}

static size_t
count(const char *text, const char *what)
{
	size_t n = 0;

	for (; (text = strstr(text, what)) != NULL; text += strlen(what))
		n++;
	return n;
}

static void
has(const char *text, const char *what)
{
	if (strstr(text, what) == NULL)
		fail_msg("without: %s", what);
}

static void
holds_every_part(void **state)
{
	static const char *const texts[] = {
		"<html lang=\"da\">", "<title>Statusredegørelse 2009</title>",
		"<p class=\"authority\" dir=\"auto\">Københavns Kommune</p>",
		"<h1 dir=\"auto\">Statusredegørelse 2009</h1>",
		"Som det stod den 1. juni 2009. Lavet den 17. august 2009.",
		"<h2 id=\"udvalg-1\" dir=\"auto\"><span class=\"nr\">2</span> Beskæftigelse og uddannelse</h2>",
		"<li><a href=\"#tal-1\"><span class=\"nr\">2.1</span> Indikatorer på målet</a>",
		"<span lang=\"ar\" dir=\"auto\">مرحبا بكم</span><em> og dansk.</em>",
		"<a href=\"#graf-1\">figur 1</a>", "<a href=\"#penge-1\">tabel 1</a>",
		"<strong>64,4 pct.</strong>", "<a href=\"https://pejl.example/da/indikator/i-1\">tallene</a>",
		"<span class=\"label\">Tabel 1:</span> Økonomisk oversigt (mio. kr.)</caption>",
		"<th scope=\"col\">Budgetpost</th><th scope=\"col\" class=\"end\">2008</th>",
		"<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\" dir=\"auto\">Beskæftigelses- og Integrationsudvalget</th></tr>",
		"<th scope=\"row\" dir=\"auto\">1. Jobcafé på Nørrebro og Østerbro</th><td class=\"end keep\">1,0</td>",
		"<p class=\"source\" dir=\"auto\">Kilde: budget 2009.</p>",
		"Lektiehjælp &amp; rådgivning &lt;for alle&gt;",
		"role=\"img\" aria-label=\"Andelen i beskæftigelse steg fra 52,4 pct. i 2006 til 59,0 pct. i 2009.\">",
		"<figcaption dir=\"auto\"><span class=\"label\">Figur 1:</span> Borgere i beskæftigelse</figcaption>",
		"<sup><a id=\"fnref-1\" href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>",
		"<sup><a href=\"#fn-1\" role=\"doc-noteref\">1</a></sup>",      /* the same again */
		"<li id=\"fn-1\" dir=\"auto\">Målt ved årets udgang på Ærøgade. <a href=\"#fnref-1\" role=\"doc-backlink\"",
		"content: \"Side \" counter(page) \" af \" counter(pages) ",
	};
	struct tree t = sample_tree(&arena, 2, 3);
	const char *text = html(&t, &(struct html_wish){ .site = STR("https://pejl.example") });

	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		has(text, texts[i]);
	assert_int_equal(count(text, "<svg"), 2);
	assert_int_equal(count(text, "<table>"), 4);
	assert_int_equal(count(text, "aria-labelledby=\"graf"), 0);
}

/* It asks for nothing: no address is loaded, and none would be allowed to. */
static void
asks_for_nothing(void **state)
{
	static const char *const never[] = { "<script", "<link", " src=", "@import", "url(", "<iframe", " style=" };
	struct tree t = sample_tree(&arena, 1, 3);
	const char *text = html(&t, &(struct html_wish){ 0 });

	(void)state;
	for (size_t i = 0; i < COUNT_OF(never); i++)
		if (strstr(text, never[i]) != NULL)
			fail_msg("has %s", never[i]);
	has(text, "default-src 'none'");
	assert_null(strstr(text, "href=\"/"));          /* a file has no root */
	text = html(&t, &(struct html_wish){ .paper = true });
	assert_int_equal(count(text, "url(data:font/woff2;base64,d09GMg"), 5);
	assert_int_equal(count(text, "url("), 5);
}

/* Every link within leads somewhere, every name is there once. */
static void
links_lead_somewhere(void **state)
{
	struct tree t = sample_tree(&arena, 5, 2);
	const char *text = html(&t, &(struct html_wish){ 0 });
	size_t      links = 0;
	char        name[128], id[160];

	(void)state;
	for (const char *at = text; (at = strstr(at, " href=\"#")) != NULL; links++) {
		at += strlen(" href=\"#");
		(void)snprintf(name, sizeof name, "%.*s", (int)strcspn(at, "\""), at);
		(void)snprintf(id, sizeof id, " id=\"%s\"", name);
		if (count(text, id) != 1)
			fail_msg("%s: %zu times", name, count(text, id));
	}
	assert_true(links > 5 * 5);
}

/* What is no address is no link, whatever people wrote. */
static void
escapes(void **state)
{
	static const char *const bad[] = { "javascript:alert(1)", "data:text/html,x", "//ond.example", "JAVASCRIPT:x" };
	struct tree       t = tree_new(&arena, STR("</style><script>\"\\å"), STR("da"));
	struct tree_part *p = tree_paragraph(&t);
	const char       *text;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		runs_link(&arena, &p->words, STR("<b>Ærø</b>"), str_from(bad[i]));
	tree_number(&t);
	text = html(&t, &(struct html_wish){ .site = STR("https://pejl.example") });
	assert_null(strstr(text, "<a "));
	assert_null(strstr(text, "<script"));
	assert_int_equal(count(text, "&lt;b&gt;Ærø&lt;/b&gt;"), 4);
	has(text, "content: \"\\00003c\\00002fstyle\\00003e\\00003cscript\\00003e\\000022\\00005cå\"");
	assert_int_equal(count(text, "</style>"), 1);
}

static struct str
marks(void *with, struct arena *a, struct str lang, struct str word)
{
	(*(size_t *)with)++;
	return arena_printf(a, "[" STR_FMT ":" STR_FMT "]", STR_ARG(lang), STR_ARG(word));
}

/* Where the words of all columns do not fit beside each other, and there alone. */
static void
breaks_long_words(void **state)
{
	static const struct tree_column column[] = {
		{ .title = STR_INIT("Nr.") }, { .title = STR_INIT("Beskæftigelsesfrekvensindikator") },
		{ .title = STR_INIT("Befolkningsfremskrivning") }, { .title = STR_INIT("Uddannelsesinstitutionernes") },
		{ .title = STR_INIT("Integrationsbestræbelserne") },
	};
	struct tree       t = sample_tree(&arena, 1, 1);
	struct tree_part *p = tree_table(&t, STR("smal"), STR("Uddannelsesinstitutionernes tal"), column,
	    COUNT_OF(column));
	struct tree_row  *row = tree_row(&t, p);
	struct html_wish  w = { .hyphenate = marks };
	size_t            asked = 0;
	const char       *text;

	(void)state;
	w.with = &asked;
	for (size_t i = 0; i < COUNT_OF(column); i++)
		sample_words(&t, row, "Nørrebro", false);
	tree_number(&t);
	text = html(&t, &w);
	has(text, "<th scope=\"col\">Nr.</th><th scope=\"col\">[da:Beskæftigelsesfrekvensindikator]</th>");
	has(text, "[da:Integrationsbestræbelserne]");
	has(text, "<td dir=\"auto\">Nørrebro</td>");
	has(text, "Uddannelsesinstitutionernes tal</caption>");
	has(text, "<th scope=\"col\">Beskæftigelsesfrekvensindikator</th>");          /* of a wider one */
	assert_int_equal(asked, 4);
}

/* 10,000 letters, nothing at all, and no table. */
static void
stands_extremes(void **state)
{
	struct tree t = sample_tree(&arena, 0, 0), empty = tree_new(&arena, STR(""), STR("en"));
	struct buf  b;

	(void)state;
	buf_init(&b, 1 << 20);
	for (int i = 0; i < 10000; i++)
		BUF_LIT(&b, "Ø");
	t.title = buf_str(&b);
	assert_true(strlen(html(&t, &(struct html_wish){ 0 })) > 3 * 20000);
	buf_free(&b);
	tree_number(&empty);
	has(html(&empty, &(struct html_wish){ 0 }), "<main>\n</main>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_every_part), cmocka_unit_test(asks_for_nothing),
		cmocka_unit_test(links_lead_somewhere), cmocka_unit_test(escapes),
		cmocka_unit_test(breaks_long_words), cmocka_unit_test(stands_extremes),
	};
	int failed = cmocka_run_group_tests_name("report_html", tests, NULL, NULL);

	arena_free(&arena);
	return failed;
}
