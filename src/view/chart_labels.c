/* Names at the ends of the lines, moved apart so that each can be read. */
#include <stdlib.h>
#include "view/chart_plot.h"

#define TARGETS_LABELLED 3
#define LABELS_MAX (CHART_SERIES_MAX + TARGETS_LABELLED)

struct label {
	struct chart_lines        lines;
	struct str                lang, style;
	const struct chart_point *point;        /* of a series */
	const struct chart_target *target;      /* of a target */
	cpx                       want, at, height;     /* its middle, its top */
};

struct plot_labels {
	struct label label[LABELS_MAX];
	size_t       len;
};

/* ---- what they say ---- */

/* The name in two lines at most, and the figure after it or on a line of its own;
 * one too long for that is left to the table. `size`: larger for bold ones. */
static struct chart_lines
name_and_figure(const struct chart_out *o, struct str name, struct str figure, int size, cpx width)
{
	struct chart_lines l = chart_wrap(o->a, name, size, width, 2);
	struct str        *last = &l.line[l.len - 1];
	cpx                more = chart_text_width(figure, size);

	if (figure.len == 0)
		return l;
	if (chart_text_width(*last, size) + more + CPX(6) <= width)
		*last = arena_printf(o->a, STR_FMT " " STR_FMT, STR_ARG(*last), STR_ARG(figure));
	else if (more <= width)
		l.line[l.len++] = figure;
	return l;
}

static struct str
figure_of(const struct chart_out *o, const struct chart_point *pt)
{
	if (pt->state == CHART_VALUE)
		return chart_value_text(o, pt->value, pt->text);
	return pt->text;
}

/* The label's colour is the line's; its dash is of no use to letters. */
static struct str
style_of(const struct chart_out *o, const struct chart *c, size_t i)
{
	struct plot p = { .o = o, .c = c };
	struct str  style = plot_style(&p, i);

	return str_slice(style, 0, c->series[i].role == CHART_OWN ? style.len : 4);
}

static void
add(struct plot_labels *l, struct label label)
{
	label.height = (cpx)label.lines.len * CPX(CHART_LEAD) + CPX(3);
	l->label[l->len++] = label;
}

struct plot_labels *
plot_labels_new(const struct chart_out *o, const struct chart *c, cpx width)
{
	struct plot_labels *l = ARENA_NEW(o->a, struct plot_labels);

	for (size_t i = 0; i < plot_series(c); i++) {
		const struct chart_series *s = &c->series[i];
		const struct chart_point  *last = plot_last(s);

		if (last == NULL)
			continue;
		add(l, (struct label){ .point = last, .lang = s->name.lang, .style = style_of(o, c, i),
		    .lines = name_and_figure(o, s->name.text, figure_of(o, last),
		        CHART_FONT + (s->role == CHART_OWN), width) });
	}
	for (size_t i = 0; i < c->targets && i < TARGETS_LABELLED; i++)
		if (c->target[i].label.len > 0)
			add(l, (struct label){ .target = &c->target[i], .style = STR("ch-goal"),
			    .lines = chart_wrap(o->a, c->target[i].label, CHART_FONT, width, 3) });
	return l;
}

cpx
plot_labels_height(const struct plot_labels *l)
{
	cpx height = 0;

	for (size_t i = 0; i < l->len; i++)
		height += l->label[i].height;
	return height;
}

/* ---- where they stand ---- */

static int
label_cmp(const void *a, const void *b)
{
	const struct label *x = a, *y = b;

	return (x->want > y->want) - (x->want < y->want);
}

/* Labels that touch, moved as one so that they lie around what they name. */
struct cluster {
	size_t from;
	cpx    top, height, wish;       /* wish: the sum of the tops that its labels want */
	size_t count;
};

static void
settle(struct cluster *c, cpx top, cpx bottom)
{
	c->top = c->wish / (cpx)c->count;
	if (c->top + c->height > bottom)
		c->top = bottom - c->height;
	if (c->top < top)
		c->top = top;
}

static void
join_clusters(struct cluster *into, const struct cluster *next)
{
	into->wish += next->wish - (cpx)next->count * into->height;
	into->height += next->height;
	into->count += next->count;
}

