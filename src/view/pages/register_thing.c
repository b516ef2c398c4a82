/* One thing of the register: its form, what it was before, what refers to it. */
#include "view/pages/register.h"
#include "view/kind.h"
#include "view/pages/sources.h"
#include "view/section.h"

static struct str
label_of(struct page *p, const struct edit_view *m, size_t column)
{
	return say(&p->lang, column_words(m->noun, column).label);
}

/* A code as its list has it. */
static struct str
words_of(struct page *p, const struct edit_view *m, const struct edit_cell *c, struct str text)
{
	struct column_words w = column_words(m->noun, c->column);

	if (text.len == 0)
		return say(&p->lang, "nothing");
	if (w.ask == ASK_FLAG)
		return say(&p->lang, "yes");
	for (size_t i = 0; i < w.choices; i++)
		if (str_eq(text, str_from(w.choice[i].code)))
			return say(&p->lang, w.choice[i].words);
	return text;
}

void
register_cells(struct page *p, const struct edit_view *m, const struct edit_cell *cell, size_t len,
               const char *caption, const char *before, const char *after)
{
	struct section_column columns[] = { { N_("Field"), false }, { before, false }, { after, false } };

	table_open(p, say(&p->lang, caption), columns, COUNT_OF(columns));
	for (size_t i = 0; i < len; i++) {
		HTML(p->b, "<tr><th scope=\"row\">");
		html_text(p->b, label_of(p, m, cell[i].column));
		HTML(p->b, "</th><td class=\"kept-lines\">");
		html_text(p->b, words_of(p, m, &cell[i], cell[i].before));
		HTML(p->b, "</td><td class=\"kept-lines\">");
		html_text(p->b, words_of(p, m, &cell[i], cell[i].after));
		HTML(p->b, "</td></tr>\n");
	}
	table_close(p);
}

/* ---- versions ---- */

static void
put_change(struct page *p, const struct edit_view *m, const struct edit_cell *c)
{
	HTML(p->b, "<li>");
	html_text(p->b, label_of(p, m, c->column));
	HTML(p->b, ": <q>");
	html_text(p->b, words_of(p, m, c, c->before));
	HTML(p->b, "</q> → <q>");
	html_text(p->b, words_of(p, m, c, c->after));
	HTML(p->b, "</q></li>\n");
}

static void
put_version(struct page *p, const struct edit_view *m, const struct edit_version *v)
{
	HTML(p->b, "<li>");
	show_moment(p, v->recorded.at);
	HTML(p->b, ", ");
	html_text(p->b, v->recorded.who);
	if (v->why.len > 0) {
		HTML(p->b, ": <span");
		page_words(p, true);
		HTML(p->b, ">");
		html_text(p->b, v->why);
		HTML(p->b, "</span>");
	}
	if (v->cells > 0) {
		HTML(p->b, "\n<ul>\n");
		for (size_t i = 0; i < v->cells; i++)
			put_change(p, m, &v->cell[i]);
		HTML(p->b, "</ul>\n");
	}
	HTML(p->b, "</li>\n");
}

static struct str
act_path(struct page *p, const struct edit_view *m, const char *act)
{
	return arena_printf(p->a, "%s/" STR_FMT "/%s", register_path(p, m->noun), STR_ARG(m->thing.id),
	    act);
}

static void
put_versions(struct page *p, const struct work *w, const struct edit_view *m)
{
	struct along change = { "change", arena_printf(p->a, "%lld", (long long)m->undo) };

	section_open(p, "versions", N_("What it was before"));
	HTML(p->b, "<ol class=\"versions\" reversed>\n");
	for (size_t i = 0; i < m->versions; i++)
		put_version(p, m, &m->version[i]);
	HTML(p->b, "</ol>\n");
	if (m->undo != 0) {
		section_say(p, N_("The newest change of it is your own. To undo it is a change, too."));
		form_act(p, &w->form, act_path(p, m, "undo"), say(&p->lang, "Undo my change"), &change, 1);
	}
	section_close(p);
}

/* ---- what refers to it, and taking it out of use ---- */

