/* source_unit.h - what a bureau counts in, beside what an indicator is measured in. */
#ifndef APP_SOURCE_UNIT_H
#define APP_SOURCE_UNIT_H

#include "core/quantity.h"

/* "Antal", "Procent", "1.000 kr.", "persons": false when it cannot be `u`. What is not known
 * may be anything. `*shift`: so many noughts belong to each figure ("mio. kr.": 6). */
MUST_CHECK bool source_unit_fits(struct arena *a, struct str bureau, enum unit u, uint8_t *shift);

/* Can its figures be added up? */
bool source_unit_adds(enum unit u);

#endif
