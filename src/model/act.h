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
	X(PAPER_TAKE, "paper.take", N_("took a paper in"))                   \
	X(PAPER_ACCEPT, "paper.accept", N_("accepted what was read in a paper")) \
	X(PAPER_CORRECT, "paper.correct", N_("corrected and accepted what was read in a paper")) \
	X(PAPER_REJECT, "paper.reject", N_("rejected what was read in a paper")) \
	X(PAPER_UNDO, "paper.undo", N_("took back what was done with a paper")) \
	X(FINDING_ANSWER, "finding.answer", N_("answered what the audit found"))

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
