/* What a published site is searched by: the words of a page, and nothing of its tags. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "web/site_words.h"

static void
a_page_is_its_words(void **state)
{
	struct arena      a = { 0 };
	struct site_words w = { 0 };

	(void)state;
	site_words_add(&a, &w, STR("da/document/ø.html"), STR(
	    "<html><head><title>Ø</title><meta name=\"description\" content=\"Ærø &amp; &quot;Ø&quot;\"></head>"
	    "<body><nav>menu</nav><main id=\"main\" class=\"container\" tabindex=\"-1\">"
	    "<h1 class=\"stor\">Notat &lt;udkast&gt;</h1><table><tr><td>Bro</td><td>Møn<br>bro</td></tr></table>"
	    "</main><footer>fod</footer></body></html>"));
	site_words_add(&a, &w, STR("da/search.html"), STR("<head><meta name=\"robots\" content=\"noindex\"></head>"));
	site_words_add(&a, &w, STR("da/x~page=2.html"), STR("<head></head><main>Ø</main>"));
	assert_int_equal(w.len, 1);
	assert_true(str_eq(w.at[0].lang, STR("da")) && str_eq(w.at[0].file, STR("document/ø.html")));
	assert_true(str_eq(w.at[0].title, STR("Notat <udkast>")));
	assert_true(str_eq(w.at[0].about, STR("Ærø & \"Ø\"")));
	assert_true(str_eq(w.at[0].words, STR("bro moen notat udkast")));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_is_its_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
