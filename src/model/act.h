/* act.h - what members of staff do, as the trail calls it: one row an act. */
#ifndef MODEL_ACT_H
#define MODEL_ACT_H

#include "model/fault.h"

/* id, code, what was done (a text of the pages) */
#define ACTS(X)                                                          \
	X(LOG_IN, "session.open", N_("logged in"))                           \
	X(LOG_OUT, "session.close", N_("logged out"))                        \
	X(REFUSED, "access.refused", N_("was refused"))                      \
	X(READ, "work.read", N_("read a page of the staff"))                 \
	X(MADE, "register.made", N_("made a thing of the register"))         \
	X(CHANGED, "register.changed", N_("changed a thing of the register")) \
	X(METHOD, "register.method", N_("changed how an indicator is measured")) \
	X(RETIRED, "register.retired", N_("took a thing of the register out of use")) \
	X(UNDONE, "register.undone", N_("undid a change of the register"))

enum act_id {
#define X(id, code, words) ACT_##id,
	ACTS(X)
#undef X
	ACT_COUNT
};

struct act_info {
	struct str  code;
	const char *words;              /* English; say() it */
};

extern const struct act_info act_info[ACT_COUNT];

#endif
