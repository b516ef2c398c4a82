/* answering.h - answers to findings: which may be given, and giving one. */
#ifndef APP_ANSWERING_H
#define APP_ANSWERING_H

#include "app/answers.h"
#include "app/deed.h"
#include "app/edition.h"
#include "model/answering_view.h"
#include "model/posted.h"
#include "model/task.h"

#define ANSWER_WORDS_MAX 1000           /* letters */

/* What `who` may answer. False: a problem in the store. */
MUST_CHECK bool answering_list(struct arena *a, const struct edition *ed,
                               const struct actor *who, struct answering_list *ret);

/* What was found at one document (its text audited, published or not) or thing, which is
 * there. False: a problem in the store. */
MUST_CHECK bool answering_view(struct arena *a, const struct edition *ed, struct str file,
                               struct answering_view *ret);

/* The finding that a form is about: its code, line and digest; NULL: not found now. */
const struct answering_finding *answering_find(const struct answering_view *m,
                                               const struct posted *form);

/* "do" is answer or withdraw; "was" the change of the answer that the person saw, 0: none.
 * `f` is a finding of `file`. STALE: somebody answered meanwhile. */
enum deed_state answer_finding(struct deed *d, struct str file,
                               const struct answering_finding *f, const struct posted *form);

/* Errors without an answer that `who` may answer, a task for each document or thing. */
MUST_CHECK bool findings_tasks(struct arena *a, struct store *s, const struct edition *ed,
                               const struct actor *who, struct tasks *to);

#endif
