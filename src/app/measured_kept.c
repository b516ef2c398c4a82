#include "app/measured_kept.h"
#include <string.h>

struct kept {
	int64_t         indicator;
	struct measured m;
};

struct measured_kept {
	struct arena *a;
	int64_t       known;
	struct kept  *at;               /* by indicator */
	size_t        len, cap, rows;
};

struct measured_kept *
measured_kept_new(struct arena *a)
{
	struct measured_kept *k = ARENA_NEW(a, struct measured_kept);

	k->a = a;
	return k;
}

/* The first that is not before it. */
static size_t
place_of(const struct measured_kept *k, int64_t indicator)
{
	size_t low = 0, high = k->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (k->at[middle].indicator < indicator)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
measured_kept_find(const struct measured_kept *k, int64_t known, int64_t indicator,
                   struct measured *ret)
{
	size_t i = place_of(k, indicator);

	if (k->known != known || i == k->len || k->at[i].indicator != indicator)
		return false;
	*ret = k->at[i].m;
	return true;
}

void
measured_kept_add(struct measured_kept *k, int64_t known, int64_t indicator, const struct measured *m)
{
	struct measured copy = { .len = m->len };
	size_t          i;

	if (k->known != known)
		k->len = 0;
	k->known = known;
	i = place_of(k, indicator);
	if (m->len > MEASURED_KEPT - k->rows || (i < k->len && k->at[i].indicator == indicator))
		return;
	copy.row = ARENA_ARRAY(k->a, struct observation_row, m->len + 1);
	copy.at = ARENA_ARRAY(k->a, struct observation, m->len + 1);
	if (m->len > 0) {
		memcpy(copy.row, m->row, m->len * sizeof *copy.row);
		memcpy(copy.at, m->at, m->len * sizeof *copy.at);
	}
	ARENA_GROW(k->a, k->at, k->len, &k->cap);
	memmove(&k->at[i + 1], &k->at[i], (k->len - i) * sizeof *k->at);
	k->at[i] = (struct kept){ indicator, copy };
	k->len++;
	k->rows += m->len;
}
