#include "export/sdg.h"
#include "document/csv.h"
#include "export/grid.h"
#include "export/json.h"
#include <stdio.h>

struct writer {
	const struct stream *to;
	const struct cube   *c;
	struct arena        *a;
	struct str           city;
	bool                 danish;
	bool                 areas, groups, periods, methods;   /* columns that are written */
};

/* No blank at either end, and no line in it: the platform takes neither. */
static struct str
tidy(struct arena *a, struct str s)
{
	struct str t = str_dup(a, str_trim(s));
	char      *at = arena_alloc(a, t.len + 1, 1, 1);

	for (size_t i = 0; i < t.len; i++)
		at[i] = (unsigned char)t.at[i] < 0x20 ? ' ' : t.at[i];
	return (struct str){ at, t.len };
}

static struct str
title(const struct writer *w, const struct named *n)
{
	bool danish = w->danish;

	return grid_guarded(w->a, tidy(w->a, named_title(n, &danish)));
}

static bool
is_year(const struct cube_time *t)
{
	return t->code.len == 4;
}

static void
find_columns(struct writer *w)
{
	const struct cube *c = w->c;

	for (size_t i = 0; i < c->areas; i++)
		w->areas |= !str_eq(c->area[i].code, w->city);
	for (size_t i = 0; i < c->groups; i++)
		w->groups |= c->group[i].is.id.len > 0;
	for (size_t i = 0; i < c->times; i++)
		w->periods |= !is_year(&c->time[i]);
	w->methods = c->methods > 1;
}

static void
put(const struct writer *w, struct str text, bool last)
{
	csv_write_field(w->to->b, text, last);
}

static void
put_header(const struct writer *w)
{
	put(w, STR("Year"), false);
	if (w->periods)
		put(w, STR("Period"), false);
	if (w->areas)
		put(w, STR("Area"), false);
	if (w->groups)
		put(w, STR("Group"), false);
	if (w->methods)
		put(w, STR("Series"), false);
	put(w, STR("Units"), false);
	put(w, STR("GeoCode"), false);
	put(w, STR("Value"), true);
}

static void
put_cell(const struct writer *w, const struct cube_cell *cell)
{
	const struct cube        *c = w->c;
	const struct cube_time   *t = &c->time[cell->time];
	const struct cube_member *area = &c->area[cell->area], *group = &c->group[cell->group];
	const struct cube_method *m = &c->method[cell->method];
	bool                      city = str_eq(area->code, w->city);
	struct number             n;

	buf_int(w->to->b, date_of(t->period.to - 1).year, 4);
	buf_char(w->to->b, ',');
	if (w->periods)
		put(w, is_year(t) ? STR_NONE : t->code, false);
	if (w->areas)
		put(w, city ? STR_NONE : title(w, &area->is), false);
	if (w->groups)
		put(w, title(w, &group->is), false);
	if (w->methods)
		put(w, m->is.id.len > 0 ? title(w, &m->is) : m->code, false);
	put(w, unit_code(c->is.unit), false);
	put(w, city ? STR_NONE : area->code, false);
	put(w, cube_figure(cell->o, &n) ? number_plain(w->a, n) : STR_NONE, true);
}

bool
export_sdg(const struct stream *to, const struct cube *c, struct str city, bool danish)
{
	struct arena     a = { 0 };
	struct writer    w = { .to = to, .c = c, .a = &a, .city = city, .danish = danish };
	struct cube_cell cell;
	bool             ok;

	find_columns(&w);
	put_header(&w);
	ok = c->rewind(c->from);
	while (ok && c->next(c->from, &cell)) {
		put_cell(&w, &cell);
		arena_reset(&a);
		stream_drain(to);
	}
	arena_free(&a);
	return ok;
}

/* ---- what it is ---- */

struct about {
	struct json j;                  /* of one text: YAML reads what JSON writes */
	struct buf *b;
	bool        danish;
};

static void
put_pair(struct about *w, const char *key, struct str text)
{
	if (text.len == 0)
		return;
	buf_putf(w->b, "%s: ", key);
	w->j = json_new(w->b);
	json_text(&w->j, text);
	buf_char(w->b, '\n');
}

static struct str
worded(const struct about *w, struct worded text)
{
	return !w->danish && text.en.len > 0 ? text.en : text.da;
}

static struct str
named(const struct about *w, const struct named *n)
{
	bool danish = w->danish;

	return n->id.len > 0 ? named_title(n, &danish) : STR_NONE;
}

static void
put_sources(struct about *w, const struct indicator_view *m)
{
	char key[32];

	for (size_t i = 0; i < m->documents && i < 99; i++) {
		(void)snprintf(key, sizeof key, "source_active_%zu", i + 1);
		buf_putf(w->b, "%s: true\n", key);
		(void)snprintf(key, sizeof key, "source_organisation_%zu", i + 1);
		put_pair(w, key, named(w, &m->document[i]));
	}
}

void
export_sdg_about(struct buf *b, const struct indicator_view *m, struct str authority, bool danish)
{
	struct about w = { .b = b, .danish = danish };
	struct str   title = named(&w, &m->indicator);

	put_pair(&w, "indicator_number", m->indicator.id);
	put_pair(&w, "indicator_name", title);
	put_pair(&w, "graph_title", title);
	BUF_LIT(b, "graph_type: line\n");
	put_pair(&w, "reporting_status", m->own.series.len + m->parts > 0 ? STR("complete")
	                                                                   : STR("notstarted"));
	put_pair(&w, "computation_units", unit_code(m->is.unit));
	put_pair(&w, "goal_name", named(&w, &m->theme));
	put_pair(&w, "national_geographical_coverage", named(&w, &m->area));
	put_pair(&w, "SDG_INDICATOR_INFO", title);
	put_pair(&w, "CONTACT_ORGANISATION", authority);
	put_pair(&w, "ORGANISATION_UNIT", named(&w, &m->unit));
	put_pair(&w, "STAT_CONC_DEF", worded(&w, m->definition));
	put_pair(&w, "UNIT_MEASURE", unit_code(m->is.unit));
	put_pair(&w, "FREQ_COLL", worded(&w, m->due.words));
	put_pair(&w, "COLL_METHOD", m->methods > 0 ? named(&w, &m->method[m->methods - 1].title)
	                                           : STR_NONE);
	put_sources(&w, m);
}
