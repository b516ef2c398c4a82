/* What the pages of a status form share. */
#include "view/pages/forms.h"
#include "core/number.h"
#include "view/section.h"

static struct str
path_of(struct page *p, const struct status_form *m, const char *after)
{
	return arena_printf(p->a, "%lld%s", (long long)m->head.id, after);
}

void
form_moment(struct page *p, struct str at)
{
	struct str time = str_slice(at, 11, 16);

	show_moment(p, at);
	if (time.len < 5)
		return;
	HTML(p->b, " ");
	time = arena_printf(p->a, STR_FMT "%s" STR_FMT, STR_ARG(str_slice(time, 0, 2)),
	    lang_danish(&p->lang) ? "." : ":", STR_ARG(str_slice(time, 3, 5)));
	html_fill(p->b, say(&p->lang, "at {1} UTC"), &time, 1);
}

static void
put_last(struct page *p, const struct form_event *e)
{
	HTML(p->b, "<div class=\"alert alert-info\">\n<div class=\"alert-body\">\n<p class=\"alert-text\"><strong>");
	html_text(p->b, form_step_title(e->step, lang_danish(&p->lang)));
	HTML(p->b, "</strong>, ");
	html_text(p->b, e->who);
	HTML(p->b, ", ");
	form_moment(p, e->at);
	HTML(p->b, "</p>\n");
	if (e->note.len > 0) {
		HTML(p->b, "<blockquote class=\"form-note\">");
		html_text(p->b, e->note);
		HTML(p->b, "</blockquote>\n");
	}
	HTML(p->b, "</div>\n</div>\n");
}

void
form_head(struct page *p, const struct work *w, const struct status_form *m)
{
	p->title = arena_printf(p->a, STR_FMT ", " STR_FMT, STR_ARG(m->initiative.title),
	    STR_ARG(period_text(p->a, m->period, lang_danish(&p->lang))));
	p->description = say(&p->lang, "A status form and how far it has come.");
	work_open(p, w);
	HTML(p->b, "<h1>");
	html_say(p->b, &p->lang, "Status form:");
	HTML(p->b, " ");
	page_named(p, &m->initiative);
	HTML(p->b, "</h1>\n<p class=\"form-state\">");
	page_named(p, &m->unit);
	HTML(p->b, " · ");
	show_period(p, m->period);
	HTML(p->b, " · <strong class=\"form-badge\">");
	html_text(p->b, form_state_title(m->head.state, lang_danish(&p->lang)));
	HTML(p->b, "</strong> · <a");
	page_href(p, "work/form", path_of(p, m, "/history"));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "History of the form");
	HTML(p->b, "</a> · <a");
	page_href(p, "initiative", m->initiative.id);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Its public page");
	HTML(p->b, "</a></p>\n");
	if (m->events > 0)
		put_last(p, &m->event[0]);
}

/* ---- fields ---- */

static const struct form_goal *
goal_of(const struct status_form *m, struct str field)
{
	for (size_t i = 0; i < m->goals; i++)
		if (str_eq(m->goal[i].kind, field) || str_eq(m->goal[i].text, field))
			return &m->goal[i];
	return NULL;
}

struct str
form_label(struct page *p, const struct status_form *m, struct str field)
{
	const struct form_goal *g = goal_of(m, field);
	struct str              year;

	for (size_t i = 0; i < FORM_FIELD_COUNT; i++) {
		struct date d = date_of(m->head.to - 1);

		if (!str_eq(form_field_info[i].code, field))
			continue;
		year = arena_printf(p->a, "%d", d.year);
		return text_fill(p->a, say(&p->lang, form_field_info[i].label), &year, 1);
	}
	if (g == NULL)
		return field;
	return str_eq(g->kind, field) ? say(&p->lang, "How the answer stands to the goal")
	                              : say(&p->lang, "What was reached");
}

