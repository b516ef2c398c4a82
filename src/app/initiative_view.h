/* initiative_view.h - one initiative of an edition. Asks the database nothing. */
#ifndef APP_INITIATIVE_VIEW_H
#define APP_INITIATIVE_VIEW_H

#include "app/edition.h"
#include "model/initiative_view.h"

/* `initiative` is a row of the edition. Memory is in `a`. */
struct initiative_view initiative_view(struct arena *a, const struct edition *ed,
                                       const struct noun_row *initiative);

/* ---- what other pages share ---- */

/* Its targets, in the order of the barometer; its budget lines. */
size_t initiative_targets(struct arena *a, const struct edition *ed, struct str id,
                          const struct barometer_row ***ret);
size_t initiative_money(struct arena *a, const struct edition *ed, struct str id,
                        struct money_view **ret);

/* What a contribution is to: a pathway leads to its objective when no other is named. */
int64_t contribution_objective(const struct snapshot *sn, const struct noun_row *row);

struct mandate_view mandate_view(const struct snapshot *sn, int64_t mandate);

/* A text of a thing in both languages, by its column. */
struct worded worded_of(const struct snapshot *sn, const struct noun_row *row, size_t column);

#endif
