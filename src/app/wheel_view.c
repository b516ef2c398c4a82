#include "app/wheel_view.h"
#include "app/sorted.h"
#include "app/unit_chain.h"

#define YEARS_AHEAD 3                   /* further than that nobody plans */

struct view {
	struct arena           *a;
	const struct edition   *ed;
	const struct snapshot  *sn;
	struct wheel            w;
	struct wheel_view      *to;
	size_t                  cap;
};

static int
by_due(const void *a, const void *b, void *collator)
{
	const struct wheel_entry *x = a, *y = b;
	int                       o;

	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	o = sorted_titles(&x->duty, &y->duty, collator);
	return o != 0 ? o : (x->when.period.from > y->when.period.from) -
	    (x->when.period.from < y->when.period.from);
}

static int
by_title(const void *a, const void *b, void *collator)
{
	const struct wheel_duty *x = a, *y = b;

	return sorted_titles(&x->duty, &y->duty, collator);
}

/* ---- the duties ---- */

static void
describe_duties(struct view *v)
{
	struct wheel_view *to = v->to;

	to->duty = ARENA_ARRAY(v->a, struct wheel_duty, v->w.len + 1);
	for (size_t i = 0; i < v->w.len; i++) {
		const struct noun_row *row = v->w.row[i];
		const struct duty     *d = &v->w.duty[i];

		to->duty[to->duties++] = (struct wheel_duty){
			.duty = judge_named(v->sn, row->id), .id = things_key(v->sn->things, row->id),
			.unit = judge_named(v->sn, row->ref[DUTY_unit]),
			.policy = judge_named(v->sn, row->ref[DUTY_policy]),
			.before = judge_named(v->sn, row->ref[DUTY_before]),
			.kind = v->w.kind[i], .frequency = d->frequency, .starts = d->starts,
			.ends = d->ends, .due_days = d->due_days,
			.is_cycle = wheel_is_cycle(v->w.duty, v->w.len, i),
			.source = snapshot_source(v->sn, row),
		};
	}
	sorted(to->duty, to->duties, sizeof *to->duty, by_title);
}

/* The years in which something is due: from the first there is to those that are planned. */
static void
find_years(struct view *v)
{
	struct wheel_view *to = v->to;
	int32_t            until = day_of(date_of(to->today).year + YEARS_AHEAD, 1, 1);

	wheel_years(v->a, &v->w, until, &to->first, &to->last);
	if (to->year != 0)
		return;
	to->year = date_of(to->today).year;
	if (to->first != 0 && to->year > to->last)
		to->year = to->last;
	if (to->first != 0 && to->year < to->first)
		to->year = to->first;
}

/* ---- the year ---- */

static bool
is_same(const struct view *v, const struct wheel_entry *e, const struct owed *o)
{
	return str_eq(e->duty.id, things_key(v->sn->things, v->w.row[o->duty]->id)) &&
	    e->when.period.from == o->when.period.from && e->due == o->due;
}

static struct wheel_entry *
entry_of(struct view *v, const struct owed *o, size_t first)
{
	struct wheel_view  *to = v->to;
	struct wheel_entry *e;

	for (size_t i = first; i < to->len; i++)
		if (is_same(v, &to->at[i], o))
			return &to->at[i];
	ARENA_GROW(v->a, to->at, to->len, &v->cap);
	e = &to->at[to->len++];
	*e = (struct wheel_entry){
		.duty = judge_named(v->sn, v->w.row[o->duty]->id), .kind = v->w.kind[o->duty],
		.when = o->when, .due = o->due, .extended = o->extended,
		.reason = judge_named(v->sn, o->extension),
	};
	return e;
}

static void
add_unit(struct view *v, struct wheel_entry *e, int64_t unit)
{
	struct str key = things_key(v->sn->things, unit);

	for (size_t i = 0; i < e->units; i++)
		if (str_eq(e->unit[i].id, key))
			return;
	if (e->unit == NULL) {
		e->unit = ARENA_ARRAY(v->a, struct named, v->sn->len[NOUN_UNIT] + 1);
		e->short_name = ARENA_ARRAY(v->a, struct str, v->sn->len[NOUN_UNIT] + 1);
	}
	if (e->units == v->sn->len[NOUN_UNIT])
		return;
	e->unit[e->units] = judge_named(v->sn, unit);
	e->short_name[e->units++] = snapshot_text(v->sn, unit, UNIT_short_name);
}

static void
add_entries(struct view *v, const struct owed_list *all)
{
	size_t first = 0;               /* entry of the duty at hand */

	for (size_t i = 0; i < all->len; i++) {
		const struct owed  *o = &all->at[i];
		struct wheel_entry *e;

		if (i > 0 && (o->duty != all->at[i - 1].duty ||
		    o->when.period.from != all->at[i - 1].when.period.from))
			first = v->to->len;
		e = entry_of(v, o, first);
		if (o->unit != 0)
			add_unit(v, e, o->unit);
		e->answers++;
		e->answered += o->state >= OWED_APPROVED;
		e->late += o->late;
	}
	sorted(v->to->at, v->to->len, sizeof *v->to->at, by_due);
	for (size_t i = 0; i < v->to->len; i++)
		v->to->at[i].number = i + 1;
}

static void
find_units(struct view *v, const struct actor *who)
{
	const struct snapshot *sn = v->sn;
	struct wheel_view     *to = v->to;

	to->choice = ARENA_ARRAY(v->a, struct named, sn->len[NOUN_UNIT] + 1);
	to->mine = ARENA_ARRAY(v->a, struct named, sn->len[NOUN_UNIT] + 1);
	for (size_t i = 0; i < sn->len[NOUN_UNIT]; i++) {
		int64_t      id = sn->row[NOUN_UNIT][i].id;
		struct named unit = judge_named(sn, id);

		to->choice[to->choices++] = unit;
		if (unit_may(who, RIGHT_FILL, sn, id, 0))
			to->mine[to->mines++] = unit;
	}
	sorted_named(to->choice, to->choices);
	sorted_named(to->mine, to->mines);
	to->may_extend = access_has(who, RIGHT_REMIND);
}

static void
find_documents(struct view *v)
{
	const struct snapshot *sn = v->sn;
	struct wheel_view     *to = v->to;

	to->document = ARENA_ARRAY(v->a, struct named, sn->len[NOUN_DOCUMENT] + 1);
	for (size_t i = 0; i < sn->len[NOUN_DOCUMENT]; i++)
		to->document[to->documents++] = judge_named(sn, sn->row[NOUN_DOCUMENT][i].id);
	sorted_named(to->document, to->documents);
}

bool
wheel_view(struct arena *a, const struct edition *ed, const struct wheel_ask *ask,
           struct wheel_view *ret)
{
	struct wheel_view to = { .year = ask->year, .today = edition_day(ed) };
	struct view       v = { .a = a, .ed = ed, .sn = &ed->sn, .w = wheel_read(a, &ed->sn), .to = &to };
	struct owed_ask   owed = { .today = to.today, .unit = ask->unit };
	struct form_heads forms;
	struct owed_list  all;

	to.unit = judge_named(v.sn, ask->unit);
	describe_duties(&v);
	find_years(&v);
	find_units(&v, ask->who);
	if (to.mines > 0)
		find_documents(&v);
	owed.from = day_of(to.year, 1, 1);
	owed.to = day_of(to.year, 13, 1);
	if (ask->s != NULL) {
		if (!owed_forms(a, ask->s, &v.w, &owed, &forms))
			return false;
		owed.forms = &forms;
	}
	all = duties_owed(a, ed, &v.w, &owed);
	add_entries(&v, &all);
	*ret = to;
	return true;
}
