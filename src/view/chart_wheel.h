/* chart_wheel.h - the annual wheel: a ring of twelve months with the duties of a
 * year, clockwise from 1 January at the top, and today's mark.
 *
 * Duties carry numbers in the ring; the list beside it, in the order of the year,
 * says what they are. A duty is a day, or a span that is drawn as an arc.
 */
#ifndef VIEW_CHART_WHEEL_H
#define VIEW_CHART_WHEEL_H

#include "view/chart.h"

enum chart_duty_state { CHART_DUTY_AHEAD, CHART_DUTY_DONE, CHART_DUTY_LATE };

struct chart_duty {
	struct chart_words    title;
	struct str            who;      /* "BIF"; may be empty */
	struct str            href;     /* may be empty */
	struct str            when;     /* "15. maj"; as shown in the list */
	int32_t               from, to; /* days of `year`, `to` exclusive; a day: to = from + 1 */
	enum chart_duty_state state;    /* said in words in the list, and by shape */
};

struct chart_wheel {
	struct chart_head        head;
	int                      year;
	const struct chart_duty *at;    /* by `from` */
	size_t                   len;
	bool                     has_today;
	int32_t                  today;
};

void chart_wheel(const struct chart_out *o, const struct chart_wheel *c);
/* The wheel and its numbered list. */
void chart_wheel_figure(struct page *p, const struct chart_wheel *c);

#endif
