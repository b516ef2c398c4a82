/* Who owes what, for those who look after all of it. */
#include "view/filter.h"
#include "view/pages/initiative.h"
#include "view/pages/wheel.h"
#include "view/pages/work_wheel.h"
#include "view/section.h"

static const char *const states[OWED_STATE_COUNT] = {
#define X(id, code, words) words,
	OWED_STATES(X)
#undef X
};

static void
put_number(struct page *p, size_t n, bool bad)
{
	HTML(p->b, "<td class=\"number\">");
	if (bad && n > 0)
		HTML(p->b, "<strong class=\"overdue\"><span aria-hidden=\"true\">◆ </span>");
	html_int(p->b, (int64_t)n);
	if (bad && n > 0)
		HTML(p->b, "</strong>");
	HTML(p->b, "</td>");
}

/* ---- by unit ---- */

static void
put_link(struct page *p, const struct owing_view *m, const struct owing_node *n)
{
	HTML(p->b, "<a href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/");
	HTML(p->b, "work/overview?year=");
	html_int(p->b, m->year);
	HTML(p->b, "&amp;unit=");
	page_escaped(p, n->unit.id);
	HTML(p->b, "#items\">");
	page_named(p, &n->unit);
	HTML(p->b, "</a>");
}

static void
put_reminder(struct page *p, const struct work *w, const struct owing_view *m,
             const struct owing_node *n)
{
	const struct along hidden[] = {
		{ "unit", n->unit.id },
		{ "year", arena_printf(p->a, "%d", m->year) },
	};
	bool danish = lang_danish(&p->lang);
	struct str name = n->short_name.len > 0 ? n->short_name : named_title(&n->unit, &danish);

	HTML(p->b, "<td>");
	if (n->may_remind && n->own_late > 0)
		form_act(p, &w->form, STR("work/overview/remind"),
		    text_fill(p->a, say(&p->lang, "Remind {1}"), &name, 1), hidden, COUNT_OF(hidden));
	if (n->reminded.len > 0) {
		html_say(p->b, &p->lang, "reminded on");
		HTML(p->b, " ");
		show_moment(p, n->reminded);
	}
	HTML(p->b, "</td>");
}

static void
put_node(struct page *p, const struct work *w, const struct owing_view *m, const struct owing_node *n)
{
	HTML(p->b, "<tr><th scope=\"row\"");
	html_attr(p->b, "class", arena_printf(p->a, "depth-%zu", n->depth < 3 ? n->depth : 3));
	HTML(p->b, ">");
	put_link(p, m, n);
	section_unit(p, n->short_name);
	HTML(p->b, "</th>");
	put_number(p, n->all, false);
	put_number(p, n->late, true);
	put_reminder(p, w, m, n);
	put_number(p, n->late_promises, true);
	put_number(p, n->dropped_promises, true);
	for (size_t i = 0; i < OWED_STATE_COUNT; i++)
		put_number(p, n->count[i], false);
	HTML(p->b, "</tr>\n");
}

/* What asks for an act stands first: the table is wider than many a window. */
static void
put_nodes(struct page *p, const struct work *w, const struct owing_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Unit"), false }, { N_("Owed"), true }, { N_("Late"), true }, { N_("Reminder"), false },
		{ N_("Promises late"), true }, { N_("Promises dropped"), true }, { N_("No answer"), true },
		{ N_("Begun"), true }, { N_("Sent back"), true }, { N_("Submitted"), true },
		{ N_("Approved by the administration"), true }, { N_("Done"), true },
		{ N_("Answered below"), true },
	};
	struct str year = arena_printf(p->a, "%d", m->year);

	if (m->len == 0) {
		section_say(p, N_("Nothing is owed in this year by units that you may see."));
		return;
	}
	table_open(p, text_fill(p->a, say(&p->lang, "What is due in {1}; a part's is counted for the "
	    "whole, too"), &year, 1), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_node(p, w, m, &m->at[i]);
	table_close(p);
}

/* ---- one by one ---- */

