/* embed.h - one figure for the pages of others, in a frame: the sentence, the chart with its
 * table, and the way to where it comes from.
 */
#ifndef VIEW_PAGES_EMBED_H
#define VIEW_PAGES_EMBED_H

#include "model/indicator_view.h"
#include "view/page.h"

void embed_page(struct page *p, const struct indicator_view *m);

/* On the page of the indicator: what to write to show it elsewhere. */
void embed_offer(struct page *p, const struct indicator_view *m);

#endif
