/* forms.h - status forms: begun, filled in, submitted, approved, laid before the
 * council; who may what is core/form.h's table and core/access.h.
 *
 * Each save is a version. Who saves says which version she saw: when another one came
 * meanwhile nothing is written (DEED_STALE), and forms_conflict() shows both. What is
 * not laid before the council is in no page, download or search that is public; when
 * it is, its answers become status reports (and spending) of the register in the same
 * transaction.
 */
#ifndef APP_FORMS_H
#define APP_FORMS_H

#include "app/deed.h"
#include "app/edition.h"
#include "model/form_view.h"
#include "model/posted.h"
#include "model/task.h"

/* ---- reading. False: a problem in the store. ---- */

MUST_CHECK bool forms_all(struct arena *a, struct store *s, struct form_heads *ret);

/* What `who` owes on forms: those to fill in, mend, approve, lay before the council.
 * Nothing that she submitted herself is hers to approve. Added to `to`. */
MUST_CHECK bool forms_tasks(struct arena *a, struct store *s, const struct edition *ed,
                            const struct actor *who, struct tasks *to);

/* Those that `who` may read. */
MUST_CHECK bool forms_list(struct arena *a, struct store *s, const struct edition *ed,
                           const struct actor *who, struct form_list *ret);

enum form_found { FORM_FOUND, FORM_NOT_THERE, FORM_NOT_HERS, FORM_UNREADABLE };

/* One form as `who` sees it. UNREADABLE: a problem in the store. */
enum form_found forms_read(struct arena *a, struct store *s, const struct edition *ed,
                           const struct actor *who, int64_t id, struct status_form *ret);

#define FORM_EDITS_MAX 20               /* versions on a page of the history */

/* The versions before `before` (0: the newest there are), into `to`. */
MUST_CHECK bool forms_history(struct arena *a, struct store *s, int64_t before,
                              struct status_form *to);

/* After DEED_STALE: what was sent and what another saved are put together in
 * to->values; where both changed the same field it holds hers, and stands in
 * to->conflict. */
MUST_CHECK bool forms_conflict(struct arena *a, struct store *s, enum notation notation,
                               const struct posted *p, struct status_form *to);

/* ---- deeds. `base`: where forms are, "/da/work/form/". ---- */

/* Fields "initiative" (its key) and "period". One that is there already is led to.
 * What was approved last time is taken over, else what the register knows. */
enum deed_state forms_open(struct deed *d, const struct edition *ed, const struct posted *p,
                           struct str base);

/* Fields as FORM_FIELDS and those of the targets, and "version"; what is not sent
 * stays. `submit`: and it is submitted. `*version`: the newest, when it is done. */
enum deed_state forms_save(struct deed *d, const struct edition *ed, int64_t id,
                           const struct posted *p, enum notation notation, bool submit,
                           struct str base, int64_t *version);

/* Fields "step" (a code of FORM_STEPS), "version", "note". */
enum deed_state forms_step(struct deed *d, const struct edition *ed, int64_t id,
                           const struct posted *p, struct str base);

#endif
