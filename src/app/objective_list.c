#include "app/objective_list.h"
#include "app/indicator_list.h"
#include <stdlib.h>

#define DEPTH_MAX 16            /* a register that goes round must not */

struct growing {
	struct arena          *a;
	const struct edition  *ed;
	struct objective_node *at;
	size_t                 len, cap;
};

static void
count_targets(const struct edition *ed, struct objective_node *n)
{
	for (size_t i = 0; i < ed->judged.len; i++) {
		const struct barometer_row *r = &ed->judged.at[i];

		if (!str_eq(r->objective.id, n->objective.id))
			continue;
		n->count[r->judgement.verdict]++;
		n->targets++;
	}
}

struct objective_node
objective_node(const struct edition *ed, const struct noun_row *row)
{
	const struct snapshot *sn = &ed->sn;
	int64_t                theme = row->ref[OBJECTIVE_theme], unit = row->ref[OBJECTIVE_unit];
	struct objective_node  n = {
		.objective = judge_named(sn, row->id), .theme = judge_named(sn, theme),
		.policy = judge_named(sn, snapshot_ref(sn, theme, THEME_policy)),
		.unit = judge_named(sn, unit), .number = row->text[OBJECTIVE_number],
		.unit_short = snapshot_text(sn, unit, UNIT_short_name),
		.parent = things_key(sn->things, row->ref[OBJECTIVE_parent]),
	};

	count_targets(ed, &n);
	return n;
}

static int64_t
rank(struct str text)
{
	int64_t n;

	return str_int(text, &n) ? n : INT32_MAX;
}

static int
by_rank(const void *a, const void *b)
{
	const struct noun_row *const *x = a, *const *y = b;
	int64_t i = rank((*x)->text[OBJECTIVE_rank]), j = rank((*y)->text[OBJECTIVE_rank]);

	if (i != j)
		return i < j ? -1 : 1;
	return ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

static void
add_children(struct growing *to, int64_t theme, int64_t parent, size_t depth)
{
	const struct snapshot  *sn = &to->ed->sn;
	size_t                  n = 0, all = sn->len[NOUN_OBJECTIVE];
	const struct noun_row **child = ARENA_ARRAY(to->a, const struct noun_row *, all + 1);

	if (depth >= DEPTH_MAX)
		return;
	for (size_t i = 0; i < all; i++) {
		const struct noun_row *row = &sn->row[NOUN_OBJECTIVE][i];

		if (row->ref[OBJECTIVE_parent] == parent &&
		    (parent != 0 || row->ref[OBJECTIVE_theme] == theme))
			child[n++] = row;
	}
	if (n > 1)
		qsort(child, n, sizeof *child, by_rank);
	for (size_t i = 0; i < n; i++) {
		ARENA_GROW(to->a, to->at, to->len, &to->cap);
		to->at[to->len] = objective_node(to->ed, child[i]);
		to->at[to->len++].depth = depth;
		add_children(to, theme, child[i]->id, depth + 1);
	}
}

struct objective_tree
objective_under(struct arena *a, const struct edition *ed, int64_t theme, int64_t parent)
{
	struct growing to = { .a = a, .ed = ed };

	add_children(&to, theme, parent, 0);
	return (struct objective_tree){ to.at, to.len };
}

struct theme_place {
	const struct noun_row *row;
	struct str             policy_starts;
	int64_t                rank;
};

static int
by_policy(const void *a, const void *b)
{
	const struct theme_place *x = a, *y = b;
	int                       o = str_cmp(y->policy_starts, x->policy_starts);

	if (o == 0)
		o = (x->rank > y->rank) - (x->rank < y->rank);
	return o != 0 ? o : (x->row->id > y->row->id) - (x->row->id < y->row->id);
}

static bool
is_asked(const struct edition *ed, const struct noun_row *theme, const struct objective_filter *f)
{
	const struct things *t = ed->things;

	if (f->theme.len > 0 && !str_eq(things_key(t, theme->id), f->theme))
		return false;
	return f->policy.len == 0 || str_eq(things_key(t, theme->ref[THEME_policy]), f->policy);
}

/* Those of a unit and of what is under it. */
static size_t
keep_unit(const struct edition *ed, struct growing *to, struct str unit)
{
	size_t n = 0;

	for (size_t i = 0; i < to->len; i++)
		if (unit_is_under(&ed->sn, things_find(ed->things, NOUN_UNIT, to->at[i].unit.id), unit))
			to->at[n++] = to->at[i];
	return n;
}

struct objective_tree
objective_list(struct arena *a, const struct edition *ed, const struct objective_filter *f)
{
	const struct snapshot *sn = &ed->sn;
	struct growing         to = { .a = a, .ed = ed };
	size_t                 n = 0, all = sn->len[NOUN_THEME];
	struct theme_place    *theme = ARENA_ARRAY(a, struct theme_place, all + 1);

	for (size_t i = 0; i < all; i++) {
		const struct noun_row *row = &sn->row[NOUN_THEME][i];

		if (is_asked(ed, row, f))
			theme[n++] = (struct theme_place){
				row, snapshot_text(sn, row->ref[THEME_policy], POLICY_starts),
				rank(row->text[THEME_rank]),
			};
	}
	if (n > 1)
		qsort(theme, n, sizeof *theme, by_policy);
	for (size_t i = 0; i < n; i++)
		add_children(&to, theme[i].row->id, 0, 0);
	if (f->theme.len == 0 && f->policy.len == 0)
		add_children(&to, 0, 0, 0);     /* of no theme */
	if (f->unit.len > 0)
		to.len = keep_unit(ed, &to, f->unit);
	return (struct objective_tree){ to.at, to.len };
}
