/* answering_view.h - findings that somebody may answer: by document or thing, and one by
 * one. Filled by app/answering. */
#ifndef MODEL_ANSWERING_VIEW_H
#define MODEL_ANSWERING_VIEW_H

#include "model/finding.h"
#include "model/thing_page.h"

struct answering_row {
	struct str         file;        /* as findings name it */
	struct thing_shown about;
	size_t             errors, findings, answered;
};

struct answering_list {
	struct answering_row *at;       /* what has errors without an answer first */
	size_t                len;
};

struct answering_finding {
	const struct finding *finding;
	struct str            digest, field;    /* field: what the form calls the words */
};

struct answering_view {
	struct str                file;
	struct thing_shown        about;
	struct answering_finding *at;
	size_t                    len;
};

#endif
