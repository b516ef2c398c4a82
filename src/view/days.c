#include "view/days.h"

static void
put_stop(struct page *p, const struct days_track *t, int32_t day, bool current)
{
	HTML(p->b, "<li><a");
	t->href(p, t->with, day);
	if (current)
		HTML(p->b, " aria-current=\"true\"");
	HTML(p->b, ">");
	if (day == DAY_MIN)
		html_say(p->b, &p->lang, "Latest status");
	else
		page_day(p, day);
	HTML(p->b, "</a></li>\n");
}

/* In their order, the day that was asked for in its place. */
static void
put_stops(struct page *p, const struct days_track *t)
{
	bool placed = !t->has_as_of;

	for (size_t i = 0; i < t->len; i++) {
		if (!placed && t->as_of < t->day[i])
			put_stop(p, t, t->as_of, true);
		placed = placed || t->as_of <= t->day[i];
		put_stop(p, t, t->day[i], t->has_as_of && t->as_of == t->day[i]);
	}
	if (!placed)
		put_stop(p, t, t->as_of, true);
	put_stop(p, t, DAY_MIN, !t->has_as_of);
}

void
days_write(struct page *p, const struct days_track *t)
{
	if (t->len == 0)
		return;
	HTML(p->b, "<div class=\"days\"");
	html_attr(p->b, "data-hint",
	    say(&p->lang, "Drag, or choose with the arrow keys and press Enter."));
	HTML(p->b, ">\n<p id=\"days-label\">");
	html_say(p->b, &p->lang, "As it stood on the days with a new figure or a status:");
	HTML(p->b, "</p>\n<ol aria-labelledby=\"days-label\">\n");
	put_stops(p, t);
	HTML(p->b, "</ol>\n</div>\n");
}
