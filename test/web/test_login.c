/* The way in, as a browser walks it: links, password, second factor, and everything that
 * is not let in. */
#include "staff.h"
#include "app/account.h"
#include "app/login.h"
#include "port/secret.h"
#include "port/totp.h"
#include "cheap_passwords.h"
#include "computed.h"
#include "sealed.h"
#include "web/service.h"

#define PASSWORD "rød+grød+med+fløde"
#define TYPED    "rød grød med fløde"

static struct store *db;

static struct site
open_site(struct place *p)
{
	struct site s;

	db = place_open(p, STORE_CREATE);
	s = site_open(p);
	s.host = "127.0.0.1:8080";
	return s;
}

static void
close_site(struct site *s)
{
	site_close(s);
	store_close(db);
}

/* With a password, and (`secret`) a second factor. */
static int64_t
person(struct site *s, const char *name, const char *title, const char *role, const char *secret)
{
	struct str kept = secret_password(&s->p->arena, STR(TYPED));
	int64_t    id;

	assert_true(store_begin(db));
	id = staff_account(s, db, name, title);
	if (role != NULL)
		staff_grant(db, id, role, 0);
	assert_true(store_run(db, STMT_ACCOUNT_PASSWORD, (struct param[]){ P_TEXT(kept), P_INT(id) }, 2));
	assert_true(store_run(db, STMT_ACCOUNT_SECRET, (struct param[]){
	    P_TEXT(sealed(s->p, db, id, secret)), P_INT(0), P_INT(id) }, 3));
	assert_true(store_commit(db));
	return id;
}

/* What a browser keeps of the reply. */
static struct person
cookie_of(struct site *s)
{
	struct str rest = site_header(s, "Set-Cookie"), pair = str_cut(&rest, ';');

	(void)str_cut(&pair, '=');
	return (struct person){ .token = str_dup(&s->p->arena, pair) };
}

static int
log_in(struct site *s, const struct person *had, const char *name, const char *password,
       const char *more)
{
	return staff_post(s, had, "/da/login", arena_printf(&s->p->arena, "name=%s&password=%s%s", name,
	    password, more).at);
}

/* Nobody has to wait any longer. */
static void
forget_waiting(void)
{
	assert_true(store_begin(db));
	for (int64_t id = 1; id < 9; id++)
		assert_true(store_run(db, STMT_ACCOUNT_TRIED, (struct param[]){
		    P_INT(0), P_INT(0), P_INT(0), P_INT(id) }, 4));
	assert_true(store_commit(db));
}

static const char *
code_now(struct site *s, const char *secret, int steps)
{
	return totp_code(&s->p->arena, str_from(secret), clock_unix() + 30 * steps).at;
}

/* ---- tests ---- */

static void
a_password_opens_a_session(void **state)
{
	struct site   s = open_site(*state);
	struct person first, second;

	person(&s, "åse", "Åse Sørensen", "contributor", "");
	assert_int_equal(staff_ask(&s, NULL, "/da/login"), 200);
	site_says(&s, "Log ind");
	assert_non_null(strstr(str_dup(&s.p->arena, buf_str(&s.reply.body)).at, "noindex"));
	assert_string_equal(site_header(&s, "Cache-Control").at, "no-store");
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/work");
	assert_non_null(strstr(site_header(&s, "Set-Cookie").at, "HttpOnly; SameSite=Lax"));
	assert_null(strstr(site_header(&s, "Set-Cookie").at, "Secure"));
	first = cookie_of(&s);
	assert_int_equal(staff_ask(&s, &first, "/da/work"), 200);
	site_says(&s, "Åse Sørensen");
	assert_int_equal(staff_ask(&s, &first, "/da/login"), 303);

	/* A new login is a new token, and the one before it is void. */
	assert_int_equal(log_in(&s, &first, "ÅSE", PASSWORD, ""), 303);
	second = cookie_of(&s);
	assert_false(str_eq(first.token, second.token));
	assert_int_equal(staff_ask(&s, &first, "/da/work"), 303);
	assert_int_equal(staff_ask(&s, &second, "/da/work"), 200);
	close_site(&s);
}

