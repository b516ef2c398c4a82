/* Targets with their required path, baselines, and breaks between methods. */
#include "view/chart_plot.h"

static void
put_line(const struct plot *p, const char *class_name, cpx x1, cpx y1, cpx x2, cpx y2)
{
	HTML(p->o->b, "<path");
	chart_class(p->o->b, class_name);
	HTML(p->o->b, " d=\"M");
	chart_coordinate(p->o->b, x1);
	HTML(p->o->b, " ");
	chart_coordinate(p->o->b, y1);
	HTML(p->o->b, "L");
	chart_coordinate(p->o->b, x2);
	HTML(p->o->b, " ");
	chart_coordinate(p->o->b, y2);
	HTML(p->o->b, "\"/>");
}

static void
put_circle(const struct plot *p, const char *class_name, cpx x, cpx y, cpx r, struct str title)
{
	HTML(p->o->b, "<circle");
	chart_class(p->o->b, class_name);
	chart_attr(p->o->b, "cx", x);
	chart_attr(p->o->b, "cy", y);
	chart_attr(p->o->b, "r", r);
	HTML(p->o->b, "><title>");
	html_text(p->o->b, title);
	HTML(p->o->b, "</title></circle>");
}

/* Does the path climb so fast that it crosses words above the ring? */
static bool
is_steep(const struct plot *p, const struct chart_target *t, cpx x, cpx y)
{
	return t->dated && (y - plot_y(p, t->value)) * 4 > plot_x(p, t->day) - x;
}

/* Below the ring where a line would cross it above, else above; beside it where a line
 * climbs and nothing fits below. */
static void
baseline_label(const struct plot *p, const struct chart_target *t, cpx x, cpx y)
{
	bool               rises = number_cmp(t->value, t->baseline) > 0;
	bool               below = rises ? y + CPX(26) < p->bottom : y - CPX(14) < p->top;
	bool               left = x + chart_text_width(t->baseline_label, CHART_FONT) > p->right;
	bool               beside = rises && !below && !left && is_steep(p, t, x, y);
	cpx                room = left ? x - p->left : p->right - x;
	struct chart_words words = { chart_wrap(p->o->a, t->baseline_label, CHART_FONT, room, 1).line[0],
	                             STR_NONE };

	if (beside) {
		chart_text(p->o, x + CPX(13), y + CPX(6), CHART_START, "ch-halo", words);
		return;
	}
	chart_text(p->o, left ? x + CPX(6) : x - CPX(6), below ? y + CPX(24) : y - CPX(12),
	    left ? CHART_END : CHART_START, "ch-halo", words);
}

static void
baseline(const struct plot *p, const struct chart_target *t)
{
	cpx x = plot_x(p, t->from), y = plot_y(p, t->baseline);

	put_circle(p, "ch-ring", x, y, CPX(7), t->baseline_label);
	if (t->baseline_label.len > 0 && p->o->width != CHART_PANEL)
		baseline_label(p, t, x, y);
}

static void
draw_target(const struct plot *p, const struct chart_target *t)
{
	cpx x = t->dated ? plot_x(p, t->day) : p->right;
	cpx y = plot_y(p, t->value);

	HTML(p->o->b, "<g class=\"ch-goal\">");
	if (t->path && t->dated && t->has_baseline)
		put_line(p, "ch-path", plot_x(p, t->from), plot_y(p, t->baseline), x, y);
	else
		put_line(p, "ch-level", p->left, y, x, y);
	if (t->has_baseline)
		baseline(p, t);
	if (t->dated) {
		put_circle(p, "ch-ring", x, y, CPX(7), t->label);
		put_circle(p, "ch-eye", x, y, CPX(3), t->label);
	}
	HTML(p->o->b, "</g>\n");
}

void
plot_targets(const struct plot *p)
{
	for (size_t i = 0; i < p->c->targets; i++)
		draw_target(p, &p->c->target[i]);
}

/* ---- breaks ---- */

/* Where the names of breaks end that are written already. */
struct breaks {
	cpx end;
};

static void
break_label(const struct plot *p, struct breaks *done, cpx x, struct str method)
{
	struct str text = method.len > 0 ? method : say(p->o->lang, "new method");
	cpx        width, right = p->right - x - CPX(4), left = x - CPX(4) - done->end;

	text = chart_wrap(p->o->a, text, CHART_FONT, right > left ? right : left, 1).line[0];
	width = chart_text_width(text, CHART_FONT);
	if (x - CPX(4) < done->end)
		return;
	if (x + CPX(4) + width <= p->right) {
		chart_text(p->o, x + CPX(4), p->top + CPX(10), CHART_START, "ch-halo",
		    (struct chart_words){ text, STR_NONE });
		done->end = x + CPX(8) + width;
	} else if (x - CPX(4) - width >= done->end) {
		chart_text(p->o, x - CPX(4), p->top + CPX(10), CHART_END, "ch-halo",
		    (struct chart_words){ text, STR_NONE });
		done->end = x;
	}
}

/* Half-way between the last figure by the old method and the first by the new. */
static void
draw_break(const struct plot *p, struct breaks *done, const struct chart_series *s, size_t k)
{
	cpx x = plot_x(p, s->at[k].day);

	if (k > 0)
		x = (x + plot_x(p, s->at[k - 1].day)) / 2;
	put_line(p, "ch-cut", x, p->top - CPX(4), x, p->bottom);
	if (p->o->width != CHART_PANEL)
		break_label(p, done, x, s->at[k].method);
}

void
plot_breaks(const struct plot *p)
{
	struct breaks done = { p->left };

	HTML(p->o->b, "<g class=\"ch-axis\">");
	for (size_t i = 0; i < plot_series(p->c); i++)
		for (size_t k = 0; k < p->c->series[i].len; k++)
			if (p->c->series[i].at[k].breaks)
				draw_break(p, &done, &p->c->series[i], k);
	HTML(p->o->b, "</g>\n");
}
