/* ratios.c - a share beside counts: "47 of 83, or 65 per cent". */
#include "audit/fractions.h"
#include "audit/spans.h"

#define NEAR     5                      /* words between figures that belong together */
#define NEAR_END 10                     /* where the share ends what the counts began */
#define FEW      10                     /* "to ud af tre": counts up to here are round */
#define ROUNDLY  5                      /* by so many percentage points */

static const char *const cues[] = { "%", "pct", "procent", "per cent", "halvdel", "tredjedel", "fjerdedel",
	"femtedel", "hver ", NULL };
static const char *const of_words[] = { "ud af", "ud af de", "ud af i alt", "af", "af de", "af i alt",
	"af alle", "out of", "of", "of the", NULL };
static const char *const or_words[] = { "eller", "svarende til", "dvs.", "dvs", "altsaa", "lig med",
	"svarer til", "det vil sige", "or", "that is", NULL };
static const char *const says_again[] = { "det svarer til", "dette svarer til", "hvilket svarer til",
	"svarende til", "that is", NULL };
static const char *const changing[] = { "steg*", "stig*", "fald*", "vaekst*", "voks*", "oeg*",
	"reducer*", "flere", "faerre", "mere", "mindre", "hoejere", "lavere", NULL };
static const char *const joining[] = { "og", "heraf", "hvoraf", "deraf", "af dem", "af disse", NULL };

static const char *const of_which[] = { "heraf", "hvoraf", "deraf", "of which", NULL };
static const char *const of_them[] = { "af dem", "af disse", "of them", "of these", NULL };

struct ratio_claim {
	size_t part, whole, share;      /* figures of the sentence */
};

static bool
opens(struct str gap)
{
	gap = str_trim(gap);
	return gap.len > 0 && gap.at[gap.len - 1] == '(';
}

static bool
closes(struct str gap)
{
	gap = str_trim(gap);
	return gap.len > 0 && gap.at[0] == ')';
}

/* "… eller 65 pct.", "… (65 pct.)" with nothing more in the brackets. */
static bool
is_restated(const struct said *s, size_t i)
{
	struct str after = s->gap[i + 1];
	bool       ends = i + 1 == s->len && i == 2 && str_find(s->gap[i], STR("svare"), 0) != SIZE_MAX;

	if (gap_words(s->gap[i]) > (ends ? NEAR_END : NEAR))
		return false;
	if (opens(s->gap[i]))
		return closes(after) || folded_starts(str_trim(after), "af");
	return gap_ends(s->gap[i], or_words);
}

static bool
is_part_of(const struct said *s, size_t part)
{
	const struct reading *r = &s->at[part];
	struct str            gap = s->gap[part + 1];

	if (!(is_counted(&r[0]) && is_counted(&r[1])) && !(is_money(&r[0]) && is_money(&r[1])))
		return false;
	if (gap_words(gap) <= NEAR && gap_ends(gap, of_words))
		return true;
	gap = str_trim(gap);            /* "46 af afdelingens 115" */
	return gap_words(gap) <= 3 && (folded_starts(gap, "af") || folded_starts(gap, "ud af"));
}

/* "12 ud af 40 (30 %)", "30 % (12 ud af 40)" */
static bool
find_out_of(const struct said *s, size_t i, struct ratio_claim *ret)
{
	if (i + 1 >= s->len || !is_part_of(s, i))
		return false;
	if (i + 2 < s->len && is_share(&s->at[i + 2]) && is_restated(s, i + 2))
		*ret = (struct ratio_claim){ i, i + 1, i + 2 };
	else if (i > 0 && is_share(&s->at[i - 1]) && gap_words(s->gap[i]) <= NEAR &&
	    (opens(s->gap[i]) || gap_ends(s->gap[i], or_words)))
		*ret = (struct ratio_claim){ i, i + 1, i - 1 };
	else
		return false;
	return true;
}

/* "30 pct. af de 40 deltagere, svarende til 12" */
static bool
find_share_of(const struct said *s, size_t i, struct ratio_claim *ret)
{
	const struct reading *r = &s->at[i];

	if (i + 2 >= s->len || !is_share(r) || !same_type(&r[1], &r[2]) ||
	    !(is_counted(&r[1]) || is_money(&r[1])))
		return false;
	if (!folded_starts(str_trim(s->gap[i + 1]), "af") || gap_words(s->gap[i + 1]) > NEAR ||
	    gap_words(s->gap[i + 2]) > NEAR + 2 || !gap_ends(s->gap[i + 2], or_words))
		return false;
	*ret = (struct ratio_claim){ i + 2, i + 1, i };
	return true;
}

