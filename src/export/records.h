/* records.h - things of the register as JSON: `pejl list` and `pejl show`. */
#ifndef EXPORT_RECORDS_H
#define EXPORT_RECORDS_H

#include "export/schema.h"
#include "model/record.h"

/* {"noun","id","title",<columns>,"source":{"document","line","column","quote"},
 * "recorded":{"change","at","who"}}. A column that says nothing is left out; in a
 * source what there is not is null: a person's record has no document. The noun
 * is not called kind, which is a column of some. */
void export_record_open(struct json *j, const struct record *r);  /* without its end */
void export_records(struct json *j, const struct records *list);
void export_source(struct json *j, const struct source *s);

extern const struct schema schemas_records[];

#endif
