/* forms.h - the pages of status forms: the list, one to fill in or to decide on, its
 * history. */
#ifndef VIEW_PAGES_FORMS_H
#define VIEW_PAGES_FORMS_H

#include "model/form_view.h"
#include "view/work.h"

void forms_page(struct page *p, const struct work *w, const struct form_list *m);
void form_page(struct page *p, const struct work *w, const struct status_form *m);
void form_decide_page(struct page *p, const struct work *w, const struct status_form *m);
void form_history_page(struct page *p, const struct work *w, const struct status_form *m);

/* ---- pieces that these pages share ---- */

/* Title, crumb-like line (unit, period, state), and what was said last. */
/* Is there a step that this person decides by, now? */
bool form_may_decide(const struct status_form *m);

void form_head(struct page *p, const struct work *w, const struct status_form *m);

/* The label of a field, a target's included; its value as people read it. */
struct str form_label(struct page *p, const struct status_form *m, struct str field);
struct str form_shown(struct page *p, const struct status_form *m, struct str field, struct str text);

void form_diffs(struct page *p, const struct status_form *m, const struct form_diff *at, size_t n);

/* The fields as they stand, not to be changed. */
void form_answers(struct page *p, const struct status_form *m);

/* "Deadline ... latest ... verdict" of a target, beside its answer. */
void form_goal_facts(struct page *p, const struct form_goal *g);

/* "3. maj 2026 kl. 10.42": a moment, in UTC. */
void form_moment(struct page *p, struct str at);

#endif
