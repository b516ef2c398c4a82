#include "core/indicator.h"
#include "base/codes.h"

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
	return CODE_READ(direction_codes, *direction_codes, code, ret);
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

struct str
withheld_code(enum withheld w)
{
	static const struct str code[] = {
#define X(id, code, da, en) [WITHHELD_##id] = STR_INIT(code),
		WITHHELDS(X)
#undef X
	};

	return code[w];
}

struct str
withheld_words(enum withheld w, bool danish)
{
	static const struct str words[][2] = {
#define X(id, code, da, en) [WITHHELD_##id] = { STR_INIT(en), STR_INIT(da) },
		WITHHELDS(X)
#undef X
	};

	return words[w][danish];
}

enum withheld
withheld_with(enum withheld a, enum withheld b)
{
	return a == WITHHELD_NOT && b == WITHHELD_NOT ? WITHHELD_NOT : WITHHELD_PART;
}
