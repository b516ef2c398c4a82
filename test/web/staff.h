/* staff.h - somebody who is logged in, for tests of the staff's side. Includes site.h.
 *
 *	struct person åse = staff_person(&site, db, "åse", "Åse Sørensen", "contributor", 0);
 *	staff_ask(&site, &åse, "/da/work");
 *	staff_post(&site, &åse, "/da/work/log-out", "");
 */
#ifndef TEST_WEB_STAFF_H
#define TEST_WEB_STAFF_H

#include "site.h"
#include "app/session.h"
#include "port/clock.h"
#include "web/service.h"

struct person {
	int64_t    account;
	struct str token;               /* of her session; empty: not logged in */
	int        nonces;
};

static inline int64_t
staff_account(struct site *s, struct store *db, const char *name, const char *title)
{
	int64_t      id;
	struct param p[] = { P_INT(0), P_TEXT(str_from(name)), P_TEXT(str_from(title)),
	                     P_TEXT(arena_printf(&s->p->arena, "%s@ærø.dk", name)), P_TEXT(STR("da")),
	                     P_TEXT(STR("")), P_INT(clock_unix()) };

	assert_true(store_get_int(db, STMT_ACCOUNT_LAST, NULL, 0, &id));
	p[0] = P_INT(id + 1);
	assert_true(store_run(db, STMT_ACCOUNT_ADD, p, COUNT_OF(p)));
	return id + 1;
}

static inline void
staff_grant(struct store *db, int64_t account, const char *role, int64_t unit)
{
	struct param p[] = { P_INT(account), P_TEXT(str_from(role)), P_INT(unit), P_INT(0) };

	assert_true(store_run(db, STMT_GRANT_ADD, p, COUNT_OF(p)));
}

/* With one role, for `unit` or (0) all, and logged in. */
static inline struct person
staff_person(struct site *s, struct store *db, const char *name, const char *title,
             const char *role, int64_t unit)
{
	struct person who = { 0 };

	assert_true(store_begin(db));
	who.account = staff_account(s, db, name, title);
	if (role != NULL)
		staff_grant(db, who.account, role, unit);
	assert_true(session_open(&s->p->arena, db, who.account, clock_unix(), &who.token));
	assert_true(store_commit(db));
	return who;
}

/* A whole request as a browser sends it from a page of ours; `who` NULL: nobody. */
static inline int
staff_send(struct site *s, const struct person *who, const char *method, const char *target,
           struct str headers, struct str body)
{
	struct answering    with = { .viewer = &s->viewer, .door = &s->door, .beside = true,
	                             .service = s->service };
	const char         *host = s->host != NULL ? s->host : "ærø.dk";
	const char         *cookie = s->service != NULL && s->service->behind ? STAFF_COOKIE_TLS : STAFF_COOKIE;
	struct http_request rq;
	struct answered     what;

	buf_free(&s->reply.body);
	s->reply = (struct http_reply){ 0 };
	buf_init(&s->reply.body, HTTPD_REPLY_MAX);
	http_request_read(&rq, arena_printf(&s->p->arena, "%s %s HTTP/1.1\r\nHost: %s\r\n%s%s%s"
	    STR_FMT "%s" STR_FMT, method, target, host, who != NULL ? "Cookie: " : "",
	    who != NULL ? cookie : "", who != NULL ? "=" : "",
	    STR_ARG(who != NULL ? who->token : STR_NONE), who != NULL ? "\r\n" : "", STR_ARG(headers)));
	rq.read = true;
	rq.body = body;
	assert_int_equal(answer_make(&with, &rq, &s->p->arena, &s->reply, &what), HTTP_ANSWERED);
	return s->reply.status;
}

static inline int
staff_ask(struct site *s, const struct person *who, const char *target)
{
	return staff_send(s, who, "GET", target, STR_NONE, STR_NONE);
}

#define STAFF_OWN "Origin: https://ærø.dk\r\nContent-Type: application/x-www-form-urlencoded\r\n"

/* `fields`: "title=Flere+%C3%B8boere&...", with the nonce `nonce`, or one of its own when
 * it is NULL. */
static inline int
staff_post_nonce(struct site *s, const struct person *who, const char *target,
                 const char *fields, const char *nonce)
{
	struct arena *a = &s->p->arena;
	struct str    token = who != NULL ? session_form_token(a, who->token) : STR_NONE;
	struct str    body = arena_printf(a, "token=" STR_FMT "&nonce=%s&%s", STR_ARG(token), nonce,
	    fields);
	struct str    own = s->host == NULL ? STR(STAFF_OWN)
	    : arena_printf(a, "Origin: https://%s\r\nContent-Type: application/x-www-form-urlencoded\r\n",
	          s->host);

	return staff_send(s, who, "POST", target, arena_printf(a, STR_FMT "Content-Length: %zu",
	    STR_ARG(own), body.len), body);
}

static inline int
staff_post(struct site *s, const struct person *who, const char *target, const char *fields)
{
	static int nonces;

	return staff_post_nonce(s, who, target, fields,
	    arena_printf(&s->p->arena, "%032d", ++nonces).at);
}

#endif
