#include "core/rounding.h"

bool
rounding_explains(struct number difference, size_t figures, struct number step)
{
	struct number twice, slack;

	if (number_sign(difference) < 0 && !number_neg(difference, &difference))
		return false;
	if (figures > INT32_MAX || !number_mul(difference, NUMBER(2, 0), &twice) ||
	    !number_mul(step, NUMBER((int64_t)figures, 0), &slack))
		return false;
	return number_cmp(twice, slack) <= 0;
}
