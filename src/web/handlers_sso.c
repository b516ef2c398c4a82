/* Coming in by a provider of OpenID Connect, or by a gateway in front of the server.
 *
 * Of a login that is under way the browser keeps one secret; state, nonce and verifier
 * follow from it, so the server keeps nothing of those who never come back. */
#include "app/contact.h"
#include "app/sso.h"
#include "base/utf8.h"
#include "port/secret.h"
#include "view/pages/login.h"
#include "web/guard.h"
#include "web/handlers.h"
#include "web/service.h"
#include "web/sso.h"
#include "web/staff.h"

/* ---- pages ---- */

/* A page that says why she is not in, with a way to try again. */
static int
not_in(struct request *rq, int status, struct str why)
{
	struct page p = request_page(rq);

	rq->own_page = true;
	rq->body->len = 0;
	not_in_page(&p, why);
	return status;
}

static struct str
fill(struct request *rq, const char *text)
{
	return text_fill(rq->arena, say(&rq->lang, text), &sso_settings_of(rq)->title, 1);
}

/* Noted for the one who is asked why, and logged. */
static int
refused(struct request *rq, int status, struct str why, struct str for_log)
{
	struct deed d = staff_deed(rq);

	d.who = NULL;
	sso_log(rq, for_log);
	return sso_refused(&d, for_log) ? not_in(rq, status, why) : 500;
}

/* ---- a login that is under way ---- */

struct under_way {                      /* what the cookie holds: "secret.da./da/work" */
	struct str secret, lang, next;
};

static bool
is_hex(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((s.at[i] < '0' || s.at[i] > '9') && (s.at[i] < 'a' || s.at[i] > 'f'))
			return false;
	return s.len == SECRET_TEXT;
}

static bool
read_cookie(struct request *rq, struct under_way *ret)
{
	struct str rest = staff_login_cookie(rq);

	ret->secret = str_cut(&rest, '.');
	ret->lang = str_cut(&rest, '.');
	ret->next = login_next(rest);
	return is_hex(ret->secret);
}

static void
write_cookie(struct request *rq, struct str secret, struct str next)
{
	/* A next page whose address cannot stand in a cookie is forgotten. */
	bool fits = str_find(next, STR(";"), 0) == SIZE_MAX && str_find(next, STR(","), 0) == SIZE_MAX;

	staff_set_login_cookie(rq, arena_printf(rq->arena, STR_FMT "." STR_FMT "." STR_FMT,
	    STR_ARG(secret), STR_ARG(rq->lang.code), STR_ARG(fits ? next : STR_NONE)));
}

static struct oidc_login
login_of(struct arena *a, struct str secret)
{
	return (struct oidc_login){
		.state = secret_digest(a, "login-state", secret),
		.nonce = secret_digest(a, "login-nonce", secret),
		.verifier = secret_digest(a, "login-verifier", secret),
	};
}

/* ---- the provider ---- */

static const struct oidc_client *
client_of(const struct request *rq)
{
	const struct sso_settings *m = sso_settings_of(rq);

	return m != NULL && m->oidc.issuer.len > 0 ? &m->oidc : NULL;
}

/* Of an answer that is none; `why` is for the log. */
static int
provider_failed(struct request *rq, enum oidc_state how, struct str why)
{
	switch (how) {
	case OIDC_DONE:
		break;
	case OIDC_ABSENT:
	case OIDC_SILENT:
		return refused(rq, 502, fill(rq, N_("{1} does not answer, or not as it should. Nothing was "
		    "changed. Try again in a minute; if it goes on, tell those who run this site.")), why);
	case OIDC_REFUSED:
		return refused(rq, 403, fill(rq, N_("The login at {1} took too long, or was used before. "
		    "Log in again.")), why);
	case OIDC_FORGED:
		return refused(rq, 403, fill(rq, N_("What {1} answered does not belong to this login, so it "
		    "was not believed. Log in again; if it goes on, tell those who run this site.")), why);
	}
	return 500;
}

