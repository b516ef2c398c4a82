/* parts.h - the reports, and the parts that several of them have; only for report/. */
#ifndef REPORT_PARTS_H
#define REPORT_PARTS_H

#include "report/draft.h"

/* ---- one a kind, in the file of its name ---- */

void report_status(struct draft *d);
void report_goals(struct draft *d);
void report_indicators(struct draft *d);
void report_economy(struct draft *d);
void report_actions(struct draft *d);
void report_agreement(struct draft *d);
void report_forms(struct draft *d);
void report_brief(struct draft *d);
void report_press(struct draft *d);

/* ---- parts ---- */

/* written.c: what staff say at a place; of a committee where it has one. */
void report_written(struct draft *d, enum report_place p, const struct report_committee *c);
bool report_has_written(const struct draft *d, enum report_place p,
                        const struct report_committee *c);

/* summary.c: what a politician reads in two minutes. */
void report_summary(struct draft *d);
/* board.c: every target with its verdict; those of some rows. */
void report_board(struct draft *d);
void report_board_of(struct draft *d, struct str anchor, struct str caption,
                     const struct barometer_row *const *at, size_t n);
/* committee.c: what one answers for. */
void report_committee(struct draft *d, const struct report_committee *c);
/* indicator.c: what it did, its chart, its figures. `place` tells apart where it stands. */
void report_indicator(struct draft *d, uint8_t level, const char *place,
                      const struct indicator_view *m);
/* Those of a committee that have more than one figure, in the order of their promises. */
void report_courses(struct draft *d, uint8_t level, const struct report_committee *c);
/* Its chart alone, as on its page; false: it has none, since it has no course to show. */
bool report_chart(struct draft *d, struct str name, const struct indicator_view *m);
/* Has it more than one figure to show? */
bool report_has_course(const struct indicator_view *m);
/* The newest figures of many, a row each promise. */
void report_indicator_rows(struct draft *d, const struct report_committee *c);
/* Those that have one figure alone: a chart of it would say nothing. */
void report_singles(struct draft *d, const struct report_committee *c);
/* overview.c: numbered lines, groups, totals, footnotes. */
void report_overview(struct draft *d, const struct economy_part *m, size_t number);
/* "6,9" of a cell; in DKK million, exact beside it. */
void report_amount(struct draft *d, struct tree_row *row, const struct overview_cell *c);
/* promises.c: whether what was promised for a time came. */
void report_promises(struct draft *d, const struct report_committee *c);
/* challenges.c: what the newest status reports say stands in the way. */
void report_challenges(struct draft *d, const struct report_committee *c);
/* audit.c: what the audit found, and what was answered. */
void report_audit(struct draft *d);
/* forms.c, agreement.c: as appendices of the status report; nothing where there are none. */
void report_forms_behind(struct draft *d);
void report_agreements_behind(struct draft *d);
/* forms.c: "Budgetpost 2.3: 2011 1,0 mio. kr., ..." for each of an initiative. */
void report_budget_lines(struct draft *d, struct runs *r, const struct initiative_view *m);
/* papers.c: gives papers their numbers, before a source is written; and lists them, where one was. */
void report_number_papers(struct draft *d);
void report_papers(struct draft *d);
/* method.c: how it was made. */
void report_method(struct draft *d);
/* "Økonomiudvalget", or that it is of no committee. */
void report_unit(struct draft *d, uint8_t level, const char *kind,
                 const struct report_committee *c);

#endif
