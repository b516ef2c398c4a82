#include "web/staff.h"
#include "app/session.h"
#include "port/clock.h"
#include "port/secret.h"
#include "view/lang.h"
#include "web/form.h"
#include "web/guard.h"
#include "web/handlers.h"
#include "web/service.h"
#include "web/sso.h"

#define LOGIN_SECONDS (10 * 60)        /* at a provider */

void
staff_door_close(struct staff_door *d)
{
	store_close(d->store);
	d->store = NULL;
}

/* To the log; the next request opens anew. */
static int
give_up(struct staff_door *d, struct diags *problems)
{
	struct buf lines;

	if (d->store != NULL)
		(void)store_problem(d->store, problems);
	if (d->log.say != NULL) {
		buf_init(&lines, 1 << 16);
		diags_write(problems, &lines);
		d->log.say(d->log.to, buf_str(&lines));
		buf_free(&lines);
	}
	staff_door_close(d);
	return 500;
}

/* ---- the cookie ---- */

static bool
is_tls(const struct request *rq)
{
	return rq->service != NULL && rq->service->behind &&
	    guard_same(guard_header(rq->http, STR("X-Forwarded-Proto")), STR("https"));
}

/* "[::1]:8080" without its port. */
static struct str
host_name(const struct request *rq)
{
	struct str host = guard_header(rq->http, STR("Host"));
	size_t     end = str_find(host, str_starts(host, STR("[")) ? STR("]") : STR(":"), 0);

	if (end == SIZE_MAX)
		return host;
	return str_slice(host, 0, host.at[end] == ']' ? end + 1 : end);
}

bool
staff_is_safe(const struct request *rq)
{
	static const struct str own[] = {
		STR_INIT("127.0.0.1"), STR_INIT("localhost"), STR_INIT("[::1]"),
	};
	struct str host = host_name(rq);

	for (size_t i = 0; i < COUNT_OF(own); i++)
		if (guard_same(host, own[i]))
			return true;
	return is_tls(rq);
}

struct str
staff_site(const struct request *rq)
{
	return arena_printf(rq->arena, "%s://" STR_FMT, is_tls(rq) ? "https" : "http",
	    STR_ARG(guard_header(rq->http, STR("Host"))));
}

static struct str
cookie_name(const struct request *rq)
{
	return is_tls(rq) ? STR(STAFF_COOKIE_TLS) : STR(STAFF_COOKIE);
}

static struct str
cookie_value(const struct http_request *http, struct str name)
{
	struct str rest = guard_header(http, STR("Cookie"));

	while (rest.len > 0) {
		struct str value = str_trim(str_cut(&rest, ';')), key = str_cut(&value, '=');

		if (str_eq(key, name))
			return value;
	}
	return STR_NONE;
}

bool
staff_works(const struct http_request *http)
{
	return cookie_value(http, STR(STAFF_COOKIE)).len > 0 ||
	    cookie_value(http, STR(STAFF_COOKIE_TLS)).len > 0;
}

static void
set_cookie(struct request *rq, struct str name, struct str value, int seconds)
{
	rq->cookie = arena_printf(rq->arena, STR_FMT "=" STR_FMT
	    "; Path=/; HttpOnly; SameSite=Lax; Max-Age=%d%s", STR_ARG(name), STR_ARG(value),
	    value.len > 0 ? seconds : 0, is_tls(rq) ? "; Secure" : "");
}

void
staff_cookie(struct request *rq, struct str token)
{
	set_cookie(rq, cookie_name(rq), token, SESSION_SECONDS);
}

static struct str
login_name(const struct request *rq)
{
	return is_tls(rq) ? STR(STAFF_LOGIN_TLS) : STR(STAFF_LOGIN);
}

struct str
staff_login_cookie(const struct request *rq)
{
	return cookie_value(rq->http, login_name(rq));
}

void
staff_set_login_cookie(struct request *rq, struct str value)
{
	set_cookie(rq, login_name(rq), value, LOGIN_SECONDS);
}

/* ---- who ---- */

static enum right
right_of(enum access access)
{
	return (enum right)(access - ACCESS_STAFF - 1);
}

static bool
may_enter(const struct request *rq)
{
	if (rq->route->access == ACCESS_PUBLIC)
		return true;
	return rq->actor != NULL && (rq->route->access == ACCESS_STAFF ||
	    access_has(rq->actor, right_of(rq->route->access)));
}

/* To the login, and back here after it. */
static int
to_login(struct request *rq)
{
	struct query next = { .given = QUERY_BIT(NEXT) };

	if (rq->route->method == METHOD_POST) {
		rq->detail = say(&rq->lang, "You are no longer logged in, so nothing was saved. Log in "
		    "in another tab, come back here, and send it again.");
		return 403;
	}
	next.text[QUERY_NEXT] = rq->http->target;
	if (rq->http->target.len > QUERY_TEXT_MAX)
		next.given = 0;
	rq->location = arena_printf(rq->arena, "/" STR_FMT "/login" STR_FMT, STR_ARG(rq->lang.code),
	    STR_ARG(request_query(rq, &next)));
	return 303;
}

int
staff_knock(const struct answering *with, struct request *rq)
{
	struct viewer *v = with->viewer;
	struct diags   problems = diags_new(rq->arena);
	bool           open = false;

	if (!viewer_open(v, &problems) || !session_is_open(rq->arena, v->store,
	    cookie_value(rq->http, cookie_name(rq)), clock_unix(), &open))
		return 500;
	return open ? 0 : to_login(rq);
}

