/* One proposal: the paper's own words beside its fields, to be accepted, corrected or
 * rejected. */
#include "view/kind.h"
#include "view/pages/documents.h"
#include "view/pages/inbox.h"

static const struct {
	struct str  code;
	const char *title;
} labels[] = {
	{ STR_INIT("number"), N_("Printed number") }, { STR_INIT("title"), N_("Title") },
	{ STR_INIT("committee"), N_("Committee") }, { STR_INIT("theme"), N_("Theme") },
	{ STR_INIT("objective"), N_("Objective") }, { STR_INIT("economy"), N_("Economy") },
	{ STR_INIT("mandate"), N_("Mandate") }, { STR_INIT("target_group"), N_("Target group") },
	{ STR_INIT("characteristics"), N_("Characteristics") },
	{ STR_INIT("activity"), N_("Activity") }, { STR_INIT("goal"), N_("Goal") },
	{ STR_INIT("indicator"), N_("Indicator") }, { STR_INIT("contribution"), N_("How it contributes") },
	{ STR_INIT("followup"), N_("Planned follow-up") }, { STR_INIT("status"), N_("Status") },
	{ STR_INIT("challenge"), N_("Challenges") }, { STR_INIT("purpose"), N_("Purpose") },
	{ STR_INIT("baseline"), N_("Baseline") }, { STR_INIT("latest"), N_("Latest measurement") },
	{ STR_INIT("target"), N_("Target") }, { STR_INIT("amount"), N_("Amount") },
	{ STR_INIT("revised"), N_("Revised budget") }, { STR_INIT("actual"), N_("Spent") },
	{ STR_INIT("total"), N_("Printed total") }, { STR_INIT("unsplit"), N_("Amount of all years") },
	{ STR_INIT("years"), N_("Years") }, { STR_INIT("span"), N_("Amount and its years") },
	{ STR_INIT("part_of"), N_("Part of the line") }, { STR_INIT("counted_in"), N_("Counted in the line") },
	{ STR_INIT("initiative"), N_("Initiative") }, { STR_INIT("terms"), N_("What is said of the economy") },
	{ STR_INIT("scope"), N_("What it sums") }, { STR_INIT("first_line"), N_("From line") },
	{ STR_INIT("last_line"), N_("To line") }, { STR_INIT("group"), N_("Group") },
	{ STR_INIT("agreement"), N_("Agreement") }, { STR_INIT("date"), N_("Date") },
	{ STR_INIT("baseline_date"), N_("When the baseline was measured") },
	{ STR_INIT("latest_date"), N_("When the latest was measured") },
	{ STR_INIT("factor"), N_("Kroner per unit") }, { STR_INIT("footnote"), N_("Footnote") },
	{ STR_INIT("claim"), N_("Claim") }, { STR_INIT("expected"), N_("Expected") },
	{ STR_INIT("period"), N_("Period") },
};

static struct str
label_of(const struct lang *l, struct str code)
{
	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (str_eq(code, labels[i].code))
			return say(l, labels[i].title);
	return code;
}

/* ---- the fields ---- */

static enum input_kind
input_of(enum field_type type)
{
	switch (type) {
	case FIELD_IS_WORDS:
		return INPUT_LINES;
	case FIELD_IS_AMOUNT:
	case FIELD_IS_FIGURE:
	case FIELD_IS_COUNT:
		return INPUT_FIGURE;
	case FIELD_IS_LINE:
	case FIELD_IS_PERIOD:
	case FIELD_IS_YEARS:
		return INPUT_LINE;
	}
	return INPUT_LINE;
}

/* Words of several lines are shown as such, whatever they should be. */
static bool
has_lines(struct str text)
{
	return str_find(text, STR("\n"), 0) != SIZE_MAX;
}

