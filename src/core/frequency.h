/* frequency.h - how often something is measured, read from the words for it, and
 * which period is measured next.
 *
 * "hvert år", "årligt", "hvert andet år", "hvert 5. år", "to gange om året", "4 gange
 * årligt", "hvert kvartal", "halvårligt", "hver måned"; "every year", "annually", "every
 * other year", "twice a year", "every six months", "quarterly". What follows a comma,
 * a bracket, "i" or "in" says only when ("hvert år i oktober") and is passed over.
 * What cannot be put in whole months or days ("løbende", "five times a year") is
 * unknown and is never guessed.
 */
#ifndef CORE_FREQUENCY_H
#define CORE_FREQUENCY_H

#include "core/period.h"

struct frequency {                      /* one of them is 0 */
	int months, days;
};

/* False: unknown. */
MUST_CHECK bool frequency_parse(struct str words, struct frequency *ret);

/* The words for it that stand at byte `at` of running text ("Følges op hvert kvartal med
 * tal"), from where a word begins; `*end` is behind them. False: there are none. */
MUST_CHECK bool frequency_scan(struct str text, size_t at, size_t *end, struct frequency *ret);

/* The period that is measured after `latest`: as long, one step later. It is over,
 * and the measurement can be there, on its `to`. False: after the year 9999. */
MUST_CHECK bool frequency_next(struct frequency f, struct period latest, struct period *ret);

#endif
