/* steps_rule.h - the last steps, in words; internal to core/steps*.c. */
#ifndef CORE_STEPS_RULE_H
#define CORE_STEPS_RULE_H

#include "core/steps.h"

/* "Regel: tempoet er mindst 0,95. Dom: på vej" */
void steps_rule(struct buf *b, const struct judgement *j, bool danish);

/* The other verdict, and why it could be that. False: there is no doubt. */
MUST_CHECK bool steps_doubt(struct buf *b, const struct judgement *j, bool danish);

#endif
