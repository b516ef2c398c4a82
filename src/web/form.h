/* form.h - the body of a POST taken apart: urlencoded, or multipart with one file.
 *
 * Percent signs are decoded once, '+' is a blank; CRLF becomes LF. A value that is no
 * UTF-8 or has control characters is kept as far as it is text, and marked: the form
 * says so at its field. Refused as a whole: "%" without two digits, more than
 * POSTED_MAX fields, a multipart body that does not end as it began.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include "model/posted.h"
#include "port/httpd.h"

/* By the Content-Type of `rq`. Texts are in `a`; the file is borrowed from the body. */
MUST_CHECK bool form_read(struct arena *a, const struct http_request *rq, struct posted *ret);

MUST_CHECK bool form_parse(struct arena *a, struct str body, struct posted *ret);
MUST_CHECK bool form_parse_parts(struct arena *a, struct str body, struct str boundary,
                                 struct posted *ret);

#endif
