#include "app/measure.h"
#include "app/indicator_view.h"
#include "app/judge.h"
#include "app/observe.h"
#include "app/prognoses.h"
#include "port/hash.h"
#include <stdlib.h>

#define WHY_MAX 300                     /* letters */

/* ---- what there is ---- */

static bool
may_measure(const struct actor *who, const struct snapshot *sn, const struct noun_row *indicator)
{
	return edit_has(who, RIGHT_MEASURE, sn, NOUN_INDICATOR, indicator);
}

static struct str
figure_text(struct arena *a, const struct observation *o, enum unit u, bool danish)
{
	struct buf b;
	struct str text;

	if (o->withheld != WITHHELD_NOT)
		return withheld_words(o->withheld, danish);
	buf_init(&b, 4096);
	if (o->missing != MISSING_NONE)
		BUF_LIT(&b, "–");
	else
		quantity_write(&b, o->value, u, danish ? NOTATION_DA : NOTATION_EN);
	if (o->preliminary)
		BUF_LIT(&b, "*");
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct named *
named_all(struct arena *a, const struct snapshot *sn, enum noun n)
{
	struct named *at = ARENA_ARRAY(a, struct named, sn->len[n] + 1);

	for (size_t i = 0; i < sn->len[n]; i++)
		at[i] = judge_named(sn, sn->row[n][i].id);
	return at;
}

/* A word for all that is recorded of the indicator: another one when it changed. */
static struct str
digest_of_now(struct arena *a, const struct measured *now)
{
	struct hash *h = hash_open(a);

	for (size_t i = 0; i < now->len; i++) {
		const struct observation_row *r = &now->row[i];

		hash_add(h, arena_printf(a, "%lld %lld %ld %ld %lld %lld %lld %lld;", (long long)r->area,
		    (long long)r->group, (long)r->from, (long)r->to, (long long)r->method,
		    (long long)r->since, (long long)r->value, (long long)r->form));
	}
	return hash_text(a, h);
}

static void
fill(struct measure *m)
{
	struct measure_view            *to = m->to;
	struct series                   own = observations_series(&m->now, m->sn->authority_area, 0);
	const struct observation       *o = own.len > 0 ? &own.at[own.len - 1] : NULL;

	to->indicator = judge_named(m->sn, m->indicator->id);
	to->unit_is = m->unit;
	to->unit = unit_word(m->unit, m->ask->danish ? NOTATION_DA : NOTATION_EN);
	to->due = indicator_due(m->sn, m->indicator->id, own, m->ask->today);
	if (o != NULL)
		to->last = arena_printf(m->a, STR_FMT " (" STR_FMT ")",
		    STR_ARG(figure_text(m->a, o, m->unit, m->ask->danish)),
		    STR_ARG(period_text(m->a, o->period, m->ask->danish)));
	to->expected = prognoses_of(m->a, m->sn, m->indicator->id, m->sn->authority_area, 0, own,
	    m->ask->today);
	to->area = named_all(m->a, m->sn, NOUN_AREA);
	to->areas = m->sn->len[NOUN_AREA];
	to->group = named_all(m->a, m->sn, NOUN_GROUP);
	to->groups = m->sn->len[NOUN_GROUP];
	to->stands = digest_of_now(m->a, &m->now);
}

static enum deed_state
find_indicator(struct measure *m, const struct actor *who)
{
	*m->to = (struct measure_view){ 0 };
	m->sn = edit_register(m->a, m->s, m->ask->ed);
	if (m->sn == NULL)
		return DEED_FAILED;
	m->indicator = snapshot_row(m->sn, things_find(m->sn->things, NOUN_INDICATOR, m->ask->key));
	if (m->indicator == NULL)
		return DEED_MISSING;
	if (!may_measure(who, m->sn, m->indicator))
		return DEED_DENIED;
	if (!observations_load(m->a, m->s, m->sn, m->indicator->id, &m->now))
		return DEED_FAILED;
	m->unit = observations_unit(m->sn, m->indicator->id);
	fill(m);
	return DEED_OPEN;
}

enum deed_state
measure_view_of(struct arena *a, struct store *s, const struct actor *who,
                const struct edit_ask *ask, struct measure_view *ret)
{
	struct measure m = { .a = a, .s = s, .ask = ask, .to = ret };

	return find_indicator(&m, who);
}

/* ---- the list ---- */

static int
by_need(const void *a, const void *b)
{
	const struct measure_line *x = a, *y = b;

	if (x->due.overdue != y->due.overdue)
		return x->due.overdue ? -1 : 1;
	return str_cmp(x->indicator.title, y->indicator.title);
}

static struct measure_line
line_of(struct arena *a, const struct snapshot *sn, const struct noun_row *row,
        const struct edit_ask *ask, const struct measured_there *there, size_t len)
{
	struct measure_line l = {
		.indicator = judge_named(sn, row->id), .unit = judge_named(sn, row->ref[INDICATOR_unit]),
	};
	struct series own = { 0 };

	for (size_t i = 0; i < len; i++)
		if (there[i].indicator == row->id)
			own = observations_series(&there[i].m, sn->authority_area, 0);
	if (own.len > 0)
		l.last = period_text(a, own.at[own.len - 1].period, ask->danish);
	l.due = indicator_due(sn, row->id, own, ask->today);
	return l;
}

bool
measure_list(struct arena *a, struct store *s, const struct actor *who, const struct edit_ask *ask,
             struct measure_lines *ret)
{
	const struct snapshot *sn = edit_register(a, s, ask->ed);
	struct measured_there *there;
	size_t                 len;

	*ret = (struct measure_lines){ 0 };
	/* Periods are shown, and no figure: nothing is to be withheld. */
	if (sn == NULL || !observations_load_area(a, s, sn, sn->authority_area, NULL, 0, &there, &len))
		return false;
	ret->at = ARENA_ARRAY(a, struct measure_line, sn->len[NOUN_INDICATOR] + 1);
	for (size_t i = 0; i < sn->len[NOUN_INDICATOR]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INDICATOR][i];

		if (may_measure(who, sn, row))
			ret->at[ret->len++] = line_of(a, sn, row, ask, there, len);
	}
	qsort(ret->at, ret->len, sizeof *ret->at, by_need);
	return true;
}

