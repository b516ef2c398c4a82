/* A reader reports an error in a figure without saying who she is; the unit that owns the
 * figure answers. */
#include "staff.h"
#include "app/error_reports.h"
#include "web/service.h"
#include "web/throttle.h"

#define GOOD "words=Tallet+for+2009+er+forkert%2C+se+%C3%86r%C3%B8+Avis%0D%0Aside+3"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n"
	  "kaj,1,Kajforvaltningen,KF,administration,hav\nøst,1,Østudvalget,ØU,committee,\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\n"
	  "pol,1,Færgepolitik,2010-01-01,2015-01-01,2012-04-30\n" },
	{ "theme.csv", "id,since,title,policy,rank\nth,1,Søfart,pol,1\n" },
	{ "objective.csv", "id,since,title,theme,unit,rank\nhavmål,1,Flere øboere,th,hav,1\n" },
	{ "indicator.csv", "id,since,title,measure,better,unit\nkajtal,1,Både ved kaj,count,rise,kaj\n"
	  "frit,1,Uden enhed,count,rise,\n" },
};

struct setting {
	struct place *p;
	struct store *db;
	struct site   site;
	struct things *things;
};

static struct setting
open_setting(void **state)
{
	struct setting s = { .p = *state };

	s.db = place_open(s.p, STORE_CREATE);
	register_load(s.p, s.db, package_put(s.p, "ramme", files, COUNT_OF(files)));
	s.things = things_load(&s.p->arena, s.db);
	s.site = site_open(s.p);
	return s;
}

static void
close_setting(struct setting *s)
{
	site_close(&s->site);
	store_close(s->db);
}

static struct person
person(struct setting *s, const char *name, const char *role, const char *unit)
{
	return staff_person(&s->site, s->db, name, "Åse Sørensen", role,
	    things_find(s->things, NOUN_UNIT, str_from(unit)));
}

/* As a reader's browser sends it some seconds after it had the form. */
static int
report(struct setting *s, const char *target, const char *fields, int seconds)
{
	return staff_post(&s->site, NULL, target, arena_printf(&s->p->arena, "opened=%lld&%s",
	    (long long)clock_unix() - seconds, fields).at);
}

static int64_t
reports(struct setting *s)
{
	int64_t last;

	assert_true(store_get_int(s->db, STMT_REPORT_LAST, NULL, 0, &last));
	return last;
}

static void
a_report_is_answered(void **state)
{
	struct setting s = open_setting(state);
	struct person  åse = person(&s, "åse", "contributor", "hav");
	const char    *token;

	assert_int_equal(staff_ask(&s.site, NULL, "/da/indicator/kajtal/report"), 200);
	site_says(&s.site, "Både ved kaj");
	assert_true(site_header(&s.site, "Set-Cookie").len == 0);
	assert_int_equal(report(&s, "/da/indicator/kajtal/report", GOOD, 30), 303);
	token = str_dup(&s.p->arena, site_header(&s.site, "Location")).at;
	assert_true(str_starts(str_from(token), STR("/da/reported/")));
	assert_int_equal(staff_ask(&s.site, NULL, token), 200);
	site_says(&s.site, "Tallet for 2009 er forkert, se Ærø Avis");
	site_says(&s.site, "Den er ikke besvaret endnu.");
	assert_string_equal(site_header(&s.site, "Cache-Control").at, "no-store");

	assert_int_equal(staff_ask(&s.site, &åse, "/da/work/reports"), 200);
	site_says(&s.site, "Både ved kaj");
	assert_int_equal(staff_ask(&s.site, &åse, "/da/work/report/1"), 200);
	site_says(&s.site, "side 3");
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/report/1", "state=&answer=&version=1"), 422);
	site_says(&s.site, "Vælg, hvad der kom ud af det.");
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/report/1",
	    "state=open&answer=Ja&version=1"), 422);
	site_says(&s.site, "Ja");               /* kept */
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/report/1",
	    "state=mended&answer=Ja&version=7"), 409);
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/report/1",
	    "state=mended&answer=Det+er+rettet%2C+tak+%3Cb%3E&version=1"), 303);
	assert_int_equal(staff_post(&s.site, &åse, "/da/work/report/1",
	    "state=no_error&answer=Nej&version=1"), 409);
	assert_int_equal(staff_ask(&s.site, NULL, token), 200);
	site_says(&s.site, "Det er rettet, tak");
	assert_true(str_find(buf_str(&s.site.reply.body), STR("tak &lt;b&gt;"), 0) != SIZE_MAX);
	site_says_not(&s.site, "Åse");          /* who answered is not shown */
	assert_int_equal(staff_ask(&s.site, NULL, "/da/reported/0123456789abcdef0123456789abcdef"), 404);
	assert_int_equal(staff_ask(&s.site, NULL, "/da/reported/x"), 404);
	close_setting(&s);
}

