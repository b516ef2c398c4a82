/* catalogue.h - fills model/catalogue.h: a dataset an indicator, one of all indicators, and
 * the register. Without a statement. */
#ifndef APP_CATALOGUE_H
#define APP_CATALOGUE_H

#include "app/edition.h"
#include "model/catalogue.h"

/* Where an address of the server lies when its answers are files: "/x.csv?lang=da" at
 * "/x~lang=da.csv". */
typedef struct str catalogue_place(struct arena *a, struct str address);

/* `site`: "https://pejl.example.dk", or empty. `place` NULL: a server answers. */
struct catalogue catalogue_of(struct arena *a, const struct edition *ed, struct str site,
                              catalogue_place *place);

#endif
