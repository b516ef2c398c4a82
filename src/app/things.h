/* things.h - the keys of everything in the register: names people and files use
 * against numbers the database uses. Loaded once for a unit of work.
 */
#ifndef APP_THINGS_H
#define APP_THINGS_H

#include "store/store.h"

struct things;

/* All things of the register. NULL with a problem left in the store. Memory is
 * in `a`. */
struct things *things_load(struct arena *a, struct store *s);

/* Those that came to the register since. */
MUST_CHECK bool things_follow(struct things *t, struct store *s);

/* 0 where there is none. */
int64_t     things_find(const struct things *t, enum noun kind, struct str key);
struct str  things_key(const struct things *t, int64_t id);
enum noun   things_kind(const struct things *t, int64_t id);    /* NOUN_NONE: no such id */

size_t      things_count(const struct things *t);       /* ids are below this */

/* A new thing, in the store too (inside a transaction). 0: a problem, or the
 * key is taken. */
int64_t     things_add(struct things *t, struct store *s, enum noun kind, struct str key);

/* A key of letters, digits and '-' made from words ("Første job i Danmark" ->
 * "foerste-job-i-danmark"), at most 48 letters, made unique with -2, -3. */
struct str  things_new_key(const struct things *t, struct arena *a, enum noun kind,
                           struct str words);

/* "helbredsteam", or "kind:key" where a column refers to ANY. 0: no such thing. */
int64_t     things_resolve(const struct things *t, enum noun refers, struct str text);
struct str  things_reference(const struct things *t, struct arena *a, enum noun refers,
                             int64_t id);

#endif
