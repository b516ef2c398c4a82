/* evidence.h - a target's row of the register as core/ judges it. */
#ifndef APP_EVIDENCE_H
#define APP_EVIDENCE_H

#include "app/observations.h"
#include "core/evaluate.h"

/* The promise of a target's row. Codes and figures were checked when the row
 * was written; one that is unreadable gives an undefined target. */
struct target   evidence_target(const struct snapshot *sn, const struct noun_row *row);

struct indicator evidence_indicator(const struct snapshot *sn, int64_t indicator);

/* What `row` is judged by, out of its indicator's measurements. Borrows `m`. */
struct evidence evidence_of(struct arena *a, const struct snapshot *sn,
                            const struct noun_row *row, const struct target *t,
                            const struct indicator *i, const struct measured *m);

/* Does evidence_of() look at what was measured in this area (or comparator set) for
 * this group? What no target of an indicator looks at need not be kept for them. */
bool evidence_uses(const struct snapshot *sn, const struct noun_row *row, const struct target *t,
                   int64_t area, int64_t group);

#endif
