#include "app/source_table.h"
#include "app/source_cell.h"
#include "app/source_period.h"
#include "app/source_unit.h"
#include "base/term.h"
#include "base/utf8.h"

#define PERIODS_MAX 20000
#define LINE_BYTES  1000

/* What the codes of one dimension are here. */
struct side {
	struct source_mapping map;
	bool                 *seen;     /* beside the mapping's codes */
	int64_t              *id;       /* by place: those of one thing share one */
	size_t               *place_of; /* beside the mapping's codes */
	size_t                places;
};

struct lines {
	struct str *at;
	size_t      len, cap, guess;
};

struct source_table {
	struct arena            *a;
	struct str               name;
	struct source_map        map;
	struct diags            *d;
	struct side              area, group;
	struct period           *period;
	struct str              *code;          /* of each period */
	struct source_figure   **at;            /* a row of places for each period */
	size_t                   periods, cap[3];
	struct lines             unmapped, print;
	struct str               unit, updated, gone;
	uint8_t                  shift;
};

/* One answer on its way in. */
struct answer {
	struct source_table  *t;
	const struct figures *f;
	size_t                area, group, time;        /* dimensions; SIZE_MAX: none */
	size_t               *area_at, *group_at;       /* of a code: its place, SIZE_MAX: none */
	size_t               *period_at;
	bool                **take;                     /* of a dimension: its codes; NULL: all */
};

static bool
wrong(const struct source_table *t, size_t line, struct str words, struct str hint)
{
	return diag_error(t->d, t->name, line, words, hint);
}

/* The same lines come in the same order, answer after answer. */
static void
add_line(struct source_table *t, struct lines *l, struct str line)
{
	line = utf8_plain(t->a, line, LINE_BYTES);
	for (size_t n = 0; n < l->len; n++) {
		size_t i = l->guess + n < l->len ? l->guess + n : l->guess + n - l->len;

		if (!str_eq(l->at[i], line))
			continue;
		l->guess = i + 1 < l->len ? i + 1 : 0;
		return;
	}
	ARENA_GROW(t->a, l->at, l->len, &l->cap);
	l->at[l->len++] = line;
}

/* ---- mappings ---- */

static bool
open_side(struct source_table *t, const struct things *things, struct str text, enum noun kind,
          int64_t otherwise, struct side *s)
{
	if (!source_mapping_read(t->a, things, text, kind, &s->map))
		return wrong(t, 0, arena_printf(t->a, "“" STR_FMT "” is no mapping", STR_ARG(text)),
		    STR("write DIMENSION: code=key code=key"));
	s->id = ARENA_ARRAY(t->a, int64_t, s->map.len + 1);
	s->place_of = ARENA_ARRAY(t->a, size_t, s->map.len + 1);
	s->seen = ARENA_ARRAY(t->a, bool, s->map.len + 1);
	s->places = s->map.len == 0;
	s->id[0] = otherwise;
	for (size_t i = 0; i < s->map.len; i++) {
		const struct source_code *c = &s->map.at[i];
		size_t                    place = 0;

		if (c->id == 0)
			return wrong(t, 0, arena_printf(t->a, "“" STR_FMT "=" STR_FMT "” names no %s of the register",
			    STR_ARG(c->code), STR_ARG(c->key), kind == NOUN_AREA ? "area" : "group"),
			    STR("code=key"));
		while (place < s->places && s->id[place] != c->id)
			place++;
		s->id[place] = c->id;
		s->places += place == s->places;
		s->place_of[i] = place;
	}
	return true;
}

/* What is divided by may be of everybody: none of the codes that it selects is a group's. */
static bool
is_of_everybody(const struct source_table *t)
{
	const struct source_pick *p = source_selection_of(t->map.picks, t->group.map.dimension);
	struct str                word;
	bool                      take = false;

	for (size_t i = 0; p != NULL && i < t->group.map.len; i++)
		(void)!source_pick_codes(p, &t->group.map.at[i].code, 1, &take, &word);
	return !take;
}

