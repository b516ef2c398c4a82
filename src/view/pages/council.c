#include "view/pages/council.h"
#include "view/filter.h"
#include "view/pages/release.h"
#include "view/section.h"

static const char *const places[] = {
#define X(id, code, title, by_committee) title,
	REPORT_PLACES(X)
#undef X
};

const char *
council_place_title(enum report_place place)
{
	return places[place];
}

/* "?kind=status&of=x&as_of=2009-06-01" */
static void
put_asked(struct page *p, const struct council_view *m)
{
	HTML(p->b, "?kind=");
	html_text(p->b, report_kind_code(m->kind));
	HTML(p->b, "&amp;of=");
	page_escaped(p, m->policy.id);
	HTML(p->b, "&amp;as_of=");
	html_text(p->b, day_iso(p->a, m->as_of));
}

static struct str
report_title(struct page *p, const struct council_view *m)
{
	bool       danish = lang_danish(&p->lang);
	struct buf b;
	struct str with[3] = { report_kind_title(m->kind, danish), named_title(&m->policy, &danish) };

	buf_init(&b, 64);
	day_write_long(&b, m->as_of, lang_danish(&p->lang));
	with[2] = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return text_fill(p->a, say(&p->lang, "{1}, {2}, as of {3}"), with, 3);
}

/* ---- one report ---- */

static void
put_choices(struct page *p, const struct council_view *m)
{
	struct named kind[REPORT_KIND_COUNT];

	for (size_t k = 0; k < REPORT_KIND_COUNT; k++)
		kind[k] = (struct named){
			report_kind_code((enum report_kind)k), report_kind_title((enum report_kind)k, true),
			report_kind_title((enum report_kind)k, false),
		};
	filter_open(p);
	filter_one(p, N_("Report"), "kind", kind, REPORT_KIND_COUNT, report_kind_code(m->kind));
	filter_one(p, N_("Policy"), "of", m->policies, m->policies_len, m->policy.id);
	filter_close(p);
}

static void
put_text(struct page *p, const struct council_view *m, const struct council_text *t)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	html_say(p->b, &p->lang, places[t->place]);
	HTML(p->b, "</th><td>");
	page_named(p, &t->unit);
	HTML(p->b, "</td><td>");
	html_say(p->b, &p->lang, t->words.len > 0 ? N_("Written") : N_("Nothing yet"));
	HTML(p->b, "</td><td>");
	if (t->may) {
		HTML(p->b, "<a href=\"/");
		html_text(p->b, p->lang.code);
		HTML(p->b, "/" "work/council/text");
		if (t->unit.id.len > 0) {
			HTML(p->b, "/");
			page_escaped(p, t->unit.id);
		}
		put_asked(p, m);
		HTML(p->b, "&amp;code=");
		html_text(p->b, report_place_code(t->place));
		HTML(p->b, "\">");
		html_fill(p->b, say(&p->lang, "Write: {1}"), (struct str[]){
		    say(&p->lang, places[t->place]) }, 1);
		HTML(p->b, "</a>");
	}
	HTML(p->b, "</td></tr>\n");
}

