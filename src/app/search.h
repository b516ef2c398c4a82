/* search.h - everything that can be read, by its words.
 *
 * All words must be there, in the title, in other texts, in the translation or on
 * one line of a published document; the last one may go on ("indika"). Found in the
 * title comes first: the title itself, then what begins so, then the rest; lines of
 * documents come last. What cannot be found at all gets a suggestion from the words
 * that can. Three statements at most.
 */
#ifndef APP_SEARCH_H
#define APP_SEARCH_H

#include "app/snapshot.h"
#include "base/term.h"
#include "model/search_view.h"

struct search_ask {
	struct str words;
	enum noun  kind;                /* NOUN_ANY: all; NOUN_NONE: lines of documents */
	size_t     page;                /* from 1 */
	size_t     limit;               /* hits a page; 0: SEARCH_PAGE */
};

/* `sn` holds NOUN_ALL as of now. A page behind the last has no hits. False: a problem
 * in the store. */
MUST_CHECK bool search(struct arena *a, struct store *s, const struct snapshot *sn,
                       const struct search_ask *ask, struct search_view *ret);

/* ---- for search_words.c ---- */

/* The words of a text that fit, and what stands around the first of them; all of a
 * short text. */
struct search_pieces search_title(struct arena *a, struct str text, const struct wanted *w,
                                  bool danish);
struct search_pieces search_snippet(struct arena *a, struct str text, const struct wanted *w,
                                    bool danish);

/* Words near to those, as they stand folded in the index; `*found` false: none. */
MUST_CHECK bool search_nearest(struct arena *a, struct store *s, const struct wanted *w,
                               struct wanted *ret, bool *found);

#endif
