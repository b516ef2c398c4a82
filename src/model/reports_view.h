/* reports_view.h - the reports that can be made now, and in which formats.
 *
 * Filled by web/: the formats are those of report/, which pages do not see. */
#ifndef MODEL_REPORTS_VIEW_H
#define MODEL_REPORTS_VIEW_H

#include "model/report_view.h"

struct report_file {                    /* a format to take away */
	struct str ending, name;        /* "pdf", "PDF" */
};

struct reports_view {
	struct named              policy;       /* that they are of when none is asked for */
	struct named             *policies;     /* of all, by title */
	size_t                    policies_len;
	const struct report_file *file;
	size_t                    files;
};

#endif
