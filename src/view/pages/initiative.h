/* initiative.h - the page of one initiative: the nine fields of the status form, what is
 * promised and whether that holds, what it costs, what was reported when and what was
 * new in it, and whether promised follow-ups came; and the list of all.
 */
#ifndef VIEW_PAGES_INITIATIVE_H
#define VIEW_PAGES_INITIATIVE_H

#include "model/initiative_view.h"
#include "view/page.h"

void initiative_page(struct page *p, const struct initiative_view *m);

struct initiatives_ask {                /* what was asked for, as it was asked */
	struct str policy, theme, unit, q;
};

void initiatives_page(struct page *p, const struct initiative_list *m,
                      const struct initiatives_ask *ask);

/* ---- parts, each in a file of its own ---- */

void initiative_fields(struct page *p, const struct initiative_view *m);
void initiative_reports_list(struct page *p, const struct report_view *at, size_t n);

/* A table of initiatives, with verdicts and money. */
void initiative_rows(struct page *p, struct str caption, const struct initiative_row *at,
                     size_t n);

/* The decision, who took it and when; "not stated" where there is none. */
void mandate_line(struct page *p, const struct mandate_view *d);

/* A table of promised follow-ups; `whose`: with the initiative that promised them. */
void followups_table(struct page *p, const struct followup *at, size_t n, bool whose);
/* Icon and words: late, kept, given up and why. */
void followup_state(struct page *p, const struct followup *f);

#endif
