/* disclosure.h - which counts of persons are withheld, so that nobody is known by them.
 *
 * First rule. A count under DISCLOSURE_MIN in a breakdown by group or area is withheld
 * (domain.md, 4; the usual limit in Denmark: what Danmarks Statistik shows of groups
 * under 3 is nothing, and its tool for researchers hides 1-4). Zero is shown.
 *
 * Second rule. What is withheld must not follow from what is shown: other cells are
 * withheld with it (complementary withholding, as in that tool), to a fixed point, and
 * then all of it is audited exactly. (Fischetti and Salazar, "Solving the cell
 * suppression problem on tabular data with linear constraints", Management Science 47,
 * 2001: the audit of a pattern.)
 *
 * A table is cells and sums: total = its parts. The caller says which sums there are;
 * a sum that the counts refute is none, see disclosure_sum_is(). Every cell that is
 * not shown exactly is an unknown. A withheld cell can be reckoned when it lies in the
 * row space of the sums: elimination in whole numbers, exact, says so, and which shown
 * cells it would be reckoned from. Of those the smallest count is withheld next; never
 * a zero, which many know from elsewhere, and a cell marked `keep` (the city's total)
 * only when no other is left. Since all sums are homogeneous and a withheld count is
 * not zero, that ends: when all that is not zero is withheld, nothing can be reckoned.
 * At last what turned out not to be needed is shown again, the largest first.
 *
 * Bounds. That a cell lies between two ends may be known: as in the source, an
 * interval is allowed (a withheld part of a total of 5 is at most 5). But a cell whose
 * interval is a single number is known. Readers know that what is small is 1-4, that
 * another part is not, and that nothing is negative. So the ends that follow sum by sum
 * are drawn, and for each withheld cell a witness is looked for: another table with the
 * same shown cells and marks in which it differs. A cell that is pinned, or for which no
 * witness is found in a bounded search, is treated as one that can be reckoned. When
 * nothing is left to withhold (four small parts of a small total are 1 each), one of
 * them is no longer said to be small.
 *
 * What is left of a total when its parts are taken away is a count, too: where it is
 * under the limit it is a cell of its own, shown nowhere, and protected the same way.
 *
 * Limits: the work is bounded (DISCLOSURE_WORK). A table that needs more, or figures
 * that do not fit, lose everything that hangs together with what is small.
 *
 * Pure. Memory from the caller's arena.
 */
#ifndef CORE_DISCLOSURE_H
#define CORE_DISCLOSURE_H

#include "base/arena.h"
#include "core/indicator.h"

#define DISCLOSURE_MIN  5
#define DISCLOSURE_WORK (UINT64_C(1) << 25)     /* entries of a matrix that are looked at */
#define DISCLOSURE_MANY (INT64_C(1) << 40)      /* as much or more: no end */

/* Must this count of persons be withheld? `breakdown`: by group, or by area below
 * the city. A count that is not known exactly is withheld when its interval
 * reaches below the limit and above zero. */
bool disclosure_withholds(const struct quantity *persons, bool breakdown);

struct count_range {
	int64_t low, high;              /* both inside; high DISCLOSURE_MANY: no end */
};

/* The whole counts that a quantity may be, from 0 to DISCLOSURE_MANY. */
struct count_range disclosure_range(const struct quantity *persons);

struct disclosure_cell {
	struct count_range count;
	bool               measured;    /* false: shown nowhere, whether withheld or not */
	bool               keep;        /* withheld only when no other is left */
	enum withheld      is;          /* SMALL: by the first rule; NEIGHBOUR: by the second */
	bool               hushed;      /* out: SMALL, but saying so would give it away */
};

struct disclosure_sum {
	size_t *part;                   /* cells */
	size_t  len, total;
};

struct disclosure {
	struct arena           *arena;
	struct disclosure_cell *cell;
	size_t                  cells, cells_cap;
	struct disclosure_sum  *sum;
	size_t                  sums, sums_cap;
	uint64_t                work;   /* done so far */
};

enum sum_is {
	SUM_IS_NONE,                    /* the counts refute it, or leave enough persons over */
	SUM_LEAVES_FEW,                 /* under the limit, but not zero */
	SUM_HOLDS,                      /* as far as the counts are known */
};

enum sum_is disclosure_sum_is(struct count_range total, const struct count_range *part,
                              size_t len);

/* The number of the new cell; parts are copied. With `leaves_few` the rest is a cell. */
size_t disclosure_add_cell(struct disclosure *d, struct disclosure_cell cell);
void   disclosure_add_sum(struct disclosure *d, size_t total, const size_t *part, size_t len,
                          bool leaves_few);

/* Is anything withheld, or left over, that others could give away? */
bool disclosure_is_needed(const struct disclosure *d);

/* Marks cells as WITHHELD_NEIGHBOUR until nothing withheld can be reckoned. */
void disclosure_complete(struct disclosure *d);

#endif
