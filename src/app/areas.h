/* areas.h - what lists of areas and one area's page share: which areas the city has,
 * where they stand in a map, and what their figures are held against.
 */
#ifndef APP_AREAS_H
#define APP_AREAS_H

#include "app/edition.h"
#include "model/areas_view.h"

/* Is it a part of the authority's own city? */
bool areas_is_ours(const struct snapshot *sn, const struct noun_row *area);

/* Without the shape that is drawn. */
struct area_place areas_place(const struct snapshot *sn, int64_t area);

/* The areas of one level, or (empty) of all, by title; in `a`. */
size_t areas_of_level(struct arena *a, const struct snapshot *sn, struct str level,
                      const struct noun_row ***ret);
/* Those that stand directly under another, by title. */
size_t areas_under(struct arena *a, const struct snapshot *sn, int64_t parent,
                   const struct noun_row ***ret);

/* Does a target ask for it as a set, whose members are areas? A member's figure is 1. */
bool areas_is_set(const struct edition *ed, struct str indicator);

/* What changed since `before`: nothing where a method or a break lies between, where
 * one of the two is withheld or has no point, or where a year is held against a month. */
struct area_gap areas_change(const struct observation *o, const struct observation *before);
/* Against the city's figure: what is counted as its share of the city's, the rest as the
 * difference. */
struct area_gap areas_against(enum unit u, const struct observation *o,
                              const struct observation *city);

#endif
