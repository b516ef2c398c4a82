/* facts.h - what a report says, fact by fact, as text: kept with each that was laid before
 * the council, so that two can be compared by any later program.
 *
 * Lines as in fields.h:
 *	t  key, verdict, figure, unit, title, English title     a target
 *	m  key, kroner of all years, title, English title       a budget line that counts
 *	p  initiative, words, state, title, English title       a promise for a time
 *	x  kind:key                                             a thing that is in it
 */
#ifndef REPORT_FACTS_H
#define REPORT_FACTS_H

#include "model/release_view.h"
#include "view/lang.h"

void report_facts(struct buf *b, const struct report_paper *m);

/* What `after` says that `before` did not. False: one of them is no such text. */
MUST_CHECK bool facts_compare(struct arena *a, const struct lang *l, struct str before,
                              struct str after, struct release_changes *ret);

#endif
