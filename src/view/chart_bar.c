/* Bars, lying: names to their left on wide screens, above them on narrow ones. */
#include "view/chart_bar.h"
#include "view/chart_cell.h"
#include "view/chart_keys.h"
#include "view/chart_plot.h"

#define BAR  CPX(20)
#define LEAD CPX(CHART_LEAD)

struct bars {
	const struct chart_out  *o;
	const struct chart_bars *c;
	wide                     lo, hi;
	cpx                      left, right;   /* of the bars */
	cpx                      name;          /* width of names */
	bool                     above;         /* names stand above their bars */
	cpx                      top, bottom;
	struct chart_keys        keys;          /* of the parts */
};

/* ---- extent ---- */

struct ends {
	wide lo, hi;
	bool any;
};

static void
extend(struct ends *e, wide v)
{
	e->lo = v < e->lo ? v : e->lo;
	e->hi = v > e->hi ? v : e->hi;
	e->any = true;
}

/* Parts of one sign are laid end to end; those below zero lie to its left. */
static void
extend_bar(struct ends *e, const struct chart_bar *r, size_t parts)
{
	wide up = 0, down = 0;

	for (size_t i = 0; i < parts; i++) {
		wide v = r->part[i].state == CHART_VALUE ? chart_ninths(r->part[i].value) : 0;

		if (r->part[i].state != CHART_VALUE)
			continue;
		up += v > 0 ? v : 0;
		down += v < 0 ? v : 0;
		extend(e, up);
		extend(e, down);
	}
}

static struct ends
ends_of(const struct chart_bars *c)
{
	struct ends e = { 0 };

	for (size_t g = 0; g < c->len; g++)
		for (size_t i = 0; i < c->group[g].len; i++)
			extend_bar(&e, &c->group[g].at[i], c->parts);
	if (e.any && c->has_mark)
		extend(&e, chart_ninths(c->mark));
	return e;
}

static cpx
bar_x(const struct bars *p, wide v)
{
	return p->left + (cpx)((v - p->lo) * (p->right - p->left) / (p->hi - p->lo));
}

/* ---- rows ---- */

static struct chart_lines
name_lines(const struct bars *p, const struct chart_bar *r)
{
	return chart_wrap(p->o->a, r->label.text, CHART_FONT, p->name, p->above ? 1 : 2);
}

static cpx
row_height(const struct bars *p, const struct chart_bar *r)
{
	cpx names = (cpx)name_lines(p, r).len * LEAD;

	if (p->above)
		return names + BAR + CPX(13);
	return (names > BAR ? names : BAR) + CPX(8);
}

static cpx
group_head_height(const struct chart_bar_group *g)
{
	return g->label.text.len > 0 ? CPX(30) : 0;
}

static cpx
group_height(const struct bars *p, const struct chart_bar_group *g)
{
	cpx height = group_head_height(g);

	for (size_t i = 0; i < g->len; i++)
		height += row_height(p, &g->at[i]);
	return height;
}

static struct str
part_text(const struct chart_out *o, const struct chart_part *t)
{
	switch (t->state) {
	case CHART_MISSING:
		return t->note.len > 0 ? t->note : say(o->lang, "missing");
	case CHART_WITHHELD:
		return t->note.len > 0 ? t->note : say(o->lang, "withheld");
	case CHART_RANGE:
		return t->text;
	case CHART_VALUE:
		break;
	}
	return chart_value_text(o, t->value, t->text);
}

/* What stands behind the bar: the total, or the figure of the only part. */
static struct str
bar_text(const struct bars *p, const struct chart_bar *r)
{
	if (r->total.len > 0 || p->c->parts != 1)
		return r->total;
	return part_text(p->o, &r->part[0]);
}

static void
part_title(const struct bars *p, const struct chart_bar *r, size_t i)
{
	HTML(p->o->b, "<title>");
	html_text(p->o->b, r->label.text);
	if (p->c->part != NULL) {
		HTML(p->o->b, ", ");
		html_text(p->o->b, p->c->part[i].text);
	}
	HTML(p->o->b, ": ");
	html_text(p->o->b, part_text(p->o, &r->part[i]));
	HTML(p->o->b, "</title>");
}

static struct chart_key
key_of(const struct chart_bars *c, size_t i)
{
	static const struct {
		const char        *class_name;
		enum chart_pattern pattern;
	} of[CHART_PARTS_MAX] = {
		{ "ch-bar ch-own", PATTERN_NONE }, { "ch-bar ch-1", PATTERN_RISE },
		{ "ch-bar ch-2", PATTERN_DOTS }, { "ch-bar ch-3", PATTERN_FALL },
		{ "ch-bar ch-4", PATTERN_BARS }, { "ch-bar ch-7", PATTERN_CROSS },
	};
	struct chart_words name = { STR_NONE, STR_NONE };

	return (struct chart_key){ c->part != NULL ? c->part[i] : name, of[i].class_name,
	                           of[i].pattern, false };
}

