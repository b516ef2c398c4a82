/* Managing accounts, and the trail, in the browser. */
#include "staff.h"
#include "app/account.h"
#include "cheap_passwords.h"

static struct store *db;
static struct person admin;

/* The example city, with Ærø's administrator logged in. */
static struct site
open_site(struct place *p)
{
	struct package_count n;
	struct site          s;

	db = place_open(p, STORE_CREATE);
	if (!package_load(db, EXAMPLE, &p->diags, &n))
		fail_msg("%s", place_says(p));
	s = site_open(p);
	admin = staff_person(&s, db, "ærø", "Ærø Ådal", "administrator", 0);
	return s;
}

static void
close_site(struct site *s)
{
	site_close(s);
	store_close(db);
}

static bool
holds(struct site *s, const char *markup)
{
	return strstr(str_dup(&s->p->arena, buf_str(&s->reply.body)).at, markup) != NULL;
}

static int64_t
accounts(void)
{
	int64_t n;

	assert_true(account_count(db, &n));
	return n;
}

/* ---- tests ---- */

static void
an_account_is_made_and_its_link_shown_once(void **state)
{
	static const char fields[] = "name=bo&title=Bo+%C3%98rsted&mail=bo%40k%C3%B8benhavn.dk"
	                             "&role=contributor&unit=bif&policy=";
	const char *nonce = "0123456789abcdef0123456789abcdef";
	struct site s = open_site(*state);

	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts"), 200);
	site_says(&s, "Ærø Ådal");
	assert_int_equal(staff_post_nonce(&s, &admin, "/da/work/accounts", fields, nonce), 200);
	site_says(&s, "Bo Ørsted");
	site_says(&s, "http://ærø.dk/da/password/");
	/* Sent again: done once, and the link is not shown again. */
	assert_int_equal(staff_post_nonce(&s, &admin, "/da/work/accounts", fields, nonce), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/work/accounts/2");
	assert_int_equal(accounts(), 2);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts/2"), 200);
	assert_false(holds(&s, "/password/"));
	site_says(&s, "bidragyder");
	assert_true(holds(&s, "bo@københavn.dk"));
	close_site(&s);
}

static void
what_cannot_be_an_account(void **state)
{
	static const struct {
		const char *fields, *says;
	} rows[] = {
		{ "", "Feltet skal udfyldes." }, { "name=bo", "Feltet skal udfyldes." },
		{ "title=Bo", "Feltet skal udfyldes." }, { "name=x&title=Bo", "mindst to små bogstaver" },
		{ "name=Bo&title=Bo", "mindst to små bogstaver" },
		{ "name=b%C3%98&title=Bo", "mindst to små bogstaver" },
		{ "name=b+o&title=Bo", "mindst to små bogstaver" },
		{ "name=erased%3A1&title=Bo", "mindst to små bogstaver" },
		{ "name=%C3%A6r%C3%B8&title=Bo", "allerede en konto" },
		{ "name=bo&title=Bo&mail=bo", "Skriv en adresse" },
		{ "name=bo&title=Bo&mail=bo%40k+bh.dk", "Skriv en adresse" },
		{ "name=bo&title=Bo&mail=%40", "Skriv en adresse" },
		{ "name=bo&title=Bo&role=king", "Vælg en af rollerne" },
		{ "name=bo&title=Bo&role=editor&unit=nowhere", "Den enhed findes ikke" },
		{ "name=bo&title=Bo&role=editor&policy=bif", "Den politik findes ikke" },
		{ "name=bo&title=Bo&role=administrator&unit=bif", "for alle enheder" },
		{ "name=bo&title=B%FFo", "ikke er tekst" }, { "name=bo&title=B%E2%80%AEo", "skriveretningen" },
		{ "name=bo&title=B%0Ao", "én linje" },
	};
	struct site s = open_site(*state);
	char        huge[900];

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(staff_post(&s, &admin, "/da/work/accounts", rows[i].fields), 422);
		site_says(&s, rows[i].says);
		assert_true(holds(&s, "id=\"faults\""));
	}
	memset(huge, 'y', sizeof huge - 1);
	huge[sizeof huge - 1] = '\0';
	memcpy(huge, "name=bo&title=", 14);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts", huge), 422);
	site_says(&s, "højst 120 tegn");
	/* Markup is words; what was written stands there again. */
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts", "name=&title=%22%3E%3Cscript%3E"), 422);
	assert_true(holds(&s, "&quot;&gt;&lt;script&gt;") || holds(&s, "&#34;&gt;&lt;script&gt;"));
	assert_int_equal(accounts(), 1);
	close_site(&s);
}

