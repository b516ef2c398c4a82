#include "core/quantity.h"
#include "base/codes.h"

static const struct str qualifier_codes[QUALIFIER_COUNT] = {
#define X(id, code, da, en) [QUALIFIER_##id] = STR_INIT(code),
	QUALIFIERS(X)
#undef X
};

static const struct str unit_codes[UNIT_COUNT_] = {
#define X(id, code, da, en) [UNIT_##id] = STR_INIT(code),
	UNITS(X)
#undef X
};

struct str
qualifier_code(enum qualifier q)
{
	return qualifier_codes[q];
}

bool
qualifier_from_code(struct str code, enum qualifier *ret)
{
	return CODE_READ(qualifier_codes, *qualifier_codes, code, ret);
}

enum unit
unit_of_difference(enum unit u)
{
	return u == UNIT_SHARE || u == UNIT_PERCENT ? UNIT_POINT : u;
}

struct str
unit_code(enum unit u)
{
	return unit_codes[u];
}

bool
unit_from_code(struct str code, enum unit *ret)
{
	return CODE_READ(unit_codes, *unit_codes, code, ret);
}

bool
unit_is_exact(enum unit u)
{
	return u == UNIT_COUNT || u == UNIT_PERSONS || u == UNIT_KRONER;
}

static bool
is_percentage(enum unit u)
{
	return u == UNIT_SHARE || u == UNIT_PERCENT || u == UNIT_POINT;
}

/* ---- from figures as printed ---- */

/* 10^place times 1 or, for a half step, times 5 at the next place. */
static bool
step_at(int place, bool half, struct number *ret)
{
	struct number n = half ? NUMBER(5, 0) : NUMBER(1, 0);

	if (half)
		place--;
	if (place < -NUMBER_SCALE_MAX)
		return false;
	if (place < 0)
		n.scale = (uint8_t)-place;
	for (; place > 0; place--)
		if (__builtin_mul_overflow(n.units, 10, &n.units))
			return false;
	*ret = n;
	return true;
}

/* The place that a qualifier's unit stands in: of the last printed digit of a
 * percentage, of the last non-zero digit of anything else. */
static int
qualified_place(struct number n, enum unit u)
{
	int place = -(int)n.scale;

	if (is_percentage(u) || n.units == 0)
		return place;
	for (; n.units % 10 == 0; n.units /= 10)
		place++;
	return place;
}

static struct bound
closed(struct number at)
{
	return (struct bound){ .at = at, .exists = true };
}

static struct bound
open(struct number at)
{
	return (struct bound){ .at = at, .exists = true, .open = true };
}

static bool
around(struct number n, int place, struct quantity *q)
{
	struct number half, low, high;

	if (!step_at(place, true, &half) || !number_sub(n, half, &low) ||
	    !number_add(n, half, &high))
		return false;
	q->range = (struct interval){ closed(low), closed(high) };
	q->point = n;
	q->has_point = true;
	return true;
}

/* Kroner are exact when full, and when printed to the øre. */
static bool
plain(struct number n, enum unit u, struct quantity *q)
{
	bool exact = unit_is_exact(u) && (u != UNIT_KRONER || n.scale == 0 || n.scale == 2);

	if (!exact)
		return around(n, -(int)n.scale, q);
	*q = quantity_exact(n);
	return true;
}

static bool
good(struct number n, enum unit u, struct quantity *q)
{
	struct number step, high;

	if (!step_at(qualified_place(n, u), false, &step) || !number_add(n, step, &high))
		return false;
	q->range = (struct interval){ closed(n), open(high) };
	return true;
}

static bool
scarce(struct number n, enum unit u, struct quantity *q)
{
	struct number step, low;

	if (!step_at(qualified_place(n, u), false, &step) || !number_sub(n, step, &low))
		return false;
	q->range = (struct interval){ open(low), closed(n) };
	return true;
}

static bool
between(struct number low, struct number high, struct quantity *q)
{
	if (number_cmp(low, high) > 0)
		return false;
	q->range = (struct interval){ closed(low), closed(high) };
	return true;
}

static bool
qualified(struct number n, enum qualifier q, struct number high, enum unit u,
          struct quantity *made)
{
	switch (q) {
	case QUALIFIER_NONE:
	case QUALIFIER_SURVEY:
		return plain(n, u, made);
	case QUALIFIER_CIRCA:
		return around(n, qualified_place(n, u), made);
	case QUALIFIER_GOOD:
		return good(n, u, made);
	case QUALIFIER_SCARCE:
		return scarce(n, u, made);
	case QUALIFIER_OVER:
		made->range.low = open(n);
		return true;
	case QUALIFIER_UNDER:
		made->range.high = open(n);
		return true;
	case QUALIFIER_ATLEAST:
		made->range.low = closed(n);
		return true;
	case QUALIFIER_ATMOST:
		made->range.high = closed(n);
		return true;
	case QUALIFIER_RANGE:
		return between(n, high, made);
	case QUALIFIER_COUNT:
		break;
	}
	return false;
}

bool
quantity_make(struct number n, enum qualifier q, struct number high, enum unit u,
              struct quantity *ret)
{
	struct quantity made = { 0 };

	if (!qualified(n, q, high, u, &made))
		return false;
	made.qualifier = q;
	*ret = made;
	return true;
}

