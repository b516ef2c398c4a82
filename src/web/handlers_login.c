/* The way in. Whoever asks is nobody yet, but for the token of half a session. */
#include "app/login.h"
#include "port/clock.h"
#include "port/qr.h"
#include "port/totp.h"
#include "view/pages/login.h"
#include "web/handlers.h"
#include "web/sso.h"
#include "web/staff.h"

int
login_is_safe(struct request *rq)
{
	if (staff_is_safe(rq))
		return 0;
	rq->detail = say(&rq->lang, "Nobody can log in over this connection, since it is not encrypted: "
	    "a password could be read on its way. Use the address that begins with https, or, on the "
	    "machine itself, 127.0.0.1.");
	return 403;
}

/* A form that somebody who is logged in may send, too. */
static struct form_view
open_form(struct request *rq, const struct faults *faults)
{
	struct form_view f = { .faults = faults, .posted = faults != NULL ? &rq->form : NULL };

	if (rq->actor != NULL)
		f.token = session_form_token(rq->arena, rq->session);
	rq->own_page = faults != NULL;
	return f;
}

/* ---- where to go then ---- */

static bool
is_plain(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];

		if (c <= ' ' || c >= 127 || c == '\\' || c == '"' || c == '<' || c == '>')
			return false;
	}
	return true;
}

struct str
login_next(struct str next)
{
	struct str         rest = next, path = str_cut(&rest, '?');
	struct route_match m;

	if (next.len > QUERY_TEXT_MAX || path.len == 0 || path.at[0] != '/' || !is_plain(next))
		return STR_NONE;
	m = route_find(path, METHOD_GET);
	return m.route != NULL && m.lang.len > 0 && m.route->method == METHOD_GET ? next : STR_NONE;
}

struct str
login_start(struct request *rq, struct str next, struct str lang)
{
	struct lang l = rq->lang;

	if (login_next(next).len > 0)
		return next;
	if (lang.len > 0 && !lang_find(lang, &l))
		l = rq->lang;
	return arena_printf(rq->arena, "/" STR_FMT "/work", STR_ARG(l.code));
}

static struct str
factor_address(struct request *rq, struct str next)
{
	struct query q = { .given = login_next(next).len > 0 ? QUERY_BIT(NEXT) : 0 };

	q.text[QUERY_NEXT] = next;
	return arena_printf(rq->arena, "/" STR_FMT "/login/factor" STR_FMT, STR_ARG(rq->lang.code),
	    STR_ARG(request_query(rq, &q)));
}

/* ---- name and password ---- */

/* A gateway's headers come with its own address, which it leads to. */
static struct login_ways
ways_of(const struct request *rq)
{
	const struct sso_settings *m = sso_settings_of(rq);

	if (m == NULL)
		return (struct login_ways){ .provider = false };
	return (struct login_ways){
		.title = m->title, .provider = m->oidc.issuer.len > 0, .gateway = m->socket.len > 0,
	};
}

static int
handle_login(struct request *rq)
{
	struct form_view f = open_form(rq, NULL);
	struct page      p;
	int              status = login_is_safe(rq);

	if (status != 0)
		return status;
	if (rq->actor != NULL) {
		rq->location = login_start(rq, rq->query.text[QUERY_NEXT], rq->actor->lang);
		return 303;
	}
	p = request_page(rq);
	p.query = STR_NONE;
	login_page(&p, &f, ways_of(rq), login_next(rq->query.text[QUERY_NEXT]));
	return 200;
}

static int
again(struct request *rq, const struct faults *faults)
{
	struct form_view f = open_form(rq, faults);
	struct page      p = request_page(rq);

	f.summary = N_("You were not let in");
	login_page(&p, &f, ways_of(rq), login_next(posted_raw(&rq->form, STR("next"))));
	return 422;
}

/* As people type it: capital letters at the start of a line are the keyboard's. */
static struct str
small(struct arena *a, struct str s)
{
	char *to = ARENA_ARRAY(a, char, s.len + 1);

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];
		/* U+00C0 to U+00DE, but for the multiplication sign. */
		bool capital = i > 0 && s.at[i - 1] == '\xc3' && c < 0x9f && c != 0x97;

		to[i] = capital || (c >= 'A' && c <= 'Z') ? (char)(c + ('a' - 'A')) : s.at[i];
	}
	return (struct str){ to, s.len };
}

static int
refused(struct request *rq, struct deed *d)
{
	fault_add(&d->faults, STR_NONE, N_("The name, the password or the code is not right, or it was "
	    "tried too often: then the next try counts only after a while, of {1} minutes at most."),
	    STR("15"));
	return again(rq, &d->faults);
}

static int
handle_log_in(struct request *rq)
{
	struct deed  d = staff_deed(rq);
	struct str   next = posted_raw(&rq->form, STR("next"));
	struct login l = { .today = clock_today(), .before = rq->session };
	int          status = login_is_safe(rq);

	if (status != 0)
		return status;
	l.name = small(rq->arena, posted_wanted(&rq->form, &d.faults, STR("name"), 200, false));
	l.password = posted_wanted(&rq->form, &d.faults, STR("password"), 200, false);
	l.code = posted_text(&rq->form, &d.faults, STR("code"), 40, false);
	if (d.faults.len > 0)
		return again(rq, &d.faults);
	switch (login_try(&d, &l)) {
	case LOGIN_IN:
		rq->location = login_start(rq, next, l.lang);
		break;
	case LOGIN_HALF:
		rq->location = factor_address(rq, next);
		break;
	case LOGIN_REFUSED:
		return refused(rq, &d);
	case LOGIN_NO_KEY:
		fault_add(&d.faults, STR_NONE, N_("Your password is right, but the server has lost the key to "
		    "its second factors, so your code cannot be checked. Ask an administrator to reset your "
		    "account; then you set up a new one."), STR_NONE);
		return again(rq, &d.faults);
	case LOGIN_FAILED:
		return 500;
	}
	staff_cookie(rq, l.token);
	return 303;
}

