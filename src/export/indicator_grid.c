#include "export/indicator_grid.h"

/* code, Danish, English, width, what its cells are */
#define COLUMNS(X) \
	X("indicator", "Indikator", "Indicator", 24, TEXT) \
	X("title", "Navn", "Title", 40, TEXT) \
	X("area", "Område", "Area", 20, TEXT) \
	X("group", "Gruppe", "Group", 20, TEXT) \
	X("period", "Periode", "Period", 18, TEXT) \
	X("from", "Fra", "From", 12, DAY) \
	X("last_day", "Til og med", "Last day", 12, DAY) \
	X("value", "Tal", "Value", 12, DECIMAL) \
	X("low", "Nedre grænse", "Low", 12, DECIMAL) \
	X("high", "Øvre grænse", "High", 12, DECIMAL) \
	X("qualifier", "Forbehold", "Qualifier", 12, TEXT) \
	X("unit", "Enhed", "Unit", 16, TEXT) \
	X("missing", "Mangler", "Missing", 16, TEXT) \
	X("withheld", "Tilbageholdt", "Withheld", 12, FLAG) \
	X("withheld_because", "Tilbageholdt fordi", "Withheld because", 16, TEXT) \
	X("preliminary", "Foreløbigt", "Preliminary", 12, FLAG) \
	X("assumed", "Antaget tidspunkt", "Assumed date", 16, FLAG) \
	X("break", "Brud", "Break", 8, FLAG) \
	X("method", "Metode", "Method", 8, WHOLE) \
	X("document", "Dokument", "Document", 28, TEXT) \
	X("line", "Linje", "Line", 8, WHOLE) \
	X("recorded", "Registreret", "Recorded", 12, DAY) \
	X("prognosis", "Prognose", "Prognosis", 12, DECIMAL) \
	X("prognosis_low", "Prognose, nedre", "Prognosis low", 12, DECIMAL) \
	X("prognosis_high", "Prognose, øvre", "Prognosis high", 12, DECIMAL) \
	X("prognosis_stated", "Prognose fremsat", "Prognosis stated", 12, DAY) \
	X("prognosis_off", "Afvigelse fra prognose", "Off the prognosis", 12, DECIMAL)

static const struct grid_column danish_columns[] = {
#define X(code, da, en, width, holds) { STR_INIT(code), STR_INIT(da), width },
	COLUMNS(X)
#undef X
};

static const struct grid_column english_columns[] = {
#define X(code, da, en, width, holds) { STR_INIT(code), STR_INIT(en), width },
	COLUMNS(X)
#undef X
};

static const struct column_about about_columns[] = {
#define X(code, da, en, width, holds) { STR_INIT(code), STR_INIT(da), STR_INIT(en), COLUMN_HOLDS_##holds },
	COLUMNS(X)
#undef X
};

size_t
indicator_grid_columns(const struct column_about **ret)
{
	*ret = about_columns;
	return COUNT_OF(about_columns);
}

/* Places in COLUMNS. */
enum { COLUMN_VALUE = 7, COLUMN_UNIT = 11, COLUMN_PROGNOSIS = 22 };

struct writer {
	struct grid *g;
	const struct indicator_view *m;
	bool         danish;
};

static struct str
title_of(const struct writer *w, const struct named *n)
{
	bool danish = w->danish;

	return named_title(n, &danish);
}

static void
put_flag(struct writer *w, bool on)
{
	grid_number(w->g, on, NUMBER(1, 0));
}

static void
put_figure(struct writer *w, const struct observation *o)
{
	const struct quantity *q = &o->value;
	bool shown = !o->withheld && o->missing == MISSING_NONE;
	bool plain = q->has_point && q->qualifier == QUALIFIER_NONE;

	grid_number(w->g, shown && q->has_point, q->point);
	grid_number(w->g, shown && !plain && q->range.low.exists, q->range.low.at);
	grid_number(w->g, shown && !plain && q->range.high.exists, q->range.high.at);
	grid_text(w->g, shown ? qualifier_code(q->qualifier) : STR_NONE);
	grid_text(w->g, unit_code(w->m->is.unit));
	grid_text(w->g, missing_code(o->missing));
	put_flag(w, o->withheld);
	grid_text(w->g, withheld_code(o->withheld));
}

/* What was expected last; NULL: nothing. It has columns of its own, so that nobody adds it
 * to what was measured. */
static void
put_expected(struct writer *w, const struct prognosis *g)
{
	const struct quantity *q = g != NULL ? &g->said.value : NULL;
	bool shown = g != NULL && g->said.withheld == WITHHELD_NOT;
	bool plain = shown && q->has_point && q->qualifier == QUALIFIER_NONE;

	grid_number(w->g, shown && q->has_point, shown ? q->point : NUMBER_ZERO);
	grid_number(w->g, shown && !plain && q->range.low.exists, shown ? q->range.low.at : NUMBER_ZERO);
	grid_number(w->g, shown && !plain && q->range.high.exists, shown ? q->range.high.at : NUMBER_ZERO);
	grid_day(w->g, g != NULL, g != NULL ? g->stated : 0);
	grid_number(w->g, g != NULL && g->scored, g != NULL ? g->score.off : NUMBER_ZERO);
}

