/* source_suggest.h - from the codes of a table and the bureau's words for them: what a source
 * could say. What the register calls an area or a group is looked for among the words.
 */
#ifndef APP_SOURCE_SUGGEST_H
#define APP_SOURCE_SUGGEST_H

#include "app/snapshot.h"
#include "app/source_words.h"
#include "document/figures.h"

#define SOURCE_SUGGEST_CODES 100        /* in one mapping */

struct source_suggestion {              /* each as a form has it; empty: nothing is suggested */
	struct str selection, period, areas, groups;
};

/* `picks`: what is selected already; then only areas are suggested, of what it selects. Areas: those of the dimension that has most of them, groups of another one. Selected are
 * their codes, all periods, and of each dimension that has to be selected the code of all
 * ("TOT"), else its first one. */
struct source_suggestion source_suggest(struct arena *a, const struct snapshot *sn,
                                        const struct figures *table,
                                        const struct source_selection *picks);

#endif
