/* days.h - the days that a reader may look back to, as links in a row: a track, which
 * the script makes a slider of (assets/pejl.js).
 */
#ifndef VIEW_DAYS_H
#define VIEW_DAYS_H

#include "view/page.h"

/* ` href="..."` (with the blank) of the page as it stood on `day`; DAY_MIN: as it
 * stands without being asked for a day. */
typedef void days_href(struct page *p, const void *with, int32_t day);

struct days_track {
	const int32_t *day;             /* oldest first, each once */
	size_t         len;
	bool           has_as_of;       /* a day was asked for: it is on the track, too */
	int32_t        as_of;
	days_href     *href;
	const void    *with;            /* handed to `href` */
};

/* Nothing where there is no day. Once a page. */
void days_write(struct page *p, const struct days_track *t);

#endif
