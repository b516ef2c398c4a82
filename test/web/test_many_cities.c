/* A register of many cities by request: a page shows the city's own figures whole and
 * of each other the latest, its files have them all, and a small number is nowhere. */
#include "site.h"
#include "../json_tree.h"

/* Cities from FIRST to END are neither in a set nor among the first by their names. */
enum { CITIES = 30, YEARS = 12, INDICATORS = 40, FIRST = 5, END = 9 };

static const struct text_file fixed[] = {
	{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "comparator.csv", "id,since,title\nsæt,1,de tre øbyer\n" },
	{ "comparator_member.csv", "id,since,comparator,area\nm1,1,sæt,k27\nm2,1,sæt,k28\nm3,1,sæt,k29\n" },
	{ "grp.csv", "id,since,title\nbørn,1,Børn på Ærø\n" },
};

static const char *
written(struct place *p, struct buf *b)
{
	const char *text = str_dup(&p->arena, buf_str(b)).at;

	assert_true(buf_ok(b));
	buf_free(b);
	return text;
}

static const char *
areas(struct place *p)
{
	struct buf b;

	buf_init(&b, 1 << 16);
	BUF_LIT(&b, "id,since,title,level,parent\nby,1,Rødby,city,\n");
	for (int i = 0; i < CITIES; i++)
		buf_putf(&b, "k%d,1,Øby %d,city,\n", i, i);
	return written(p, &b);
}

static const char *
indicators(struct place *p)
{
	struct buf b;

	buf_init(&b, 1 << 16);
	BUF_LIT(&b, "id,since,title,measure,better\nboliger,1,Boliger på Ærø,count,rise\n"
	    "få,1,Få på Ærø,persons,fall\n");
	for (int i = 0; i < INDICATORS; i++)
		buf_putf(&b, "i%d,1,Emne %d på Ærø,count,rise\n", i, i);
	return written(p, &b);
}

/* 1000 and the number of the year for the city, 2000 to 4900 and that for the others: no
 * figure stands twice. Of few people, 3 are in a group. */
static const char *
observations(struct place *p)
{
	struct buf b;

	buf_init(&b, 1 << 20);
	BUF_LIT(&b, "indicator,area,group,from,to,value,since\n");
	for (int y = 0; y < YEARS; y++) {
		buf_putf(&b, "boliger,by,,%d-01-01,%d-01-01,10%02d,1\n", 2001 + y, 2002 + y, y);
		buf_putf(&b, "få,by,,%d-01-01,%d-01-01,77%02d,1\n", 2001 + y, 2002 + y, y);
		buf_putf(&b, "få,by,børn,%d-01-01,%d-01-01,3,1\n", 2001 + y, 2002 + y);
		for (int i = 0; i < CITIES; i++)
			buf_putf(&b, "boliger,k%d,,%d-01-01,%d-01-01,%d%02d,1\n"
			    "få,k%d,,%d-01-01,%d-01-01,4%02d%02d,1\n", i, 2001 + y, 2002 + y, 20 + i, y,
			    i, 2001 + y, 2002 + y, i, y);
		for (int i = 0; i < INDICATORS; i++)
			buf_putf(&b, "i%d,k0,,%d-01-01,%d-01-01,%d%02d,1\n"
			    "i%d,by,,%d-01-01,%d-01-01,5,1\n", i, 2001 + y, 2002 + y, 60 + i, y,
			    i, 2001 + y, 2002 + y);
	}
	return written(p, &b);
}

static struct site
open_site(struct place *p, struct store **db)
{
	struct text_file file[COUNT_OF(fixed) + 3];

	memcpy(file, fixed, sizeof fixed);
	file[COUNT_OF(fixed)] = (struct text_file){ "area.csv", areas(p) };
	file[COUNT_OF(fixed) + 1] = (struct text_file){ "indicator.csv", indicators(p) };
	file[COUNT_OF(fixed) + 2] = (struct text_file){ "observation.csv", observations(p) };
	*db = place_open(p, STORE_CREATE);
	register_load(p, *db, package_put(p, "ramme", file, COUNT_OF(file)));
	return site_open(p);
}

static void
close_site(struct site *s, struct store *db)
{
	site_close(s);
	store_close(db);
}

static void
page_of(struct site *s, const char *target)
{
	if (site_ask(s, target, "") != 200)
		fail_msg("%s: %d", target, s->reply.status);
}

