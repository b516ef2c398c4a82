/* indicators.h - the list of indicators by theme: latest figure, what it did, whether
 * what is promised holds, when it is measured next.
 */
#ifndef VIEW_PAGES_INDICATORS_H
#define VIEW_PAGES_INDICATORS_H

#include "model/indicator_view.h"
#include "view/page.h"

struct indicators_ask {                 /* what was asked for, as it was asked */
	struct str policy, theme, unit, q;
};

void indicators_page(struct page *p, const struct indicator_list *m,
                     const struct indicators_ask *ask);

#endif
