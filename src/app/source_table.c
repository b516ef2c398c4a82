#include "app/source_table.h"

/* What the codes of one dimension are here: a place for each, SIZE_MAX: none. */
struct key_codes {
	size_t   dimension;             /* SIZE_MAX: there is none, all is of the one place */
	size_t  *place;                 /* by code */
	int64_t *id;                    /* by place */
	size_t   places;
};

struct table {
	struct arena            *a;
	const struct things     *t;
	struct str               name;
	const struct jsonstat   *j;
	const struct source_map *map;
	struct diags            *d;
	struct key_codes         area, group;
	size_t                   time;  /* dimension */
	struct period           *period;
	struct source_table      out;
};

static bool
wrong(struct table *t, struct str words, struct str hint)
{
	return diag_error(t->d, t->name, 0, words, hint);
}

/* The next word of `*rest`; empty: there is none. */
static struct str
cut_word(struct str *rest)
{
	struct str all = str_trim(*rest);
	size_t     n = 0;

	while (n < all.len && all.at[n] != ' ' && all.at[n] != '\t' && all.at[n] != '\r' && all.at[n] != '\n')
		n++;
	*rest = str_slice(all, n, all.len);
	return str_slice(all, 0, n);
}

static size_t
find_dimension(const struct jsonstat *j, struct str id)
{
	for (size_t i = 0; i < j->dimensions; i++)
		if (str_eq(j->dimension[i].id, id))
			return i;
	return SIZE_MAX;
}

/* ---- codes ---- */

static int64_t
find_thing(const struct table *t, enum noun kind, struct str key)
{
	struct str prefix = STR("comparator:");

	if (kind == NOUN_AREA && str_starts(key, prefix))
		return things_find(t->t, NOUN_COMPARATOR, str_slice(key, prefix.len, key.len));
	return things_find(t->t, kind, key);
}

/* "101=koebenhavn": the code's place, which others may share. */
static bool
map_code(struct table *t, struct key_codes *k, enum noun kind, struct str word)
{
	const struct jsonstat_dimension *dim = &t->j->dimension[k->dimension];
	struct str                       key = word, code = str_cut(&key, '=');
	int64_t                          id = find_thing(t, kind, key);
	size_t                           at = jsonstat_code(dim, code), place = 0;

	if (id == 0)
		return wrong(t, arena_printf(t->a, "“" STR_FMT "” names no %s of the register",
		    STR_ARG(word), kind == NOUN_AREA ? "area" : "group"), STR("code=key"));
	if (at == SIZE_MAX)
		return wrong(t, arena_printf(t->a, "the bureau has no code " STR_FMT " of " STR_FMT
		    " any longer", STR_ARG(code), STR_ARG(dim->id)),
		    STR("the series is broken: see what replaced it, and change the source"));
	while (place < k->places && k->id[place] != id)
		place++;
	k->id[place] = id;
	k->places += place == k->places;
	k->place[at] = place;
	return true;
}

static void
tell_unmapped(struct table *t, const struct key_codes *k)
{
	const struct jsonstat_dimension *dim = &t->j->dimension[k->dimension];

	for (size_t i = 0; i < dim->len; i++) {
		if (k->place[i] != SIZE_MAX)
			continue;
		ARENA_GROW(t->a, t->out.unmapped, t->out.unmapped_len, &t->out.unmapped_cap);
		t->out.unmapped[t->out.unmapped_len++] = arena_printf(t->a, STR_FMT " " STR_FMT " " STR_FMT,
		    STR_ARG(dim->id), STR_ARG(dim->code[i]), STR_ARG(dim->text[i]));
	}
}

static void
map_all_to(struct table *t, struct key_codes *k, int64_t id)
{
	*k = (struct key_codes){ .dimension = SIZE_MAX, .places = 1, .id = ARENA_NEW(t->a, int64_t) };
	k->id[0] = id;
}

