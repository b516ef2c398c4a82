/* validate.h - is a text what its column of the register holds?
 *
 * The edge at which rows from files are checked; behind it codes, dates and
 * figures are what they claim to be.
 */
#ifndef APP_VALIDATE_H
#define APP_VALIDATE_H

#include "model/noun.h"

/* Empty: fine. Else what is wrong, in one line. Not for REF. */
struct str validate_value(enum noun n, size_t column, struct str text);

/* What a whole row must hold besides: a target that contradicts itself, a
 * period with an end before its beginning, a column that must say something. */
struct str validate_row(enum noun n, const struct str *text, const int64_t *ref);
/* The same for a form: words of the catalogue, or NULL, and the column that they are
 * about. */
const char *validate_row_at(enum noun n, const struct str *text, const int64_t *ref,
                            size_t *column);

/* A key is text without blanks, control letters and , " / : (at most 200 bytes). */
bool       validate_key(struct str key);

#endif
