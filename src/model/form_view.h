/* form_view.h - a status form: what a unit says about an initiative for a period, and
 * how far it has come.
 *
 * A form is of one initiative and one period. Each save is a version; what was approved
 * by the committee becomes a status report of the register when it is laid before the
 * council, and not before.
 */
#ifndef MODEL_FORM_VIEW_H
#define MODEL_FORM_VIEW_H

#include "core/period.h"
#include "model/barometer.h"

/* id, code, Danish, English */
#define FORM_STATES(X)                                                              \
	X(DRAFT, "draft", "kladde", "draft")                                        \
	X(SUBMITTED, "submitted", "indsendt", "submitted")                          \
	X(RETURNED, "returned", "sendt retur", "sent back")                         \
	X(UNIT_APPROVED, "unit_approved", "godkendt af forvaltningen",              \
	  "approved by the administration")                                         \
	X(APPROVED, "approved", "godkendt af udvalget", "approved by the committee") \
	X(LAID, "laid", "forelagt rådet", "laid before the council")

enum form_state {
#define X(id, code, da, en) FORM_##id,
	FORM_STATES(X)
#undef X
	FORM_STATE_COUNT
};

struct form_head {                      /* one form in a list */
	int64_t         id;
	int64_t         initiative;     /* thing */
	int32_t         from, to;       /* the period, half open */
	enum form_state state;
	int64_t         version;        /* number of the newest, from 1 */
	struct str      changed_at, changed_by;
};

struct form_heads {
	struct form_head *at;
	size_t            len;
};

#endif
