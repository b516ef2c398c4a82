/* All status forms that somebody may read, and the beginning of a new one. */
#include "view/pages/forms.h"
#include "view/section.h"

static void
put_row(struct page *p, const struct form_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\"><a");
	page_href(p, "work/form", arena_printf(p->a, "%lld", (long long)r->head.id));
	HTML(p->b, ">");
	page_named(p, &r->initiative);
	show_which(p, period_text(p->a, r->period, lang_danish(&p->lang)));
	HTML(p->b, "</a></th><td>");
	show_period(p, r->period);
	HTML(p->b, "</td><td>");
	html_text(p->b, form_state_title(r->head.state, lang_danish(&p->lang)));
	HTML(p->b, "</td><td>");
	show_moment(p, r->head.changed_at);
	HTML(p->b, ", ");
	html_text(p->b, r->head.changed_by);
	HTML(p->b, "</td></tr>\n");
}

/* A table a unit. */
static void
put_tables(struct page *p, const struct form_list *m)
{
	static const struct section_column columns[] = {
		{ N_("Initiative"), false }, { N_("Period"), false }, { N_("State"), false },
		{ N_("Last saved"), false },
	};

	if (m->len == 0)
		section_say(p, N_("There is no status form yet."));
	for (size_t i = 0; i < m->len; i++) {
		if (i == 0 || !str_eq(m->at[i].unit.id, m->at[i - 1].unit.id))
			table_open(p, m->at[i].unit.title.len > 0 ? m->at[i].unit.title
			    : say(&p->lang, "Without a unit"), columns, COUNT_OF(columns));
		put_row(p, &m->at[i]);
		if (i + 1 == m->len || !str_eq(m->at[i].unit.id, m->at[i + 1].unit.id))
			table_close(p);
	}
}

static void
put_new(struct page *p, const struct work *w, const struct form_list *m)
{
	struct choice *choice = ARENA_ARRAY(p->a, struct choice, m->opens + 1);
	struct input   initiative = {
		.kind = INPUT_SELECT, .name = STR("initiative"), .label = say(&p->lang, "Initiative"),
		.choice = choice, .choices = m->opens + 1, .wanted = true,
	};
	struct input   period = {
		.kind = INPUT_LINE, .name = STR("period"), .label = say(&p->lang, "Period"), .max = 60,
		.hint = say(&p->lang, "With its year: 2026, 1. halvår 2026, 3. kvartal 2026."), .wanted = true,
	};

	choice[0] = (struct choice){ STR(""), say(&p->lang, "Choose an initiative") };
	for (size_t i = 0; i < m->opens; i++)
		choice[i + 1] = (struct choice){ m->open[i].id, m->open[i].title };
	section_open(p, "new", N_("Begin a status form"));
	section_say(p, N_("It begins with what was approved last time. One that is there already is opened."));
	form_open(p, &w->form, STR("work/forms"));
	form_input(p, &w->form, &initiative);
	form_input(p, &w->form, &period);
	form_close(p, say(&p->lang, "Begin"));
	section_close(p);
}

void
forms_page(struct page *p, const struct work *w, const struct form_list *m)
{
	p->title = say(&p->lang, "Status forms");
	p->description = say(&p->lang, "Who says what on each initiative, and how far it has come.");
	work_open(p, w);
	page_heading(p);
	form_faults(p, &w->form);
	put_tables(p, m);
	if (m->opens > 0)
		put_new(p, w, m);
	work_close(p);
}
