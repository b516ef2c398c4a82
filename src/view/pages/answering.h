/* answering.h - findings of the audit that somebody may answer. */
#ifndef VIEW_PAGES_ANSWERING_H
#define VIEW_PAGES_ANSWERING_H

#include "model/answering_view.h"
#include "view/work.h"

void answering_list_page(struct page *p, struct work *w, const struct answering_list *m);
void answering_page(struct page *p, struct work *w, const struct answering_view *m);

#endif