static void
put_texts(struct page *p, const struct council_view *m)
{
	static const struct section_column columns[] = {
		{ N_("Where"), false }, { N_("Committee"), false }, { N_("Text"), false },
		{ N_("What you can do"), false },
	};

	section_open(p, "texts", N_("Texts around what is computed"));
	section_say(p, N_("What is computed cannot be changed here: it follows the register. Texts stand at these places, and everybody can read one as soon as it is saved."));
	table_open(p, say(&p->lang, "Places for texts"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_text(p, m, &m->at[i]);
	table_close(p);
	section_close(p);
}

void
council_page(struct page *p, const struct work *w, const struct council_view *m)
{
	p->title = say(&p->lang, "Reports for the council");
	work_open(p, w);
	page_heading(p);
	put_choices(p, m);
	HTML(p->b, "<p class=\"lead font-lead\"><a href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/report/");
	html_text(p->b, report_kind_code(m->kind));
	HTML(p->b, "?of=");
	page_escaped(p, m->policy.id);
	HTML(p->b, "&amp;as_of=");
	html_text(p->b, day_iso(p->a, m->as_of));
	HTML(p->b, "\">");
	html_text(p->b, report_title(p, m));
	HTML(p->b, "</a></p>\n");
	put_texts(p, m);
	section_open(p, "laid", N_("Laid before the council"));
	release_table(p, &m->releases);
	if (m->may_lay) {
		HTML(p->b, "<p><a class=\"button button-primary\" href=\"/");
		html_text(p->b, p->lang.code);
		HTML(p->b, "/" "work/council/lay");
		put_asked(p, m);
		HTML(p->b, "\">");
		html_say(p->b, &p->lang, "Lay the report before the council");
		HTML(p->b, "</a></p>\n");
	}
	section_close(p);
	work_close(p);
}

/* ---- forms ---- */

static void
put_which(struct page *p, const struct council_view *m)
{
	form_hidden(p, "kind", report_kind_code(m->kind));
	form_hidden(p, "of", m->policy.id);
	form_hidden(p, "as_of", day_iso(p->a, m->as_of));
}

void
council_text_open(struct page *p, const struct work *w, const struct council_view *m,
                  const struct council_text *t)
{
	const struct input words = {
		.kind = INPUT_LINES, .name = STR("words"), .label = say(&p->lang, "Text"),
		.hint = say(&p->lang, "Markdown: an empty line between paragraphs, - before items, **strong**, *emphasis*, [words](https://...). Empty: nothing stands there."),
		.value = t->words, .max = COUNCIL_WORDS_MAX, .rows = 14,
	};

	p->title = say(&p->lang, places[t->place]);
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_text(p->b, report_title(p, m));
	if (t->unit.id.len > 0) {
		HTML(p->b, "<br>");
		page_named(p, &t->unit);
	}
	HTML(p->b, "</p>\n");
	form_faults(p, &w->form);
	form_open(p, &w->form, STR_NONE);
	put_which(p, m);
	form_hidden(p, "code", report_place_code(t->place));
	form_hidden(p, "was", arena_printf(p->a, "%lld", (long long)t->since));
	form_input(p, &w->form, &words);
	form_button(p, &w->form, STR("do"), STR("preview"), say(&p->lang, "See how it will look"));
	form_close(p, say(&p->lang, "Save"));
}

void
council_preview_open(struct page *p)
{
	section_open(p, "preview", N_("This is how it will look"));
}

void
council_preview_close(struct page *p)
{
	section_close(p);
}

void
council_lay_page(struct page *p, const struct work *w, const struct council_view *m)
{
	struct choice *choice = ARENA_ARRAY(p->a, struct choice, m->releases.len + 1);
	size_t         n = 0;
	struct input   corrects = {
		.kind = INPUT_SELECT, .name = STR("corrects"), .label = say(&p->lang, "Does it correct one that was laid?"),
		.choice = choice,
	};
	const struct input reason = {
		.kind = INPUT_LINES, .name = STR("reason"), .label = say(&p->lang, "What is corrected"),
		.hint = say(&p->lang, "Only of a correction. It stands first in the report."), .max = 1000, .rows = 3,
	};

	choice[n++] = (struct choice){ STR(""), say(&p->lang, "No, it is a report of its own") };
	for (size_t i = 0; i < m->releases.len; i++) {
		const struct release_row *r = &m->releases.at[i];
		bool                      danish = lang_danish(&p->lang);

		if (r->as_of == m->as_of && r->corrected_by.id.len == 0)
			choice[n++] = (struct choice){ r->release.id, named_title(&r->release, &danish) };
	}
	corrects.choices = n;
	p->title = say(&p->lang, "Lay a report before the council");
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p class=\"lead font-lead\">");
	html_text(p->b, report_title(p, m));
	HTML(p->b, "</p>\n");
	section_say(p, N_("The report is kept as it is now, letter by letter, and everybody can read it. It can be corrected by another, never changed."));
	form_faults(p, &w->form);
	form_open(p, &w->form, STR_NONE);
	put_which(p, m);
	form_input(p, &w->form, &corrects);
	form_input(p, &w->form, &reason);
	form_close(p, say(&p->lang, "Lay it before the council"));
	work_close(p);
}
