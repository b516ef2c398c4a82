/* languages.h - the bundle of catalogues that is part of the program.
 *
 * One file that tools/languages.sh makes of po/: for each language a line
 * "da 12345", its code and the length of its catalogue, and then the catalogue.
 */
#ifndef VIEW_LANGUAGES_H
#define VIEW_LANGUAGES_H

#include "view/lang.h"

extern const char languages_embedded[], languages_embedded_end[];

struct str languages_bundle(void);

/* The language `i` of a bundle; behind its catalogues comes English, in which the
 * texts stand in the code. False: there are no more. */
MUST_CHECK bool languages_at(struct str bundle, size_t i, struct lang *ret);

#endif
