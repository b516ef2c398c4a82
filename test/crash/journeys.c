#include "crash.h"
#include "port/hash.h"

int
crash_post(struct crash_site *s, struct str target, struct str nonce, struct str fields)
{
	struct answering    with = { .viewer = &s->viewer, .door = &s->door, .beside = true };
	struct arena       *a = &s->arena;
	struct http_reply   re = { 0 };
	struct answered     what;
	struct http_request rq = { .method = STR("POST"), .target = target, .version = STR("HTTP/1.1"),
	                           .read = true };

	rq.body = arena_printf(a, "token=" STR_FMT "&nonce=" STR_FMT "&" STR_FMT,
	    STR_ARG(session_form_token(a, s->token)), STR_ARG(nonce), STR_ARG(fields));
	rq.header[rq.headers++] = (struct http_header){ STR("Host"), STR("127.0.0.1") };
	rq.header[rq.headers++] = (struct http_header){ STR("Origin"), STR("http://127.0.0.1") };
	rq.header[rq.headers++] = (struct http_header){ STR("Cookie"),
	    arena_printf(a, STAFF_COOKIE "=" STR_FMT, STR_ARG(s->token)) };
	rq.header[rq.headers++] = (struct http_header){ STR("Content-Type"),
	    STR("application/x-www-form-urlencoded") };
	rq.header[rq.headers++] = (struct http_header){ STR("Content-Length"),
	    arena_printf(a, "%zu", rq.body.len) };
	rq.head = rq.method.len + 1 + rq.target.len + 1 + rq.version.len + 4;
	for (size_t i = 0; i < rq.headers; i++)
		rq.head += rq.header[i].name.len + 2 + rq.header[i].value.len + 2;
	buf_init(&re.body, HTTPD_REPLY_MAX);
	(void)answer_make(&with, &rq, a, &re, &what);
	buf_free(&re.body);
	return re.status;
}

/* ---- a deed on the register, as every form makes it ---- */

static bool
save_deed(struct crash_site *s, int i, struct str nonce)
{
	struct actor who = { .account = s->account, .title = STR("Åse Sørensen") };
	struct diags problems = diags_new(&s->arena);
	struct deed  d = { .a = &s->arena, .who = &who, .at = STR("2026-11-23T04:00:00Z"), .now = 1795000000,
	                   .nonce = nonce, .why = arena_printf(&s->arena, "Nr. %d på Ærø", i) };
	int64_t      change;

	if (s->door.store == NULL)
		s->door.store = store_open(s->door.db, STORE_WRITE, &problems);
	d.s = s->door.store;
	if (d.s == NULL)
		return false;
	switch (deed_begin(&d)) {
	case DEED_OPEN:
		break;
	case DEED_DONE:
		return true;
	case DEED_FAULTY:
	case DEED_DENIED:
	case DEED_MISSING:
	case DEED_STALE:
	case DEED_LOCKED:
	case DEED_FAILED:
		return false;
	}
	return deed_change(&d, d.why, 0, &change) && deed_trail(&d, ACT_READ, STR("crash"), STR(""), STR("")) &&
	    deed_commit(&d, STR("/da/work")) == DEED_DONE;
}

/* In the register and in the trail, or in neither. */
static int64_t
times_deed(struct crash_site *s, struct store *db, int i)
{
	struct str        why = arena_printf(&s->arena, "Nr. %d på Ærø", i);
	struct trail_rows rows;
	int64_t           changes = 0, told = 0;

	if (!store_query(db, STMT_CHANGE_ALL, NULL, 0))
		return -1;
	while (store_next(db, STMT_CHANGE_ALL))
		changes += str_eq(store_text(db, STMT_CHANGE_ALL, 3), why);
	if (!trail_read(&s->arena, db, 0, 0, 100, &rows))
		return -1;
	for (size_t k = 0; k < rows.len; k++)
		told += str_eq(rows.at[k].why, why);
	return changes == told ? changes : 100;
}

const struct journey journeys[] = {
	{ "a change of the register", NULL, save_deed, times_deed },
	{ NULL, NULL, NULL, NULL },
};
