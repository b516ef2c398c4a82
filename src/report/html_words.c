#include "report/html_words.h"

#define SITE_ROOT(to) (str_starts(to, STR("/")) && !str_starts(to, STR("//")))

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Word by word: short ones as they stand. */
static void
hyphenated(const struct html_out *o, struct str lang, struct str text)
{
	size_t from = 0, to;

	for (; from < text.len; from = to) {
		struct str word;

		to = from;
		while (to < text.len && is_blank(text.at[to]) == is_blank(text.at[from]))
			to++;
		word = str_slice(text, from, to);
		html_text(o->b, word.len <= o->most ? word
		    : o->w->hyphenate(o->w->with, o->a, lang.len > 0 ? lang : o->t->lang, word));
	}
}

void
html_words(const struct html_out *o, struct str lang, struct str text)
{
	if (o->most > 0)
		hyphenated(o, lang, text);
	else
		html_text(o->b, text);
}

void
html_lang(const struct html_out *o, struct str lang)
{
	if (lang.len > 0 && !str_eq(lang, o->t->lang))
		html_attr(o->b, "lang", lang);
}

static void
put_link(const struct html_out *o, const struct run *r)
{
	bool known = (o->w->site.len > 0 || o->w->on_site) && SITE_ROOT(r->to);
	size_t day = o->w->fixed ? str_find(r->to, STR("?as_of="), 0) : SIZE_MAX;
	bool whole = str_starts(r->to, STR("https://")) || str_starts(r->to, STR("http://")) ||
	    str_starts(r->to, STR("mailto:"));

	if (!known && !whole) {
		html_words(o, r->lang, r->text);
		return;
	}
	HTML(o->b, "<a href=\"");
	if (known)
		html_text(o->b, o->w->site);
	html_text(o->b, str_slice(r->to, 0, day));
	HTML(o->b, "\"");
	html_lang(o, r->lang);
	HTML(o->b, ">");
	html_words(o, r->lang, r->text);
	HTML(o->b, "</a>");
}

/* Chromium tags <strong> and <em> as what only PDF 2.0 knows, in a PDF that is older. */
static void
put_marked(const struct html_out *o, const struct run *r, struct str lang)
{
	struct str name = r->kind == RUN_STRONG ? o->w->paper ? STR("b") : STR("strong")
	                                        : o->w->paper ? STR("i") : STR("em");

	buf_putf(o->b, "<" STR_FMT, STR_ARG(name));
	html_lang(o, r->lang);
	HTML(o->b, ">");
	html_words(o, lang, r->text);
	buf_putf(o->b, "</" STR_FMT ">", STR_ARG(name));
}

static void
put_text(const struct html_out *o, const struct run *r, struct str lang)
{
	bool other = r->lang.len > 0 && !str_eq(r->lang, o->t->lang);

	if (other) {
		HTML(o->b, "<span");
		html_lang(o, r->lang);
		HTML(o->b, " dir=\"auto\">");
	}
	html_words(o, lang, r->text);
	if (other)
		HTML(o->b, "</span>");
}

/* The way back leads to the first place that has it. */
static void
put_note(const struct html_out *o, const struct run *r)
{
	HTML(o->b, "<sup><a");
	if (r->number > 0 && o->t->note[r->number - 1] == r)
		buf_putf(o->b, " id=\"fnref-%zu\"", r->number);
	buf_putf(o->b, " href=\"#fn-%zu\" role=\"doc-noteref\">%zu</a></sup>", r->number, r->number);
}

static void
put_run(const struct html_out *o, const struct run *r, struct str lang)
{
	if (r->lang.len > 0)
		lang = r->lang;
	switch (r->kind) {
	case RUN_TEXT:
		put_text(o, r, lang);
		break;
	case RUN_STRONG:
	case RUN_EMPHASIS:
		put_marked(o, r, lang);
		break;
	case RUN_LINK:
		put_link(o, r);
		break;
	case RUN_SEE:
		HTML(o->b, "<a href=\"#");
		html_text(o->b, r->to);
		HTML(o->b, "\">");
		html_text(o->b, r->text);
		HTML(o->b, "</a>");
		break;
	case RUN_NOTE:
		put_note(o, r);
		break;
	case RUN_BREAK:
		HTML(o->b, "<br>");
		break;
	}
}

void
html_runs(const struct html_out *o, struct str lang, const struct runs *r)
{
	for (size_t i = 0; i < r->len; i++)
		put_run(o, &r->at[i], lang);
}