static void
put_field(struct page *p, const struct form_view *form, const struct inbox_field *f, size_t i)
{
	struct str   line = arena_printf(p->a, "%u", (unsigned)f->line);
	struct str   label = label_of(&p->lang, f->code);
	struct input words = {
		.kind = has_lines(f->text) ? INPUT_LINES : input_of(f->type),
		.name = arena_printf(p->a, "t%zu", i), .label = label, .value = f->text,
		.rows = f->text.len > 200 ? 6 : 2,
		.hint = f->line > 0 ? text_fill(p->a, say(&p->lang, "Line {1}"), &line, 1) : STR_NONE,
	};
	struct input year = {
		.kind = INPUT_LINE, .name = arena_printf(p->a, "y%zu", i),
		.label = text_fill(p->a, say(&p->lang, "{1}: year"), &label, 1),
		.value = f->year > 0 ? arena_printf(p->a, "%d", f->year) : STR_NONE,
	};

	form_input(p, form, &words);
	if (f->has_year)
		form_input(p, form, &year);
}

/* ---- what it would be merged with ---- */

static void
put_run(struct page *p, const struct changed_run *r)
{
	if (r->kind == CHANGE_ADDED)
		HTML(p->b, "<ins>");
	if (r->kind == CHANGE_REMOVED)
		HTML(p->b, "<del>");
	html_text(p->b, r->text);
	if (r->kind == CHANGE_ADDED)
		HTML(p->b, "</ins>");
	if (r->kind == CHANGE_REMOVED)
		HTML(p->b, "</del>");
	HTML(p->b, " ");
}

static void
put_difference(struct page *p, const struct inbox_difference *d)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	html_text(p->b, label_of(&p->lang, d->column));
	HTML(p->b, "</th><td>");
	html_text(p->b, d->before);
	HTML(p->b, "</td><td>");
	for (size_t i = 0; i < d->words.len; i++)
		put_run(p, &d->words.at[i]);
	HTML(p->b, "</td></tr>\n");
}

static void
put_differences(struct page *p, const struct inbox_proposal *m)
{
	if (m->differences == 0) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "What it says of itself would stay as it is; what hangs on it is added.");
		HTML(p->b, "</p>\n");
		return;
	}
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", say(&p->lang, "What would change"));
	HTML(p->b, ">\n<table class=\"table\">\n<caption>");
	html_say(p->b, &p->lang, "What would change");
	HTML(p->b, "</caption>\n<thead>\n<tr><th scope=\"col\">");
	html_say(p->b, &p->lang, "Field");
	HTML(p->b, "</th><th scope=\"col\">");
	html_say(p->b, &p->lang, "Before");
	HTML(p->b, "</th><th scope=\"col\">");
	html_say(p->b, &p->lang, "After");
	HTML(p->b, "</th></tr>\n</thead>\n<tbody>\n");
	for (size_t i = 0; i < m->differences; i++)
		put_difference(p, &m->difference[i]);
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

static void
put_same(struct page *p, const struct form_view *form, const struct inbox_proposal *m)
{
	const struct choice choices[] = {
		{ STR_NONE, say(&p->lang, "Another one: a new one is made") },
		{ m->same.thing.id, say(&p->lang, "The same: what it says is told of the one there is") },
	};
	const struct input into = {
		.kind = INPUT_RADIO, .name = STR("into"), .wanted = true, .choice = choices,
		.choices = COUNT_OF(choices), .label = say(&p->lang, "Is it the same?"),
	};

	if (m->same.noun == NOUN_NONE)
		return;
	HTML(p->b, "<h3>");
	html_say(p->b, &p->lang, "There is one with this title");
	HTML(p->b, "</h3>\n<p>");
	kind_link(p, &m->same);
	HTML(p->b, "</p>\n");
	put_differences(p, m);
	form_input(p, form, &into);
}

/* ---- the form ---- */

static struct str
path_of(struct page *p, const struct inbox_proposal *m)
{
	return arena_printf(p->a, "work/proposal/" STR_FMT, STR_ARG(m->item.key));
}