static void
roles_come_and_go(void **state)
{
	struct site   s = open_site(*state);
	struct person bo = staff_person(&s, db, "bo", "Bo Ørsted", "reader", 0);

	assert_int_equal(staff_ask(&s, &bo, "/da/work/accounts"), 403);
	assert_int_equal(staff_post(&s, &bo, "/da/work/accounts/2/grant", "role=administrator"), 403);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/grant", ""), 422);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/grant",
	    "role=contributor&unit=bif&policy="), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/work/accounts/2");
	assert_int_equal(staff_ask(&s, &bo, "/da/work"), 200);
	/* A role that wants a second factor: she logs in again, with one. */
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/grant", "role=publisher"), 303);
	assert_int_equal(staff_ask(&s, &bo, "/da/work"), 303);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts"), 200);
	site_says(&s, "udgiver");
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/ungrant",
	    "role=publisher&unit=&policy="), 303);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts"), 200);
	site_says_not(&s, "<td>udgiver");
	/* Nobody gives herself a role. */
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/1/grant", "role=editor"), 422);
	site_says(&s, "Dette er din egen konto");
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/1/close", ""), 422);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/77/close", ""), 404);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/x/close", ""), 404);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts/77"), 404);
	close_site(&s);
}

static void
nothing_is_overwritten(void **state)
{
	struct site s = open_site(*state);

	(void)staff_person(&s, db, "bo", "Bo Ørsted", "reader", 0);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2", "version=1&title=Bo+%C3%85&mail="), 303);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2",
	    "version=1&title=Bo+%C3%86bel%C3%B8&mail="), 409);
	site_says(&s, "imens");
	assert_true(holds(&s, "value=\"Bo Æbelø\""));
	assert_true(holds(&s, "name=\"version\" value=\"2\""));
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2", "title=Bo"), 409);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2", "version=2&title="), 422);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts/2"), 200);
	site_says(&s, "Bo Å");
	close_site(&s);
}

static void
a_closed_account_is_out_at_once(void **state)
{
	struct site   s = open_site(*state);
	struct person bo = staff_person(&s, db, "bo", "Bo Ørsted", "reader", 0);

	assert_int_equal(staff_ask(&s, &bo, "/da/work"), 200);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/close", ""), 303);
	assert_int_equal(staff_ask(&s, &bo, "/da/work"), 303);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts/2"), 200);
	site_says(&s, "Kontoen er lukket.");
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/open", ""), 303);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/link", "forget=1"), 200);
	site_says(&s, "/da/password/");
	assert_int_equal(staff_ask(&s, &bo, "/da/work"), 303);
	close_site(&s);
}

static void
who_stands_in(void **state)
{
	static const struct {
		const char *fields, *says;
	} rows[] = {
		{ "", "Feltet skal udfyldes." },
		{ "instead=lis&starts=2026-11-01", "Feltet skal udfyldes." },
		{ "instead=lis&starts=2026-02-30&ends=2026-11-02", "en dato, der findes" },
		{ "instead=lis&starts=2.11.2026&ends=1.11.2026", "før den første" },
		{ "instead=lis&starts=2026-11-01&ends=2028-11-02", "længere end et år" },
		{ "instead=bo&starts=2026-11-01&ends=2026-11-02", "for sig selv" },
		{ "instead=nobody&starts=2026-11-01&ends=2026-11-02", "ingen konto med dette navn" },
	};
	struct site         s = open_site(*state);
	struct person       bo = staff_person(&s, db, "bo", "Bo Ørsted", "contributor", 0);
	const struct actor *who;
	int32_t             today = clock_today();

	(void)staff_person(&s, db, "lis", "Lis Æbelø", "unit_approver", 0);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/stand-in",
	    "instead=lis&starts=2026-11-01&ends=2026-11-02"), 422);
	site_says(&s, "Bo Ørsted har endnu ikke totrinslogin");
	assert_true(store_begin(db));
	assert_true(store_run(db, STMT_ACCOUNT_SECRET, (struct param[]){
	    P_TEXT(STR("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")), P_INT(0), P_INT(bo.account) }, 3));
	assert_true(store_commit(db));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/stand-in", rows[i].fields), 422);
		site_says(&s, rows[i].says);
	}
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/stand-in",
	    arena_printf(&s.p->arena, "instead=lis&starts=" STR_FMT "&ends=" STR_FMT,
	    STR_ARG(day_iso(&s.p->arena, today)), STR_ARG(day_iso(&s.p->arena, today + 1))).at), 303);
	for (int32_t day = -1; day <= 2; day++) {
		assert_true(session_account(&s.p->arena, db, bo.account, today + day, &who));
		assert_int_equal(access_has(who, RIGHT_APPROVE_UNIT), day == 0 || day == 1);
	}
	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts/2"), 200);
	site_says(&s, "Lis Æbelø");
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/stand-out",
	    arena_printf(&s.p->arena, "instead=lis&starts=" STR_FMT,
	    STR_ARG(day_iso(&s.p->arena, today))).at), 303);
	assert_true(session_account(&s.p->arena, db, bo.account, today, &who));
	assert_false(access_has(who, RIGHT_APPROVE_UNIT));
	close_site(&s);
}

