/* The addresses under which a calendar program reads deadlines. */
#include "view/pages/work_wheel.h"
#include "view/section.h"

static void
put_made(struct page *p, struct str address)
{
	HTML(p->b, "<div class=\"alert alert-success\" role=\"status\"><div class=\"alert-body\">\n<h2 "
	    "class=\"alert-heading\">");
	html_say(p->b, &p->lang, "This is the address. It is shown only now.");
	HTML(p->b, "</h2>\n<p class=\"alert-text\"><code>");
	html_text(p->b, address);
	HTML(p->b, "</code></p>\n<p>");
	html_say(p->b, &p->lang, "Give it to your calendar program as a calendar to subscribe to. Who has "
	    "the address can read the deadlines.");
	HTML(p->b, "</p></div></div>\n");
}

static void
put_row(struct page *p, const struct work *w, const struct calendar *c)
{
	const struct along hidden[] = {
		{ "calendar", arena_printf(p->a, "%lld", (long long)c->id) },
	};
	struct str number = arena_printf(p->a, "%lld", (long long)c->id);

	HTML(p->b, "<tr><th scope=\"row\">");
	if (c->unit.id.len > 0)
		page_named(p, &c->unit);
	else
		html_say(p->b, &p->lang, "What I owe");
	HTML(p->b, "</th><td>");
	show_moment(p, c->made);
	HTML(p->b, "</td><td>");
	form_act(p, &w->form, STR("work/calendar/drop"),
	    text_fill(p->a, say(&p->lang, "Take address {1} back"), &number, 1), hidden, COUNT_OF(hidden));
	HTML(p->b, "</td></tr>\n");
}

static void
put_form(struct page *p, const struct work *w, const struct calendars *m)
{
	struct choice *choice = ARENA_ARRAY(p->a, struct choice, m->choices + 1);
	struct input   unit = { .kind = INPUT_SELECT, .name = STR("unit"), .choice = choice,
	                        .choices = m->choices + 1, .label = say(&p->lang, "Deadlines of") };

	choice[0] = (struct choice){ STR(""), say(&p->lang, "What I owe") };
	for (size_t i = 0; i < m->choices; i++) {
		bool danish = lang_danish(&p->lang);

		choice[i + 1] = (struct choice){ m->choice[i].id, named_title(&m->choice[i], &danish) };
	}
	form_open(p, &w->form, STR("work/calendar"));
	form_input(p, &w->form, &unit);
	form_close(p, say(&p->lang, "Make an address"));
}

void
calendar_page(struct page *p, const struct work *w, const struct calendars *m)
{
	static const struct section_column columns[] = {
		{ N_("Deadlines of"), false }, { N_("Made on"), false }, { N_("Take back"), false },
	};

	p->title = say(&p->lang, "Calendar");
	p->description = say(&p->lang, "Deadlines in your own calendar program, kept up to date.");
	work_open(p, w);
	page_lead(p);
	form_faults(p, &w->form);
	if (m->made.len > 0)
		put_made(p, m->made);
	put_form(p, w, m);
	if (m->len > 0) {
		table_open(p, say(&p->lang, "Addresses that are in use"), columns, COUNT_OF(columns));
		for (size_t i = 0; i < m->len; i++)
			put_row(p, w, &m->at[i]);
		table_close(p);
	}
	work_close(p);
}
