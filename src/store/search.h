/* search.h - what can be searched for, kept beside the rows that it comes from.
 *
 * store_noun_add() and store_noun_end() keep it: whatever writes a row of a noun
 * (import, accept, undo, load) writes its entry in the same transaction, and nobody
 * else does. Of every kind that is public the texts are found, in Danish and in
 * translation; of a document its lines, once it is published, which must be there
 * before its row. Figures are not in it, so what is withheld cannot be.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "base/term.h"
#include "store/store.h"

/* Inside a transaction, for store/nouns.c. */
MUST_CHECK bool search_add(struct store *s, enum noun n, const struct noun_row *row);
MUST_CHECK bool search_drop(struct store *s, enum noun n, int64_t id);

/* All of it anew, inside a transaction. */
MUST_CHECK bool search_reindex(struct store *s);

/* Is it what the register gives? How it differs is a diag; false only for a problem
 * in the store. */
MUST_CHECK bool search_check(struct store *s, struct diags *d);

/* What the SEARCH statements want: every word, in titles alone or anywhere. At least
 * one word. Words are folded, so that nothing of them is syntax. */
struct str      search_match(struct arena *a, const struct store *s, const struct wanted *w,
                             bool titles);

#endif
