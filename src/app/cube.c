#include "app/cube.h"
#include "base/order.h"
#include "app/evidence.h"
#include <stdlib.h>

struct walk {
	struct arena           *a;
	const struct edition   *ed;
	struct cube            *to;
	int64_t                 indicator;
	enum unit               unit;
	int32_t                 as_of;
	bool                    streams;        /* from the store, row by row */
	enum stmt               q;
	bool                    dense;          /* every place has a plain figure: read in their order */
	bool                    damaged;        /* a row cannot be read */
	struct measured         m;              /* else all of it */
	const struct observation_row **order;   /* in the order of the store */
	size_t                  at;
	struct observation_row  row;            /* of the store */
	struct observation      o;
	int64_t                 form;           /* of `o`, while `plain`: most are of one form */
	bool                    plain;
	int64_t                *area, *group;   /* things, beside the sides of the cube */
	size_t                  cap_area, cap_group, cap_time, cap_method, cap_areas, cap_groups;
	int64_t                 newest;         /* change */
	struct cube_cell        cell;           /* where the last one was: the next is near */
};

/* ---- rows ---- */

/* As STMT_OBSERVATION_KNOWN orders them. */
static int
store_cmp(const void *a, const void *b)
{
	const struct observation_row *x = *(const struct observation_row *const *)a;
	const struct observation_row *y = *(const struct observation_row *const *)b;

	return observation_row_cmp(x, y);       /* all of one indicator */
}

static bool
load(struct walk *w)
{
	if (!observations_load(w->a, w->ed->store, &w->ed->sn, w->indicator, &w->m))
		return false;
	w->order = ARENA_ARRAY(w->a, const struct observation_row *, w->m.len + 1);
	for (size_t i = 0; i < w->m.len; i++)
		w->order[i] = &w->m.row[i];
	if (w->m.len > 1)
		qsort(w->order, w->m.len, sizeof *w->order, store_cmp);
	return true;
}

static bool
rewind_rows(struct walk *w, enum stmt q)
{
	struct param p[] = { P_INT(w->indicator), P_INT(w->ed->sn.known), P_INT(w->as_of) };

	w->q = q;
	w->at = 0;
	w->plain = false;
	w->cell = (struct cube_cell){ 0 };
	return !w->streams || store_query(w->ed->store, q, p, COUNT_OF(p));
}

/* What the sides need to know of a cell: when it is, and whether it is a plain figure. */
static bool
outline(struct walk *w)
{
	struct observation_form f;

	if (w->plain && w->form == w->row.form)
		return true;
	if (!observation_unpack(w->row.form, &f))
		return false;
	w->o = (struct observation){
		.period = period_make(w->row.from, w->row.to, f.precision), .missing = f.missing,
		.preliminary = f.preliminary, .breaks = f.breaks, .value.qualifier = f.qualifier,
	};
	w->form = w->row.form;
	w->plain = str_eq(cube_status(&w->o), STR("A"));
	return true;
}

/* The figure of a row. Where it is printed as the one before, only its digits differ: of a
 * plain figure nobody asks for the interval, and the side says when it was. */
static bool
figure(struct walk *w)
{
	if (w->plain && w->form == w->row.form) {
		w->o.value.point.units = w->row.value;
		return true;
	}
	if (!observation_of_row(&w->row, w->unit, &w->o))
		return false;
	w->form = w->row.form;
	w->plain = w->o.missing == MISSING_NONE && w->o.value.qualifier == QUALIFIER_NONE;
	return true;
}

static struct observation_row
keys_of(struct store *s, enum stmt q)
{
	return (struct observation_row){
		.area = store_int(s, q, 0), .from = (int32_t)store_int(s, q, 1),
		.to = (int32_t)store_int(s, q, 2), .group = store_int(s, q, 3),
		.method = store_int(s, q, 4), .form = store_int(s, q, 5),
	};
}

