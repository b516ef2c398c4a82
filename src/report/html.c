#include "report/html.h"
#include "base/embed.h"
#include "port/base64.h"
#include "report/html_words.h"
#include "report/picture.h"
#include "view/asset.h"
#include "view/chart_draw.h"

EMBED(report_sheet, "assets/report.css");

#define CONTENTS_LEVELS 2
#define CONTENTS_LEAST  4               /* headings; fewer are seen at once */

static void
say_day(const struct html_out *o, const char *pattern, int32_t day)
{
	struct buf b;
	struct str text;

	buf_init(&b, 64);
	day_write_long(&b, day, lang_danish(&o->lang));
	text = buf_str(&b);
	html_fill(o->b, say(&o->lang, pattern), &text, 1);
	buf_free(&b);
}

/* ---- parts ---- */

void
html_caption(const struct html_out *o, const struct tree_part *p, const char *pattern)
{
	HTML(o->b, "<span class=\"label\">");
	html_fill(o->b, say(&o->lang, pattern), &p->number, 1);
	HTML(o->b, ":</span> ");
	html_runs(o, p->lang, &p->words);
}

void
html_source(const struct html_out *o, const struct tree_part *p)
{
	if (p->source.len == 0)
		return;
	HTML(o->b, "<p class=\"source\" dir=\"auto\">");
	html_runs(o, p->lang, &p->source);
	HTML(o->b, "</p>");
}

static void
put_heading(const struct html_out *o, const struct tree_part *p)
{
	buf_putf(o->b, "<h%d", p->level + 1);
	if (p->anchor.len > 0)
		html_attr(o->b, "id", p->anchor);
	if (tree_lies(o->t, (size_t)(p - o->t->at)))
		HTML(o->b, " class=\"wide\"");
	html_lang(o, p->lang);
	HTML(o->b, " dir=\"auto\">");
	if (p->number.len > 0) {
		HTML(o->b, "<span class=\"nr\">");
		html_text(o->b, p->number);
		HTML(o->b, "</span> ");
	}
	html_runs(o, p->lang, &p->words);
	buf_putf(o->b, "</h%d>\n", p->level + 1);
}

static void
put_list(const struct html_out *o, const struct tree_part *p)
{
	struct str name = p->ordered ? STR("ol") : STR("ul");

	if (p->items == 0)
		return;
	buf_putf(o->b, "<" STR_FMT, STR_ARG(name));
	html_lang(o, p->lang);
	HTML(o->b, ">\n");
	for (size_t i = 0; i < p->items; i++) {
		HTML(o->b, "<li dir=\"auto\">");
		html_runs(o, p->lang, &p->item[i]);
		HTML(o->b, "</li>\n");
	}
	buf_putf(o->b, "</" STR_FMT ">\n", STR_ARG(name));
}

/* As it stood in the drawing, where it is escaped. */
static void
put_attribute(struct buf *b, struct str name, struct str value)
{
	HTML(b, " ");
	buf_put(b, name);
	HTML(b, "=\"");
	buf_put(b, value);
	HTML(b, "\"");
}

/* The drawing's own names give way to the sentence that says what it shows: what a
 * printed page keeps of a name is one text. Attributes are ours: NAME="VALUE". */
static void
put_drawing(const struct html_out *o, const struct tree_part *p)
{
	size_t     end = str_find(p->svg, STR(">"), 0);
	struct str tag = str_slice(p->svg, 0, end == SIZE_MAX ? 0 : end);

	buf_put(o->b, str_cut(&tag, ' '));
	while (tag.len > 0) {
		struct str name = str_cut(&tag, '='), value;

		(void)str_cut(&tag, '"');
		value = str_cut(&tag, '"');
		if (!str_eq(str_trim(name), STR("role")) && !str_starts(str_trim(name), STR("aria-")))
			put_attribute(o->b, str_trim(name), value);
	}
	HTML(o->b, " role=\"img\"");
	html_attr(o->b, "aria-label", p->alternative);
	buf_put(o->b, str_slice(p->svg, end, p->svg.len));
}

