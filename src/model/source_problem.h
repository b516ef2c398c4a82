/* source_problem.h - why figures of a source did not come, in words for those who look after
 * it, and what she can do: one row a problem, found by what the program said of it.
 */
#ifndef MODEL_SOURCE_PROBLEM_H
#define MODEL_SOURCE_PROBLEM_H

#include "model/fault.h"

struct source_advice {
	const char *what, *remedy;      /* N_(); say() them */
	const char *field;              /* of the form, at which it can be mended; NULL: at none */
};

/* `said`: the message of a diag of app/sources.h. What no row knows has a row of its own, and
 * is never empty. */
struct source_advice source_advice(struct str said);

#endif
