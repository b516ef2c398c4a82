#include "view/pages/measure.h"
#include "view/section.h"

#define PROGNOSES_PATH "work/register/prognoses"

/* ---- the list ---- */

static void
put_due(struct page *p, const struct due *d)
{
	if (!d->has_period) {
		bool danish = lang_danish(&p->lang) || d->words.en.len == 0;

		HTML(p->b, "<span");
		page_words(p, danish);
		HTML(p->b, ">");
		html_text(p->b, danish ? d->words.da : d->words.en);
		HTML(p->b, "</span>");
		return;
	}
	show_period(p, d->period);
	if (!d->overdue)
		return;
	HTML(p->b, " <strong class=\"overdue\">");
	html_say(p->b, &p->lang, "overdue: the period is over, and it is not there");
	HTML(p->b, "</strong>");
}

void
measure_list_page(struct page *p, const struct work *w, const struct measure_lines *m)
{
	static const struct section_column columns[] = {
		{ N_("Indicator"), false }, { N_("Newest"), false }, { N_("Due"), false },
		{ N_("Belongs to"), false },
	};

	p->title = say(&p->lang, "Measurements");
	work_open(p, w);
	page_heading(p);
	section_say(p, N_("The indicators that you may measure, what is overdue first."));
	if (m->len == 0)
		section_say(p, N_("No indicator belongs to your unit."));
	else
		table_open(p, say(&p->lang, "Indicators to measure"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++) {
		const struct measure_line *l = &m->at[i];

		HTML(p->b, "<tr><th scope=\"row\">");
		page_link(p, "work/measure", &l->indicator);
		HTML(p->b, "</th><td>");
		html_text(p->b, l->last.len > 0 ? l->last : STR("–"));
		HTML(p->b, "</td><td>");
		put_due(p, &l->due);
		HTML(p->b, "</td><td>");
		page_named(p, &l->unit);
		HTML(p->b, "</td></tr>\n");
	}
	if (m->len > 0)
		table_close(p);
	work_close(p);
}

/* ---- what was sent, read back ---- */

static const char *const questions[] = {
#define X(id, words) [MEASURE_##id] = words,
	MEASURE_QUESTIONS(X)
#undef X
};

static void
put_read(struct page *p, const struct measure_row *r)
{
	HTML(p->b, "<td>");
	if (r->area_is.id.len > 0)
		page_named(p, &r->area_is);
	else
		html_text(p->b, r->area);
	if (r->group_is.id.len > 0 || r->group.len > 0)
		HTML(p->b, ", ");
	if (r->group_is.id.len > 0)
		page_named(p, &r->group_is);
	else
		html_text(p->b, r->group);
	HTML(p->b, "</td><td class=\"number\">");
	html_text(p->b, r->fault == NULL ? r->read_value : r->value);
	if (r->preliminary) {
		HTML(p->b, " (");
		html_say(p->b, &p->lang, "preliminary");
		HTML(p->b, ")");
	}
	HTML(p->b, "</td>");
}

/* "Fejl i række 3, kolonne »2010«:" */
static void
put_where(struct page *p, const struct measure_row *r)
{
	static const struct {
		const char *field, *label;
	} labels[] = {
		{ "period", N_("Period") }, { "value", N_("Figure") }, { "area", N_("Area") },
		{ "group", N_("Group") },
	};
	struct str with[] = { arena_printf(p->a, "%zu", r->line), STR_NONE };
	struct str field = str_from(r->field);

	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (str_eq(field, str_from(labels[i].field)))
			with[1] = say(&p->lang, labels[i].label);
	if (r->column.len > 0 && (str_eq(field, STR("value")) || str_eq(field, STR("period"))))
		with[1] = r->column;
	HTML(p->b, "<strong>");
	html_fill(p->b, say(&p->lang, with[1].len > 0 ? N_("Fault in row {1}, column “{2}”:")
	    : N_("Fault in row {1}:")), with, COUNT_OF(with));
	HTML(p->b, "</strong> ");
}

static void
put_verdict(struct page *p, const struct measure_row *r)
{
	HTML(p->b, "<td>");
	if (r->fault != NULL) {
		put_where(p, r);
		html_fill(p->b, say(&p->lang, r->fault), &r->with, 1);
	} else if (r->same) {
		html_say(p->b, &p->lang, "Recorded already: nothing changes.");
	} else if (r->there) {
		html_fill(p->b, say(&p->lang, "Corrects what is recorded: {1}"), &r->was, 1);
	} else {
		html_say(p->b, &p->lang, "New");
	}
	for (size_t i = 0; i < MEASURE_QUESTION_COUNT; i++) {
		if ((r->asks >> i & 1) == 0)
			continue;
		HTML(p->b, "<br>");
		html_say(p->b, &p->lang, questions[i]);
	}
	HTML(p->b, "</td></tr>\n");
}

static void
put_table(struct page *p, const struct measure_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Row"), true }, { N_("Period"), false }, { N_("Area and group"), false },
		{ N_("Figure"), true }, { N_("What it does"), false },
	};

	section_open(p, "read", N_("What you sent, read back"));
	section_say(p, N_("Nothing is saved yet."));
	table_open(p, say(&p->lang, "The rows as they were read"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++) {
		const struct measure_row *r = &m->at[i];

		HTML(p->b, "<tr><td class=\"number\">");
		buf_putf(p->b, "%zu", r->line);
		HTML(p->b, "</td><th scope=\"row\">");
		html_text(p->b, r->fault == NULL ? r->read_period : r->period);
		HTML(p->b, "</th>");
		put_read(p, r);
		put_verdict(p, r);
	}
	table_close(p);
	section_close(p);
}

/* ---- the form ---- */

/* A tick is kept only for a row that was shown as it is. */
static void
put_questions(struct page *p, const struct work *w, const struct measure_view *m)
{
	struct form_view f = w->form;

	if (!m->answered)
		f.posted = NULL;
	for (size_t i = 0; i < m->len; i++) {
		const struct measure_row *r = &m->at[i];
		struct str with[] = { arena_printf(p->a, "%zu", r->line), r->read_period, r->read_value };

		if (r->asks == 0)
			continue;
		form_input(p, &f, &(struct input){
			.kind = INPUT_CHECK, .name = arena_printf(p->a, "ok-" STR_FMT, STR_ARG(r->mark)),
			.label = text_fill(p->a, say(&p->lang, "Row {1} is right: {2}, {3}"), with, COUNT_OF(with)) });
	}
}

static struct choice *
choices_of(struct page *p, const struct named *at, size_t len, const char *none)
{
	struct choice *choice = ARENA_ARRAY(p->a, struct choice, len + 1);

	choice[0] = (struct choice){ STR(""), say(&p->lang, none) };
	for (size_t i = 0; i < len; i++) {
		bool danish = lang_danish(&p->lang);

		choice[i + 1] = (struct choice){ at[i].id, named_title(&at[i], &danish) };
	}
	return choice;
}

static void
put_one(struct page *p, const struct work *w, const struct measure_view *m)
{
	struct str unit = m->unit;

	section_open(p, "one", N_("One measurement"));
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_LINE, .name = STR("period"), .label = say(&p->lang, "Period"),
		.hint = say(&p->lang, "For example 2010, 2. kvartal 2010 or forår 2010.") });
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_FIGURE, .name = STR("value"), .label = say(&p->lang, "Figure"),
		.hint = unit.len > 0 ? text_fill(p->a, say(&p->lang, "In {1}"), &unit, 1) : STR_NONE });
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_CHECK, .name = STR("preliminary"),
		.label = say(&p->lang, "It is preliminary, and the final one comes later") });
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_SELECT, .name = STR("area"), .label = say(&p->lang, "Area"),
		.choice = choices_of(p, m->area, m->areas, N_("The whole city")), .choices = m->areas + 1 });
	if (m->groups > 0)
		form_input(p, &w->form, &(struct input){
			.kind = INPUT_SELECT, .name = STR("group"), .label = say(&p->lang, "Group"),
			.choice = choices_of(p, m->group, m->groups, N_("Everybody")), .choices = m->groups + 1 });
	section_close(p);
}

