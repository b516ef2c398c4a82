/* Classes of need: where, when, how many, and what was promised about their number. */
#include "view/areas_show.h"
#include "view/pages/areas.h"
#include "view/section.h"

/* ---- the rule ---- */

static void
put_limits(struct page *p, const struct need_class *c)
{
	enum notation n = lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN;
	struct str    with[2];
	struct buf    b[2];

	buf_init(&b[0], NUMBER_TEXT_MAX);
	buf_init(&b[1], NUMBER_TEXT_MAX);
	number_write(&b[0], c->lower, n);
	number_write(&b[1], c->upper, n);
	with[0] = buf_str(&b[0]);
	with[1] = buf_str(&b[1]);
	if (c->has_lower && c->has_upper)
		html_fill(p->b, say(&p->lang, "from {1} to under {2}"), with, 2);
	else if (c->has_lower)
		html_fill(p->b, say(&p->lang, "from {1}"), with, 1);
	else if (c->has_upper)
		html_fill(p->b, say(&p->lang, "under {2}"), with, 2);
	else
		html_say(p->b, &p->lang, "limits not known");
	buf_free(&b[0]);
	buf_free(&b[1]);
}

static void
put_valid(struct page *p, const struct need_class *c)
{
	if (c->has_start) {
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, "valid from");
		HTML(p->b, " ");
		page_day(p, c->starts);
	}
	if (c->has_end) {
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, "valid through");
		HTML(p->b, " ");
		page_day(p, c->ends - 1);
	}
}

static void
put_rule(struct page *p, const struct graded *g)
{
	HTML(p->b, "<ul class=\"need-rule\">\n");
	for (size_t i = 0; i < g->classes; i++) {
		const struct need_class *c = &g->class_[i];

		HTML(p->b, "<li>");
		areas_show_class(p, g, c);
		HTML(p->b, " ");
		put_limits(p, c);
		put_valid(p, c);
		if (c->in_need) {
			HTML(p->b, ", ");
			html_say(p->b, &p->lang, "counts as in need");
		}
		section_source(p, &c->source);
		HTML(p->b, "</li>\n");
	}
	HTML(p->b, "</ul>\n");
}

/* ---- areas by year ---- */

