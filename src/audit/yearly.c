/* yearly.c - so much a year over so many years: "2,0 mio. kr. årligt 2011-2014, i alt
 * 8,0 mio. kr.", "3,0 mio. kr. i perioden, svarende til 0,75 mio. kr. om året".
 *
 * Only what is tied together is reckoned: one amount a year, one total beside it,
 * and one number of years, in one sentence or in two that follow each other. */
#include <string.h>
#include "audit/spans.h"
#include "audit/spoken.h"

#define SHORT_TOTAL 8           /* words of a sentence that is nothing but a total */

static const char *const cues[] = { "aarlig", "om aaret", "pr. aar", "per aar", "hvert aar", "hvert af aar",
	"a year", "per year", "annually", NULL };
static const char *const total_words[] = { "i alt", "ialt", "samlet", "svarende til", "svarende til samlet",
	"dvs", "dvs.", "altsaa", "eller", "det vil sige", "hvilket giver", "hvilket svarer til",
	"in total", "that is", NULL };
static const char *const yearly_words[] = { "svarende til", "dvs", "dvs.", "altsaa", "eller", "fordelt med",
	"det vil sige", "hvilket svarer til", "that is", NULL };
static const char *const part_words[] = { "heraf", "hvoraf", "deraf", "af disse", "ud over", "herudover", NULL };

struct yearly {
	const struct said    *said;     /* where the total stands */
	const struct reading *year, *total;
	int64_t               years;
};

struct span {
	int64_t years;                  /* 0: none, or several that differ */
	size_t  others;                 /* periods that are no run of years */
};

/* Whole years from one to a later one. */
static int64_t
years_of(const struct reading *r)
{
	struct date from, to;

	if (r->type != READING_PERIOD || !r->period.dated || r->period.deadline)
		return 0;
	from = date_of(r->period.from);
	to = date_of(r->period.to);
	if (from.month != 1 || from.day != 1 || to.month != 1 || to.day != 1 || to.year - from.year < 2)
		return 0;
	return to.year - from.year;
}

/* "over fire år", "i 4 år", "4-årig" */
static int64_t
counted_years(struct str text, const struct reading *r)
{
	struct str after;

	if (r->type != READING_NUMBER || (r->quantity.qualifier != QUALIFIER_NONE &&
	    r->quantity.qualifier != QUALIFIER_OVER))
		return 0;
	after = str_trim(str_slice(text, r->end, r->end + 16));
	if (after.len > 0 && after.at[0] == '-')
		after = str_slice(after, 1, after.len);
	if (!str_starts(after, STR("år")) || (!r->quantity.range.low.exists) ||
	    r->quantity.range.low.at.scale != 0)
		return 0;
	return r->quantity.range.low.at.units;
}

static struct span
span_in(struct str text, const struct readings *r)
{
	struct span s = { 0 };

	for (size_t i = 0; i < r->len; i++) {
		int64_t n = years_of(&r->at[i]);

		if (n == 0)
			n = counted_years(text, &r->at[i]);
		if (n > 0 && s.years > 0 && n != s.years)
			s.others++;
		if (n > 0)
			s.years = n;
		else
			s.others += r->at[i].type == READING_PERIOD;
	}
	return s;
}

/* The words behind the last comma, bracket or dash of a gap. */
static struct str
last_part(struct str gap)
{
	size_t from = gap.len;

	while (from > 0 && strchr(",(;:", gap.at[from - 1]) == NULL)
		from--;
	return str_trim(str_slice(gap, from, gap.len));
}

static bool
is_one_of(struct str s, const char *const *words)
{
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_eq(s, str_from(words[i])))
			return true;
	return false;
}

static bool
has_mark(struct str gap)
{
	return memchr(gap.at, ',', gap.len) != NULL || memchr(gap.at, '(', gap.len) != NULL;
}

/* Do the words between two amounts say that they are the same money? */
static bool
are_tied(struct str gap, bool yearly_first)
{
	struct str last = last_part(gap);

	if (folded_has_any(gap, part_words))
		return false;
	if (last.len == 0)
		return yearly_first ? has_mark(gap) : str_ends(str_trim(gap), STR("("));
	return is_one_of(last, yearly_first ? total_words : yearly_words) ||
	    (gap_ends(last, yearly_first ? total_words + 3 : yearly_words) && gap_words(gap) <= SHORT_TOTAL);
}

static bool
is_once(const struct reading *r)
{
	return r->recurrence == RECURRENCE_NONE || r->recurrence == RECURRENCE_TOTAL;
}