static void
only_own_pages_are_next(void **state)
{
	static const struct {
		const char *next, *to;
	} rows[] = {
		{ "%2Fda%2Fwork%2Faccount", "/da/work/account" },
		{ "%2Fen%2Findicator%2Fx%3Fas_of%3D2009-06-01", "/en/indicator/x?as_of=2009-06-01" },
		{ "https%3A%2F%2Fevil.dk%2F", "/da/work" }, { "%2F%2Fevil.dk%2Fda%2Fwork", "/da/work" },
		{ "%2F%5Cevil.dk", "/da/work" }, { "%2Fda%2Fwork%0D%0ASet-Cookie%3A+x", "/da/work" },
		{ "%2Fda%2Fnowhere", "/da/work" }, { "javascript%3Aalert(1)", "/da/work" },
		{ "", "/da/work" }, { "%2Fda%2Fwork%2Flog-out", "/da/work" }, { "%2F%2F", "/da/work" },
	};
	struct site s = open_site(*state);

	person(&s, "åse", "Åse Sørensen", "contributor", "");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, arena_printf(&s.p->arena, "&next=%s",
		    rows[i].next).at), 303);
		assert_string_equal(site_header(&s, "Location").at, rows[i].to);
		(void)staff_ask(&s, NULL, arena_printf(&s.p->arena, "/da/login?next=%s",
		    rows[i].next).at);
		site_says_not(&s, "evil");
	}
	close_site(&s);
}

/* Whatever is wrong: one status, one text. */
static void
the_same_is_said_of_everything_wrong(void **state)
{
	static const char secret[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
	static const struct {
		const char *name, *password, *more;
	} rows[] = {
		{ "øse", PASSWORD, "" },                /* nobody */
		{ "åse", "forkert+forkert", "" },       /* the password */
		{ "bob", PASSWORD, "" },                /* no code */
		{ "bob", PASSWORD, "&code=000000" },    /* the code */
		{ "lis", PASSWORD, "" },                /* closed */
		{ "ida", PASSWORD, "" },                /* no password was chosen yet */
		{ "per", PASSWORD, "" },                /* right, but has to wait */
	};
	struct site  s = open_site(*state);
	const char  *said = NULL;
	struct diags d = diags_new(&s.p->arena);
	size_t       n;

	person(&s, "åse", "Åse Sørensen", "contributor", "");
	person(&s, "bob", "Bob Ørsted", "publisher", secret);
	person(&s, "lis", "Lis Æbelø", "reader", "");
	person(&s, "per", "Per Åby", "reader", "");
	assert_true(store_begin(db));
	assert_true(store_run(db, STMT_ACCOUNT_DISABLED, (struct param[]){ P_INT(1), P_INT(3) }, 2));
	(void)staff_account(&s, db, "ida", "Ida Ålborg");
	assert_true(store_run(db, STMT_ACCOUNT_TRIED, (struct param[]){
	    P_INT(7), P_INT(clock_unix() + 60), P_INT(0), P_INT(4) }, 4));
	assert_true(store_commit(db));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *text;

		assert_int_equal(log_in(&s, NULL, rows[i].name, rows[i].password, rows[i].more), 422);
		assert_int_equal(site_header(&s, "Set-Cookie").len, 0);
		text = strstr(site_text(&s), "Du blev ikke lukket ind");
		assert_non_null(text);
		/* Up to the form, which has what was typed. */
		text = str_dup(&s.p->arena, str_slice(str_from(text), 0,
		    str_find(str_from(text), STR("</ul>"), 0))).at;
		assert_non_null(strstr(str_dup(&s.p->arena, buf_str(&s.reply.body)).at,
		    arena_printf(&s.p->arena, "value=\"%s\"", rows[i].name).at));
		assert_null(strstr(site_text(&s), "fløde"));
		if (said != NULL)
			assert_string_equal(text, said);
		said = text;
	}
	assert_true(trail_verify(db, &d, &n));
	assert_int_equal(n, COUNT_OF(rows));
	close_site(&s);
}

