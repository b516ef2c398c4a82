#include "view/chart_wheel.h"
#include "base/geo.h"
#include "core/calendar.h"
#include "view/chart_cell.h"

#define SIDE   CPX(360)
#define CENTRE (SIDE / 2)
#define OUTER  CPX(176)                 /* of the ring of months */
#define INNER  CPX(148)
#define LANES  4
#define LANE   CPX(24)
#define DISC   CPX(11)
#define DEGREE ((int64_t)1000000)
#define TURN   (360 * DEGREE)

struct wheel {
	const struct chart_out   *o;
	const struct chart_wheel *c;
	cpx                       top;
	int64_t                   used[LANES];  /* angle up to which a lane is taken */
	int64_t                   first[LANES]; /* and from where, for the turn of the year */
};

static struct str
state_word(const struct lang *l, enum chart_duty_state s)
{
	switch (s) {
	case CHART_DUTY_AHEAD:
		return say(l, "ahead");
	case CHART_DUTY_DONE:
		return say(l, "done");
	case CHART_DUTY_LATE:
		break;
	}
	return say(l, "late");
}

/* ---- angles: micro-degrees, clockwise from the top ---- */

static int64_t
angle_of(const struct wheel *w, int32_t day)
{
	int32_t from = day_of(w->c->year, 1, 1), to = day_of(w->c->year, 13, 1);

	day = day < from ? from : day > to ? to : day;
	return (day - from) * TURN / (to - from);
}

static cpx
at_x(int64_t angle, cpx radius)
{
	return CENTRE + radius * geo_cos(angle - 90 * DEGREE) / 1000000;
}

static cpx
at_y(const struct wheel *w, int64_t angle, cpx radius)
{
	return w->top + CENTRE - radius * geo_cos(angle) / 1000000;
}

static void
put_point(const struct wheel *w, const char *before, int64_t angle, cpx radius)
{
	buf_put(w->o->b, str_from(before));
	chart_coordinate(w->o->b, at_x(angle, radius));
	HTML(w->o->b, " ");
	chart_coordinate(w->o->b, at_y(w, angle, radius));
}

static void
put_arc(const struct wheel *w, cpx radius, int64_t from, int64_t to)
{
	bool large = to - from > TURN / 2 || from - to > TURN / 2;

	HTML(w->o->b, "A");
	chart_coordinate(w->o->b, radius);
	HTML(w->o->b, " ");
	chart_coordinate(w->o->b, radius);
	buf_putf(w->o->b, " 0 %d %d ", large, to > from);
	put_point(w, "", to, radius);
}

/* ---- the ring ---- */

static void
month(const struct wheel *w, int m)
{
	int64_t            from = angle_of(w, day_of(w->c->year, m, 1));
	int64_t            to = angle_of(w, day_of(w->c->year, m + 1, 1));
	cpx                radius = (OUTER + INNER) / 2;
	struct chart_words name = { str_slice(month_name(m, lang_danish(w->o->lang)), 0, 3), STR_NONE };

	buf_putf(w->o->b, "<path class=\"ch-month%s\" d=\"", m % 2 == 0 ? " ch-even" : "");
	put_point(w, "M", from, OUTER);
	put_arc(w, OUTER, from, to);
	put_point(w, "L", to, INNER);
	put_arc(w, INNER, to, from);
	HTML(w->o->b, "z\"/>");
	chart_text(w->o, at_x((from + to) / 2, radius), at_y(w, (from + to) / 2, radius) + CPX(5),
	    CHART_MIDDLE, NULL, name);
	HTML(w->o->b, "\n");
}

static void
today_mark(const struct wheel *w)
{
	int64_t    angle = angle_of(w, w->c->today);
	struct buf b;
	struct str day;

	if (!w->c->has_today || date_of(w->c->today).year != w->c->year)
		return;
	HTML(w->o->b, "<path class=\"ch-today\" d=\"");
	put_point(w, "M", angle, CPX(34));
	put_point(w, "L", angle, OUTER);
	HTML(w->o->b, "\"/>");
	buf_init(&b, 64);
	day_write_long(&b, w->c->today, lang_danish(w->o->lang));
	day = str_dup(w->o->a, buf_str(&b));
	buf_free(&b);
	day = str_slice(day, 0, day.len > 5 ? day.len - 5 : 0);         /* the year stands above */
	chart_text(w->o, CENTRE, w->top + CENTRE + CPX(16), CHART_MIDDLE, "ch-halo",
	    (struct chart_words){ day, STR_NONE });
}

/* ---- duties ---- */

/* The outermost lane where nothing is in the way. */
static size_t
lane_of(struct wheel *w, int64_t from, int64_t to)
{
	for (size_t i = 0; i < LANES; i++) {
		cpx     radius = INNER - CPX(16) - (cpx)i * LANE;
		int64_t half = (DISC + CPX(1)) * 57295780 / radius;

		if (w->used[i] != 0 && (from - half < w->used[i] || to + half - TURN > w->first[i]))
			continue;
		if (w->used[i] == 0)
			w->first[i] = from - half;
		w->used[i] = to + half;
		return i;
	}
	return LANES - 1;
}