/* "45.000 kr. svarer til 0,6 pct. af budgettet på 7.020.000 kr." */
static bool
find_is_share_of(const struct said *s, size_t i, struct ratio_claim *ret)
{
	static const char *const is_words[] = { "svarer til", "svarende til", "udgoer", "er", "is", NULL };
	const struct reading *r = &s->at[i];
	struct str            gap;

	if (i + 2 >= s->len || !same_type(&r[0], &r[2]) || !is_share(&r[1]) || !is_money(&r[0]))
		return false;
	gap = str_trim(s->gap[i + 2]);
	if (gap_words(s->gap[i + 1]) > NEAR || !gap_ends(s->gap[i + 1], is_words) || gap_words(gap) > NEAR ||
	    !(folded_starts(gap, "af") || folded_starts(gap, "of")))
		return false;
	*ret = (struct ratio_claim){ i, i + 2, i + 1 };
	return true;
}

static size_t
counted(const struct said *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->len; i++)
		n += !is_share(&s->at[i]);
	return n;
}

/* "83 forløb og 47 personer eller 65 pct. opnåede …": the only two counts of the
 * sentence, joined, and a share that is of nothing else. */
static bool
find_joined(const struct said *s, size_t i, struct ratio_claim *ret)
{
	const struct reading *r = &s->at[i];

	if (i + 2 >= s->len || !is_counted(&r[0]) || !is_counted(&r[1]) || !is_share(&r[2]) ||
	    counted(s) != 2 || folded_has_any(s->folded, changing))
		return false;
	if (number_cmp(r[0].quantity.point, r[1].quantity.point) < 0 ||
	    gap_words(s->gap[i + 1]) > NEAR + 2 ||
	    !(folded_has_any(s->gap[i + 1], joining) || gap_ends(s->gap[i], of_words)))
		return false;
	if (!is_restated(s, i + 2) || folded_starts(str_trim(s->gap[i + 3]), "af"))
		return false;
	*ret = (struct ratio_claim){ i + 1, i, i + 2 };
	return true;
}

/* "Af de 412 adspurgte svarede 62 pct. (255 personer) …" */
static bool
find_whole_first(const struct said *s, size_t i, struct ratio_claim *ret)
{
	const struct reading *r = &s->at[i];

	if (i + 2 >= s->len || !is_counted(&r[0]) || !is_share(&r[1]) || !is_counted(&r[2]) || counted(s) != 2)
		return false;
	if (!gap_ends(s->gap[i], of_words) || gap_words(s->gap[i + 1]) > NEAR ||
	    gap_words(s->gap[i + 2]) > 0 || !opens(s->gap[i + 2]))
		return false;
	*ret = (struct ratio_claim){ i + 2, i, i + 1 };
	return true;
}

/* "Ud af 48 henviste har 31 gennemført (65 pct.), og 8 er faldet fra (17 pct.)", "4,8 mio.
 * kr., heraf 3,6 mio. kr. fra fonden (75 pct.)": the whole, then nothing but parts with
 * their share. */
static bool
find_each_of_whole(const struct said *s, size_t i, struct ratio_claim *ret)
{
	bool money = s->len > 0 && is_money(&s->at[0]);

	if (i % 2 == 0 || s->len < (money ? 3 : 5) || s->len % 2 == 0 || !(money || is_counted(&s->at[0])) ||
	    !(folded_has_any(s->gap[1], of_which) || (gap_ends(s->gap[0], of_words) && gap_words(s->gap[0]) <= 3)))
		return false;
	for (size_t k = 1; k + 1 < s->len; k += 2)
		if (!same_type(&s->at[k], &s->at[0]) || !is_share(&s->at[k + 1]) || gap_words(s->gap[k + 1]) > NEAR ||
		    !opens(s->gap[k + 1]) || !closes(s->gap[k + 2]))
			return false;
	*ret = (struct ratio_claim){ i, 0, i + 1 };
	return true;
}

/* "Af de 412 nye borgere i 2011 har 268, svarende til 65 pct., underskrevet …": whatever
 * comes behind. */
static bool
find_of_whole(const struct said *s, size_t i, struct ratio_claim *ret)
{
	if (i != 0 || s->len < 3 || !is_counted(&s->at[0]) || !is_counted(&s->at[1]) || !is_share(&s->at[2]) ||
	    !gap_ends(s->gap[0], of_words) || gap_words(s->gap[0]) > 3 || gap_words(s->gap[1]) > NEAR_END ||
	    number_cmp(s->at[0].quantity.point, s->at[1].quantity.point) < 0)
		return false;
	if (!is_restated(s, 2) || folded_starts(str_trim(s->gap[3]), "af"))
		return false;
	*ret = (struct ratio_claim){ 1, 0, 2 };
	return true;
}

/* "… modtog 93 ansøgninger og imødekom 58 af dem (62 pct.)": the only count before. */
static bool
find_of_them(const struct said *s, size_t i, struct ratio_claim *ret)
{
	size_t whole = SIZE_MAX, counts = 0;

	if (i == 0 || i + 1 >= s->len || !is_counted(&s->at[i]) || !is_share(&s->at[i + 1]) ||
	    gap_words(s->gap[i + 1]) > 3 || !gap_ends(s->gap[i + 1], of_them) || !opens(s->gap[i + 1]) ||
	    !closes(s->gap[i + 2]))
		return false;
	for (size_t k = 0; k < i; k++)
		if (is_counted(&s->at[k])) {
			whole = k;
			counts++;
		}
	*ret = (struct ratio_claim){ i, whole, i + 1 };
	return counts == 1;
}

