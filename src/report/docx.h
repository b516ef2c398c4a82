/* docx.h - a report as a document of Word, by pandoc (port/pandoc.h) from its own tree in
 * JSON, in the styles of assets/docx. Tables are tables with heads that repeat, notes are
 * footnotes, drawings are pictures (by rsvg-convert) with their alternative text. The
 * contents are a field that Word fills with page numbers when asked.
 */
#ifndef REPORT_DOCX_H
#define REPORT_DOCX_H

#include "base/diag.h"
#include "report/tree.h"

MUST_CHECK bool report_docx(struct arena *a, const struct tree *t, struct str site, struct str where,
                            struct diags *d, struct str *ret);

#endif
