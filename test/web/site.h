/* site.h - a register with a server's dispatcher in front of it, for tests of pages
 * and of the API. Includes app/register.h, so a test has a place `p`.
 */
#ifndef TEST_WEB_SITE_H
#define TEST_WEB_SITE_H

#include "../app/register.h"
#include "http_text.h"
#include "app/viewer.h"
#include "web/answer.h"
#include "web/staff.h"
#include "shown.h"

struct site {
	struct place     *p;
	struct viewer     viewer;
	struct staff_door door;
	struct http_reply reply;        /* of the last question */
	const char       *host;         /* that staff.h asks; NULL: "ærø.dk" */
	const struct service *service;
};

static inline struct site
site_open(struct place *p)
{
	return (struct site){ .p = p, .viewer = { .db = place_url(p) }, .door = { .db = place_url(p) } };
}

static inline void
site_close(struct site *s)
{
	buf_free(&s->reply.body);
	viewer_close(&s->viewer);
	staff_door_close(&s->door);
}

/* Headers with CRLF, or "". Returns the status. */
static inline int
site_ask(struct site *s, const char *target, const char *headers)
{
	const struct answering with = { .viewer = &s->viewer, .service = s->service, .beside = true };
	struct answered        what;
	struct http_request    rq;

	buf_free(&s->reply.body);
	s->reply = (struct http_reply){ 0 };
	buf_init(&s->reply.body, HTTPD_REPLY_MAX);
	http_request_read(&rq, arena_printf(&s->p->arena, "GET %s HTTP/1.1\r\nHost: a\r\n%s",
	    target, headers));
	if (s->service == NULL)
		answer(&s->viewer, &rq, &s->p->arena, &s->reply);
	else
		assert_int_equal(answer_make(&with, &rq, &s->p->arena, &s->reply, &what), HTTP_ANSWERED);
	return s->reply.status;
}

static inline struct str
site_header(const struct site *s, const char *name)
{
	for (size_t i = 0; i < s->reply.headers; i++)
		if (str_eq(s->reply.header[i].name, str_from(name)))
			return s->reply.header[i].value;
	return STR_NONE;
}

/* The body as people read it, with a NUL. */
static inline const char *
site_text(struct site *s)
{
	return shown(&s->p->arena, buf_str(&s->reply.body));
}

static inline void
site_says(struct site *s, const char *words)
{
	if (strstr(site_text(s), words) == NULL)
		fail_msg("\"%s\" is not in: %.4000s", words, site_text(s));
}

static inline void
site_says_not(struct site *s, const char *words)
{
	if (strstr(site_text(s), words) != NULL)
		fail_msg("\"%s\" is in: %.4000s", words, site_text(s));
}

#endif
