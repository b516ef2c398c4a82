/* table_flaws.h - what makes a table one that cannot be summed, as findings. */
#ifndef AUDIT_TABLE_FLAWS_H
#define AUDIT_TABLE_FLAWS_H

#include "audit/audit.h"
#include "recognise/matrix.h"

/* One `table` finding for each flaw of `m`. */
void table_flaws_report(struct audit *x, const struct matrix *m);

#endif