static void
duty_shape(const struct wheel *w, const struct chart_duty *d, int64_t angle, cpx radius)
{
	static const char *const classes[] = {
		[CHART_DUTY_AHEAD] = "ch-duty", [CHART_DUTY_DONE] = "ch-duty ch-done",
		[CHART_DUTY_LATE] = "ch-duty ch-late",
	};

	if (d->state == CHART_DUTY_LATE) {
		buf_putf(w->o->b, "<path class=\"%s\" d=\"", classes[d->state]);
		put_point(w, "M", angle, radius);
		HTML(w->o->b, "m0-14l14 14l-14 14l-14-14z\">");
	} else {
		buf_putf(w->o->b, "<circle class=\"%s\"", classes[d->state]);
		chart_attr(w->o->b, "cx", at_x(angle, radius));
		chart_attr(w->o->b, "cy", at_y(w, angle, radius));
		chart_attr(w->o->b, "r", DISC);
		HTML(w->o->b, ">");
	}
	HTML(w->o->b, "<title>");
	html_text(w->o->b, d->title.text);
	buf_put(w->o->b, d->state == CHART_DUTY_LATE ? STR("</title></path>")
	    : STR("</title></circle>"));
}

static void
duty(struct wheel *w, size_t i)
{
	const struct chart_duty *d = &w->c->at[i];
	int64_t                  from = angle_of(w, d->from), to = angle_of(w, d->to);
	bool                     span = d->to - d->from > 1;
	cpx                      radius = INNER - CPX(16) - (cpx)lane_of(w, from, span ? to : from) * LANE;

	/* A whole turn has no arc of its own. */
	to = to - from >= TURN ? to - DEGREE / 10 : to;
	if (span && to > from) {
		HTML(w->o->b, "<path class=\"ch-span\" d=\"");
		put_point(w, "M", from, radius);
		put_arc(w, radius, from, to);
		HTML(w->o->b, "\"/>");
	}
	duty_shape(w, d, from, radius);
	chart_text(w->o, at_x(from, radius), at_y(w, from, radius) + CPX(5), CHART_MIDDLE,
	    d->state == CHART_DUTY_AHEAD ? "ch-number" : "ch-number ch-on",
	    (struct chart_words){ arena_printf(w->o->a, "%zu", i + 1), STR_NONE });
	HTML(w->o->b, "\n");
}

/* In a file, no list stands beside the wheel: it is written below. */
static void
file_list(const struct wheel *w)
{
	cpx y = w->top + SIDE + CPX(20);

	for (size_t i = 0; i < w->c->len; i++, y += CPX(20)) {
		const struct chart_duty *d = &w->c->at[i];
		struct str               part[4] = { arena_printf(w->o->a, "%zu", i + 1), d->title.text,
		                                     d->when, state_word(w->o->lang, d->state) };
		struct str text = text_fill(w->o->a, STR("{1}. {2}, {3}, {4}"), part, 4);

		chart_text(w->o, CPX(4), y, CHART_START, NULL, (struct chart_words){
		    chart_wrap(w->o->a, text, 14, SIDE - CPX(8), 1).line[0], d->title.lang });
	}
}

void
chart_wheel(const struct chart_out *o, const struct chart_wheel *c)
{
	struct chart_out  at = *o;
	struct wheel      w = { .o = &at, .c = c };
	struct chart_size size = { SIDE, 0 };
	cpx               list = o->form == CHART_FILE ? CPX(20) * (cpx)c->len + CPX(16) : 0;

	at.width = CHART_NARROW;        /* a wheel has one size */
	w.top = chart_head_room(&at, &c->head);
	size.height = w.top + SIDE + list + chart_foot_room(&at, &c->head);
	chart_open(&at, &c->head, "ch-wheel", size, false);
	HTML(o->b, "<g class=\"ch-axis\">");
	for (int m = 1; m <= 12; m++)
		month(&w, m);
	HTML(o->b, "</g>\n");
	today_mark(&w);
	chart_text(&at, CENTRE, w.top + CENTRE, CHART_MIDDLE, "ch-strong ch-halo",
	    (struct chart_words){ arena_printf(o->a, "%d", c->year), STR_NONE });
	for (size_t i = 0; i < c->len; i++)
		duty(&w, i);
	if (list > 0)
		file_list(&w);
	chart_close(&at);
}

static void
duty_item(const struct chart_out *o, const struct chart_duty *d)
{
	HTML(o->b, "<li>");
	if (d->href.len > 0) {
		HTML(o->b, "<a");
		html_attr(o->b, "href", d->href);
	} else {
		HTML(o->b, "<span");
	}
	chart_lang(o, &d->title);
	HTML(o->b, ">");
	html_text(o->b, d->title.text);
	buf_put(o->b, d->href.len > 0 ? STR("</a>") : STR("</span>"));
	HTML(o->b, " <span class=\"ch-range\">");
	html_text(o->b, d->when);
	if (d->who.len > 0) {
		HTML(o->b, ", ");
		html_text(o->b, d->who);
	}
	HTML(o->b, ", ");
	html_text(o->b, state_word(o->lang, d->state));
	HTML(o->b, "</span></li>\n");
}

void
chart_wheel_figure(struct page *p, const struct chart_wheel *c)
{
	struct chart_out o = chart_on_page(p, CHART_NARROW);

	chart_figure_open(&o, &c->head, "chart-wheel");
	chart_wheel(&o, c);
	HTML(p->b, "<ol class=\"chart-duties\">\n");
	for (size_t i = 0; i < c->len; i++)
		duty_item(&o, &c->at[i]);
	HTML(p->b, "</ol>\n");
	chart_figure_close(&o);
}
