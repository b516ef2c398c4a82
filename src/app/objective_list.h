/* objective_list.h - the tree of objectives of an edition. Asks the database nothing. */
#ifndef APP_OBJECTIVE_LIST_H
#define APP_OBJECTIVE_LIST_H

#include "app/edition.h"
#include "model/objective_view.h"

struct objective_filter {               /* keys; empty: all */
	struct str policy, theme, unit;
};

struct objective_tree objective_list(struct arena *a, const struct edition *ed,
                                     const struct objective_filter *f);

/* What is under an objective (0: under a theme), depth first. */
struct objective_tree objective_under(struct arena *a, const struct edition *ed, int64_t theme,
                                      int64_t parent);
struct objective_node objective_node(const struct edition *ed, const struct noun_row *row);

#endif
