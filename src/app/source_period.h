/* source_period.h - the periods of bureaus and files.
 *
 * "2008", "2008K1", "2008Q1", "2008H1", "2008M01", "2004U27", "1982M12D09", as bureaus have
 * them; "2008-Q1", "2008-S1", "2008-M01", "2004-W27", "2008-03", "2007-12-01/P91D", as SDMX has
 * them; else words ("1. kvartal 2009").
 */
#ifndef APP_SOURCE_PERIOD_H
#define APP_SOURCE_PERIOD_H

#include "core/period.h"

MUST_CHECK bool source_period(struct arena *a, struct str code, struct period *ret);

#endif