static void
put_place(struct writer *w, const struct series_view *s, struct period p)
{
	grid_text(w->g, w->m->indicator.id);
	grid_text(w->g, title_of(w, &w->m->indicator));
	grid_text(w->g, title_of(w, &s->area));
	grid_text(w->g, title_of(w, &s->group));
	grid_text(w->g, period_text(w->g->arena, p, w->danish));
	grid_day(w->g, p.from != DAY_MIN, p.from);
	grid_day(w->g, true, p.to - 1);
}

static const struct prognosis *
expected_of(const struct writer *w, const struct observation *o)
{
	for (size_t i = 0; i < w->m->prognoses.len; i++)
		if (w->m->prognoses.at[i].newest && w->m->prognoses.at[i].came == o)
			return &w->m->prognoses.at[i];
	return NULL;
}

static void
put_row(struct writer *w, const struct series_view *s, const struct measured_view *v)
{
	const struct observation *o = v->o;
	int32_t                   recorded = 0;
	bool                      known = day_from_iso(str_slice(v->recorded.at, 0, 10), &recorded);

	put_place(w, s, o->period);
	put_figure(w, o);
	put_flag(w, o->preliminary);
	put_flag(w, o->assumed);
	put_flag(w, o->breaks);
	grid_number(w->g, true, NUMBER(o->method, 0));
	grid_text(w->g, o->source.document);
	grid_number(w->g, o->source.document.len > 0 && o->source.line > 0,
	    NUMBER(o->source.line, 0));
	grid_day(w->g, known, recorded);
	put_expected(w, expected_of(w, o));
}

/* What is waited for: a row without a figure. */
static void
put_waiting(struct writer *w, const struct prognosis *g)
{
	put_place(w, &w->m->own, g->said.period);
	for (size_t c = COLUMN_VALUE; c < COLUMN_PROGNOSIS; c++)
		grid_text(w->g, c == COLUMN_UNIT ? unit_code(w->m->is.unit) : STR_NONE);
	put_expected(w, g);
}

static void
put_series(struct writer *w, const struct series_view *s)
{
	for (size_t i = 0; i < s->series.len; i++)
		put_row(w, s, &s->at[i]);
}

struct grid
indicator_grid(struct arena *a, const struct indicator_view *m, bool danish)
{
	struct grid   g = grid_new(a, danish ? STR("Tal") : STR("Figures"),
	    danish ? danish_columns : english_columns, COUNT_OF(danish_columns));
	struct writer w = { &g, m, danish };

	put_series(&w, &m->own);
	for (size_t i = 0; i < m->prognoses.len; i++)
		if (m->prognoses.at[i].newest && m->prognoses.at[i].came == NULL)
			put_waiting(&w, &m->prognoses.at[i]);
	for (size_t i = 0; i < m->parts; i++)
		put_series(&w, &m->part[i]);
	return g;
}

/* ---- about ---- */

static void
put_pair(struct writer *w, const char *da, const char *en, struct str value)
{
	if (value.len == 0)
		return;
	grid_text(w->g, str_from(w->danish ? da : en));
	grid_text(w->g, value);
}

static struct str
worded(const struct writer *w, struct worded text)
{
	return !w->danish && text.en.len > 0 ? text.en : text.da;
}

struct grid
indicator_grid_about(struct arena *a, const struct indicator_view *m, bool danish)
{
	static const struct grid_column columns[2][2] = {
		{ { STR_INIT("what"), STR_INIT("What"), 28 }, { STR_INIT("text"), STR_INIT("Text"), 100 } },
		{ { STR_INIT("what"), STR_INIT("Hvad"), 28 }, { STR_INIT("text"), STR_INIT("Tekst"), 100 } },
	};
	struct grid   g = grid_new(a, danish ? STR("Om") : STR("About"), columns[danish], 2);
	struct writer w = { &g, m, danish };

	put_pair(&w, "Indikator", "Indicator", title_of(&w, &m->indicator));
	put_pair(&w, "Udvikling", "Trend", danish ? m->trend.da : m->trend.en);
	put_pair(&w, "Opgjort pr.", "As of", day_iso(a, m->as_of));
	put_pair(&w, "Definition", "Definition", worded(&w, m->definition));
	put_pair(&w, "Hvor ofte", "How often", worded(&w, m->due.words));
	put_pair(&w, "Ansvarlig", "Responsible", title_of(&w, &m->unit));
	for (size_t i = 0; i < m->documents; i++)
		put_pair(&w, "Kilde", "Source", title_of(&w, &m->document[i]));
	for (size_t i = 0; i < m->targets; i++) {
		const struct judgement *j = &m->target[i]->judgement;

		put_pair(&w, "Løfte", "Promise", title_of(&w, &m->target[i]->promise));
		put_pair(&w, "Dom", "Verdict", verdict_word(j->verdict, danish));
		put_pair(&w, "Begrundelse", "Explanation", danish ? j->da : j->en);
	}
	return g;
}
