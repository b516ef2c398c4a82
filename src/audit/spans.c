#include "audit/spans.h"

struct interval
span_exact(struct number n)
{
	return quantity_exact(n).range;
}

static bool
bound_neg(struct bound b, struct bound *ret)
{
	struct bound r = b;

	if (b.exists && !number_neg(b.at, &r.at))
		return false;
	*ret = r;
	return true;
}

bool
span_sub(struct interval a, struct interval b, struct interval *ret)
{
	struct interval n;

	return bound_neg(b.high, &n.low) && bound_neg(b.low, &n.high) && interval_add(a, n, ret);
}

static bool
bound_mul(struct bound a, struct bound b, struct bound *ret)
{
	struct bound r = { .exists = a.exists && b.exists, .open = a.open || b.open };

	if (r.exists && !number_mul(a.at, b.at, &r.at))
		return false;
	*ret = r;
	return true;
}

/* What has no lower end here starts at nothing. */
static struct bound
from_zero(struct bound b)
{
	return b.exists ? b : (struct bound){ .at = NUMBER_ZERO, .exists = true };
}

static bool
span_mul(struct interval a, struct interval b, struct interval *ret)
{
	struct interval r;

	a.low = from_zero(a.low);
	b.low = from_zero(b.low);
	if (number_sign(a.low.at) < 0 || number_sign(b.low.at) < 0)
		return false;
	if (!bound_mul(a.low, b.low, &r.low) || !bound_mul(a.high, b.high, &r.high))
		return false;
	*ret = r;
	return true;
}

static struct number
hundredth(void)
{
	return NUMBER(1, 2);
}

bool
span_share(struct interval whole, struct interval percent, struct interval *ret)
{
	struct interval r;

	return span_mul(whole, percent, &r) && span_mul(r, span_exact(hundredth()), ret);
}

bool
span_after(struct interval percent, bool falls, struct interval *ret)
{
	struct interval hundred = span_exact(NUMBER(100, 0));

	return falls ? span_sub(hundred, percent, ret) : interval_add(hundred, percent, ret);
}

bool
span_times(struct interval i, int64_t n, struct interval *ret)
{
	return n > 0 && span_mul(i, span_exact(NUMBER(n, 0)), ret);
}

bool
percent_of(struct number part, struct number whole, uint8_t scale, struct number *ret)
{
	struct ratio r;

	return ratio_of(part, 100, whole, 1, &r) && ratio_round(r, scale, ret);
}

bool
percent_change(struct number before, struct number after, uint8_t scale, struct number *ret)
{
	struct number change;

	return number_sub(after, before, &change) && percent_of(change, before, scale, ret);
}

bool
share_of(struct number n, struct number percent, struct number *ret)
{
	struct number product, part;

	if (!number_mul(n, percent, &product) || !number_mul(product, hundredth(), &part))
		return false;
	*ret = number_trim(part);
	return true;
}

bool
kroner_in(struct number kroner, int64_t factor, struct number *ret)
{
	struct number n = number_trim(kroner);

	for (; factor >= 10; factor /= 10)
		if (++n.scale > NUMBER_SCALE_MAX)
			return false;
	*ret = number_trim(n);
	return true;
}
