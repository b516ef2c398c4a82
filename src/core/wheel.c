#include "core/wheel.h"
#include "base/codes.h"

#define CHAIN_MAX 16                    /* duties that are counted from each other */

static const struct {
	struct str code, da, en;
} kinds[DUTY_KIND_COUNT] = {
#define X(id, code, da, en) { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	DUTY_KINDS(X)
#undef X
};

static const struct {
	struct str code;
	int        months;
	struct str da, en;
} frequencies[DUTY_FREQUENCY_COUNT] = {
#define X(id, code, months, da, en) { STR_INIT(code), months, STR_INIT(da), STR_INIT(en) },
	DUTY_FREQUENCIES(X)
#undef X
};

struct str
duty_kind_word(enum duty_kind k, bool danish)
{
	return danish ? kinds[k].da : kinds[k].en;
}

struct str
duty_kind_code(enum duty_kind k)
{
	return kinds[k].code;
}

struct str
duty_frequency_word(enum duty_frequency f, bool danish)
{
	return danish ? frequencies[f].da : frequencies[f].en;
}

struct str
duty_frequency_code(enum duty_frequency f)
{
	return frequencies[f].code;
}

bool
duty_kind_from_code(struct str code, enum duty_kind *ret)
{
	return CODE_READ(kinds, kinds->code, code, ret);
}

bool
duty_frequency_from_code(struct str code, enum duty_frequency *ret)
{
	return CODE_READ(frequencies, frequencies->code, code, ret);
}

/* The duty whose periods `which` follows, with all the days between them; SIZE_MAX: it
 * is counted from itself. */
static size_t
root_of(const struct duty *all, size_t n, size_t which)
{
	for (size_t steps = 0; which < n && steps <= CHAIN_MAX; steps++) {
		if (all[which].before == DUTY_ALONE)
			return which;
		which = all[which].before;
	}
	return SIZE_MAX;
}

bool
wheel_is_cycle(const struct duty *all, size_t n, size_t which)
{
	return root_of(all, n, which) == SIZE_MAX;
}

/* `months` after the day on which it starts, or the last day of that month. Counted from
 * the start each time, so that a short month does not shorten those after it. */
static bool
step(const struct duty *d, int64_t k, int32_t *ret)
{
	struct date  s = date_of(d->starts);
	int64_t      months = s.year * INT64_C(12) + s.month - 1 + k * frequencies[d->frequency].months;
	int          year, month, last;

	if (months < 12 || months / 12 > YEAR_MAX)
		return false;
	year = (int)(months / 12);
	month = (int)(months % 12) + 1;
	last = month_days(year, month);
	*ret = day_of(year, month, s.day < last ? s.day : last);
	return true;
}

/* Period number `k`, from 0, of a duty that stands alone. */
static bool
period_at(const struct duty *d, int64_t k, struct period *ret)
{
	int32_t from = d->starts, to = d->ends == DAY_MAX ? d->starts + 1 : d->ends;

	if (k < 0 || (k > 0 && d->frequency == DUTY_FREQUENCY_ONCE))
		return false;
	if (d->frequency != DUTY_FREQUENCY_ONCE && (!step(d, k, &from) || !step(d, k + 1, &to)))
		return false;
	if (from >= d->ends)
		return false;
	if (to > d->ends)
		to = d->ends;
	*ret = period_make(from, to, precision_of_days(from, to));
	return true;
}

/* The number of a period that surely ends before `day`, or 0. */
static int64_t
number_before(const struct duty *d, int64_t day)
{
	int64_t months = frequencies[d->frequency].months, k;

	if (months == 0 || day <= d->starts)
		return 0;
	k = (day - d->starts) / (31 * months) - 2;      /* no month is longer */
	return k > 0 ? k : 0;
}

/* Days from the last day of the period to that on which it is due. */
static int32_t
days_after(const struct duty *all, size_t which)
{
	int32_t days = 0;

	for (; which != DUTY_ALONE; which = all[which].before)
		days += all[which].due_days;
	return days;
}

/* When a period that ends at `end` is due. False: on a day that is followed, `which` or
 * one on the way to it does not hold. */
static bool
due_of(const struct duty *all, size_t which, int32_t end, int32_t *ret)
{
	int32_t due = end - 1 + days_after(all, which);

	for (size_t at = which; all[at].before != DUTY_ALONE; at = all[at].before) {
		int32_t followed = end - 1 + days_after(all, all[at].before);

		if (followed < all[at].starts || followed >= all[at].ends)
			return false;
	}
	*ret = due;
	return due >= day_of(1, 1, 1) && due < day_of(YEAR_MAX, 13, 1);
}

struct occurrences
wheel_between(struct arena *a, const struct duty *all, size_t n, size_t which, int32_t from,
              int32_t to)
{
	struct occurrences found = { 0 };
	size_t             root = root_of(all, n, which), cap = 0;
	struct occurrence  o;
	int64_t            k;

	if (root == SIZE_MAX || from >= to)
		return found;
	k = number_before(&all[root], (int64_t)from - days_after(all, which));
	for (; period_at(&all[root], k, &o.period) && found.len < OCCURRENCES_MAX; k++) {
		if ((int64_t)o.period.to - 1 + days_after(all, which) >= to)
			break;
		if (!due_of(all, which, o.period.to, &o.due) || o.due < from)
			continue;
		ARENA_GROW(a, found.at, found.len, &cap);
		found.at[found.len++] = o;
	}
	return found;
}

bool
wheel_at(const struct duty *all, size_t n, size_t which, int32_t from, struct occurrence *ret)
{
	size_t            root = root_of(all, n, which);
	struct occurrence o;

	if (root == SIZE_MAX)
		return false;
	for (int64_t k = number_before(&all[root], from);
	    period_at(&all[root], k, &o.period) && o.period.from <= from; k++) {
		if (o.period.from != from)
			continue;
		if (!due_of(all, which, o.period.to, &o.due))
			return false;
		*ret = o;
		return true;
	}
	return false;
}