static int
by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* The medians of who is there and who is not lie near each other. The price is paid by this
 * program, whatever the engine. */
static void
an_unknown_name_takes_as_long(void **state)
{
	enum { TRIES = 5 };
	struct site s = open_site(*state);
	int64_t     took[2][TRIES];

	full_price = true;
	person(&s, "åse", "Åse Sørensen", "contributor", "");
	for (int i = 0; i < 2 * TRIES; i++) {
		int64_t from = computed_us();

		assert_int_equal(log_in(&s, NULL, i % 2 == 0 ? "åse" : "øse", "forkert+forkert", ""), 422);
		took[i % 2][i / 2] = computed_us() - from;
	}
	qsort(took[0], TRIES, sizeof **took, by_size);
	qsort(took[1], TRIES, sizeof **took, by_size);
	assert_in_range(took[1][TRIES / 2], took[0][TRIES / 2] / 2, took[0][TRIES / 2] * 2);
	assert_true(took[1][0] > 10000);        /* a password was hashed */
	full_price = false;
	close_site(&s);
}

static void
fields_that_cannot_be_used(void **state)
{
	static const struct {
		const char *fields, *says;
	} rows[] = {
		{ "", "Feltet skal udfyldes." }, { "name=%C3%A5se", "Feltet skal udfyldes." },
		{ "password=x", "Feltet skal udfyldes." }, { "name=+++&password=+", "Feltet skal udfyldes." },
		{ "name=%FF%FE&password=x", "ikke er tekst" }, { "name=a%E2%80%AEb&password=x", "skriveretningen" },
		{ "name=a%0Ab&password=x", "én linje" },
		{ "name=<script>alert(1)</script>&password=x", "ikke rigtig" },
		{ "name=%3DHYPERLINK(1)&password=x&code=%3D1%2B1", "ikke rigtig" },
		{ "name=x&password=x&code=%E2%80%AE123456", "skriveretningen" },
	};
	struct site s = open_site(*state);
	char        huge[9000];

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(staff_post(&s, NULL, "/da/login", rows[i].fields), 422);
		site_says(&s, rows[i].says);
		assert_null(strstr(str_dup(&s.p->arena, buf_str(&s.reply.body)).at, "<script>alert"));
	}
	memset(huge, 'x', sizeof huge - 1);
	huge[sizeof huge - 1] = '\0';
	memcpy(huge, "name=", 5);
	assert_int_equal(staff_post(&s, NULL, "/da/login", huge), 422);
	site_says(&s, "højst 200 tegn");
	close_site(&s);
}

/* Whoever has a second factor is told that it is not her code, and none is set up. */
static void
a_lost_key_is_told(void **state)
{
	static const char secret[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
	struct site       s = open_site(*state);
	struct person     half;

	person(&s, "bob", "Bob Ørsted", "publisher", secret);
	person(&s, "åse", "Åse Sørensen", "publisher", "");
	assert_int_equal(setenv(FACTOR_KEY_VARIABLE, "/dev/null/nøgle", 1), 0);
	assert_int_equal(log_in(&s, NULL, "bob", PASSWORD, arena_printf(&s.p->arena, "&code=%s",
	    code_now(&s, secret, 0)).at), 422);
	site_says(&s, "har mistet nøglen");
	assert_int_equal(log_in(&s, NULL, "bob", "forkert", ""), 422);
	site_says_not(&s, "har mistet nøglen");
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 303);
	half = cookie_of(&s);
	assert_int_equal(staff_ask(&s, &half, "/da/login/factor"), 503);
	site_says(&s, "ingen nøgle");
	assert_int_equal(unsetenv(FACTOR_KEY_VARIABLE), 0);
	close_site(&s);
}