static void
what_cannot_be_is_said(void **state)
{
	static const struct {
		const char *fields;
		int         seconds, status;
		const char *says;
	} cases[] = {
		{ "words=", 30, 422, "Feltet skal udfyldes." },
		{ "words=+%0D%0A+", 30, 422, "Feltet skal udfyldes." },
		{ GOOD, 0, 422, "Det gik meget hurtigt." },
		{ GOOD, -500, 422, "Det gik meget hurtigt." },
		{ GOOD "&homepage=http%3A%2F%2Fspam", 30, 422, "Lad dette felt stå tomt." },
		{ "words=%ff%fe", 30, 422, "som ikke er tekst" },
		{ "words=a%e2%80%aeb", 30, 422, "vender skriveretningen" },
		{ "words=%", 30, 400, "" },
	};
	struct setting s = open_setting(state);
	struct buf     b;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_int_equal(report(&s, "/da/indicator/kajtal/report", cases[i].fields,
		    cases[i].seconds), cases[i].status);
		site_says(&s.site, cases[i].says);
	}
	assert_int_equal(staff_post(&s.site, NULL, "/da/indicator/kajtal/report", GOOD), 422);
	site_says(&s.site, "se Ærø Avis");      /* kept */
	buf_init(&b, 1 << 16);
	BUF_LIT(&b, "words=");
	for (int i = 0; i <= REPORT_WORDS_MAX; i++)
		BUF_LIT(&b, "%c3%b8");
	buf_char(&b, '\0');
	assert_int_equal(report(&s, "/da/indicator/kajtal/report", b.at, 30), 422);
	site_says(&s.site, "Skriv højst 2000 tegn.");
	buf_free(&b);
	assert_int_equal(report(&s, "/da/indicator/findes-ikke/report", GOOD, 30), 404);
	assert_int_equal(reports(&s), 0);
	/* From another site. */
	assert_int_equal(staff_send(&s.site, NULL, "POST", "/da/indicator/kajtal/report",
	    STR("Origin: https://evil.dk\r\nContent-Type: application/x-www-form-urlencoded"),
	    STR(GOOD)), 403);
	assert_int_equal(reports(&s), 0);
	close_setting(&s);
}

static void
sent_twice_it_is_one(void **state)
{
	struct setting s = open_setting(state);
	const char    *fields = arena_printf(&s.p->arena, "opened=%lld&%s",
	    (long long)clock_unix() - 30, GOOD).at;
	struct str     first;

	assert_int_equal(staff_post_nonce(&s.site, NULL, "/da/objective/havm%C3%A5l/report", fields,
	    "0123456789abcdef0123456789abcdef"), 303);
	first = str_dup(&s.p->arena, site_header(&s.site, "Location"));
	assert_int_equal(staff_post_nonce(&s.site, NULL, "/da/objective/havm%C3%A5l/report", fields,
	    "0123456789abcdef0123456789abcdef"), 303);
	assert_true(str_eq(first, site_header(&s.site, "Location")));
	assert_int_equal(reports(&s), 1);
	close_setting(&s);
}

