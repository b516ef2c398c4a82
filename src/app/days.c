#include "app/days.h"
#include <string.h>

void
days_add(struct days *d, int32_t day)
{
	size_t low = 0, high = d->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (d->at[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < d->len && d->at[low] == day)
		return;
	ARENA_GROW(d->a, d->at, d->len, &d->cap);
	memmove(&d->at[low + 1], &d->at[low], (d->len - low) * sizeof *d->at);
	d->at[low] = day;
	d->len++;
}

void
days_add_status(struct days *d, const struct snapshot *sn, struct str policy)
{
	int64_t id = policy.len > 0 ? things_find(sn->things, NOUN_POLICY, policy) : 0;
	int32_t day;

	if (id != 0 && day_from_iso(snapshot_text(sn, id, POLICY_status), &day))
		days_add(d, day);
}
