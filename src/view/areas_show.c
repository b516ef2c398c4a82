#include "view/areas_show.h"
#include "view/chart_maker.h"

/* ---- words ---- */

static const struct {
	struct str  code;
	const char *many, *one;
} levels[] = {
	{ STR_INIT("district"), N_("Districts"), N_("district") },
	{ STR_INIT("housing_area"), N_("Housing areas"), N_("housing area") },
	{ STR_INIT("neighbourhood"), N_("Neighbourhoods"), N_("neighbourhood") },
};

struct str
areas_level(const struct lang *l, struct str code)
{
	for (size_t i = 0; i < COUNT_OF(levels); i++)
		if (str_eq(levels[i].code, code))
			return say(l, levels[i].many);
	return say(l, "Other areas");
}

struct str
areas_level_one(const struct lang *l, struct str code)
{
	for (size_t i = 0; i < COUNT_OF(levels); i++)
		if (str_eq(levels[i].code, code))
			return say(l, levels[i].one);
	return say(l, "area");
}

struct str
areas_membership(const struct lang *l, const struct observation *o)
{
	if (o == NULL || o->withheld || o->missing != MISSING_NONE || !o->value.has_point)
		return say(l, "not known");
	return say(l, number_sign(o->value.point) > 0 ? N_("on the list") : N_("not on the list"));
}

void
areas_show_class(struct page *p, const struct graded *g, const struct need_class *c)
{
	size_t shade = chart_class_shade(c->step < CHART_CLASSES ? c->step : CHART_CLASSES - 1,
	    g->steps < CHART_CLASSES ? g->steps : CHART_CLASSES);

	HTML(p->b, "<span");
	html_attr(p->b, "class", arena_printf(p->a, "need need-%zu", shade + 1));
	HTML(p->b, "><span>");
	page_named(p, &c->name);
	HTML(p->b, "</span></span>");
}

void
areas_show_gap(struct page *p, const struct area_gap *g)
{
	enum notation n = lang_danish(&p->lang) ? NOTATION_DA : NOTATION_EN;
	struct number by = g->by;

	if (!g->has) {
		HTML(p->b, "–");
		return;
	}
	if (!g->share && number_sign(by) > 0)
		HTML(p->b, "+");
	if (number_sign(by) < 0 && number_neg(by, &by))
		HTML(p->b, "−");
	number_write(p->b, by, n);
	if (g->share) {
		HTML(p->b, "\u00A0");
		html_text(p->b, unit_word(UNIT_PERCENT, n));
	}
	if (!g->uncertain)
		return;
	HTML(p->b, " <span class=\"note\">");
	html_say(p->b, &p->lang, "uncertain");
	HTML(p->b, "</span>");
}

void
areas_show_absent(struct page *p, const struct measured_view *at)
{
	HTML(p->b, "<span class=\"absent\">");
	if (at == NULL)
		html_say(p->b, &p->lang, "not measured");
	else if (at->o->withheld)
		html_text(p->b, withheld_words(at->o->withheld, lang_danish(&p->lang)));
	else
		html_text(p->b, missing_word(at->o->missing, lang_danish(&p->lang)));
	HTML(p->b, "</span>");
}

/* ---- the map ---- */

static struct str
address_of(struct page *p, const char *kind, struct str id)
{
	return arena_printf(p->a, "/" STR_FMT "/%s/" STR_FMT STR_FMT, STR_ARG(p->lang.code), kind,
	    STR_ARG(id), STR_ARG(p->keep));
}

static struct chart_area
area_of(const struct chart_maker *k, const struct areas_row *r)
{
	struct chart_area to = {
		.name = chart_maker_words(k, &r->place.area), .short_name = r->place.short_name,
		.state = CHART_MISSING,
		.note = say(k->l, "not measured"), .shape = r->place.shape,
		.placed = r->place.placed, .column = r->place.column, .row = r->place.row,
	};

	if (r->at != NULL) {
		struct chart_point at = chart_maker_point(k, r->at->o);

		to.state = at.state;
		to.value = at.value;
		to.text = at.text;
		to.note = at.note;
	}
	if (r->class_ != NULL)
		to.class_ = r->class_->step + 1;
	return to;
}

/* Two classes, and a word for a figure. */
static void
as_set(struct page *p, const struct areas_view *m, struct chart_map *c, struct chart_area *at)
{
	struct chart_words *name = ARENA_ARRAY(p->a, struct chart_words, 2);

	name[0].text = say(&p->lang, "not on the list");
	name[1].text = say(&p->lang, "on the list");
	c->class_ = name;
	c->classes = 2;
	for (size_t i = 0; i < m->len; i++) {
		const struct measured_view *v = m->at[i].at;

		at[i].text = areas_membership(&p->lang, v != NULL ? v->o : NULL);
		if (at[i].state == CHART_VALUE)
			at[i].class_ = number_sign(at[i].value) > 0 ? 2 : 1;
	}
}

static struct chart_words *
class_names(struct page *p, const struct chart_maker *k, const struct graded *g)
{
	struct chart_words *name = ARENA_ARRAY(p->a, struct chart_words, g->steps + 1);

	for (size_t i = 0; i < g->steps; i++)
		name[i] = chart_maker_words(k, &g->step[i]->name);
	return name;
}

void
areas_show_target(struct page *p, const struct barometer_row *r)
{
	HTML(p->b, "<li>");
	show_verdict(p, r->judgement.verdict);
	HTML(p->b, " ");
	page_link(p, "objective", &r->objective);
	HTML(p->b, ": ");
	html_text(p->b, lang_danish(&p->lang) ? r->judgement.da : r->judgement.en);
	HTML(p->b, "</li>\n");
}

struct chart_map
areas_map(struct page *p, const struct areas_view *m, bool links)
{
	struct chart_maker k = chart_maker_for(p->a, &p->lang, m->indicator.is.unit,
	    m->indicator.as_of);
	struct chart_area *at = ARENA_ARRAY(p->a, struct chart_area, m->len + 1);
	struct chart_map   c = { .at = at, .len = m->len };
	struct str         with[] = { areas_level(&p->lang, m->shown),
	                              arena_printf(p->a, "%d", m->asked) };

	for (size_t i = 0; i < m->len; i++) {
		at[i] = area_of(&k, &m->at[i]);
		if (links)
			at[i].href = address_of(p, "area", m->at[i].place.area.id);
	}
	c.head.id = STR("map");
	c.head.title = chart_maker_words(&k, &m->indicator.indicator);
	c.head.description = m->asked == 0 ? with[0]
	    : text_fill(p->a, say(&p->lang, "{1} in {2}; the ranking holds the same figures."),
	        with, COUNT_OF(with));
	c.head.unit = unit_word(k.unit, chart_maker_notation(&k));
	c.rows = areas_level_one(&p->lang, m->shown);
	if (m->is_set) {
		as_set(p, m, &c, at);
	} else if (m->graded.steps <= CHART_CLASSES) {
		c.class_ = class_names(p, &k, &m->graded);
		c.classes = m->graded.steps;
	}
	return c;
}
