/* wheel.h - the annual wheel: when a recurring duty is owed, worked out from what was
 * written down once.
 *
 * A duty recurs from the day it starts, each month, quarter, half-year or year from that
 * very day (one that starts on 31 January has a period from the last day of February). It
 * is due `due_days` after the last day of its period, before it where they are negative.
 * A duty that stands `before` another is counted from that one's day instead: it is owed
 * once for each of its periods, as the papers are for each of the budget negotiations. Its
 * own frequency then says nothing, and it holds while the other's day is within its days.
 *
 * A due day follows from these alone: it never moves because it passed. What was agreed
 * later is an extension (model/nouns.h), which stands beside it.
 */
#ifndef CORE_WHEEL_H
#define CORE_WHEEL_H

#include "core/period.h"

/* id, code, Danish, English */
#define DUTY_KINDS(X)                                     \
	X(MEASURE, "measure", "måling", "measurement")    \
	X(STATUS, "status", "status", "status")           \
	X(REPORT, "report", "redegørelse", "report")      \
	X(BUDGET, "budget", "budget", "budget")           \
	X(OTHER, "other", "andet", "other")

enum duty_kind {
#define X(id, code, da, en) DUTY_KIND_##id,
	DUTY_KINDS(X)
#undef X
	DUTY_KIND_COUNT
};

/* id, code, months of a period (0: all of its days are the one period), Danish, English */
#define DUTY_FREQUENCIES(X)                                   \
	X(ONCE, "once", 0, "én gang", "once")                 \
	X(MONTH, "month", 1, "hver måned", "every month")     \
	X(QUARTER, "quarter", 3, "hvert kvartal", "every quarter") \
	X(HALF, "half_year", 6, "hvert halve år", "every half-year") \
	X(YEAR, "year", 12, "hvert år", "every year")

enum duty_frequency {
#define X(id, code, months, da, en) DUTY_FREQUENCY_##id,
	DUTY_FREQUENCIES(X)
#undef X
	DUTY_FREQUENCY_COUNT
};

#define DUTY_DAYS_MAX 3660              /* ten years, before or after */

struct str duty_kind_word(enum duty_kind k, bool danish);
struct str duty_kind_code(enum duty_kind k);
struct str duty_frequency_word(enum duty_frequency f, bool danish);
struct str duty_frequency_code(enum duty_frequency f);
MUST_CHECK bool duty_kind_from_code(struct str code, enum duty_kind *ret);
MUST_CHECK bool duty_frequency_from_code(struct str code, enum duty_frequency *ret);

#define DUTY_ALONE SIZE_MAX             /* counted from no other */

struct duty {
	enum duty_frequency frequency;
	int32_t             starts;     /* a day of the calendar */
	int32_t             ends;       /* exclusive; DAY_MAX: it has no end, ONCE then has one day */
	int32_t             due_days;   /* -DUTY_DAYS_MAX to DUTY_DAYS_MAX */
	size_t              before;     /* its place among the duties, or DUTY_ALONE */
};

struct occurrence {
	struct period period;           /* the last one is cut where the duty ends */
	int32_t       due;              /* the last day on which it is in time */
};

struct occurrences {
	struct occurrence *at;          /* by due day */
	size_t             len;
};

/* Is it counted from itself, at last? Such a duty never occurs. */
bool wheel_is_cycle(const struct duty *all, size_t n, size_t which);

/* What is due on a day of [from, to), of the first OCCURRENCES_MAX that are; years 1 to
 * 9999. */
#define OCCURRENCES_MAX 4000
struct occurrences wheel_between(struct arena *a, const struct duty *all, size_t n,
                                 size_t which, int32_t from, int32_t to);

/* The one whose period begins on `from`. False: there is none. */
MUST_CHECK bool wheel_at(const struct duty *all, size_t n, size_t which, int32_t from,
                         struct occurrence *ret);

#endif
