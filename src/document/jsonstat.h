/* jsonstat.h - a table of figures in JSON-stat, as statistics bureaus send it.
 *
 * Version 2.0 (a flat dataset) and 1.x as StatBank Denmark writes it (all within
 * "dataset"; id, size and role within "dimension"). Values are an array, or an object
 * of those that are there. A figure is kept as it was written: no digit is lost. A
 * byte order mark is passed over. Refused with one diag: what is no JSON-stat (a web page, an
 * error), more than JSONSTAT_CELLS_MAX cells, a dimension that is missing or named
 * twice, a code without place, more or fewer values than cells. (json-stat.org/full)
 */
#ifndef DOCUMENT_JSONSTAT_H
#define DOCUMENT_JSONSTAT_H

#include "base/diag.h"

#define JSONSTAT_CELLS_MAX      1000000
#define JSONSTAT_DIMENSIONS_MAX 16
#define JSONSTAT_BYTES_MAX      ((size_t)64 << 20)

enum jsonstat_role { JSONSTAT_OTHER, JSONSTAT_TIME, JSONSTAT_GEO, JSONSTAT_METRIC };

struct jsonstat_dimension {
	struct str         id, label;
	enum jsonstat_role role;
	struct str        *code, *text; /* `len` of each; the text may be empty */
	size_t             len;
};

struct jsonstat {
	struct str                 label, source, updated;
	struct jsonstat_dimension *dimension;
	size_t                     dimensions;
	struct str                *value;       /* row-major; empty: missing */
	struct str                *status;      /* beside `value`; NULL: none was sent */
	size_t                     cells;
};

/* Texts are copied to `a`. */
MUST_CHECK bool jsonstat_read(struct arena *a, struct str name, struct str text, struct diags *d,
                              struct jsonstat *ret);

/* The place of `code` in the dimension, or SIZE_MAX. */
size_t jsonstat_code(const struct jsonstat_dimension *d, struct str code);

/* A StatBank's refusal, {"errorTypeCode": "...", "message": "..."}. False: something else. */
MUST_CHECK bool jsonstat_refusal(struct arena *a, struct str text, struct str *code,
                                 struct str *message);

#endif