static bool
put_picture(const struct html_out *o, const struct tree_part *p)
{
	struct str png;

	if (!o->w->pictures || !picture_png(o->a, p->svg, o->t->lang, &png))
		return false;
	HTML(o->b, "<img");
	html_attr(o->b, "alt", p->alternative);
	HTML(o->b, " src=\"data:image/png;base64,");
	buf_put(o->b, base64_write(o->a, png));
	HTML(o->b, "\">");
	return true;
}

static void
put_figure(const struct html_out *o, const struct tree_part *p)
{
	HTML(o->b, "<figure");
	html_attr(o->b, "id", p->anchor);
	html_lang(o, p->lang);
	/* Chromium would tag both it and the drawing as figures, and it has no alternative. */
	buf_put(o->b, o->w->paper ? STR(" role=\"none\">\n") : STR(">\n"));
	if (!put_picture(o, p))
		put_drawing(o, p);
	HTML(o->b, "<figcaption dir=\"auto\">");
	html_caption(o, p, N_("Figure {1}"));
	HTML(o->b, "</figcaption></figure>\n");
	html_source(o, p);              /* a caption is the last thing in a figure */
}

static void
put_part(const struct html_out *o, const struct tree_part *p)
{
	switch (p->kind) {
	case TREE_HEADING:
		put_heading(o, p);
		break;
	case TREE_PARAGRAPH:
		HTML(o->b, "<p");
		html_lang(o, p->lang);
		HTML(o->b, " dir=\"auto\">");
		html_runs(o, p->lang, &p->words);
		HTML(o->b, "</p>\n");
		break;
	case TREE_LIST:
		put_list(o, p);
		break;
	case TREE_TABLE:
		html_table(o, p);
		break;
	case TREE_FIGURE:
		put_figure(o, p);
		break;
	case TREE_PAGE:
		HTML(o->b, "<div class=\"new\"></div>\n");
		break;
	}
}

/* ---- before and behind them ---- */

/* A sheet has one heading of its own: what stands before it is short, so that it is one page. */
static bool
is_sheet(const struct tree *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->len; i++)
		n += t->at[i].kind == TREE_HEADING && t->at[i].level == 1;
	return n <= 1;
}

static void
put_front(const struct html_out *o)
{
	const struct tree *t = o->t;

	if (is_sheet(t))
		HTML(o->b, "<header class=\"front sheet\">\n");
	else
		HTML(o->b, "<header class=\"front\">\n");
	if (t->authority.len > 0) {
		HTML(o->b, "<p class=\"authority\" dir=\"auto\">");
		html_text(o->b, t->authority);
		HTML(o->b, "</p>\n");
	}
	HTML(o->b, "<h1 dir=\"auto\">");
	html_text(o->b, t->title);
	HTML(o->b, "</h1>\n");
	if (t->subtitle.len > 0) {
		HTML(o->b, "<p class=\"subtitle\" dir=\"auto\">");
		html_text(o->b, t->subtitle);
		HTML(o->b, "</p>\n");
	}
	HTML(o->b, "<p class=\"dates\">");
	say_day(o, N_("As it stood on {1}"), t->as_of);
	HTML(o->b, ". ");
	say_day(o, N_("Made on {1}"), t->made);
	HTML(o->b, ".</p>\n</header>\n");
}

static bool
in_contents(const struct tree_part *p)
{
	return p->kind == TREE_HEADING && p->level <= CONTENTS_LEVELS && p->anchor.len > 0;
}

static void
put_entry(const struct html_out *o, const struct tree_part *p)
{
	HTML(o->b, "<li><a href=\"#");
	html_text(o->b, p->anchor);
	HTML(o->b, "\">");
	if (p->number.len > 0) {
		HTML(o->b, "<span class=\"nr\">");
		html_text(o->b, p->number);
		HTML(o->b, "</span> ");
	}
	for (size_t i = 0; i < p->words.len; i++)
		if (p->words.at[i].kind != RUN_NOTE)
			html_text(o->b, p->words.at[i].text);
	HTML(o->b, "</a>");
}

