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

/* Why a figure is withheld: id, code in JSON and CSV, Danish, English. Whether it is at
 * all is its truth: NOT is 0. */
#define WITHHELDS(X)                                                                      \
	X(NOT,       "",          "", "")                                                 \
	X(SMALL,     "few",       "tilbageholdt: færre end 5 personer",                   \
	                          "withheld: fewer than 5 persons")                       \
	X(NEIGHBOUR, "neighbour", "tilbageholdt, så et nabotal ikke kan regnes ud",       \
	                          "withheld so that a neighbour cannot be reckoned")      \
	X(PART,      "part",      "tilbageholdt: bygger på et tilbageholdt tal",          \
	                          "withheld: rests on a withheld figure")

enum withheld {
#define X(id, code, da, en) WITHHELD_##id,
	WITHHELDS(X)
#undef X
};

struct str withheld_code(enum withheld w);
struct str withheld_words(enum withheld w, bool danish);

/* Of what is reckoned from two figures: nothing, when neither is withheld. */
enum withheld withheld_with(enum withheld a, enum withheld b);

struct observation {
	struct period   period;
	struct quantity value;          /* when missing == MISSING_NONE */
	enum missing    missing;
	uint32_t        method;         /* number of the method version, from 1 */
	bool            assumed;        /* the period is assumed: the source prints none */
	bool            preliminary;    /* printed with `*` */
	bool            breaks;         /* printed with `_`: not comparable with what came before */
	enum withheld   withheld;       /* disclosure control: may be judged, never shown */
	struct source   source;
};

struct series {
	const struct observation *at;
	size_t                    len;
};

/* Order of a series, for qsort. */
int observation_cmp(const void *a, const void *b);

#endif
