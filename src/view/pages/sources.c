/* The sources of figures: a list, and each with what it asks for and what came of it. */
#include "view/pages/sources.h"
#include "model/column.h"
#include "model/source_problem.h"
#include "view/section.h"

/* ---- the list ---- */

static const char *
state_of(const struct source_line_view *s)
{
	if (!s->reached)
		return N_("its host may not be asked");
	if (s->open != 0)
		return N_("on its way");
	if (s->broken)
		return N_("the series is broken");
	if (s->last.id == 0)
		return N_("not fetched yet");
	if (s->last.state == SOURCE_RUN_DONE)
		return N_("in order");
	return s->last.state == SOURCE_RUN_BROKEN ? N_("decided on, not fetched since") : N_("failed");
}

static void
put_when(struct page *p, int64_t at, const char *never)
{
	if (at != 0)
		source_moment(p, at);
	else
		html_say(p->b, &p->lang, never);
}

static void
put_came(struct page *p, const struct source_run *r, struct str source)
{
	if (r->id == 0)
		return;
	HTML(p->b, "<a");
	source_run_href(p, r->id);
	HTML(p->b, ">");
	if (r->state == SOURCE_RUN_DONE)
		source_counts(p, r);
	else
		html_say(p->b, &p->lang, source_advice(r->problem).what);
	show_which(p, source);
	HTML(p->b, "</a>");
}

/* What stands still and what nobody tried is not well. */
static const char *
sign_of(const struct source_line_view *s)
{
	if (!s->reached || s->broken || s->last.state == SOURCE_RUN_FAILED)
		return "!";
	return s->last.id == 0 || s->last.state != SOURCE_RUN_DONE ? "–" : "✓";
}

static void
put_line(struct page *p, const struct source_line_view *s, int64_t next)
{
	struct named n = s->thing;

	if (n.title.len == 0)
		n.title = n.id;
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "work/sources", &n);
	HTML(p->b, "</th><td><span class=\"icon\" aria-hidden=\"true\">");
	html_text(p->b, str_from(sign_of(s)));
	HTML(p->b, "</span> ");
	html_say(p->b, &p->lang, state_of(s));
	HTML(p->b, "</td><td>");
	put_came(p, &s->last, n.title);
	HTML(p->b, "</td><td>");
	put_when(p, s->last.ended, N_("never"));
	HTML(p->b, "</td><td>");
	put_when(p, next, N_("not planned"));
	HTML(p->b, "</td><td>");
	page_link(p, "indicator", &s->indicator);
	HTML(p->b, "</td><td>");
	html_text(p->b, arena_printf(p->a, STR_FMT " " STR_FMT, STR_ARG(s->table), STR_ARG(s->host)));
	HTML(p->b, "</td></tr>\n");
}

