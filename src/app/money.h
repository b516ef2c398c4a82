/* money.h - budget lines that belong to something, each in the overview of its
 * policy. */
#ifndef APP_MONEY_H
#define APP_MONEY_H

#include "app/edition.h"
#include "model/money_view.h"

/* Those lines that `belongs` says belong; how many overviews have any. Lines are
 * borrowed from the edition. */
size_t money_find(struct arena *a, const struct edition *ed,
                  bool (*belongs)(const void *to, const struct overview_line *l),
                  const void *to, struct money_view **ret);

#endif
