/* calendar_view.h - the calendar addresses of a person. */
#ifndef MODEL_CALENDAR_VIEW_H
#define MODEL_CALENDAR_VIEW_H

#include "model/barometer.h"

struct calendar {
	int64_t      id;
	struct named unit;              /* id empty: what she owes herself */
	struct str   made;              /* a day */
};

struct calendars {
	struct calendar *at;
	size_t           len;
	struct named    *choice;        /* units that she may read */
	size_t           choices;
	struct str       made;          /* the address that was just made; else empty */
};

#endif
