#include "view/pages/register_method.h"
#include "view/section.h"

static void
put_level(struct page *p, const struct barometer_row *r)
{
	struct buf b;

	buf_init(&b, 4096);
	if (r->judgement.has_required)
		barometer_required(&b, r, lang_danish(&p->lang));
	HTML(p->b, "<td>");
	html_text(p->b, b.len > 0 ? buf_str(&b) : STR("–"));
	HTML(p->b, "<br>");
	show_verdict(p, r->judgement.verdict);
	HTML(p->b, "</td>");
	buf_free(&b);
}

static void
put_effect(struct page *p, enum rebase_effect e)
{
	static const char *const words[] = {
		[REBASE_NONE] = N_("It has no level of its own."),
		[REBASE_MOVES] = N_("A promised change stays as large as it was, and is counted from the new series: the level moves."),
		[REBASE_WAITS] = N_("A promised change is counted from the new series as soon as something is measured in the new way."),
		[REBASE_STANDS] = N_("A promised level stays where it is."),
	};

	html_say(p->b, &p->lang, words[e]);
}

static void
put_targets(struct page *p, const struct rebase_view *m, bool unread)
{
	static const struct section_column columns[] = {
		{ N_("Target"), false }, { N_("Level and verdict today"), false },
		{ N_("Level and verdict then"), false }, { N_("The reason"), false },
	};

	section_open(p, "effects", N_("What it does to the targets"));
	if (unread)
		section_say(p, N_("Nothing is saved yet. Read what happens to the targets, and save then."));
	if (m->len == 0)
		section_say(p, N_("No target is checked by this indicator."));
	else
		table_open(p, say(&p->lang, "The targets, old beside new"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++) {
		const struct rebase_target *t = &m->at[i];

		HTML(p->b, "<tr><th scope=\"row\">");
		page_named(p, &t->after.promise);
		HTML(p->b, "</th>");
		put_level(p, &t->before);
		put_level(p, &t->after);
		HTML(p->b, "<td>");
		put_effect(p, t->effect);
		HTML(p->b, " ");
		html_text(p->b, lang_danish(&p->lang) ? t->after.judgement.da : t->after.judgement.en);
		HTML(p->b, "</td></tr>\n");
	}
	if (m->len > 0)
		table_close(p);
	section_close(p);
}

static void
put_figures(struct page *p, const struct work *w, const struct rebase_view *m)
{
	struct str last = m->last;

	form_input(p, &w->form, &(struct input){
		.kind = INPUT_LINE, .name = STR("period"), .label = say(&p->lang, "Measured in both ways in"),
		.hint = say(&p->lang, "A period that was measured in the old way and in the new one, for example 2010. Without it a promised change cannot be counted on."),
		.value = m->period });
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_FIGURE, .name = STR("old"), .label = say(&p->lang, "Figure by the old way"),
		.hint = last.len > 0 ? text_fill(p->a, say(&p->lang,
		    "Only when it is not recorded yet. The newest that is: {1}."), &last, 1)
		                     : say(&p->lang, "Only when it is not recorded yet.") });
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_FIGURE, .name = STR("new"), .label = say(&p->lang, "Figure by the new way"),
		.hint = say(&p->lang, "Of the whole city, without the unit.") });
}

static void
put_form(struct page *p, const struct work *w, const struct rebase_view *m)
{
	form_open(p, &w->form, STR_NONE);
	form_hidden(p, "version", arena_printf(p->a, "%lld", (long long)m->version));
	if (m->shown)
		form_hidden(p, "seen", m->seen);
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_DATE, .name = STR("starts"), .label = say(&p->lang, "In use from"),
		.wanted = true });
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_LINES, .name = STR("title"), .label = say(&p->lang, "What is measured otherwise"),
		.hint = say(&p->lang, "Readers see it at the break in the series."), .rows = 3, .wanted = true });
	put_figures(p, w, m);
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_LINES, .name = STR("why"), .label = say(&p->lang, "Why it is changed"),
		.hint = say(&p->lang, "Readers see it in the list of changes."), .rows = 2 });
	form_button(p, &w->form, STR("show"), STR("1"), say(&p->lang, "Show what it does to the targets"));
	form_close(p, say(&p->lang, "Save"));
}

void
register_method_page(struct page *p, const struct work *w, const struct rebase_view *m, bool unread)
{
	bool       danish = lang_danish(&p->lang);
	struct str with[] = { named_title(&m->indicator, &danish),
	                      arena_printf(p->a, "%lld", (long long)m->version) };

	p->title = text_fill(p->a, say(&p->lang, "Measured in a new way: {1}"), with, 1);
	work_open(p, w);
	form_faults(p, &w->form);
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_fill(p->b, say(&p->lang, "This becomes version {2} of how “{1}” is measured. The series gets a break, and what was measured before stays as it is."),
	    with, COUNT_OF(with));
	HTML(p->b, "</p>\n");
	if (m->shown)
		put_targets(p, m, unread);
	put_form(p, w, m);
	HTML(p->b, "<p><a");
	page_href(p, "work/register/indicators", m->indicator.id);
	HTML(p->b, ">");
	html_text(p->b, with[0]);
	HTML(p->b, "</a></p>\n");
	work_close(p);
}