struct source_table *
source_table_open(struct arena *a, const struct things *things, struct str name,
                  const struct source_map *map, struct diags *d)
{
	struct source_table *t = ARENA_NEW(a, struct source_table);

	*t = (struct source_table){ .a = a, .name = name, .map = *map, .d = d };
	if (!open_side(t, things, map->areas, NOUN_AREA, map->area, &t->area) ||
	    !open_side(t, things, map->groups, NOUN_GROUP, 0, &t->group))
		return NULL;
	if (map->divisor && t->group.map.len > 0 && is_of_everybody(t))
		(void)!open_side(t, things, STR_NONE, NOUN_GROUP, 0, &t->group);
	if (t->area.id[0] == 0) {
		(void)wrong(t, 0, STR("no area is named, and the authority has none"), STR_NONE);
		return NULL;
	}
	return t;
}

/* ---- the dimensions of an answer ---- */

static bool
find_side(struct answer *x, struct side *s, size_t *dimension, size_t **at)
{
	const struct figures_dimension *dim;

	*dimension = SIZE_MAX;
	if (s->map.len == 0)
		return true;
	*dimension = figures_dimension_of(x->f, s->map.dimension);
	if (*dimension == SIZE_MAX)
		return wrong(x->t, 0, arena_printf(x->t->a, "the answer has no dimension " STR_FMT,
		    STR_ARG(s->map.dimension)), STR("is it selected, and written as the bureau has it?"));
	dim = &x->f->dimension[*dimension];
	*at = ARENA_ARRAY(x->t->a, size_t, dim->len + 1);
	for (size_t i = 0; i < dim->len; i++)
		(*at)[i] = SIZE_MAX;
	for (size_t i = 0; i < s->map.len; i++) {
		size_t code = figures_code(dim, s->map.at[i].code);

		if (code == SIZE_MAX)
			continue;
		s->seen[i] = true;
		(*at)[code] = s->place_of[i];
	}
	return true;
}

static bool
is_taken(const struct answer *x, size_t dimension, size_t code)
{
	return x->take[dimension] == NULL || x->take[dimension][code];
}

/* Rows of a file are selected here. */
static bool
find_picks(struct answer *x)
{
	const struct source_selection *picks = x->t->map.picks;

	x->take = ARENA_ARRAY(x->t->a, bool *, x->f->dimensions);
	for (size_t i = 0; x->t->map.file && i < picks->len; i++) {
		const struct source_pick       *p = &picks->at[i];
		size_t                          at = figures_dimension_of(x->f, p->dimension);
		const struct figures_dimension *dim = at == SIZE_MAX ? NULL : &x->f->dimension[at];
		struct str                      word;

		if (dim == NULL)
			return wrong(x->t, 0, arena_printf(x->t->a, "the file has no column " STR_FMT,
			    STR_ARG(p->dimension)), STR_NONE);
		x->take[at] = ARENA_ARRAY(x->t->a, bool, dim->len + 1);
		if (!source_pick_codes(p, dim->code, dim->len, x->take[at], &word))
			return wrong(x->t, 0, arena_printf(x->t->a, "the file has no “" STR_FMT "” in " STR_FMT,
			    STR_ARG(word), STR_ARG(p->dimension)), STR_NONE);
	}
	return true;
}

/* ---- periods ---- */

