/* sources.h - figures from bureaus: the sources, one of them, one time that it was asked. */
#ifndef VIEW_PAGES_SOURCES_H
#define VIEW_PAGES_SOURCES_H

#include "model/source_draft.h"
#include "view/work.h"

void sources_page(struct page *p, struct work *w, const struct sources_view *m);
void source_page(struct page *p, struct work *w, const struct source_view *m);
/* How far it is, or what came of it. `may`: she may fetch what was tried. */
void source_run_page(struct page *p, struct work *w, const struct source_run *m, bool may);

/* ---- the parts ---- */

/* Above the form of a source that is not saved: what its table has, and what would come. */
void source_draft_part(struct page *p, const struct source_draft *m);

/* "23. november 2026, 08.31 UTC". */
void source_moment(struct page *p, int64_t unix);
/* "12 new, 1 revised, 48 as before." */
void source_counts(struct page *p, const struct source_run *r);
/* What went wrong, what can be done, and the program's own words. */
void source_wrong(struct page *p, const struct source_run *r);
/* Its figures: what they were, what they are, and by how much they differ. */
void source_figures(struct page *p, const struct source_run *r);
/* ` href="..."` (with the blank) of one time that it was asked. */
void source_run_href(struct page *p, int64_t id);

#endif