/* Half of what is read of a row is its columns: no more of them than are wanted. */
static bool
next_side(struct walk *w)
{
	struct store *s = w->ed->store;

	if (!store_next(s, w->q))
		return false;
	w->row = keys_of(s, w->q);
	w->row.since = store_int(s, w->q, 6);
	w->damaged = !outline(w);
	return !w->damaged;
}

static bool
next_cell(struct walk *w)
{
	struct store *s = w->ed->store;

	if (!store_next(s, w->q))
		return false;
	w->row = keys_of(s, w->q);
	w->row.value = store_int(s, w->q, 6);
	w->row.high = store_int(s, w->q, 7);
	w->row.sample = store_int(s, w->q, 8);
	w->damaged = !figure(w);
	return !w->damaged;
}

/* Of the next place, whose keys are known. */
static bool
next_figure(struct walk *w)
{
	struct store *s = w->ed->store;

	if (!store_next(s, w->q))
		return false;
	w->row.form = store_int(s, w->q, 0);
	w->row.value = store_int(s, w->q, 1);
	w->damaged = !figure(w);
	return !w->damaged;
}

/* What the day of the cube does not know yet is passed over. */
static bool
next_loaded(struct walk *w)
{
	while (w->at < w->m.len) {
		w->row = *w->order[w->at];
		w->o = w->m.at[w->order[w->at] - w->m.row];
		w->at++;
		if (w->row.to <= w->as_of)
			return true;
	}
	return false;
}

/* ---- sides ---- */

