/* term.h - words of a text as they are searched for: folded, so that "aarhus" finds
 * Århus, "oerestad" Ørestad and "cafe" Café.
 *
 * A term is a run of letters and digits. Folded it has only a-z and 0-9: å is aa, ø
 * and ö oe, æ and ä ae, other accents are taken away, and a letter of another script
 * becomes "u" and its code. Everything else parts terms, so
 * that no sign of a query language is ever in one.
 */
#ifndef BASE_TERM_H
#define BASE_TERM_H

#include "base/buf.h"
#include "base/arena.h"

#define TERM_MAX 64                     /* bytes of a folded term; the rest is cut off */

struct term {
	struct str text;                /* as it stands */
	char       folded[TERM_MAX];
	size_t     len;
};

/* The next term at or behind `*at`, which is moved past it. False: there is none. */
MUST_CHECK bool term_next(struct str text, size_t *at, struct term *ret);

struct str term_folded(const struct term *t);   /* borrowed from it */

/* All terms of a text, folded, with one blank between them. */
struct str terms_fold(struct arena *a, struct str text);

/* ---- what somebody looks for ---- */

#define TERMS_WANTED_MAX 12             /* the others are left out */

struct wanted {
	struct str at[TERMS_WANTED_MAX];        /* folded */
	size_t     len;
	bool       begun;               /* the last one may go on: "indika" */
};

/* The words of a query, each once. A last word that nothing follows may go on. */
struct wanted terms_wanted(struct arena *a, struct str query);

/* Is the term one of those? */
bool terms_match(const struct wanted *w, const struct term *t);

#endif