static void
put_form(struct page *p, const struct work *w, const struct measure_view *m)
{
	form_open(p, &w->form, STR_NONE);
	form_hidden(p, "stands", m->stands);
	if (m->seen.len > 0) {
		form_hidden(p, "seen", m->seen);
		put_questions(p, w, m);
	}
	section_open(p, "many", N_("Several, from a spreadsheet"));
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_LINES, .name = STR("grid"), .label = say(&p->lang, "Rows"), .rows = 8,
		.hint = say(&p->lang, "Copy the cells and paste them here: period, figure and, when you need "
		    "them, area, group and preliminary, with or without a row of headings. Or a table with "
		    "areas or groups down and periods across.") });
	section_close(p);
	put_one(p, w, m);
	form_input(p, &w->form, &(struct input){
		.kind = INPUT_LINES, .name = STR("why"), .label = say(&p->lang, "Why"), .rows = 2,
		.hint = say(&p->lang, "Needed when something that is recorded is corrected. Readers see it in "
		    "the list of changes."), .wanted = m->corrections > 0 });
	if (m->seen.len > 0)
		form_button(p, &w->form, STR("show"), STR("1"), say(&p->lang, "Check again"));
	form_close(p, m->seen.len > 0 ? say(&p->lang, "Save") : say(&p->lang, "Check"));
}

