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

/* What the papers named so far say. It grows with what they say for the first time, not with
 * how often it is said; nothing of a paper is borrowed but the name of its file. */
struct across;

/* In `a`. What holds is told when `held`, else only counted: it grows with the pairs of papers
 * that agree, and so does what is kept. */
struct across *across_new(struct arena *a, bool held);

/* What the next paper says of the earlier ones, all of it in `a`, in the order of its facts; each earlier
 * paper once for each measure, but at most four findings of one fact. */
struct audit_report across_next(struct across *x, struct arena *a, const struct facts *paper);

/* The same of `papers` papers in their order, as one report, sorted. */
struct audit_report across_compare(struct arena *a, const struct facts *of, size_t papers,
                                   bool held);

#endif
