/* source_break.h - breaks in the series of sources, proposed as method versions.
 *
 * SOURCE_IS_NEW_METHOD: the indicator is measured in a new way from the first period on that
 * the bureau has by its new codes; a METHOD says so, and the next fetch goes on in it.
 * SOURCE_IS_SAME_SERIES: the bureau only calls something else; the next fetch goes on as before.
 */
#ifndef APP_SOURCE_BREAK_H
#define APP_SOURCE_BREAK_H

#include "app/change.h"

struct source_break {
	struct str key, title;          /* of the source */
	struct str indicator;           /* its key */
	struct str was, is;             /* "HERKOMST 5 Dansk oprindelse"; one may be empty */
	struct str words;               /* "it was “…”, and is “…”", "the bureau marks a break at 2026K1" */
	int64_t    found;               /* UTC seconds */
	int64_t    version;             /* of the way of measuring that is proposed */
};

MUST_CHECK bool source_breaks(struct arena *a, struct store *s, struct source_break **ret,
                              size_t *len);

enum source_verdict { SOURCE_IS_NEW_METHOD, SOURCE_IS_SAME_SERIES };

/* Inside a transaction. `change`: of the new METHOD; 0: none was made. False: a diag (there
 * is no such break), or a problem left in the store. */
MUST_CHECK bool source_decide_within(struct arena *a, struct store *s, struct str key,
                                     enum source_verdict verdict, const struct act *act,
                                     struct diags *d, int64_t *change);
MUST_CHECK bool source_decide(struct arena *a, struct store *s, struct str key,
                              enum source_verdict verdict, const struct act *act,
                              struct diags *d, int64_t *change);

#endif
