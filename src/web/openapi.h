/* openapi.h - the description of the API (OpenAPI 3.1), written from the route tables:
 * paths, what they take and answer, and every schema. Nothing of it is written by
 * hand, so nothing of it can be out of date.
 */
#ifndef WEB_OPENAPI_H
#define WEB_OPENAPI_H

#include "export/json.h"

void openapi_write(struct json *j);

/* /api/v1: what can be asked for, in short. */
void openapi_write_index(struct json *j);

#endif
