/* reference.h - what has digits and is neither a figure nor a period.
 *
 * Case and decision numbers, paragraphs, postcodes, web and mail addresses:
 * "Sagsnr. 2010-72953", "BR 395/2006", "§ 110, stk. 2", "1592 København V",
 * "https://kk.dk/2010". (domain.md, 2: Numbers)
 */
#ifndef CORE_REFERENCE_H
#define CORE_REFERENCE_H

#include "base/str.h"

/* A reference that starts at byte `at` of running text; `*end` is the byte after
 * it. "BR 09.10.08" is a decision with a date and no reference. */
MUST_CHECK bool reference_scan(struct str text, size_t at, size_t *end);

#endif