static void
a_second_factor_is_set_up_first(void **state)
{
	struct site        s = open_site(*state);
	struct person      half, whole;
	struct session     found;
	struct str         opened;
	const char        *secret;

	person(&s, "åse", "Åse Sørensen", "publisher", "");
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, "&next=%2Fda%2Fwork%2Faccount"), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/login/factor?next=%2Fda%2Fwork%2Faccount");
	half = cookie_of(&s);
	assert_int_equal(staff_ask(&s, &half, "/da/work"), 303);        /* nobody yet */
	assert_int_equal(staff_ask(&s, &half, "/da/login/factor?next=%2Fda%2Fwork%2Faccount"), 200);
	site_says(&s, "QR-koden");
	assert_true(session_find(&s.p->arena, db, half.token, clock_unix(), &found));
	assert_true(found.half);
	assert_true(factor_open(&s.p->arena, db, found.account, found.secret, &opened));
	secret = opened.at;
	assert_non_null(strstr(str_dup(&s.p->arena, buf_str(&s.reply.body)).at, secret));
	assert_int_equal(staff_ask(&s, NULL, "/da/login/factor"), 303);

	assert_int_equal(staff_post(&s, &half, "/da/login/factor", ""), 422);
	assert_int_equal(staff_post(&s, &half, "/da/login/factor", "code=000000x"), 422);
	site_says(&s, "Det er ikke den kode");
	/* The secret that was shown stays the one that is offered. */
	assert_non_null(strstr(str_dup(&s.p->arena, buf_str(&s.reply.body)).at, secret));
	assert_int_equal(staff_post(&s, &half, "/da/login/factor", arena_printf(&s.p->arena,
	    "code=%s&next=%%2Fda%%2Fwork%%2Faccount", code_now(&s, secret, 0)).at), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/work/account");
	whole = cookie_of(&s);
	assert_int_equal(staff_ask(&s, &whole, "/da/work"), 200);
	assert_int_equal(staff_ask(&s, &half, "/da/login/factor"), 303);

	/* That code was used; the next one opens, once. */
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, arena_printf(&s.p->arena, "&code=%s",
	    code_now(&s, secret, 0)).at), 422);
	assert_true(store_begin(db));
	assert_true(store_run(db, STMT_ACCOUNT_SECRET, (struct param[]){ P_TEXT(found.secret),
	    P_INT(1), P_INT(1) }, 3));
	assert_true(store_commit(db));
	forget_waiting();
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, arena_printf(&s.p->arena, "&code=%s",
	    code_now(&s, secret, 0)).at), 303);
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, arena_printf(&s.p->arena, "&code=%s",
	    code_now(&s, secret, 0)).at), 422);
	close_site(&s);
}

static void
nothing_is_typed_in_the_open(void **state)
{
	static const struct {
		const char *host;
		int         status;
	} rows[] = {
		{ "127.0.0.1", 200 }, { "127.0.0.1:8080", 200 }, { "localhost:1", 200 }, { "[::1]:8080", 200 },
		{ "ærø.dk", 403 }, { "127.0.0.1.evil.dk", 403 }, { "localhost.evil.dk", 403 },
		{ "192.168.1.1:8080", 403 }, { "[::2]", 403 }, { "[::1", 403 },
	};
	static struct service behind = { .behind = true };
	struct site           s = open_site(*state);

	person(&s, "åse", "Åse Sørensen", "contributor", "");
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		s.host = rows[i].host;
		assert_int_equal(staff_ask(&s, NULL, "/da/login"), rows[i].status);
		if (rows[i].status == 200)
			continue;
		site_says(&s, "ikke krypteret");
		assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 403);
		assert_int_equal(site_header(&s, "Set-Cookie").len, 0);
	}
	s.host = "ærø.dk";
	s.service = &behind;
	assert_int_equal(staff_send(&s, NULL, "POST", "/da/login", STR("X-Forwarded-Proto: https\r\n"
	    "Origin: https://ærø.dk\r\nContent-Type: application/x-www-form-urlencoded"),
	    STR("name=åse&password=" PASSWORD)), 303);
	assert_true(str_starts(site_header(&s, "Set-Cookie"), STR("__Host-pejl=")));
	assert_true(str_ends(site_header(&s, "Set-Cookie"), STR("; Secure")));
	assert_null(strstr(site_header(&s, "Set-Cookie").at, "Domain"));
	close_site(&s);
}

