#include "app/owing_view.h"
#include "app/sorted.h"
#include "app/unit_chain.h"
#include "app/wheel_deeds.h"

#define DAY_SECONDS 86400
#define YEARS_AHEAD 3

enum seen { SEEN_NOT, SEEN_YES, SEEN_NO };

struct view {
	struct arena           *a;
	const struct edition   *ed;
	const struct snapshot  *sn;
	const struct owing_ask *ask;
	struct wheel            w;
	struct owed_ask         owed;
	struct owed_list        all;
	struct reminders        reminders;
	struct owing_view      *to;
	size_t                 *node;   /* by thing: one more than the place of a unit; 0: none */
	enum seen              *seen;   /* by thing: of a unit, in the policy at hand */
	int64_t                 policy;
	size_t                  promise_cap;
};

/* ---- the units ---- */

struct child {
	struct named           unit;
	const struct noun_row *row;
};

static int
by_title(const void *a, const void *b, void *collator)
{
	const struct child *x = a, *y = b;

	return sorted_titles(&x->unit, &y->unit, collator);
}

static void
add_under(struct view *v, const struct child *all, size_t n, int64_t parent, size_t depth)
{
	for (size_t i = 0; i < n && depth < UNIT_CHAIN_MAX; i++) {
		struct owing_node *to;

		if (all[i].row->ref[UNIT_parent] != parent || v->node[all[i].row->id] != 0)
			continue;
		to = &v->to->at[v->to->len++];
		v->node[all[i].row->id] = v->to->len;
		*to = (struct owing_node){
			.unit = all[i].unit, .short_name = all[i].row->text[UNIT_short_name], .depth = depth,
		};
		add_under(v, all, n, all[i].row->id, depth + 1);
	}
}

static void
find_units(struct view *v)
{
	size_t        n = v->sn->len[NOUN_UNIT];
	struct child *all = ARENA_ARRAY(v->a, struct child, n + 1);

	for (size_t i = 0; i < n; i++) {
		all[i].row = &v->sn->row[NOUN_UNIT][i];
		all[i].unit = judge_named(v->sn, all[i].row->id);
	}
	sorted(all, n, sizeof *all, by_title);
	v->node = ARENA_ARRAY(v->a, size_t, things_count(v->sn->things) + 1);
	v->to->at = ARENA_ARRAY(v->a, struct owing_node, n + 1);
	add_under(v, all, n, 0, 0);
}

/* ---- who may see it ---- */

static bool
sees(struct view *v, int64_t unit, int64_t policy)
{
	if (v->seen == NULL || v->policy != policy) {
		v->seen = ARENA_ARRAY(v->a, enum seen, things_count(v->sn->things) + 1);
		v->policy = policy;
	}
	if (v->seen[unit] == SEEN_NOT)
		v->seen[unit] = unit_may(v->ask->who, RIGHT_READ, v->sn, unit, policy) ? SEEN_YES : SEEN_NO;
	return v->seen[unit] == SEEN_YES;
}

/* ---- counted ---- */

static void
count(struct view *v, const struct owed *o)
{
	int64_t unit = o->unit;

	if (v->node[unit] != 0)
		v->to->at[v->node[unit] - 1].own_late += o->late;
	for (size_t i = 0; i < UNIT_CHAIN_MAX && unit != 0; i++) {
		struct owing_node *n = v->node[unit] != 0 ? &v->to->at[v->node[unit] - 1] : NULL;

		if (n != NULL) {
			n->all++;
			n->count[o->state]++;
			n->late += o->late;
		}
		unit = snapshot_ref(v->sn, unit, UNIT_parent);
	}
}

static void
count_promise(struct view *v, const struct followup *f)
{
	int64_t unit = f->unit_id;

	for (size_t i = 0; i < UNIT_CHAIN_MAX && unit != 0; i++) {
		if (v->node[unit] != 0) {
			struct owing_node *n = &v->to->at[v->node[unit] - 1];

			n->late_promises += f->state == FOLLOWUP_LATE;
			n->dropped_promises += f->state == FOLLOWUP_DROPPED;
		}
		unit = snapshot_ref(v->sn, unit, UNIT_parent);
	}
}

static void
find_promises(struct view *v)
{
	const struct followups *all = edition_promises(v->ed);
	struct owing_view      *to = v->to;

	for (size_t i = 0; i < v->sn->len[NOUN_INITIATIVE]; i++) {
		int64_t policy = v->sn->row[NOUN_INITIATIVE][i].ref[INITIATIVE_policy];

		for (size_t k = 0; k < all[i].len; k++) {
			const struct followup *f = &all[i].at[k];

			if ((f->state != FOLLOWUP_LATE && f->state != FOLLOWUP_DROPPED) ||
			    !sees(v, f->unit_id, policy))
				continue;
			count_promise(v, f);
			if (v->ask->unit == 0 || !unit_stands_under(v->sn, f->unit_id, v->ask->unit))
				continue;
			ARENA_GROW(v->a, to->promise, to->promises, &v->promise_cap);
			to->promise[to->promises++] = *f;
		}
	}
}

/* ---- reminded ---- */

