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
put_id(const struct chart_out *o, const struct chart_head *h, size_t key)
{
	html_text(o->b, h->id);
	buf_putf(o->b, "-%d-h%zu", (int)o->width, key);
}

void
chart_patterns(const struct chart_out *o, struct chart_keys k)
{
	HTML(o->b, "<defs>");
	for (size_t i = 0; i < k.len; i++) {
		enum chart_pattern pattern = k.at[i].pattern;

		if (pattern == PATTERN_NONE)
			continue;
		HTML(o->b, "<pattern id=\"");
		put_id(o, k.head, i);
		buf_putf(o->b, "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
		    "<rect class=\"%s\" width=\"8\" height=\"8\"/>"
		    "<path class=\"%s%s\" d=\"%s\"/></pattern>",
		    k.at[i].class_name, k.at[i].ink ? "ch-ink" : "ch-hatch",
		    pattern == PATTERN_DOTS ? " ch-spots" : "", strokes[pattern]);
	}
	HTML(o->b, "</defs>\n");
}

void
chart_fill(const struct chart_out *o, struct chart_keys k, size_t i)
{
	if (k.at[i].pattern == PATTERN_NONE) {
		chart_class(o->b, k.at[i].class_name);
		return;
	}
	HTML(o->b, " fill=\"url(#");
	put_id(o, k.head, i);
	HTML(o->b, ")\"");
}

void
chart_rect(struct buf *b, cpx x, cpx y, cpx width, cpx height)
{
	HTML(b, "<rect");
	chart_attr(b, "x", x);
	chart_attr(b, "y", y);
	chart_attr(b, "width", width);
	chart_attr(b, "height", height);
}

/* Where a key stands, on the next line where it has no room; `*next`: the one after. */
static struct str
place(const struct chart_out *o, const struct chart_key *k, cpx *x, cpx *y, cpx *next)
{
	cpx        most = chart_width_of(o->width) - CPX(8);
	struct str text = chart_wrap(o->a, k->name.text, FONT, most - CPX(24), 1).line[0];
	cpx        width = CPX(22) + chart_text_width(text, FONT) + CPX(18);

	if (*x > CPX(2) && *x + width > most + CPX(18)) {
		*x = CPX(2);
		*y += LEAD;
	}
	*next = *x + width;
	return text;
}

cpx
chart_keys_height(const struct chart_out *o, struct chart_keys k)
{
	cpx x = CPX(2), y = 0;

	for (size_t i = 0; i < k.len; i++)
		place(o, &k.at[i], &x, &y, &x);
	return k.len == 0 ? 0 : y + LEAD + CPX(4);
}

void
chart_keys_draw(const struct chart_out *o, struct chart_keys k, cpx top)
{
	cpx x = CPX(2), y = top + CPX(2);

	for (size_t i = 0; i < k.len; i++) {
		cpx                next;
		struct chart_words w = { place(o, &k.at[i], &x, &y, &next), k.at[i].name.lang };

		chart_rect(o->b, x, y, SWATCH, SWATCH);
		chart_fill(o, k, i);
		HTML(o->b, "/>");
		chart_text(o, x + CPX(22), y + CPX(13), CHART_START, NULL, w);
		HTML(o->b, "\n");
		x = next;
	}
}
