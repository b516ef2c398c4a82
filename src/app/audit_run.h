/* audit_run.h - the audit of papers, read from files.
 *
 * Each file is read, recognised and audited on its own, on all processors, and what
 * several say of the same is held against each other (audit/across.h), in the order in
 * which they are named. No register is needed and nothing is written. A file that cannot be
 * read is a diag, and the others are audited all the same. What a file takes up is
 * released when it is done, and what is said of it when it was told.
 */
#ifndef APP_AUDIT_RUN_H
#define APP_AUDIT_RUN_H

#include "audit/across.h"
#include "base/diag.h"
#include "model/finding.h"

/* What is said of one file, sorted. All of it is in `kept`, which is freed when the function
 * returns, unless it was joined to another arena. */
typedef void audit_take(void *context, const struct audit_report *r, struct arena *kept);

/* Each file that can be read, by name: one is told as soon as those with earlier names are, so
 * that files named in the order of their names are not waited for. `take` is called on any
 * thread, never twice at a time. `as_of` NULL: each document is judged at its own date. What
 * holds is told when `held`, else only counted. False: at least one file could not be read. */
MUST_CHECK bool audit_each(const struct str *path, size_t n, const int32_t *as_of, bool held,
                           struct diags *d, audit_take *take, void *context);

/* The same as one report, sorted, in `a`; false: `*ret` is what the others gave. */
MUST_CHECK bool audit_files(struct arena *a, const struct str *path, size_t n,
                            const int32_t *as_of, bool held, struct diags *d,
                            struct audit_report *ret);

/* One paper that was read already, called `file`: what is said of it, and what it
 * says that others may say otherwise (NULL: nobody asks). All of it lives in `kept`,
 * nothing is borrowed from the paper. */
struct audit_report audit_run_paper(struct arena *kept, const struct document *doc,
                                    struct str file, const int32_t *as_of, struct facts *facts);

#endif
