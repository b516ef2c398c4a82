#include "export/areas_grid.h"
#include "export/areas_json.h"

/* code, Danish, English, width */
#define COLUMNS(X)                                                              \
	X("rank", "Plads", "Rank", 8)                                           \
	X("area", "Område", "Area", 20)                                         \
	X("title", "Navn", "Title", 32)                                         \
	X("indicator", "Indikator", "Indicator", 24)                            \
	X("period", "Periode", "Period", 18)                                    \
	X("value", "Tal", "Value", 12)                                          \
	X("qualifier", "Forbehold", "Qualifier", 12)                            \
	X("unit", "Enhed", "Unit", 16)                                          \
	X("reason", "Hvorfor intet tal", "Why no figure", 18)                   \
	X("class", "Klasse", "Class", 20)                                       \
	X("change", "Ændring", "Change", 12)                                    \
	X("against_city", "Forskel til byen", "Against the city", 16)           \
	X("share_of_city", "Pct. af byens", "Per cent of the city's", 16)       \
	X("document", "Dokument", "Document", 28)                               \
	X("line", "Linje", "Line", 8)

static const struct grid_column danish_columns[] = {
#define X(code, da, en, width) { STR_INIT(code), STR_INIT(da), width },
	COLUMNS(X)
#undef X
};

static const struct grid_column english_columns[] = {
#define X(code, da, en, width) { STR_INIT(code), STR_INIT(en), width },
	COLUMNS(X)
#undef X
};

static struct str
title_of(const struct named *n, bool danish)
{
	return named_title(n, &danish);
}

static void
put_figure(struct grid *g, const struct areas_view *m, const struct measured_view *at, bool danish)
{
	bool shown = at != NULL && !at->o->withheld && at->o->missing == MISSING_NONE;

	grid_text(g, at != NULL ? period_text(g->arena, at->o->period, danish) : STR_NONE);
	grid_number(g, shown && at->o->value.has_point, shown ? at->o->value.point : NUMBER_ZERO);
	grid_text(g, shown ? qualifier_code(at->o->value.qualifier) : STR_NONE);
	grid_text(g, unit_code(m->indicator.is.unit));
	grid_text(g, areas_reason(at));
}

static void
put_row(struct grid *g, const struct areas_view *m, const struct areas_row *r, bool danish)
{
	const struct source none = { 0 }, *s = r->at != NULL ? &r->at->o->source : &none;

	grid_number(g, r->rank > 0, NUMBER((int64_t)r->rank, 0));
	grid_text(g, r->place.area.id);
	grid_text(g, title_of(&r->place.area, danish));
	grid_text(g, m->indicator.indicator.id);
	put_figure(g, m, r->at, danish);
	grid_text(g, r->class_ != NULL ? title_of(&r->class_->name, danish) : STR_NONE);
	grid_number(g, r->change.has, r->change.by);
	grid_number(g, r->against.has && !r->against.share, r->against.by);
	grid_number(g, r->against.has && r->against.share, r->against.by);
	grid_text(g, s->document);
	grid_number(g, s->document.len > 0 && s->line > 0, NUMBER(s->line, 0));
}

struct grid
areas_grid(struct arena *a, const struct areas_view *m, bool danish)
{
	struct grid g = grid_new(a, danish ? STR("Områder") : STR("Areas"),
	    danish ? danish_columns : english_columns, COUNT_OF(danish_columns));

	for (size_t i = 0; i < m->len; i++)
		put_row(&g, m, &m->at[i], danish);
	return g;
}
