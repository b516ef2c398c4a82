/* schema.h - what the answers in JSON look like, as rows: beside each writer of
 * export/ stands the table of what it writes. The description of the API is
 * written from them, and a test holds every answer against it, so that a row that
 * is not what is written fails.
 *
 * Types: "string", "integer", "boolean", "decimal" (exact, as text: "59.90"),
 * "number" (degrees on a map, and no figure),
 * "date" (2009-06-01), "time" (2009-06-01T04:00:00Z), "uri" (of this site),
 * "object" and "array" (whose keys or items are data), a schema
 * by its name ("Source"), an enclosed list ("Source[]"), or null as well ("date?").
 * one of several ("integer|string").
 * "Page(Verdict)" is a page of a list, see web/paging.h.
 */
#ifndef EXPORT_SCHEMA_H
#define EXPORT_SCHEMA_H

#include "export/json.h"

struct schema_field {
	const char *name;               /* "lang?": may be left out. NULL ends a table */
	const char *type;
	const char *about;              /* may be NULL */
};

struct schema {
	const char                *name, *about;        /* a NULL name ends a table */
	const struct schema_field *field;               /* an object of these, nothing else */
	struct str               (*code)(size_t i);     /* without fields: one of these words, */
	size_t                     codes;               /* so many; an empty one is none */
};

/* The members of "components/schemas" in OpenAPI 3.1: name and JSON Schema. */
void schema_write_table(struct json *j, const struct schema *table);

/* A JSON Schema of this type. */
void schema_write_type(struct json *j, struct str type);

#endif
