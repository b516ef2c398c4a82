#include "view/section.h"
#include "view/badge.h"

void
section_open(struct page *p, const char *id, const char *title)
{
	HTML(p->b, "<section");
	html_attr(p->b, "aria-labelledby", str_from(id));
	HTML(p->b, ">\n<h2");
	html_attr(p->b, "id", str_from(id));
	HTML(p->b, ">");
	html_say(p->b, &p->lang, title);
	HTML(p->b, "</h2>\n");
}

void
section_close(struct page *p)
{
	HTML(p->b, "</section>\n");
}

void
section_say(struct page *p, const char *text)
{
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, text);
	HTML(p->b, "</p>\n");
}

void
fact_open(struct page *p, const char *title)
{
	HTML(p->b, "<div><dt>");
	html_say(p->b, &p->lang, title);
	HTML(p->b, "</dt><dd>");
}

void
fact_close(struct page *p)
{
	HTML(p->b, "</dd></div>\n");
}

static void
open_table(struct page *p, struct str caption, bool quiet)
{
	HTML(p->b, "<div class=\"table--responsive-scroll\" tabindex=\"0\" role=\"group\"");
	html_attr(p->b, "aria-label", caption);
	HTML(p->b, ">\n<table class=\"table\">\n<caption");
	if (quiet)
		HTML(p->b, " class=\"sr-only\"");
	HTML(p->b, ">");
	html_text(p->b, caption);
	HTML(p->b, "</caption>\n");
}

static void
put_head(struct page *p, const struct section_column *column, size_t columns)
{
	HTML(p->b, "<thead>\n<tr>");
	for (size_t i = 0; i < columns; i++) {
		HTML(p->b, "<th scope=\"col\"");
		if (column[i].number)
			HTML(p->b, " class=\"number\"");
		HTML(p->b, ">");
		html_say(p->b, &p->lang, column[i].title);
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n<tbody>\n");
}

void
table_open_bare(struct page *p, struct str caption)
{
	open_table(p, caption, false);
}

void
table_open(struct page *p, struct str caption, const struct section_column *column, size_t columns)
{
	open_table(p, caption, false);
	put_head(p, column, columns);
}

void
table_open_quiet(struct page *p, struct str caption, const struct section_column *column,
                 size_t columns)
{
	open_table(p, caption, true);
	put_head(p, column, columns);
}

void
table_number(struct page *p, size_t n)
{
	HTML(p->b, "<td class=\"number\">");
	html_int(p->b, (int64_t)n);
	HTML(p->b, "</td>");
}

void
table_close_bare(struct page *p)
{
	HTML(p->b, "</table>\n</div>\n");
}

void
table_close(struct page *p)
{
	HTML(p->b, "</tbody>\n");
	table_close_bare(p);
}

void
section_source(struct page *p, const struct source *s)
{
	if (s->document.len == 0)
		return;
	HTML(p->b, " <span class=\"source\">· ");
	(void)show_source(p, s);
	HTML(p->b, "</span>");
}

void
section_unit(struct page *p, struct str short_name)
{
	if (short_name.len == 0)
		return;
	HTML(p->b, " <span class=\"unit\">");
	html_text(p->b, short_name);
	HTML(p->b, "</span>");
}

bool
section_verdicts(struct page *p, const size_t count[VERDICT_COUNT])
{
	size_t written = 0;

	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (count[v] == 0)
			continue;
		if (written++ > 0)
			HTML(p->b, " ");
		HTML(p->b, "<span class=\"counted\">");
		html_int(p->b, (int64_t)count[v]);
		HTML(p->b, " ");
		show_verdict(p, (enum verdict)v);
		HTML(p->b, "</span>");
	}
	return written > 0;
}

bool
section_counts(struct page *p, const struct barometer_row *const *target, size_t n)
{
	size_t count[VERDICT_COUNT] = { 0 };

	for (size_t i = 0; i < n; i++)
		count[target[i]->judgement.verdict]++;
	return section_verdicts(p, count);
}

/* ---- findings ---- */

static void
put_finding(struct page *p, const struct finding *f)
{
	struct source at = { .document = f->file, .line = f->line, .column = f->column };

	HTML(p->b, "<li class=\"finding\">\n");
	badge_finding(p, f, STR_NONE);
	if (f->line > 0) {
		HTML(p->b, "<p class=\"source\">");
		(void)show_source(p, &at);
		HTML(p->b, "</p>\n");
	}
	HTML(p->b, "</li>\n");
}

void
section_findings(struct page *p, const struct finding *const *at, size_t n)
{
	if (n == 0) {
		section_say(p, N_("The audit found nothing here."));
		return;
	}
	HTML(p->b, "<ul class=\"finding-list plain-list\">\n");
	for (size_t i = 0; i < n; i++)
		put_finding(p, at[i]);
	HTML(p->b, "</ul>\n");
}