/* The place of a period among those that came. */
static bool
find_period(struct source_table *t, struct str code, size_t *ret)
{
	struct period p;
	size_t        at = 0;

	while (at < t->periods && !str_eq(t->code[at], code))
		at++;
	*ret = at;
	if (at < t->periods)
		return true;
	if (!source_period(t->a, code, &p) || t->periods == PERIODS_MAX)
		return wrong(t, 0, arena_printf(t->a, "“" STR_FMT "” is no period", STR_ARG(code)), STR_NONE);
	for (size_t i = 0; i < t->periods; i++)
		if (t->period[i].from == p.from && t->period[i].to == p.to)
			return wrong(t, 0, arena_printf(t->a, "“" STR_FMT "” and “" STR_FMT "” are the same period",
			    STR_ARG(t->code[i]), STR_ARG(code)), STR("select one of them"));
	ARENA_GROW(t->a, t->period, t->periods, &t->cap[0]);
	ARENA_GROW(t->a, t->code, t->periods, &t->cap[1]);
	ARENA_GROW(t->a, t->at, t->periods, &t->cap[2]);
	t->period[at] = p;
	t->code[at] = str_dup(t->a, code);
	t->at[at] = ARENA_ARRAY(t->a, struct source_figure, t->area.places * t->group.places);
	t->periods++;
	return true;
}

static bool
find_time(struct answer *x)
{
	struct source_table *t = x->t;
	struct str           name = t->map.period.len > 0 ? t->map.period : STR("Tid");
	const struct figures_dimension *dim;

	x->time = figures_dimension_of(x->f, name);
	for (size_t i = 0; i < x->f->dimensions && x->time == SIZE_MAX && t->map.period.len == 0; i++)
		if (x->f->dimension[i].role == FIGURES_TIME)
			x->time = i;
	if (x->time == SIZE_MAX)
		return wrong(t, 0, arena_printf(t->a, "the answer has no dimension of time " STR_FMT,
		    STR_ARG(name)), STR("select it, such as Tid=*"));
	dim = &x->f->dimension[x->time];
	x->period_at = ARENA_ARRAY(t->a, size_t, dim->len + 1);
	for (size_t i = 0; i < dim->len; i++)
		if (is_taken(x, x->time, i) && !find_period(t, dim->code[i], &x->period_at[i]))
			return false;
	return true;
}

/* ---- what it is in, and what its codes are called ---- */

static bool
note_unit(struct source_table *t, struct str unit)
{
	if (unit.len == 0 || str_eq(unit, t->unit))
		return true;
	if (t->unit.len > 0)
		return wrong(t, 0, arena_printf(t->a, "figures are in “" STR_FMT "” and in “" STR_FMT "”",
		    STR_ARG(t->unit), STR_ARG(unit)), STR("select one code of each dimension that is not mapped"));
	t->unit = utf8_plain(t->a, unit, 100);
	add_line(t, &t->print, arena_printf(t->a, "unit " STR_FMT, STR_ARG(unit)));
	return source_unit_fits(t->a, unit, t->map.unit, &t->shift) ||
	    wrong(t, 0, arena_printf(t->a, "the bureau counts in “" STR_FMT "”, and the indicator in “" STR_FMT
	    "”", STR_ARG(unit), STR_ARG(unit_code(t->map.unit))),
	    STR("select other figures, or measure another indicator"));
}

/* A note that figures are not to be compared with those before. */
static void
note_break(struct source_table *t, struct str line)
{
	static const char *const words[] = {
		"databrud", "brud i", "seriebrud", "tidsseriebrud", "break in", "breaks in", "not comparable",
		"ikke sammenlign", "sammenlignelig", "ny opgoerelsesmetode", "ny metode", "new method",
	};
	struct str folded = terms_fold(t->a, line);

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (str_find(folded, str_from(words[i]), 0) != SIZE_MAX) {
			add_line(t, &t->print, arena_printf(t->a, "note " STR_FMT, STR_ARG(str_trim(utf8_plain(t->a, line, 400)))));
			return;
		}
}

static const size_t *
places_of(const struct answer *x, size_t dimension)
{
	return dimension == x->area ? x->area_at : dimension == x->group ? x->group_at : NULL;
}

/* "TOT", "I alt": what all the others are parts of. */
static bool
is_total(struct arena *a, struct str words)
{
	static const char *const all[] = { "tot", "total", "t", "i alt", "hele landet", "all", "alle" };
	struct str               folded = terms_fold(a, words);

	for (size_t i = 0; i < COUNT_OF(all); i++)
		if (str_eq(folded, str_from(all[i])))
			return true;
	return false;
}

