/* Those whom somebody else vouches for: a gateway's headers over its socket and over another,
 * groups and roles, and accounts that have no password here. The provider is asked by
 * tools/check-oidc.sh. */
#include "staff.h"
#include "app/login.h"
#include "app/sso.h"
#include "port/secret.h"
#include "web/service.h"
#include "web/sso.h"

#define TLS "X-Forwarded-Proto: https\r\n"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\n" },
	{ "authority.csv", "id,since,title,area,mail\nrk,1,Rødby Kommune,by,pejl@rødby.dk\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\n"
	  "pol,1,Færgepolitik,2010-01-01,2015-01-01,2012-04-30\n" },
};

static struct sso_role roles[] = {
	{ STR_INIT("Redaktører"), STR_INIT("editor"), 1 },
	{ STR_INIT("Havnen"), STR_INIT("contributor:hav:pol"), 2 },
	{ STR_INIT("Havnen"), STR_INIT("unit_approver:hav"), 3 },
	{ STR_INIT("Redaktører"), STR_INIT("editor"), 4 },      /* twice */
	{ STR_INIT("Øst"), STR_INIT("contributor:findes-ikke"), 5 },
};

static const struct sso_settings gateway = {
	.path = STR_INIT("sso.conf"), .site = STR_INIT("https://ærø.dk"),
	.title = STR_INIT("Ærø Kommunes login"), .role = roles, .roles = COUNT_OF(roles),
	.socket = STR_INIT("/run/pejl/http.sock"),
	.header = { STR_INIT("X-Pejl-User"), STR_INIT("X-Pejl-Name"), STR_INIT("X-Pejl-Mail"),
	            STR_INIT("X-Pejl-Groups") },
};

struct world {
	struct site     site;
	struct store   *db;
	struct service  service;
	struct sso_desk desk;
	struct buf      log;
};

static void
keep_line(void *to, struct str line)
{
	buf_put(to, line);
}

static struct world *
world_open(struct place *p, const struct sso_settings *m, bool on_socket)
{
	struct world *w = ARENA_NEW(&p->arena, struct world);

	w->db = place_open(p, STORE_CREATE);
	register_load(p, w->db, package_put(p, "by", files, COUNT_OF(files)));
	w->site = site_open(p);
	w->desk.settings = m;
	w->desk.on_socket = on_socket;
	buf_init(&w->log, 1 << 16);
	w->service.behind = true;
	w->service.log = SERVICE_LOG_ERRORS;
	w->service.out = (struct viewer_log){ keep_line, &w->log };
	w->service.sso = &w->desk;
	w->site.service = &w->service;
	return w;
}

static void
world_close(struct world *w)
{
	buf_free(&w->log);
	site_close(&w->site);
	store_close(w->db);
}

/* As the gateway asks for her; `headers` in pairs of lines. */
static int
vouch(struct world *w, const char *headers)
{
	return staff_send(&w->site, NULL, "GET", "/da/login/gateway", arena_printf(&w->site.p->arena,
	    TLS "%s", headers), STR_NONE);
}

static struct person
session_of(struct world *w)
{
	struct str rest = site_header(&w->site, "Set-Cookie"), pair = str_cut(&rest, ';');

	(void)str_cut(&pair, '=');
	return (struct person){ .token = str_dup(&w->site.p->arena, pair) };
}

static int
ask_work(struct world *w, const struct person *who)
{
	return staff_send(&w->site, who, "GET", "/da/work", STR(TLS), STR_NONE);
}

static int64_t
count_of(struct world *w, enum stmt q)
{
	int64_t n = -1;

	assert_true(store_get_int(w->db, q, NULL, 0, &n));
	return n;
}

static void
roles_are(struct world *w, int64_t account, const char *expected)
{
	struct param p[] = { P_INT(account) };
	struct buf   b;

	buf_init(&b, 4096);
	assert_true(store_query(w->db, STMT_GRANT_OF, p, COUNT_OF(p)));
	while (store_next(w->db, STMT_GRANT_OF))
		buf_putf(&b, STR_FMT " ", STR_ARG(store_text(w->db, STMT_GRANT_OF, 0)));
	buf_char(&b, '\0');
	assert_string_equal(b.at, expected);
	buf_free(&b);
}

