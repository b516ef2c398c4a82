/* ical.h - calendars that other programs read: days with a name, as iCalendar (RFC 5545).
 */
#ifndef PORT_ICAL_H
#define PORT_ICAL_H

#include "base/arena.h"
#include "base/buf.h"

struct ical_day {
	struct str uid;                 /* the same for the same thing, always */
	struct str summary, description, url;   /* the last two may be empty */
	int        year, month, day;    /* month and day from 1 */
	bool       done;
};

/* `name`: of the calendar; `now`: seconds since 1970, when it was made. */
void ical_write(struct buf *b, struct str name, int64_t now, const struct ical_day *at, size_t n);

#endif
