/* track.h - which observations count for a target; internal to core/evaluate*.c,
 * core/explain*.c and core/trend.c.
 *
 * Visible is what has dates, is measured, and has ended by the horizon: the
 * as-of day, or the deadline once that has passed. Tracks live in the arena of
 * the judge. The current series is that of the newest method, since its last
 * break; on it a change is re-based. (domain.md, 3 and 4)
 */
#ifndef CORE_TRACK_H
#define CORE_TRACK_H

#include "core/judge.h"

bool observation_visible(const struct observation *o, int32_t horizon);
bool period_same(const struct period *a, const struct period *b);
bool evidence_visible(const struct evidence *e, int32_t as_of);
enum missing series_missing(struct series s, int32_t horizon);
const struct observation *series_at(struct series s, const struct period *p, uint32_t method,
                                    int32_t horizon);
struct quantity quantity_judged(struct quantity q, enum unit u);
enum qualifier qualifier_computed(const struct quantity *q);
struct track track_of(struct judge *g, struct series s);
/* x - y for every period measured for both. False: too large. */
MUST_CHECK bool track_difference(struct judge *g, struct series x, struct series y,
                                 struct track *ret);
struct track track_current(struct judge *g, const struct track *all);
/* The baseline; NULL when it is not measured. */
const struct mark *track_baseline(struct judge *g, const struct track *all,
                                  const struct track *now);
const struct mark *track_first(const struct track *all, const struct target *t);
/* The period that decides, later than `after` when that is given; NULL: none. */
const struct mark *track_deciding(const struct judge *g, const struct track *tr,
                                  const struct mark *after);
void judge_unmeasured(struct judge *g, const struct track *tr, bool from_baseline);

#endif
