/* council.h - reports as the staff prepare them: texts at their places, and laying one
 * before the council. */
#ifndef VIEW_PAGES_COUNCIL_H
#define VIEW_PAGES_COUNCIL_H

#include "model/council_view.h"
#include "view/work.h"

void council_page(struct page *p, const struct work *w, const struct council_view *m);

/* Opens the page of one text with its form; the caller may write a preview, then
 * work_close(). */
void council_text_open(struct page *p, const struct work *w, const struct council_view *m,
                       const struct council_text *t);
void council_preview_open(struct page *p);
void council_preview_close(struct page *p);

void council_lay_page(struct page *p, const struct work *w, const struct council_view *m);

/* What is said of a place: N_(). */
const char *council_place_title(enum report_place place);

#endif
