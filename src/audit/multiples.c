#include "audit/multiples.h"
#include "audit/spans.h"
#include "recognise/titles.h"

#define NEAR 10                 /* words between figures that belong together */

/* A multiple in words is round: to half of it to either side, in quarters. */
static const struct {
	const char *word;               /* folded */
	int64_t     low, high, times;   /* quarters of what it was, and the multiple in quarters */
} multiples[] = {
	{ "fordobl*", 7, 9, 8 }, { "tredobl*", 10, 14, 12 }, { "firedobl*", 14, 18, 16 },
	{ "firdobl*", 14, 18, 16 }, { "halver*", 0, 0, 2 },
};

static const char *const from_words[] = { "fra", "from", NULL };
static const char *const to_words[] = { "til", "til kun", "til nu", "to", NULL };
static const char *const changes_by[] = { "stigning paa", "fald paa", "fremgang paa", "tilbagegang paa",
	"vaekst paa", "reduktion paa", "forskel paa", "stigning med", "forskellen er", "increase of",
	"rise of", "fall of", "decrease of", "up", "down", NULL };
static const char *const against[] = { "i forhold til", "sammenlignet med", "mod", "fra", "from", NULL };
static const char *const instead[] = { "mod", "mod kun", "against", NULL };
static const char *const planned[] = { "budget*", "maal*", "forvent*", "plan*", "krav*", "loft*", "norm*", NULL };
static const char *const than[] = { "end", "end de", "than", "than the", NULL };
static const char *const it_is[] = { "det er", "dette er", "det svarer til", "det giver", "that is", NULL };
static const char *const apart[] = { "forskel*", "gab", "gabet", NULL };
static const char *const widely[] = { "mere end", "over", "godt", "naesten", "knap", "ikke", NULL };

static bool
is_level(const struct reading *r)
{
	return (is_counted(r) || is_share(r) || is_money(r)) &&
	    (is_money(r) ? r->money.amount.has_point : r->quantity.has_point);
}

static struct interval
range_of(const struct reading *r)
{
	return is_money(r) ? r->money.amount.range : r->quantity.range;
}

/* ---- "fordoblet fra 45 til 90" ---- */

static bool
between(const struct said *s, size_t i)
{
	return i + 1 < s->len && same_type(&s->at[i], &s->at[i + 1]) && is_level(&s->at[i]) &&
	    is_level(&s->at[i + 1]) && gap_ends(s->gap[i], from_words) && gap_ends(s->gap[i + 1], to_words) &&
	    gap_words(s->gap[i + 1]) <= NEAR;
}

/* n quarters of the interval; of a half the other way round. */
static bool
holds(struct interval before, struct interval after, size_t m)
{
	struct interval low, high, four;
	bool            halved = multiples[m].high == 0;

	if (halved) {
		struct interval swap = before;

		before = after;
		after = swap;
	}
	if (!span_times(before, halved ? 7 : multiples[m].low, &low) ||
	    !span_times(before, halved ? 9 : multiples[m].high, &high) || !span_times(after, 4, &four))
		return true;
	low.high = high.high;
	return interval_overlaps(low, four);
}

static void
judge_multiple(struct audit *x, const struct said *s, size_t i, size_t m, struct str word)
{
	const struct reading *before = &s->at[i], *after = before + 1;
	struct checked        k = { .code = AUDIT_GROWTH, .has_amounts = true, .printed = reading_point(after) };
	struct ratio          r;
	uint8_t               scale = k.printed.scale;

	if (number_sign(reading_point(before)) <= 0 || (is_money(before) && before->money.factor != after->money.factor) ||
	    !ratio_of(reading_point(before), multiples[m].times, NUMBER(4, 0), 1, &r) || !ratio_round(r, scale, &k.expected))
		return;
	k.holds = holds(range_of(before), range_of(after), m);
	k.da = arena_printf(x->arena, "»" STR_FMT "« fra " STR_FMT " er " STR_FMT ", der står " STR_FMT,
	    STR_ARG(word), STR_ARG(reading_words(x, before, NOTATION_DA)),
	    STR_ARG(number_words(x, k.expected, NOTATION_DA)), STR_ARG(reading_words(x, after, NOTATION_DA)));
	k.en = arena_printf(x->arena, "“" STR_FMT "” from " STR_FMT " is " STR_FMT ", printed " STR_FMT,
	    STR_ARG(word), STR_ARG(reading_words(x, before, NOTATION_EN)),
	    STR_ARG(number_words(x, k.expected, NOTATION_EN)), STR_ARG(reading_words(x, after, NOTATION_EN)));
	k.hint_da = STR("ret et af tallene, eller skriv, hvor meget det er");
	k.hint_en = STR("correct one of the figures, or say how much it is");
	spoken_judge(x, s, i + 1, k);
}

