/* The Wilson 95 % interval of quantity.h, in integers: a fixed point at each
 * step, named by its decimals, and every product below 2^127.
 *
 *	(p*n + z*z/2  -+  z * sqrt(p*(1-p)*n + z*z/4)) / (n + z*z)
 *
 * E. B. Wilson, Probable inference, J. Am. Stat. Ass. 22 (1927). n is the
 * effective sample, answers / design effect. */
#include "core/quantity.h"

#define E6  ((wide)1000000)
#define E8  (E6 * 100)
#define E10 (E6 * 10000)
#define E12 (E6 * E6)

#define Z_E6      ((wide)1959964)
#define ZZ_E12    (Z_E6 * Z_E6)
#define N_MAX     ((wide)1000000000)    /* answers; above it products would not fit */
#define P_SCALE   4                     /* decimals of a percentage: a share at 10^-6 */

/* The largest whole number whose square is not above `v`. */
static wide
whole_root(wide v)
{
	wide root = 0, bit = (wide)1 << 124;

	while (bit > v)
		bit >>= 2;
	for (; bit != 0; bit >>= 2) {
		if (v >= root + bit) {
			v -= root + bit;
			root = (root >> 1) + bit;
		} else {
			root >>= 1;
		}
	}
	return root;
}

/* n / effect at 10^-6, rounded. */
static bool
effective_sample(int64_t n, struct number effect, wide *ret)
{
	wide sample, scale = 1;

	if (n < 1 || n > N_MAX || effect.units < 1)
		return false;
	for (uint8_t i = 0; i < effect.scale; i++)
		scale *= 10;
	sample = ((wide)n * E6 * scale + effect.units / 2) / effect.units;
	if (sample > N_MAX * E6)
		return false;
	*ret = sample;
	return true;
}

/* 100 * num/den with four decimals, half up, within 0 to 100. */
static struct number
percent_of(wide num, wide den)
{
	wide units = num < 0 ? 0 : (2 * num * E6 + den) / (2 * den);

	return NUMBER((int64_t)(units > E6 ? E6 : units), P_SCALE);
}

bool
quantity_survey(struct number percent, int64_t n, struct number effect, struct quantity *ret)
{
	struct number   share;          /* as parts of a million */
	struct quantity q;
	wide            sample, centre_e20, half_e20, den_e20;

	if (!number_rescale(number_trim(percent), P_SCALE, &share) ||
	    number_cmp(share, percent) != 0 || share.units < 0 || share.units > E6 ||
	    !effective_sample(n, effect, &sample))
		return false;
	centre_e20 = (share.units * sample + ZZ_E12 / 2) * E8;
	half_e20 = Z_E6 * whole_root((share.units * (E6 - share.units) * sample +
	    ZZ_E12 * E6 / 4) * E10);
	den_e20 = (sample * E6 + ZZ_E12) * E8;
	q = quantity_exact(percent);
	q.range.low.at = percent_of(centre_e20 - half_e20, den_e20);
	q.range.high.at = percent_of(centre_e20 + half_e20, den_e20);
	q.qualifier = QUALIFIER_SURVEY;
	*ret = q;
	return true;
}
