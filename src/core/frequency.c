#include "core/frequency.h"
#include "core/scan.h"
#include "core/words.h"

struct entry {
	struct str       phrase;        /* lower case */
	struct frequency f;
};

/* Whole answers. */
static const struct entry adverbs[] = {
	{ STR_INIT("årligt"), { 12, 0 } }, { STR_INIT("årlig"), { 12, 0 } },
	{ STR_INIT("yearly"), { 12, 0 } }, { STR_INIT("annually"), { 12, 0 } },
	{ STR_INIT("annual"), { 12, 0 } }, { STR_INIT("biennially"), { 24, 0 } },
	{ STR_INIT("halvårligt"), { 6, 0 } }, { STR_INIT("halvårlig"), { 6, 0 } },
	{ STR_INIT("half-yearly"), { 6, 0 } }, { STR_INIT("kvartalsvist"), { 3, 0 } },
	{ STR_INIT("kvartalsvis"), { 3, 0 } }, { STR_INIT("quarterly"), { 3, 0 } },
	{ STR_INIT("månedligt"), { 1, 0 } }, { STR_INIT("månedlig"), { 1, 0 } },
	{ STR_INIT("monthly"), { 1, 0 } }, { STR_INIT("ugentligt"), { 0, 7 } },
	{ STR_INIT("ugentlig"), { 0, 7 } }, { STR_INIT("weekly"), { 0, 7 } },
	{ STR_INIT("dagligt"), { 0, 1 } }, { STR_INIT("daglig"), { 0, 1 } },
	{ STR_INIT("daily"), { 0, 1 } },
};

/* What a step is counted in. */
static const struct entry units[] = {
	{ STR_INIT("år"), { 12, 0 } }, { STR_INIT("året"), { 12, 0 } },
	{ STR_INIT("year"), { 12, 0 } }, { STR_INIT("years"), { 12, 0 } },
	{ STR_INIT("halvår"), { 6, 0 } }, { STR_INIT("halvåret"), { 6, 0 } },
	{ STR_INIT("halve år"), { 6, 0 } }, { STR_INIT("half year"), { 6, 0 } },
	{ STR_INIT("half-year"), { 6, 0 } }, { STR_INIT("tertial"), { 4, 0 } },
	{ STR_INIT("kvartal"), { 3, 0 } }, { STR_INIT("kvartalet"), { 3, 0 } },
	{ STR_INIT("quarter"), { 3, 0 } }, { STR_INIT("quarters"), { 3, 0 } },
	{ STR_INIT("måned"), { 1, 0 } }, { STR_INIT("måneden"), { 1, 0 } },
	{ STR_INIT("måneder"), { 1, 0 } }, { STR_INIT("month"), { 1, 0 } },
	{ STR_INIT("months"), { 1, 0 } }, { STR_INIT("uge"), { 0, 7 } },
	{ STR_INIT("ugen"), { 0, 7 } }, { STR_INIT("uger"), { 0, 7 } },
	{ STR_INIT("week"), { 0, 7 } }, { STR_INIT("weeks"), { 0, 7 } },
	{ STR_INIT("dag"), { 0, 1 } }, { STR_INIT("dagen"), { 0, 1 } },
	{ STR_INIT("dage"), { 0, 1 } }, { STR_INIT("day"), { 0, 1 } },
	{ STR_INIT("days"), { 0, 1 } },
};

static const struct {
	struct str phrase;
	int        n;
} ordinals[] = {
	{ STR_INIT("andet"), 2 }, { STR_INIT("anden"), 2 }, { STR_INIT("other"), 2 },
	{ STR_INIT("second"), 2 }, { STR_INIT("tredje"), 3 }, { STR_INIT("third"), 3 },
	{ STR_INIT("fjerde"), 4 }, { STR_INIT("fourth"), 4 }, { STR_INIT("femte"), 5 },
	{ STR_INIT("fifth"), 5 }, { STR_INIT("sjette"), 6 }, { STR_INIT("sixth"), 6 },
	{ STR_INIT("tiende"), 10 }, { STR_INIT("tenth"), 10 },
};

#define STEPS_MAX 100           /* years between two measurements */

static bool
take(struct str s, size_t *at, struct str phrase)
{
	return scan_phrase(s, *at, phrase, at);
}

static bool
take_any(struct str s, size_t *at, const struct str *phrases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (take(s, at, phrases[i]))
			return true;
	return false;
}

static bool
take_entry(struct str s, size_t *at, const struct entry *list, size_t n, struct frequency *ret)
{
	for (size_t i = 0; i < n; i++) {
		if (!take(s, at, list[i].phrase))
			continue;
		*ret = list[i].f;
		return true;
	}
	return false;
}

/* "4", "fire", "four": 1 to STEPS_MAX. */
static bool
take_numeral(struct str s, size_t *at, int *ret)
{
	size_t        end = scan_digits(s, *at);
	struct number n;
	int64_t       whole;
	bool          weak;

	if (end > *at) {
		if (!str_int(str_slice(s, *at, end), &whole))
			return false;
	} else if ((words_numeral(s, *at, NOTATION_DA, &end, &n, &weak) ||
	            words_numeral(s, *at, NOTATION_EN, &end, &n, &weak)) && n.scale == 0) {
		whole = n.units;
	} else {
		return false;
	}
	if (whole < 1 || whole > STEPS_MAX)
		return false;
	*at = end;
	*ret = (int)whole;
	return true;
}

