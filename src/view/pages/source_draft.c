/* A source that is not saved: what its table has, what was suggested, and what would come. */
#include "view/pages/sources.h"
#include "model/column.h"
#include "view/section.h"

/* ---- a dimension ---- */

static void
put_words(struct page *p, const struct source_side *s)
{
	static const struct section_column columns[] = {
		{ N_("Code"), false }, { N_("What the bureau calls it"), false },
	};
	struct str left = arena_printf(p->a, "%zu", s->total - s->len);

	table_open_quiet(p, s->id, columns, COUNT_OF(columns));
	for (size_t i = 0; i < s->len; i++) {
		HTML(p->b, "<tr><th scope=\"row\"><code>");
		html_text(p->b, s->at[i].code);
		HTML(p->b, "</code></th><td lang=\"da\">");
		html_text(p->b, s->at[i].text);
		HTML(p->b, "</td></tr>\n");
	}
	table_close(p);
	if (s->total <= s->len)
		return;
	HTML(p->b, "<p>");
	html_fill(p->b, say_n(&p->lang, (int64_t)(s->total - s->len), "{1} more code is not shown here.",
	    "{1} more codes are not shown here."), &left, 1);
	HTML(p->b, "</p>\n");
}

/* "OMRÅDE: område, 105 codes, may be left out" */
static void
put_side(struct page *p, const struct source_side *s)
{
	struct str n = arena_printf(p->a, "%zu", s->total);

	HTML(p->b, "<details>\n<summary><code>");
	html_text(p->b, s->id);
	HTML(p->b, "</code>: ");
	if (s->label.len > 0 && !str_eq(s->label, s->id)) {
		HTML(p->b, "<span lang=\"da\">");
		html_text(p->b, s->label);
		HTML(p->b, "</span>, ");
	}
	html_fill(p->b, say_n(&p->lang, (int64_t)s->total, "{1} code", "{1} codes"), &n, 1);
	if (s->time) {
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, "its periods");
	}
	if (s->optional) {
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, "may be left out");
	}
	HTML(p->b, "</summary>\n");
	put_words(p, s);
	HTML(p->b, "</details>\n");
}

static void
put_table(struct page *p, const struct source_draft *m)
{
	struct str about[] = { m->table, m->unit };

	if (m->sides == 0 && m->lines.len == 0)
		return;
	section_open(p, "table", N_("What the table has"));
	if (m->table.len > 0) {
		HTML(p->b, "<p>");
		html_fill(p->b, say(&p->lang, m->unit.len > 0 ? N_("“{1}”, counted in {2}.") : N_("“{1}”.")), about,
		    COUNT_OF(about));
		HTML(p->b, "</p>\n");
	}
	for (size_t i = 0; i < m->sides; i++)
		put_side(p, &m->side[i]);
	if (m->lines.len > 0) {
		section_say(p, N_("The file's first lines:"));
		HTML(p->b, "<pre tabindex=\"0\"><code lang=\"da\">");
		html_text(p->b, m->lines);
		HTML(p->b, "</code></pre>\n");
	}
	section_close(p);
}

/* ---- what was filled in ---- */

static struct str
label_of(struct page *p, struct str field)
{
	for (size_t c = 0; c < noun_info[NOUN_SOURCE].columns; c++)
		if (str_eq(field, column_field(NOUN_SOURCE, c)))
			return say(&p->lang, column_words(NOUN_SOURCE, c).label);
	return field;
}

static void
put_suggested(struct page *p, const struct source_draft *m)
{
	if (m->suggestions == 0)
		return;
	HTML(p->b, "<div class=\"alert alert-info\"><div class=\"alert-body\"><h2 class=\"alert-heading\">");
	html_say(p->b, &p->lang, "Filled in from the table");
	HTML(p->b, "</h2>\n<p class=\"alert-text\">");
	html_say(p->b, &p->lang, "These fields were empty. Read what stands in them now, and change it where it is not meant:");
	HTML(p->b, "</p>\n<ul>\n");
	for (size_t i = 0; i < m->suggestions; i++) {
		HTML(p->b, "<li><a href=\"#f-");
		html_text(p->b, m->suggested[i]);
		HTML(p->b, "\">");
		html_text(p->b, label_of(p, m->suggested[i]));
		HTML(p->b, "</a></li>\n");
	}
	HTML(p->b, "</ul>\n</div></div>\n");
}

/* ---- what would come ---- */

static void
put_come(struct page *p, const struct source_draft *m)
{
	section_open(p, "come", N_("What would come"));
	if (m->run.state != SOURCE_RUN_DONE) {
		source_wrong(p, &m->run);
	} else if (m->tried) {
		HTML(p->b, "<p>");
		source_counts(p, &m->run);
		HTML(p->b, "</p>\n");
		source_figures(p, &m->run);
	} else {
		section_say(p, N_("That is looked up when all fields that have to be filled in are. Fill in the "
		    "rest, and try it again."));
	}
	section_close(p);
}

void
source_draft_part(struct page *p, const struct source_draft *m)
{
	section_say(p, N_("Nothing is saved yet, and nothing was written. What you wrote stands in the form below."));
	put_suggested(p, m);
	put_come(p, m);
	put_table(p, m);
	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, "What the source says");
	HTML(p->b, "</h2>\n");
}
