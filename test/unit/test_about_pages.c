/* Pages about the site from models built here: what they say of the rule is what
 * the program does, and what they leave out is nothing of the register. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "app/about_view.h"
#include "view/pages/about.h"

#define HOSTILE "Ærø<script>alert('å')</script>\"&"

struct fixture {
	struct arena arena;
	struct buf   b;
	const char  *html;
};

static struct page
page_of(struct fixture *f, const char *lang)
{
	struct page p = { .b = &f->b, .a = &f->arena, .section = SECTION_NONE, .path = STR("x") };

	buf_free(&f->b);
	buf_init(&f->b, 1 << 20);
	assert_true(lang_find(str_from(lang), &p.lang));
	p.authority = STR("Ærø Kommune");
	return p;
}

static void
drawn(struct fixture *f)
{
	assert_true(buf_ok(&f->b));
	f->html = str_dup(&f->arena, buf_str(&f->b)).at;
}

static void
done(struct fixture *f)
{
	buf_free(&f->b);
	arena_free(&f->arena);
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

/* Every verdict that there is, with its word and icon from core/. */
static void
the_rule_names_every_verdict(void **state)
{
	struct fixture        f = { 0 };
	struct method_example m = method_example(&f.arena);

	(void)state;
	for (int danish = 0; danish < 2; danish++) {
		struct page p = page_of(&f, danish ? "da" : "en");

		method_page(&p, &m);
		drawn(&f);
		for (size_t v = 0; v < VERDICT_COUNT; v++) {
			has(&f, arena_printf(&f.arena, "class=\"verdict " STR_FMT "\"",
			    STR_ARG(verdict_code((enum verdict)v))).at);
			has(&f, arena_printf(&f.arena, "aria-hidden=\"true\">" STR_FMT "</span> " STR_FMT "<",
			    STR_ARG(verdict_icon((enum verdict)v)),
			    STR_ARG(verdict_word((enum verdict)v, danish))).at);
		}
		has(&f, danish ? "Tempoet er mindst 0,60, men under 0,95." : "at least 0.60 but under 0.95.");
		has(&f, danish ? "færre end 5 personer" : "fewer than 5 persons");
		has_not(&f, "{1}");
		has_not(&f, "{7}");
	}
	done(&f);
}

/* By hand: (50 / 90) / (200 / 365) = 1.0139. */
static void
the_example_can_be_checked_by_hand(void **state)
{
	struct fixture        f = { 0 };
	struct method_example m = method_example(&f.arena);
	struct page           p = page_of(&f, "da");

	(void)state;
	assert_int_equal(m.measured - m.opens, 90);
	assert_int_equal(m.due - m.opens, 365);
	assert_int_equal(m.judgement.verdict, VERDICT_ON_TRACK);
	assert_int_equal(number_cmp(m.a_day, NUMBER(5556, 4)), 0);
	assert_int_equal(number_cmp(m.needed_a_day, NUMBER(5479, 4)), 0);
	assert_int_equal(number_cmp(m.judgement.pace_shown, NUMBER(101, 2)), 0);
	method_page(&p, &m);
	drawn(&f);
	has(&f, "50 / 90 = 0,5556");
	has(&f, "200 / 365 = 0,5479");
	has(&f, "0,5556 / 0,5479 giver tempoet 1,01");
	has(&f, "50 af de lovede 200");
	done(&f);
}

static void
counts_are_written_with_their_words(void **state)
{
	struct about_view m = {
		.policies = 1, .targets = 1234, .documents = 3, .changes = 1, .has_changed = true,
		.changed = day_of(2012, 4, 30),
	};
	struct fixture    f = { 0 };
	struct page       p = page_of(&f, "da");

	(void)state;
	about_page(&p, &m);
	drawn(&f);
	has(&f, "<li>1 politik</li>");
	has(&f, "<li>1.234 måltal</li>");
	has(&f, "<li>0 indikatorer</li>");
	has(&f, "<li>1 registreret ændring</li>");
	has(&f, "30. april 2012");
	has(&f, "Ærø Kommune har ansvaret");
	has(&f, "Pejl " PEJL_VERSION);
	has(&f, "/licences.txt\">");
	p = page_of(&f, "en");
	m.policies = 2;
	m.has_changed = false;
	about_page(&p, &m);
	drawn(&f);
	has(&f, "<li>2 policies</li>");
	has(&f, "<li>1,234 targets</li>");
	has_not(&f, "Last changed");
	done(&f);
}

