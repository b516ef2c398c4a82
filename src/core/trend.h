/* trend.h - what one series did, as the headline of its page: one active sentence of
 * at most 15 words, in Danish and English.
 *
 *	Andelen steg fra 54,40 til 59,90 pct. mellem foråret 2007 og august 2008
 *	The share rose from 54.40 to 59.90 per cent between spring 2007 and August 2008
 *
 * Decided here, where the domain is silent:
 * - It spans the newest method since its last break: what came before is not
 *   comparable. Of what is counted over time (persons, kroner, ...) only periods of
 *   the same length are compared, give or take a tenth.
 * - Where a qualified figure or a survey is one of the two and their intervals
 *   meet, nothing is said about the direction: the share "went from ... to".
 * - Where that would be too long, periods are cut to years or dates, and then the
 *   first is left out. A period that is withheld says so and nothing else.
 */
#ifndef CORE_TREND_H
#define CORE_TREND_H

#include "core/indicator.h"

#define TREND_WORDS_MAX 15

enum move {
	MOVE_UNMEASURED,                /* no figure; `latest` may say why */
	MOVE_WITHHELD,                  /* the latest figure is */
	MOVE_SINGLE,                    /* nothing to compare the latest with */
	MOVE_ROSE, MOVE_FELL, MOVE_UNCHANGED,
	MOVE_UNCERTAIN,                 /* the figures may be the same */
};

struct trend {
	enum move                 move;
	const struct observation *first;        /* from SINGLE on NULL; borrowed, as `latest` */
	const struct observation *latest;       /* NULL: none */
	struct str                da, en;       /* without a full stop, in the arena */
};

/* By the observations known on `as_of`; `s` sorted. */
struct trend trend_of(struct arena *a, struct series s, const struct indicator *i, int32_t as_of);

/* Where only the parts of it are measured. */
struct trend trend_of_parts(void);

/* The newest with dates that ended by `as_of`, measured or missing; NULL: none. */
const struct observation *trend_latest(struct series s, int32_t as_of);

/* "andelen", "the share": what a figure in this unit is called. */
struct str unit_subject(enum unit u, bool danish);

#endif
