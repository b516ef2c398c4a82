/* The pages from a model that is built here: what they say, in both languages,
 * and that nothing of the data becomes markup. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include "view/page.h"
#include "view/pages/barometer.h"
#include "view/pages/error.h"
#include "view/show.h"
#include "shown.h"

#define HOSTILE "Ærø</title><script>alert('å')</script>\"&"

struct fixture {
	struct arena         arena;
	struct target        target[3];
	struct barometer_row row[3];
	struct barometer_line line[3];
	struct barometer_view model;
	struct str           authority;
	struct buf           b;
	const char          *html;
};

static struct quantity
exactly(int64_t units, uint8_t scale)
{
	return quantity_exact(NUMBER(units, scale));
}

static struct barometer_row
row_of(struct target *t, struct str promise, struct str promise_en)
{
	struct barometer_row r = {
		.target = t,
		.policy = { STR("politik"), STR("Integrationspolitik"), STR("Integration policy") },
		.theme = { STR("tema"), STR("Beskæftigelse på Østerbro"), STR_NONE },
		.objective = { STR("maal"), STR("Flere i arbejde"), STR("More in work") },
		.promise = { t->id, promise, promise_en },
		.unit = STR("BIF"),
		.measure = UNIT_SHARE,
		.as_of = day_of(2009, 6, 1),
	};

	r.judgement.da = STR("Andelen er steget.");
	r.judgement.en = STR("The share has risen.");
	return r;
}

static int
setup(void **state)
{
	struct fixture   *f = calloc(1, sizeof *f);
	struct judgement *j;

	assert_non_null(f);
	for (size_t i = 0; i < 3; i++) {
		f->target[i] = (struct target){
			.kind = TARGET_LEVEL, .relation = RELATION_GE,
			.id = arena_printf(&f->arena, "loefte-%zu", i),
			.source = { .document = STR("evaluering"), .line = 30 + (uint32_t)i },
		};
	}
	f->row[0] = row_of(&f->target[0], STR("64 pct. i arbejde"), STR("64 per cent in work"));
	f->row[1] = row_of(&f->target[1], STR("Færre på overførsel"), STR_NONE);
	f->row[2] = row_of(&f->target[2], STR(HOSTILE), STR(HOSTILE));
	j = &f->row[0].judgement;
	j->verdict = VERDICT_ON_TRACK;
	j->has_latest = j->has_required = j->has_pace = true;
	j->latest.value = exactly(5990, 2);
	j->latest.source = (struct source){ .document = STR("status"), .line = 7 };
	j->required = NUMBER(6440, 2);
	j->pace_shown = NUMBER(157, 2);
	assert_true(period_parse(STR("august 2008"), &j->latest.period));
	assert_true(period_parse(STR("til og med 2010"), &f->target[0].deadline));
	f->target[0].has_deadline = true;
	f->row[1].judgement.verdict = VERDICT_NO_DATA;
	f->row[2].judgement.verdict = VERDICT_MET;
	f->row[2].judgement.early = f->row[2].judgement.uncertain = true;
	f->row[2].judgement.other_verdict = VERDICT_BEHIND;
	f->row[2].policy = (struct named){ STR("anden"), STR(HOSTILE), STR_NONE };
	f->row[2].theme = f->row[2].objective = (struct named){ STR_NONE, STR_NONE, STR_NONE };
	f->authority = STR("Københavns Kommune");
	for (size_t i = 0; i < 3; i++)
		f->line[i] = (struct barometer_line){ .row = &f->row[i], .change_unit = UNIT_POINT,
		    .unit = { STR("bif"), STR("Beskæftigelsesforvaltningen"), STR_NONE } };
	buf_init(&f->b, 1 << 20);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	buf_free(&f->b);
	arena_free(&f->arena);
	free(f);
	return 0;
}

static struct page
page_of(struct fixture *f, bool danish)
{
	struct page p = { .b = &f->b, .a = &f->arena, .section = SECTION_BAROMETER };

	assert_true(lang_find(danish ? STR("da") : STR("en"), &p.lang));
	f->b.len = 0;
	return p;
}

/* What app/barometer_view counts. */
static void
count_rows(struct fixture *f)
{
	struct barometer_view *m = &f->model;

	m->at = f->line;
	m->len = m->total = COUNT_OF(f->line);
	for (size_t i = 0; i < VERDICT_COUNT; i++)
		m->count[i] = m->total_count[i] = 0;
	for (size_t i = 0; i < m->len; i++) {
		m->count[f->row[i].judgement.verdict]++;
		m->total_count[f->row[i].judgement.verdict]++;
	}
}

