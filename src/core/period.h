/* period.h - half-open date intervals with the precision they were stated in.
 *
 * A year's primo, medio and ultimo are its thirds; a month's are days 1-10,
 * 11-20 and 21-end. forår is March-May, sommer June-August, efterår
 * September-November, vinter 2008 is December 2007-February 2008. Two-digit
 * years are 20xx up to 69, then 19xx. A deadline ("senest", "inden udgangen af",
 * "frem til (og med)", "ved udgangen af") has an end, which includes the named
 * period, and no beginning. Without a year ("ultimo april") a period has a
 * precision and no dates. (domain.md, 2: Numbers)
 */
#ifndef CORE_PERIOD_H
#define CORE_PERIOD_H

#include "core/calendar.h"
#include "core/number.h"

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
};

/* The whole of `text`, Danish or English: "2010", "1. kvartal 2009", "forår 2007",
 * "medio 2009", "ultimo april", "2011-2014", "april/maj 2012", "august 2008",
 * "16. december 2010", "d. 21. november 2011", "feb. 2011", "17/05-2011", "2009-06-01",
 * "1.-2. september 2012", "frem til og med 2010", "senest i 2014", "by the end of 2011".
 * False: no period, or dates that do not exist ("31. februar 2010"). */
MUST_CHECK bool period_parse(struct str text, struct period *ret);

/* The longest period that starts at byte `at` of running text; `*end` is the
 * byte after it. Also recognises a decision with a date ("BR 09.10.08": the
 * date). Does not find case numbers, paragraphs, postcodes or plain counts:
 * a bare "2010" is a year only from 1900 to 2099 and not beside a unit. */
MUST_CHECK bool period_scan(struct str text, size_t at, size_t *end, struct period *ret);

/* An undated period in the year `year`. Returns it unchanged when dated. */
struct period period_in_year(struct period p, int year);

/* A period stored as two days: `from` may be DAY_MIN. */
struct period period_make(int32_t from, int32_t to, enum precision p);

/* "1. kvartal 2009", "forår 2007", "17.05.2011"; English: "1st quarter 2009". What it
 * writes, period_parse() reads back to the same period. */
void       period_write(struct buf *b, struct period p, bool danish);
struct str period_text(struct arena *a, struct period p, bool danish);

#endif
