/* The map of an indicator, and its areas in order. */
#include "view/areas_show.h"
#include "view/pages/areas.h"
#include "view/section.h"

static void
put_figure(struct page *p, const struct areas_view *m, const struct areas_row *r)
{
	HTML(p->b, "<td class=\"number\">");
	if (r->at == NULL || r->at->o->withheld || r->at->o->missing != MISSING_NONE) {
		areas_show_absent(p, r->at);
	} else {
		show_observation(p, r->at->o, m->indicator.is.unit);
		HTML(p->b, " <span class=\"when\">");
		show_period(p, r->at->o->period);
		show_marks(p, r->at->o);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</td>");
}

static void
put_source(struct page *p, const struct areas_row *r)
{
	HTML(p->b, "<td>");
	if (r->at != NULL) {
		if (!show_source(p, &r->at->o->source))
			html_say(p->b, &p->lang, "Recorded without a document");
		HTML(p->b, " <span class=\"when\">");
		show_moment(p, r->at->recorded.at);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</td>");
}

/* An area of a set: on the list or not. */
static void
put_member(struct page *p, const struct areas_row *r)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_link(p, "area", &r->place.area);
	HTML(p->b, "</th><td>");
	if (r->at == NULL) {
		areas_show_absent(p, NULL);
	} else {
		html_text(p->b, areas_membership(&p->lang, r->at->o));
		HTML(p->b, " <span class=\"when\">");
		show_period(p, r->at->o->period);
		show_marks(p, r->at->o);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</td>");
	put_source(p, r);
	HTML(p->b, "</tr>\n");
}

static void
put_members(struct page *p, const struct areas_view *m)
{
	static const struct section_column column[] = {
		{ N_("Area"), false }, { N_("Status"), false }, { N_("Source and date"), false },
	};
	bool       danish = lang_danish(&p->lang);
	struct str with[] = { named_title(&m->indicator.indicator, &danish),
	                      arena_printf(p->a, "%d", m->asked) };

	table_open(p, text_fill(p->a, STR("{1}, {2}"), with, COUNT_OF(with)), column,
	    COUNT_OF(column));
	for (size_t i = 0; i < m->len; i++)
		put_member(p, &m->at[i]);
	table_close(p);
}

static void
put_row(struct page *p, const struct areas_view *m, const struct areas_row *r)
{
	HTML(p->b, "<tr><td class=\"number\">");
	if (r->rank > 0)
		html_int(p->b, (int64_t)r->rank);
	else
		HTML(p->b, "–");
	HTML(p->b, "</td><th scope=\"row\">");
	page_link(p, "area", &r->place.area);
	HTML(p->b, "</th>");
	put_figure(p, m, r);
	if (m->graded.classes > 0) {
		HTML(p->b, "<td>");
		if (r->class_ != NULL)
			areas_show_class(p, &m->graded, r->class_);
		else
			HTML(p->b, "–");
		HTML(p->b, "</td>");
	}
	HTML(p->b, "<td class=\"number\">");
	areas_show_gap(p, &r->change);
	HTML(p->b, "</td><td class=\"number\">");
	areas_show_gap(p, &r->against);
	HTML(p->b, "</td>");
	put_source(p, r);
	HTML(p->b, "</tr>\n");
}

static void
put_city(struct page *p, const struct areas_view *m)
{
	struct areas_row r = { .at = m->city };

	if (m->city == NULL)
		return;
	HTML(p->b, "<tr class=\"ch-own-row\"><td class=\"number\">–</td><th scope=\"row\">");
	page_named(p, &m->indicator.area);
	HTML(p->b, "</th>");
	put_figure(p, m, &r);
	buf_put(p->b, m->graded.classes > 0 ? STR("<td>–</td>") : STR_NONE);
	HTML(p->b, "<td class=\"number\">–</td><td class=\"number\">–</td>");
	put_source(p, &r);
	HTML(p->b, "</tr>\n");
}

/* "Rank 1 is the best": which end of the figures that is. */
static const char *
order_words(enum direction better)
{
	switch (better) {
	case DIRECTION_FALL:
		return N_("Rank 1 has the lowest figure, which is the best.");
	case DIRECTION_RISE:
		return N_("Rank 1 has the highest figure, which is the best.");
	case DIRECTION_NONE:
	case DIRECTION_HOLD:
	case DIRECTION_COUNT:
		break;
	}
	return N_("Rank 1 has the highest figure.");
}

static void
put_count(struct page *p, size_t n, const char *one, const char *many)
{
	struct str with = arena_printf(p->a, "%zu", n);

	if (n == 0)
		return;
	HTML(p->b, " ");
	html_fill(p->b, say_n(&p->lang, (int64_t)n, one, many), &with, 1);
}

static void
put_words(struct page *p, const struct areas_view *m)
{
	HTML(p->b, "<p>");
	if (!m->is_set)
		html_say(p->b, &p->lang, order_words(m->indicator.is.better));
	put_count(p, m->unmeasured, NN_("{1} area has no figure for the year.",
	    "{1} areas have no figure for the year."));
	put_count(p, m->withheld - m->neighbours, NN_(
	    "In {1} area the figure is withheld, because it stands for fewer than 5 persons.",
	    "In {1} areas the figure is withheld, because it stands for fewer than 5 persons."));
	put_count(p, m->neighbours, NN_(
	    "In {1} area the figure is withheld so that another one cannot be reckoned.",
	    "In {1} areas the figure is withheld so that others cannot be reckoned."));
	if (m->withheld > 0 && m->ranked > 0) {
		HTML(p->b, " ");
		html_say(p->b, &p->lang, "The ranking is among the figures that are shown.");
	}
	HTML(p->b, "</p>\n");
}

static void
put_table(struct page *p, const struct areas_view *m)
{
	bool                  counted = m->len > 0 && m->at[0].against.share;
	struct section_column column[7] = {
		{ N_("Rank"), true }, { N_("Area"), false }, { N_("Figure"), true },
	};
	size_t     n = 3;
	bool       danish = lang_danish(&p->lang);
	struct str with[] = { named_title(&m->indicator.indicator, &danish),
	                      arena_printf(p->a, "%d", m->asked) };

	if (m->graded.classes > 0)
		column[n++] = (struct section_column){ N_("Class"), false };
	column[n++] = (struct section_column){ N_("Change since the figure before"), true };
	column[n++] = (struct section_column){
		counted ? N_("Share of the city's") : N_("Against the city"), true,
	};
	column[n++] = (struct section_column){ N_("Source and date"), false };
	table_open(p, text_fill(p->a, say(&p->lang, "Ranking: {1}, {2}"), with, COUNT_OF(with)),
	    column, n);
	put_city(p, m);
	for (size_t i = 0; i < m->len; i++)
		put_row(p, m, &m->at[i]);
	table_close(p);
}

void
areas_ranking(struct page *p, const struct areas_view *m)
{
	struct chart_map map = areas_map(p, m, true);

	section_open(p, "ranking", m->asked != 0 ? N_("Map and ranking") : N_("Map"));
	HTML(p->b, "<div class=\"areas-both\">\n<div>\n");
	chart_map_figure(p, &map);
	HTML(p->b, "</div>\n");
	if (m->asked != 0) {
		HTML(p->b, "<div>\n");
		put_words(p, m);
		if (m->is_set)
			put_members(p, m);
		else
			put_table(p, m);
		HTML(p->b, "</div>\n");
	}
	HTML(p->b, "</div>\n");
	section_close(p);
}
