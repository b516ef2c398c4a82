/* form_step.h - a status form is taken a step further. Only for app/form*.c. */
#ifndef APP_FORM_STEP_H
#define APP_FORM_STEP_H

#include "app/form_store.h"

/* May this person take that step of it now? `*own`: she could, if it were not her own. */
bool form_step_may(const struct actor *who, const struct form_head *head,
                   const struct form_owner *o, enum form_step step, bool *own);

/* Inside a transaction, allowed already: its row, its state, the trail, and what the
 * register gets of it. False: a problem in the store. */
MUST_CHECK bool form_step_take(struct form_work *w, enum form_step step, struct str note);

/* The answers become status reports of the register, and the money its spending. */
MUST_CHECK bool form_lay(struct form_work *w);

#endif