/* What is added up must not be counted twice. */
static bool
check_totals(struct answer *x, size_t i)
{
	struct source_table            *t = x->t;
	const struct figures_dimension *dim = &x->f->dimension[i];
	size_t                          taken = 0, total = SIZE_MAX;

	for (size_t c = 0; c < dim->len; c++) {
		if (!is_taken(x, i, c))
			continue;
		taken++;
		if (is_total(t->a, dim->code[c]) || is_total(t->a, dim->text[c]))
			total = c;
	}
	return taken < 2 || total == SIZE_MAX || wrong(t, 0, arena_printf(t->a,
	    "of " STR_FMT " both “" STR_FMT "” and its parts are selected, which would be counted twice",
	    STR_ARG(dim->id), STR_ARG(dim->code[total])), STR("select all, or the parts"));
}

static bool
note_codes(struct answer *x)
{
	struct source_table *t = x->t;
	struct str           notes = x->f->note;

	for (size_t i = 0; i < x->f->dimensions; i++) {
		const struct figures_dimension *dim = &x->f->dimension[i];
		const size_t                   *place = places_of(x, i);

		if (place == NULL && i != x->time && !check_totals(x, i))
			return false;
		for (size_t c = 0; c < dim->len && i != x->time; c++) {
			struct str line = arena_printf(t->a, STR_FMT " " STR_FMT " " STR_FMT, STR_ARG(dim->id),
			    STR_ARG(dim->code[c]), STR_ARG(dim->text[c]));
			bool       used = place == NULL || place[c] != SIZE_MAX;

			if (!is_taken(x, i, c))
				continue;
			add_line(t, used ? &t->print : &t->unmapped, line);
			if (used && dim->unit != NULL && !note_unit(t, dim->unit[c]))
				return false;
		}
	}
	while (notes.len > 0)
		note_break(t, str_cut(&notes, '\n'));
	return note_unit(t, x->f->unit);
}

/* ---- cells ---- */

static bool
is_kept(const struct answer *x, const size_t *at)
{
	for (size_t i = 0; i < x->f->dimensions; i++) {
		const size_t *place = places_of(x, i);

		if (!is_taken(x, i, at[i]) || (place != NULL && place[at[i]] == SIZE_MAX))
			return false;
	}
	return true;
}

static bool
add_value(struct source_table *t, struct source_figure *f, const struct source_value *v, size_t line)
{
	bool nil = v->missing == MISSING_NIL;

	if (f->there && !source_unit_adds(t->map.unit))
		return wrong(t, line, STR("several codes fall together, and figures of this unit cannot be added"),
		    STR("select one code of each dimension that is not mapped"));
	if (!f->there)
		f->missing = v->missing;
	else if (f->missing == MISSING_NIL || (f->missing == MISSING_NONE && !nil))
		f->missing = v->missing;
	f->there = true;
	f->preliminary = f->preliminary || v->preliminary;
	f->breaks = f->breaks || v->breaks;
	return number_add(f->value, v->n, &f->value) ||
	    wrong(t, line, STR("a sum has more digits than can be kept exactly"), STR_NONE);
}

static bool
add_cell(struct answer *x, size_t cell, const size_t *at)
{
	struct source_table    *t = x->t;
	size_t                  area = x->area == SIZE_MAX ? 0 : x->area_at[at[x->area]];
	size_t                  group = x->group == SIZE_MAX ? 0 : x->group_at[at[x->group]];
	size_t                  period = x->period_at[at[x->time]];
	size_t                  line = x->f->line == NULL ? 0 : x->f->line[cell];
	struct source_figure   *f = &t->at[period][area * t->group.places + group];
	struct source_cell_text text = {
		.text = x->f->value[cell], .status = x->f->status == NULL ? STR_NONE : x->f->status[cell],
		.plain = t->map.plain, .notation = t->map.notation, .shift = t->shift,
		.percent = t->map.unit == UNIT_SHARE || t->map.unit == UNIT_PERCENT,
	};
	struct source_value v;
	struct str          problem = source_cell_read(&text, &v);

	if (problem.len > 0)
		return wrong(t, line, arena_printf(t->a, "“" STR_FMT "” " STR_FMT,
		    STR_ARG(utf8_plain(t->a, text.text, 40)), STR_ARG(problem)), STR_NONE);
	if (v.breaks)
		add_line(t, &t->print, arena_printf(t->a, "break " STR_FMT, STR_ARG(t->code[period])));
	f->area = t->area.id[area];
	f->group = t->group.id[group];
	f->period = t->period[period];
	f->code = t->code[period];
	return add_value(t, f, &v, line);
}

