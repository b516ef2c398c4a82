/* areas_show.h - what pages about areas write: the word of a level, the class of a need,
 * what a figure is held against. As inline HTML, escaped.
 */
#ifndef VIEW_AREAS_SHOW_H
#define VIEW_AREAS_SHOW_H

#include "model/areas_view.h"
#include "view/chart_map.h"
#include "view/show.h"

/* "Bydele", "Districts"; one: "bydel", "district". */
struct str areas_level(const struct lang *l, struct str code);
struct str areas_level_one(const struct lang *l, struct str code);

/* "on the list", "not on the list", "not known": of an indicator that is a set. */
struct str areas_membership(const struct lang *l, const struct observation *o);

/* The word of a class on its colour and pattern. */
void areas_show_class(struct page *p, const struct graded *g, const struct need_class *c);

/* "+2,5", "4,1 pct. of the city's"; "–" where there is nothing to say. */
void areas_show_gap(struct page *p, const struct area_gap *g);

/* The item of a target that is judged there: its verdict, and why. */
void areas_show_target(struct page *p, const struct barometer_row *r);

/* Why there is no figure. */
void areas_show_absent(struct page *p, const struct measured_view *at);

/* The map of an indicator, or its tiles, linked to the areas' pages or not. In p->a. */
struct chart_map areas_map(struct page *p, const struct areas_view *m, bool links);

#endif
