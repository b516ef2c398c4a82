/* stated.h - two sentences that give the same share in the same period another
 * value: a part of the rule for conflicts.
 *
 * Only what cannot be read otherwise is compared: one share and one period in a
 * sentence, no goal, and the same content words. */
#ifndef AUDIT_STATED_H
#define AUDIT_STATED_H

#include "audit/audit.h"

void stated_check(struct audit *x);

#endif
