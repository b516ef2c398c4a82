/* reports_view.h - the reports that can be made now, and in which formats.
 *
 * Filled by web/: the formats are those of report/, which pages do not see. */
#ifndef MODEL_REPORTS_VIEW_H
#define MODEL_REPORTS_VIEW_H

#include "model/release_view.h"

struct report_file {                    /* a format to take away */
	struct str ending, name;        /* "pdf", "PDF" */
	bool       slow;                /* another program makes it */
};

struct reports_view {
	struct named              policy;       /* that they are of when none is asked for */
	const struct report_file *file;
	size_t                    files;
	struct release_list       releases;
};

#endif