static void
the_trail_is_read(void **state)
{
	struct site   s = open_site(*state);
	struct person bo = staff_person(&s, db, "bo", "Bo Ørsted", "reader", 0);

	for (int i = 0; i < 105; i++)
		assert_int_equal(staff_ask(&s, &bo, "/da/work"), 200);
	assert_int_equal(staff_post(&s, &admin, "/da/work/accounts/2/grant", "role=editor"), 303);
	assert_int_equal(staff_ask(&s, &bo, "/da/work/trail"), 403);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/trail"), 200);
	site_says(&s, "gav en rolle");
	site_says(&s, "blev afvist");
	site_says(&s, "Ældre rækker");
	assert_int_equal(staff_ask(&s, &admin, "/da/work/trail?before=6"), 200);
	site_says_not(&s, "gav en rolle");
	site_says_not(&s, "Ældre rækker");
	assert_int_equal(staff_ask(&s, &admin, "/da/work/trail?before=x"), 400);
	/* By person: what she did and what was done to her account, nothing else. */
	assert_int_equal(staff_ask(&s, &admin, "/da/work/trail?person=2"), 200);
	site_says(&s, "gav en rolle");
	assert_false(holds(&s, "/da/work/trail</td>") && holds(&s, "Ærø Ådal</td><td>læste"));
	assert_int_equal(staff_ask(&s, &admin, "/da/work/trail.csv?person=2"), 200);
	assert_true(str_starts(site_header(&s, "Content-Disposition"), STR("attachment; filename=\"trail-2.csv\"")));
	assert_true(holds(&s, "Bo Ørsted,work.read,/da/work,"));
	assert_true(holds(&s, "Ærø Ådal,trail.insight,account:2,"));
	assert_int_equal(staff_ask(&s, &admin, "/da/work/trail.csv?person=9"), 404);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/trail.csv"), 400);
	close_site(&s);
}

static void
demo_users_are_told_on_every_page(void **state)
{
	struct site   s = open_site(*state);
	struct actor  root = { .title = STR("Æ"), .grant = { { .role = ROLE_ADMINISTRATOR } }, .grants = 1 };
	struct deed   d = { .s = db, .a = &s.p->arena, .who = &root, .at = STR("2026-11-23T04:00:00Z"),
	                    .now = clock_unix(), .location = STR("x") };

	assert_int_equal(staff_ask(&s, &admin, "/da/work"), 200);
	site_says_not(&s, "brugere til afprøvning");
	assert_int_equal(account_demo_add(&d, STR("rød grød med fløde")), DEED_DONE);
	assert_int_equal(accounts(), 1 + ROLE_COUNT);
	for (size_t i = 0; i < 4; i++) {
		static const char *const pages[] = { "/da/work", "/da/work/accounts", "/da/work/account",
			"/da/work/trail" };

		assert_int_equal(staff_ask(&s, &admin, pages[i]), 200);
		site_says(&s, "brugere til afprøvning");
	}
	s.host = "127.0.0.1";
	assert_int_equal(staff_post(&s, NULL, "/da/login",
	    "name=demo-publisher&password=rød+grød+med+fløde"), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/work");
	assert_int_equal(account_demo_remove(&d), DEED_DONE);
	assert_int_equal(staff_post(&s, NULL, "/da/login",
	    "name=demo-editor&password=rød+grød+med+fløde"), 422);
	assert_int_equal(staff_ask(&s, &admin, "/da/work/accounts"), 200);
	site_says_not(&s, "afprøvning");
	site_says_not(&s, "erased");
	close_site(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(an_account_is_made_and_its_link_shown_once),
		DISK_TEST(what_cannot_be_an_account),
		DISK_TEST(roles_come_and_go),
		DISK_TEST(nothing_is_overwritten),
		DISK_TEST(a_closed_account_is_out_at_once),
		DISK_TEST(who_stands_in),
		DISK_TEST(the_trail_is_read),
		DISK_TEST(demo_users_are_told_on_every_page),
	};

	return engine_run("accounts", tests, COUNT_OF(tests));
}
