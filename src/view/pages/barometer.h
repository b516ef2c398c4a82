/* barometer.h - the page of every target with its verdict.
 *
 * First how many stand how, what can be asked for and what came lately; then
 * policies as sections, themes as tables, objectives as groups of rows. A verdict is
 * a word and an icon beside its colour. Danish titles without a translation are
 * marked as Danish on the English page.
 */
#ifndef VIEW_PAGES_BAROMETER_H
#define VIEW_PAGES_BAROMETER_H

#include "model/barometer_view.h"
#include "view/page.h"

void barometer_page(struct page *p, const struct barometer_view *m);

#endif
