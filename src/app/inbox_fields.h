/* inbox_fields.h - the fields of a proposal as a form: which type each has, and what a
 * person made of them. */
#ifndef APP_INBOX_FIELDS_H
#define APP_INBOX_FIELDS_H

#include "app/proposals.h"
#include "model/inbox_view.h"
#include "model/posted.h"

enum field_type inbox_field_type(enum field_kind kind);
bool            inbox_field_has_year(enum field_kind kind);

#define INBOX_WORDS_MAX 20000           /* letters of a field */
#define INBOX_LINE_MAX  400             /* of a title and of a line */

/* Reads the form into `*ret`; faults of what a person changed and cannot be read. What
 * stands there as it was read is left as it was. `*changes`: lines "goal: before ->
 * after"; empty: nothing was corrected. */
void inbox_fields_read(struct arena *a, const struct proposal *p, const struct posted *form,
                       struct faults *f, struct corrected *ret, struct str *before,
                       struct str *after);

/* "t3" and "y3": what the form calls the words and the year of field 3. */
struct str inbox_field_name(struct arena *a, char what, size_t field);

#endif
