/* tableinfo.h - what a bureau says of a table before it is asked for figures: its variables
 * and their codes.
 *
 * StatBank's tableinfo ({"id", "text", "unit", "updated", "footnote", "variables": [{"id", "text",
 * "elimination", "time", "values": [{"id", "text"}]}]}) and the table of PxWeb, version 1
 * ({"title", "variables": [{"code", "text", "elimination", "time", "values": [],
 * "valueTexts": []}]}). Version 2 answers in JSON-stat: see jsonstat_read_sides().
 */
#ifndef DOCUMENT_TABLEINFO_H
#define DOCUMENT_TABLEINFO_H

#include "document/figures.h"

/* No cells: only dimensions. False with a diag. */
MUST_CHECK bool tableinfo_read(struct arena *a, struct str name, struct str text, struct diags *d,
                               struct figures *ret);

/* What a bureau lets one ask at a time; 0: it does not say. */
struct tableinfo_limits {
	int64_t cells, values;          /* of one answer; codes of one question */
	int64_t calls, seconds;         /* so many questions in so long */
};

/* {"maxCells", "maxValues", "maxCalls", "timeWindow"} of PxWeb, version 1; {"maxDataCells",
 * "maxCallsPerTimeWindow", "timeWindow"} of 2. False: it is none. */
MUST_CHECK bool tableinfo_limits(struct arena *a, struct str text, struct tableinfo_limits *ret);

#endif