/* ---- what was sent against what is there ---- */

static const struct observation *
find_there(const struct measured *all, const struct observation_row *r, size_t *at)
{
	for (size_t i = 0; i < all->len; i++) {
		const struct observation_row *o = &all->row[i];

		if (o->area != r->area || o->group != r->group || o->from != r->from || o->to != r->to ||
		    o->method != r->method)
			continue;
		*at = i;
		return &all->at[i];
	}
	return NULL;
}

static void
compare(struct measure *m)
{
	for (size_t i = 0; i < m->to->len; i++) {
		struct measure_row       *r = &m->to->at[i];
		size_t                    at = 0;
		const struct observation *o = r->fault == NULL ? find_there(&m->now, &r->row, &at) : NULL;

		if (o == NULL)
			continue;
		r->there = true;
		r->same = m->now.row[at].value == r->row.value && m->now.row[at].form == r->row.form &&
		    m->now.row[at].high == r->row.high && m->now.row[at].sample == r->row.sample;
		r->was = figure_text(m->a, o, m->unit, m->ask->danish);
		m->to->corrections += !r->same;
	}
}

static struct str
digest_of_form(const struct measure *m)
{
	static const struct str names[] = {
		STR_INIT("period"), STR_INIT("value"), STR_INIT("area"), STR_INIT("group"),
		STR_INIT("preliminary"),
	};
	struct hash *h = hash_open(m->a);
	struct str   grid = measure_pasted(m->ask->form);

	hash_add(h, arena_printf(m->a, "%zu:", grid.len));
	hash_add(h, grid);
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct str text = str_trim(posted_raw(m->ask->form, names[i]));

		hash_add(h, arena_printf(m->a, "%zu:", text.len));
		hash_add(h, text);
	}
	return hash_text(m->a, h);
}

static void
check_answers(struct measure *m, struct faults *f)
{
	bool news = false;

	for (size_t i = 0; i < m->to->len; i++) {
		const struct measure_row *r = &m->to->at[i];
		struct str                name = arena_printf(m->a, "ok-" STR_FMT, STR_ARG(r->mark));

		news = news || !r->same;
		if (r->asks != 0 && posted_raw(m->ask->form, name).len == 0)
			(void)fault_add(f, name, N_("Say that it is right, or correct the row."), STR_NONE);
	}
	if (!news)
		(void)fault_add(f, STR("grid"), N_("All of it is recorded already."), STR_NONE);
	if (m->to->corrections > 0 && str_trim(posted_raw(m->ask->form, STR(EDIT_WHY))).len == 0)
		(void)fault_add(f, STR(EDIT_WHY), N_("Say why what is recorded is corrected."), STR_NONE);
}

