#include "core/indicator.h"

#define DIRECTION_CODE(id, code, da, en) STR_INIT(code),
static const struct str direction_codes[] = { DIRECTIONS(DIRECTION_CODE) };
#undef DIRECTION_CODE

struct str
direction_code(enum direction d)
{
	return direction_codes[d];
}

bool
direction_from_code(struct str code, enum direction *ret)
{
	for (size_t i = 0; i < COUNT_OF(direction_codes); i++) {
		if (str_eq(code, direction_codes[i])) {
			*ret = (enum direction)i;
			return true;
		}
	}
	return false;
}

static int
cmp_i64(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int
observation_cmp(const void *a, const void *b)
{
	const struct observation *x = a, *y = b;
	int                       order;

	order = cmp_i64(x->period.to, y->period.to);
	if (order == 0)
		order = cmp_i64(x->method, y->method);
	if (order == 0)
		order = cmp_i64(x->period.from, y->period.from);
	return order;
}

bool
disclosure_withholds(const struct quantity *persons, bool breakdown)
{
	const struct bound *low = &persons->range.low, *high = &persons->range.high;
	bool                below, above;

	if (!breakdown)
		return false;
	below = !low->exists || number_cmp(low->at, NUMBER(DISCLOSURE_MIN, 0)) < 0;
	above = !high->exists || number_sign(high->at) > 0;
	return below && above;
}