/* ---- tests ---- */

#define ÅSE "X-Pejl-User: aase@ærø.dk\r\nX-Pejl-Name: Åse Sørensen\r\nX-Pejl-Mail: aase@ærø.dk\r\n"

static void
who_comes_over_the_socket_is_believed(void **state)
{
	struct world *w = world_open(*state, &gateway, true);
	struct person first, second;

	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Kantinen; Redaktører ;Havnen\r\n"), 303);
	assert_string_equal(site_header(&w->site, "Location").at, "/da/work");
	first = session_of(w);
	assert_int_equal(first.token.len, SECRET_TEXT);
	assert_int_equal(ask_work(w, &first), 200);
	site_says(&w->site, "Åse Sørensen");
	roles_are(w, 1, "contributor editor unit_approver ");

	/* Her groups change, and the session she had ends. */
	assert_int_equal(staff_send(&w->site, &first, "GET", "/da/login/gateway",
	    STR(TLS ÅSE "X-Pejl-Groups: Redaktører\r\n"), STR_NONE), 303);
	second = session_of(w);
	roles_are(w, 1, "editor ");
	assert_int_equal(ask_work(w, &first), 303);
	assert_int_equal(ask_work(w, &second), 200);
	assert_int_equal(count_of(w, STMT_ACCOUNT_COUNT), 1);

	/* None is left: the roles and the sessions go. */
	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Kantinen\r\n"), 403);
	roles_are(w, 1, "");
	assert_int_equal(ask_work(w, &second), 303);
	world_close(w);
}

static void
a_stranger_leaves_nothing(void **state)
{
	static const struct {
		const char *headers;
		int         status;
		const char *says;
	} rows[] = {
		{ ÅSE "X-Pejl-Groups: Kantinen\r\n", 403, "pejl@rødby.dk" },
		{ ÅSE "X-Pejl-Groups: redaktører\r\n", 403, "ingen af dine grupper" },
		{ ÅSE "X-Pejl-Groups: Øst\r\n", 403, "ingen af dine grupper" },  /* of no unit */
		{ ÅSE, 403, "ingen af dine grupper" },
		{ "X-Pejl-Groups: Redaktører\r\n", 400, "fortalte ikke" },
		{ "X-Pejl-User: \r\nX-Pejl-Groups: Redaktører\r\n", 400, "fortalte ikke" },
		{ ÅSE "X-Pejl-User: bo\r\nX-Pejl-Groups: Redaktører\r\n", 400, "fortalte ikke" },
		{ ÅSE "X-Pejl-Groups: Redaktører\r\nX-Pejl-Groups: Havnen\r\n", 400, "fortalte ikke" },
		{ "X-Pejl-User: \xe6\xf8\r\nX-Pejl-Groups: Redaktører\r\n", 400, "fortalte ikke" },
	};
	struct world *w = world_open(*state, &gateway, true);

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (vouch(w, rows[i].headers) != rows[i].status)
			fail_msg("row %zu: %d", i, w->site.reply.status);
		site_says(&w->site, "Du blev ikke lukket ind");
		site_says(&w->site, rows[i].says);
		assert_int_equal(site_header(&w->site, "Set-Cookie").len, 0);
		assert_int_equal(count_of(w, STMT_ACCOUNT_COUNT), 0);
	}
	world_close(w);
}

static void
over_another_socket_nobody_is(void **state)
{
	struct world *w = world_open(*state, &gateway, false);

	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Redaktører\r\n"), 403);
	site_says(&w->site, "Ingen kan blive lukket ind ad denne vej");
	assert_int_equal(count_of(w, STMT_ACCOUNT_COUNT), 0);
	buf_char(&w->log, '\0');
	assert_non_null(strstr(w->log.at, "did not come over its socket"));
	assert_null(strstr(w->log.at, "aase"));
	world_close(w);
}

