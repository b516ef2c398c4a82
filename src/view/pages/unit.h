/* unit.h - the page of one committee, administration or department: what it owes, owns
 * and reports; and the tree of all.
 */
#ifndef VIEW_PAGES_UNIT_H
#define VIEW_PAGES_UNIT_H

#include "model/unit_view.h"
#include "view/page.h"

void unit_page(struct page *p, const struct unit_view *m);
void units_page(struct page *p, const struct unit_tree *m);

/* ---- parts ---- */

/* A table of nodes [0, len), indented by their depth. */
void unit_nodes(struct page *p, const struct unit_tree *t, struct str caption);

#endif
