/* The frame of a page whatever stands in it: whose it is, where it is, in which
 * languages, and what a reader who looks back is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "view/page.h"

#define HOSTILE "Ærø</p><script>alert('å')</script>\"&"

struct fixture {
	struct arena arena;
	struct buf   b;
	struct page  page;
	const char  *html;
};

static struct fixture
fixture_of(const char *lang)
{
	struct fixture f = { .page = { .section = SECTION_INDICATORS, .path = STR("indicator/beskæftigelse") } };

	assert_true(lang_find(str_from(lang), &f.page.lang));
	f.page.title = STR("Flere i arbejde på Østerbro");
	f.page.description = STR("Andelen er steget.");
	f.page.authority = STR("Københavns Kommune");
	return f;
}

static void
draw(struct fixture *f)
{
	buf_init(&f->b, 1 << 20);
	f->page.b = &f->b;
	f->page.a = &f->arena;
	page_open(&f->page);
	HTML(&f->b, "<h1>Ærø</h1>\n");
	page_close(&f->page);
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

static size_t
count(const struct fixture *f, const char *words)
{
	size_t n = 0;

	for (const char *at = f->html; (at = strstr(at, words)) != NULL; at++)
		n++;
	return n;
}

static void
a_page_says_what_it_is_and_where(void **state)
{
	struct fixture f = fixture_of("da");

	(void)state;
	f.page.crumb[0] = (struct crumb){ "indicators", { STR_NONE, STR("Indikatorer"), STR("Indicators") } };
	f.page.crumb[1] = (struct crumb){ "objective", { STR("i-arbejde"), STR("Mål"), STR_NONE } };
	f.page.crumbs = 2;
	draw(&f);
	has(&f, "<title>Flere i arbejde på Østerbro – Københavns Kommune</title>");
	has(&f, "<link rel=\"canonical\" href=\"/da/indicator/beskæftigelse\">");
	has(&f, "hreflang=\"en\" href=\"/en/indicator/beskæftigelse\"");
	has(&f, "<a class=\"skipnav\" href=\"#main\">Gå til sidens indhold</a>");
	has(&f, "breadcrumbs__link\" href=\"/da/\">Barometer</a>");
	has(&f, "breadcrumbs__link\" href=\"/da/indicators\">Indikatorer</a>");
	has(&f, "breadcrumbs__link\" href=\"/da/objective/i-arbejde\">Mål</a>");
	has(&f, "<form class=\"site-search\" role=\"search\" method=\"get\" action=\"/da/search\">");
	has(&f, "href=\"/da/accessibility\">Tilgængelighedserklæring</a>");
	has(&f, "href=\"/da/privacy\">Privatliv</a>");
	assert_int_equal(count(&f, "aria-current=\"page\""), 2); /* the menu, wide and narrow */
	has(&f, "href=\"/da/indicators\" aria-current=\"page\"");
	has_not(&f, "noindex");
	has_not(&f, "looks-back");
	has_not(&f, "<script>");
	has_not(&f, " style=");
	done(&f);
}

static void
a_reader_who_looks_back_is_told(void **state)
{
	struct fixture f = fixture_of("en");

	(void)state;
	f.page.looks_back = true;
	f.page.as_of = day_of(2009, 6, 1);
	f.page.keep = STR("?as_of=2009-06-01");
	f.page.query = STR("?as_of=2009-06-01&line=7");
	f.page.now = STR("?line=7");
	draw(&f);
	has(&f, "<meta name=\"robots\" content=\"noindex\">");
	has(&f, "<time datetime=\"2009-06-01\">1 June 2009</time>");
	has(&f, "<a href=\"/en/indicator/beskæftigelse?line=7\">See how it stands now</a>");
	has(&f, "<input type=\"hidden\" name=\"as_of\" value=\"2009-06-01\">");
	has(&f, "href=\"/en/economy?as_of=2009-06-01\"");
	has(&f, "href=\"/da/indicator/beskæftigelse?as_of=2009-06-01&amp;line=7\"");
	done(&f);
}

static void
contact_stands_in_the_footer(void **state)
{
	struct fixture f = fixture_of("en");

	(void)state;
	f.page.contact = (struct contact){
		.address = STR("Rådhuset, 1599 København V"), .phone = STR("+45 33 66 33 66"),
		.mail = STR("aa@ærø.dk"), .web = STR("https://www.kk.dk"),
	};
	draw(&f);
	has(&f, "<p lang=\"da\">Rådhuset, 1599 København V</p>");
	has(&f, "<a href=\"tel:+4533663366\">+45 33 66 33 66</a>");
	has(&f, "<a href=\"mailto:aa@ærø.dk\">aa@ærø.dk</a>");
	has(&f, "<a href=\"https://www.kk.dk\">https://www.kk.dk</a>");
	done(&f);
}

/* What the register says is text: it becomes neither markup nor a script's address. */
static void
nothing_becomes_markup(void **state)
{
	struct fixture f = fixture_of("da");
	struct str     evil = STR(HOSTILE);

	(void)state;
	f.page.title = f.page.description = f.page.authority = f.page.path = f.page.query = evil;
	f.page.contact = (struct contact){ evil, evil, evil, STR("javascript:alert(1)"), evil, evil, evil };
	f.page.crumb[0] = (struct crumb){ "objective", { evil, evil, evil } };
	f.page.crumbs = 1;
	draw(&f);
	has_not(&f, "<script>");
	has_not(&f, "javascript:");
	has(&f, "Ærø&lt;/p&gt;&lt;script&gt;");
	done(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_says_what_it_is_and_where),
		cmocka_unit_test(a_reader_who_looks_back_is_told),
		cmocka_unit_test(contact_stands_in_the_footer), cmocka_unit_test(nothing_becomes_markup),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