static void
draw_view(struct fixture *f, bool danish, struct barometer_ask ask)
{
	struct page p = page_of(f, danish);

	f->model.ask = ask;

	if (ask.has_as_of)
		p.query = p.keep = arena_printf(&f->arena, "?as_of=" STR_FMT,
		    STR_ARG(day_iso(&f->arena, ask.as_of)));
	p.authority = f->authority;
	barometer_page(&p, &f->model);
	assert_true(buf_ok(&f->b));
	f->html = shown(&f->arena, buf_str(&f->b));
}

static void
draw(struct fixture *f, bool danish, struct barometer_ask ask)
{
	count_rows(f);
	draw_view(f, danish, ask);
}

static void
has(const struct fixture *f, const char *words)
{
	if (strstr(f->html, words) == NULL)
		fail_msg("\"%s\" is not in: %s", words, f->html);
}

static void
has_not(const struct fixture *f, const char *words)
{
	if (strstr(f->html, words) != NULL)
		fail_msg("\"%s\" is in: %s", words, f->html);
}

static void
the_danish_page_says_it_all(void **state)
{
	static const char *const words[] = {
		"<html lang=\"da\">", "<title>Barometer – Københavns Kommune</title>",
		"<link rel=\"canonical\" href=\"/da/\">",
		"<link rel=\"alternate\" hreflang=\"en\" href=\"/en/\">",
		"<meta name=\"description\" content=\"",
		"href=\"#main\">", "<main id=\"main\"",
		"2 måltal, pr. <time datetime=\"2009-06-01\">1. juni 2009</time>",
		"Beskæftigelse på Østerbro", "64 pct. i arbejde", "august 2008", "til og med 2010",
		">1,57<", "<p class=\"why\">Andelen er steget.</p>",
		"href=\"/da/document/evaluering?line=30#L30\"", "href=\"/da/document/status?line=7#L7\"",
		"href=\"/da/objective/maal\"", "href=\"/da/method\"", "2 af 3 måltal er nået eller på vej",
		"class=\"verdict on_track\"><span class=\"icon\" aria-hidden=\"true\">↗</span> på vej<",
		"(før tid)", "(usikkert, måske bagud)", "Uden tema", "Uden målsætning",
		"<a href=\"#policy-2\">", "id=\"policy-2\"", "<tr id=\"target-loefte-0\">",
	};
	struct fixture *f = *state;

	draw(f, true, (struct barometer_ask){ 0 });
	for (size_t i = 0; i < COUNT_OF(words); i++)
		has(f, words[i]);
	has_not(f, "lang=\"da\"><"); /* nothing is foreign on a Danish page */
	has_not(f, "<script>");
	has_not(f, " style=");
}

static void
the_english_page_marks_what_is_danish(void **state)
{
	struct fixture *f = *state;

	draw(f, false, (struct barometer_ask){ 0 });
	has(f, "<html lang=\"en\">");
	has(f, "<p class=\"authority-name\" lang=\"da\">Københavns Kommune</p>");
	has(f, "<h3 id=\"theme-1\"><span lang=\"da\">Beskæftigelse på Østerbro</span></h3>");
	has(f, "<span lang=\"da\">Færre på overførsel</span>");
	has(f, "64 per cent in work");
	has(f, ">Integration policy</h2>");
	has(f, "The share has risen.");
	has(f, "> on track<");
	has(f, "1 June 2009");
	has(f, ">1.57<");
	has_not(f, "Andelen er steget");
	has_not(f, "64 pct. i arbejde");
}

