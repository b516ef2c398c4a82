/* The fractions of number.h: exact, in lowest terms, without overflow. */
#include "core/number.h"

#define FACTORS 3                       /* above the line, and below it */

static wide
magnitude(wide v)
{
	return v < 0 ? -v : v;
}

static wide
common_divisor(wide a, wide b)
{
	while (b != 0) {
		wide rest = a % b;
		a = b;
		b = rest;
	}
	return magnitude(a);
}

static bool
product(const wide f[FACTORS], wide *ret)
{
	wide v = 1;

	for (size_t i = 0; i < FACTORS; i++)
		if (__builtin_mul_overflow(v, f[i], &v))
			return false;
	*ret = v;
	return true;
}

/* Cancels every factor above with every one below before multiplying, so that
 * only what does not fit in lowest terms is refused. */
static bool
lowest_terms(wide num[FACTORS], wide den[FACTORS], struct ratio *ret)
{
	struct ratio r;
	wide         minus_num, minus_den;

	for (size_t i = 0; i < FACTORS; i++)
		for (size_t j = 0; j < FACTORS; j++) {
			wide d = common_divisor(num[i], den[j]);
			if (d == 0)
				return false;           /* 0 / 0 */
			num[i] /= d;
			den[j] /= d;
		}
	if (!product(num, &r.num) || !product(den, &r.den) || r.den == 0 ||
	    __builtin_sub_overflow((wide)0, r.num, &minus_num) ||
	    __builtin_sub_overflow((wide)0, r.den, &minus_den))
		return false;
	*ret = r.den > 0 ? r : (struct ratio){ minus_num, minus_den };
	return true;
}

static wide
power_of_ten(unsigned n)
{
	wide v = 1;

	while (n-- > 0)
		v *= 10;
	return v;
}

bool
ratio_of(struct number a, int64_t x, struct number b, int64_t y, struct ratio *ret)
{
	wide num[FACTORS] = { a.units, x, power_of_ten(b.scale) };
	wide den[FACTORS] = { b.units, y, power_of_ten(a.scale) };

	return lowest_terms(num, den, ret);
}

bool
ratio_div(struct ratio a, struct ratio b, struct ratio *ret)
{
	wide num[FACTORS] = { a.num, b.den, 1 };
	wide den[FACTORS] = { a.den, b.num, 1 };

	return lowest_terms(num, den, ret);
}

/* The whole part rounded down, and what is left in [0, den). */
static wide
floor_div(wide num, wide den, wide *rest)
{
	wide q = num / den;

	*rest = num % den;
	if (*rest < 0) {
		*rest += den;
		q--;
	}
	return q;
}

/* By continued fractions: a cross product would not fit. */
int
ratio_cmp(struct ratio a, struct number b)
{
	wide n1 = a.num, d1 = a.den, n2 = b.units, d2 = power_of_ten(b.scale);
	int  sign = 1;

	for (;;) {
		wide r1, r2;
		wide q1 = floor_div(n1, d1, &r1), q2 = floor_div(n2, d2, &r2);

		if (q1 != q2)
			return q1 > q2 ? sign : -sign;
		if (r1 == 0 || r2 == 0)
			return sign * ((r1 != 0) - (r2 != 0));
		n1 = d1;
		d1 = r1;
		n2 = d2;
		d2 = r2;
		sign = -sign;           /* the larger rest has the smaller inverse */
	}
}

bool
ratio_round(struct ratio r, uint8_t scale, struct number *ret)
{
	wide units, rest = r.num % r.den;

	if (scale > NUMBER_SCALE_MAX)
		return false;
	units = r.num / r.den;
	for (uint8_t i = 0; i < scale; i++) {
		if (__builtin_mul_overflow(rest, (wide)10, &rest) ||
		    __builtin_mul_overflow(units, (wide)10, &units) ||
		    __builtin_add_overflow(units, rest / r.den, &units))
			return false;
		rest %= r.den;
	}
	if (magnitude(rest) >= r.den - magnitude(rest))
		units += r.num < 0 ? -1 : 1;
	if (units < INT64_MIN || units > INT64_MAX)
		return false;
	*ret = NUMBER((int64_t)units, scale);
	return true;
}
