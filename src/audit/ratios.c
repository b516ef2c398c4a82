/* ratios.c - a share beside counts: "47 of 83, or 65 per cent". */
#include "audit/spans.h"
#include "audit/spoken.h"

#define NEAR 5                          /* words between figures that belong together */

static const char *const cues[] = { "%", "pct", "procent", "halvdel", "tredjedel", "fjerdedel",
	"femtedel", NULL };
static const char *const of_words[] = { "ud af", "ud af de", "ud af i alt", "af", "af de", "af i alt",
	"af alle", "out of", "of", "of the", NULL };
static const char *const or_words[] = { "eller", "svarende til", "dvs.", "dvs", "altsaa", "lig med",
	"or", "that is", NULL };
static const char *const changing[] = { "steg*", "stig*", "fald*", "vaekst*", "voks*", "oeg*",
	"reducer*", "flere", "faerre", "mere", "mindre", "hoejere", "lavere", NULL };
static const char *const joining[] = { "og", "heraf", "hvoraf", "deraf", "af dem", "af disse", NULL };

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

	if (gap_words(s->gap[i]) > NEAR)
		return false;
	if (opens(s->gap[i]))
		return closes(after) || folded_starts(str_trim(after), "af");
	return gap_ends(s->gap[i], or_words);
}

static bool
is_part_of(const struct said *s, size_t part)
{
	struct str gap = s->gap[part + 1];

	return is_counted(&s->at[part]) && is_counted(&s->at[part + 1]) && gap_words(gap) <= NEAR &&
	    gap_ends(gap, of_words);
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

static uint8_t
one_more(uint8_t scale)
{
	return scale < NUMBER_SCALE_MAX ? (uint8_t)(scale + 1) : scale;
}

static void
judge_ratio(struct audit *x, const struct said *s, struct ratio_claim c)
{
	const struct reading *part = &s->at[c.part], *whole = &s->at[c.whole], *share = &s->at[c.share];
	struct checked        k = { .code = AUDIT_RATIO, .has_amounts = share->quantity.has_point };
	struct interval       expected;

	k.printed = reading_point(share);
	if (!whole->quantity.has_point || !part->quantity.has_point ||
	    !span_share(whole->quantity.range, share->quantity.range, &expected) ||
	    !percent_of(part->quantity.point, whole->quantity.point, one_more(k.printed.scale), &k.expected))
		return;
	k.holds = interval_overlaps(expected, part->quantity.range);
	k.da = arena_printf(x->arena, STR_FMT " af " STR_FMT " er " STR_FMT " pct., der står " STR_FMT,
	    STR_ARG(reading_words(x, part, NOTATION_DA)), STR_ARG(reading_words(x, whole, NOTATION_DA)),
	    STR_ARG(number_words(x, k.expected, NOTATION_DA)), STR_ARG(reading_words(x, share, NOTATION_DA)));
	k.en = arena_printf(x->arena, STR_FMT " of " STR_FMT " is " STR_FMT " per cent, printed " STR_FMT,
	    STR_ARG(reading_words(x, part, NOTATION_EN)), STR_ARG(reading_words(x, whole, NOTATION_EN)),
	    STR_ARG(number_words(x, k.expected, NOTATION_EN)), STR_ARG(reading_words(x, share, NOTATION_EN)));
	k.hint_da = STR("Ret antallene eller andelen, eller skriv, hvad andelen er af.");
	k.hint_en = STR("Correct the counts or the share, or say what the share is of.");
	spoken_judge(x, s, c.share, k);
}

static void
ratios_of(struct audit *x, const struct passage *p, void *with)
{
	struct ratio_claim c;

	(void)with;
	for (size_t k = 0; k < p->len; k++)
		for (size_t i = 0; i < p->at[k].len; i++)
			if (find_out_of(&p->at[k], i, &c) || find_share_of(&p->at[k], i, &c) ||
			    find_joined(&p->at[k], i, &c) || find_whole_first(&p->at[k], i, &c))
				judge_ratio(x, &p->at[k], c);
}

void
audit_ratios(struct audit *x)
{
	spoken_each(x, cues, ratios_of, NULL);
}
