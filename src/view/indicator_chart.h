/* indicator_chart.h - the figures of an indicator as charts: the model's series and
 * targets in the words of chart.h. What is withheld is a gap with a word.
 *
 * Texts are in `a` or borrowed from the model.
 */
#ifndef VIEW_INDICATOR_CHART_H
#define VIEW_INDICATOR_CHART_H

#include "model/indicator_view.h"
#include "view/chart.h"

/* Its own series, the cities and sets it is compared with, and its targets. */
struct chart indicator_chart(struct arena *a, const struct lang *l,
                             const struct indicator_view *m);

/* One small chart for each group, or area, beside the whole. */
size_t indicator_panels(struct arena *a, const struct lang *l, const struct indicator_view *m,
                        enum part part, struct chart **ret);

/* For a cell of a list. */
struct chart indicator_spark(struct arena *a, const struct lang *l,
                             const struct indicator_row *r);

#endif
