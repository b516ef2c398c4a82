#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "view/html.h"

#define EQ(got, want) do {                                                            \
	struct str got_ = (got), want_ = (want);                                      \
	if (!str_eq(got_, want_))                                                     \
		fail_msg("got \"" STR_FMT "\", not \"" STR_FMT "\"", STR_ARG(got_), STR_ARG(want_)); \
} while (0)

static const struct {
	struct str data, html;
} escapes[] = {
	{ STR_INIT(""), STR_INIT("") },
	{ STR_INIT("Ærø, Østerbro, Ålborg"), STR_INIT("Ærø, Østerbro, Ålborg") },
	{ STR_INIT("<script>alert(1)</script>"), STR_INIT("&lt;script&gt;alert(1)&lt;/script&gt;") },
	{ STR_INIT("\"'"), STR_INIT("&quot;&#39;") },
	{ STR_INIT("&amp;"), STR_INIT("&amp;amp;") },
	{ STR_INIT("a & b"), STR_INIT("a &amp; b") },
	{ STR_INIT("<<"), STR_INIT("&lt;&lt;") },
	{ STR_INIT("å>"), STR_INIT("å&gt;") },
	{ STR_INIT(">å"), STR_INIT("&gt;å") },
	{ STR_INIT("a\tb\nc\rd"), STR_INIT("a\tb\nc\rd") },
	{ STR_INIT("a\x01" "b\x1f\x7f"), STR_INIT("a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbd") },
};

static void
text_is_escaped(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(escapes); i++) {
		struct buf b;

		buf_init(&b, 4096);
		html_text(&b, escapes[i].data);
		EQ(buf_str(&b), escapes[i].html);
		buf_free(&b);
	}
}

static void
attributes_cannot_be_left(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, 4096);
	html_attr(&b, "title", STR("\" onclick=\"alert('Ø')"));
	EQ(buf_str(&b), STR(" title=\"&quot; onclick=&quot;alert(&#39;Ø&#39;)\""));
	b.len = 0;
	html_attr(&b, "title", STR_NONE);
	EQ(buf_str(&b), STR(" title=\"\""));
	b.len = 0;
	html_attr_int(&b, "x", INT64_MIN);
	EQ(buf_str(&b), STR(" x=\"-9223372036854775808\""));
	buf_free(&b);
}

static void
a_full_buffer_is_no_page(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, 6);
	html_text(&b, STR("ab<"));
	assert_true(buf_ok(&b));
	html_text(&b, STR("<"));
	assert_false(buf_ok(&b));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_escaped),
		cmocka_unit_test(attributes_cannot_be_left),
		cmocka_unit_test(a_full_buffer_is_no_page),
	};

	return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