/* ---- a second factor ---- */

int
request_factor(struct request *rq, bool half, struct factor_view *ret)
{
	struct deed         d = staff_deed(rq);
	const struct actor *who = NULL;
	struct str          issuer = rq->edition->authority.title;

	if (!login_offer(&d, rq->session, half, &ret->secret, &who))
		return 500;
	if (d.faults.len > 0) {
		rq->detail = say(&rq->lang, d.faults.at[0].words);
		return 503;
	}
	if (ret->secret.len == 0)
		return 303;
	issuer = issuer.len > 0 ? arena_printf(rq->arena, "Pejl " STR_FMT, STR_ARG(issuer))
	                        : STR("Pejl");
	ret->link = totp_link(rq->arena, issuer, who->name, ret->secret);
	ret->side = 0;
	if (!qr_make(rq->arena, ret->link, &ret->square, &ret->side))
		ret->side = 0;          /* the secret can be typed */
	return 0;
}

static int
to_start(struct request *rq)
{
	rq->location = arena_printf(rq->arena, "/" STR_FMT "/login", STR_ARG(rq->lang.code));
	return 303;
}

static int
show_factor(struct request *rq, struct str next, const struct faults *faults)
{
	struct factor_view m = { .side = 0 };
	struct form_view   f = open_form(rq, faults);
	struct page        p;
	int                status = request_factor(rq, true, &m);

	if (status != 0) {
		rq->own_page = false;
		return status == 303 ? to_start(rq) : status;
	}
	p = request_page(rq);
	p.query = STR_NONE;
	factor_page(&p, &f, &m, login_next(next));
	return faults != NULL ? 422 : 200;
}

static int
handle_factor(struct request *rq)
{
	return show_factor(rq, rq->query.text[QUERY_NEXT], NULL);
}

static int
handle_take_factor(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	struct str      next = posted_raw(&rq->form, STR("next")), token = STR_NONE;
	enum deed_state how;

	d.location = login_start(rq, next, STR_NONE);
	how = login_factor(&d, rq->session, &rq->form, &token);
	if (how == DEED_FAULTY)
		return show_factor(rq, next, &d.faults);
	if (how == DEED_MISSING)
		return to_start(rq);
	if (token.len > 0 && how == DEED_DONE)
		staff_cookie(rq, token);
	return staff_ended(rq, &d, how);
}

/* ---- links that work once ---- */

static int
is_used_up(struct request *rq)
{
	rq->detail = say(&rq->lang, "This link was used, is older than a day, or was replaced by a newer "
	    "one. Ask those who manage the accounts for a new one.");
	return 404;
}

static int
show_link(struct request *rq, const struct faults *faults)
{
	struct form_view f = open_form(rq, faults);
	enum login_link  what;
	struct str       name;
	struct page      p;

	if (!login_link(rq->arena, rq->store, rq->id, rq->unix_now, &what, &name))
		return 500;
	if (what == LOGIN_LINK_NONE) {
		rq->own_page = false;
		return is_used_up(rq);
	}
	p = request_page(rq);
	link_page(&p, &f, name, what == LOGIN_LINK_FIRST);
	return faults != NULL ? 422 : 200;
}

static int
handle_link(struct request *rq)
{
	int status = login_is_safe(rq);

	return status != 0 ? status : show_link(rq, NULL);
}

static int
handle_use_link(struct request *rq)
{
	struct deed     d = staff_deed(rq);
	enum deed_state how;
	int             status = login_is_safe(rq);

	if (status != 0)
		return status;
	d.location = arena_printf(rq->arena, "/" STR_FMT "/login", STR_ARG(rq->lang.code));
	how = login_link_use(&d, rq->id, &rq->form);
	if (how == DEED_FAULTY)
		return show_link(rq, &d.faults);
	return how == DEED_MISSING ? is_used_up(rq) : staff_ended(rq, &d, how);
}

const struct route routes_login[ROUTES_LOGIN] = {
	{ METHOD_GET, STR_INIT("/:lang/login"), ACCESS_PUBLIC, NEEDS_STORE, QUERY_BIT(NEXT),
	  handle_login, "The way in for staff", NULL },
	{ METHOD_POST, STR_INIT("/:lang/login"), ACCESS_PUBLIC, NEEDS_STORE, 0, handle_log_in,
	  "Opens a session", NULL },
	{ METHOD_GET, STR_INIT("/:lang/login/factor"), ACCESS_PUBLIC, NEEDS_STORE, QUERY_BIT(NEXT),
	  handle_factor, "A second factor is set up at the first login", NULL },
	{ METHOD_POST, STR_INIT("/:lang/login/factor"), ACCESS_PUBLIC, NEEDS_STORE, 0,
	  handle_take_factor, "Takes the second factor, and opens the session", NULL },
	{ METHOD_GET, STR_INIT("/:lang/password/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0, handle_link,
	  "A link that works once: to choose a password", NULL },
	{ METHOD_POST, STR_INIT("/:lang/password/:id"), ACCESS_PUBLIC, NEEDS_STORE, 0, handle_use_link,
	  "Takes the password", NULL },
};