static void
a_link_works_once(void **state)
{
	static const struct {
		const char *fields, *says;
	} wrong[] = {
		{ "", "Feltet skal udfyldes." }, { "password=kort&again=kort", "mindst 12 tegn" },
		{ "password=aaaaaaaaaaaaaaaa&again=aaaaaaaaaaaaaaaa", "mindst 12 tegn" },
		{ "password=%C3%85se+S%C3%B8rensen&again=%C3%85se+S%C3%B8rensen", "ikke dit navn" },
		{ "password=" PASSWORD "&again=" PASSWORD "x", "ikke ens" },
		{ "password=" PASSWORD "%E2%80%AE&again=" PASSWORD, "skriveretningen" },
		{ "password=%FFxxxxxxxxxxxx&again=x", "ikke er tekst" },
	};
	struct site  s = open_site(*state);
	struct actor admin = { .account = 99, .title = STR("Æ"), .grant = { { .role = ROLE_ADMINISTRATOR } },
	                       .grants = 1 };
	struct deed  d = { .s = db, .a = &s.p->arena, .who = &admin, .at = STR("2026-11-23T04:00:00Z"),
	                   .now = clock_unix(), .location = STR("/da/work/accounts/1") };
	struct str   old, token;
	const char  *path;

	assert_true(store_begin(db));
	(void)staff_account(&s, db, "åse", "Åse Sørensen");
	assert_true(store_commit(db));
	assert_int_equal(account_link(&d, 1, false, &old), DEED_DONE);
	assert_int_equal(account_link(&d, 1, false, &token), DEED_DONE);
	path = arena_printf(&s.p->arena, "/da/password/" STR_FMT, STR_ARG(old)).at;
	assert_int_equal(staff_ask(&s, NULL, path), 404);       /* a newer one was made */
	site_says(&s, "Linket er brugt");
	path = arena_printf(&s.p->arena, "/da/password/" STR_FMT, STR_ARG(token)).at;
	assert_int_equal(staff_ask(&s, NULL, path), 200);
	assert_int_equal(staff_ask(&s, NULL, path), 200);       /* looking does not use it up */
	site_says(&s, "For åse.");
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		assert_int_equal(staff_post(&s, NULL, path, wrong[i].fields), 422);
		site_says(&s, wrong[i].says);
		site_says_not(&s, "fløde");
	}
	assert_int_equal(staff_post(&s, NULL, path, "password=" PASSWORD "&again=" PASSWORD), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/login");
	assert_int_equal(staff_post(&s, NULL, path, "password=" PASSWORD "&again=" PASSWORD), 404);
	assert_int_equal(staff_ask(&s, NULL, path), 404);
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 303);
	/* One of yesterday. */
	d.now -= ACCOUNT_LINK_SECONDS;
	assert_int_equal(account_link(&d, 1, false, &token), DEED_DONE);
	path = arena_printf(&s.p->arena, "/da/password/" STR_FMT, STR_ARG(token)).at;
	assert_int_equal(staff_post(&s, NULL, path, "password=" PASSWORD "&again=" PASSWORD), 404);
	close_site(&s);
}

