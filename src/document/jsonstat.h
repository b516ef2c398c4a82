/* jsonstat.h - a table of figures in JSON-stat, as statistics bureaus send it.
 *
 * Version 2.0 (a flat dataset) and 1.x as StatBank Denmark writes it (all within
 * "dataset"; id, size and role within "dimension"). Values are an array, or an object
 * of those that are there. A byte order mark is passed over. Refused with one diag: what is
 * no JSON-stat (a web page, an error), more than FIGURES_CELLS_MAX cells, a dimension that is
 * missing or named twice, a code without place, more or fewer values than cells.
 * (json-stat.org/full)
 */
#ifndef DOCUMENT_JSONSTAT_H
#define DOCUMENT_JSONSTAT_H

#include "document/figures.h"

/* Texts are copied to `a`. */
MUST_CHECK bool jsonstat_read(struct arena *a, struct str name, struct str text, struct diags *d,
                              struct figures *ret);

/* Only its dimensions, as a description of a table has them: no cell is read, and there may
 * be any number. */
MUST_CHECK bool jsonstat_read_sides(struct arena *a, struct str name, struct str text,
                                    struct diags *d, struct figures *ret);

/* A refusal: StatBank's {"errorTypeCode": "...", "message": "..."}, PxWeb's {"error": "..."}
 * and {"type": "...", "title": "..."}. The code may be empty. False: something else. */
MUST_CHECK bool jsonstat_refusal(struct arena *a, struct str text, struct str *code,
                                 struct str *message);

#endif
