#include "web/service.h"
#include "export/json.h"
#include "port/clock.h"

static const int64_t bounds[] = {
#define X(us, text) us,
	TALLY_TIMES(X)
#undef X
};

/* One thread writes, so a plain addition is enough; others read it whole. */
static void
count(tally_count *c, size_t n)
{
	atomic_store_explicit(c, atomic_load_explicit(c, memory_order_relaxed) + n,
	    memory_order_relaxed);
}

static size_t
time_class(int64_t us)
{
	size_t i = 0;

	while (i < COUNT_OF(bounds) && us > bounds[i])
		i++;
	return i;
}

static size_t
route_row(const struct route *r)
{
	size_t i = r != NULL ? route_index(r) : SERVICE_ROUTES;

	return i < SERVICE_ROUTES ? i : SERVICE_ROUTES;
}

/* Methods come from outside: only those that HTTP names are written. */
static struct str
known_method(struct str method)
{
	static const struct str known[] = {
		STR_INIT("GET"), STR_INIT("HEAD"), STR_INIT("POST"), STR_INIT("PUT"),
		STR_INIT("PATCH"), STR_INIT("DELETE"), STR_INIT("OPTIONS"), STR_INIT("TRACE"),
		STR_INIT("CONNECT"),
	};

	for (size_t i = 0; i < COUNT_OF(known); i++)
		if (str_eq(method, known[i]))
			return method;
	return STR("other");
}

/* One line into `b`. */
static struct json
log_open(struct buf *b, struct str level)
{
	struct json j = { .out = b };
	char        now[CLOCK_TEXT];

	clock_write(now);
	json_object(&j);
	json_member(&j, "time", str_from(now));
	json_member(&j, "level", level);
	return j;
}

static void
log_close(const struct service *s, struct json *j)
{
	json_end(j);
	buf_char(j->out, '\n');
	if (buf_ok(j->out))
		s->out.say(s->out.to, buf_str(j->out));
}

static void
log_request(const struct service *s, const struct served *what)
{
	struct buf  b;
	struct json j;

	buf_init(&b, 4096);
	j = log_open(&b, what->status >= 500 ? STR("error") : STR("info"));
	json_member(&j, "method", known_method(what->method));
	json_member(&j, "route", what->route != NULL ? what->route->path : STR("none"));
	json_member_int(&j, "status", what->status);
	json_member_count(&j, "bytes", what->bytes);
	json_member_int(&j, "us", what->us);
	json_member_bool(&j, "cached", what->cached);
	log_close(s, &j);
	buf_free(&b);
}

void
service_served(struct service *s, struct tally *t, const struct served *what)
{
	size_t class = (size_t)(what->status / 100);

	if (class >= 1 && class <= TALLY_CLASSES)
		count(&t->requests[route_row(what->route)][class - 1], 1);
	count(&t->times[time_class(what->us)], 1);
	count(&t->us, (size_t)what->us);
	count(&t->bytes, what->bytes);
	count(&t->hits, what->cached);
	count(&t->packed, what->packed);
	count(&t->unchanged, what->status == 304);
	if (s->out.say == NULL || s->log == SERVICE_LOG_NONE)
		return;
	if (s->log == SERVICE_LOG_ALL || what->status >= 500)
		log_request(s, what);
}

void
service_ring(const struct service *s, enum service_bell which)
{
	if (s != NULL && s->bell[which] != NULL)
		atomic_store(s->bell[which], true);
}

void
service_say(const struct service *s, struct str line)
{
	struct buf  b;
	struct json j;

	if (s->out.say == NULL || s->log == SERVICE_LOG_NONE || line.len == 0)
		return;
	buf_init(&b, 1 << 16);
	j = log_open(&b, STR("error"));
	json_member(&j, "message", line);
	log_close(s, &j);
	buf_free(&b);
}

void
service_problem(void *of, struct str lines)
{
	const struct service *s = of;

	while (lines.len > 0)
		service_say(s, str_trim(str_cut(&lines, '\n')));
}
