/* indicator.h - what is measured, and its measurements.
 *
 * A series is one indicator in one area for one group. It is sorted by period
 * end, then by method version, then by period start, so that the latest
 * observation on a day is found from the end. An observation whose value is
 * missing has a reason and no value; it is no measurement.
 */
#ifndef CORE_INDICATOR_H
#define CORE_INDICATOR_H

#include "core/phrase.h"

/* Where a fact comes from. `document` is empty when a person recorded it. */
struct source {
	struct str document;            /* id of the document */
	uint32_t   line, column;        /* from 1; 0: not known */
	struct str quote;               /* words as printed, at most 160 letters */
};

/* Which way is better; HOLD: neither. */
#define DIRECTIONS(X)                                                   \
	X(NONE, "",     "",                "")                          \
	X(RISE, "rise", "stige",           "rise")                      \
	X(FALL, "fall", "falde",           "fall")                      \
	X(HOLD, "hold", "holdes uændret",  "stay as it is")

enum direction {
#define X(id, code, da, en) DIRECTION_##id,
	DIRECTIONS(X)
#undef X
	DIRECTION_COUNT
};

struct str direction_code(enum direction d);
MUST_CHECK bool direction_from_code(struct str code, enum direction *ret);

struct indicator {
	struct str     id, title_da, title_en;  /* title_en may be empty: show title_da as Danish */
	enum unit      unit;
	enum direction better;
	bool           developing;      /* the way to measure it is not there yet */
};

struct observation {
	struct period   period;
	struct quantity value;          /* when missing == MISSING_NONE */
	enum missing    missing;
	uint32_t        method;         /* number of the method version, from 1 */
	bool            assumed;        /* the period is assumed: the source prints none */
	bool            preliminary;    /* printed with `*` */
	bool            breaks;         /* printed with `_`: not comparable with what came before */
	bool            withheld;       /* disclosure control: may be judged, never shown */
	struct source   source;
};

struct series {
	const struct observation *at;
	size_t                    len;
};

/* Order of a series, for qsort. */
int observation_cmp(const void *a, const void *b);

/* Counts of persons under this many in a breakdown by group or area are
 * withheld, with the shares that follow from them (domain.md, 4, last line). */
#define DISCLOSURE_MIN 5

/* Must this count of persons be withheld? `breakdown`: by group, or by area
 * below the city. A count that is not known exactly is withheld when its
 * interval reaches below the limit and above zero. Zero itself is shown. */
bool disclosure_withholds(const struct quantity *persons, bool breakdown);

#endif
