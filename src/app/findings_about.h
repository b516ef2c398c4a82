/* findings_about.h - what the audit of the register found about some things: those
 * whose place is where they stand, see audit_register.h. */
#ifndef APP_FINDINGS_ABOUT_H
#define APP_FINDINGS_ABOUT_H

#include "app/edition.h"

struct findings_about {
	struct arena         *a;
	const struct edition *ed;
	struct str           *place;    /* "document:line:column" or "kind:key" */
	size_t                places, cap;
};

/* A row that is not there is none. */
void   findings_about_add(struct findings_about *f, const struct noun_row *row);

/* In the order of the report; how many. */
size_t findings_about_find(struct findings_about *f, const struct finding ***ret);

#endif
