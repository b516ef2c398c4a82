/* followups.h - what an initiative's planned follow-up promises, date by date: the one
 * reading of it, for the audit (`overdue`) and for pages. */
#ifndef APP_FOLLOWUPS_H
#define APP_FOLLOWUPS_H

#include "app/judge.h"
#include "model/followup.h"

/* The day an initiative is looked at: asked for, else its policy's status date, else
 * today. What is stated later than a day that was asked for is not known yet. */
int32_t followup_day(const struct snapshot *sn, const struct noun_row *initiative,
                     struct judge_when when);

/* Is a status of this day known to those who ask? */
bool    followup_knows(struct judge_when when, int32_t stated);

/* `sn` holds INITIATIVE, POLICY, STATUS_REPORT. Results are in `a`. */
struct followups followups_read(struct arena *a, const struct snapshot *sn,
                                const struct noun_row *initiative, struct judge_when when);

#endif
