#include "app/choices.h"
#include "app/sorted.h"
#include "base/utf8.h"

#define UNIT_LEVELS 16          /* units never stand deeper */

void
choices_add(struct arena *a, struct choices *to, struct named n)
{
	for (size_t i = 0; i < to->len; i++)
		if (str_eq(to->at[i].id, n.id))
			return;
	if (n.id.len == 0)
		return;
	ARENA_GROW(a, to->at, to->len, &to->cap);
	to->at[to->len++] = n;
}

void
choices_add_units(struct arena *a, struct choices *to, const struct snapshot *sn, int64_t unit)
{
	for (int i = 0; i < UNIT_LEVELS && unit != 0; i++) {
		choices_add(a, to, judge_named(sn, unit));
		unit = snapshot_ref(sn, unit, UNIT_parent);
	}
}

void
choices_sort(struct choices *to)
{
	sorted_named(to->at, to->len);
}

bool
choices_match(struct arena *a, struct str text, struct str q)
{
	struct str all = utf8_fold(a, text), rest = utf8_fold(a, q);

	while (rest.len > 0)
		if (str_find(all, str_cut(&rest, ' '), 0) == SIZE_MAX)
			return false;
	return true;
}

int64_t
unit_top(const struct snapshot *sn, int64_t unit)
{
	for (int i = 0; i < UNIT_LEVELS && snapshot_ref(sn, unit, UNIT_parent) != 0; i++)
		unit = snapshot_ref(sn, unit, UNIT_parent);
	return unit;
}

bool
unit_is_under(const struct snapshot *sn, int64_t unit, struct str key)
{
	for (int i = 0; i < UNIT_LEVELS && unit != 0; i++) {
		if (str_eq(things_key(sn->things, unit), key))
			return true;
		unit = snapshot_ref(sn, unit, UNIT_parent);
	}
	return false;
}
