#include "core/indicator.h"
#include "base/order.h"
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

int
observation_cmp(const void *a, const void *b)
{
	const struct observation *x = a, *y = b;
	int                       o = order(x->period.to, y->period.to);

	if (o == 0)
		o = order(x->method, y->method);
	return o != 0 ? o : order(x->period.from, y->period.from);
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