static size_t
count_of(struct site *s, const char *words)
{
	size_t n = 0;

	for (const char *at = site_text(s); (at = strstr(at, words)) != NULL; at++)
		n++;
	return n;
}

static void
an_indicator_has_its_own_whole_and_the_latest_of_others(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	char          figure[64];

	page_of(&s, "/da/indicator/boliger");
	for (int y = 0; y < YEARS; y++) {
		snprintf(figure, sizeof figure, "1.0%02d", y);
		site_says(&s, figure);
	}
	for (int i = FIRST; i < END; i++) {
		snprintf(figure, sizeof figure, "2.%d%02d", i, YEARS - 1);
		site_says(&s, figure);
		snprintf(figure, sizeof figure, "2.%d%02d", i, YEARS - 2);
		site_says_not(&s, figure);
	}
	site_says(&s, "det seneste tal for hver");
	site_says(&s, "<a href=\"#downloads\">Alle deres tal findes i filerne.</a>");
	/* Drawn are the cities of the set, though they come last by their names. */
	site_says(&s, "Øby 29</th>");
	site_says(&s, "22 flere er målt og findes i data");
	close_site(&s, db);
}

static void
files_have_every_figure(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);
	char          figure[64];
	yajl_val      v;

	page_of(&s, "/api/v1/indicators/boliger.csv");
	for (int i = 0; i < CITIES; i++) {
		for (int y = 0; y < YEARS; y++) {
			snprintf(figure, sizeof figure, "%d%02d", 20 + i, y);
			site_says(&s, figure);
		}
	}
	assert_int_equal(site_ask(&s, "/api/v1/indicators/boliger", ""), 200);
	v = tree_parse(site_text(&s));
	assert_int_equal(tree_length(tree_get(v, "series")), CITIES + 1);
	yajl_tree_free(v);
	close_site(&s, db);
}

static void
a_small_number_is_nowhere(void **state)
{
	static const char *const targets[] = {
		"/da/indicator/f%C3%A5", "/en/indicator/f%C3%A5",
		"/da/indicator/f%C3%A5?group=b%C3%B8rn", "/da/comparison?indicator=f%C3%A5",
	};
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	for (size_t i = 0; i < COUNT_OF(targets); i++) {
		page_of(&s, targets[i]);
		site_says_not(&s, "value=\"3\"");
		site_says_not(&s, ">3<");
		site_says_not(&s, ": 3<");
	}
	page_of(&s, "/da/indicator/f%C3%A5");
	site_says(&s, "tilbageholdt: færre end 5 personer");
	close_site(&s, db);
}

static void
a_comparison_lists_cities_that_lead_on(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	page_of(&s, "/da/comparison");
	site_says(&s, "Øby 0, Øby 1, Øby 2, Øby 3, Øby 4 og 25 flere");
	page_of(&s, "/da/comparison?indicator=boliger");
	site_says(&s, "<a href=\"/da/comparison?indicator=boliger&amp;comparator=k7\">Øby 7</a>");
	site_says(&s, "2.711");
	site_says_not(&s, "2.710");
	page_of(&s, "/da/comparison?indicator=boliger&comparator=k7");
	site_says(&s, "2.710");
	site_says(&s, "1.000");
	page_of(&s, "/da/comparison?indicator=i0");
	site_says(&s, "6.003");                 /* one city: all periods */
	close_site(&s, db);
}

static void
an_area_draws_what_a_page_can_hold(void **state)
{
	struct place *p = *state;
	struct store *db;
	struct site   s = open_site(p, &db);

	page_of(&s, "/da/area/k0");
	site_says(&s, "33 af 42 indikatorer er tegnet her");
	assert_int_equal(count_of(&s, "<svg class=\"chart ch-lines"), 33);
	for (int i = 0; i < INDICATORS; i++) {
		char link[64];

		snprintf(link, sizeof link, "href=\"/da/indicator/i%d?area=k0\"", i);
		site_says(&s, link);
	}
	close_site(&s, db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(an_indicator_has_its_own_whole_and_the_latest_of_others),
		DISK_TEST(files_have_every_figure), DISK_TEST(a_small_number_is_nowhere),
		DISK_TEST(a_comparison_lists_cities_that_lead_on),
		DISK_TEST(an_area_draws_what_a_page_can_hold),
	};

	return engine_run("many_cities", tests, COUNT_OF(tests));
}