/* A form of a public page is kept for everybody and has no token. */
static void
who_is_logged_in_reports_as_nobody(void **state)
{
	struct setting s = open_setting(state);
	struct person  åse = person(&s, "åse", "contributor", "hav");
	struct str     body = arena_printf(&s.p->arena, "opened=%lld&%s",
	    (long long)clock_unix() - 30, GOOD);
	struct trail_rows rows;

	assert_int_equal(staff_send(&s.site, &åse, "POST", "/da/indicator/kajtal/report",
	    arena_printf(&s.p->arena, STAFF_OWN "Content-Length: %zu", body.len), body), 303);
	assert_true(trail_read(&s.p->arena, s.db, åse.account, 0, 10, &rows));
	assert_int_equal(rows.len, 0);
	/* But a token that is not hers is no token. */
	assert_int_equal(staff_send(&s.site, &åse, "POST", "/da/indicator/kajtal/report",
	    STR(STAFF_OWN "Content-Length: 7"), STR("token=x")), 403);
	assert_int_equal(staff_send(&s.site, &åse, "POST", "/da/work/log-out",
	    STR(STAFF_OWN "Content-Length: 1"), STR("a")), 403);
	close_setting(&s);
}

static void
it_is_the_task_of_who_owns_the_figure(void **state)
{
	static const struct {
		const char *name, *role, *unit;
		size_t      tasks;
	} cases[] = {
		{ "a", "contributor", "kaj", 1 }, { "b", "contributor", "hav", 2 },
		{ "c", "contributor", "øst", 0 }, { "d", "editor", "", 3 }, { "e", "reader", "hav", 0 },
		{ "f", "administrator", "", 0 },
	};
	struct setting s = open_setting(state);

	assert_int_equal(report(&s, "/da/indicator/kajtal/report", GOOD, 30), 303);
	assert_int_equal(report(&s, "/da/objective/havm%C3%A5l/report", GOOD, 30), 303);
	assert_int_equal(report(&s, "/da/indicator/frit/report", GOOD, 30), 303);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct person       who = person(&s, cases[i].name, cases[i].role, cases[i].unit);
		const struct actor *actor;
		struct edition      ed;
		struct tasks        to = { 0 };

		assert_true(edition_make(&s.p->arena, s.db, NULL,
		    (struct judge_when){ .today = clock_today() }, &s.p->diags, &ed));
		assert_true(session_account(&s.p->arena, s.db, who.account, clock_today(), &actor));
		assert_true(error_report_tasks(&s.p->arena, s.db, &ed, actor, &to));
		assert_int_equal(to.len, cases[i].tasks);
		if (to.len > 0) {
			assert_int_equal(to.at[0].kind, TASK_ERROR_REPORT);
			assert_true(str_eq(to.at[0].path, STR("work/report/1")));
		}
	}
	assert_true(store_begin(s.db) && error_reports_tidy(s.db, clock_unix()) && store_commit(s.db));
	assert_int_equal(reports(&s), 3);       /* what is open is not forgotten */
	close_setting(&s);
}

static void
too_many_are_not_taken(void **state)
{
	struct throttle *t = calloc(1, sizeof *t);
	int              taken = 0;

	(void)state;
	assert_non_null(t);
	for (int i = 0; i < 2 * THROTTLE_FORMS; i++)
		taken += throttle_take(t, STR("192.0.2.7"), 3600 * 5);
	assert_int_equal(taken, THROTTLE_FORMS);
	assert_true(throttle_take(t, STR("192.0.2.8"), 3600 * 5 + 9));
	assert_true(throttle_take(t, STR("192.0.2.7"), 3600 * 6));
	for (taken = 0; taken < 2 * THROTTLE_ALL; taken++)
		(void)throttle_take(t, (struct str){ (const char *)&taken, sizeof taken }, 3600 * 7);
	assert_false(throttle_take(t, STR("198.51.100.1"), 3600 * 7 + 1));
	free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_report_is_answered),
		DISK_TEST(what_cannot_be_is_said),
		DISK_TEST(sent_twice_it_is_one),
		DISK_TEST(who_is_logged_in_reports_as_nobody),
		DISK_TEST(it_is_the_task_of_who_owns_the_figure),
		DISK_TEST(too_many_are_not_taken),
	};

	return engine_run("reports", tests, COUNT_OF(tests));
}