static int
refuse(struct request *rq)
{
	const struct trail_entry e = { .act = ACT_REFUSED, .thing = rq->address->path };

	rq->detail = say(&rq->lang, "Your account does not have the right to this. Ask the one who "
	    "manages the accounts.");
	if (store_begin(rq->store) && trail_add(rq->store, rq->actor, rq->now, &e) &&
	    store_commit(rq->store))
		return 403;
	store_rollback(rq->store);
	return 500;
}

/* ---- what is sent ---- */

/* "https://pejl.aeroe.dk" of the host that was asked. */
static bool
is_own(const struct request *rq, struct str origin)
{
	size_t     at = str_find(origin, STR("://"), 0);
	struct str host = guard_header(rq->http, STR("Host"));

	return at != SIZE_MAX && host.len > 0 &&
	    guard_same(str_slice(origin, at + 3, origin.len), host);
}

static bool
is_same_origin(const struct request *rq)
{
	struct str site = guard_header(rq->http, STR("Sec-Fetch-Site"));
	struct str origin = guard_header(rq->http, STR("Origin"));

	if (site.len > 0 && !guard_same(site, STR("same-origin")))
		return false;
	return origin.len > 0 && !guard_same(origin, STR("null")) ? is_own(rq, origin)
	                                                          : site.len > 0;
}

static int
take_form(struct request *rq)
{
	if (!is_same_origin(rq)) {
		rq->detail = say(&rq->lang, "This was not sent from a page of this site.");
		return 403;
	}
	if (!form_read(rq->arena, rq->http, &rq->form)) {
		rq->detail = say(&rq->lang, "The form cannot be read.");
		return 400;
	}
	/* A form of a public page has no token, since it is kept for everybody: whoever sends
	 * it does so as nobody. */
	if (rq->route->access == ACCESS_PUBLIC && !posted_has(&rq->form, STR(STAFF_TOKEN)))
		rq->actor = NULL;
	if (rq->actor == NULL)
		return 0;
	if (!secret_same(posted_raw(&rq->form, STR(STAFF_TOKEN)),
	    session_form_token(rq->arena, rq->session))) {
		rq->detail = say(&rq->lang, "This form belongs to another login. Open the page again "
		    "and send it from there.");
		return 403;
	}
	return 0;
}

static bool
take_actor(struct request *rq)
{
	rq->session = cookie_value(rq->http, cookie_name(rq));
	return session_actor(rq->arena, rq->store, rq->session, rq->unix_now, clock_today(), &rq->actor);
}

int
staff_enter(struct staff_door *d, const struct answering *with, struct request *rq)
{
	struct diags problems = diags_new(rq->arena);
	char         now[CLOCK_TEXT];

	(void)with;
	if (d->store == NULL)
		d->store = store_open(d->db, STORE_WRITE, &problems);
	if (d->store == NULL)
		return give_up(d, &problems);
	clock_write(now);
	rq->now = arena_printf(rq->arena, "%.19sZ", now);       /* whole seconds, as changes have them */
	rq->unix_now = clock_unix();
	rq->store = d->store;
	rq->cache = STR("no-store");
	sso_look(rq);
	if (!take_actor(rq))
		return give_up(d, &problems);
	if (rq->actor == NULL && rq->route->access != ACCESS_PUBLIC)
		return to_login(rq);
	if (!may_enter(rq))
		return refuse(rq);
	return rq->route->method == METHOD_POST ? take_form(rq) : 0;
}

/* A problem of the store that a handler met is told, and the connection is not trusted. */
int
staff_leave(struct staff_door *d, struct request *rq, int status)
{
	const struct trail_entry e = { .act = ACT_READ, .thing = rq->address->path };
	struct diags             problems = diags_new(rq->arena);

	store_rollback(d->store);
	if (status == 200 && rq->route->method == METHOD_GET && rq->actor != NULL && rq->route->access != ACCESS_PUBLIC &&
	    !(store_begin(d->store) && trail_add(d->store, rq->actor, rq->now, &e) &&
	    store_commit(d->store)))
		status = 500;
	store_rollback(d->store);
	return store_failed(d->store) ? give_up(d, &problems) : status;
}

/* ---- deeds ---- */

struct deed
staff_deed(struct request *rq)
{
	return (struct deed){
		.s = rq->store, .a = rq->arena, .who = rq->actor, .at = rq->now,
		.now = rq->unix_now, .nonce = posted_raw(&rq->form, STR(STAFF_NONCE)),
		.form = rq->address->path,
		.location = rq->address->path, .faults = { .arena = rq->arena },
	};
}

int
staff_ended(struct request *rq, const struct deed *d, enum deed_state how)
{
	switch (how) {
	case DEED_DONE:
		rq->location = d->location;
		return 303;
	case DEED_OPEN:
	case DEED_FAULTY:
		return 422;
	case DEED_DENIED:
		rq->detail = say(&rq->lang, "Your account does not have the right to this. Ask the one "
		    "who manages the accounts.");
		return 403;
	case DEED_MISSING:
		return 404;
	case DEED_STALE:
		rq->detail = say(&rq->lang, "Somebody else changed this meanwhile. Nothing was "
		    "overwritten.");
		return 409;
	case DEED_LOCKED:
		rq->detail = say(&rq->lang, "This is approved and can no longer be changed. It can be "
		    "unlocked by a decision that is recorded.");
		return 409;
	case DEED_FAILED:
		return 500;
	}
	return 500;
}
