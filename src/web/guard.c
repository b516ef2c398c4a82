#include "web/guard.h"
#include <string.h>

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool
guard_same(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.at[i]) != lower(b.at[i]))
			return false;
	return true;
}

struct str
guard_header(const struct http_request *rq, struct str name)
{
	for (size_t i = 0; i < rq->headers; i++)
		if (guard_same(rq->header[i].name, name))
			return rq->header[i].value;
	return STR_NONE;
}

static size_t
count_header(const struct http_request *rq, struct str name)
{
	size_t n = 0;

	for (size_t i = 0; i < rq->headers; i++)
		n += guard_same(rq->header[i].name, name);
	return n;
}

/* RFC 9110, 5.6.2 */
static bool
is_token_byte(char c)
{
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '-')
		return true;
	return c != '\0' && strchr("!#$%&'*+.^_`|~", c) != NULL;
}

static bool
is_token(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_token_byte(s.at[i]))
			return false;
	return s.len > 0;
}

static bool
has_control(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if ((c < ' ' && c != '\t') || c == 127)
			return true;
	}
	return false;
}

static bool
is_digits(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
	return s.len > 0 && s.len <= 18;
}

static bool
is_path(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] <= ' ' || s.at[i] >= 127)
			return false;
	return str_starts(s, STR("/"));
}

/* METHOD TARGET VERSION CRLF, NAME: VALUE CRLF ..., CRLF; the blank after a colon
 * may be left out. */
static bool
adds_up(const struct http_request *rq)
{
	size_t least = rq->method.len + 1 + rq->target.len + 1 + rq->version.len + 2 + 2;

	for (size_t i = 0; i < rq->headers; i++)
		least += rq->header[i].name.len + 1 + rq->header[i].value.len + 2;
	return rq->head >= least && rq->head <= least + rq->headers;
}

static struct str
framing_problem(const struct http_request *rq)
{
	size_t     lengths = count_header(rq, STR("Content-Length"));
	size_t     codings = count_header(rq, STR("Transfer-Encoding"));
	size_t     hosts = count_header(rq, STR("Host"));
	struct str coding = guard_header(rq, STR("Transfer-Encoding"));

	if (hosts > 1)
		return STR("more than one Host");
	if (hosts == 0 && !str_eq(rq->version, STR("HTTP/1.0")))
		return STR("no Host");
	if (lengths > 1)
		return STR("more than one Content-Length");
	if (codings > 1)
		return STR("more than one Transfer-Encoding");
	if (lengths > 0 && codings > 0)
		return STR("both Content-Length and Transfer-Encoding");
	if (lengths > 0 && !is_digits(guard_header(rq, STR("Content-Length"))))
		return STR("a Content-Length that is no number");
	if (codings > 0 && !guard_same(coding, STR("chunked")))
		return STR("a Transfer-Encoding that is not chunked");
	return STR_NONE;
}

static bool
has_long_body(const struct http_request *rq)
{
	struct str length = guard_header(rq, STR("Content-Length"));
	int64_t    n, most = str_eq(rq->method, STR("POST")) ? GUARD_POST_MAX : GUARD_BODY_MAX;

	return length.len > 0 && str_int(length, &n) && n > most;
}

/* What is too much, not wrong. */
static int
excess_status(const struct http_request *rq)
{
	if (rq->too_long)
		return 414;
	return rq->too_many ? 431 : 0;
}

int
guard_status(const struct http_request *rq)
{
	int status = excess_status(rq);

	if (status != 0)
		return status;
	if (guard_problem(rq).len > 0)
		return 400;
	return has_long_body(rq) ? 413 : 0;
}

struct str
guard_problem(const struct http_request *rq)
{
	if (rq->too_many)
		return STR("too many headers");
	if (rq->too_long)
		return STR("too long a target");
	if (!is_token(rq->method))
		return STR("a method that is no token");
	if (!is_path(rq->target))
		return STR("a target that is no path");
	for (size_t i = 0; i < rq->headers; i++) {
		if (!is_token(rq->header[i].name))
			return STR("a header name that is no token");
		if (has_control(rq->header[i].value))
			return STR("a control byte in a header");
	}
	if (!adds_up(rq))
		return STR("a head that is not the sum of its lines");
	return framing_problem(rq);
}
