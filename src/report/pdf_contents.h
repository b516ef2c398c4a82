/* pdf_contents.h - the update that pdf.h speaks of. For report/pdf.c alone. */
#ifndef REPORT_PDF_CONTENTS_H
#define REPORT_PDF_CONTENTS_H

#include "base/arena.h"
#include "base/buf.h"

/* Appends to `b`, which holds the whole of `pdf`, page numbers for its contents: the links
 * from the first on that reach to the same right end, before any that does not. Nothing
 * where the file is not as Chromium writes it. */
void pdf_number_contents(struct buf *b, struct str pdf);

#endif
