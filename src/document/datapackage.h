/* datapackage.h - the list of files in a datapackage.json. */
#ifndef DOCUMENT_DATAPACKAGE_H
#define DOCUMENT_DATAPACKAGE_H

#include "base/diag.h"

struct datapackage {
	struct str *path;               /* of each resource, in order */
	size_t      len;
};

/* Frictionless "tabular-data-package". Refused with a diag: no JSON, no
 * resources, more than 200, a path that leads out of the folder. */
MUST_CHECK bool datapackage_read(struct arena *a, struct str name, struct str text,
                                 struct diags *d, struct datapackage *ret);

#endif