static void
put_state(struct page *p, const struct owing_item *o)
{
	struct str count[] = { arena_printf(p->a, "%u", (unsigned)o->part),
	                       arena_printf(p->a, "%u", (unsigned)o->whole) };

	if (o->form != 0) {
		HTML(p->b, "<a");
		page_href(p, "work/form", arena_printf(p->a, "%lld", (long long)o->form));
		HTML(p->b, ">");
	}
	html_say(p->b, &p->lang, states[o->state]);
	if (o->form != 0)
		HTML(p->b, "</a>");
	if (o->whole > 0) {
		HTML(p->b, " (");
		html_fill(p->b, say(&p->lang, "{1} of {2}"), count, 2);
		HTML(p->b, ")");
	}
	if (o->has_done) {
		HTML(p->b, ", ");
		page_day(p, o->done);
	}
	if (o->late) {
		HTML(p->b, "<br>");
		wheel_state(p, 1, false);
	}
	if (o->reminded.len > 0) {
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, "reminded on");
		HTML(p->b, " ");
		show_moment(p, o->reminded);
	}
}

static void
put_item(struct page *p, const struct owing_item *o)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_named(p, &o->duty);
	HTML(p->b, "</th><td>");
	if (o->initiative.id.len > 0)
		page_link(p, "initiative", &o->initiative);
	else
		HTML(p->b, "–");
	HTML(p->b, "</td><td>");
	page_link(p, "unit", &o->unit);
	HTML(p->b, "</td><td>");
	show_period(p, o->when.period);
	HTML(p->b, "</td><td>");
	page_day(p, o->due);
	if (o->extended) {
		HTML(p->b, " (");
		html_say(p->b, &p->lang, "extended");
		HTML(p->b, ")");
	}
	HTML(p->b, "</td><td>");
	put_state(p, o);
	HTML(p->b, "</td></tr>\n");
}

static void
put_items(struct page *p, const struct owing_view *m)
{
	static const struct section_column columns[] = {
		{ N_("What"), false }, { N_("Initiative"), false }, { N_("Unit"), false },
		{ N_("For the period"), false }, { N_("At the latest"), false }, { N_("State"), false },
	};
	struct str more = arena_printf(p->a, "%zu", m->more);

	if (m->items == 0) {
		section_say(p, N_("Nothing is owed in this year."));
		return;
	}
	table_open(p, say(&p->lang, "One by one, what is late first"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->items; i++)
		put_item(p, &m->item[i]);
	table_close(p);
	if (m->more > 0) {
		HTML(p->b, "<p>");
		html_fill(p->b, say(&p->lang, "And {1} more: choose a unit further down."), &more, 1);
		HTML(p->b, "</p>\n");
	}
}

static void
put_unit(struct page *p, const struct owing_view *m)
{
	HTML(p->b, "<section id=\"items\">\n<h2>");
	page_named(p, &m->unit);
	HTML(p->b, "</h2>\n");
	put_items(p, m);
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "Promises that were not kept");
	HTML(p->b, "</h3>\n");
	if (m->promises == 0)
		section_say(p, N_("There are none."));
	else
		followups_table(p, m->promise, m->promises, true);
	HTML(p->b, "</section>\n");
}

static void
put_filter(struct page *p, const struct owing_view *m)
{
	size_t        n = m->first == 0 ? 0 : (size_t)(m->last - m->first + 1);
	struct named *year = ARENA_ARRAY(p->a, struct named, n + 1);

	for (size_t i = 0; i < n; i++)
		year[i].id = year[i].title = arena_printf(p->a, "%d", m->last - (int)i);
	filter_open(p);
	filter_one(p, N_("Year"), "year", year, n, arena_printf(p->a, "%d", m->year));
	filter_close(p);
}

void
owing_page(struct page *p, const struct work *w, const struct owing_view *m)
{
	p->title = say(&p->lang, "Who owes what");
	p->description = say(&p->lang, "How far each committee, administration and department has come.");
	work_open(p, w);
	page_lead(p);
	form_faults(p, &w->form);
	put_filter(p, m);
	put_nodes(p, w, m);
	if (m->unit.id.len > 0)
		put_unit(p, m);
	work_close(p);
}