static void
the_first_administrator(void **state)
{
	struct site   s = open_site(*state);
	struct str    token, none;
	struct person half;
	const char   *path;

	assert_true(login_first_link(&s.p->arena, db, clock_unix(), &token));
	path = arena_printf(&s.p->arena, "/da/password/" STR_FMT, STR_ARG(token)).at;
	assert_int_equal(staff_ask(&s, NULL, path), 200);
	site_says(&s, "Den første administrator");
	assert_int_equal(staff_post(&s, NULL, path, "password=" PASSWORD "&again=" PASSWORD), 422);
	assert_int_equal(staff_post(&s, NULL, path, "name=Store+Bogstaver&title=%C3%85se&password="
	    PASSWORD "&again=" PASSWORD), 422);
	site_says(&s, "små bogstaver");
	assert_non_null(strstr(str_dup(&s.p->arena, buf_str(&s.reply.body)).at, "value=\"Store Bogstaver\""));
	assert_int_equal(staff_post(&s, NULL, path, "name=åse&title=Åse+Sørensen&mail=åse&password="
	    PASSWORD "&again=" PASSWORD), 422);
	assert_int_equal(staff_post(&s, NULL, path, "name=åse&title=Åse+Sørensen&mail=åse@ærø.dk&password="
	    PASSWORD "&again=" PASSWORD), 303);
	assert_int_equal(staff_ask(&s, NULL, path), 404);
	/* Her role wants a second factor. */
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 303);
	assert_string_equal(site_header(&s, "Location").at, "/da/login/factor");
	half = cookie_of(&s);
	assert_int_equal(staff_ask(&s, &half, "/da/work/accounts"), 303);
	assert_true(login_first_link(&s.p->arena, db, clock_unix(), &none));
	assert_int_equal(none.len, 0);
	close_site(&s);
}

static void
ones_own_settings(void **state)
{
	struct site   s = open_site(*state);
	struct person one, two;

	person(&s, "åse", "Åse Sørensen", "contributor", "");
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 303);
	one = cookie_of(&s);
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 303);
	two = cookie_of(&s);
	assert_int_equal(staff_ask(&s, &one, "/da/work/account"), 200);
	assert_int_equal(staff_post(&s, &one, "/da/work/account", "lang=tlh"), 422);
	assert_int_equal(staff_post(&s, &one, "/da/work/account", "lang=en"), 303);
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 303);
	assert_string_equal(site_header(&s, "Location").at, "/en/work");

	assert_int_equal(staff_post(&s, &one, "/da/work/account/password",
	    "old=forkert&password=et+langt+nyt+ord&again=et+langt+nyt+ord"), 422);
	site_says(&s, "Det er ikke din adgangskode");
	forget_waiting();
	assert_int_equal(staff_post(&s, &one, "/da/work/account/password",
	    "old=" PASSWORD "&password=et+langt+nyt+ord&again=et+langt+nyt+ord"), 303);
	assert_int_equal(staff_ask(&s, &one, "/da/work"), 303);         /* a new token */
	assert_int_equal(staff_ask(&s, &two, "/da/work"), 303);
	assert_int_equal(log_in(&s, NULL, "åse", PASSWORD, ""), 422);
	forget_waiting();
	assert_int_equal(log_in(&s, NULL, "åse", "et+langt+nyt+ord", ""), 303);
	one = cookie_of(&s);

	assert_int_equal(staff_ask(&s, &one, "/da/work/account/factor"), 200);
	assert_int_equal(staff_post(&s, &one, "/da/work/account/factor", "old=et+langt+nyt+ord&code=1"), 422);
	assert_int_equal(staff_post(&s, &one, "/da/work/account/log-out", ""), 303);
	assert_int_equal(staff_ask(&s, &one, "/da/work"), 303);
	close_site(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_password_opens_a_session),
		FILE_TEST(only_own_pages_are_next),
		DISK_TEST(the_same_is_said_of_everything_wrong),
		FILE_TEST(an_unknown_name_takes_as_long),
		DISK_TEST(fields_that_cannot_be_used),
		DISK_TEST(a_second_factor_is_set_up_first),
		DISK_TEST(a_lost_key_is_told),
		FILE_TEST(nothing_is_typed_in_the_open),
		DISK_TEST(a_link_works_once),
		DISK_TEST(the_first_administrator),
		DISK_TEST(ones_own_settings),
	};

	return engine_run("login", tests, COUNT_OF(tests));
}
