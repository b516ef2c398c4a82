/* edit_view.h - fills model/edit_view.h: what an editor sees of the register. */
#ifndef APP_EDIT_VIEW_H
#define APP_EDIT_VIEW_H

#include "app/edit.h"

#define EDIT_FOUND_MAX  100             /* things that a search of all kinds shows */
#define EDIT_FEW        60              /* so many stand in a list to choose from */
#define EDIT_CHOICES    1000            /* so many are offered while a key is written */

/* How many there are of each kind; with words, what they find. */
struct edit_kinds edit_kinds(struct arena *a, const struct snapshot *sn, struct str words);

/* The things of a kind in which the words stand, by title. */
struct edit_items edit_list(struct arena *a, const struct snapshot *sn, enum noun n,
                            struct str words);

/* How a deed on it ended, for a page that comes back: nothing was sent, or what was sent
 * has faults, was shown only, or is about another version than stands. */
struct edit_back {
	const struct faults *faults;
	bool                 stale;
};

/* One thing, or a new one. `kind`: of a target whose kind is being chosen; empty: as it
 * is. False without a problem in the store: there is no such thing. */
MUST_CHECK bool edit_view_of(struct arena *a, struct store *s, const struct actor *who,
                             const struct edit_ask *ask, struct str kind, struct edit_back back,
                             struct edit_view *ret);

/* What a row of a target means, and the verdict it would give. */
MUST_CHECK bool edit_meaning_of(struct arena *a, struct store *s, const struct snapshot *sn,
                                const struct noun_row *row, int32_t today,
                                struct edit_meaning *ret);

#endif