static void
put_contents(const struct html_out *o)
{
	size_t  n = 0;
	uint8_t level = 0;

	for (size_t i = 0; i < o->t->len; i++)
		n += in_contents(&o->t->at[i]);
	if (n < CONTENTS_LEAST)
		return;
	HTML(o->b, "<nav class=\"contents\" aria-labelledby=\"report-contents\">\n<h2 id=\"report-contents\">");
	html_say(o->b, &o->lang, "Contents");
	HTML(o->b, "</h2>\n");
	for (size_t i = 0; i < o->t->len; i++) {
		const struct tree_part *p = &o->t->at[i];

		if (!in_contents(p))
			continue;
		if (level == p->level)
			HTML(o->b, "</li>\n");
		for (; level < p->level; level++)
			buf_put(o->b, level + 1 < p->level ? STR("<ol><li>") : STR("<ol>\n"));
		for (; level > p->level; level--)
			HTML(o->b, "</li></ol></li>\n");
		put_entry(o, p);
	}
	for (; level > 0; level--)
		HTML(o->b, "</li></ol>\n");
	HTML(o->b, "</nav>\n");
}

static void
put_notes(const struct html_out *o)
{
	if (o->t->notes == 0)
		return;
	HTML(o->b, "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"report-notes\">\n"
	    "<h2 id=\"report-notes\">");
	html_say(o->b, &o->lang, "Notes");
	HTML(o->b, "</h2>\n<ol>\n");
	for (size_t i = 0; i < o->t->notes; i++) {
		const struct run *r = o->t->note[i];

		buf_putf(o->b, "<li id=\"fn-%zu\"", r->number);
		html_lang(o, r->lang);
		HTML(o->b, " dir=\"auto\">");
		html_words(o, r->lang, r->text);
		buf_putf(o->b, " <a href=\"#fnref-%zu\" role=\"doc-backlink\"", r->number);
		html_attr(o->b, "aria-label", say(&o->lang, "Back to the text"));
		HTML(o->b, ">\xE2\x86\x91</a></li>\n");
	}
	HTML(o->b, "</ol>\n</section>\n");
}

/* ---- style ---- */

/* As a string of CSS, inside <style>: letters and digits as they are, all else of ASCII
 * by its number. */
static void
css_string(struct buf *b, struct str s)
{
	HTML(b, "\"");
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == ' ')
			buf_char(b, s.at[i]);
		else
			buf_putf(b, "\\%06x", c);
	}
	HTML(b, "\"");
}

/* "Page {1} of {2}" as what CSS puts together. */
static void
css_pages(struct buf *b, struct str pattern)
{
	while (pattern.len > 0) {
		struct str text = str_cut(&pattern, '{'), place;

		if (text.len > 0)
			css_string(b, text);
		if (pattern.len == 0)
			break;
		place = str_cut(&pattern, '}');
		buf_put(b, str_eq(place, STR("1")) ? STR(" counter(page) ") : STR(" counter(pages) "));
	}
}

static void
put_margins(struct buf *b, const struct tree *t, const struct lang *l)
{
	static const struct str face = STR_INIT("; font: 8pt \"IBM Plex Sans\", \"Liberation Sans\", Arial, "
	    "\"DejaVu Sans\", sans-serif; color: #4c5866; }\n");

	HTML(b, "@page { @top-left { content: ");
	css_string(b, t->authority);
	buf_put(b, face);
	HTML(b, "@top-right { content: ");
	css_string(b, t->title);
	buf_put(b, face);
	HTML(b, "@bottom-right { content: ");
	css_pages(b, say(l, "Page {1} of {2}"));
	buf_put(b, face);
	HTML(b, "}\n@page :first { @top-left { content: none; } @top-right { content: none; } }\n");
}

