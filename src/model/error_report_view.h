/* error_report_view.h - a report of an error in a figure, as its pages show it. */
#ifndef MODEL_ERROR_REPORT_VIEW_H
#define MODEL_ERROR_REPORT_VIEW_H

#include "model/barometer.h"

/* id, code in the table, what became of it (a text of the pages) */
#define REPORT_STATES(X)                                                     \
	X(OPEN, "open", N_("It is not answered yet."))                       \
	X(MENDED, "mended", N_("There was an error, and it is mended."))     \
	X(NO_ERROR, "no_error", N_("The figure stands."))                    \
	X(CLOSED, "closed", N_("It was closed without an answer on the figure."))

enum report_state {
#define X(id, code, words) REPORT_##id,
	REPORT_STATES(X)
#undef X
	REPORT_STATE_COUNT
};

struct error_report {
	int64_t           id, thing, version;
	const char       *kind;         /* of what it is about, as in addresses: "indicator" */
	struct named      about, unit;
	int64_t           unit_id;      /* thing; 0: nobody in particular */
	struct str        words, answer;
	int32_t           made, answered;
	enum report_state state;
};

struct error_reports {
	struct error_report *at;
	size_t               len;
};

#endif