static int
handle_provider(struct request *rq)
{
	struct str        secret = secret_new(rq->arena), url = STR_NONE, why = STR_NONE;
	struct oidc_login l = login_of(rq->arena, secret);
	enum oidc_state   how;
	int               status = client_of(rq) != NULL ? login_is_safe(rq) : 404;

	if (status != 0)
		return status;
	status = sso_ask_begin(rq);
	if (status != 0)
		return not_in(rq, status, rq->detail);
	how = oidc_begin(rq->arena, client_of(rq), &l, &url, &why);
	sso_ask_end(rq, how == OIDC_SILENT);
	if (how != OIDC_DONE)
		return provider_failed(rq, how, why);
	write_cookie(rq, secret, login_next(rq->query.text[QUERY_NEXT]));
	rq->location = url;
	return 303;
}

/* To the provider's own log-out, and back to ours. */
static int
handle_provider_out(struct request *rq)
{
	const struct sso_settings *m = sso_settings_of(rq);
	struct str      url = STR_NONE, why = STR_NONE, back;
	enum oidc_state how;
	int             status = client_of(rq) != NULL ? sso_ask_begin(rq) : 404;

	if (status != 0)
		return status == 404 ? status : not_in(rq, status, rq->detail);
	back = arena_printf(rq->arena, STR_FMT "/" STR_FMT "/login", STR_ARG(m->site), STR_ARG(rq->lang.code));
	how = oidc_leave(rq->arena, client_of(rq), back, &url, &why);
	sso_ask_end(rq, how == OIDC_SILENT);
	if (how != OIDC_DONE)
		return provider_failed(rq, how, why);
	rq->location = url.len > 0 ? url : back;
	return 303;
}

/* ---- and back ---- */

static struct str
asked(const struct request *rq, const char *name)
{
	struct str value;

	return address_get(rq->address, str_from(name), &value) ? value : STR_NONE;
}

static bool
is_code(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] <= ' ' || s.at[i] >= 127)
			return false;
	return s.len > 0 && s.len <= OIDC_CODE_MAX;
}

/* One whom somebody vouches for, in or not. */
static int
enter(struct request *rq, struct deed *d, struct oidc_person who, struct under_way *w)
{
	const struct sso_settings *m = sso_settings_of(rq);
	const struct snapshot     *sn = &rq->edition->sn;
	struct sso_entry           e = { .who = who, .before = rq->session };
	struct contact             c = contact_of(sn);

	switch (sso_enter(d, m, sn, &e)) {
	case SSO_IN:
		staff_cookie(rq, e.token);
		rq->location = login_start(rq, w->next, e.lang);
		return 303;
	case SSO_USED:
		return not_in(rq, 400, say(&rq->lang, "This login was used before. Log in again."));
	case SSO_NO_ROLE:
		sso_log(rq, STR("somebody came none of whose groups has a role here"));
		return not_in(rq, 403, text_fill(rq->arena, c.mail.len > 0
		    ? say(&rq->lang, "{1} knows who you are, but none of your groups there has a role here. "
		          "Ask your own administration to be put into a group that has one, or write to {2}.")
		    : say(&rq->lang, "{1} knows who you are, but none of your groups there has a role here. "
		          "Ask your own administration to be put into a group that has one."),
		    (const struct str[]){ m->title, c.mail }, 2));
	case SSO_CLOSED:
		return not_in(rq, 403, say(&rq->lang, "Your account here is closed. Ask the one who manages "
		    "the accounts."));
	case SSO_FAILED:
		return 500;
	}
	return 500;
}

/* Who she is, for the code; else the status of a page that was written. */
static int
take_person(struct request *rq, const struct oidc_client *c, const struct oidc_login *l,
            struct oidc_person *who)
{
	struct str      code = asked(rq, "code"), iss = asked(rq, "iss"), why = STR_NONE;
	enum oidc_state how;
	int             status;

	if (iss.len > 0 && !str_eq(iss, c->issuer))
		return provider_failed(rq, OIDC_FORGED, STR("the answer names another issuer"));
	if (!is_code(code))
		return refused(rq, 403, fill(rq, N_("{1} did not let you in.")),
		    STR("the provider gave no code"));
	status = sso_ask_begin(rq);
	if (status != 0)
		return not_in(rq, status, rq->detail);
	how = oidc_take(rq->arena, c, l, code, who, &why);
	sso_ask_end(rq, how == OIDC_SILENT);
	return how == OIDC_DONE ? 0 : provider_failed(rq, how, why);
}

