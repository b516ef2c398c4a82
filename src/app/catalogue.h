/* catalogue.h - fills model/catalogue.h: a dataset an indicator, one of all indicators, and
 * the register. Without a statement. */
#ifndef APP_CATALOGUE_H
#define APP_CATALOGUE_H

#include "app/edition.h"
#include "model/catalogue.h"

/* `site`: "https://pejl.example.dk", or empty. */
struct catalogue catalogue_of(struct arena *a, const struct edition *ed, struct str site);

#endif