/* Where nobody is trusted the headers mean nothing, which is said once. */
static void
without_settings_headers_are_not_read(void **state)
{
	struct world *w = world_open(*state, NULL, false);
	const char   *at;

	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Redaktører\r\n"), 404);
	assert_int_equal(staff_send(&w->site, NULL, "GET", "/da/work", STR(TLS ÅSE), STR_NONE), 303);
	assert_int_equal(staff_send(&w->site, NULL, "GET", "/da/login", STR(TLS ÅSE), STR_NONE), 200);
	site_says_not(&w->site, "Log ind med");
	buf_char(&w->log, '\0');
	at = strstr(w->log.at, "which is not believed");
	assert_non_null(at);
	assert_null(strstr(at + 1, "which is not believed"));
	assert_int_equal(staff_send(&w->site, NULL, "GET", "/da/login/provider", STR(TLS), STR_NONE), 404);
	assert_int_equal(staff_send(&w->site, NULL, "GET", "/login/back", STR(TLS), STR_NONE), 404);
	assert_int_equal(staff_send(&w->site, NULL, "GET", "/da/login/provider/out", STR(TLS), STR_NONE), 404);
	world_close(w);
}

/* What a password is not sent over, nobody is vouched for over either. */
static void
without_tls_nobody_comes(void **state)
{
	struct world *w = world_open(*state, &gateway, true);

	assert_int_equal(staff_send(&w->site, NULL, "GET", "/da/login/gateway",
	    STR(ÅSE "X-Pejl-Groups: Redaktører\r\n"), STR_NONE), 403);
	assert_int_equal(count_of(w, STMT_ACCOUNT_COUNT), 0);
	world_close(w);
}

/* The same mail and name as an account of here: another person all the same. */
static void
mail_makes_nobody_somebody(void **state)
{
	struct world *w = world_open(*state, &gateway, true);

	assert_true(store_begin(w->db));
	assert_int_equal(staff_account(&w->site, w->db, "aase@ærø.dk", "Åse Sørensen"), 1);
	staff_grant(w->db, 1, "administrator", 0);
	assert_true(store_commit(w->db));
	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Redaktører\r\n"), 303);
	assert_int_equal(count_of(w, STMT_ACCOUNT_COUNT), 2);
	roles_are(w, 1, "administrator ");
	roles_are(w, 2, "editor ");
	world_close(w);
}

static void
a_closed_account_stays_closed(void **state)
{
	struct world *w = world_open(*state, &gateway, true);

	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Redaktører\r\n"), 303);
	assert_true(store_begin(w->db));
	assert_true(store_run(w->db, STMT_ACCOUNT_DISABLED, (struct param[]){ P_INT(1), P_INT(1) }, 2));
	assert_true(store_commit(w->db));
	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Redaktører\r\n"), 403);
	site_says(&w->site, "er lukket");
	roles_are(w, 1, "editor ");
	world_close(w);
}

/* Nobody can give her a password or a role by hand, and one that is there counts not. */
static void
there_is_no_password_beside(void **state)
{
	struct world *w = world_open(*state, &gateway, true);
	struct person admin = staff_person(&w->site, w->db, "bo", "Bo Ærø", "administrator", 0);
	struct str    kept = secret_password(&w->site.p->arena, STR("rød grød med fløde"));

	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Havnen\r\n"), 303);
	w->service.behind = true;
#define OWN TLS STAFF_OWN
	for (int i = 0; i < 2; i++) {
		struct str body = arena_printf(&w->site.p->arena, "token=" STR_FMT "&nonce=%032d&%s",
		    STR_ARG(session_form_token(&w->site.p->arena, admin.token)), i, i == 0 ? "forget=1"
		    : "role=administrator");

		assert_int_equal(staff_send(&w->site, &admin, "POST", i == 0 ? "/da/work/accounts/2/link"
		    : "/da/work/accounts/2/grant", arena_printf(&w->site.p->arena, OWN "Content-Length: %zu",
		    body.len), body), 422);
		site_says(&w->site, "kommunens fælles login");
	}
	roles_are(w, 2, "contributor unit_approver ");
	assert_true(store_begin(w->db));
	assert_true(store_run(w->db, STMT_ACCOUNT_PASSWORD, (struct param[]){ P_TEXT(kept), P_INT(2) }, 2));
	assert_true(store_commit(w->db));
	{
		struct str body = STR("name=aase@%C3%A6r%C3%B8.dk-2&password=r%C3%B8d+gr%C3%B8d+med+fl%C3%B8de");

		assert_int_equal(staff_send(&w->site, NULL, "POST", "/da/login", arena_printf(
		    &w->site.p->arena, OWN "Content-Length: %zu", body.len), body), 422);
	}
	world_close(w);
}

