/* audit_run.h - the audit of papers, read from files.
 *
 * Each file is read, recognised and audited on its own; a file named twice is one
 * file. No register is needed and nothing is written. A file that cannot be read is
 * a diag, and the others are audited all the same.
 */
#ifndef APP_AUDIT_RUN_H
#define APP_AUDIT_RUN_H

#include "model/finding.h"
#include "base/diag.h"

/* The reports are one, sorted. `as_of` NULL: each document is judged at its own date.
 * Everything is in `a`. False: at least one file could not be read; `*ret` is then
 * what the others gave. */
MUST_CHECK bool audit_files(struct arena *a, const struct str *path, size_t n,
                            const int32_t *as_of, struct diags *d, struct audit_report *ret);

/* What is said of one file; it lives as long as the call. */
typedef void audit_told(void *context, const struct audit_report *of_file);

/* The same, each file told on its own, in the order of their names, as soon as it is
 * audited: what is kept does not grow with the files. */
MUST_CHECK bool audit_each(struct arena *a, const struct str *path, size_t n,
                           const int32_t *as_of, struct diags *d, audit_told *told, void *context);

#endif
