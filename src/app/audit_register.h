/* audit_register.h - the audit of the register itself: its targets, indicators
 * and amounts against each other and against what they are measured by.
 *
 * The place of a finding is where its fact stands: the document's key with line
 * and column, or, of what a person recorded, "target:key". Pure over a snapshot
 * and judged rows but for audit_register(), which loads what they are. Rules,
 * code by code, are domain.md, 5.
 */
#ifndef APP_AUDIT_REGISTER_H
#define APP_AUDIT_REGISTER_H

#include "app/judge.h"
#include "model/finding.h"

#define AUDIT_NOUNS (JUDGE_NOUNS | NOUN_BIT(METHOD) | NOUN_BIT(STATUS_REPORT) |     \
	NOUN_BIT(BUDGET_LINE) | NOUN_BIT(AMOUNT) | NOUN_BIT(ANSWER) | NOUN_BIT(PROMISE))

struct audit_input {
	const struct snapshot *sn;      /* holds AUDIT_NOUNS */
	const struct barometer *judged; /* every target, as of the day of the audit */
	const bool            *measured;        /* by indicator, in the snapshot's order */
	struct judge_when      when;
};

/* All rules; sorted, in `a`, borrowing from the input. */
struct audit_report audit_rows(struct arena *a, const struct audit_input *in);

/* The register that `sn` is a snapshot of. False: a problem in the store. */
MUST_CHECK bool audit_register(struct arena *a, struct store *s, const struct snapshot *sn,
                               struct judge_when when, struct audit_report *ret);

#endif