static bool
is_amount(const struct reading *r)
{
	return is_money(r) && r->money.amount.has_point;
}

/* Folded words between two figures of a sentence. */
static struct str
between(struct audit *x, const struct said *s, size_t i, size_t k)
{
	return utf8_fold(x->arena, str_slice(s->text, s->at[i].end, s->at[k].at));
}

static size_t
next_amount(const struct said *s, size_t i)
{
	for (i++; i < s->len; i++)
		if (is_money(&s->at[i]))
			return i;
	return s->len;
}

/* Both amounts in one sentence. */
static bool
find_together(struct audit *x, const struct said *s, struct yearly *ret)
{
	size_t                first = 0, second;
	const struct reading *a, *b;
	bool                  yearly_first;

	if (spoken_amounts(s, &first) != 2)
		return false;
	second = next_amount(s, first);
	a = &s->at[first];
	b = &s->at[second];
	yearly_first = a->recurrence == RECURRENCE_YEAR;
	if (!is_amount(a) || !is_amount(b) || !is_once(yearly_first ? b : a) ||
	    (b->recurrence == RECURRENCE_YEAR) == yearly_first ||
	    !are_tied(between(x, s, first, second), yearly_first))
		return false;
	*ret = (struct yearly){ .said = s, .year = yearly_first ? a : b, .total = yearly_first ? b : a };
	return true;
}

/* "2,0 mio. kr. årligt i 2011-2014. I alt 8,0 mio. kr." */
static bool
find_after(const struct said *s, const struct said *next, struct yearly *ret)
{
	size_t first = 0, total = 0;

	if (spoken_amounts(s, &first) != 1 || s->at[first].recurrence != RECURRENCE_YEAR || !is_amount(&s->at[first]))
		return false;
	if (spoken_amounts(next, &total) != 1 || next->len != 1 || !is_amount(&next->at[0]) || next->periods > 0 ||
	    next->at[0].recurrence != RECURRENCE_TOTAL || gap_words(next->gap[0]) > 0 ||
	    gap_words(next->gap[1]) > SHORT_TOTAL)
		return false;
	*ret = (struct yearly){ .said = next, .year = &s->at[first], .total = &next->at[0] };
	return true;
}

static struct str
told(struct audit *x, const struct yearly *y, struct number expected, bool danish)
{
	enum notation n = danish ? NOTATION_DA : NOTATION_EN;

	return arena_printf(x->arena, danish ? "%d år med " STR_FMT " er " STR_FMT ", der står " STR_FMT
	                                     : "%d years with " STR_FMT " are " STR_FMT ", printed " STR_FMT,
	    (int)y->years, STR_ARG(reading_words(x, y->year, n)), STR_ARG(number_words(x, expected, n)),
	    STR_ARG(reading_words(x, y->total, n)));
}

static void
judge(struct audit *x, const struct yearly *y)
{
	const struct money *total = &y->total->money, *year = &y->year->money;
	struct checked      k = { .code = AUDIT_SUM, .has_amounts = true, .printed = total->printed };
	struct interval     range;
	struct number       kroner;

	if (!span_times(year->amount.range, y->years, &range) ||
	    !number_mul(year->amount.point, NUMBER(y->years, 0), &kroner) ||
	    !kroner_in(kroner, total->factor, &k.expected))
		return;
	k.holds = interval_overlaps(range, total->amount.range);
	k.da = told(x, y, k.expected, true);
	k.en = told(x, y, k.expected, false);
	k.hint_da = STR("ret det årlige beløb, årene eller det samlede beløb");
	k.hint_en = STR("correct the amount per year, the years or the total");
	spoken_judge(x, y->said, (size_t)(y->total - y->said->at), k);
}

static void
visit(struct audit *x, const struct passage *p, void *with)
{
	(void)with;
	for (size_t k = 0; k < p->len; k++) {
		const struct said *s = &p->at[k];
		struct yearly      y;
		struct readings    r;
		struct span        span;

		if (!find_together(x, s, &y) && (k + 1 == p->len || !find_after(s, s + 1, &y)))
			continue;
		r = reads_phrase(x->seen->reads, s->text);
		span = span_in(s->text, &r);
		y.years = span.years;
		if (span.years > 1 && span.years <= 50 && span.others == 0)
			judge(x, &y);
	}
}

void
audit_yearly(struct audit *x)
{
	spoken_each(x, cues, visit, NULL);
}
