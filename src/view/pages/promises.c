/* What was promised: all of it, and deciding on that of one initiative. */
#include "view/pages/initiative.h"
#include "view/pages/work_wheel.h"
#include "view/section.h"

static void
put_row(struct page *p, const struct followup *f)
{
	HTML(p->b, "<tr><th scope=\"row\"><a");
	page_href(p, "work/promise", f->initiative.id);
	HTML(p->b, ">");
	page_named(p, &f->initiative);
	HTML(p->b, "</a></th><td><q lang=\"da\">");
	html_text(p->b, f->words);
	HTML(p->b, "</q>");
	section_source(p, &f->promised);
	HTML(p->b, "</td><td>");
	page_link(p, "unit", &f->unit);
	HTML(p->b, "</td><td>");
	page_day(p, f->due.to - 1);
	HTML(p->b, "</td><td>");
	followup_state(p, f);
	HTML(p->b, "</td></tr>\n");
}

static void
put_table(struct page *p, const struct promises_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Initiative"), false }, { N_("Promised"), false }, { N_("Who"), false },
		{ N_("At the latest"), false }, { N_("Did it come?"), false },
	};

	if (m->len == 0) {
		section_say(p, N_("No follow-up is promised for a certain time."));
		return;
	}
	table_open(p, say(&p->lang, "Promised follow-ups"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_row(p, &m->at[i]);
	table_close(p);
}

static void
put_head(struct page *p, const struct work *w, struct str lead)
{
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_text(p->b, lead);
	HTML(p->b, "</p>\n");
	form_faults(p, &w->form);
}

void
promises_page(struct page *p, const struct work *w, const struct promises_view *m)
{
	p->title = say(&p->lang, "Promises");
	p->description = say(&p->lang, "Follow-ups that were promised and have not come, the late ones first.");
	put_head(p, w, p->description);
	put_table(p, m);
	work_close(p);
}

/* ---- one initiative ---- */

static struct input
promises(struct page *p, const struct promises_view *m)
{
	struct choice *choice = ARENA_ARRAY(p->a, struct choice, m->len + 1);
	struct input   in = { .kind = INPUT_SELECT, .name = STR("promise"), .label = say(&p->lang, "Promise"),
	                      .choice = choice, .choices = m->len + 1, .wanted = true };

	choice[0] = (struct choice){ STR(""), say(&p->lang, "Choose a promise") };
	for (size_t i = 0; i < m->len; i++)
		choice[i + 1] = (struct choice){ m->about[i], m->at[i].words };
	return in;
}

static struct input
reports(struct page *p, const struct promises_view *m)
{
	struct choice *choice = ARENA_ARRAY(p->a, struct choice, m->reports + 1);
	struct input   in = { .kind = INPUT_SELECT, .name = STR("report"), .choice = choice,
	                      .label = say(&p->lang, "Status that keeps it"), .choices = m->reports + 1 };

	choice[0] = (struct choice){ STR(""), say(&p->lang, "Choose a status") };
	for (size_t i = 0; i < m->reports; i++)
		choice[i + 1] = (struct choice){ m->report[i].id, m->report[i].title };
	return in;
}

static void
put_form(struct page *p, const struct work *w, const struct promises_view *m)
{
	const struct choice what[] = { { STR("keep"), say(&p->lang, "It was kept") },
	                               { STR("drop"), say(&p->lang, "It is given up") } };
	struct input        promise = promises(p, m), report = reports(p, m);
	struct input        decision = { .kind = INPUT_RADIO, .name = STR("decision"), .choice = what,
	                                 .choices = COUNT_OF(what), .wanted = true,
	                                 .label = say(&p->lang, "What became of it?") };
	struct input        reason = { .kind = INPUT_LINE, .name = STR("reason"), .max = 400,
	                               .label = say(&p->lang, "Why it is given up"),
	                               .hint = say(&p->lang, "Everybody can read it at the initiative.") };

	section_open(p, "decide", N_("Decide"));
	form_open(p, &w->form, arena_printf(p->a, "work/promise/" STR_FMT, STR_ARG(m->initiative.id)));
	form_input(p, &w->form, &promise);
	form_input(p, &w->form, &decision);
	form_input(p, &w->form, &report);
	form_input(p, &w->form, &reason);
	form_close(p, say(&p->lang, "Record"));
	section_close(p);
}

void
promise_page(struct page *p, const struct work *w, const struct promises_view *m)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = named_title(&m->initiative, &danish);

	p->title = text_fill(p->a, say(&p->lang, "Promises: {1}"), &title, 1);
	put_head(p, w, say(&p->lang, "What was promised to be followed up, and what became of it."));
	put_table(p, m);
	if (m->may_decide && m->len > 0)
		put_form(p, w, m);
	work_close(p);
}
