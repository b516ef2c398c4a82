/* http_text.h - requests written as text, for tests that need no socket. */
#ifndef TEST_WEB_HTTP_TEXT_H
#define TEST_WEB_HTTP_TEXT_H

#include "port/httpd.h"

static inline struct str
http_line(struct str *rest)
{
	struct str line = str_cut(rest, '\n');

	return str_ends(line, STR("\r")) ? str_slice(line, 0, line.len - 1) : line;
}

/* "METHOD TARGET VERSION CRLF NAME: VALUE CRLF ...", without the empty line. As
 * the server library does, a value ends at a NUL; `head` counts every byte. */
static inline void
http_request_read(struct http_request *rq, struct str text)
{
	struct str rest = text, first = http_line(&rest);

	*rq = (struct http_request){ .head = text.len + 2 };
	rq->method = str_cut(&first, ' ');
	rq->target = str_cut(&first, ' ');
	rq->too_long = rq->target.len > HTTPD_TARGET_MAX;
	rq->target = str_slice(rq->target, 0, HTTPD_TARGET_MAX);
	rq->version = first;
	while (rest.len > 0) {
		struct str value = http_line(&rest), name = str_cut(&value, ':');

		if (rq->headers == HTTPD_HEADERS_MAX) {
			rq->too_many = true;
			return;
		}
		while (value.len > 0 && value.at[0] == ' ')
			value = str_slice(value, 1, value.len);
		rq->header[rq->headers++] = (struct http_header){ name, str_cut(&value, '\0') };
	}
}

#endif
