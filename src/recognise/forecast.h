/* forecast.h - what a sentence expects: "Andelen i job forventes at nå 65 pct. i 2010".
 *
 * One level of one thing in one period: a percentage, or a number of what is counted
 * ("Antallet af …"). What a figure changes by, an amount, a goal that is to be reached,
 * something that is not expected, and a sentence that names two figures or two periods
 * say none. The words for the expectation are Danish: forventes, ventes, skønnes, anslås,
 * forventer, "prognosen viser", "prognosen for … er".
 */
#ifndef RECOGNISE_FORECAST_H
#define RECOGNISE_FORECAST_H

#include "recognise/reads.h"

struct forecast {
	size_t         from, to;        /* bytes of the sentence: of what it is */
	struct reading figure, when;    /* `when` is dated */
};

/* False: it expects nothing that could be compared with a measurement. */
MUST_CHECK bool forecast_read(struct reads *r, struct str sentence, struct forecast *ret);

/* Does a sentence speak of what is expected at all? Its figures are no measurements. */
bool forecast_is_spoken(struct reads *r, struct str sentence);

#endif