/* ---- writing ---- */

static void
tell_row(struct buf *b, const struct measure_row *r, struct str figure)
{
	if (figure.len == 0)
		return;
	buf_put(b, r->read_period);
	if (r->area_is.id.len > 0)
		buf_putf(b, ", " STR_FMT, STR_ARG(r->area_is.id));
	if (r->group_is.id.len > 0)
		buf_putf(b, ", " STR_FMT, STR_ARG(r->group_is.id));
	buf_putf(b, ": " STR_FMT "\n", STR_ARG(figure));
}

/* As they stand before and now, small numbers withheld. */
static bool
tell(struct measure *m, struct deed *d)
{
	struct snapshot sn = *m->sn;
	struct measured now;
	struct buf      before, after;
	bool            ok;

	sn.known = d->change;
	if (!observations_load(m->a, m->s, &sn, m->indicator->id, &now))
		return false;
	buf_init(&before, 1 << 20);
	buf_init(&after, 1 << 20);
	for (size_t i = 0; i < m->to->len; i++) {
		const struct measure_row *r = &m->to->at[i];
		size_t                    at;
		const struct observation *o = find_there(&now, &r->row, &at);

		if (r->same)
			continue;
		tell_row(&before, r, r->was);
		tell_row(&after, r, o != NULL ? figure_text(m->a, o, m->unit, m->ask->danish) : STR_NONE);
	}
	ok = deed_trail(d, ACT_MEASURED, arena_printf(m->a, "indicator:" STR_FMT, STR_ARG(m->ask->key)),
	    str_dup(m->a, buf_str(&before)), str_dup(m->a, buf_str(&after)));
	buf_free(&before);
	buf_free(&after);
	return ok;
}

static enum deed_state
write_rows(struct measure *m, struct deed *d)
{
	struct observation_row *rows = ARENA_ARRAY(m->a, struct observation_row, m->to->len + 1);
	struct str              why = str_trim(posted_raw(m->ask->form, STR(EDIT_WHY)));
	struct observe_count    count;
	int64_t                 change;

	for (size_t i = 0; i < m->to->len; i++)
		rows[i] = m->to->at[i].row;
	d->why = why;
	if (why.len == 0)
		why = arena_printf(m->a, "Nye målinger: " STR_FMT, STR_ARG(m->to->indicator.title));
	if (!deed_change(d, why, 0, &change) || !observe_put(d->s, rows, m->to->len, change, &count) ||
	    !tell(m, d))
		return DEED_FAILED;
	return deed_commit(d, arena_printf(m->a, "/" STR_FMT "/" MEASURE_PATH "/" STR_FMT,
	    STR_ARG(m->ask->lang), STR_ARG(m->ask->key)));
}

static enum deed_state
check(struct measure *m, struct deed *d)
{
	const struct posted *form = m->ask->form;

	(void)posted_text(form, &d->faults, STR(EDIT_WHY), WHY_MAX, true);
	if (!measure_read(m, &d->faults))
		return DEED_FAILED;
	compare(m);
	m->to->checked = m->to->len > 0;
	if (d->faults.len > 0)
		return DEED_FAULTY;
	if (!measure_rest(m))
		return DEED_FAILED;
	measure_ask(m);
	m->to->seen = digest_of_form(m);
	if (posted_has(form, STR(EDIT_SHOW)) || !str_eq(posted_raw(form, STR(EDIT_SEEN)), m->to->seen))
		return DEED_OPEN;
	if (!str_eq(posted_raw(form, STR("stands")), m->to->stands))
		return DEED_STALE;
	m->to->answered = true;
	check_answers(m, &d->faults);
	return d->faults.len > 0 ? DEED_FAULTY : write_rows(m, d);
}

enum deed_state
measure_save(struct deed *d, const struct edit_ask *ask, struct measure_view *ret)
{
	struct measure  m = { .a = d->a, .s = d->s, .ask = ask, .to = ret };
	enum deed_state how = deed_begin(d);

	*ret = (struct measure_view){ 0 };
	if (how == DEED_OPEN)
		how = find_indicator(&m, d->who);
	else
		return how == DEED_DONE ? how : deed_stop(d, how);
	if (how == DEED_OPEN)
		how = check(&m, d);
	return how == DEED_DONE ? how : deed_stop(d, how);
}
