/* promise.h - a goal in words -> a typed target.
 *
 * "Mindst 95 pct. … ved udgangen af 2009" is a level; "øges med 10 procentpoint
 * til og med 2010 til ca. 64 pct." a change with a printed level; "skal stige" a
 * direction; "ingen nye udsatte boligområder" a set; "?" undefined. What is
 * nothing a machine could check is undefined too. (domain.md, 3: Targets)
 */
#ifndef RECOGNISE_PROMISE_H
#define RECOGNISE_PROMISE_H

#include "core/target.h"
#include "recognise/reads.h"

struct promise {
	struct target target;           /* without id and source; text borrows the input */
	enum unit     unit;             /* of the indicator that it needs */
	bool          certain;          /* false: a person should look at it */
};

struct promises {
	struct promise *at;
	size_t          len;            /* at least 1 */
};

/* One promise in one sentence or cell. `year` is the document's year, for
 * periods without one (0: unknown). Never fails: the kind is UNDEFINED where
 * nothing can be checked. */
struct promise promise_read(struct reads *r, struct str text, int year);

/* All promises of a text: one per sentence where several promise something, and
 * two in "200 vejledningsforløb og 100 løntilskudspladser", each with its own
 * words and the period of the whole. Most texts hold one. */
struct promises promises_read(struct reads *r, struct str text, int year);

#endif
