/* graded.h - the classes of a graded indicator filled in: which area was in which class,
 * how many were in each, and what the register says was counted.
 *
 *	struct graded g = graded_new(a, sn, indicator);
 *	graded_add(a, &g, area, &series);      (each area)
 *	graded_finish(a, ed, as_of, &g);
 *
 * Without a statement: the figures come from their readers, with small numbers
 * withheld; such a figure has no class.
 */
#ifndef APP_GRADED_H
#define APP_GRADED_H

#include "app/edition.h"
#include "model/need_class.h"

/* Its classes; none where it is not graded. */
struct graded graded_new(struct arena *a, const struct snapshot *sn, int64_t indicator);

/* Borrows what `s` points to. */
void graded_add(struct arena *a, struct graded *g, struct named area, const struct series_view *s);
void graded_finish(struct arena *a, const struct edition *ed, int32_t as_of, struct graded *g);

/* The class of a figure, or NULL: withheld, missing, too coarse, outside all of them, or
 * in none that was valid on its last day. */
const struct need_class *graded_class(const struct graded *g, const struct observation *o,
                                      bool *uncertain);

/* The year that a period ends in. */
int graded_year(struct period p);

/* The newest in that year, or NULL. */
const struct measured_view *graded_at(const struct series_view *s, int year);

#endif
