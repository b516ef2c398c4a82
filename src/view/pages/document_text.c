/* A document's text: its own headings, paragraphs, lists and tables, each line with an
 * anchor, words with links to what was taken from them. */
#include "view/pages/documents.h"
#include "view/badge.h"
#include "view/kind.h"

struct writer {
	struct page                *p;
	const struct document_view *m;
	uint32_t                    line;       /* whose words are being written */
	uint32_t                    anchored;   /* lines up to here have their anchor */
	int                         heading;    /* level of the last one */
	bool                        listed;     /* inside a list */
};

/* ---- words ---- */

static void
put_anchor(struct writer *w, uint32_t line)
{
	if (line > w->anchored) {
		HTML(w->p->b, " id=\"L");
		html_int(w->p->b, line);
		HTML(w->p->b, "\"");
		w->anchored = line;
	}
}

/* The number of the line at which something begins, as a link to itself. */
static void
put_number(struct writer *w, uint32_t line)
{
	struct page *p = w->p;
	struct str   number = arena_printf(p->a, "%u", (unsigned)line);

	HTML(p->b, "<a class=\"line-no\"");
	put_anchor(w, line);
	HTML(p->b, " href=\"#L");
	html_text(p->b, number);
	HTML(p->b, "\"");
	html_attr(p->b, "aria-label", text_fill(p->a, say(&p->lang, "Line {1}"), &number, 1));
	HTML(p->b, ">");
	html_text(p->b, number);
	HTML(p->b, "</a> ");
}

static void
put_words(struct writer *w, const struct paper_span *s)
{
	struct page *p = w->p;
	bool         links = s->taken != NULL && s->taken->of.page.path != NULL;

	if (links) {
		HTML(p->b, "<a class=\"taken\"");
		kind_href(p, &s->taken->of.page);
		HTML(p->b, ">");
	}
	html_text(p->b, s->text);
	if (links)
		HTML(p->b, "</a>");
}

static void
put_span(struct writer *w, const struct paper_span *s)
{
	struct page *p = w->p;
	bool         asked;

	if (s->line > 0)
		w->line = s->line;
	asked = w->line == w->m->line && w->m->line > 0;
	if (s->line > w->anchored) {
		HTML(p->b, "<span");
		put_anchor(w, s->line);
		HTML(p->b, "></span>");
	}
	if (asked)
		HTML(p->b, "<mark class=\"asked\">");
	if (s->finding != NULL)
		HTML(p->b, "<mark class=\"found\">");
	put_words(w, s);
	if (s->finding != NULL)
		HTML(p->b, "</mark>");
	if (asked)
		HTML(p->b, "</mark>");
}

static void
put_mark(struct writer *w, struct str mark)
{
	if (mark.len == 0)
		return;
	HTML(w->p->b, "<span class=\"mark\">");
	html_text(w->p->b, mark);
	HTML(w->p->b, "</span> ");
}

static void
put_spans(struct writer *w, const struct paper_text *t)
{
	put_mark(w, t->mark);
	for (size_t i = 0; i < t->len; i++)
		put_span(w, &t->at[i]);
}

/* ---- tables ---- */

static bool
is_figure(const struct paper_cell *c)
{
	static const struct str signs = STR_INIT("0123456789.,-% ");
	struct str              text;

	if (c->len != 1 || c->at[0].len != 1)
		return false;
	text = c->at[0].at[0].text;
	for (size_t i = 0; i < text.len; i++)
		if (str_find(signs, (struct str){ text.at + i, 1 }, 0) == SIZE_MAX)
			return false;
	return text.len > 0;
}

static void
put_cell(struct writer *w, const struct paper_cell *c, const char *scope)
{
	struct buf *b = w->p->b;
	bool        head = scope != NULL && c->len > 0;

	buf_put(b, head ? STR("<th") : STR("<td"));
	if (head)
		html_attr(b, "scope", str_from(scope));
	if (is_figure(c))
		HTML(b, " class=\"number\"");
	HTML(b, ">");
	for (size_t i = 0; i < c->len; i++) {
		if (i > 0)
			HTML(b, "<br>");
		put_spans(w, &c->at[i]);
	}
	buf_put(b, head ? STR("</th>") : STR("</td>"));
}

/* Signs of the findings from this row's line up to the next one's. */
static void
put_signs(struct writer *w, const struct paper_block *k, size_t row)
{
	uint32_t end = row + 1 < k->rows ? k->row[row + 1].line : UINT32_MAX;

	for (size_t i = 0; i < k->findings; i++) {
		uint32_t line = k->finding[i]->line;

		if (line >= k->row[row].line && line < end)
			badge_sign(w->p, k->finding[i], document_finding_id(w->p, w->m, k->finding[i]));
	}
}

static void
put_row(struct writer *w, const struct paper_block *k, size_t row)
{
	const struct paper_row *r = &k->row[row];
	bool                    head = k->headed && row == 0;
	struct buf             *b = w->p->b;

	HTML(b, "<tr><td class=\"line-no\">");
	if (r->line > 0) {
		put_number(w, r->line);
		put_signs(w, k, row);
	}
	HTML(b, "</td>");
	for (size_t i = 0; i < r->len; i++)
		put_cell(w, &r->at[i], head ? "col" : i == 0 ? "row" : NULL);
	for (size_t i = r->len; i < k->columns; i++)
		HTML(b, "<td></td>");
	HTML(b, "</tr>\n");
}

