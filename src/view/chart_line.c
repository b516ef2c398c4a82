#include "view/chart_cell.h"

void
chart_line(const struct chart_out *o, const struct chart *c)
{
	struct chart_size size = { chart_width_of(o->width), CPX(300) };

	chart_open(o, &c->head, "ch-line-chart", size, false);
	chart_close(o);
}

void
chart_spark(const struct chart_out *o, const struct chart *c)
{
	struct chart_size size = { CPX(120), CPX(32) };

	chart_open(o, &c->head, "ch-spark", size, false);
	chart_close(o);
}