/* "andet", "5.", "six": how many units a step has; 1 where nothing is said. */
static int
take_steps(struct str s, size_t *at)
{
	size_t here = *at;
	int    n = 1;

	for (size_t i = 0; i < COUNT_OF(ordinals); i++) {
		if (!take(s, &here, ordinals[i].phrase))
			continue;
		*at = scan_blanks(s, here);
		return ordinals[i].n;
	}
	if (take_numeral(s, &here, &n)) {
		if (here < s.len && s.at[here] == '.')
			here++;
		*at = scan_blanks(s, here);
	}
	return n;
}

/* "hvert andet år", "every six months" */
static bool
read_every(struct str s, size_t *at, struct frequency *ret)
{
	static const struct str every[] = {
		STR_INIT("hvert"), STR_INIT("hver"), STR_INIT("every"), STR_INIT("each"),
	};
	struct frequency unit;
	size_t           here = *at;
	int              n;

	if (!take_any(s, &here, every, COUNT_OF(every)))
		return false;
	here = scan_blanks(s, here);
	n = take_steps(s, &here);
	if (!take_entry(s, &here, units, COUNT_OF(units), &unit))
		return false;
	*at = here;
	*ret = (struct frequency){ n * unit.months, n * unit.days };
	return true;
}

/* "to gange", "once": how often. */
static bool
take_times(struct str s, size_t *at, int *ret)
{
	static const struct str times[] = {
		STR_INIT("gange"), STR_INIT("gang"), STR_INIT("times"),
	};
	size_t here = *at;

	if (take(s, at, STR("once")) || take(s, at, STR("én gang"))) {
		*ret = 1;
		return true;
	}
	if (take(s, at, STR("twice"))) {
		*ret = 2;
		return true;
	}
	if (!take_numeral(s, &here, ret))
		return false;
	here = scan_blanks(s, here);
	if (!take_any(s, &here, times, COUNT_OF(times)))
		return false;
	*at = here;
	return true;
}

/* "to gange om året", "4 times a year", "to gange årligt" */
static bool
read_times(struct str s, size_t *at, struct frequency *ret)
{
	static const struct str per[] = {
		STR_INIT("om"), STR_INIT("pr."), STR_INIT("per"), STR_INIT("i"), STR_INIT("a"),
		STR_INIT("hvert"), STR_INIT("hver"), STR_INIT("every"), STR_INIT("each"),
	};
	struct frequency in;
	size_t           here = *at;
	int              n;

	if (!take_times(s, &here, &n))
		return false;
	here = scan_blanks(s, here);
	if (!take_entry(s, &here, adverbs, COUNT_OF(adverbs), &in)) {
		if (!take_any(s, &here, per, COUNT_OF(per)))
			return false;
		here = scan_blanks(s, here);
		if (!take_entry(s, &here, units, COUNT_OF(units), &in))
			return false;
	}
	if (in.months % n != 0 || in.days % n != 0)
		return false;
	*at = here;
	*ret = (struct frequency){ in.months / n, in.days / n };
	return true;
}

/* Nothing but when in the period it is done. */
static bool
ends_there(struct str s, size_t at)
{
	struct str rest = str_trim(str_slice(s, at, s.len));

	return rest.len == 0 || str_eq(rest, STR(".")) || rest.at[0] == ',' || rest.at[0] == '(' ||
	    str_starts(rest, STR("i ")) || str_starts(rest, STR("in "));
}

bool
frequency_scan(struct str text, size_t at, size_t *end, struct frequency *ret)
{
	if (scan_after_word(text, at))
		return false;
	if (!take_entry(text, &at, adverbs, COUNT_OF(adverbs), ret) && !read_every(text, &at, ret) &&
	    !read_times(text, &at, ret))
		return false;
	*end = at;
	return true;
}

bool
frequency_parse(struct str words, struct frequency *ret)
{
	struct str       s = str_trim(words);
	struct frequency f;
	size_t           at = 0;

	if (!take_entry(s, &at, adverbs, COUNT_OF(adverbs), &f) && !read_every(s, &at, &f) &&
	    !read_times(s, &at, &f))
		return false;
	if (!ends_there(s, at))
		return false;
	*ret = f;
	return true;
}

/* The same day of a later month, or its last. */
static bool
later(struct frequency f, int32_t day, int32_t *ret)
{
	struct date d = date_of(day);
	int         months = d.year * 12 + d.month - 1 + f.months;

	if (f.months == 0) {
		*ret = day + f.days;
		return date_of(*ret).year <= YEAR_MAX;
	}
	d.year = months / 12;
	d.month = months % 12 + 1;
	if (d.year > YEAR_MAX)
		return false;
	if (d.day > month_days(d.year, d.month))
		d.day = month_days(d.year, d.month);
	*ret = day_of(d.year, d.month, d.day);
	return true;
}

bool
frequency_next(struct frequency f, struct period latest, struct period *ret)
{
	struct period next = latest, range;

	if (!latest.dated || !later(f, latest.to, &next.to))
		return false;
	if (latest.from != DAY_MIN && !later(f, latest.from, &next.from))
		return false;
	range = next;
	range.precision = PRECISION_RANGE;
	*ret = period_valid(next) ? next : range;
	return true;
}
