/* fault.h - what is wrong with a form that somebody sent, field by field.
 *
 * The words stand in English in the code, marked N_(), and are said in the reader's
 * language where they are shown: at the field and in the summary above the form.
 */
#ifndef MODEL_FAULT_H
#define MODEL_FAULT_H

#include "base/arena.h"

/* Marks a text for the catalogue, as in view/lang.h. */
#define N_(text) text

#define FAULTS_MAX 100                  /* more are not kept */

struct fault {
	struct str  field;              /* as the form calls it; empty: the form as a whole */
	const char *words;              /* N_("Write a date as {1}"), without a dot */
	struct str  with;               /* in place of {1} */
};

struct faults {
	struct arena *arena;
	struct fault *at;
	size_t        len, cap;
};

/* Copies `field` and `with`. Returns false. */
bool fault_add(struct faults *f, struct str field, const char *words, struct str with);

/* The first of a field, or NULL. */
const struct fault *fault_of(const struct faults *f, struct str field);

#endif
