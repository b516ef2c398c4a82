/* budget.h - budget lines added up: exact sums, then one rounding rule.
 *
 * A line holds amounts per year; each counts as far as it is attributed (half of
 * a mainstream programme), and a line may be counted in another line or left out
 * of the totals. All sums are exact amounts in kroner, so rows and columns give
 * the same grand total. Only what is shown is rounded, once, half away from zero:
 * printed totals may therefore differ from the sum of the printed figures.
 * (domain.md, 2: money)
 */
#ifndef CORE_BUDGET_H
#define CORE_BUDGET_H

#include "base/arena.h"
#include "core/number.h"

/* The plan is the revised amount where there is one, else the original. ORIGINAL
 * is the first: an amount that does not say what it is. Gross is before what
 * others refund. */
#define BUDGET_MEASURES(X)                                                   \
	X(ORIGINAL, "original", "oprindeligt budget", "original budget")     \
	X(REVISED,  "revised",  "revideret budget",   "revised budget")      \
	X(ACTUAL,   "actual",   "forbrug",            "actual spending")     \
	X(PLAN,     "plan",     "gældende budget",    "current budget")      \
	X(GROSS,    "gross",    "brutto",             "gross")

enum budget_measure {
#define X(id, code, da, en) BUDGET_##id,
	BUDGET_MEASURES(X)
#undef X
	BUDGET_MEASURE_COUNT
};

struct str budget_measure_code(enum budget_measure m);
struct str budget_measure_title(enum budget_measure m, bool danish);
/* A version of an amount: original, revised or actual. */
MUST_CHECK bool budget_version_from_code(struct str code, enum budget_measure *ret);

/* Units that tables are printed in: zeros of 1 in kroner, decimals. */
#define BUDGET_UNITS(X)                                                      \
	X(MIO,      "mio",  6, 1, "mio. kr.", "DKK million")           \
	X(THOUSAND, "1000", 3, 0, "1.000 kr.", "DKK 1,000")            \
	X(KRONER,   "kr",   0, 0, "kr.",      "DKK")

enum budget_unit {
#define X(id, code, zeros, decimals, da, en) BUDGET_UNIT_##id,
	BUDGET_UNITS(X)
#undef X
	BUDGET_UNIT_COUNT
};

uint8_t    budget_unit_decimals(enum budget_unit u);
struct str budget_unit_title(enum budget_unit u, bool danish);
struct str budget_unit_code(enum budget_unit u);
/* The unit that is worth `kroner`; false: none is. */
MUST_CHECK bool budget_unit_of_factor(int64_t kroner, enum budget_unit *ret);
MUST_CHECK bool budget_unit_from_code(struct str code, enum budget_unit *ret);

/* What a printed total sums. */
#define BUDGET_SCOPES(X) X(LINE, "line") X(GROUP, "group") X(GRAND, "grand")

enum budget_scope {
#define X(id, code) BUDGET_SCOPE_##id,
	BUDGET_SCOPES(X)
#undef X
};

MUST_CHECK bool budget_scope_from_code(struct str code, enum budget_scope *ret);

enum budget_counts {
	BUDGET_COUNTED,
	BUDGET_ELSEWHERE,               /* in another line */
	BUDGET_EARMARK,                 /* a part of another line, reserved for a purpose */
	BUDGET_EXCLUDED,                /* left out of the totals, with a reason */
};

/* Of several years and not split: a column of its own, the last. */
#define BUDGET_UNSPLIT INT32_MAX

struct budget_amount {
	int32_t             year, through;      /* it stands in each of these years */
	enum budget_measure version;            /* ORIGINAL, REVISED or ACTUAL */
	bool                whole : 1;          /* once for all of them: in the column UNSPLIT */
	bool                has_kroner : 1, has_gross : 1;
	bool                unknown : 1;        /* missing, and not because it is nil */
	bool                rounded : 1;        /* printed more coarsely than in full kroner */
	uint8_t             zeros;              /* of a rounded one: of its last printed digit in kroner */
	struct number       kroner, gross;
};

struct budget_line {
	size_t                      group;
	enum budget_counts          counts;
	bool                        has_attribution;
	struct number               attribution;        /* percent of it that counts */
	const struct budget_amount *amount;
	size_t                      amounts;
};

struct budget_cell {                    /* 0 where `has` says there is nothing */
	struct number at[BUDGET_MEASURE_COUNT];
	uint8_t       has;              /* bits of measures */
	bool          unknown;          /* something in it is not known */
};

#define BUDGET_HAS(cell, m) (((cell)->has >> (m) & 1) != 0)

/* Years in order. Every row has a cell for each of them, and its total last. */
struct budget {
	int32_t            *year;
	size_t              years, lines, groups;
	struct budget_cell *line, *group, *total;       /* rows of years + 1 */
};

#define BUDGET_YEARS_MAX 24

enum budget_status { BUDGET_OK, BUDGET_OVERFLOW, BUDGET_TOO_LONG };

/* Adds `n` lines up in `groups` groups. On a problem `*at` is the line that has it:
 * sums that do not fit 64 bits, or more than BUDGET_YEARS_MAX different years. */
MUST_CHECK enum budget_status budget_add_up(struct arena *a, const struct budget_line *line,
                                            size_t n, size_t groups, struct budget *ret,
                                            size_t *at);

/* What is left of `gross` when others pay `share` percent of it. */
MUST_CHECK bool budget_net(struct number gross, struct number share, struct number *ret);

/* Kroner in `u`: rounded as it is shown, and with all decimals there are (at most 9). */
MUST_CHECK bool budget_shown(struct number kroner, enum budget_unit u, struct number *ret);
MUST_CHECK bool budget_exact(struct number kroner, enum budget_unit u, struct number *ret);

/* Kroner for one unit of a result, to the whole krone. False: a result of zero. */
MUST_CHECK bool budget_per_result(struct number kroner, struct number result,
                                  struct number *ret);

#endif
