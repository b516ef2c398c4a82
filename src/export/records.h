/* records.h - things of the register as JSON: `pejl list` and `pejl show`. */
#ifndef EXPORT_RECORDS_H
#define EXPORT_RECORDS_H

#include "export/json.h"
#include "model/record.h"

/* {"id","title","source":{"document","line","column","quote"}, ...}. `document`
 * is null for what a person recorded; "recorded" says who and when. */
void export_record_open(struct json *j, const struct record *r);  /* without its end */
void export_records(struct json *j, const struct records *list);
void export_source(struct json *j, const struct source *s);

#endif
