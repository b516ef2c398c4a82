/* act.h - what members of staff do, as the trail calls it: one row an act. */
#ifndef MODEL_ACT_H
#define MODEL_ACT_H

#include "model/fault.h"

/* id, code, what was done (a text of the pages) */
#define ACTS(X)                                                          \
	X(LOG_IN, "session.open", N_("logged in"))                           \
	X(LOG_OUT, "session.close", N_("logged out"))                        \
	X(REFUSED, "access.refused", N_("was refused"))                      \
	X(REPORT_ERROR, "report.make", N_("reported an error"))              \
	X(ANSWER_REPORT, "report.answer", N_("answered a report of an error")) \
	X(MESSAGES, "mail.choose", N_("chose which messages to get"))        \
	X(MESSAGE_DECIDED, "mail.decide", N_("decided on a message that was stuck")) \
	X(READ, "work.read", N_("read a page of the staff"))

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
