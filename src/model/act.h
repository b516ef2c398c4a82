/* act.h - what members of staff do, as the trail calls it: one row an act. */
#ifndef MODEL_ACT_H
#define MODEL_ACT_H

#include "model/fault.h"

/* id, code, what was done (a text of the pages) */
#define ACTS(X) \
	X(LOG_IN, "session.open", N_("logged in")) \
	X(LOG_OUT, "session.close", N_("logged out")) \
	X(REFUSED, "access.refused", N_("was refused")) \
	X(READ, "work.read", N_("read a page of the staff")) \
	X(LOG_IN_REFUSED, "session.refused", N_("was not let in")) \
	X(LOG_OUT_ALL, "session.close_all", N_("logged out everywhere")) \
	X(ACCOUNT_ADD, "account.add", N_("made an account")) \
	X(ACCOUNT_TELL, "account.change", N_("changed an account")) \
	X(ACCOUNT_GRANT, "account.grant", N_("gave a role")) \
	X(ACCOUNT_UNGRANT, "account.ungrant", N_("took a role away")) \
	X(ACCOUNT_STAND_IN, "account.stand_in", N_("named a stand-in")) \
	X(ACCOUNT_STAND_OUT, "account.stand_out", N_("ended a stand-in")) \
	X(ACCOUNT_DISABLE, "account.disable", N_("closed an account")) \
	X(ACCOUNT_ENABLE, "account.enable", N_("opened an account again")) \
	X(ACCOUNT_RESET, "account.reset", N_("made a new link to an account")) \
	X(ACCOUNT_PASSWORD, "account.password", N_("chose a password")) \
	X(ACCOUNT_FACTOR, "account.factor", N_("set up a second factor")) \
	X(ACCOUNT_LANG, "account.lang", N_("chose a language")) \
	X(ACCOUNT_ERASE, "account.erase", N_("erased a person")) \
	X(TRAIL_INSIGHT, "trail.insight", N_("took out what is kept about a person")) \
	X(TRAIL_ERASE, "trail.erase", N_("erased the texts of old rows")) \
	X(MADE, "register.made", N_("made a thing of the register")) \
	X(CHANGED, "register.changed", N_("changed a thing of the register")) \
	X(METHOD, "register.method", N_("changed how an indicator is measured")) \
	X(MEASURED, "register.measured", N_("recorded measurements")) \
	X(RETIRED, "register.retired", N_("took a thing of the register out of use")) \
	X(PAPER_SEND, "paper.send", N_("sent a paper to be read")) \
	X(UNDONE, "register.undone", N_("undid a change of the register")) \
	X(FORM_OPEN, "form.open", N_("began a status form")) \
	X(FORM_SAVE, "form.save", N_("saved a status form")) \
	X(FORM_SUBMIT, "form.submit", N_("submitted a status form")) \
	X(FORM_WITHDRAW, "form.withdraw", N_("withdrew a status form")) \
	X(FORM_RETURN, "form.return", N_("sent a status form back")) \
	X(FORM_APPROVE_UNIT, "form.approve_unit", N_("approved a status form for the administration")) \
	X(FORM_APPROVE_COMMITTEE, "form.approve_committee", N_("approved a status form for the committee")) \
	X(FORM_LAY, "form.lay", N_("laid a status form before the council")) \
	X(FORM_UNLOCK, "form.unlock", N_("unlocked a status form")) \
	X(PAPER_TAKE, "paper.take", N_("took a paper in")) \
	X(PAPER_ACCEPT, "paper.accept", N_("accepted what was read in a paper")) \
	X(PAPER_CORRECT, "paper.correct", N_("corrected and accepted what was read in a paper")) \
	X(PAPER_REJECT, "paper.reject", N_("rejected what was read in a paper")) \
	X(PAPER_UNDO, "paper.undo", N_("took back what was done with a paper")) \
	X(FINDING_ANSWER, "finding.answer", N_("answered what the audit found")) \
	X(EXTEND, "duty.extend", N_("extended a deadline")) \
	X(DELIVER, "duty.deliver", N_("recorded a delivery")) \
	X(PROMISE_KEEP, "promise.keep", N_("said which status keeps a promise")) \
	X(PROMISE_DROP, "promise.drop", N_("gave a promise up")) \
	X(REMIND, "duty.remind", N_("sent a reminder")) \
	X(CALENDAR_MAKE, "calendar.make", N_("made an address of a calendar")) \
	X(CALENDAR_DROP, "calendar.drop", N_("took an address of a calendar back")) \
	X(COUNCIL_TEXT, "council.text", N_("wrote a text of a report")) \
	X(COUNCIL_LAY, "council.lay", N_("laid a report before the council")) \
	X(REPORT_ERROR, "report.make", N_("reported an error")) \
	X(ANSWER_REPORT, "report.answer", N_("answered a report of an error")) \
	X(MESSAGES, "mail.choose", N_("chose which messages to get")) \
	X(MESSAGE_DECIDED, "mail.decide", N_("decided on a message that was stuck")) \
	X(SOURCE_TRY, "source.try", N_("tried what a source would bring")) \
	X(SOURCE_FETCH, "source.fetch", N_("asked for the figures of a source")) \
	X(SOURCE_SETTLE, "source.settle", N_("decided how a broken series goes on")) \
	X(SOURCE_TOOK, "source.took", N_("figures of a source came")) \
	/* the end */

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
