/* quantity.h - what a printed figure says: a point where one is printed, and
 * the interval in which the truth lies. (domain.md, 2: Numbers)
 *
 *	"59,90 pct."     59.90 in [59.895, 59.905]
 *	"godt 65 pct."   no point, [65, 66)
 *	"knap 65"        no point, (64, 65]
 *	"ca. 64 pct."    64 in [63.5, 64.5]
 *	"over 80 %"      no point, (80, infinity)
 *	"mindst 95"      no point, [95, infinity)
 *	"80-100"         no point, [80, 100]
 *	554 of a count   554 in [554, 554]
 */
#ifndef CORE_QUANTITY_H
#define CORE_QUANTITY_H

#include "core/number.h"

/* id, code in JSON and CSV, Danish word, English word.
 * OVER and UNDER exclude their figure, ATLEAST and ATMOST include it. */
#define QUALIFIERS(X)                                                  \
	X(NONE,    "",         "",        "")                          \
	X(CIRCA,   "circa",    "ca.",     "about")                     \
	X(GOOD,    "good",     "godt",    "a good")                    \
	X(SCARCE,  "scarce",   "knap",    "just under")                \
	X(OVER,    "over",     "over",    "over")                      \
	X(UNDER,   "under",    "under",   "under")                     \
	X(ATLEAST, "at_least", "mindst",  "at least")                  \
	X(ATMOST,  "at_most",  "højst",   "at most")                   \
	X(RANGE,   "range",    "",        "")                          \
	X(SURVEY,  "survey",   "",        "")

enum qualifier {
#define X(id, code, da, en) QUALIFIER_##id,
	QUALIFIERS(X)
#undef X
	QUALIFIER_COUNT
};

struct str qualifier_code(enum qualifier q);
MUST_CHECK bool qualifier_from_code(struct str code, enum qualifier *ret);

/* What a figure counts in. SHARE is a percentage of a whole: 0 to 100. POINT
 * is a difference between percentages. COUNT and PERSONS are whole numbers and
 * exact; PERSONS falls under disclosure control. */
#define UNITS(X)                                                             \
	X(SHARE,   "share",            "pct.",          "per cent")          \
	X(PERCENT, "percent",          "pct.",          "per cent")          \
	X(POINT,   "percentage_point", "procentpoint",  "percentage points") \
	X(COUNT,   "count",            "",              "")                  \
	X(PERSONS, "persons",          "personer",      "persons")           \
	X(KRONER,  "kroner",           "kr.",           "kroner")            \
	X(NUMBER,  "number",           "",              "")

enum unit {
#define X(id, code, da, en) UNIT_##id,
	UNITS(X)
#undef X
	UNIT_COUNT_
};

struct str unit_code(enum unit u);
MUST_CHECK bool unit_from_code(struct str code, enum unit *ret);
struct str unit_word(enum unit u, enum notation);       /* "pct."; empty for what is only counted */
enum unit unit_of_difference(enum unit u);      /* POINT for SHARE and PERCENT, else the same */
bool unit_is_exact(enum unit u);        /* COUNT, PERSONS, KRONER when full or to the øre */

struct bound {
	struct number at;
	bool          exists;           /* false: unbounded on this side */
	bool          open;             /* true: `at` itself is outside */
};

struct interval {
	struct bound low, high;
};

struct quantity {
	struct interval range;
	struct number   point;          /* when has_point */
	bool            has_point;
	enum qualifier  qualifier;
};

/* From figures as printed. `last_digit`: the place of the last printed digit of
 * a percentage, the last non-zero digit of a count or amount, is derived from
 * `n` and `u`. `high` is used by RANGE only. False: overflow, or high < n. */
MUST_CHECK bool quantity_make(struct number n, enum qualifier q, struct number high,
                              enum unit u, struct quantity *ret);

/* A survey share of `n` answers (percent, 0-100) with its Wilson 95 % interval,
 * z = 1.959964; `effect` is the design effect (1 when unknown): the effective
 * sample is n/effect. Ends rounded half-up to four decimals.
 * Vectors: 27 of n=500 -> 23.29-31.06; 0 of 10 -> 0-27.75;
 * 51 of n=1000, effect 1.4 -> 47.34-54.65. False: no percentage with at most four
 * decimals, n outside 1 to 10^9, effect not positive. */
MUST_CHECK bool quantity_survey(struct number percent, int64_t n, struct number effect,
                                struct quantity *ret);

struct quantity quantity_exact(struct number n);

/* Interval arithmetic for sums: exact, ends open when either is. */
MUST_CHECK bool interval_add(struct interval a, struct interval b, struct interval *ret);
bool            interval_contains(struct interval i, struct number n);
bool            interval_overlaps(struct interval a, struct interval b);

/* "godt 65 pct.", "80-100", "554", "27,0 procentpoint" in the notation's language. */
void quantity_write(struct buf *b, struct quantity q, enum unit u, enum notation);
/* Its parts: "godt 65" is the qualifier with a blank, "godt ", and what was printed, "65". */
void quantity_write_figure(struct buf *b, struct quantity q, enum notation);
void quantity_write_qualifier(struct buf *b, struct quantity q, enum notation);
void quantity_write_printed(struct buf *b, struct quantity q, enum notation);

/* num/den of a whole as a percentage: "halvdelen" is 50. What has no exact tenth
 * ("en tredjedel") has no point and lies between the tenths around it,
 * [33.3, 33.4]; godt, knap and ca. widen that by what they widen 33 pct. by. */
MUST_CHECK bool quantity_fraction(int64_t num, int64_t den, enum qualifier q,
                                  struct quantity *ret);

#endif