static void
put_refers(struct page *p, const struct edit_view *m)
{
	struct str n = arena_printf(p->a, "%lld", (long long)m->measured);

	if (m->refers.len == 0 && m->measured == 0)
		return;
	section_open(p, "refers", N_("What refers to it"));
	HTML(p->b, "<ul>\n");
	for (size_t i = 0; i < m->refers.len; i++) {
		HTML(p->b, "<li>");
		html_text(p->b, kind_title(&p->lang, m->refers.at[i].noun));
		HTML(p->b, ": ");
		if (noun_is_edited(m->refers.at[i].noun))
			register_link(p, &m->refers, i);
		else
			page_named(p, &m->refers.at[i].thing);
		HTML(p->b, "</li>\n");
	}
	if (m->measured > 0) {
		HTML(p->b, "<li>");
		html_fill(p->b, say_n(&p->lang, m->measured, "{1} measurement", "{1} measurements"), &n, 1);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
	section_close(p);
}

static void
put_retire(struct page *p, const struct work *w, const struct edit_view *m)
{
	struct along since = { "since", arena_printf(p->a, "%lld", (long long)m->since) };

	section_open(p, "retire", N_("Out of use"));
	if (m->refers.len > 0 || m->measured > 0) {
		section_say(p, N_("It cannot be taken out of use while something refers to it."));
	} else {
		section_say(p, N_("It is no longer shown from then on. Its history stays, and readers who look back still see it."));
		form_act(p, &w->form, act_path(p, m, "retire"), say(&p->lang, "Take it out of use"), &since, 1);
	}
	section_close(p);
}

/* ---- the page ---- */

static void
put_stale(struct page *p, const struct edit_view *m, const struct faults *faults)
{
	if (!m->stale)
		return;
	HTML(p->b, "<div class=\"alert alert-warning\" role=\"alert\" tabindex=\"-1\"");
	if (faults == NULL || faults->len == 0)         /* else the reader is led to those */
		html_attr(p->b, "id", STR("faults"));
	HTML(p->b, "><div class=\"alert-body\"><h2 class=\"alert-heading\">");
	html_fill(p->b, say(&p->lang, "Changed meanwhile by {1}"), &m->by, 1);
	HTML(p->b, "</h2>\n<p class=\"alert-text\">");
	html_say(p->b, &p->lang, "Nothing of yours was saved, and nothing was overwritten. What you wrote still stands in the form: mend it, and what you save then counts.");
	HTML(p->b, "</p></div></div>\n");
	if (m->their_cells > 0)
		register_cells(p, m, m->theirs, m->their_cells, N_("What stands now, and what you wrote"),
		    N_("Stands now"), N_("You wrote"));
}

static void
put_lead(struct page *p, const struct edit_view *m)
{
	if (m->is_new)
		return;
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_text(p->b, kind_title(&p->lang, m->noun));
	if (m->retired) {
		HTML(p->b, ": ");
		html_say(p->b, &p->lang, "taken out of use");
	}
	HTML(p->b, "</p>\n");
	if (m->page.path != NULL) {
		HTML(p->b, "<p><a");
		kind_href(p, &m->page);
		HTML(p->b, ">");
		html_say(p->b, &p->lang, "As readers see it");
		HTML(p->b, "</a></p>\n");
	}
	if (m->noun == NOUN_SOURCE && !m->retired) {
		HTML(p->b, "<p><a");
		page_href(p, "work/sources", m->thing.id);
		HTML(p->b, ">");
		html_say(p->b, &p->lang, "Try it, fetch it, and see what it brought");
		HTML(p->b, "</a></p>\n");
	}
	if (m->noun == NOUN_INDICATOR && !m->retired) {
		HTML(p->b, "<p><a");
		page_href(p, register_path(p, m->noun), arena_printf(p->a, STR_FMT "/method",
		    STR_ARG(m->thing.id)));
		HTML(p->b, ">");
		html_say(p->b, &p->lang, "It is measured in a new way");
		HTML(p->b, "</a></p>\n");
	}
}

static void
put_back(struct page *p, const struct edit_view *m)
{
	HTML(p->b, "<p><a");
	page_href(p, register_path(p, m->noun), STR_NONE);
	HTML(p->b, ">");
	html_text(p->b, kind_titles(&p->lang, m->noun));
	HTML(p->b, "</a></p>\n");
}

static void
put_form(struct page *p, const struct work *w, const struct edit_view *m, bool unread)
{
	if (m->noun == NOUN_TARGET && m->kind == TARGET_KIND_COUNT) {
		register_kinds(p, m);
		return;
	}
	if (m->noun == NOUN_TARGET) {
		register_meaning(p, m, unread);
		register_kinds(p, m);
	}
	if (m->draft != NULL)
		source_draft_part(p, m->draft);
	register_fields(p, w, m);
}

/* What the summary of faults calls the fields. */
static struct form_view
with_labels(struct page *p, const struct work *w, const struct edit_view *m)
{
	struct form_view f = w->form;
	struct choice   *label = ARENA_ARRAY(p->a, struct choice, m->fields + 1);

	for (size_t i = 0; i < m->fields; i++)
		label[i] = (struct choice){ m->field[i].name, say(&p->lang, m->field[i].words.label) };
	f.labels = label;
	f.labels_len = m->fields;
	return f;
}

void
register_thing_page(struct page *p, const struct work *w, const struct edit_view *m, bool unread)
{
	struct str       kind = kind_title(&p->lang, m->noun);
	struct form_view form = with_labels(p, w, m);

	p->title = m->is_new ? text_fill(p->a, say(&p->lang, "New: {1}"), &kind, 1)
	                     : m->thing.title.len > 0 ? m->thing.title : m->thing.id;
	work_open(p, w);
	form_faults(p, &form);
	page_heading(p);
	put_lead(p, m);
	put_stale(p, m, form.faults);
	if (!m->retired)
		put_form(p, w, m, unread);
	if (!m->is_new) {
		put_versions(p, w, m);
		put_refers(p, m);
	}
	if (!m->is_new && !m->retired)
		put_retire(p, w, m);
	put_back(p, m);
	work_close(p);
}
