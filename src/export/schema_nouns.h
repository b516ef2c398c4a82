/* schema_nouns.h - the part of export/schema.h that follows from model/nouns.h. */
#ifndef EXPORT_SCHEMA_NOUNS_H
#define EXPORT_SCHEMA_NOUNS_H

#include "export/json.h"

/* Members of "components/schemas": a record of each public noun, and "Record". */
void schema_write_nouns(struct json *j);

#endif
