/* multiples.h - changes that are said otherwise than "A, from B to C": "fordoblet fra
 * 45 til 90", "84, en stigning på 12 i forhold til 72", "forskellen mellem 85 pct. og 79
 * pct. er 6 procentpoint". A part of the rule for growths. */
#ifndef AUDIT_MULTIPLES_H
#define AUDIT_MULTIPLES_H

#include "audit/changes.h"

void multiples_check(struct audit *x, const struct said *s);
/* "248 mod 163 i 2014. Det er en stigning på 52 pct." */
void multiples_check_next(struct audit *x, const struct said *s, const struct said *next);

#endif
