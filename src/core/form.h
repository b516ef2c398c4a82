/* form.h - how far a status form has come, and which step takes it further.
 *
 * Pure: one row a transition. A form is filled in, submitted, approved for the
 * administration and then for the committee, and laid before the council; on the way
 * it can be taken back or sent back with a note. From its submission it is locked: who
 * holds the right by which it was locked may unlock it, by a decision with a reason.
 * Nobody approves what is her own: that she submitted, or wrote last. UNLAID and RELAID are
 * steps that nobody takes: they follow from undoing a change of the register.
 */
#ifndef CORE_FORM_H
#define CORE_FORM_H

#include "core/access.h"

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

/* id, code, Danish, English (what was done); what is to be said with it; approves */
#define FORM_STEPS(X)                                                                          \
	X(SUBMIT, "submit", "indsendt", "submitted", FORM_SAYS_NOTHING, false)                \
	X(WITHDRAW, "withdraw", "trukket tilbage", "withdrawn", FORM_SAYS_NOTHING, false)     \
	X(RETURN, "return", "sendt retur", "sent back", FORM_SAYS_NOTE, false)                \
	X(APPROVE_UNIT, "approve_unit", "godkendt for forvaltningen",                         \
	  "approved for the administration", FORM_SAYS_NOTHING, true)                         \
	X(APPROVE_COMMITTEE, "approve_committee", "godkendt for udvalget",                    \
	  "approved for the committee", FORM_SAYS_NOTHING, true)                              \
	X(LAY, "lay", "forelagt rådet", "laid before the council", FORM_SAYS_NOTHING, false)  \
	X(UNLOCK, "unlock", "låst op", "unlocked", FORM_SAYS_REASON, false)                   \
	X(UNLAID, "unlaid", "forelæggelsen er taget tilbage", "the laying was taken back",    \
	  FORM_SAYS_NOTHING, false)                                                           \
	X(RELAID, "relaid", "forelæggelsen gælder igen", "the laying holds again",            \
	  FORM_SAYS_NOTHING, false)

enum form_step {
#define X(id, code, da, en, says, approves) FORM_STEP_##id,
	FORM_STEPS(X)
#undef X
	FORM_STEP_COUNT
};

enum form_says { FORM_SAYS_NOTHING, FORM_SAYS_NOTE, FORM_SAYS_REASON };

struct form_transition {
	enum form_step  step;
	enum form_state from, to;
	enum right      right;
};

extern const struct form_transition form_transition[];
extern const size_t                 form_transitions;

/* NULL: it does not lead anywhere from there. */
const struct form_transition *form_leads(enum form_state from, enum form_step step);

bool           form_is_open(enum form_state s);         /* may be filled in */
struct str     form_state_code(enum form_state s);
struct str     form_state_title(enum form_state s, bool danish);
MUST_CHECK bool form_state_from_code(struct str code, enum form_state *ret);
struct str     form_step_code(enum form_step s);
struct str     form_step_title(enum form_step s, bool danish);
MUST_CHECK bool form_step_from_code(struct str code, enum form_step *ret);
enum form_says form_step_says(enum form_step s);
bool           form_step_approves(enum form_step s);

/* How an answer stands to its target, and whether the goal is expected to be reached.
 * id, code, Danish, English */
#define FORM_ANSWERS(X)                                                                   \
	X(DIRECT, "measures", "måler målet", "measures the goal")                         \
	X(PROXY, "proxy", "er en tilnærmelse", "is a proxy")                              \
	X(OTHER, "other", "måler ikke målet", "does not measure the goal")

#define FORM_EXPECTATIONS(X)                                                              \
	X(YES, "yes", "ja", "yes")                                                        \
	X(NO, "no", "nej", "no")                                                          \
	X(CHANGED, "changed", "ja, hvis noget ændres", "yes, if something is changed")

enum form_answer {
#define X(id, code, da, en) FORM_ANSWER_##id,
	FORM_ANSWERS(X)
#undef X
	FORM_ANSWER_COUNT
};

enum form_expected {
#define X(id, code, da, en) FORM_EXPECTED_##id,
	FORM_EXPECTATIONS(X)
#undef X
	FORM_EXPECTED_COUNT
};

struct str form_answer_code(enum form_answer a);
struct str form_answer_title(enum form_answer a, bool danish);
MUST_CHECK bool form_answer_from_code(struct str code, enum form_answer *ret);
struct str form_expected_code(enum form_expected e);
struct str form_expected_title(enum form_expected e, bool danish);
MUST_CHECK bool form_expected_from_code(struct str code, enum form_expected *ret);

#endif
