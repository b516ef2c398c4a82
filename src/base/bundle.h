/* bundle.h - several files as one, which is part of the program (base/embed.h):
 * for each a line "LENGTH WORDS", what it is called and more, then its bytes.
 */
#ifndef BASE_BUNDLE_H
#define BASE_BUNDLE_H

#include "base/str.h"

/* Cuts the first file off. False: there is none, or what is there is no bundle. */
MUST_CHECK bool bundle_cut(struct str *bundle, struct str *words, struct str *bytes);

#endif
