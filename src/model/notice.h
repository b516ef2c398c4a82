/* notice.h - what a member of staff is told by mail, once each, in one message a day. */
#ifndef MODEL_NOTICE_H
#define MODEL_NOTICE_H

#include "model/fault.h"

/* id, code, what it is (texts of the pages and the message) */
#define NOTICES(X)                                                       \
	X(SOON, "due_soon", N_("Due within a week"))                     \
	X(LATE, "late", N_("Late"))                                      \
	X(RETURNED, "returned", N_("Sent back to be mended"))            \
	X(APPROVE, "approve", N_("Waits for your approval"))             \
	X(APPROVED, "approved", N_("Approved"))                          \
	X(REMINDER, "reminder", N_("Reminders"))                         \
	X(REPORT, "error_report", N_("Errors that readers reported"))

enum notice_kind {
#define X(id, code, words) NOTICE_##id,
	NOTICES(X)
#undef X
	NOTICE_KIND_COUNT
};

struct notice_info {
	struct str  code;
	const char *words;              /* English; say() it */
};

extern const struct notice_info notice_info[NOTICE_KIND_COUNT];

/* NOTICE_KIND_COUNT: there is none such. */
enum notice_kind notice_from_code(struct str code);

struct notice {
	int64_t          account;
	enum notice_kind kind;
	struct str       mark;          /* what it is: told once */
	struct str       words;         /* what it is about, as the register calls it */
	struct str       path;          /* behind the language: "work/form/12" */
	bool             has_due;
	int32_t          due;
};

struct notices {
	struct notice *at;
	size_t         len, cap;
};

#endif
