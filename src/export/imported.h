/* imported.h - the answer of `pejl import --json`. */
#ifndef EXPORT_IMPORTED_H
#define EXPORT_IMPORTED_H

#include "export/json.h"
#include "model/imported.h"

void export_imported(struct json *j, const struct imported_list *list);

#endif
