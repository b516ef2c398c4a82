/* What others show of a site: a figure in a frame, a feed, files without a server. */
#include "site.h"
#include "web/service.h"

static struct site
open_city(struct place *p, struct store **db)
{
	*db = place_open(p, STORE_CREATE);
	register_load(p, *db, SOELBY);
	return site_open(p);
}

static void
a_figure_may_stand_in_a_frame_and_nothing_else(void **state)
{
	static const char *const alone[] = { "/da/", "/da/indicator/ledighed", "/da/login", "/da/embed/findes-ikke" };
	struct place *p = *state;
	struct store *db;
	struct site   s = open_city(p, &db);

	assert_int_equal(site_ask(&s, "/da/embed/ledighed", ""), 200);
	assert_non_null(strstr(site_header(&s, "Content-Security-Policy").at, "frame-ancestors *"));
	assert_int_equal(site_header(&s, "X-Frame-Options").len, 0);
	site_says(&s, "Ledighed");
	site_says_not(&s, "<footer");
	site_says_not(&s, "<form");
	for (size_t i = 0; i < COUNT_OF(alone); i++) {
		(void)site_ask(&s, alone[i], "");
		assert_true(str_eq(site_header(&s, "X-Frame-Options"), STR("DENY")));
		assert_non_null(strstr(site_header(&s, "Content-Security-Policy").at, "frame-ancestors 'none'"));
	}
	assert_int_equal(site_ask(&s, "/en/indicator/ledighed", ""), 200);
	site_says(&s, "/en/embed/ledighed");
	site_close(&s);
	store_close(db);
}

/* Each entry is about another measurement, and leads to a page that is there. */
static void
the_feed_tells_what_is_new(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_city(p, &db);
	struct str    feed;
	size_t        at = 0, entries = 0;

	assert_int_equal(site_ask(&s, "/da/feed.atom", ""), 200);
	assert_true(str_starts(site_header(&s, "Content-Type"), STR("application/atom+xml")));
	site_says(&s, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"da\">");
	feed = str_dup(&p->arena, buf_str(&s.reply.body));
	while ((at = str_find(feed, STR("href=\"/da/indicator/"), at)) != SIZE_MAX) {
		struct str link = str_slice(feed, at + STR("href=\"").len, feed.len);

		link = str_cut(&link, '"');
		if (site_ask(&s, arena_printf(&p->arena, STR_FMT, STR_ARG(link)).at, "") != 200)
			fail_msg(STR_FMT, STR_ARG(link));
		entries++;
		at++;
	}
	assert_in_range(entries, 3, 20);
	assert_int_equal(site_ask(&s, "/da/", ""), 200);
	site_says(&s, "type=\"application/atom+xml\"");
	site_close(&s);
	store_close(db);
}

/* What others show beside a link to the page, where the site's address is known. */
static void
a_link_has_a_picture(void **state)
{
	const struct service service = { .site = STR_INIT("https://pejl.ærø.dk"), .pictures = true };
	const struct str     size = STR("\0\0\0\rIHDR\0\0\x04\xB0\0\0\x02\x76");
	struct place *p = *state;
	struct store *db;
	struct site   s = open_city(p, &db);

	assert_int_equal(site_ask(&s, "/da/indicator/ledighed", ""), 200);
	site_says_not(&s, "og:image");
	s.service = &service;
	assert_int_equal(site_ask(&s, "/da/indicator/ledighed", ""), 200);
	site_says(&s, "<meta property=\"og:image\" content=\"https://pejl.ærø.dk/api/v1/indicators/ledighed.png?lang=da\">");
	site_says(&s, "<meta property=\"og:url\" content=\"https://pejl.ærø.dk/da/indicator/ledighed\">");
	/* of a part or of another day there is none */
	assert_int_equal(site_ask(&s, "/da/indicator/ledighed?as_of=2010-01-01", ""), 200);
	site_says_not(&s, "og:image");
	assert_int_equal(site_ask(&s, "/da/areas", ""), 200);
	site_says(&s, "og:title");
	site_says_not(&s, "og:image");
	assert_int_equal(site_ask(&s, "/api/v1/indicators/ledighed.png?lang=da", ""), 200);
	assert_true(str_eq(site_header(&s, "Content-Type"), STR("image/png")));
	assert_true(str_find(buf_str(&s.reply.body), size, 0) == 8);
	assert_int_equal(site_ask(&s, "/api/v1/indicators/findes-ikke.png", ""), 404);
	site_close(&s);
	store_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_figure_may_stand_in_a_frame_and_nothing_else),
		DISK_TEST(the_feed_tells_what_is_new),
		DISK_TEST(a_link_has_a_picture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
