/* objective.h - the page of one objective, the tree of all, and a theme's part of it.
 */
#ifndef VIEW_PAGES_OBJECTIVE_H
#define VIEW_PAGES_OBJECTIVE_H

#include "model/objective_view.h"
#include "view/page.h"

void objective_page(struct page *p, const struct objective_view *m);

/* `theme`: the page is about it alone; NULL: about everything. */
void objectives_page(struct page *p, const struct objective_tree *m, const struct named *theme);

/* ---- its parts, each in a file of its own ---- */

void objective_targets(struct page *p, const struct objective_view *m);

/* Nodes as nested lists, with their verdicts: [from, to) of a tree. */
void objective_nodes(struct page *p, const struct objective_tree *t, size_t from, size_t to);

#endif
