/* chart_multiples.h - a line chart on a scale that it shares. For chart_*.c alone. */
#ifndef VIEW_CHART_MULTIPLES_H
#define VIEW_CHART_MULTIPLES_H

#include "view/chart_plot.h"

struct chart_scale chart_scale_panels(const struct chart *at, size_t n);
void chart_line_on(const struct chart_out *o, const struct chart *c,
                   const struct chart_scale *scale);

#endif
