/* fractions.h - "hver tredje", "hver femte": one of so many, beside counts or a
 * percentage. A part of the rule for ratios. */
#ifndef AUDIT_FRACTIONS_H
#define AUDIT_FRACTIONS_H

#include "audit/spoken.h"

/* "Hver tredje af de 120 unge (40)", "40 ud af 120, svarende til hver tredje", "hver
 * tredje (33 pct.)". One of few is a round figure: five percentage points to
 * either side, and two and a half from one of six on. */
void fractions_check(struct audit *x, const struct said *s);

#endif
