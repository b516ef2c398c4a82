/* catalogue.h - texts in another language: the .mo files that msgfmt writes.
 *
 * A catalogue is borrowed bytes, in either byte order and at any address. Every
 * number in it is checked where it is used, so that bytes that are no catalogue
 * hold no texts and do no harm. (GNU gettext manual, 10.3: The format of GNU MO
 * files. Texts are found by the table of hashes, by halving where there is none.)
 */
#ifndef BASE_CATALOGUE_H
#define BASE_CATALOGUE_H

#include "base/str.h"

/* What `text` is in the catalogue; `context` tells apart what is written alike,
 * empty: it has none. False: it is not there. */
MUST_CHECK bool catalogue_find(struct str mo, struct str context, struct str text,
                               struct str *ret);

/* The form that goes with `n` things, by the catalogue's own rule; `one` is the
 * text for one thing, by which it stands there. */
MUST_CHECK bool catalogue_find_n(struct str mo, struct str one, uint64_t n, struct str *ret);

/* A line of the header, such as "Language". */
MUST_CHECK bool catalogue_field(struct str mo, struct str name, struct str *ret);

#endif
