/* What was pasted or written into the form, row by row. */
#include "app/measure.h"
#include "app/judge.h"
#include "app/observe.h"
#include "app/observe_row.h"
#include "base/utf8.h"
#include "model/column.h"

#define GRID_MAX 100000                 /* letters */

struct grid {
	struct measure        *m;
	struct observe_context x;
};

/* ---- one row ---- */

static bool
refuse(struct measure_row *r, const char *field, const char *words, struct str with)
{
	r->fault = words;
	r->field = field;
	r->with = with;
	return false;
}

/* A key, or a title as people write it. Empty with a fault: there is none. */
static struct str
key_of(struct grid *g, enum noun n, struct str words)
{
	const struct snapshot *sn = g->m->sn;
	struct str             folded;

	if (words.len == 0 || things_find(sn->things, n, words) != 0)
		return words;
	folded = utf8_fold(g->m->a, words);
	for (size_t i = 0; i < sn->len[n]; i++)
		if (str_eq(folded, utf8_fold(g->m->a, snapshot_title(sn, sn->row[n][i].id))))
			return things_key(sn->things, sn->row[n][i].id);
	return STR_NONE;
}

/* "59,9 %" and "59,9*" without what stands behind the figure. False: it is in another unit
 * than the indicator. */
static bool
bare_value(struct measure_row *r, enum unit u, struct str *ret)
{
	static const struct {
		struct str tail;
		unsigned   units;       /* 1 << enum unit */
	} tails[] = {
		{ STR_INIT("%"), 1u << UNIT_SHARE | 1u << UNIT_PERCENT },
		{ STR_INIT("pct."), 1u << UNIT_SHARE | 1u << UNIT_PERCENT },
		{ STR_INIT("pct"), 1u << UNIT_SHARE | 1u << UNIT_PERCENT },
		{ STR_INIT("procent"), 1u << UNIT_SHARE | 1u << UNIT_PERCENT },
		{ STR_INIT("procentpoint"), 1u << UNIT_POINT }, { STR_INIT("kr."), 1u << UNIT_KRONER },
		{ STR_INIT("kr"), 1u << UNIT_KRONER }, { STR_INIT("kroner"), 1u << UNIT_KRONER },
		{ STR_INIT("personer"), 1u << UNIT_PERSONS }, { STR_INIT("persons"), 1u << UNIT_PERSONS },
	};
	struct str s = str_trim(r->value);

	if (s.len > 1 && str_ends(s, STR("*"))) {
		r->preliminary = true;
		s = str_trim(str_slice(s, 0, s.len - 1));
	}
	for (size_t i = 0; i < COUNT_OF(tails); i++) {
		if (s.len <= tails[i].tail.len || !str_ends(s, tails[i].tail))
			continue;
		*ret = str_trim(str_slice(s, 0, s.len - tails[i].tail.len));
		return (tails[i].units >> u & 1) != 0;
	}
	*ret = s;
	return true;
}

static bool
read_cells(struct grid *g, struct measure_row *r, struct str cell[OBSERVE_COUNT])
{
	enum notation notation = g->m->ask->danish ? NOTATION_DA : NOTATION_EN;
	struct str    value;
	struct number n;

	if (r->period.len == 0)
		return refuse(r, "period", N_("Say for which period the figures hold."), STR_NONE);
	if (!bare_value(r, g->m->unit, &value))
		return refuse(r, "value", N_("The figure is in another unit than the indicator: “{1}”."), r->value);
	if (value.len == 0)
		return refuse(r, "value", N_("There is no figure."), STR_NONE);
	if (number_parse(value, notation, &n) == NUMBER_OK)
		value = number_plain(g->m->a, n);
	cell[OBSERVE_indicator] = g->m->ask->key;
	cell[OBSERVE_period] = r->period;
	cell[OBSERVE_value] = value;
	cell[OBSERVE_preliminary] = r->preliminary ? STR("1") : STR_NONE;
	cell[OBSERVE_area] = key_of(g, NOUN_AREA, r->area);
	cell[OBSERVE_group] = key_of(g, NOUN_GROUP, r->group);
	if (r->area.len > 0 && cell[OBSERVE_area].len == 0)
		return refuse(r, "area", N_("There is no area “{1}”."), r->area);
	if (r->group.len > 0 && cell[OBSERVE_group].len == 0)
		return refuse(r, "group", N_("There is no group “{1}”."), r->group);
	return true;
}

/* What observe_row() says is for files; here the same by column. */
static bool
refuse_column(struct measure_row *r, enum observe_column column)
{
	if (column == OBSERVE_period)
		return refuse(r, "period", N_("Write a period with its year, as {1}."),
		    STR("2010, 2. kvartal 2010, forår 2010"));
	if (column == OBSERVE_area)
		return refuse(r, "area", N_("The register does not say whose it is: make the "
		    "authority with its area first."), STR_NONE);
	return refuse(r, "value", N_("This is no figure that can be kept: “{1}”."), r->value);
}

