/* period.h - half-open date intervals with the precision they were stated in.
 *
 * A year's primo, medio and ultimo are its thirds; a month's are days 1-10,
 * 11-20 and 21-end. forår is March-May, sommer June-August, efterår
 * September-November, vinter 2008 is December 2007-February 2008. Two-digit
 * years are 20xx up to 69, then 19xx. A deadline ("senest", "inden udgangen af",
 * "frem til (og med)", "ved udgangen af") has an end, which includes the named
 * period, and no beginning. Without a year ("ultimo april") a period has a
 * precision and no dates. (domain.md, 2: Numbers)
 *
 * Decided here, where the domain is silent:
 * - Bare "inden", "før", "before" exclude what they name: "inden august 2012"
 *   ends where August begins, and its own period is July.
 * - "med udgangen af 2008", "end of 2008" are a deadline too: they end where
 *   2008 ends, and their own period (2008) is what a measurement made then covers.
 * - "early", "mid", "late", "starten af", "midten af", "slutningen af" are
 *   primo, medio, ultimo. A week of a year is a range of seven days.
 * - "2008/09" and "2011-14" are ranges of years; "2008-09" could be a month as
 *   well and is neither.
 */
#ifndef CORE_PERIOD_H
#define CORE_PERIOD_H

#include "core/calendar.h"

#define PRECISIONS(X)                                                  \
	X(DAY, "day") X(MONTH, "month") X(QUARTER, "quarter")          \
	X(HALF, "half") X(SEASON, "season") X(THIRD, "third")          \
	X(YEAR, "year") X(RANGE, "range")

enum precision {
#define X(id, code) PRECISION_##id,
	PRECISIONS(X)
#undef X
	PRECISION_COUNT
};

struct str precision_code(enum precision p);
MUST_CHECK bool precision_from_code(struct str code, enum precision *ret);

struct period {
	int32_t        from, to;        /* days; `to` exclusive. Set when `dated` */
	enum precision precision;
	bool           dated;           /* false: no year was stated */
	bool           deadline;        /* no beginning: `from` is that of the named
	                                 * period, kept because a deadline's own
	                                 * period decides whether it was measured */
	uint8_t        month, day, part;/* of an undated period: month 1-12, day 1-31,
	                                 * quarter/half/third/season 1-4; else 0 */
	uint8_t        to_month, to_day;/* of an undated range: its last month, and
	                                 * day when `day` is set; else 0 */
};

enum period_status {
	PERIOD_NOT,                     /* no period */
	PERIOD_OK,
	PERIOD_NO_SUCH_DATE,            /* "31. februar 2010" */
};

/* The whole of `text`, Danish or English: "2010", "1. kvartal 2009", "forår 2007",
 * "medio 2009", "ultimo april", "2011-2014", "april/maj 2012", "august 2008",
 * "16. december 2010", "d. 21. november 2011", "feb. 2011", "17/05-2011", "2009-06-01",
 * "1.-2. september 2012", "frem til og med 2010", "senest i 2014", "by the end of 2011",
 * also after "i", "i perioden", "i løbet af", and StatBank codes (2008K1, 2008M01).
 * False: no period, or dates that do not exist ("31. februar 2010"). */
MUST_CHECK bool period_parse(struct str text, struct period *ret);

/* The longest period that starts at byte `at` of running text; `*end` is the
 * byte after it, also of a date that does not exist (then `*ret` is untouched).
 * Also recognises a decision with a date ("BR 09.10.08": the date). Looks at
 * what stands before and after: does not find case numbers, paragraphs,
 * postcodes or plain counts; a bare "2010" is a year only from 1900 to 2099 and
 * not beside a unit. */
MUST_CHECK enum period_status period_scan(struct str text, size_t at, size_t *end,
                                          struct period *ret);

/* False: no year stands anywhere in the text, so that no period in it is dated; told at a
 * glance, for who looks for dates in much that has none. */
bool period_may_be_dated(struct str text);

/* An undated period in the year `year`. Returns it unchanged when dated, or when
 * the year does not have it (29 February). */
struct period period_in_year(struct period p, int year);

/* A period stored as two days. `from` may be DAY_MIN: a deadline, whose own
 * period is the one of precision `p` that ends at `to` (of a range its last day). */
struct period period_make(int32_t from, int32_t to, enum precision p);

/* Whether the days of a dated period are those of a period of its precision. */
bool period_valid(struct period p);

/* The precision that the days [from, to) are a whole period of; RANGE: none. */
enum precision precision_of_days(int32_t from, int32_t to);

bool period_eq(struct period a, struct period b);

/* "1. kvartal 2009", "forår 2007", "17.05.2011", "til og med 2010"; English: "1st quarter
 * 2009", "through 2010". What it writes, period_parse() reads back to the same period. */
void       period_write(struct buf *b, struct period p, bool danish);
struct str period_text(struct arena *a, struct period p, bool danish);

#endif
