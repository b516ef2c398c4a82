/* The same figures as a table: one row a period, one column a series. */
#include "view/chart_cell.h"

/* Series are merged by day, then by what the period is called: "2008" and "December
 * 2008" end on the same day. */
struct merge {
	const struct chart *c;
	size_t             *next;       /* of each series */
};

static const struct chart_point *
head_of(const struct merge *m, size_t i)
{
	const struct chart_series *s = &m->c->series[i];

	return m->next[i] < s->len ? &s->at[m->next[i]] : NULL;
}

/* The point that names the next row; NULL: no more. */
static const struct chart_point *
next_row(const struct merge *m)
{
	const struct chart_point *first = NULL;

	for (size_t i = 0; i < m->c->len; i++) {
		const struct chart_point *p = head_of(m, i);

		if (p != NULL && (first == NULL || p->day < first->day))
			first = p;
	}
	return first;
}

static void
value_cell(const struct chart_out *o, const struct chart_point *pt)
{
	html_text(o->b, chart_value_text(o, pt->value, pt->text));
	if (pt->has_low && pt->has_high) {
		HTML(o->b, " <span class=\"ch-range\">(");
		html_text(o->b, chart_value_text(o, pt->low, STR_NONE));
		HTML(o->b, "–");
		html_text(o->b, chart_value_text(o, pt->high, STR_NONE));
		HTML(o->b, ")</span>");
	}
}

static struct str
range_text(const struct chart_out *o, const struct chart_point *pt)
{
	struct str end[2];

	if (pt->text.len > 0)
		return pt->text;
	end[0] = chart_value_text(o, pt->has_low ? pt->low : pt->high, STR_NONE);
	end[1] = chart_value_text(o, pt->high, STR_NONE);
	if (pt->has_low && pt->has_high)
		return text_fill(o->a, STR("{1}–{2}"), end, 2);
	return text_fill(o->a, say(o->lang, pt->has_low ? N_("{1} or more") : N_("{1} or less")), end, 1);
}

static void
point_cell(const struct chart_out *o, const struct chart_point *pt)
{
	switch (pt->state) {
	case CHART_MISSING:
	case CHART_WITHHELD:
		chart_absent(o, pt->state, pt->note);
		break;
	case CHART_RANGE:
		html_text(o->b, range_text(o, pt));
		break;
	case CHART_VALUE:
		value_cell(o, pt);
		break;
	}
	if (pt->state >= CHART_RANGE && pt->note.len > 0)
		chart_remark(o, pt->note);
	if (pt->breaks)
		chart_remark(o, pt->method.len > 0 ? pt->method : say(o->lang, "new method"));
}

static void
row(const struct chart_out *o, struct merge *m, const struct chart_point *name)
{
	int32_t    day = name->day;
	struct str label = name->label;

	HTML(o->b, "<tr><th scope=\"row\">");
	html_text(o->b, label);
	HTML(o->b, "</th>");
	for (size_t i = 0; i < m->c->len; i++) {
		const struct chart_point *p = head_of(m, i);

		HTML(o->b, "<td class=\"number\">");
		if (p != NULL && p->day == day && str_eq(p->label, label)) {
			point_cell(o, p);
			m->next[i]++;
		}
		HTML(o->b, "</td>");
	}
	HTML(o->b, "</tr>\n");
}

static void
series_heads(const struct chart_out *o, const struct chart *c)
{
	HTML(o->b, "<thead><tr><th scope=\"col\">");
	html_say(o->b, o->lang, "Period");
	HTML(o->b, "</th>");
	for (size_t i = 0; i < c->len; i++) {
		HTML(o->b, "<th scope=\"col\" class=\"number\"");
		chart_lang(o, &c->series[i].name);
		HTML(o->b, ">");
		html_text(o->b, c->series[i].name.text);
		HTML(o->b, "</th>");
	}
	HTML(o->b, "</tr></thead>\n");
}

static void
target_rows(const struct chart_out *o, const struct chart *c)
{
	for (size_t i = 0; c->len > 0 && i < c->targets; i++) {
		const struct chart_target *t = &c->target[i];

		HTML(o->b, "<tr><th scope=\"row\">");
		html_say(o->b, o->lang, "Target");
		HTML(o->b, "</th><td class=\"number\"");
		html_attr_int(o->b, "colspan", (int64_t)c->len);
		HTML(o->b, ">");
		html_text(o->b, t->label.len > 0 ? t->label : chart_value_text(o, t->value, STR_NONE));
		HTML(o->b, "</td></tr>\n");
	}
}

void
chart_table(struct page *p, const struct chart *c)
{
	struct chart_out          o = chart_on_page(p, CHART_WIDE);
	struct merge              m = { c, ARENA_ARRAY(p->a, size_t, c->len + 1) };
	const struct chart_point *name;

	chart_table_open(&o, &c->head);
	series_heads(&o, c);
	HTML(p->b, "<tbody>\n");
	while ((name = next_row(&m)) != NULL)
		row(&o, &m, name);
	target_rows(&o, c);
	HTML(p->b, "</tbody>\n");
	chart_table_close(&o);
}
