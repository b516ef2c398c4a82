/* audit.h - read a document as a compiler reads code.
 *
 * Each rule is one file with one function over an open audit; it adds claims
 * that hold and findings, in any order. audit_close() sorts them. Pure: no clock,
 * no I/O. A printed figure is its interval; a difference inside what the
 * rounding of the terms explains is never an error. (domain.md, 5)
 */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "core/phrase.h"
#include "model/finding.h"
#include "recognise/recognise.h"

struct audit {
	struct arena             *arena;
	const struct document    *doc;
	const struct recognition *seen;
	bool                      dated;        /* `as_of` is --as-of, else the document's own date */
	int32_t                   as_of;
	struct audit_report       report;       /* grows */
	size_t                    finding_cap, held_cap;
	struct spoken            *spoken;       /* its sentences, once a rule asked (spoken.h); else NULL */
};

/* All rules over one document. `as_of` NULL: the document's own date, if any. */
struct audit_report audit_document(struct arena *a, const struct document *doc,
                                   const struct recognition *seen, const int32_t *as_of);

/* Reports of several documents or of the register as one, sorted. What holds is told by
 * all of them, or only counted by all. */
struct audit_report audit_merge(struct arena *a, const struct audit_report *r, size_t n);

/* ---- for the rules ---- */

/* Something was recomputed and holds. File is filled in. */
void audit_holds(struct audit *x, struct claim c);
/* Something was recomputed and does not hold: counts as a failed claim when the
 * severity is error. File and severity are filled in, the quote is shortened.
 * The severity is the code's usual one, or a weaker one that the rule asks for.
 * ROUNDING counts as a claim that holds. */
void audit_finds(struct audit *x, struct finding f);

/* One function per rule. */
#define AUDIT_RULES(X)                                                       \
	X(sums) X(columns) X(yearly) X(listed) X(refunds) X(targets) X(ratios)       \
	X(growths) X(counts) X(labels) X(numbering) X(missing) X(conflicts)        \
	X(breaks) X(spending) X(overdue)

#define X(name) void audit_##name(struct audit *x);
AUDIT_RULES(X)
#undef X

#endif