/* Parts lie one unit apart, so that they are told apart without their colours. */
static void
draw_part(const struct bars *p, const struct chart_bar *r, size_t i, wide from, cpx y)
{
	cpx a = bar_x(p, from), b = bar_x(p, from + chart_ninths(r->part[i].value));
	cpx x = a < b ? a : b, width = a < b ? b - a : a - b, gap = p->c->parts > 1 ? CPX(1) : 0;

	if (width <= gap)
		return;
	chart_rect(p->o->b, x, y, width - gap, BAR);
	/* Quiet beside the own one, unless a key says what its colour means. */
	if (p->c->parts == 1 && p->c->part == NULL && !r->own)
		chart_class(p->o->b, "ch-bar ch-other");
	else
		chart_fill(p->o, p->keys, i);
	HTML(p->o->b, ">");
	part_title(p, r, i);
	HTML(p->o->b, "</rect>");
}

static void
draw_parts(const struct bars *p, const struct chart_bar *r, cpx y)
{
	wide up = 0, down = 0;

	for (size_t i = 0; i < p->c->parts; i++) {
		wide v = chart_ninths(r->part[i].value);

		/* What is withheld has no length, whatever stands in its value. */
		if (r->part[i].state != CHART_VALUE)
			continue;
		draw_part(p, r, i, v < 0 ? down : up, y);
		up += v > 0 ? v : 0;
		down += v < 0 ? v : 0;
	}
}

/* Where the bar ends on the right, for its figure. */
static cpx
bar_end(const struct bars *p, const struct chart_bar *r)
{
	wide up = 0;

	for (size_t i = 0; i < p->c->parts; i++)
		if (r->part[i].state == CHART_VALUE && number_sign(r->part[i].value) > 0)
			up += chart_ninths(r->part[i].value);
	return bar_x(p, up);
}

static cpx
bar_y(const struct bars *p, const struct chart_bar *r, cpx y)
{
	if (p->above)
		return y + LEAD + CPX(4);
	return name_lines(p, r).len > 1 ? y + LEAD / 2 : y;
}

static void
row_words(const struct bars *p, const struct chart_bar *r, cpx y)
{
	struct chart_lines name = name_lines(p, r);
	cpx                at = y + CPX(!p->above && name.len == 1 ? 15 : 14);

	if (r->href.len > 0) {
		HTML(p->o->b, "<a");
		html_attr(p->o->b, "href", r->href);
		HTML(p->o->b, ">");
	}
	for (size_t i = 0; i < name.len; i++)
		chart_text(p->o, p->above ? CPX(2) : p->left - CPX(8), at + (cpx)i * LEAD,
		    p->above ? CHART_START : CHART_END, r->own ? "ch-halo ch-strong" : "ch-halo",
		    (struct chart_words){ name.line[i], r->label.lang });
	buf_put(p->o->b, r->href.len > 0 ? STR("</a>") : STR_NONE);
	chart_text(p->o, bar_end(p, r) + CPX(6), bar_y(p, r, y) + CPX(15), CHART_START,
	    r->own ? "ch-halo ch-strong" : "ch-halo",
	    (struct chart_words){ bar_text(p, r), STR_NONE });
	HTML(p->o->b, "\n");
}

static void
group_words(const struct bars *p, const struct chart_bar_group *g, cpx y)
{
	struct chart_words w = g->label;

	if (w.text.len == 0)
		return;
	w.text = chart_wrap(p->o->a, w.text, CHART_FONT, p->right, 1).line[0];
	chart_text(p->o, p->above ? CPX(2) : p->left - CPX(8), y + CPX(20),
	    p->above ? CHART_START : CHART_END, "ch-halo ch-strong", w);
}

/* Bars first, then what stands over them. */
static void
draw_rows(const struct bars *p, bool words)
{
	cpx y = p->top;

	for (size_t g = 0; g < p->c->len; g++) {
		const struct chart_bar_group *group = &p->c->group[g];

		if (words)
			group_words(p, group, y);
		y += group_head_height(group);
		for (size_t i = 0; i < group->len; i++) {
			if (words)
				row_words(p, &group->at[i], y);
			else
				draw_parts(p, &group->at[i], bar_y(p, &group->at[i], y));
			y += row_height(p, &group->at[i]);
		}
	}
}

/* ---- the whole ---- */

