/* paper_lay.h - a file that somebody gives, as text that a reader reads. */
#ifndef APP_PAPER_LAY_H
#define APP_PAPER_LAY_H

#include "document/document.h"

/* Text, Markdown, CSV and TSV are text already; pages and workbooks are laid out here, and
 * documents of Word and LibreOffice by pandoc, in a process of its own, once their archive
 * was looked through (document/lay.h). False with a diag. `*ret` is in `a` or `bytes`. */
MUST_CHECK bool paper_lay(struct arena *a, struct str name, enum format format, struct str bytes,
                          struct diags *d, struct str *ret);

/* The same and read. */
MUST_CHECK bool paper_read(struct arena *a, struct str name, struct str bytes, struct diags *d,
                           struct document *ret);

#endif