/* The letters of the site, so that a printed report looks the same wherever it is made. */
static void
put_faces(struct buf *b)
{
	static const struct { int weight; struct str name, letters; } faces[] = {
		{ 400, STR_INIT("IBMPlexSans-Regular-Latin1.woff2"), STR_INIT("U+20-FF, U+131, U+152-153, U+2000-2BFF") },
		{ 400, STR_INIT("IBMPlexSans-Regular-Latin2.woff2"), STR_INIT("U+100-130, U+132-151, U+154-24F") },
		{ 400, STR_INIT("IBMPlexSans-Regular-Pi.woff2"), STR_INIT("U+2190-2199, U+2248-2265, U+25A0-25CB, U+2713") },
		{ 600, STR_INIT("IBMPlexSans-SemiBold-Latin1.woff2"), STR_INIT("U+20-FF, U+131, U+152-153, U+2000-2BFF") },
		{ 600, STR_INIT("IBMPlexSans-SemiBold-Latin2.woff2"), STR_INIT("U+100-130, U+132-151, U+154-24F") },
	};

	for (size_t i = 0; i < COUNT_OF(faces); i++) {
		struct arena turn = { 0 };
		struct asset a;

		if (!asset_find(faces[i].name, &a))
			continue;
		buf_putf(b, "@font-face { font-family: \"IBM Plex Sans\"; font-weight: %d; unicode-range: " STR_FMT
		    "; src: url(data:font/woff2;base64,", faces[i].weight, STR_ARG(faces[i].letters));
		buf_put(b, base64_write(&turn, a.bytes));
		arena_free(&turn);
		HTML(b, ") format(\"woff2\"); }\n");
	}
}

void
report_html_style(struct buf *b, const struct tree *t, const struct html_wish *w)
{
	struct lang l;

	if (!lang_find(t->lang, &l))
		return;
	if (w->paper)
		put_faces(b);
	buf_put(b, (struct str){ report_sheet, (size_t)(report_sheet_end - report_sheet) });
	put_margins(b, t, &l);
	buf_put(b, chart_style());
}

/* ---- the whole ---- */

void
report_html_body(struct buf *b, const struct tree *t, const struct html_wish *w)
{
	struct arena    scratch = { 0 };
	struct html_out o = { .b = b, .t = t, .w = w, .a = &scratch };

	if (!lang_find(t->lang, &o.lang))
		return;
	put_front(&o);
	put_contents(&o);
	if (!w->on_site)                /* a page has its own */
		HTML(b, "<main>\n");
	for (size_t i = 0; i < t->len; i++)
		put_part(&o, &t->at[i]);
	put_notes(&o);
	if (w->imprint.len > 0) {
		HTML(b, "<p class=\"source\">");
		html_text(b, w->imprint);
		HTML(b, "</p>\n");
	}
	if (!w->on_site)
		HTML(b, "</main>\n");
	arena_free(&scratch);
}

void
report_html_parts(struct buf *b, const struct tree *t, const struct html_wish *w)
{
	struct arena    scratch = { 0 };
	struct html_out o = { .b = b, .t = t, .w = w, .a = &scratch };

	if (lang_find(t->lang, &o.lang))
		for (size_t i = 0; i < t->len; i++)
			put_part(&o, &t->at[i]);
	arena_free(&scratch);
}

void
report_html(struct buf *b, const struct tree *t, const struct html_wish *w)
{
	HTML(b, "<!DOCTYPE html>\n<html");
	html_attr(b, "lang", t->lang);
	HTML(b, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
	html_text(b, t->title);
	HTML(b, "</title>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	    "style-src 'unsafe-inline'; font-src data:\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n");
	report_html_style(b, t, w);
	HTML(b, "</style>\n</head>\n<body>\n");
	report_html_body(b, t, w);
	HTML(b, "</body>\n</html>\n");
}
