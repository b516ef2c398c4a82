#include "view/chart_keys.h"

#define FONT   14
#define SWATCH CPX(16)
#define LEAD   CPX(24)

static const char *const strokes[PATTERN_COUNT] = {
	[PATTERN_RISE] = "M-2 2L2-2M-2 10L10-2M6 10L10 6",
	[PATTERN_FALL] = "M-2 6L2 10M-2-2L10 10M6-2L10 2",
	[PATTERN_DOTS] = "M2 2h.01M6 6h.01",
	[PATTERN_BARS] = "M4 0V8",
	[PATTERN_CROSS] = "M-2 2L2-2M-2 10L10-2M6 10L10 6M-2 6L2 10M-2-2L10 10M6-2L10 2",
};

static void
put_id(const struct chart_out *o, const struct chart_head *h, size_t pattern)
{
	html_text(o->b, h->id);
	buf_putf(o->b, "-%d-h%zu", (int)o->width, pattern);
}

void
chart_patterns(const struct chart_out *o, const struct chart_head *h)
{
	HTML(o->b, "<defs>");
	for (size_t i = 1; i < PATTERN_COUNT; i++) {
		HTML(o->b, "<pattern id=\"");
		put_id(o, h, i);
		buf_putf(o->b, "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
		    "<path class=\"ch-hatch%s\" d=\"%s\"/></pattern>",
		    i == PATTERN_DOTS ? " ch-spots" : "", strokes[i]);
	}
	HTML(o->b, "</defs>\n");
}

void
chart_pattern_fill(const struct chart_out *o, const struct chart_head *h,
                   enum chart_pattern pattern)
{
	HTML(o->b, " fill=\"url(#");
	put_id(o, h, (size_t)pattern);
	HTML(o->b, ")\"");
}

void
chart_rect(struct buf *b, const char *class_name, cpx x, cpx y, cpx width, cpx height)
{
	HTML(b, "<rect");
	if (class_name != NULL)
		chart_class(b, class_name);
	chart_attr(b, "x", x);
	chart_attr(b, "y", y);
	chart_attr(b, "width", width);
	chart_attr(b, "height", height);
}

/* Where a key stands; `*x`, `*y` move on to the next. */
static struct str
place(const struct chart_out *o, const struct chart_key *k, cpx *x, cpx *y, cpx *next)
{
	cpx        most = chart_width_of(o->width) - CPX(8);
	struct str text = chart_wrap(o->a, k->name.text, FONT, most - CPX(24), 1).line[0];
	cpx        width = CPX(22) + chart_text_width(text, FONT) + CPX(18);

	if (*x > CPX(2) && *x + width > most) {
		*x = CPX(2);
		*y += LEAD;
	}
	*next = *x + width;
	return text;
}

cpx
chart_keys_height(const struct chart_out *o, const struct chart_key *at, size_t n)
{
	cpx x = CPX(2), y = 0;

	for (size_t i = 0; i < n; i++)
		place(o, &at[i], &x, &y, &x);
	return n == 0 ? 0 : y + LEAD + CPX(4);
}

static void
swatch(const struct chart_out *o, const struct chart_head *h, const struct chart_key *k, cpx x,
       cpx y)
{
	chart_rect(o->b, k->class_name, x, y, SWATCH, SWATCH);
	HTML(o->b, "/>");
	if (k->pattern == PATTERN_NONE)
		return;
	chart_rect(o->b, NULL, x, y, SWATCH, SWATCH);
	chart_pattern_fill(o, h, k->pattern);
	HTML(o->b, "/>");
}

void
chart_keys(const struct chart_out *o, const struct chart_head *h, const struct chart_key *at,
           size_t n, cpx top)
{
	cpx x = CPX(2), y = top + CPX(2);

	for (size_t i = 0; i < n; i++) {
		cpx                next;
		struct chart_words w = { place(o, &at[i], &x, &y, &next), at[i].name.lang };

		swatch(o, h, &at[i], x, y);
		chart_text(o, x + CPX(22), y + CPX(13), CHART_START, NULL, w);
		HTML(o->b, "\n");
		x = next;
	}
}
