/* picture.h - a drawing as a picture, for what knows no SVG. By rsvg-convert
 * (Debian: librsvg2-bin), a child with limits.
 */
#ifndef REPORT_PICTURE_H
#define REPORT_PICTURE_H

#include "base/arena.h"
#include "base/buf.h"

#define PICTURE_WIDTH 1440              /* dots: 720 units, twice as fine */
#define CARD_WIDTH    1200              /* what programs show beside a link (Open Graph) */
#define CARD_HEIGHT   630

/* A PNG of a drawing by view/chart.h (CHART_INLINE). False: there is no rsvg-convert, or it
 * could not. */
MUST_CHECK bool picture_png(struct arena *a, struct str svg, struct str lang, struct str *ret);

/* A PNG of CARD_WIDTH by CARD_HEIGHT with a drawing that is a file (CHART_FILE) in its middle,
 * as large as it goes there. */
MUST_CHECK bool picture_card(struct arena *a, struct str svg, struct str *ret);

/* Is there an rsvg-convert? */
bool            picture_can(void);

#endif
