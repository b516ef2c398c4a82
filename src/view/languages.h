/* languages.h - the catalogues of all languages as a bundle (base/bundle.h), which
 * tools/languages.sh makes of po/. The word of each is the language's code.
 */
#ifndef VIEW_LANGUAGES_H
#define VIEW_LANGUAGES_H

#include "view/lang.h"

extern const char languages_embedded[], languages_embedded_end[];

struct str languages_bundle(void);

/* The language `i` of a bundle; behind its catalogues comes English, in which the
 * texts stand in the code. False: there are no more. */
MUST_CHECK bool languages_at(struct str bundle, size_t i, struct lang *ret);
MUST_CHECK bool languages_find(struct str bundle, struct str code, struct lang *ret);

#endif