static int
handle_back(struct request *rq)
{
	struct deed        d = staff_deed(rq);
	struct under_way   w;
	struct oidc_login  l;
	struct oidc_person who;
	struct lang        lang;
	bool               used = false, known;
	const struct oidc_client *c = client_of(rq);
	int                status = c != NULL ? login_is_safe(rq) : 404;

	if (status != 0)
		return status;
	known = read_cookie(rq, &w);
	if (lang_find(w.lang, &lang))
		rq->lang = lang;
	l = login_of(rq->arena, w.secret);
	staff_set_login_cookie(rq, STR_NONE);
	if (!known || !secret_same(l.state, asked(rq, "state")))
		return not_in(rq, 400, say(&rq->lang, "This login was not begun in this browser, took too "
		    "long, or was used before. Log in again."));
	d.who = NULL;
	d.nonce = l.state;
	d.location = login_start(rq, w.next, STR_NONE);
	if (!sso_used(&d, &used))
		return 500;
	if (used)
		return not_in(rq, 400, say(&rq->lang, "This login was used before. Log in again."));
	status = take_person(rq, c, &l, &who);
	return status != 0 ? status : enter(rq, &d, who, &w);
}

/* ---- a gateway ---- */

/* False: there are two of it, or it is no text. */
static bool
take_header(const struct request *rq, struct str name, struct str *ret)
{
	size_t n = 0;

	for (size_t i = 0; i < rq->http->headers; i++)
		n += guard_same(rq->http->header[i].name, name);
	*ret = str_trim(guard_header(rq->http, name));
	return n <= 1 && utf8_check(*ret) == SIZE_MAX && ret->len <= (size_t)OIDC_VALUE_MAX * 8;
}

static bool
take_headers(struct request *rq, const struct sso_headers *h, struct oidc_person *who)
{
	struct str groups;

	who->issuer = STR(SSO_GATEWAY);
	if (!take_header(rq, h->user, &who->subject) || !take_header(rq, h->name, &who->title) ||
	    !take_header(rq, h->mail, &who->mail) || !take_header(rq, h->groups, &groups) ||
	    who->subject.len == 0 || who->subject.len > OIDC_VALUE_MAX)
		return false;
	who->name = who->subject;
	who->group = ARENA_ARRAY(rq->arena, struct str, OIDC_GROUPS_MAX);
	while (groups.len > 0 && who->groups < OIDC_GROUPS_MAX)
		who->group[who->groups++] = str_trim(str_cut(&groups, ';'));
	return true;
}

static int
handle_gateway(struct request *rq)
{
	const struct sso_settings *m = sso_settings_of(rq);
	struct deed        d = staff_deed(rq);
	struct under_way   w = { .next = rq->query.text[QUERY_NEXT] };
	struct oidc_person who = { .groups = 0 };
	int                status = m != NULL && m->socket.len > 0 ? login_is_safe(rq) : 404;

	if (status != 0)
		return status;
	if (!rq->service->sso->on_socket)
		return refused(rq, 403, say(&rq->lang, "Nobody is vouched for over this connection."),
		    STR("headers of a gateway were refused: they did not come over its socket"));
	if (!take_headers(rq, &m->header, &who))
		return refused(rq, 400, fill(rq, N_("{1} did not say who you are.")),
		    STR("a gateway's headers were refused: none, twice, or no text"));
	d.who = NULL;
	return enter(rq, &d, who, &w);
}

const struct route routes_sso[ROUTES_SSO] = {
	{ METHOD_GET, STR_INIT("/:lang/login/provider"), ACCESS_PUBLIC, NEEDS_STORE, QUERY_BIT(NEXT),
	  handle_provider, "To the provider that says who somebody is", NULL },
	{ METHOD_GET, STR_INIT(SSO_BACK), ACCESS_PUBLIC, NEEDS_STORE, 0, handle_back,
	  "Back from the provider; opens a session", NULL },
	{ METHOD_GET, STR_INIT("/:lang/login/provider/out"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_provider_out, "To the provider, to log out there", NULL },
	{ METHOD_GET, STR_INIT("/:lang/login/gateway"), ACCESS_PUBLIC, NEEDS_STORE, QUERY_BIT(NEXT),
	  handle_gateway, "Opens a session for whom a gateway vouches", NULL },
};
