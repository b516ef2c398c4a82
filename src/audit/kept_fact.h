/* kept_fact.h - what is kept of a fact for the papers that follow: all that decides
 * whether another is of the same, whether they agree and what is told of it, in as few
 * bytes as it takes. Inside audit/ only.
 *
 * A fact takes some sixty bytes and not a thousand; where it stood is kept by those who
 * keep it. Facts with the same bytes are of the same and agree with the same others.
 */
#ifndef AUDIT_KEPT_FACT_H
#define AUDIT_KEPT_FACT_H

#include "audit/across.h"

/* At the end of `b`, which must be large enough. */
void fact_pack(struct buf *b, const struct fact *f);

/* `stem` is room for the words of its measure; texts are in `packed`. File, words, line and
 * column are not known. */
void fact_unpack(struct str packed, struct str stem[MEASURE_WORDS_MAX], struct fact *ret);

#endif