static void
the_trail_tells_of_it(void **state)
{
	struct world     *w = world_open(*state, &gateway, true);
	struct trail_rows rows;
	size_t            found = 0, checked = 0;

	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Kantinen\r\n"), 403);
	assert_int_equal(vouch(w, ÅSE "X-Pejl-Groups: Redaktører\r\n"), 303);
	assert_true(trail_read(&w->site.p->arena, w->db, 0, 0, 20, &rows));
	for (size_t i = 0; i < rows.len; i++) {
		found += str_eq(rows.at[i].act, STR("session.open")) &&
		    str_eq(rows.at[i].why, STR("vouched for by gateway"));
		found += str_eq(rows.at[i].act, STR("session.refused")) && rows.at[i].account == 0;
		found += str_eq(rows.at[i].act, STR("account.add"));
		found += str_eq(rows.at[i].act, STR("account.grant"));
	}
	assert_int_equal(found, 4);
	assert_true(trail_verify(w->db, &w->site.p->diags, &checked));
	assert_int_equal(checked, rows.len);
	world_close(w);
}

/* Without a browser's secret, or with another one, nothing is asked of anybody. */
static void
nobody_comes_back_who_did_not_go(void **state)
{
	static const struct sso_settings provider = {
		.site = STR_INIT("https://ærø.dk"), .title = STR_INIT("Ærø Kommunes login"),
		.role = roles, .roles = 1,
		.oidc = { .issuer = STR_INIT("http://127.0.0.1:1"), .client = STR_INIT("pejl") },
	};
	static const char *const cookies[] = {
		"", "Cookie: __Host-pejl-login=\r\n", "Cookie: __Host-pejl-login=x.da.\r\n",
		"Cookie: __Host-pejl-login=00000000000000000000000000000000.da./da/work\r\n",
		"Cookie: pejl-login=00000000000000000000000000000000.da.\r\n",
		"Cookie: __Host-pejl-login=0000000000000000000000000000000\xff..\r\n",
	};
	struct world *w = world_open(*state, &provider, false);

	for (size_t i = 0; i < COUNT_OF(cookies); i++) {
		assert_int_equal(staff_send(&w->site, NULL, "GET", "/login/back?code=x&state=0000",
		    arena_printf(&w->site.p->arena, TLS "%s", cookies[i]), STR_NONE), 400);
		assert_non_null(strstr(site_text(&w->site), "Log "));
	}
	assert_int_equal(staff_send(&w->site, NULL, "GET", "/en/login?next=%2Fen%2Fwork%2Faccount", STR(TLS),
	    STR_NONE), 200);
	site_says(&w->site, "Log in with Ærø Kommunes login");
	world_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(who_comes_over_the_socket_is_believed),
		DISK_TEST(a_stranger_leaves_nothing),
		DISK_TEST(over_another_socket_nobody_is),
		FILE_TEST(without_settings_headers_are_not_read),
		FILE_TEST(without_tls_nobody_comes),
		DISK_TEST(mail_makes_nobody_somebody),
		DISK_TEST(a_closed_account_stays_closed),
		DISK_TEST(there_is_no_password_beside),
		DISK_TEST(the_trail_tells_of_it),
		FILE_TEST(nobody_comes_back_who_did_not_go),
	};

	return engine_run("sso", tests, COUNT_OF(tests));
}
