/* economy.h - the page of the economy: each policy's budget by year and committee, gross
 * and net, lines in groups, what the paper prints where its lines give something
 * else, what results cost; and the page of one budget line.
 */
#ifndef VIEW_PAGES_ECONOMY_H
#define VIEW_PAGES_ECONOMY_H

#include "model/economy_view.h"
#include "view/page.h"

struct economy_asked {                  /* what was asked for, as it was asked */
	struct str policy;
};

void economy_page(struct page *p, const struct economy_view *m, const struct economy_asked *ask);
void budget_line_page(struct page *p, const struct budget_line_view *m);

/* ---- parts, each in a file of its own; `number`: of the part, from 1 ---- */

void economy_charts(struct page *p, const struct economy_part *m, size_t number);
void economy_tables(struct page *p, const struct economy_part *m);
void economy_gross(struct page *p, const struct economy_part *m);
void economy_results(struct page *p, const struct overview *o);
void economy_notes(struct page *p, const struct overview *o);

/* "Integrationspolitik 2007-2010", or the paper of lines without a policy. */
struct str economy_title(struct page *p, const struct overview *o);

#endif