static void
put_table(struct writer *w, const struct paper_block *k)
{
	struct page *p = w->p;
	struct str   line = arena_printf(p->a, "%u", (unsigned)k->line), name;
	size_t       row = 0;

	name = text_fill(p->a, say(&p->lang, k->goes_on ? N_("Table that goes on at line {1}")
	    : N_("Table at line {1}")), &line, 1);
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", name);
	HTML(p->b, ">\n<table class=\"table paper-table\">\n<caption class=\"sr-only\">");
	html_text(p->b, name);
	HTML(p->b, "</caption>\n");
	if (k->headed && k->rows > 0) {
		HTML(p->b, "<thead>\n");
		put_row(w, k, row++);
		HTML(p->b, "</thead>\n");
	}
	HTML(p->b, "<tbody>\n");
	for (; row < k->rows; row++)
		put_row(w, k, row);
	HTML(p->b, "</tbody>\n</table>\n</div>\n");
}

/* ---- blocks ---- */

static void
put_answering(struct writer *w, const struct finding *f)
{
	struct page            *p = w->p;
	const struct thing_page to = {
		.path = "work/findings", .id = w->m->row.document.id,
		.part = document_finding_id(p, w->m, f),
	};

	HTML(p->b, "<p><a");
	kind_href(p, &to);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, f->answer != NULL ? N_("Change the answer to this finding")
	    : N_("Answer this finding"));
	HTML(p->b, "</a></p>\n");
}

static void
put_findings(struct writer *w, const struct paper_block *k)
{
	struct page *p = w->p;

	for (size_t i = 0; i < k->findings; i++) {
		HTML(p->b, "<div class=\"finding\" role=\"note\"");
		html_attr(p->b, "id", document_finding_id(p, w->m, k->finding[i]));
		HTML(p->b, ">\n");
		badge_finding(p, k->finding[i], w->m->row.document.id);
		if (w->m->answers)
			put_answering(w, k->finding[i]);
		HTML(p->b, "</div>\n");
	}
}

/* Under the page's own headings, and never two levels below the one before. */
static void
put_heading(struct writer *w, const struct paper_block *k)
{
	int level = (k->level > 0 ? k->level : 1) + 2;

	if (level > w->heading + 1)
		level = w->heading + 1;
	if (level > 6)
		level = 6;
	w->heading = level;
	HTML(w->p->b, "<h");
	html_int(w->p->b, level);
	HTML(w->p->b, ">");
	put_number(w, k->line);
	put_spans(w, &k->text);
	HTML(w->p->b, "</h");
	html_int(w->p->b, level);
	HTML(w->p->b, ">\n");
}

static void
put_item(struct writer *w, const struct paper_block *k)
{
	HTML(w->p->b, "<li class=\"depth-");
	html_int(w->p->b, k->level > 0 && k->level < 5 ? k->level : 1);
	HTML(w->p->b, "\">");
	put_number(w, k->line);
	put_spans(w, &k->text);
	put_findings(w, k);
	HTML(w->p->b, "</li>\n");
}

static void
put_block(struct writer *w, const struct paper_block *k)
{
	struct buf *b = w->p->b;

	switch (k->kind) {
	case PAPER_HEADING:
		put_heading(w, k);
		break;
	case PAPER_PARAGRAPH:
		HTML(b, "<p>");
		put_number(w, k->line);
		put_spans(w, &k->text);
		HTML(b, "</p>\n");
		break;
	case PAPER_FOOTNOTE:
		HTML(b, "<p class=\"footnote\">");
		put_number(w, k->line);
		put_spans(w, &k->text);
		HTML(b, "</p>\n");
		break;
	case PAPER_ITEM:
		put_item(w, k);
		return;
	case PAPER_TABLE:
		put_table(w, k);
		break;
	}
	put_findings(w, k);
}

void
document_text(struct page *p, const struct document_view *m)
{
	struct writer w = { .p = p, .m = m, .heading = 2,
	                    .anchored = m->first > 0 ? m->first - 1 : 0 };

	HTML(p->b, "<div class=\"paper\"");
	if (!str_eq(m->row.lang.len > 0 ? m->row.lang : STR("da"), p->lang.code))
		html_attr(p->b, "lang", m->row.lang.len > 0 ? m->row.lang : STR("da"));
	HTML(p->b, ">\n");
	for (size_t i = 0; i < m->blocks; i++) {
		bool item = m->block[i].kind == PAPER_ITEM;

		if (item != w.listed)
			buf_put(p->b, item ? STR("<ul class=\"paper-items plain-list\">\n") : STR("</ul>\n"));
		w.listed = item;
		put_block(&w, &m->block[i]);
	}
	if (w.listed)
		HTML(p->b, "</ul>\n");
	HTML(p->b, "</div>\n");
}