static void
put_table(struct page *p, const struct sources_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Source"), false }, { N_("State"), false }, { N_("What it brought"), false },
		{ N_("Last fetched"), false }, { N_("Next"), false }, { N_("Indicator"), false },
		{ N_("Table and bureau"), false },
	};

	if (m->len == 0) {
		section_say(p, N_("There is no source of figures yet."));
		return;
	}
	table_open(p, say(&p->lang, "Sources of figures"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_line(p, &m->at[i], m->next);
	table_close(p);
}

/* Are they fetched without anybody asking for it? */
static void
say_timer(struct page *p, const struct sources_view *m)
{
	if (m->next != 0)
		section_say(p, N_("All are fetched by themselves once a day."));
	else if (m->by_itself != 0)
		section_say(p, N_("They have not been fetched by themselves for more than two days. Ask whoever "
		    "runs the server whether pejl-source.timer is on."));
	else
		section_say(p, N_("They are not fetched by themselves yet: whoever runs the server turns "
		    "pejl-source.timer on. Until then each can be fetched from its own page."));
}

static void
put_heading(struct page *p)
{
	HTML(p->b, "<h1>");
	html_text(p->b, p->title);
	HTML(p->b, "</h1>\n");
}

void
sources_page(struct page *p, struct work *w, const struct sources_view *m)
{
	p->title = say(&p->lang, "Figures from bureaus");
	p->description = say(&p->lang, "Figures that come by themselves from the tables of statistics bureaus.");
	work_open(p, w);
	put_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_text(p->b, p->description);
	HTML(p->b, "</p>\n");
	say_timer(p, m);
	HTML(p->b, "<p><a class=\"button button-primary\"");
	page_href(p, "work/register/sources", STR("new"));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Make a new source");
	HTML(p->b, "</a></p>\n");
	put_table(p, m);
	work_close(p);
}

/* ---- one source: what it asks for ---- */

static void
put_codes(struct page *p, const struct source_asked *asked)
{
	for (size_t i = 0; i < asked->len; i++) {
		if (i > 0)
			HTML(p->b, ", ");
		if (str_eq(asked->code[i], STR("*")))
			html_say(p->b, &p->lang, "all there are");
		else
			html_text(p->b, asked->code[i]);
	}
}

static void
put_selection(struct page *p, const char *title, const struct source_asked *at, size_t len)
{
	if (len == 0)
		return;
	fact_open(p, title);
	HTML(p->b, "<ul class=\"nobullet-list\">\n");
	for (size_t i = 0; i < len; i++) {
		HTML(p->b, "<li>");
		html_text(p->b, at[i].dimension);
		HTML(p->b, ": ");
		put_codes(p, &at[i]);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>");
	fact_close(p);
}

static void
put_stands(struct page *p, const struct source_stands *s)
{
	HTML(p->b, "<li>");
	html_text(p->b, s->code);
	HTML(p->b, ": ");
	if (s->thing.id.len > 0)
		page_named(p, &s->thing);
	else
		html_fill(p->b, say(&p->lang, "nothing that the register has ({1})"), &s->key, 1);
	HTML(p->b, "</li>\n");
}

static void
put_mapping(struct page *p, const char *title, const struct source_codes *c, struct str otherwise)
{
	fact_open(p, title);
	if (c->len == 0) {
		html_text(p->b, otherwise);
	} else {
		html_fill(p->b, say(&p->lang, "By the codes of {1}:"), &c->dimension, 1);
		HTML(p->b, "\n<ul class=\"nobullet-list\">\n");
		for (size_t i = 0; i < c->len; i++)
			put_stands(p, &c->at[i]);
		HTML(p->b, "</ul>");
	}
	fact_close(p);
}

static void
put_fact(struct page *p, const char *title, struct str text)
{
	if (text.len == 0)
		return;
	fact_open(p, title);
	html_text(p->b, text);
	fact_close(p);
}

static void
put_indicator(struct page *p, const char *title, const struct named *n)
{
	if (n->id.len == 0)
		return;
	fact_open(p, title);
	page_link(p, "indicator", n);
	fact_close(p);
}

static struct str
all_of(struct page *p, const struct named *area)
{
	bool       danish = lang_danish(&p->lang);
	struct str title = named_title(area, &danish);

	if (title.len == 0)
		return say(&p->lang, "No area is named, and the authority has none.");
	return text_fill(p->a, say(&p->lang, "All of it is of {1}."), &title, 1);
}

static struct str
kind_words(struct page *p, struct str code)
{
	struct column_words w = column_words(NOUN_SOURCE, SOURCE_kind);

	for (size_t i = 0; i < w.choices; i++)
		if (str_eq(code, str_from(w.choice[i].code)))
			return say(&p->lang, w.choice[i].words);
	return code;
}

static void
put_asks(struct page *p, const struct source_view *m)
{
	section_open(p, "asks", N_("What it asks for"));
	HTML(p->b, "<dl class=\"structured-list\">\n");
	put_indicator(p, N_("Indicator"), &m->line.indicator);
	put_fact(p, N_("Kind of source"), kind_words(p, m->kind));
	put_fact(p, N_("Address"), m->address);
	put_fact(p, N_("Table"), m->line.table);
	put_selection(p, N_("What is selected of it"), m->asks, m->asks_len);
	put_mapping(p, N_("Areas"), &m->areas, all_of(p, &m->area));
	put_mapping(p, N_("Groups"), &m->groups, say(&p->lang, "All of it is of everybody."));
	put_fact(p, N_("Its dimension of time"), m->period);
	put_fact(p, N_("Of a file: its column of figures"), m->figures);
	put_selection(p, N_("It is a share of"), m->divides, m->divides_len);
	put_indicator(p, N_("Some are counted by"), &m->numerator);
	put_indicator(p, N_("All are counted by"), &m->denominator);
	HTML(p->b, "</dl>\n");
	if (m->may) {
		HTML(p->b, "<p><a");
		page_href(p, "work/register/sources", m->line.thing.id);
		HTML(p->b, ">");
		html_say(p->b, &p->lang, "Change the source, or take it out of use");
		HTML(p->b, "</a></p>\n");
	}
	section_close(p);
}

/* ---- what came of it ---- */

static void
put_last(struct page *p, const struct source_view *m)
{
	section_open(p, "last", N_("The last fetch"));
	if (m->last.id == 0) {
		section_say(p, m->may && m->line.reached ? N_("It was not fetched yet. Try it first: that writes nothing.")
		    : N_("It was not fetched yet."));
	} else {
		HTML(p->b, "<p>");
		source_moment(p, m->last.ended);
		HTML(p->b, ". ");
		if (m->last.state == SOURCE_RUN_DONE)
			source_counts(p, &m->last);
		HTML(p->b, "</p>\n");
		if (m->last.state != SOURCE_RUN_DONE)
			source_wrong(p, &m->last);
		source_figures(p, &m->last);
	}
	section_close(p);
}

static const char *
doing_of(const struct source_run *r)
{
	return r->kind == SOURCE_RUN_TRY ? N_("tried") : r->kind == SOURCE_RUN_ALL ? N_("fetched with all others")
	    : N_("fetched");
}

static void
put_outcome(struct page *p, const struct source_run *r)
{
	switch (r->state) {
	case SOURCE_RUN_DONE:
		source_counts(p, r);
		return;
	case SOURCE_RUN_FAILED:
	case SOURCE_RUN_BROKEN:
		html_say(p->b, &p->lang, source_advice(r->problem).what);
		return;
	case SOURCE_RUN_DENIED:
		html_say(p->b, &p->lang, "not asked");
		return;
	case SOURCE_RUN_WAITING:
	case SOURCE_RUN_WORKING:
		html_say(p->b, &p->lang, "on its way");
		return;
	case SOURCE_RUN_STATE_COUNT:
		return;
	}
}

static void
put_logged(struct page *p, const struct source_run *r)
{
	HTML(p->b, "<tr><th scope=\"row\"><a");
	source_run_href(p, r->id);
	HTML(p->b, ">");
	source_moment(p, r->asked);
	show_which(p, arena_printf(p->a, "%lld", (long long)r->id));    /* several within a minute */
	HTML(p->b, "</a></th><td>");
	html_say(p->b, &p->lang, doing_of(r));
	HTML(p->b, "</td><td>");
	html_text(p->b, r->by.len > 0 ? r->by : say(&p->lang, "on the server"));
	HTML(p->b, "</td><td>");
	put_outcome(p, r);
	HTML(p->b, "</td></tr>\n");
}

static void
put_log(struct page *p, const struct source_view *m)
{
	static const struct section_column columns[] = {
		{ N_("When"), false }, { N_("What"), false }, { N_("Who"), false }, { N_("What came of it"), false },
	};

	if (m->log_len == 0)
		return;
	section_open(p, "log", N_("Each time that it was asked"));
	table_open(p, say(&p->lang, "Each time that it was asked, the newest first"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->log_len; i++)
		put_logged(p, &m->log[i]);
	table_close(p);
	section_close(p);
}

/* ---- the page ---- */

/* "Was “5 Dansk oprindelse”, is “5 Øvrige”." */
static void
put_names(struct page *p, const struct source_view *m)
{
	struct str both[] = { m->went, m->came };
	bool       sign = m->went.len == 0 && str_starts(m->came, STR("break "));
	bool       note = m->went.len == 0 && str_starts(m->came, STR("note "));

	if (sign || note)
		both[1] = str_slice(m->came, sign ? 6 : 5, m->came.len);
	HTML(p->b, "<p>");
	html_fill(p->b, say(&p->lang, sign ? N_("The bureau marks a break in the series at {2}.")
	    : note ? N_("The bureau notes: “{2}”") : m->came.len == 0 ? N_("The bureau had “{1}”, and has it no more.")
	    : m->went.len == 0 ? N_("The bureau has “{2}” now, which was not there.")
	    : N_("What the bureau called “{1}” is “{2}” now.")), both, COUNT_OF(both));
	HTML(p->b, " ");
	html_say(p->b, &p->lang, "Nothing is fetched until somebody decides how it goes on.");
	HTML(p->b, "</p>\n");
}

static struct str
long_day(struct page *p, int32_t day)
{
	struct buf b;
	struct str text;

	buf_init(&b, 100);
	day_write_long(&b, day, lang_danish(&p->lang));
	text = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
put_break(struct page *p, const struct work *w, const struct source_view *m)
{
	const struct str    day = long_day(p, m->starts);
	const struct choice verdicts[] = {
		{ STR("new"), text_fill(p->a, say(&p->lang, "It is counted in a new way from {1} on: a new way "
		    "of measuring the indicator is recorded, and targets are not compared across it"),
		    &day, 1) },
		{ STR("same"), say(&p->lang, m->went.len > 0 ? N_("It is the same series by other names: it goes on as it was")
		    : N_("It can be compared all the same: it goes on as it was")) },
	};

	if (!m->line.broken)
		return;
	section_open(p, "break", N_("The series is broken"));
	put_names(p, m);
	if (m->may) {
		form_open(p, &w->form, arena_printf(p->a, "work/sources/" STR_FMT "/settle",
		    STR_ARG(m->line.thing.id)));
		form_input(p, &w->form, &(struct input){
			.kind = INPUT_RADIO, .name = STR("verdict"), .label = say(&p->lang, "How it goes on"),
			.hint = say(&p->lang, "Ask the bureau, or read its notes on the table, before you choose. If "
			    "the source asks for the wrong thing now, change the source instead."),
			.wanted = true, .choice = verdicts, .choices = m->renamed ? 2 : 1,
		});
		form_close(p, say(&p->lang, "Decide"));
	}
	section_close(p);
}

static void
put_acts(struct page *p, const struct work *w, const struct source_view *m)
{
	if (!m->line.reached) {
		struct source_advice advice = source_advice(STR("not among those that may be asked"));

		HTML(p->b, "<div class=\"alert alert-warning\"><div class=\"alert-body\"><p class=\"alert-heading\">");
		html_say(p->b, &p->lang, advice.what);
		HTML(p->b, "</p>\n<p class=\"alert-text\">");
		html_say(p->b, &p->lang, advice.remedy);
		HTML(p->b, "</p></div></div>\n");
		return;
	}
	if (m->line.open != 0) {
		HTML(p->b, "<p><a");
		source_run_href(p, m->line.open);
		HTML(p->b, ">");
		html_say(p->b, &p->lang, "It is on its way: see how far");
		HTML(p->b, "</a></p>\n");
	}
	if (!m->may)
		return;
	form_act(p, &w->form, arena_printf(p->a, "work/sources/" STR_FMT "/try", STR_ARG(m->line.thing.id)),
	    say(&p->lang, "Try it: only show what would come"), NULL, 0);
	form_act(p, &w->form, arena_printf(p->a, "work/sources/" STR_FMT "/fetch", STR_ARG(m->line.thing.id)),
	    say(&p->lang, "Fetch now"), NULL, 0);
}

void
source_page(struct page *p, struct work *w, const struct source_view *m)
{
	bool danish = lang_danish(&p->lang);

	p->title = named_title(&m->line.thing, &danish);
	if (p->title.len == 0)
		p->title = m->line.thing.id;
	p->description = say(&p->lang, "What a source of figures asks for, and what came of it.");
	work_open(p, w);
	form_faults(p, &w->form);
	put_heading(p);
	put_acts(p, w, m);
	put_break(p, w, m);
	put_last(p, m);
	put_asks(p, m);
	put_log(p, m);
	HTML(p->b, "<p><a");
	page_href(p, "work/sources", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "All sources");
	HTML(p->b, "</a></p>\n");
	work_close(p);
}
