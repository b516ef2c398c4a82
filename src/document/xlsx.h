/* xlsx.h - private to document/: a workbook from its parts, wherever they come from. */
#ifndef DOCUMENT_XLSX_H
#define DOCUMENT_XLSX_H

#include "base/diag.h"

/* The parts of an archive by name ("xl/workbook.xml"). */
struct xlsx_parts {
	void *user;
	bool (*has)(void *user, const char *part);
	bool (*read)(void *user, struct arena *a, const char *part, struct str *ret);   /* or a diag */
};

/* As lay_xlsx(). */
MUST_CHECK bool xlsx_lay(struct arena *a, struct str name, const struct xlsx_parts *parts,
                         struct diags *d, struct str *ret);

/* The rows of one sheet that hold anything, from the top: cells as they stand in a line
 * (lay.h), with their columns from 1. `sheet` empty: the first that is shown. False with a
 * diag, or when `on` says so. */
MUST_CHECK bool xlsx_rows(struct arena *a, struct str name, struct str bytes, struct str sheet,
                          bool (*on)(void *user, size_t row, const struct str *cell,
                                     const uint32_t *column, size_t n),
                          void *user, struct diags *d);

#endif
