/* source_draft_text.h - private to app/source_*: what is kept of a source that is not saved. */
#ifndef APP_SOURCE_DRAFT_TEXT_H
#define APP_SOURCE_DRAFT_TEXT_H

#include "document/figures.h"
#include "model/source_draft.h"
#include "model/source_kind.h"

/* The fields of a source's form and no others, "name TAB value", a line each; and back, with
 * room for those that are suggested. */
struct str source_draft_form(struct arena *a, const struct posted *form);
void       source_draft_posted(struct arena *a, struct str text, struct posted *ret);

/* The dimensions of a table, of each the first SOURCE_SIDE_CODES codes. */
void source_draft_sides(struct arena *a, const struct figures *table, struct source_draft *to);

/* What was seen of the table, suggested and tried; and back. */
struct str source_draft_text(struct arena *a, const struct source_draft *m);
void       source_draft_read(struct arena *a, struct str text, struct source_draft *to);

/* The first lines of a file of columns, as far as they are text; empty: it is none. */
struct str source_draft_lines(struct arena *a, enum source_kind kind, struct str bytes);

#endif
