/* across.h - papers held against each other: targets of the same measure that
 * disagree, and values of the same quantity in the same period that do.
 *
 * What a paper promises and what it says was measured is taken out of it while it
 * is read, so that only that is kept of it. A finding stands in the later paper, in
 * the order in which they were named, and names the other's file and line. Inside
 * one paper it is the rule for conflicts that tells. (domain.md, 5)
 */
#ifndef AUDIT_ACROSS_H
#define AUDIT_ACROSS_H

#include "audit/promised.h"
#include "audit/stated.h"

#define FACTS_MAX 4000                  /* of one paper; of a longer one the first */

struct fact {
	struct str      file, words;    /* words: where it is said, at most 160 letters */
	uint32_t        line, column;
	bool            is_target;
	union {
		struct promised target; /* when is_target; its field and proposal are not kept */
		struct stated   value;  /* else; its field is not kept */
	};
};

struct facts {
	struct fact *at;
	size_t       len;
};

/* Of one paper; everything is in `a`, nothing borrowed from the paper but `file`. */
struct facts across_facts(struct arena *a, const struct document *doc, const struct recognition *seen,
                         struct str file);

/* What `of` papers, in their order, say of each other; each pair of papers once for
 * each measure, but at most four findings of one fact. What holds is told when `held`, else only counted: it grows with the
 * pairs of papers that agree. */
struct audit_report across_compare(struct arena *a, const struct facts *of, size_t papers,
                                   bool held);

#endif