static struct interval
fraction_range(struct number floor, struct number ceiling, enum qualifier q)
{
	const struct number one = NUMBER(10, 1), half = NUMBER(5, 1);
	struct interval     i = { closed(floor), closed(ceiling) };

	switch (q) {
	case QUALIFIER_CIRCA:
		i.low.at.units -= half.units;
		i.high.at.units += half.units;
		break;
	case QUALIFIER_GOOD:
		i.high = open(NUMBER(ceiling.units + one.units, 1));
		break;
	case QUALIFIER_SCARCE:
		i.low = open(NUMBER(floor.units - one.units, 1));
		break;
	case QUALIFIER_OVER:
	case QUALIFIER_ATLEAST:
		i.high = (struct bound){ 0 };
		break;
	case QUALIFIER_UNDER:
	case QUALIFIER_ATMOST:
		i.low = (struct bound){ 0 };
		break;
	case QUALIFIER_NONE:
	case QUALIFIER_RANGE:
	case QUALIFIER_SURVEY:
	case QUALIFIER_COUNT:
		break;
	}
	return i;
}

bool
quantity_fraction(int64_t num, int64_t den, enum qualifier q, struct quantity *ret)
{
	int64_t       thousand;
	struct number floor;

	if (num < 0 || den < 1 || __builtin_mul_overflow(num, 1000, &thousand))
		return false;
	floor = NUMBER(thousand / den, 1);
	if (thousand % den == 0)
		return quantity_make(number_trim(floor), q, NUMBER_ZERO, UNIT_PERCENT, ret);
	*ret = (struct quantity){ .qualifier = q,
		.range = fraction_range(floor, NUMBER(floor.units + 1, 1), q) };
	return true;
}

struct quantity
quantity_exact(struct number n)
{
	return (struct quantity){ .range = { closed(n), closed(n) }, .point = n,
		.has_point = true };
}

/* ---- intervals ---- */

static bool
bound_add(struct bound a, struct bound b, struct bound *ret)
{
	struct bound sum = { .exists = a.exists && b.exists, .open = a.open || b.open };

	if (!sum.exists) {
		*ret = (struct bound){ 0 };
		return true;
	}
	if (!number_add(a.at, b.at, &sum.at))
		return false;
	*ret = sum;
	return true;
}

bool
interval_add(struct interval a, struct interval b, struct interval *ret)
{
	struct interval sum;

	if (!bound_add(a.low, b.low, &sum.low) || !bound_add(a.high, b.high, &sum.high))
		return false;
	*ret = sum;
	return true;
}

bool
interval_contains(struct interval i, struct number n)
{
	int above = i.low.exists ? number_cmp(n, i.low.at) : 1;
	int below = i.high.exists ? number_cmp(i.high.at, n) : 1;

	return above >= (int)(i.low.exists && i.low.open) &&
	    below >= (int)(i.high.exists && i.high.open);
}

/* Some value lies in both: each begins before the other ends. */
static bool
begins_before_end(struct bound low, struct bound high)
{
	if (!low.exists || !high.exists)
		return true;
	return number_cmp(low.at, high.at) < (low.open || high.open ? 0 : 1);
}

bool
interval_overlaps(struct interval a, struct interval b)
{
	return begins_before_end(a.low, b.high) && begins_before_end(b.low, a.high);
}

/* ---- writing ---- */

static struct str
qualifier_word(enum qualifier q, enum notation notation)
{
	static const struct str word[QUALIFIER_COUNT][2] = {
#define X(id, c, da, en) [QUALIFIER_##id] = { STR_INIT(da), STR_INIT(en) },
		QUALIFIERS(X)
#undef X
	};

	return word[q][notation != NOTATION_DA];
}

struct str
unit_word(enum unit u, enum notation notation)
{
	static const struct str word[UNIT_COUNT_][2] = {
#define X(id, c, da, en) [UNIT_##id] = { STR_INIT(da), STR_INIT(en) },
		UNITS(X)
#undef X
	};

	return word[u][notation != NOTATION_DA];
}

/* The figure that was printed beside the qualifier. */
static struct number
printed(struct quantity q)
{
	if (q.has_point)
		return q.point;
	if (q.qualifier == QUALIFIER_SCARCE || !q.range.low.exists)
		return q.range.high.at;
	return q.range.low.at;
}

void
quantity_write_qualifier(struct buf *b, struct quantity q, enum notation notation)
{
	struct str word = qualifier_word(q.qualifier, notation);

	buf_put(b, word);
	if (word.len > 0)
		BUF_LIT(b, " ");
}

void
quantity_write_printed(struct buf *b, struct quantity q, enum notation notation)
{
	bool both = !q.has_point && q.range.low.exists && q.range.high.exists &&
	    q.qualifier != QUALIFIER_GOOD && q.qualifier != QUALIFIER_SCARCE;

	number_write(b, printed(q), notation);
	if (both) {
		BUF_LIT(b, "-");
		number_write(b, q.range.high.at, notation);
	}
}

void
quantity_write_figure(struct buf *b, struct quantity q, enum notation notation)
{
	quantity_write_qualifier(b, q, notation);
	quantity_write_printed(b, q, notation);
}

void
quantity_write(struct buf *b, struct quantity q, enum unit u, enum notation notation)
{
	struct str word = unit_word(u, notation);

	quantity_write_figure(b, q, notation);
	if (word.len > 0) {
		BUF_LIT(b, " ");
		buf_put(b, word);
	}
}
