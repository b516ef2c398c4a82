/* form_unlay.h - a status form whose laying before the council is taken back with the
 * change of the register that it made, and brought again with that.
 */
#ifndef APP_FORM_UNLAY_H
#define APP_FORM_UNLAY_H

#include "app/change.h"

/* Inside the transaction that takes `change` back: the form that was laid by it is approved
 * again and can be laid anew; if `change` itself took a laying back, it is laid again. A form
 * that went on meanwhile (was unlocked, or laid once more) stays as it is. The step stands in
 * the form's history with who and why, and in the trail. */
MUST_CHECK bool form_follow_undo(struct store *s, int64_t change, const struct act *act);

#endif