/* "OMRÅDE: 101=koebenhavn 147=frederiksberg". */
static bool
read_map(struct table *t, struct str text, enum noun kind, int64_t otherwise, struct key_codes *k)
{
	struct str rest = text, id = str_trim(str_cut(&rest, ':')), word;
	size_t     len;

	map_all_to(t, k, otherwise);
	if (id.len == 0)
		return true;
	k->dimension = find_dimension(t->j, id);
	if (k->dimension == SIZE_MAX)
		return wrong(t, arena_printf(t->a, "the answer has no dimension " STR_FMT,
		    STR_ARG(id)), STR("write DIMENSION: code=key code=key"));
	len = t->j->dimension[k->dimension].len;
	k->place = ARENA_ARRAY(t->a, size_t, len + 1);
	k->id = ARENA_ARRAY(t->a, int64_t, text.len + 1);
	k->places = 0;
	for (size_t i = 0; i < len; i++)
		k->place[i] = SIZE_MAX;
	while (word = cut_word(&rest), word.len > 0)
		if (!map_code(t, k, kind, word))
			return false;
	tell_unmapped(t, k);
	return k->places > 0 || wrong(t, STR("a mapping names no code"), STR_NONE);
}

/* What is divided by may be of everybody: none of the codes is a group's. */
static bool
is_of_everybody(const struct table *t, struct str text)
{
	struct str rest = text, id = str_trim(str_cut(&rest, ':')), word;
	size_t     dim = find_dimension(t->j, id);

	while (dim != SIZE_MAX && (word = cut_word(&rest), word.len > 0))
		if (jsonstat_code(&t->j->dimension[dim], str_cut(&word, '=')) != SIZE_MAX)
			return false;
	return true;
}

/* ---- periods ---- */

bool
source_period(struct arena *a, struct str code, struct period *ret)
{
	struct str    year = str_slice(code, 0, 4), rest = str_slice(code, 4, code.len);
	struct period p;
	int64_t       n;

	if (!str_int(year, &n) || n < 1000)
		return false;
	if (rest.len > 1 && rest.at[0] == 'U')
		code = arena_printf(a, "uge " STR_FMT " " STR_FMT, STR_ARG(str_slice(rest, 1, rest.len)),
		    STR_ARG(year));
	else if (rest.len == 6 && rest.at[0] == 'M' && rest.at[3] == 'D')
		code = arena_printf(a, STR_FMT "-" STR_FMT "-" STR_FMT, STR_ARG(year),
		    STR_ARG(str_slice(rest, 1, 3)), STR_ARG(str_slice(rest, 4, 6)));
	if (!period_parse(code, &p) || !p.dated || p.deadline)
		return false;
	*ret = p;
	return true;
}

static bool
read_periods(struct table *t)
{
	const struct jsonstat_dimension *dim;

	t->time = find_dimension(t->j, t->map->period);
	if (t->time == SIZE_MAX)
		return wrong(t, arena_printf(t->a, "the answer has no dimension of time " STR_FMT,
		    STR_ARG(t->map->period)), STR("select it, such as Tid=*"));
	dim = &t->j->dimension[t->time];
	t->period = ARENA_ARRAY(t->a, struct period, dim->len + 1);
	for (size_t i = 0; i < dim->len; i++)
		if (!source_period(t->a, dim->code[i], &t->period[i]))
			return wrong(t, arena_printf(t->a, "“" STR_FMT "” is no period",
			    STR_ARG(dim->code[i])), STR_NONE);
	return true;
}

/* ---- cells ---- */

static size_t
place_of(const struct key_codes *k, const size_t *at)
{
	return k->dimension == SIZE_MAX ? 0 : k->place[at[k->dimension]];
}

static bool
add_cell(struct table *t, struct source_figure *f, struct str text)
{
	struct number n = NUMBER_ZERO;

	if (text.len > 0 && !number_from_plain(text, &n))
		return wrong(t, arena_printf(t->a, "“" STR_FMT "” is no figure",
		    STR_ARG(str_slice(text, 0, 40))), STR_NONE);
	if (f->there && !t->map->adds)
		return wrong(t, STR("several codes fall together, and figures of this unit cannot be added"),
		    STR("select one code of each dimension that is not mapped"));
	f->missing = f->missing || text.len == 0;
	f->there = true;
	return number_add(f->value, n, &f->value) ||
	    wrong(t, STR("a sum has more digits than can be kept exactly"), STR_NONE);
}

