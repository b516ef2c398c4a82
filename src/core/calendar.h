/* calendar.h - days since 1970-01-01, proleptic Gregorian, years 1 to 9999. */
#ifndef CORE_CALENDAR_H
#define CORE_CALENDAR_H

#include "base/arena.h"
#include "base/buf.h"

struct date {
	int year, month, day;           /* month and day from 1 */
};

#define DAY_MIN INT32_MIN               /* "no beginning" */
#define DAY_MAX INT32_MAX               /* "no end" */
#define YEAR_MAX 9999

bool        date_valid(struct date d);
int         month_days(int year, int month);
int32_t     day_of(int year, int month, int day);       /* must be valid; month 13 is January of the next year */
struct date date_of(int32_t day);

/* "2009-06-01", the whole of `s`. */
MUST_CHECK bool day_from_iso(struct str s, int32_t *ret);

/* What is written must be a date: not DAY_MIN, DAY_MAX. */
void            day_write_iso(struct buf *b, int32_t day);
struct str      day_iso(struct arena *a, int32_t day);
/* "2026-11-23T04:00:00Z" of seconds since 1970, UTC. */
struct str      moment_iso(struct arena *a, int64_t unix);

/* 17.05.2011 | 17. maj 2011 | 17 May 2011 */
void            day_write_short(struct buf *b, int32_t day);
void            day_write_long(struct buf *b, int32_t day, bool danish);

/* "maj" | "May" */
struct str      month_name(int month, bool danish);

/* Years from `from` to `to` (to >= from): whole anniversaries, then the days
 * that are left as a fraction of the year they lie in, so that n calendar years
 * are exactly n. years = num / den. Where there is no 29 February, its
 * anniversary is 1 March: both end on the last day of February when `to` is
 * exclusive, as the ends of periods are. */
void            years_between(int32_t from, int32_t to, int64_t *num, int64_t *den);

#endif
