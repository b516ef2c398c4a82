/* contents.h - does the list of contents name the sections as they are? A part of
 * the rule for numbering. */
#ifndef AUDIT_CONTENTS_H
#define AUDIT_CONTENTS_H

#include "audit/audit.h"
#include "audit/outline.h"

/* Warns of an entry that is worded otherwise than its section, or has none. A
 * year that differs is no wording but a label's error. */
void contents_check(struct audit *x, struct outline *o);

#endif
