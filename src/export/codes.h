/* codes.h - the codes that stand in answers, with their words; and what else the API
 * has that no page shows. */
#ifndef EXPORT_CODES_H
#define EXPORT_CODES_H

#include "export/schema.h"

extern const struct schema schemas_codes[];

/* {"verdicts":[{"code","da","en"}],"reasons":...,"kinds":...,"units":...,
 * "qualifiers":...,"missing":...,"precisions":[...]} */
void export_codes(struct json *j);

struct change_shown {                   /* without who made it */
	int64_t    id, undoes;          /* undoes 0: none */
	struct str at, why, document;
};

void export_change(struct json *j, const struct change_shown *c);

#endif
