/* search_json.h - what a search found, as JSON. */
#ifndef EXPORT_SEARCH_JSON_H
#define EXPORT_SEARCH_JSON_H

#include "export/schema.h"
#include "model/search_view.h"

extern const struct schema schemas_search[];

/* One hit; and, as members of what is open, "counts" and "suggestion". */
void export_search_hit(struct json *j, const struct search_hit *h);
void export_search_counts(struct json *j, const struct search_view *m);

#endif
