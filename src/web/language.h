/* language.h - which of the site's languages does a reader prefer?
 * (RFC 9110, 12.5.4: Accept-Language)
 */
#ifndef WEB_LANGUAGE_H
#define WEB_LANGUAGE_H

#include "view/lang.h"

/* The one with the highest weight, the earliest one at the same. Who states no
 * language reads the register's own, Danish; who states none of ours English. */
struct lang language_wanted(struct str accept_language);

#endif
