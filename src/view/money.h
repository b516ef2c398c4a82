/* money.h - budget lines as tables: one a policy, a column a year, rounded once as the
 * page says, each line with where it stands. */
#ifndef VIEW_MONEY_H
#define VIEW_MONEY_H

#include "model/money_view.h"
#include "view/page.h"

/* Of one policy each. */
void money_tables(struct page *p, const struct money_view *at, size_t n);

/* "6,9"; in DKK million. */
void money_text(struct page *p, const struct overview_cell *c);
/* <td>6,9</td>, with a badge where the paper prints something else. */
void money_cell(struct page *p, const struct overview *o, const struct overview_cell *c);

/* "4.000.000", in kroner. */
void money_exact(struct page *p, struct number kroner);
/* "91,0 mio. kr."; less than a million in full: "239.000 kr.". */
void money_kroner(struct page *p, struct number kroner);

/* The lines' total of one overview, its last column: "7,0 mio. kr. 2008-2010"; those
 * that are counted elsewhere are not added. Nothing where there is none. */
void money_in_all(struct page *p, const struct money_view *m);

#endif