/* What is expected of the whole city, and the way to say so. */
static void
put_expected(struct page *p, const struct measure_view *m)
{
	section_open(p, "expected", N_("Prognoses"));
	section_say(p, N_("What you expect before it is measured is kept apart from the measurements, and compared when they come."));
	if (m->expected.len > 0)
		HTML(p->b, "<ul>\n");
	for (size_t i = 0; i < m->expected.len; i++) {
		const struct prognosis *g = &m->expected.at[i];

		HTML(p->b, "<li><a");
		page_href(p, PROGNOSES_PATH, g->id);
		HTML(p->b, ">");
		show_period(p, g->said.period);
		HTML(p->b, ": ");
		show_observation(p, &g->said, m->unit_is);
		HTML(p->b, "</a> (");
		page_day(p, g->stated);
		HTML(p->b, ")</li>\n");
	}
	if (m->expected.len > 0)
		HTML(p->b, "</ul>\n");
	HTML(p->b, "<p><a href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/" PROGNOSES_PATH "/new?indicator=");
	html_text(p->b, m->indicator.id);
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, "Record a prognosis");
	HTML(p->b, "</a></p>\n");
	section_close(p);
}

void
measure_page(struct page *p, const struct work *w, const struct measure_view *m)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = named_title(&m->indicator, &danish);

	p->title = text_fill(p->a, say(&p->lang, "Measurements: {1}"), &title, 1);
	work_open(p, w);
	form_faults(p, &w->form);
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	if (m->last.len > 0)
		html_fill(p->b, say(&p->lang, "The newest of the whole city: {1}."), &m->last, 1);
	else
		html_say(p->b, &p->lang, "The whole city is not measured yet.");
	HTML(p->b, "</p>\n");
	if (m->due.has_period) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "Next:");
		HTML(p->b, " ");
		put_due(p, &m->due);
		HTML(p->b, "</p>\n");
	}
	if (m->checked)
		put_table(p, m);
	put_form(p, w, m);
	put_expected(p, m);
	HTML(p->b, "<p><a");
	page_href(p, "indicator", m->indicator.id);
	HTML(p->b, ">");
	html_text(p->b, title);
	HTML(p->b, "</a></p>\n");
	work_close(p);
}
