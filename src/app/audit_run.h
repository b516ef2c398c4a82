/* audit_run.h - the audit of papers, read from files.
 *
 * Each file is read, recognised and audited on its own, on all processors, and what
 * several say of the same is held against each other (audit/across.h); the reports are
 * one, sorted. No register is needed and nothing is written. A file that cannot be
 * read is a diag, and the others are audited all the same. What a file takes up is
 * released when it is done, but for what is said of it.
 */
#ifndef APP_AUDIT_RUN_H
#define APP_AUDIT_RUN_H

#include "audit/across.h"
#include "base/diag.h"
#include "model/finding.h"

/* `as_of` NULL: each document is judged at its own date. What holds is told when
 * `held`, else only counted. Everything is in `a`. False: at least one file could not
 * be read; `*ret` is then what the others gave. */
MUST_CHECK bool audit_files(struct arena *a, const struct str *path, size_t n,
                            const int32_t *as_of, bool held, struct diags *d,
                            struct audit_report *ret);

/* One paper that was read already, called `file`: what is said of it, and what it
 * says that others may say otherwise (NULL: nobody asks). All of it lives in `kept`,
 * nothing is borrowed from the paper. */
struct audit_report audit_run_paper(struct arena *kept, const struct document *doc,
                                    struct str file, const int32_t *as_of, struct facts *facts);

#endif
