/* language.h - which of the two languages does a reader prefer?
 * (RFC 9110, 12.5.4: Accept-Language)
 */
#ifndef WEB_LANGUAGE_H
#define WEB_LANGUAGE_H

#include "base/str.h"

/* The one with the higher weight, the earlier one at the same. Who states no
 * language reads Danish; who states neither of the two reads English. */
bool language_is_danish(struct str accept_language);

#endif