static struct str
word_at(struct str s, size_t at)
{
	size_t end = at;

	while (end < s.len && letter_is_word(s.at[end]))
		end++;
	return str_slice(s, at, end);
}

static void
check_multiple(struct audit *x, const struct said *s, size_t i)
{
	struct str gap;

	if (!between(s, i) || folded_has_any(s->gap[i], widely))
		return;
	gap = s->gap[i];
	for (size_t m = 0; m < COUNT_OF(multiples); m++) {
		size_t at = folded_find(gap, multiples[m].word, 0);

		if (at != SIZE_MAX)
			judge_multiple(x, s, i, m, word_at(gap, at));
	}
}

/* ---- "84 forløb, en stigning på 12 i forhold til de 72" ---- */

static struct str
first_word(struct str gap)
{
	gap = str_trim(gap);
	return word_at(gap, 0);
}

/* Are both levels of the same thing: the only figures beside the change, or with the
 * same word behind them? */
static bool
of_same(const struct said *s, size_t i)
{
	struct str a = first_word(s->gap[i + 1]), b = first_word(s->gap[i + 3]);

	return s->len == 3 || (a.len > 0 && words_alike(a, b));
}

static void
check_compared(struct audit *x, const struct said *s, size_t i)
{
	struct change_said c = { .before = i + 2, .after = i, .change = i + 1 };

	if (i + 2 >= s->len || !is_level(&s->at[i]) || !is_level(&s->at[i + 2]) ||
	    !same_type(&s->at[i], &s->at[i + 2]) || !gap_ends(s->gap[i + 1], changes_by) ||
	    gap_words(s->gap[i + 1]) > NEAR || !folded_has_any(s->gap[i + 2], against) ||
	    gap_words(s->gap[i + 2]) > NEAR || !of_same(s, i))
		return;
	if (is_share(&s->at[i]) ? !is_share(&s->at[i + 1]) && s->at[i + 1].unit != UNIT_POINT
	                        : !is_share(&s->at[i + 1]) && !same_type(&s->at[i], &s->at[i + 1]))
		return;
	c.way = change_way(s->gap[i + 1]);
	if (c.way != HEADING_UNKNOWN && !is_money(&s->at[i]))
		change_judge(x, s, c, AUDIT_GROWTH, false);
}

/* "85 i 2010 og 74 i 2011, dvs. et fald på 13 %" */
static void
check_years(struct audit *x, const struct said *s)
{
	struct change_said c = { .before = 0, .after = 1, .change = 2 }, told;

	if (change_find(s, 0, &told))
		return;         /* "fra 85 i 2010 til 74 i 2011": recomputed already */
	if (s->len != 3 || s->periods != 2 || !is_level(&s->at[0]) || !is_level(&s->at[1]) ||
	    !is_counted(&s->at[0]) || !is_counted(&s->at[1]) || !is_share(&s->at[2]) ||
	    gap_words(s->gap[1]) > NEAR / 2 || gap_words(s->gap[2]) > NEAR || !gap_ends(s->gap[2], changes_by) ||
	    !gap_dated(s->gap[1]) || !gap_dated(s->gap[2]) || gap_words(s->gap[3]) > 0)
		return;
	if (folded_has_any(s->gap[1], against)) {
		c.before = 1;
		c.after = 0;
	}
	c.way = change_way(s->gap[2]);
	if (c.way != HEADING_UNKNOWN)
		change_judge(x, s, c, AUDIT_GROWTH, false);
}

/* "248 flygtninge mod 163 i 2014, en stigning på 52 pct." */
static void
check_instead(struct audit *x, const struct said *s)
{
	struct change_said c = { .before = 1, .after = 0, .change = 2 };

	if (s->len != 3 || !is_level(&s->at[0]) || !same_type(&s->at[0], &s->at[1]) || is_money(&s->at[0]) ||
	    is_share(&s->at[0]) || !is_share(&s->at[2]) || s->periods == 0 || gap_words(s->gap[1]) > NEAR / 2 ||
	    !gap_ends(s->gap[1], instead) || folded_has_any(s->folded, planned) || gap_words(s->gap[2]) > NEAR ||
	    !gap_ends(s->gap[2], changes_by) || gap_words(s->gap[3]) > 0 ||
	    (gap_dated(s->gap[1]) && gap_dated(s->gap[2])))
		return;         /* the last: check_years() */
	c.way = change_way(s->gap[2]);
	if (c.way != HEADING_UNKNOWN)
		change_judge(x, s, c, AUDIT_GROWTH, false);
}

