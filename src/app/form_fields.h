/* form_fields.h - the fields of a status form: what is asked, what was sent, what is
 * taken over, and whether it is all there. Only for app/form*.c. */
#ifndef APP_FORM_FIELDS_H
#define APP_FORM_FIELDS_H

#include "app/form_store.h"
#include "model/posted.h"

/* Its targets, in the order of the barometer, with the names of their fields. */
size_t form_goals(struct arena *a, const struct edition *ed, const struct form_owner *o,
                  struct form_goal **ret);
size_t form_lines(struct arena *a, const struct edition *ed, const struct form_owner *o,
                  struct form_line **ret);

/* What was sent, where something was, else what is in `old`. */
struct form_values form_take(struct form_work *w, const struct posted *p, enum notation notation,
                             const struct form_values *old);

/* Faults where something is missing that must be there when it is submitted. */
void form_check(struct form_work *w, const struct form_values *v);

/* What a form begins with: what was approved last, else the register's words. */
MUST_CHECK bool form_prefill(struct form_work *w, struct form_values *ret);

#endif