static bool
check_doubles(struct answer *x, const bool *keep)
{
	size_t first, second;

	if (!figures_twice(x->t->a, x->f, keep, &first, &second))
		return true;
	return wrong(x->t, x->f->line == NULL ? 0 : x->f->line[second], arena_printf(x->t->a,
	    "the same codes stand in line %zu already", x->f->line == NULL ? 0 : (size_t)x->f->line[first]),
	    STR("name the column that tells the rows apart in what is selected"));
}

static bool
add_cells(struct answer *x)
{
	bool  *keep = ARENA_ARRAY(x->t->a, bool, x->f->cells + 1);
	size_t at[FIGURES_DIMENSIONS_MAX] = { 0 };

	for (size_t i = 0; i < x->f->cells; i++) {
		figures_place(x->f, i, at);
		keep[i] = is_kept(x, at);
		if (keep[i] && !add_cell(x, i, at))
			return false;
	}
	return check_doubles(x, keep);
}

bool
source_table_add(struct source_table *t, const struct figures *f)
{
	struct answer x = { .t = t, .f = f };

	if (t->updated.len == 0)
		t->updated = utf8_plain(t->a, f->updated, 40);
	return find_picks(&x) && find_side(&x, &t->area, &x.area, &x.area_at) &&
	    find_side(&x, &t->group, &x.group, &x.group_at) && find_time(&x) && note_codes(&x) &&
	    add_cells(&x);
}

/* ---- the whole ---- */

static bool
check_gone(struct source_table *t, const struct side *s)
{
	for (size_t i = 0; i < s->map.len; i++) {
		if (s->seen[i])
			continue;
		t->gone = arena_printf(t->a, STR_FMT " " STR_FMT, STR_ARG(s->map.dimension),
		    STR_ARG(s->map.at[i].code));
		return wrong(t, 0, arena_printf(t->a, "the bureau has no code " STR_FMT " of " STR_FMT
		    " any longer", STR_ARG(s->map.at[i].code), STR_ARG(s->map.dimension)),
		    STR("the series is broken: see what replaced it, and change the source"));
	}
	return true;
}

struct str
source_table_gone(const struct source_table *t)
{
	return t->gone;
}

static struct str
joined(struct source_table *t)
{
	struct buf b;
	struct str text;

	buf_init(&b, (size_t)1 << 20);
	for (size_t i = 0; i < t->print.len; i++)
		buf_putf(&b, STR_FMT "\n", STR_ARG(t->print.at[i]));
	text = buf_ok(&b) ? str_dup(t->a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return text;
}

bool
source_table_close(struct source_table *t, struct source_sum *ret)
{
	size_t            places = t->area.places * t->group.places;
	struct source_sum sum = { .unmapped = t->unmapped.at, .unmapped_len = t->unmapped.len,
	                          .unit = t->unit, .updated = t->updated };

	if (!check_gone(t, &t->area) || !check_gone(t, &t->group))
		return false;
	sum.print = joined(t);
	sum.at = ARENA_ARRAY(t->a, struct source_figure, t->periods * places + 1);
	for (size_t i = 0; i < t->periods; i++)
		for (size_t k = 0; k < places; k++)
			if (t->at[i][k].there)
				sum.at[sum.len++] = t->at[i][k];
	*ret = sum;
	return true;
}