/* "245 borgere, 35 flere end de 210 i 2012" */
static void
check_more(struct audit *x, const struct said *s, size_t i)
{
	struct change_said c = { .before = i + 2, .after = i, .change = i + 1 };
	struct str         gap;

	if (i + 2 >= s->len || !is_counted(&s->at[i]) || !is_counted(&s->at[i + 1]) || !is_counted(&s->at[i + 2]) ||
	    gap_words(s->gap[i + 1]) > NEAR || gap_words(s->gap[i + 2]) > 4 || !gap_ends(s->gap[i + 2], than))
		return;
	gap = str_trim(s->gap[i + 2]);
	if (folded_starts(gap, "flere end") || folded_starts(gap, "mere end") || folded_starts(gap, "more than"))
		c.way = HEADING_UP;
	else if (folded_starts(gap, "faerre end") || folded_starts(gap, "mindre end") || folded_starts(gap, "fewer than"))
		c.way = HEADING_DOWN;
	else
		return;
	change_judge(x, s, c, AUDIT_GROWTH, false);
}

/* ---- "85 pct. mod 79 pct., en forskel på 6 procentpoint" ---- */

static bool
distance(const struct reading *a, const struct reading *b, struct interval *range, struct number *point)
{
	if (number_cmp(a->quantity.point, b->quantity.point) < 0) {
		const struct reading *swap = a;

		a = b;
		b = swap;
	}
	return span_sub(a->quantity.range, b->quantity.range, range) &&
	    number_sub(a->quantity.point, b->quantity.point, point);
}

static bool
is_apart(const struct said *s)
{
	const struct reading *r = s->at;

	if (s->len != 3 || !is_share(&r[0]) || !is_share(&r[1]) || r[2].type != READING_PERCENT ||
	    r[2].unit != UNIT_POINT || !is_level(&r[0]) || !is_level(&r[1]) || !r[2].quantity.has_point)
		return false;
	if (gap_words(s->gap[1]) > NEAR || gap_words(s->gap[2]) > NEAR || change_is_promised(s->folded))
		return false;
	if (folded_has_any(s->folded, apart))
		return true;
	return s->periods == 2 && gap_ends(s->gap[2], changes_by) && !gap_ends(s->gap[1], to_words);
}

static void
check_apart(struct audit *x, const struct said *s)
{
	struct checked  k = { .code = AUDIT_GROWTH, .has_amounts = true };
	struct interval range;

	if (!is_apart(s) || !distance(&s->at[0], &s->at[1], &range, &k.expected))
		return;
	k.printed = reading_point(&s->at[2]);
	k.holds = interval_overlaps(range, s->at[2].quantity.range);
	k.da = arena_printf(x->arena, "mellem " STR_FMT " og " STR_FMT " er der " STR_FMT " procentpoint, der står " STR_FMT,
	    STR_ARG(reading_words(x, &s->at[0], NOTATION_DA)), STR_ARG(reading_words(x, &s->at[1], NOTATION_DA)),
	    STR_ARG(number_words(x, k.expected, NOTATION_DA)), STR_ARG(reading_words(x, &s->at[2], NOTATION_DA)));
	k.en = arena_printf(x->arena, "between " STR_FMT " and " STR_FMT " are " STR_FMT " percentage points, printed " STR_FMT,
	    STR_ARG(reading_words(x, &s->at[0], NOTATION_EN)), STR_ARG(reading_words(x, &s->at[1], NOTATION_EN)),
	    STR_ARG(number_words(x, k.expected, NOTATION_EN)), STR_ARG(reading_words(x, &s->at[2], NOTATION_EN)));
	k.hint_da = STR("ret forskellen eller en af de to andele");
	k.hint_en = STR("correct the difference or one of the two shares");
	spoken_judge(x, s, 2, k);
}

void
multiples_check(struct audit *x, const struct said *s)
{
	if (s->len < 2)
		return;
	for (size_t i = 0; i < s->len; i++) {
		check_multiple(x, s, i);
		check_compared(x, s, i);
		check_more(x, s, i);
	}
	check_years(x, s);
	check_apart(x, s);
	check_instead(x, s);
}

void
multiples_check_next(struct audit *x, const struct said *s, const struct said *next)
{
	struct said both;

	if (s->piece != next->piece || s->len != 2 || next->len != 1 || gap_words(next->gap[0]) > NEAR ||
	    folded_find_any(next->gap[0], it_is, 0) != 0)
		return;
	both = said_join(x, s, next);
	check_instead(x, &both);
}
