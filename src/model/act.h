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
	X(READ, "work.read", N_("read a page of the staff"))             \
	X(FORM_OPEN, "form.open", N_("began a status form"))                 \
	X(FORM_SAVE, "form.save", N_("saved a status form"))                 \
	X(FORM_SUBMIT, "form.submit", N_("submitted a status form"))         \
	X(FORM_WITHDRAW, "form.withdraw", N_("withdrew a status form"))      \
	X(FORM_RETURN, "form.return", N_("sent a status form back"))         \
	X(FORM_APPROVE_UNIT, "form.approve_unit",                            \
	  N_("approved a status form for the administration"))               \
	X(FORM_APPROVE_COMMITTEE, "form.approve_committee",                  \
	  N_("approved a status form for the committee"))                    \
	X(FORM_LAY, "form.lay", N_("laid a status form before the council")) \
	X(FORM_UNLOCK, "form.unlock", N_("unlocked a status form"))           \
	X(EXTEND, "duty.extend", N_("extended a deadline"))                  \
	X(DELIVER, "duty.deliver", N_("recorded a delivery"))                \
	X(PROMISE_KEEP, "promise.keep", N_("said which status keeps a promise")) \
	X(PROMISE_DROP, "promise.drop", N_("gave a promise up"))             \
	X(REMIND, "duty.remind", N_("sent a reminder"))                      \
	X(CALENDAR_MAKE, "calendar.make", N_("made an address of a calendar")) \
	X(CALENDAR_DROP, "calendar.drop", N_("took an address of a calendar back"))

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
