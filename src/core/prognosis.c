#include "core/prognosis.h"

bool
prognosis_is_points(enum unit u)
{
	return u == UNIT_SHARE || u == UNIT_PERCENT || u == UNIT_POINT;
}

static struct interval
range_of(const struct quantity *q, bool exactly)
{
	struct bound at = { q->point, true, false };

	return exactly && q->has_point ? (struct interval){ at, at } : q->range;
}

/* How far above, or below, the first the second lies; 0: they meet. */
static bool
way(struct interval from, struct interval to, struct number *ret)
{
	*ret = NUMBER_ZERO;
	if (from.high.exists && to.low.exists && number_cmp(to.low.at, from.high.at) > 0)
		return number_sub(to.low.at, from.high.at, ret);
	if (from.low.exists && to.high.exists && number_cmp(to.high.at, from.low.at) < 0)
		return number_sub(to.high.at, from.low.at, ret);
	return true;
}

/* |off| * 100 <= |came| * PROGNOSIS_PERCENT */
static bool
is_near(struct number off, struct number came, enum unit u, bool *ret)
{
	struct number left = off, right = came;

	if (number_sign(off) < 0 && !number_sub(NUMBER_ZERO, off, &left))
		return false;
	if (prognosis_is_points(u)) {
		*ret = number_cmp(left, NUMBER(PROGNOSIS_POINTS, 0)) <= 0;
		return true;
	}
	if (number_sign(came) < 0 && !number_sub(NUMBER_ZERO, came, &right))
		return false;
	if (!number_mul(left, NUMBER(100, 0), &left) ||
	    !number_mul(right, NUMBER(PROGNOSIS_PERCENT, 0), &right))
		return false;
	*ret = number_cmp(left, right) <= 0;
	return true;
}

bool
prognosis_score(const struct quantity *said, const struct quantity *came, enum unit u,
                struct prognosis_score *ret)
{
	struct prognosis_score s = { .off = NUMBER_ZERO };
	struct interval        is = range_of(came, true);
	bool                   points = said->has_point && came->has_point;
	struct number          size = came->has_point ? came->point
	    : is.low.exists ? is.low.at : is.high.at;

	if (!(points ? number_sub(came->point, said->point, &s.off)
	             : way(range_of(said, true), is, &s.off)))
		return false;
	s.inside = interval_overlaps(said->range, is);
	if (!is_near(s.off, size, u, &s.near))
		return false;
	*ret = s;
	return true;
}