static void
spread(struct plot_labels *l, cpx top, cpx bottom)
{
	struct cluster at[LABELS_MAX];
	size_t         n = 0;

	for (size_t i = 0; i < l->len; i++) {
		struct label *b = &l->label[i];

		at[n] = (struct cluster){ i, 0, b->height, b->want - b->height / 2, 1 };
		settle(&at[n], top, bottom);
		for (n++; n > 1 && at[n - 2].top + at[n - 2].height > at[n - 1].top; n--) {
			join_clusters(&at[n - 2], &at[n - 1]);
			settle(&at[n - 2], top, bottom);
		}
	}
	for (size_t k = 0; k < n; k++) {
		cpx y = at[k].top;

		for (size_t i = at[k].from; i < at[k].from + at[k].count; i++) {
			l->label[i].at = y;
			y += l->label[i].height;
		}
	}
}

/* ---- drawing ---- */

static cpx
point_y(const struct plot *p, const struct chart_point *pt)
{
	if (pt->state == CHART_VALUE)
		return plot_y(p, pt->value);
	return plot_y(p, pt->has_low ? pt->low : pt->high);
}

static cpx
end_x(const struct plot *p, const struct label *b)
{
	if (b->point != NULL)
		return plot_x(p, b->point->day);
	return b->target->dated ? plot_x(p, b->target->day) : p->right;
}

/* Beside the lines. Where all of them end before a target's day, names stand at
 * the ends of the lines and not behind the target. */
static cpx
label_x(const struct plot *p, const struct plot_labels *l, const struct label *b)
{
	cpx most = p->left, end = end_x(p, b);

	for (size_t i = 0; i < l->len; i++)
		if (l->label[i].point != NULL && end_x(p, &l->label[i]) > most)
			most = end_x(p, &l->label[i]);
	return (b->point != NULL && end == most ? most : p->right) + CPX(18) - CPX(6) * (most < p->right);
}

/* A thin line from what is named to its name, where they are apart. */
static void
leader(const struct plot *p, const struct label *b, cpx x)
{
	cpx from = end_x(p, b) + CPX(8), y = b->at + b->height / 2;
	cpx off = y > b->want ? y - b->want : b->want - y;

	if (off < CPX(6) && x - from < CPX(16))
		return;
	HTML(p->o->b, "<path class=\"ch-leader\" d=\"M");
	chart_coordinate(p->o->b, from);
	HTML(p->o->b, " ");
	chart_coordinate(p->o->b, b->want);
	HTML(p->o->b, "L");
	chart_coordinate(p->o->b, from > x - CPX(10) ? from : x - CPX(10));
	HTML(p->o->b, " ");
	chart_coordinate(p->o->b, b->want);
	HTML(p->o->b, "L");
	chart_coordinate(p->o->b, x - CPX(3));
	HTML(p->o->b, " ");
	chart_coordinate(p->o->b, y);
	HTML(p->o->b, "\"/>");
}

static void
draw_label(const struct plot *p, const struct label *b, cpx x)
{
	leader(p, b, x);
	HTML(p->o->b, "<g");
	html_attr(p->o->b, "class", b->style);
	HTML(p->o->b, ">");
	/* Inside the plot, other lines pass behind. */
	for (size_t i = 0; i < b->lines.len; i++)
		chart_text(p->o, x, b->at + CPX(14) + (cpx)i * CPX(CHART_LEAD), CHART_START,
		    x < p->right ? "ch-halo" : NULL,
		    (struct chart_words){ b->lines.line[i], b->lang });
	HTML(p->o->b, "</g>\n");
}

void
plot_labels_draw(const struct plot *p, struct plot_labels *l)
{
	for (size_t i = 0; i < l->len; i++) {
		struct label *b = &l->label[i];

		b->want = b->point != NULL ? point_y(p, b->point) : plot_y(p, b->target->value);
	}
	qsort(l->label, l->len, sizeof *l->label, label_cmp);
	spread(l, p->top - CPX(10), p->bottom + CPX(10));
	for (size_t i = 0; i < l->len; i++)
		draw_label(p, &l->label[i], label_x(p, l, &l->label[i]));
}