static void
put_buttons(struct page *p)
{
	HTML(p->b, "<button class=\"button button-primary\" type=\"submit\" name=\"do\" value=\"accept\">");
	html_say(p->b, &p->lang, "Accept as it stands here");
	HTML(p->b, "</button>\n<button class=\"button button-secondary\" type=\"submit\" name=\"do\" "
	    "value=\"reject\">");
	html_say(p->b, &p->lang, "Reject");
	HTML(p->b, "</button>\n</form>\n");
}

static void
put_form(struct page *p, const struct work *w, const struct inbox_proposal *m)
{
	struct form_view   f = inbox_form(p, w, m->item.key);
	const struct input title = {
		.kind = INPUT_LINE, .name = STR("title"), .label = say(&p->lang, "Title"), .wanted = true,
		.value = m->item.title,
	};

	form_open(p, &f, path_of(p, m));
	form_input(p, &f, &title);
	for (size_t i = 0; i < m->fields; i++)
		if (!str_eq(m->field[i].code, STR("title")) || !str_eq(m->field[i].text, m->item.title))
			put_field(p, &f, &m->field[i], i);
	put_same(p, &f, m);
	put_buttons(p);
}

/* Decided: only to be read. */
static void
put_list(struct page *p, const struct inbox_proposal *m)
{
	HTML(p->b, "<p>");
	html_text(p->b, inbox_state_title(&p->lang, m->item.state));
	if (m->becomes.noun != NOUN_NONE) {
		HTML(p->b, ": ");
		kind_link(p, &m->becomes);
	}
	HTML(p->b, "</p>\n<dl class=\"structured-list facts\">\n");
	for (size_t i = 0; i < m->fields; i++) {
		HTML(p->b, "<div><dt>");
		html_text(p->b, label_of(&p->lang, m->field[i].code));
		HTML(p->b, "</dt><dd>");
		if (m->field[i].year > 0) {
			html_int(p->b, m->field[i].year);
			HTML(p->b, ": ");
		}
		html_text(p->b, m->field[i].text);
		HTML(p->b, "</dd></div>\n");
	}
	HTML(p->b, "</dl>\n");
}

static void
put_words(struct page *p, const struct inbox_proposal *m)
{
	HTML(p->b, "<section class=\"proposal-words\" aria-labelledby=\"words\">\n<h2 id=\"words\">");
	html_say(p->b, &p->lang, "What the paper says");
	HTML(p->b, "</h2>\n");
	document_text(p, &m->document);
	HTML(p->b, "</section>\n");
}

static void
put_up(struct page *p, const struct inbox_proposal *m)
{
	struct str waiting = arena_printf(p->a, "%zu", m->waiting);

	HTML(p->b, "<p>");
	page_link(p, "work/inbox", &m->document.row.document);
	HTML(p->b, ": ");
	html_fill(p->b, say_n(&p->lang, (int64_t)m->waiting, "{1} still waits",
	    "{1} still wait"), &waiting, 1);
	HTML(p->b, "</p>\n");
}

void
inbox_proposal_page(struct page *p, struct work *w, const struct inbox_proposal *m)
{
	p->title = m->item.title;
	p->description = say(&p->lang, "What was read in a paper, beside the paper's own words.");
	work_open(p, w);
	put_up(p, m);
	HTML(p->b, "<h1>");
	html_text(p->b, inbox_kind_title(&p->lang, m->item.kind));
	HTML(p->b, ": <span");
	page_words(p, true);
	HTML(p->b, ">");
	html_text(p->b, m->item.title);
	HTML(p->b, "</span></h1>\n");
	form_faults(p, &w->form);
	HTML(p->b, "<div class=\"proposal\">\n");
	put_words(p, m);
	HTML(p->b, "<section class=\"proposal-fields\" aria-labelledby=\"fields\">\n<h2 id=\"fields\">");
	html_say(p->b, &p->lang, "What was read in it");
	HTML(p->b, "</h2>\n");
	if (m->item.state == INBOX_WAITING)
		put_form(p, w, m);
	else
		put_list(p, m);
	HTML(p->b, "</section>\n</div>\n");
	work_close(p);
}