/* `near`: where the last one was; it, and the one behind it, are tried first. */
static size_t
find_thing(const int64_t *at, size_t n, int64_t id, size_t near)
{
	size_t low = 0, high = n;

	for (size_t i = near; i < near + 2 && i < n; i++)
		if (at[i] == id)
			return i;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (at[middle] < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int
time_cmp(const struct period *t, const struct observation_row *row)
{
	int o = order(t->from, row->from);

	return o != 0 ? o : order(t->to, row->to);
}

static size_t
find_time(const struct cube *c, const struct observation_row *row, size_t near)
{
	size_t low = 0, high = c->times;

	for (size_t i = near; i < near + 2 && i < c->times; i++)
		if (time_cmp(&c->time[i].period, row) == 0)
			return i;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (time_cmp(&c->time[middle].period, row) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t
find_method(const struct cube *c, int64_t version)
{
	size_t i = 0;

	while (i < c->methods && c->method[i].version < version)
		i++;
	return i;
}

struct str
cube_time_code(struct arena *a, int32_t from, int32_t to)
{
	int32_t     first = from == DAY_MIN ? day_of(1, 1, 1) : from;
	struct date d = date_of(first);
	struct str  day = day_iso(a, first);

	switch (from == DAY_MIN ? PRECISION_RANGE : precision_of_days(from, to)) {
	case PRECISION_DAY:
		return day;
	case PRECISION_MONTH:
		return str_slice(day, 0, 7);
	case PRECISION_QUARTER:
		return arena_printf(a, "%04d-Q%d", d.year, (d.month + 2) / 3);
	case PRECISION_HALF:
		return arena_printf(a, "%04d-S%d", d.year, d.month > 6 ? 2 : 1);
	case PRECISION_YEAR:
		return str_slice(day, 0, 4);
	case PRECISION_SEASON:
	case PRECISION_THIRD:
	case PRECISION_RANGE:
	case PRECISION_COUNT:
		break;
	}
	return arena_printf(a, STR_FMT "/P%lldD", STR_ARG(day), (long long)to - first);
}

static struct named
method_name(const struct walk *w, int64_t version)
{
	const struct snapshot *sn = &w->ed->sn;
	int64_t                is;

	for (size_t i = 0; i < sn->len[NOUN_METHOD]; i++) {
		const struct noun_row *row = &sn->row[NOUN_METHOD][i];

		if (row->ref[METHOD_indicator] == w->indicator &&
		    str_int(row->text[METHOD_version], &is) && is == version)
			return judge_named(sn, row->id);
	}
	return (struct named){ 0 };
}

static struct cube_member
area_member(const struct walk *w, int64_t id)
{
	const struct snapshot *sn = &w->ed->sn;
	bool                   set = things_kind(sn->things, id) == NOUN_COMPARATOR;
	struct named           is = judge_named(sn, id);

	return (struct cube_member){
		.code = arena_printf(w->a, "%s" STR_FMT, set ? "C_" : "", STR_ARG(is.id)), .is = is,
		.level = set ? STR_NONE : snapshot_text(sn, id, AREA_level),
	};
}

static struct cube_member
group_member(const struct walk *w, int64_t id)
{
	struct named is = judge_named(&w->ed->sn, id);

	return (struct cube_member){ .code = id == 0 ? STR("_T") : is.id, .is = is };
}

/* Makes room at `i` of `*len` things of `size` bytes behind it. */
#define INSERT(at, len, i, it)                                                            \
	do {                                                                              \
		for (size_t k_ = (len); k_ > (i); k_--)                                   \
			(at)[k_] = (at)[k_ - 1];                                          \
		(at)[i] = (it);                                                           \
	} while (0)

static void
add_area(struct walk *w, size_t i)
{
	struct cube *c = w->to;

	if (i < c->areas && w->area[i] == w->row.area)
		return;
	ARENA_GROW(w->a, w->area, c->areas, &w->cap_area);
	ARENA_GROW(w->a, c->area, c->areas, &w->cap_areas);
	INSERT(w->area, c->areas, i, w->row.area);
	INSERT(c->area, c->areas, i, area_member(w, w->row.area));
	c->areas++;
}

static void
add_group(struct walk *w, size_t i)
{
	struct cube *c = w->to;

	if (i < c->groups && w->group[i] == w->row.group)
		return;
	ARENA_GROW(w->a, w->group, c->groups, &w->cap_group);
	ARENA_GROW(w->a, c->group, c->groups, &w->cap_groups);
	INSERT(w->group, c->groups, i, w->row.group);
	INSERT(c->group, c->groups, i, group_member(w, w->row.group));
	c->groups++;
}

static void
add_time(struct walk *w, size_t i)
{
	struct cube     *c = w->to;
	struct cube_time t = { .period = period_make(w->row.from, w->row.to, w->o.period.precision) };

	if (i < c->times && time_cmp(&c->time[i].period, &w->row) == 0)
		return;
	t.period.from = w->row.from;
	t.code = cube_time_code(w->a, w->row.from, w->row.to);
	ARENA_GROW(w->a, c->time, c->times, &w->cap_time);
	INSERT(c->time, c->times, i, t);
	c->times++;
}

static void
add_method(struct walk *w, size_t i)
{
	struct cube       *c = w->to;
	struct cube_method m = { .version = w->row.method };

	if (i < c->methods && c->method[i].version == w->row.method)
		return;
	m.code = arena_printf(w->a, "%lld", (long long)w->row.method);
	m.is = method_name(w, w->row.method);
	ARENA_GROW(w->a, c->method, c->methods, &w->cap_method);
	INSERT(c->method, c->methods, i, m);
	c->methods++;
}

static void
place(struct walk *w)
{
	struct cube_cell *at = &w->cell;

	at->area = find_thing(w->area, w->to->areas, w->row.area, at->area);
	at->time = find_time(w->to, &w->row, at->time);
	at->group = find_thing(w->group, w->to->groups, w->row.group, at->group);
	at->method = find_method(w->to, w->row.method);
}

static bool
find_sides(struct walk *w)
{
	if (!rewind_rows(w, STMT_OBSERVATION_SIDES))
		return false;
	while (w->streams ? next_side(w) : next_loaded(w)) {
		place(w);
		add_area(w, w->cell.area);
		add_time(w, w->cell.time);
		add_group(w, w->cell.group);
		add_method(w, w->cell.method);
		w->to->cells++;
		if (!w->plain)
			w->to->has_status |= !str_eq(cube_status(&w->o), STR("A"));
		if (w->row.since > w->newest)
			w->newest = w->row.since;
	}
	return !w->damaged && !store_failed(w->ed->store);
}

/* ---- cells ---- */

static bool
walk_rewind(void *from)
{
	struct walk *w = from;

	w->row.method = 1;              /* of figures, whose keys are not read: any that there can be */
	return rewind_rows(w, w->dense ? STMT_OBSERVATION_FIGURES : STMT_OBSERVATION_CELLS);
}

/* The next of all places, method last. */
static void
step(struct walk *w)
{
	const struct cube *c = w->to;
	struct cube_cell  *at = &w->cell;

	if (w->at++ == 0 || ++at->method < c->methods)
		return;
	at->method = 0;
	if (++at->group < c->groups)
		return;
	at->group = 0;
	if (++at->time < c->times)
		return;
	at->time = 0;
	at->area++;
}

static bool
walk_next(void *from, struct cube_cell *ret)
{
	struct walk *w = from;

	if (w->dense ? !next_figure(w) : w->streams ? !next_cell(w) : !next_loaded(w))
		return false;
	if (w->dense)
		step(w);
	else
		place(w);
	*ret = w->cell;
	ret->o = &w->o;
	return true;
}

/* What indicator_day() says, from the register alone. */
static int32_t
day_of_cube(const struct edition *ed, int64_t indicator)
{
	const struct snapshot *sn = &ed->sn;
	int32_t                day = DAY_MIN;

	if (ed->when.has_as_of)
		return ed->when.as_of;
	for (size_t i = 0; i < sn->len[NOUN_TARGET]; i++) {
		const struct noun_row *noun = &sn->row[NOUN_TARGET][i];
		struct barometer_row   r;
		int32_t                status;

		if (noun->ref[TARGET_indicator] != indicator)
			continue;
		r = judge_place(sn, noun);
		if (!judge_status_day(sn, &r, &status))
			status = ed->when.today;
		if (status > day)
			day = status;
	}
	return day == DAY_MIN ? ed->when.today : day;
}

static void
describe(struct walk *w, const struct noun_row *row)
{
	const struct snapshot *sn = &w->ed->sn;
	struct cube           *c = w->to;

	c->indicator = judge_named(sn, row->id);
	c->unit = judge_named(sn, row->ref[INDICATOR_unit]);
	c->is = evidence_indicator(sn, row->id);
	c->definition = (struct worded){ row->text[INDICATOR_definition],
	                                 snapshot_text_en(sn, row->id, STR("definition")) };
	c->frequency = (struct worded){ row->text[INDICATOR_frequency],
	                                snapshot_text_en(sn, row->id, STR("frequency")) };
	c->as_of = day_of_cube(w->ed, row->id);
}

bool
cube_make(struct arena *a, const struct edition *ed, const struct noun_row *indicator,
          struct cube *ret)
{
	struct walk *w = ARENA_NEW(a, struct walk);
	struct cube *c = ARENA_NEW(a, struct cube);

	*c = (struct cube){ .rewind = walk_rewind, .next = walk_next, .from = w };
	*w = (struct walk){
		.a = a, .ed = ed, .to = c, .indicator = indicator->id,
		.unit = observations_unit(&ed->sn, indicator->id),
		.streams = !observations_withholds(&ed->sn, indicator->id),
	};
	describe(w, indicator);
	w->as_of = c->as_of;
	if ((!w->streams && !load(w)) || !find_sides(w))
		return false;
	w->dense = w->streams && !c->has_status && c->cells == c->areas * c->times * c->groups * c->methods;
	c->updated = snapshot_recorded(&ed->sn, w->newest).at;
	*ret = *c;
	return true;
}
