#include "view/pages/trail.h"
#include "model/act.h"
#include "view/page_frame.h"
#include "view/section.h"

static struct str
act_words(struct page *p, struct str code)
{
	for (size_t i = 0; i < ACT_COUNT; i++)
		if (str_eq(act_info[i].code, code))
			return say(&p->lang, act_info[i].words);
	return code;                    /* of a newer program */
}

static void
put_option(struct page *p, int64_t value, int64_t chosen, struct str words)
{
	HTML(p->b, "<option");
	html_attr_int(p->b, "value", value);
	if (value == chosen)
		HTML(p->b, " selected");
	HTML(p->b, ">");
	html_text(p->b, words);
	HTML(p->b, "</option>\n");
}

static void
put_filter(struct page *p, const struct trail_shown *m)
{
	HTML(p->b, "<form method=\"get\" class=\"filter\">\n<div class=\"form-group\">"
	    "<label class=\"form-label\" for=\"person\">");
	html_say(p->b, &p->lang, "Person");
	HTML(p->b, "</label>\n<select class=\"form-select\" id=\"person\" name=\"person\">\n");
	put_option(p, 0, m->person, say(&p->lang, "Everybody"));
	for (size_t i = 0; i < m->all.len; i++)
		put_option(p, m->all.at[i].id, m->person, m->all.at[i].title);
	HTML(p->b, "</select></div>\n<button class=\"button button-primary\" type=\"submit\">");
	html_say(p->b, &p->lang, "Show");
	HTML(p->b, "</button>\n</form>\n");
}

static void
detail(struct page *p, const char *label, struct str text)
{
	if (text.len == 0)
		return;
	HTML(p->b, "<div><dt>");
	html_say(p->b, &p->lang, label);
	HTML(p->b, "</dt><dd>");
	html_text(p->b, text);
	HTML(p->b, "</dd></div>\n");
}

static void
put_details(struct page *p, const struct trail_line *r)
{
	if (r->erased) {
		html_say(p->b, &p->lang, "erased");
		return;
	}
	if (r->why.len + r->before.len + r->after.len == 0 && r->change == 0)
		return;
	HTML(p->b, "<dl class=\"trail-texts\">\n");
	detail(p, N_("Why"), r->why);
	detail(p, N_("Before"), r->before);
	detail(p, N_("After"), r->after);
	if (r->change != 0)
		detail(p, N_("Change"), arena_printf(p->a, "%lld", (long long)r->change));
	HTML(p->b, "</dl>\n");
}

/* "2026-11-23 04:00:00" */
static void
put_moment(struct page *p, struct str at)
{
	HTML(p->b, "<time");
	html_attr(p->b, "datetime", at);
	HTML(p->b, ">");
	html_text(p->b, str_slice(at, 0, 10));
	HTML(p->b, " ");
	html_text(p->b, str_slice(at, 11, 19));
	HTML(p->b, "</time>");
}

/* An account is led to. */
static void
put_thing(struct page *p, struct str thing)
{
	struct str id = thing, kind = str_cut(&id, ':');
	int64_t    n;

	if (!str_eq(kind, STR("account")) || !str_int(id, &n)) {
		html_text(p->b, thing);
		return;
	}
	HTML(p->b, "<a");
	page_href(p, "work/accounts", id);
	HTML(p->b, ">");
	html_fill(p->b, say(&p->lang, "Account {1}"), &id, 1);
	HTML(p->b, "</a>");
}

static void
put_row(struct page *p, const struct trail_line *r)
{
	HTML(p->b, "<tr><td class=\"number\">");
	html_int(p->b, r->id);
	HTML(p->b, "</td><td>");
	put_moment(p, r->at);
	HTML(p->b, "</td><td>");
	html_text(p->b, r->who);
	HTML(p->b, "</td><td>");
	html_text(p->b, act_words(p, r->act));
	HTML(p->b, "</td><td>");
	put_thing(p, r->thing);
	HTML(p->b, "</td><td>");
	put_details(p, r);
	HTML(p->b, "</td></tr>\n");
}

static void
put_table(struct page *p, const struct trail_shown *m)
{
	static const struct section_column columns[] = {
		{ N_("Row"), false }, { N_("When (UTC)"), false }, { N_("Who"), false }, { N_("What"), false },
		{ N_("About"), false }, { N_("In words"), false },
	};

	HTML(p->b, "<div class=\"trail\">\n");
	table_open_quiet(p, say(&p->lang, "Trail"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_row(p, &m->at[i]);
	table_close(p);
	HTML(p->b, "</div>\n");
}

static void
link_to(struct page *p, const char *path, struct str query, struct str words)
{
	HTML(p->b, "<p><a href=\"");
	page_address(p, p->lang.code, str_from(path), query);
	HTML(p->b, "\">");
	html_text(p->b, words);
	HTML(p->b, "</a></p>\n");
}

static void
put_links(struct page *p, const struct trail_shown *m)
{
	const struct account_view *of = account_of(&m->all, m->person);
	struct str                 ask = arena_printf(p->a, "?person=%lld", (long long)m->person);

	if (m->before != 0)
		link_to(p, "work/trail", arena_printf(p->a, STR_FMT "&before=%lld", STR_ARG(ask),
		    (long long)m->before), say(&p->lang, "Older rows"));
	if (of != NULL)
		link_to(p, "work/trail.csv", ask, text_fill(p->a,
		    say(&p->lang, "All that is kept about {1}, as CSV"), &of->title, 1));
}

void
trail_page(struct page *p, const struct work *w, const struct trail_shown *m)
{
	p->title = say(&p->lang, "Trail");
	p->description = say(&p->lang, "Who did what, and when; the newest first.");
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, "Each row is chained to the one before it. What is read is in it, too: "
	    "every page of the staff leaves a row.");
	HTML(p->b, "</p>\n");
	put_filter(p, m);
	if (m->len > 0)
		put_table(p, m);
	else {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "There is nothing.");
		HTML(p->b, "</p>\n");
	}
	put_links(p, m);
	work_close(p);
}
