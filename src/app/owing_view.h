/* owing_view.h - who owes what in a year, and how far it has come. */
#ifndef APP_OWING_VIEW_H
#define APP_OWING_VIEW_H

#include "app/duties.h"
#include "core/access.h"
#include "model/owing_view.h"

struct owing_ask {
	const struct actor *who;        /* sees what she may read */
	int                 year;       /* 0: that of today, or the nearest in which something is due */
	int64_t             unit;       /* whose items are listed; 0: of none */
};

/* False: a problem in the store. */
MUST_CHECK bool owing_view(struct arena *a, struct store *s, const struct edition *ed,
                           const struct owing_ask *ask, struct owing_view *ret);

#endif
