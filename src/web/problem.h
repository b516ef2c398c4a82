/* problem.h - what went wrong, told to a program: application/problem+json (RFC 9457).
 *
 * {"type","title","status","detail","instance"}: the type is "about:blank", since the
 * status says what kind it is; title and detail are in the reader's language (?lang=,
 * else Accept-Language); the instance is the address that was asked for.
 */
#ifndef WEB_PROBLEM_H
#define WEB_PROBLEM_H

#include "export/schema.h"
#include "web/route.h"

#define PROBLEM_MEDIA "application/problem+json"

extern const struct schema schemas_problem[];

/* Is the API asked, so that its errors are problems and no pages? */
bool problem_is_wanted(const struct http_request *http);

/* Writes the reply's body and media. */
void problem_write(struct request *rq, int status);

#endif
