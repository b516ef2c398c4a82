/* format.h - a report as a file: the formats there are, and what writes each.
 *
 * PDF is printed by Chromium from the HTML, by WeasyPrint where that is not installed
 * (which the last page says), DOCX is made by pandoc: children with limits. The others
 * are written here. The same tree gives the same bytes, in PDF and DOCX with the same
 * version of those programs.
 */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include "base/diag.h"
#include "report/tree.h"

#define REPORT_FORMATS(X)                                                                     \
	X(HTML, "html", "text/html; charset=utf-8")                                           \
	X(PDF, "pdf", "application/pdf")                                                      \
	X(DOCX, "docx",                                                                       \
	  "application/vnd.openxmlformats-officedocument.wordprocessingml.document")          \
	X(XLSX, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")  \
	X(MARKDOWN, "md", "text/markdown; charset=utf-8")

enum report_format {
#define X(id, code, media) REPORT_FORMAT_##id,
	REPORT_FORMATS(X)
#undef X
	REPORT_FORMAT_COUNT
};

struct str report_format_code(enum report_format f);    /* "pdf", as files end */
struct str report_format_media(enum report_format f);

/* By how a file name ends, or by the code alone. */
MUST_CHECK bool report_format_of(struct str name, enum report_format *ret);

/* The bytes, in `a`. `site`: "https://pejl.example", where links lead; empty: not known.
 * False: a diag at `where` (a program that is not there, ended or took too long; a table
 * too large for a sheet). A note says when WeasyPrint stood in. */
MUST_CHECK bool report_make(struct arena *a, const struct tree *t, enum report_format f,
                            struct str site, struct str where, struct diags *d, struct str *ret);

/* The same as a file, which is there whole or, when this fails, as it was. */
MUST_CHECK bool report_write(struct arena *a, const struct tree *t, struct str site,
                             struct str path, struct diags *d);

#endif