/* The next cell's place in each dimension; the last one runs fastest. */
static void
step(const struct jsonstat *j, size_t *at)
{
	for (size_t i = j->dimensions; i-- > 0;) {
		if (++at[i] < j->dimension[i].len)
			return;
		at[i] = 0;
	}
}

static bool
read_cells(struct table *t)
{
	size_t at[JSONSTAT_DIMENSIONS_MAX] = { 0 }, times = t->j->dimension[t->time].len;
	size_t len = t->area.places * t->group.places * times;

	t->out.at = ARENA_ARRAY(t->a, struct source_figure, len + 1);
	t->out.len = len;
	for (size_t i = 0; i < t->j->cells; i++, step(t->j, at)) {
		size_t                area = place_of(&t->area, at), group = place_of(&t->group, at);
		struct source_figure *f;

		if (area == SIZE_MAX || group == SIZE_MAX)
			continue;
		f = &t->out.at[(area * t->group.places + group) * times + at[t->time]];
		f->area = t->area.id[area];
		f->group = t->group.id[group];
		f->period = t->period[at[t->time]];
		f->code = t->j->dimension[t->time].code[at[t->time]];
		if (!add_cell(t, f, t->j->value[i]))
			return false;
	}
	return true;
}

/* What the bureau calls the codes that were used: it tells a break in the series. */
static struct str
print_of(struct table *t)
{
	struct buf b;
	struct str text;

	buf_init(&b, (size_t)1 << 20);
	for (size_t i = 0; i < t->j->dimensions; i++) {
		const struct jsonstat_dimension *dim = &t->j->dimension[i];
		const struct key_codes *k = i == t->area.dimension ? &t->area :
		    i == t->group.dimension ? &t->group : NULL;

		for (size_t c = 0; c < dim->len && i != t->time; c++)
			if (k == NULL || k->place[c] != SIZE_MAX)
				buf_putf(&b, STR_FMT " " STR_FMT " " STR_FMT "\n", STR_ARG(dim->id),
				    STR_ARG(dim->code[c]), STR_ARG(dim->text[c]));
	}
	text = buf_ok(&b) ? str_dup(t->a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return text;
}

bool
source_table_read(struct arena *a, const struct things *things, struct str name,
                  const struct jsonstat *j, const struct source_map *map, struct diags *d,
                  struct source_table *ret)
{
	struct table t = { .a = a, .t = things, .name = name, .j = j, .map = map, .d = d };
	bool         all = map->divisor && is_of_everybody(&t, map->groups);

	if (!read_map(&t, map->areas, NOUN_AREA, map->area, &t.area) ||
	    !read_map(&t, all ? STR_NONE : map->groups, NOUN_GROUP, 0, &t.group) || !read_periods(&t))
		return false;
	if (t.area.id[0] == 0)
		return wrong(&t, STR("no area is named, and the authority has none"), STR_NONE);
	if (!read_cells(&t))
		return false;
	t.out.print = print_of(&t);
	*ret = t.out;
	return true;
}

/* ---- what is asked ---- */

struct str
source_query(struct arena *a, struct str selection)
{
	struct str rest = selection, word, text;
	struct buf b;
	bool       ok = true;

	buf_init(&b, 8000);
	while (word = cut_word(&rest), word.len > 0) {
		struct str values = word, name = str_cut(&values, '=');

		ok = ok && name.len > 0 && values.len > 0;
		BUF_LIT(&b, "&");
		buf_percent(&b, name, ",*");
		BUF_LIT(&b, "=");
		buf_percent(&b, values, ",*");
	}
	text = ok && buf_ok(&b) ? str_dup(a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return text;
}
