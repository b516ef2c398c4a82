#include "view/pages/tasks.h"
#include "view/section.h"

static const char *const kinds[TASK_KIND_COUNT] = {
#define X(id, code, words) words,
	TASK_KINDS(X)
#undef X
};

static void
put_begin(struct page *p, const struct work *w, const struct task *t)
{
	const struct along hidden[] = {
		{ "initiative", t->thing.id },
		{ "period", t->begins },
	};
	bool       danish = lang_danish(&p->lang);
	struct str about[] = { named_title(&t->thing, &danish), t->begins };

	form_act(p, &w->form, t->path, text_fill(p->a, say(&p->lang, "Begin: {1}, {2}"), about, 2),
	    hidden, COUNT_OF(hidden));
}

static void
put_what(struct page *p, const struct work *w, const struct task *t)
{
	if (t->begins.len > 0) {
		html_say(p->b, &p->lang, kinds[t->kind]);
		HTML(p->b, ": ");
		page_link(p, "initiative", &t->thing);
		put_begin(p, w, t);
		return;
	}
	HTML(p->b, "<a href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/");
	html_text(p->b, t->path);
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, kinds[t->kind]);
	HTML(p->b, ": ");
	page_named(p, &t->thing);
	show_which(p, t->period);
	HTML(p->b, "</a>");
}

static void
put_late(struct page *p, int32_t days)
{
	struct buf b;
	struct str text;

	buf_init(&b, NUMBER_TEXT_MAX);
	number_write(&b, NUMBER(days, 0), lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN);
	text = buf_str(&b);
	HTML(p->b, "<br><strong class=\"overdue\"><span aria-hidden=\"true\">◆ </span>");
	html_fill(p->b, say_n(&p->lang, days, "{1} day late", "{1} days late"), &text, 1);
	HTML(p->b, "</strong>");
	buf_free(&b);
}

static void
put_due(struct page *p, const struct task *t, int32_t today)
{
	if (!t->has_due) {
		html_say(p->b, &p->lang, "No deadline");
		return;
	}
	page_day(p, t->due);
	if (t->extended) {
		HTML(p->b, " (");
		html_say(p->b, &p->lang, "extended");
		HTML(p->b, ")");
	}
	if (t->due < today)
		put_late(p, today - t->due);
}

static void
put_task(struct page *p, const struct work *w, const struct task *t, int32_t today)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	put_what(p, w, t);
	HTML(p->b, "</th><td>");
	put_due(p, t, today);
	HTML(p->b, "</td><td>");
	page_link(p, "unit", &t->unit);
	HTML(p->b, "</td><td>");
	html_text(p->b, t->have);
	HTML(p->b, "</td></tr>\n");
}

void
tasks_page(struct page *p, const struct work *w, const struct tasks *m, int32_t today)
{
	static const struct section_column columns[] = {
		{ N_("What to do"), false }, { N_("At the latest"), false }, { N_("For"), false },
		{ N_("Period, and what is there"), false },
	};

	p->title = say(&p->lang, "My tasks");
	p->description = say(&p->lang, "What you owe, the next deadline first.");
	work_open(p, w);
	page_lead(p);
	if (m->len == 0) {
		section_say(p, N_("You owe nothing now."));
	} else {
		HTML(p->b, "<div class=\"work-cards\">\n");
		table_open(p, p->title, columns, COUNT_OF(columns));
		for (size_t i = 0; i < m->len; i++)
			put_task(p, w, &m->at[i], today);
		table_close(p);
		HTML(p->b, "</div>\n");
	}
	work_close(p);
}
