/* register_method.h - the page on which an indicator is measured in a new way. */
#ifndef VIEW_PAGES_REGISTER_METHOD_H
#define VIEW_PAGES_REGISTER_METHOD_H

#include "model/rebase_view.h"
#include "view/work.h"

void register_method_page(struct page *p, const struct work *w, const struct rebase_view *m,
                          bool unread);

#endif