static void
read_back(struct grid *g, struct measure_row *r)
{
	bool       danish = g->m->ask->danish;
	struct buf b;

	r->area_is = judge_named(g->m->sn, r->row.area);
	r->group_is = judge_named(g->m->sn, r->row.group);
	r->read_period = period_text(g->m->a, r->at.period, danish);
	buf_init(&b, 4096);
	if (r->at.missing != MISSING_NONE)
		buf_put(&b, r->value);
	else
		quantity_write(&b, r->at.value, g->m->unit, danish ? NOTATION_DA : NOTATION_EN);
	r->read_value = str_dup(g->m->a, buf_str(&b));
	buf_free(&b);
}

static void
read_row(struct grid *g, struct measure_row *r)
{
	struct str          cell[OBSERVE_COUNT] = { { NULL, 0 } };
	enum observe_column column;

	if (r->fault != NULL || !read_cells(g, r, cell))
		return;
	if (observe_row(&g->x, cell, &r->row, &column).len > 0) {
		(void)refuse_column(r, column);
		return;
	}
	if (observation_of_row(&r->row, g->m->unit, &r->at))
		read_back(g, r);
	else
		(void)refuse_column(r, OBSERVE_value);
}

/* ---- the form ---- */

struct str
measure_pasted(const struct posted *form)
{
	struct str text = posted_raw(form, STR("grid"));

	if (str_trim(text).len == 0)
		return STR_NONE;
	while (str_starts(text, STR("\n")))
		text = str_slice(text, 1, text.len);
	while (str_ends(text, STR("\n")))
		text = str_slice(text, 0, text.len - 1);
	return text;
}

struct measure_row *
measure_row_new(struct measure *m)
{
	ARENA_GROW(m->a, m->to->at, m->to->len, &m->cap);
	m->to->at[m->to->len] = (struct measure_row){ 0 };
	return &m->to->at[m->to->len++];
}

static void
read_fields(struct grid *g, struct faults *f)
{
	const struct posted *form = g->m->ask->form;
	size_t               before = f->len;
	struct measure_row   r = { .line = 1, .mark = STR("1") };

	r.period = posted_wanted(form, f, STR("period"), ASK_LINE_MAX, false);
	r.value = posted_wanted(form, f, STR("value"), ASK_LINE_MAX, false);
	r.area = posted_text(form, f, STR("area"), ASK_LINE_MAX, false);
	r.group = posted_text(form, f, STR("group"), ASK_LINE_MAX, false);
	r.preliminary = posted_raw(form, STR("preliminary")).len > 0;
	if (f->len > before)
		return;
	read_row(g, &r);
	if (r.fault != NULL)
		(void)fault_add(f, str_from(r.field), r.fault, r.with);
	else
		*measure_row_new(g->m) = r;
}

static bool
same_key(const struct observation_row *x, const struct observation_row *y)
{
	return x->area == y->area && x->group == y->group && x->from == y->from && x->to == y->to &&
	    x->method == y->method;
}

static void
find_doubles(struct measure_view *v)
{
	for (size_t i = 0; i < v->len; i++)
		for (size_t k = 0; k < i && v->at[i].fault == NULL; k++)
			if (v->at[k].fault == NULL && same_key(&v->at[i].row, &v->at[k].row))
				(void)refuse(&v->at[i], "grid", N_("The same measurement stands twice in what you sent."), STR_NONE);
}

bool
measure_read(struct measure *m, struct faults *f)
{
	struct grid g = { .m = m };
	struct str  text = measure_pasted(m->ask->form);
	bool        bad = false;

	if (!observe_open(&g.x, m->a, m->s, m->sn->things, 1))
		return false;
	(void)posted_text(m->ask->form, f, STR("grid"), GRID_MAX, true);
	if (f->len > 0)
		return true;
	if (text.len > 0 && posted_raw(m->ask->form, STR("value")).len > 0)
		return fault_add(f, STR("grid"), N_("Paste rows or write one measurement, not both."), STR_NONE) || true;
	if (text.len == 0)
		read_fields(&g, f);
	else
		measure_grid(m, text, f);
	for (size_t i = 0; text.len > 0 && i < m->to->len; i++)
		read_row(&g, &m->to->at[i]);
	find_doubles(m->to);
	for (size_t i = 0; i < m->to->len; i++)
		bad = bad || m->to->at[i].fault != NULL;
	if (bad)
		(void)fault_add(f, STR("grid"), N_("Some rows cannot be read. The table says what is wrong with each."), STR_NONE);
	else if (m->to->len == 0 && f->len == 0)
		(void)fault_add(f, STR("grid"), N_("This has to be filled in."), STR_NONE);
	return true;
}
