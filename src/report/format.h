/* format.h - a report as bytes in any format that it can be taken away in. */
#ifndef REPORT_FORMAT_H
#define REPORT_FORMAT_H

#include "report/tree.h"

/* id, ending of the file, media type, what it is called */
#define REPORT_FORMATS(X)                                                              \
	X(HTML, "html", "text/html; charset=utf-8", "HTML")                            \
	/* the end */

enum report_format {
#define X(id, ending, media, name) FORMAT_##id,
	REPORT_FORMATS(X)
#undef X
	FORMAT_COUNT
};

struct str      report_format_ending(enum report_format f);
struct str      report_format_media(enum report_format f);
struct str      report_format_name(enum report_format f);
/* By the ending: "html". */
MUST_CHECK bool report_format_from_ending(struct str ending, enum report_format *ret);

#define REPORT_BYTES_MAX ((size_t)256 << 20)

/* `site`: "https://pejl.example", so that links lead there; empty: not known. False:
 * `*why` is a line that says so. `t` was numbered. */
MUST_CHECK bool report_format(struct arena *a, const struct tree *t, enum report_format f,
                              struct str site, struct buf *b, struct str *why);

#endif
