/* picture.h - a drawing of a report as a picture, for what knows no SVG. By rsvg-convert
 * (Debian: librsvg2-bin), a child with limits.
 */
#ifndef REPORT_PICTURE_H
#define REPORT_PICTURE_H

#include "base/arena.h"
#include "base/buf.h"

#define PICTURE_WIDTH 1440              /* dots: 720 units, twice as fine */

/* A PNG of a drawing by view/chart.h (CHART_INLINE). False: there is no rsvg-convert, or it
 * could not. */
MUST_CHECK bool picture_png(struct arena *a, struct str svg, struct str lang, struct str *ret);

#endif