static void
titles_never_become_markup(void **state)
{
	struct fixture *f = *state;

	f->authority = STR(HOSTILE);
	f->row[0].unit = f->row[0].judgement.da = STR(HOSTILE);
	f->target[0].source.document = STR(HOSTILE);
	f->row[0].theme.title = f->row[0].objective.title = STR(HOSTILE);
	draw(f, true, (struct barometer_ask){ 0 });
	has_not(f, "<script>");
	has_not(f, "</title><");
	has(f, "Ærø&lt;/title&gt;&lt;script&gt;alert(&#39;å&#39;)&lt;/script&gt;&quot;&amp;");
}

static void
a_day_that_was_asked_for_stays(void **state)
{
	struct fixture *f = *state;

	draw(f, true, (struct barometer_ask){ .has_as_of = true, .as_of = day_of(2008, 2, 29) });
	has(f, "value=\"2008-02-29\"");
	has(f, "href=\"/en/?as_of=2008-02-29\"");
	has(f, "rel=\"canonical\" href=\"/da/?as_of=2008-02-29\"");
	has(f, "Tilbage til statusdatoen");
}

/* The counts in the list and the widths in the bar are those of the rows. */
static void
verdicts_are_counted_by_policy(void **state)
{
	struct fixture *f = *state;

	f->row[0].judgement.verdict = f->row[1].judgement.verdict = VERDICT_MISSED;
	draw(f, true, (struct barometer_ask){ 0 });
	has(f, "viewBox=\"0 0 2 1\"><rect height=\"1\" class=\"missed\" x=\"0\" width=\"2\"/></svg>");
	has(f, "<li><a href=\"/da/?policy=politik&amp;verdict=missed\"><strong>2</strong> "
	    "<span class=\"verdict missed\">");
	has(f, "viewBox=\"0 0 3 1\"><rect height=\"1\" class=\"met\" x=\"0\" width=\"1\"/>"
	    "<rect height=\"1\" class=\"missed\" x=\"1\" width=\"2\"/></svg>");
	has(f, "viewBox=\"0 0 1 1\"><rect height=\"1\" class=\"met\" x=\"0\" width=\"1\"/></svg>");
}

/* In no form: figure, line over time, news. */
static void
a_small_number_is_not_shown(void **state)
{
	struct fixture    *f = *state;
	struct observation seen[2] = { f->row[0].judgement.latest, f->row[0].judgement.latest };

	for (size_t i = 0; i < 2; i++) {
		seen[i].value = exactly(3, 0);
		seen[i].withheld = true;
	}
	f->row[0].measure = UNIT_PERSONS;
	f->row[0].judgement.latest = seen[1];
	f->row[0].judgement.has_required = f->row[0].judgement.has_pace = false;
	f->line[0].own = (struct series){ seen, 2 };
	f->model.news[0] = (struct barometer_news){ .line = &f->line[0], .has_before = true,
	                                            .before = seen[0] };
	f->model.news_len = 1;
	draw(f, true, (struct barometer_ask){ 0 });
	has(f, "<span class=\"value\">&lt; 5</span>");
	has(f, "<strong>&lt; 5</strong>");
	has_not(f, "class=\"value\">3");
	has_not(f, ">3 personer");
	has_not(f, "ch-spark");
}

/* A row of links, with the day that was asked for in its place and the filter kept. */
static void
days_are_a_track(void **state)
{
	struct fixture *f = *state;
	const int32_t   day[] = { day_of(2008, 1, 1), day_of(2009, 6, 1) };
	const char     *before, *asked, *after;

	draw(f, true, (struct barometer_ask){ 0 });
	has_not(f, "class=\"days\"");
	f->model.day = day;
	f->model.days = COUNT_OF(day);
	draw(f, true, (struct barometer_ask){ .unit = STR("bif") });
	has(f, "<a href=\"/da/?as_of=2008-01-01&amp;unit=bif\"><time datetime=\"2008-01-01\">1. januar 2008");
	has(f, "<a href=\"/da/?unit=bif\" aria-current=\"true\">Seneste status</a></li>\n</ol>");
	has_not(f, "<details open>");
	draw(f, false, (struct barometer_ask){ .has_as_of = true, .as_of = day_of(2008, 2, 29) });
	before = strstr(f->html, "<li><a href=\"/en/?as_of=2008-01-01\"><time");
	asked = strstr(f->html, "<li><a href=\"/en/?as_of=2008-02-29\" aria-current=\"true\"><time");
	after = strstr(f->html, "<li><a href=\"/en/?as_of=2009-06-01\"><time");
	assert_true(before != NULL && asked != NULL && after != NULL && before < asked && asked < after);
	has(f, "<a href=\"/en/\">Latest status</a></li>\n</ol>");
	draw(f, false, (struct barometer_ask){ .has_as_of = true, .as_of = day[1] });
	has(f, "<li><a href=\"/en/?as_of=2009-06-01\" aria-current=\"true\"><time");
	draw(f, false, (struct barometer_ask){ .has_as_of = true, .as_of = day_of(2010, 1, 1) });
	has(f, "2010-01-01\" aria-current=\"true\"><time datetime=\"2010-01-01\">1 January 2010</time></a></li>\n<li><a href=\"/en/\">");
}

