/* dcat.h - the catalogue by DCAT-AP 2 (European application profile of W3C's DCAT), which
 * the Danish profile follows: what a national data portal harvests.
 *
 * Catalogue: title, description, publisher, licence, datasets. Dataset: title, description,
 * identifier, publisher, keyword, page, modified, distributions. Distribution: address to
 * ask and to fetch, media type, licence.
 */
#ifndef EXPORT_DCAT_H
#define EXPORT_DCAT_H

#include "export/rdf.h"
#include "model/catalogue.h"

struct rdf export_dcat(struct arena *a, const struct catalogue *m);

#endif
