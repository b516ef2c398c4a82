/* The door: who is asking, may she, and does what she sends come from a page of ours? */
#include "staff.h"

static struct site
open_site(struct place *p, struct store **db)
{
	*db = place_open(p, STORE_CREATE);
	return site_open(p);
}

static void
close_site(struct site *s, struct store *db)
{
	site_close(s);
	store_close(db);
}

static void
nobody_is_led_to_the_login(void **state)
{
	struct store *db;
	struct site   s = open_site(*state, &db);

	assert_int_equal(staff_ask(&s, NULL, "/da/work"), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/login?next=%2Fda%2Fwork");
	assert_int_equal(staff_post(&s, NULL, "/da/work/log-out", ""), 403);
	assert_int_equal(site_ask(&s, "/da/work", ""), 404);    /* a server without a door */
	close_site(&s, db);
}

static void
somebody_sees_her_page_and_is_noted(void **state)
{
	struct store     *db;
	struct site       s = open_site(*state, &db);
	struct person     åse = staff_person(&s, db, "åse", "Åse Sørensen", "contributor", 0);
	struct trail_rows rows;
	struct diags      d = diags_new(&s.p->arena);
	size_t            n;

	assert_int_equal(staff_ask(&s, &åse, "/da/work"), 200);
	site_says(&s, "Åse Sørensen");
	site_says(&s, "Mine opgaver");
	assert_string_equal(site_header(&s, "Cache-Control").at, "no-store");
	assert_string_equal(site_header(&s, "Referrer-Policy").at, "same-origin");
	assert_true(trail_read(&s.p->arena, db, åse.account, 0, 10, &rows));
	assert_int_equal(rows.len, 1);
	assert_true(str_eq(rows.at[0].act, STR("work.read")));
	assert_true(str_eq(rows.at[0].thing, STR("/da/work")));
	assert_true(str_eq(rows.at[0].who, STR("Åse Sørensen")));
	assert_true(trail_verify(db, &d, &n));
	assert_int_equal(n, 1);
	close_site(&s, db);
}

static void
a_session_ends(void **state)
{
	struct store       *db;
	struct site         s = open_site(*state, &db);
	struct person       åse = staff_person(&s, db, "åse", "Åse Sørensen", "editor", 0);
	const struct actor *who;
	int64_t             now = clock_unix();

	assert_true(session_actor(&s.p->arena, db, åse.token, now + SESSION_IDLE_SECONDS - 61, 0, &who));
	assert_non_null(who);
	assert_true(session_actor(&s.p->arena, db, åse.token, now + 2 * SESSION_IDLE_SECONDS - 120, 0, &who));
	assert_non_null(who);
	assert_true(session_actor(&s.p->arena, db, åse.token, now + 4 * SESSION_IDLE_SECONDS, 0, &who));
	assert_null(who);
	assert_int_equal(staff_ask(&s, &åse, "/da/work"), 200);
	assert_int_equal(staff_post(&s, &åse, "/da/work/log-out", ""), 303);
	assert_true(str_starts(site_header(&s, "Set-Cookie"), STR("pejl=; Path=/; HttpOnly; ")));
	assert_int_equal(staff_ask(&s, &åse, "/da/work"), 303);
	close_site(&s, db);
}

static void
what_is_not_ours_is_refused(void **state)
{
	static const struct {
		const char *headers, *body;
		int         status;
	} cases[] = {
		{ "Origin: https://ærø.dk\r\nContent-Type: application/x-www-form-urlencoded", "token=x", 403 },
		{ "Origin: https://evil.dk\r\nContent-Type: application/x-www-form-urlencoded", "", 403 },
		{ "Origin: null\r\nContent-Type: application/x-www-form-urlencoded", "", 403 },
		{ "Sec-Fetch-Site: cross-site\r\nOrigin: https://ærø.dk", "", 403 },
		{ "Content-Type: application/x-www-form-urlencoded", "", 403 },
		{ "Origin: https://ærø.dk\r\nContent-Type: application/x-www-form-urlencoded", "a=%zz", 400 },
		{ "Origin: https://ærø.dk\r\nContent-Type: text/plain", "a=b", 400 },
	};
	struct store *db;
	struct site   s = open_site(*state, &db);
	struct person åse = staff_person(&s, db, "åse", "Åse Sørensen", "editor", 0);

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(staff_send(&s, &åse, "POST", "/da/work/log-out",
		    str_from(cases[i].headers), str_from(cases[i].body)), cases[i].status);
	assert_int_equal(staff_send(&s, &åse, "PUT", "/da/work/log-out", STR_NONE, STR_NONE), 405);
	assert_string_equal(site_header(&s, "Allow").at, "POST");
	assert_int_equal(staff_ask(&s, &åse, "/da/work"), 200);         /* still logged in */
	close_site(&s, db);
}

static void
a_form_sent_twice_is_done_once(void **state)
{
	const char   *nonce = "0123456789abcdef0123456789abcdef";
	struct store *db;
	struct site   s = open_site(*state, &db);
	struct person åse = staff_person(&s, db, "åse", "Åse Sørensen", "editor", 0);
	struct actor  who = { .account = åse.account, .title = STR("Åse Sørensen") };
	struct deed   d = { .s = db, .a = &s.p->arena, .who = &who, .at = STR("2026-11-23T04:00:00Z"),
	                    .now = clock_unix(), .nonce = str_from(nonce) };
	int64_t       change, last;

	for (int i = 0; i < 2; i++) {
		if (deed_begin(&d) == DEED_OPEN) {
			assert_int_equal(i, 0);
			assert_true(deed_change(&d, STR("Prøve på Ærø"), 0, &change));
			assert_int_equal(deed_commit(&d, STR("/da/work")), DEED_DONE);
		}
		assert_true(str_eq(d.location, STR("/da/work")));
	}
	assert_true(store_get_int(db, STMT_CHANGE_LAST, NULL, 0, &last));
	assert_int_equal(last, change);
	close_site(&s, db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(nobody_is_led_to_the_login),
		DISK_TEST(somebody_sees_her_page_and_is_noted),
		DISK_TEST(a_session_ends),
		DISK_TEST(what_is_not_ours_is_refused),
		DISK_TEST(a_form_sent_twice_is_done_once),
	};

	return engine_run("staff", tests, COUNT_OF(tests));
}