static uint8_t
one_more(uint8_t scale)
{
	return scale < NUMBER_SCALE_MAX ? (uint8_t)(scale + 1) : scale;
}

/* "to ud af tre", "8 ud af 10": so few are a way to say a share. */
static bool
is_roundly(const struct reading *r)
{
	return is_counted(r) && number_cmp(r->quantity.point, NUMBER(FEW, 0)) <= 0;
}

static struct interval
roundly(struct interval i)
{
	if (i.low.exists && !number_sub(i.low.at, NUMBER(ROUNDLY, 0), &i.low.at))
		i.low.exists = false;
	if (i.high.exists && !number_add(i.high.at, NUMBER(ROUNDLY, 0), &i.high.at))
		i.high.exists = false;
	return i;
}

/* Kroner of an amount, the figure of a count. */
static const struct quantity *
quantity_of(const struct reading *r)
{
	return is_money(r) ? &r->money.amount : &r->quantity;
}

static void
judge_ratio(struct audit *x, const struct said *s, struct ratio_claim c, const struct said *after)
{
	const struct reading *part = &s->at[c.part], *whole = &s->at[c.whole];
	const struct reading *share = after == NULL ? &s->at[c.share] : &after->at[c.share];
	const struct quantity *p = quantity_of(part), *w = quantity_of(whole);
	struct checked        k = { .code = AUDIT_RATIO, .has_amounts = share->quantity.has_point };
	struct interval       expected, percent = share->quantity.range;

	k.printed = reading_point(share);
	if (is_roundly(part) && is_roundly(whole))
		percent = roundly(percent);
	if (!w->has_point || !p->has_point || !span_share(w->range, percent, &expected) ||
	    !percent_of(p->point, w->point, one_more(k.printed.scale), &k.expected))
		return;
	k.holds = interval_overlaps(expected, p->range);
	k.da = arena_printf(x->arena, STR_FMT " af " STR_FMT " er " STR_FMT " pct., der står " STR_FMT,
	    STR_ARG(reading_words(x, part, NOTATION_DA)), STR_ARG(reading_words(x, whole, NOTATION_DA)),
	    STR_ARG(number_words(x, k.expected, NOTATION_DA)), STR_ARG(reading_words(x, share, NOTATION_DA)));
	k.en = arena_printf(x->arena, STR_FMT " of " STR_FMT " is " STR_FMT " per cent, printed " STR_FMT,
	    STR_ARG(reading_words(x, part, NOTATION_EN)), STR_ARG(reading_words(x, whole, NOTATION_EN)),
	    STR_ARG(number_words(x, k.expected, NOTATION_EN)), STR_ARG(reading_words(x, share, NOTATION_EN)));
	k.hint_da = STR("ret antallene eller andelen, eller skriv, hvad andelen er af");
	k.hint_en = STR("correct the counts or the share, or say what the share is of");
	spoken_judge(x, after == NULL ? s : after, c.share, k);
}

/* "46 ud af 115 ansøgere fik tilsagn. Det svarer til 40 pct." */
static void
check_next(struct audit *x, const struct said *s, const struct said *next)
{
	if (s->len == 2 && is_part_of(s, 0) && is_counted(&s->at[0]) && next->len == 1 && is_share(&next->at[0]) &&
	    gap_ends(next->gap[0], says_again) && gap_words(next->gap[0]) <= 3 &&
	    !folded_starts(str_trim(next->gap[1]), "af") && gap_words(next->gap[1]) <= NEAR)
		judge_ratio(x, s, (struct ratio_claim){ 0, 1, 0 }, next);
}

static bool
find_claim(const struct said *s, size_t i, struct ratio_claim *ret)
{
	return find_out_of(s, i, ret) || find_share_of(s, i, ret) || find_joined(s, i, ret) ||
	    find_whole_first(s, i, ret) || find_each_of_whole(s, i, ret) || find_of_whole(s, i, ret) ||
	    find_of_them(s, i, ret) || find_is_share_of(s, i, ret);
}

/* Each share once, though two ways of saying it may fit. */
static void
ratios_in(struct audit *x, const struct said *s)
{
	struct ratio_claim c;
	size_t             told = SIZE_MAX;

	for (size_t i = 0; i < s->len; i++) {
		if (!find_claim(s, i, &c) || c.share == told)
			continue;
		judge_ratio(x, s, c, NULL);
		told = c.share;
	}
	fractions_check(x, s);
}

static void
ratios_of(struct audit *x, const struct passage *p, void *with)
{
	(void)with;
	for (size_t k = 0; k < p->len; k++) {
		ratios_in(x, &p->at[k]);
		if (k + 1 < p->len)
			check_next(x, &p->at[k], &p->at[k + 1]);
	}
}

void
audit_ratios(struct audit *x)
{
	spoken_each(x, cues, ratios_of, NULL);
}