static void
the_statement_says_whom_to_ask(void **state)
{
	struct fixture f = { 0 };
	struct page    p = page_of(&f, "da");
	const char    *at;

	(void)state;
	p.contact = (struct contact){
		.mail = STR("post@ærø.dk"), .statement = STR("https://was.digst.dk/aeroe-dk"),
	};
	accessibility_page(&p);
	drawn(&f);
	has(&f, "lov nr. 692 af 8. juni 2018");
	has(&f, "<a href=\"https://was.digst.dk/aeroe-dk\">");
	has(&f, "<li>Mail: post@ærø.dk</li>");
	has(&f, "Digitaliseringsstyrelsen");
	at = strstr(f.html, "udarbejdet den ");
	assert_non_null(at);
	assert_in_range(at[strlen("udarbejdet den ")], '1', '9');
	has(&f, "selvevaluering af Pejl " PEJL_VERSION);
	p = page_of(&f, "en");
	p.authority = STR_NONE;
	accessibility_page(&p);
	drawn(&f);
	has(&f, "The authority is committed");
	has_not(&f, "has registered");
	done(&f);
}

static void
data_says_what_can_be_taken(void **state)
{
	const struct data_address at[] = {
		{ STR("/api/v1/targets"), STR("Barometer"), STR("as_of, lang"), false, true },
		{ STR("/api/v1/indicators/:id.csv"), STR("Somebody's new summary"), STR_NONE, true, false },
	};
	struct fixture f = { 0 };
	struct page    p = page_of(&f, "da");

	(void)state;
	p.contact.licence = STR("CC BY 4.0");
	data_page(&p, &(struct data_view){ at, COUNT_OF(at) });
	drawn(&f);
	has(&f, "<a href=\"/api/v1/targets\"><code>/api/v1/targets</code></a></th><td>Barometer</td><td>as_of, lang</td>");
	has(&f, "<th scope=\"row\"><code>/api/v1/indicators/:id.csv</code></th><td lang=\"en\">Somebody");
	has(&f, "Licens for data: CC BY 4.0");
	has(&f, "aria-current=\"page\"");
	p = page_of(&f, "en");
	data_page(&p, &(struct data_view){ NULL, 0 });
	drawn(&f);
	has_not(&f, "<table");
	has(&f, "has not stated a licence");
	done(&f);
}

static void
nothing_becomes_markup(void **state)
{
	struct str                evil = STR(HOSTILE);
	const struct data_address at[] = { { evil, evil, evil, true, true } };
	struct about_view         m = { 0 };
	struct fixture            f = { 0 };

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct page p = page_of(&f, "en");

		p.authority = evil;
		p.contact = (struct contact){ evil, evil, evil, evil, STR("javascript:alert(1)"), evil, evil };
		if (i == 0)
			about_page(&p, &m);
		else if (i == 1)
			privacy_page(&p);
		else if (i == 2)
			accessibility_page(&p);
		else
			data_page(&p, &(struct data_view){ at, 1 });
		drawn(&f);
		has_not(&f, "<script>");
		has_not(&f, "javascript:");
		has(&f, "Ærø&lt;script&gt;");
	}
	done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_rule_names_every_verdict),
		cmocka_unit_test(the_example_can_be_checked_by_hand),
		cmocka_unit_test(counts_are_written_with_their_words),
		cmocka_unit_test(the_statement_says_whom_to_ask),
		cmocka_unit_test(data_says_what_can_be_taken), cmocka_unit_test(nothing_becomes_markup),
	};

	return cmocka_run_group_tests_name("about pages", tests, NULL, NULL);
}