static struct str
day_of_moment(struct view *v, int64_t at)
{
	return day_iso(v->a, (int32_t)(at / DAY_SECONDS));
}

static const struct reminder *
reminder_of(const struct view *v, const struct owed *o)
{
	for (size_t i = v->reminders.len; i-- > 0;) {
		const struct reminder *r = &v->reminders.at[i];

		if (r->unit == o->unit && r->duty == v->w.row[o->duty]->id &&
		    r->initiative == o->initiative && r->from == o->when.period.from)
			return r;
	}
	return NULL;
}

/* Of something that is due in this year. */
static void
find_reminded(struct view *v)
{
	for (size_t i = 0; i < v->reminders.len; i++) {
		const struct reminder *r = &v->reminders.at[i];

		if (r->due >= v->owed.from && v->node[r->unit] != 0)
			v->to->at[v->node[r->unit] - 1].reminded = day_of_moment(v, r->at);
	}
	for (size_t i = 0; i < v->sn->len[NOUN_UNIT]; i++) {
		int64_t unit = v->sn->row[NOUN_UNIT][i].id;

		if (v->node[unit] != 0)
			v->to->at[v->node[unit] - 1].may_remind = unit_may(v->ask->who, RIGHT_REMIND, v->sn, unit, 0);
	}
}

/* ---- every single thing of one unit ---- */

static int
by_day(const void *a, const void *b, void *collator)
{
	const struct owing_item *x = a, *y = b;
	int                      o;

	if (x->late != y->late)
		return x->late ? -1 : 1;
	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	o = sorted_titles(&x->unit, &y->unit, collator);
	return o != 0 ? o : sorted_titles(&x->initiative, &y->initiative, collator);
}

static struct owing_item
item_of(struct view *v, const struct owed *o)
{
	const struct reminder *r = reminder_of(v, o);
	struct owing_item      item = {
		.duty = judge_named(v->sn, v->w.row[o->duty]->id), .unit = judge_named(v->sn, o->unit),
		.initiative = judge_named(v->sn, o->initiative), .kind = v->w.kind[o->duty],
		.when = o->when, .due = o->due, .extended = o->extended, .late = o->late,
		.state = o->state, .has_done = o->has_done, .done = o->done, .form = o->form,
		.part = o->part, .whole = o->whole,
	};

	if (r != NULL)
		item.reminded = day_of_moment(v, r->at);
	return item;
}

static void
list(struct view *v, const struct owed *o)
{
	struct owing_view *to = v->to;

	if (v->ask->unit == 0 || !unit_stands_under(v->sn, o->unit, v->ask->unit))
		return;
	if (to->item == NULL)
		to->item = ARENA_ARRAY(v->a, struct owing_item, v->all.len + 1);
	to->item[to->items++] = item_of(v, o);
}

/* ---- all ---- */

static void
find_years(struct view *v)
{
	struct owing_view *to = v->to;
	int32_t            until = day_of(date_of(to->today).year + YEARS_AHEAD, 1, 1);

	wheel_years(v->a, &v->w, until, &to->first, &to->last);
	if (to->year == 0)
		to->year = date_of(to->today).year;
	if (v->ask->year == 0 && to->first != 0 && to->year > to->last)
		to->year = to->last;
}

/* Units of which she may see nothing are not shown. */
static void
drop_unseen(struct view *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->to->len; i++)
		if (v->to->at[i].all > 0 || v->to->at[i].late_promises + v->to->at[i].dropped_promises > 0)
			v->to->at[n++] = v->to->at[i];
	v->to->len = n;
}

bool
owing_view(struct arena *a, struct store *s, const struct edition *ed, const struct owing_ask *ask,
           struct owing_view *ret)
{
	struct owing_view to = { .year = ask->year, .today = edition_day(ed) };
	struct view       v = { .a = a, .ed = ed, .sn = &ed->sn, .ask = ask, .to = &to,
	                        .w = wheel_read(a, &ed->sn) };
	struct form_heads forms;

	find_years(&v);
	v.owed = (struct owed_ask){ .from = day_of(to.year, 1, 1), .to = day_of(to.year, 13, 1),
	                            .today = to.today, .forms = &forms };
	if (!owed_forms(a, s, &v.w, &v.owed, &forms) ||
	    !reminders_since(a, s, (int64_t)v.owed.from * DAY_SECONDS, &v.reminders))
		return false;
	v.all = duties_owed(a, ed, &v.w, &v.owed);
	find_units(&v);
	to.unit = judge_named(v.sn, ask->unit);
	for (size_t i = 0; i < v.all.len; i++) {
		const struct owed *o = &v.all.at[i];

		if (o->unit == 0 || !sees(&v, o->unit, v.w.row[o->duty]->ref[DUTY_policy]))
			continue;
		count(&v, o);
		list(&v, o);
	}
	find_promises(&v);
	find_reminded(&v);
	drop_unseen(&v);
	sorted(to.item, to.items, sizeof *to.item, by_day);
	if (to.items > OWING_ITEMS_MAX) {
		to.more = to.items - OWING_ITEMS_MAX;
		to.items = OWING_ITEMS_MAX;
	}
	*ret = to;
	return true;
}