/* What was before, what comes next, and the line between. */
static void
a_row_says_what_it_was_and_what_comes(void **state)
{
	struct fixture    *f = *state;
	struct observation seen[2] = { f->row[0].judgement.latest, f->row[0].judgement.latest };

	assert_true(period_parse(STR("august 2007"), &seen[0].period));
	seen[0].value = exactly(5440, 2);
	f->line[0].own = (struct series){ seen, 2 };
	f->line[0].has_change = true;
	f->line[0].change = NUMBER(550, 2);
	f->line[0].due.has_period = f->line[0].due.overdue = true;
	assert_true(period_parse(STR("august 2009"), &f->line[0].due.period));
	f->model.news[0] = (struct barometer_news){ .line = &f->line[0], .has_before = true,
	    .before = seen[0], .verdict_before = VERDICT_NO_DATA };
	f->model.news_len = 1;
	draw(f, true, (struct barometer_ask){ 0 });
	has(f, "+5,50 procentpoint siden forrige måling");
	has(f, "Næste: august 2009");
	has(f, "udestår");
	has(f, "ch-spark");
	has(f, "Udviklingen fra august 2007 til august 2008");
	has(f, "54,40 pct. <span aria-hidden=\"true\">→</span>");
	has(f, "href=\"#target-loefte-0\">64 pct. i arbejde</a>");
	has(f, "ingen måling</span> <span aria-hidden=\"true\">→</span>");
}

static void
what_was_asked_is_kept_and_can_be_let_go(void **state)
{
	struct fixture          *f = *state;
	struct barometer_choice  units[] = {
		{ { STR("bif"), STR("Beskæftigelsesforvaltningen"), STR_NONE }, 2, true },
		{ { STR("øu"), STR("Økonomiudvalget"), STR_NONE }, 1, false },
	};
	struct barometer_ask     ask = { .unit = STR("bif"), .has_verdict = true,
	                                 .verdict = VERDICT_MET };

	count_rows(f);
	f->model.units = (struct barometer_choices){ units, 2 };
	f->model.len = 1;
	f->model.filtered = true;
	draw_view(f, true, ask);
	has(f, "<option value=\"bif\" selected>Beskæftigelsesforvaltningen (2)</option>");
	has(f, "<option value=\"øu\">Økonomiudvalget (1)</option>");
	has(f, "<option value=\"met\" selected>nået (1)</option>");
	has(f, "Viser 1 af 3 måltal.");
	has(f, "<a href=\"/da/\">Vis alle måltal</a>");
	has_not(f, "<option value=\"missed\"");
	f->model.len = 0;
	draw_view(f, true, ask);
	has(f, "Ingen måltal passer til det valgte.");
	has_not(f, "<table");
	draw_view(f, false, ask);
	has(f, "<option lang=\"da\" value=\"øu\">");
}

static void
an_empty_register_says_so(void **state)
{
	struct fixture *f = *state;

	f->authority = STR_NONE;
	draw_view(f, true, (struct barometer_ask){ 0 });
	has(f, "<title>Barometer – Pejl</title>");
	has(f, "Registret har endnu ingen måltal.");
	has_not(f, "<table");
}

