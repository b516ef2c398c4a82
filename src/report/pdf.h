/* pdf.h - what a printed report still needs, done to the bytes of its PDF.
 *
 * Dates become the report's own, and nodes of the tree are counted from one, so that the same
 * report is the same file. A claim to
 * be PDF/UA is taken out: nobody checked it. Page numbers are put behind the entries of
 * the contents where the printer could not (Chromium knows no target-counter()): an
 * update at the end of the file (ISO 32000-1, 7.5.6) draws them at the right end of
 * each entry's link, as an artifact. A file that is not as Chromium writes it gets none.
 */
#ifndef REPORT_PDF_H
#define REPORT_PDF_H

#include "base/arena.h"
#include "base/buf.h"

/* `made`: days. The bytes are in `a`. */
struct str pdf_finish(struct arena *a, struct str pdf, int32_t made, bool number_contents);

#endif
