/* printer.h - a page of ours as PDF, by a browser or a typesetter that runs beside us.
 *
 * Chromium (Debian's chromium-headless-shell, else chromium) makes PDFs with tags and
 * bookmarks. It gets an empty profile of its own that is removed afterwards, a proxy and
 * a resolver that reach nothing, and limits; it and its children are ended when it takes
 * too long. As root it has no sandbox around it. WeasyPrint is for machines without it.
 *
 * The page is one file that asks for nothing else.
 */
#ifndef PORT_PRINTER_H
#define PORT_PRINTER_H

#include "base/diag.h"
#include "port/child.h"

#define PRINTER_BYTES_MAX ((size_t)256 << 20)
#define PRINTER_SECONDS   60            /* a report of hundreds of pages takes ten */

struct printing {
	struct str html;
	struct str where;               /* of diags: the file that is to be made */
	int        seconds;             /* that it may take */
};

/* The PDF is in `a`. ABSENT is no problem yet and adds no diag; FAILED and LATE add one.
 * `*ret` is untouched unless OK. */
MUST_CHECK enum child_status printer_chromium(struct arena *a, const struct printing *p, struct diags *d,
                                              struct str *ret);
MUST_CHECK enum child_status printer_weasyprint(struct arena *a, const struct printing *p, struct diags *d,
                                                struct str *ret);

#endif