struct str
form_shown(struct page *p, const struct status_form *m, struct str field, struct str text)
{
	bool               danish = lang_danish(&p->lang);
	enum form_expected expected;
	enum form_answer   answer;
	struct number      n;
	struct buf         b;

	if (str_eq(field, form_field_info[FORM_FIELD_EXPECTED].code) && form_expected_from_code(text, &expected))
		return form_expected_title(expected, danish);
	if (str_ends(field, STR("-kind")) && form_answer_from_code(text, &answer))
		return form_answer_title(answer, danish);
	for (size_t i = 0; i < m->lines && str_eq(field, form_field_info[FORM_FIELD_LINE].code); i++)
		if (str_eq(text, arena_printf(p->a, "%lld", (long long)m->line[i].id)))
			return m->line[i].line.title;
	if (!str_eq(field, form_field_info[FORM_FIELD_SPENT].code) || !number_from_plain(text, &n))
		return text;
	if (n.scale == 1 && !number_rescale(n, 2, &n))   /* øre are two */
		return text;
	buf_init(&b, NUMBER_TEXT_MAX);
	number_write(&b, n, danish ? NOTATION_DA : NOTATION_EN);
	text = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* ---- differences ---- */

static void
put_run(struct page *p, const struct status_form *m, struct str field, const struct changed_run *r)
{
	struct str text = form_shown(p, m, field, r->text);

	switch (r->kind) {
	case CHANGE_NONE:
		html_text(p->b, text);
		return;
	case CHANGE_ADDED:
		HTML(p->b, "<ins><span class=\"sr-only\">");
		html_say(p->b, &p->lang, "added:");
		HTML(p->b, " </span>");
		html_text(p->b, text);
		HTML(p->b, "</ins>");
		return;
	case CHANGE_REMOVED:
		HTML(p->b, "<del><span class=\"sr-only\">");
		html_say(p->b, &p->lang, "removed:");
		HTML(p->b, " </span>");
		html_text(p->b, text);
		HTML(p->b, "</del>");
		return;
	}
}

void
form_diffs(struct page *p, const struct status_form *m, const struct form_diff *at, size_t n)
{
	HTML(p->b, "<dl class=\"form-diffs\">\n");
	for (size_t i = 0; i < n; i++) {
		const struct form_goal *g = goal_of(m, at[i].field);

		HTML(p->b, "<dt>");
		if (g != NULL) {
			page_named(p, &g->row->promise);
			HTML(p->b, ": ");
		}
		html_text(p->b, form_label(p, m, at[i].field));
		HTML(p->b, "</dt>\n<dd class=\"changes\">");
		for (size_t k = 0; k < at[i].words.len; k++) {
			if (k > 0)
				HTML(p->b, " ");
			put_run(p, m, at[i].field, &at[i].words.at[k]);
		}
		HTML(p->b, "</dd>\n");
	}
	HTML(p->b, "</dl>\n");
}

/* ---- as they stand ---- */

void
form_goal_facts(struct page *p, const struct form_goal *g)
{
	const struct barometer_row *r = g->row;
	bool                        danish = lang_danish(&p->lang);
	struct buf                  latest;

	buf_init(&latest, 512);
	barometer_latest(&latest, r, danish);
	HTML(p->b, "<p class=\"form-goal\">");
	show_verdict(p, r->judgement.verdict);
	HTML(p->b, " ");
	html_text(p->b, danish ? r->judgement.da : r->judgement.en);
	if (latest.len > 0) {
		HTML(p->b, "<br>");
		html_say(p->b, &p->lang, "Latest measurement:");
		HTML(p->b, " ");
		html_text(p->b, buf_str(&latest));
	}
	if (r->indicator.id.len > 0) {
		HTML(p->b, " · ");
		page_link(p, "indicator", &r->indicator);
	}
	HTML(p->b, "</p>\n");
	buf_free(&latest);
}

static void
put_answer(struct page *p, const struct status_form *m, struct str field, bool empty)
{
	struct str text = form_value(&m->values, field);

	if (text.len == 0 && !empty)
		return;
	HTML(p->b, "<dt>");
	html_text(p->b, form_label(p, m, field));
	HTML(p->b, "</dt>\n<dd class=\"form-text\">");
	if (text.len == 0)
		html_say(p->b, &p->lang, "Not stated");
	else if (str_eq(field, form_field_info[FORM_FIELD_LINKS].code))
		show_addresses(p, text);
	else
		html_text(p->b, form_shown(p, m, field, text));
	HTML(p->b, "</dd>\n");
}

void
form_answers(struct page *p, const struct status_form *m)
{
	HTML(p->b, "<dl class=\"form-answers\">\n");
	for (size_t i = 0; i < FORM_FIELD_COUNT; i++)
		put_answer(p, m, form_field_info[i].code, i <= FORM_FIELD_CHALLENGES);
	HTML(p->b, "</dl>\n");
	for (size_t i = 0; i < m->goals; i++) {
		HTML(p->b, "<section class=\"form-target\"><h3>");
		page_named(p, &m->goal[i].row->promise);
		HTML(p->b, "</h3>\n");
		form_goal_facts(p, &m->goal[i]);
		HTML(p->b, "<dl class=\"form-answers\">\n");
		put_answer(p, m, m->goal[i].kind, true);
		put_answer(p, m, m->goal[i].text, true);
		HTML(p->b, "</dl>\n</section>\n");
	}
}
