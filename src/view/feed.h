/* feed.h - what is new, for programs that follow sites: Atom (RFC 4287).
 *
 * An entry is a measurement: its figure, the figure before, and whether it changed the
 * verdict; or a report that was laid before the council. Its id names the target and the
 * period, or the report, so that it is told once. Addresses are from the root of the site.
 */
#ifndef VIEW_FEED_H
#define VIEW_FEED_H

#include "model/barometer_view.h"
#include "model/release_view.h"
#include "view/page.h"

#define FEED_REPORTS_MAX 8              /* the newest */

/* Of `p` the language, authority and day count. */
void feed_write(struct page *p, const struct barometer_view *m, const struct release_list *laid);

#endif