static cpx
widest_text(const struct bars *p, bool names)
{
	cpx most = 0;

	for (size_t g = 0; g < p->c->len; g++)
		for (size_t i = 0; i < p->c->group[g].len; i++) {
			const struct chart_bar *r = &p->c->group[g].at[i];
			cpx w = chart_text_width(names ? r->label.text : bar_text(p, r), CHART_FONT + 1);

			most = w > most ? w : most;
		}
	return most;
}

static bool
any_link(const struct chart_bars *c)
{
	for (size_t g = 0; g < c->len; g++)
		for (size_t i = 0; i < c->group[g].len; i++)
			if (c->group[g].at[i].href.len > 0)
				return true;
	return false;
}

/* The line of zero behind the bars, and the mark before them. */
static void
draw_zero(const struct bars *p)
{
	cpx x = bar_x(p, 0);

	HTML(p->o->b, "<line class=\"ch-base\"");
	chart_attr(p->o->b, "x1", x);
	chart_attr(p->o->b, "x2", x);
	chart_attr(p->o->b, "y1", p->top);
	chart_attr(p->o->b, "y2", p->bottom);
	HTML(p->o->b, "/>\n");
}

static void
draw_mark(const struct bars *p)
{
	cpx                x;
	struct chart_words w = { p->c->mark_label, STR_NONE };
	bool               left;

	if (!p->c->has_mark)
		return;
	x = bar_x(p, chart_ninths(p->c->mark));
	left = x > (p->left + p->right) / 2;
	w.text = chart_wrap(p->o->a, w.text, CHART_FONT,
	    left ? x : chart_width_of(p->o->width) - x, 1).line[0];
	HTML(p->o->b, "<g class=\"ch-goal\"><path class=\"ch-level\" d=\"M");
	chart_coordinate(p->o->b, x);
	HTML(p->o->b, " ");
	chart_coordinate(p->o->b, p->top - CPX(6));
	HTML(p->o->b, "V");
	chart_coordinate(p->o->b, p->bottom);
	HTML(p->o->b, "\"/>");
	chart_text(p->o, x, p->top - CPX(10), left ? CHART_END : CHART_START, NULL, w);
	HTML(p->o->b, "</g>\n");
}

static void
measure(struct bars *p)
{
	cpx width = chart_width_of(p->o->width), names = widest_text(p, true);
	cpx figures = widest_text(p, false) + CPX(8);

	p->above = p->o->width != CHART_WIDE;
	p->name = p->above ? width - CPX(4) : names < CPX(220) ? names : CPX(220);
	p->left = p->above ? CPX(2) : p->name + CPX(10);
	p->right = width - (figures < width / 2 ? figures : width / 2);
}

static void
empty_bars(const struct chart_out *o, const struct chart_bars *c)
{
	struct chart none = { .head = c->head };

	chart_line(o, &none);
}

void
chart_bars(const struct chart_out *o, const struct chart_bars *c)
{
	struct ends       e = ends_of(c);
	struct bars       p = { .o = o, .c = c, .lo = e.lo, .hi = e.hi > e.lo ? e.hi : e.lo + 1 };
	struct chart_size size = { chart_width_of(o->width), 0 };
	struct chart_key  key[CHART_PARTS_MAX];
	struct chart_keys shown = { &c->head, key, c->part != NULL ? c->parts : 0 };

	if (!e.any) {
		empty_bars(o, c);
		return;
	}
	for (size_t i = 0; i < c->parts; i++)
		key[i] = key_of(c, i);
	p.keys = (struct chart_keys){ &c->head, key, c->parts };
	measure(&p);
	p.top = chart_head_room(o, &c->head) + chart_keys_height(o, shown) +
	    CPX(c->has_mark ? 28 : 4);
	p.bottom = p.top;
	for (size_t g = 0; g < c->len; g++)
		p.bottom += group_height(&p, &c->group[g]);
	size.height = p.bottom + CPX(4) + chart_foot_room(o, &c->head);
	chart_open(o, &c->head, "ch-bars", size, any_link(c));
	chart_patterns(o, shown);
	chart_keys_draw(o, shown, chart_head_room(o, &c->head));
	draw_rows(&p, false);
	draw_zero(&p);
	draw_mark(&p);
	draw_rows(&p, true);
	chart_close(o);
}

void
chart_bars_figure(struct page *p, const struct chart_bars *c)
{
	struct chart_out wide_out = chart_on_page(p, CHART_WIDE);
	struct chart_out narrow = chart_on_page(p, CHART_NARROW);

	chart_figure_open(&wide_out, &c->head, "chart-bars");
	chart_bars(&wide_out, c);
	chart_bars(&narrow, c);
	chart_details_open(&wide_out);
	chart_bars_table(p, c);
	chart_details_close(&wide_out);
	chart_figure_close(&wide_out);
}