static void
errors_wear_the_same_clothes(void **state)
{
	static const struct {
		int         status;
		bool        danish;
		const char *title;
	} rows[] = {
		{ 400, true, "<h1>Forespørgslen kan ikke læses</h1>" },
		{ 404, true, "<h1>Siden findes ikke</h1>" },
		{ 404, false, "<h1>There is no such page</h1>" },
		{ 405, false, "<h1>This page cannot do that</h1>" },
		{ 500, true, "<h1>Noget gik galt hos os</h1>" },
		{ 599, false, "<h1>Something went wrong on our side</h1>" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct page p = page_of(f, rows[i].danish);

		error_page(&p, rows[i].status, STR("<æ>"));
		f->html = shown(&f->arena, buf_str(&f->b));
		has(f, rows[i].title);
		has(f, rows[i].danish ? "<html lang=\"da\">" : "<html lang=\"en\">");
		has(f, "&lt;æ&gt;");
		has(f, "noindex");
		has(f, "/site.css\">");
		has_not(f, "canonical");
	}
}

static struct named
document_of(const void *of, struct str id)
{
	(void)id;
	return *(const struct named *)of;
}

static void
a_source_is_named_by_its_title(void **state)
{
	static const struct {
		const char *da, *en, *wanted;
		bool        danish;
	} rows[] = {
		{ "Århus i tal 2016-2023", "", ">Århus i tal 2016-2023, linje 7</a>", true },
		{ "Århus i tal", "", "><span lang=\"da\">Århus i tal</span>, line 7</a>", false },
		{ "Århus i tal", "Århus in figures", ">Århus in figures, line 7</a>", false },
		{ "Statusredegørelse for Børne- og Ungdomsforvaltningens integrationsindsats 2009", "",
		  ">Statusredegørelse for Børne- og … 2009, linje 7</a>", true },
		{ "Grundlovsforhandlingsprotokoltillægsfortegnelse", "",
		  ">Grundlovsforhandlingsprotokoltillægsfortegnelse, linje 7</a>", true },
		{ "<b>ø</b>", "", ">&lt;b&gt;ø&lt;/b&gt;, linje 7</a>", true },
		{ "", "", ">status-2009, linje 7</a>", true },
	};
	struct fixture *f = *state;
	struct source   at = { .document = STR("status-2009"), .line = 7 };

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct page  p = page_of(f, rows[i].danish);
		struct named n = { STR("status-2009"), str_from(rows[i].da), str_from(rows[i].en) };

		p.document = document_of;
		p.of = &n;
		assert_true(show_source(&p, &at));
		f->html = str_dup(&f->arena, buf_str(&f->b)).at;
		has(f, rows[i].wanted);
		has(f, "/document/status-2009?line=7#L7\"");
	}
}

/* The other group's distance is no share, and the indicator's course is not its own. */
static void
a_difference_is_in_points(void **state)
{
	struct fixture    *f = *state;
	struct observation own[] = { f->row[0].judgement.latest, f->row[0].judgement.latest };

	f->line[0].own = (struct series){ own, COUNT_OF(own) };
	draw(f, true, (struct barometer_ask){ 0 });
	has(f, "59,90 pct.");
	has(f, "<svg class=\"chart ch-spark\"");
	f->target[0].kind = TARGET_GAP;
	f->line[0].apart = true;
	draw(f, true, (struct barometer_ask){ 0 });
	has(f, "59,90 procentpoint");
	has(f, "64,40 procentpoint");
	has_not(f, "<svg class=\"chart ch-spark\"");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_danish_page_says_it_all), TEST(the_english_page_marks_what_is_danish),
		TEST(titles_never_become_markup), TEST(a_day_that_was_asked_for_stays),
		TEST(verdicts_are_counted_by_policy), TEST(a_small_number_is_not_shown),
		TEST(a_row_says_what_it_was_and_what_comes), TEST(days_are_a_track),
		TEST(what_was_asked_is_kept_and_can_be_let_go),
		TEST(a_source_is_named_by_its_title), TEST(a_difference_is_in_points),
		TEST(an_empty_register_says_so), TEST(errors_wear_the_same_clothes),
	};

	return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