static void
put_year_head(struct page *p, const struct graded *g, const char *first)
{
	HTML(p->b, "<thead>\n<tr><th scope=\"col\">");
	html_say(p->b, &p->lang, first);
	HTML(p->b, "</th>");
	for (size_t y = 0; y < g->years; y++) {
		HTML(p->b, "<th scope=\"col\">");
		html_int(p->b, g->year[y].year);
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n<tbody>\n");
}

static void
put_cell(struct page *p, const struct graded *g, const struct need_cell *c)
{
	HTML(p->b, "<td>");
	if (c->class_ == NULL && c->at != NULL && !c->at->o->withheld &&
	    c->at->o->missing == MISSING_NONE)
		html_say(p->b, &p->lang, "in no class");
	else if (c->class_ == NULL)
		areas_show_absent(p, c->at);
	else
		areas_show_class(p, g, c->class_);
	if (c->uncertain) {
		HTML(p->b, " <span class=\"note\">");
		html_say(p->b, &p->lang, "uncertain");
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</td>");
}

static void
put_cells(struct page *p, const struct graded *g, const struct need_row *r)
{
	for (size_t y = 0; y < g->years; y++)
		put_cell(p, g, &r->cell[y]);
	HTML(p->b, "</tr>\n");
}

static void
put_table(struct page *p, const struct graded *g, const struct named *of)
{
	bool       danish = lang_danish(&p->lang);
	struct str with = named_title(of, &danish);

	table_open_bare(p, text_fill(p->a, say(&p->lang, "{1}: class by area and year"), &with, 1));
	put_year_head(p, g, N_("Area"));
	for (size_t i = 0; i < g->rows; i++) {
		HTML(p->b, "<tr><th scope=\"row\">");
		page_link(p, "area", &g->row[i].area);
		HTML(p->b, "</th>");
		put_cells(p, g, &g->row[i]);
	}
	HTML(p->b, "</tbody>\n");
	table_close_bare(p);
}

void
areas_classes_one(struct page *p, const struct graded *g, const struct named *of)
{
	bool       danish = lang_danish(&p->lang);
	struct str with = named_title(of, &danish);

	table_open_bare(p, text_fill(p->a, say(&p->lang, "{1}: class by year"), &with, 1));
	put_year_head(p, g, N_("Indicator"));
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "indicator", of);
	HTML(p->b, "</th>");
	put_cells(p, g, &g->row[0]);
	HTML(p->b, "</tbody>\n");
	table_close_bare(p);
}

/* ---- how many ---- */

static void
put_number(struct page *p, size_t n, bool has)
{
	HTML(p->b, "<td class=\"number\">");
	if (has)
		html_int(p->b, (int64_t)n);
	else
		HTML(p->b, "–");
	HTML(p->b, "</td>");
}

static void
put_counted(struct page *p, const struct graded *g)
{
	if (g->counted_by.id.len == 0)
		return;
	HTML(p->b, "<tr class=\"ch-own-row\"><th scope=\"row\">");
	page_link(p, "indicator", &g->counted_by);
	HTML(p->b, "</th>");
	for (size_t y = 0; y < g->years; y++) {
		const struct measured_view *at = g->year[y].counted;

		HTML(p->b, "<td class=\"number\">");
		if (at == NULL) {
			HTML(p->b, "–");
		} else {
			show_observation(p, at->o, g->counted_in);
			show_marks(p, at->o);
			HTML(p->b, " <span class=\"when\">");
			(void)show_source(p, &at->o->source);
			HTML(p->b, "</span>");
		}
		HTML(p->b, "</td>");
	}
	HTML(p->b, "</tr>\n");
}

static size_t
count_of(const struct graded *g, size_t step, size_t year)
{
	size_t n = 0;

	for (size_t i = 0; i < g->classes; i++)
		if (g->class_[i].step == step)
			n += g->year[year].count[i];
	return n;
}

static void
put_class_counts(struct page *p, const struct graded *g)
{
	for (size_t i = 0; i < g->steps; i++) {
		HTML(p->b, "<tr><th scope=\"row\">");
		areas_show_class(p, g, g->step[i]);
		HTML(p->b, "</th>");
		for (size_t y = 0; y < g->years; y++)
			put_number(p, count_of(g, i, y), g->year[y].unknown < g->rows);
		HTML(p->b, "</tr>\n");
	}
	HTML(p->b, "<tr><th scope=\"row\">");
	html_say(p->b, &p->lang, "No class known");
	HTML(p->b, "</th>");
	for (size_t y = 0; y < g->years; y++)
		put_number(p, g->year[y].unknown, true);
	HTML(p->b, "</tr>\n<tr><th scope=\"row\">");
	html_say(p->b, &p->lang, "In need, counted from the areas");
	HTML(p->b, "</th>");
	for (size_t y = 0; y < g->years; y++)
		put_number(p, g->year[y].in_need, g->year[y].unknown < g->rows);
	HTML(p->b, "</tr>\n");
}

static void
put_counts(struct page *p, const struct graded *g)
{
	table_open_bare(p, say(&p->lang, "Number of areas in each class, by year"));
	put_year_head(p, g, N_("Class"));
	if (g->rows > 0)
		put_class_counts(p, g);
	put_counted(p, g);
	HTML(p->b, "</tbody>\n");
	table_close_bare(p);
}

/* ---- what was promised ---- */

/* "12 in 2010, 14 in 2011" */
static struct str
series_text(struct page *p, const struct graded *g)
{
	bool       danish = lang_danish(&p->lang);
	struct buf b, figure;
	struct str text;

	buf_init(&b, 1 << 14);
	for (size_t i = 0; i < g->counted.series.len; i++) {
		const struct observation *o = &g->counted.series.at[i];
		struct str                with[2];

		buf_init(&figure, 4096);
		observation_write(&figure, o, g->counted_in, danish);
		with[0] = buf_str(&figure);
		with[1] = period_text(p->a, o->period, danish);
		if (i > 0)
			BUF_LIT(&b, ", ");
		buf_put(&b, text_fill(p->a, say(&p->lang, "{1} in {2}"), with, COUNT_OF(with)));
		buf_free(&figure);
	}
	text = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
put_targets(struct page *p, const struct graded *g)
{
	struct str with = series_text(p, g);

	if (g->counted_by.id.len == 0)
		return;
	HTML(p->b, "<p>");
	show_linked(p, N_("How many areas are in need is measured by {1}."), "indicator", &g->counted_by);
	if (with.len > 0) {
		HTML(p->b, " ");
		html_fill(p->b, say(&p->lang, "The register has: {1}."), &with, 1);
	}
	HTML(p->b, "</p>\n");
	if (g->targets == 0)
		return;
	HTML(p->b, "<ul class=\"need-targets\">\n");
	for (size_t i = 0; i < g->targets; i++) {
		areas_show_target(p, g->target[i]);
	}
	HTML(p->b, "</ul>\n");
}

void
areas_classes(struct page *p, const struct graded *g, const struct named *of)
{
	section_open(p, "classes", N_("Classes of need"));
	put_rule(p, g);
	if (g->rows > 0)
		put_table(p, g, of);
	else
		section_say(p, N_("The register has no figure of a single area for this indicator."));
	if (g->years > 0)
		put_counts(p, g);
	put_targets(p, g);
	section_close(p);
}
