/* answers.h - what somebody said to a finding of the audit: "known, because ...".
 *
 * A finding is made anew each time, so an answer names it by what stays: the document or
 * thing, the rule, the line, and a digest of its words. It holds for as long as the rule
 * finds that there. The finding stays one, and the answer is shown beside it.
 */
#ifndef APP_ANSWERS_H
#define APP_ANSWERS_H

#include "app/snapshot.h"
#include "core/access.h"
#include "model/finding.h"

#define ANSWER_DIGEST 16                /* hexadecimal digits */

struct str answer_digest(struct arena *a, const struct finding *f);

/* Puts the answers of `sn` (ANSWER) at the findings of a report. */
void answers_apply(struct arena *a, const struct snapshot *sn, struct audit_report *r);

/* ---- who may answer ---- */

/* What a finding's file names: a document by its key, else "target:x". 0: nothing that
 * is there now. */
int64_t answers_about(const struct snapshot *sn, struct str file);

/* Has she the right FILL or EDIT for the thing, or of a document for a thing that was
 * taken from it? What belongs to no unit is for those who have it for all. `sn`: all. */
bool    answers_allowed(const struct snapshot *sn, const struct actor *who, int64_t about);

/* The same for every document, in the snapshot's order, in one pass. */
bool   *answers_allowed_documents(struct arena *a, const struct snapshot *sn,
                                  const struct actor *who);

/* The unit that a thing belongs to, itself or through what it names; 0: none. */
int64_t answers_unit(const struct snapshot *sn, int64_t thing);

#endif
