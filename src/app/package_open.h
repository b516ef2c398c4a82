/* package_open.h - what everybody may read of the register, as a data package: the same
 * files as `pejl dump` writes (package.h), so that `pejl load` takes them, but
 *
 *	only nouns that are public (no proposals, none of their fields), as they stand now;
 *	no measurement that is withheld: it is "confidential", as a table prints it;
 *	text of documents only where they are published;
 *	changes without who made them and without their nonces: "change-7".
 *
 * Nothing of the staff's side is a noun, so nothing of it is here.
 */
#ifndef APP_PACKAGE_OPEN_H
#define APP_PACKAGE_OPEN_H

#include "app/edition.h"

struct package_part {
	struct str path, bytes;         /* "indicator.csv" */
};

/* Everything is in `a`. False: a problem in the store, or too much for a file. */
MUST_CHECK bool package_open(struct arena *a, const struct edition *ed,
                             struct package_part **ret, size_t *len);

#endif
