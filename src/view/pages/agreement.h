/* agreement.h - the page of one political agreement with its projects, and the list. */
#ifndef VIEW_PAGES_AGREEMENT_H
#define VIEW_PAGES_AGREEMENT_H

#include "model/agreement_view.h"
#include "view/page.h"

void agreement_page(struct page *p, const struct agreement_view *m);
void agreements_page(struct page *p, const struct agreement_list *m);

#endif
