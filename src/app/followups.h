/* followups.h - what an initiative's planned follow-up and its status reports promise,
 * date by date: the one reading of it, for the audit (`overdue`), for pages, and for those
 * who owe it.
 *
 * Its text promises each date in it, and what recurs by the month or more seldom ("to gange
 * om året"). A status report promises a date after its own where it says that something
 * will be followed up (recognise/followup.h); that its words went with a later version of
 * the report does not unmake it. What a person decided or added is a PROMISE
 * of the register: with the same words and end it is about what was read.
 */
#ifndef APP_FOLLOWUPS_H
#define APP_FOLLOWUPS_H

#include "app/judge.h"
#include "app/wordings.h"
#include "model/followup.h"

/* The day an initiative is looked at: asked for, else its policy's status date, else
 * today. What is stated later than a day that was asked for is not known yet. */
int32_t followup_day(const struct snapshot *sn, const struct noun_row *initiative,
                     struct judge_when when);

/* Is a status of this day known to those who ask? */
bool    followup_knows(struct judge_when when, int32_t stated);

/* Of many initiatives: what was reported and decided is looked up once. `sn` holds
 * INITIATIVE, POLICY, TARGET, STATUS_REPORT, PROMISE and lives as long. `wordings` NULL: texts
 * are read anew. */
struct followup_reader;
const struct followup_reader *followups_open(struct arena *a, const struct snapshot *sn,
                                             struct judge_when when, struct wordings *wordings);
struct followups              followups_of(struct arena *a, const struct followup_reader *r,
                                           const struct noun_row *initiative);

/* By state, day and initiative. */
void followups_sort(struct followup *at, size_t n);

/* Of one. Results are in `a`. */
struct followups followups_read(struct arena *a, const struct snapshot *sn,
                                const struct noun_row *initiative, struct judge_when when);

#endif
