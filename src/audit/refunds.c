/* refunds.c - gross, share and net of an amount; and what a form costs against
 * its line of the overview. */
#include "audit/economy.h"
#include "audit/spans.h"

#define OPENING 4               /* words before the amount that a cell begins with */

static const char *const cues[] = { "kr", "mio", "mia", "million", "milliard", NULL };
static const char *const refunded[] = { "refu*", "statsrefusion*", NULL };
static const char *const net[] = { "netto*", "derfor", "kommunale finansiering", "kommune finansiering",
	"kommunens andel", "kommunens egen*", "egenfinansiering*", "oekonomioversigt*", "oversigt*", NULL };
static const char *const the_refund[] = { "refusionen", "refusion paa", "statens andel", "svarende til",
	NULL };
static const char *const of_which[] = { "heraf", "hvoraf", "deraf", "af de", "af disse", NULL };
static const char *const corresponds[] = { "svarende til", NULL };

struct parted {
	const struct said *gross_said, *part_said;
	size_t             gross, part; /* figures */
	const struct reading *share;
	bool               rest;        /* the part is what the share leaves */
};

static struct str
amount_range(struct audit *x, struct interval i, int64_t factor, enum notation n)
{
	struct number low, high;

	if (!i.low.exists || !i.high.exists || !kroner_in(i.low.at, factor, &low) ||
	    !kroner_in(i.high.at, factor, &high))
		return STR_NONE;
	return arena_printf(x->arena, STR_FMT " - " STR_FMT, STR_ARG(number_words(x, low, n)),
	    STR_ARG(number_words(x, high, n)));
}

/* What the share, or what it leaves, comes to as far as rounding knows. */
static bool
expect(const struct parted *p, struct interval *range, struct number *point)
{
	const struct reading *whole = &p->gross_said->at[p->gross];
	struct interval       percent = p->share->quantity.range;
	struct number         share = p->share->quantity.point, kroner;

	if (p->rest && !span_after(percent, true, &percent))
		return false;
	if (p->rest && p->share->quantity.has_point && !number_sub(NUMBER(100, 0), share, &share))
		return false;
	if (!whole->money.amount.has_point || !span_share(whole->money.amount.range, percent, range))
		return false;
	return !p->share->quantity.has_point ||
	    (share_of(whole->money.amount.point, share, &kroner) &&
	     kroner_in(kroner, p->part_said->at[p->part].money.factor, point));
}

static struct str
told(struct audit *x, const struct parted *p, struct str result, bool danish)
{
	enum notation         n = danish ? NOTATION_DA : NOTATION_EN;
	const struct reading *whole = &p->gross_said->at[p->gross], *part = &p->part_said->at[p->part];

	struct str            before = reading_words(x, whole, n), after = reading_words(x, p->share, n);
	const char           *joint = p->rest ? (danish ? "minus" : "less") : (danish ? "af" : "of");

	if (!p->rest) {
		before = after;
		after = reading_words(x, whole, n);
	}
	return arena_printf(x->arena, STR_FMT " %s " STR_FMT " %s " STR_FMT ", %s " STR_FMT,
	    STR_ARG(before), joint, STR_ARG(after), danish ? "er" : "is", STR_ARG(result),
	    danish ? "der står" : "printed", STR_ARG(reading_words(x, part, n)));
}

static void
judge_part(struct audit *x, const struct parted *p)
{
	const struct reading *part = &p->part_said->at[p->part];
	struct checked        k = { .code = AUDIT_REFUND, .printed = part->money.printed };
	struct interval       range;
	struct str            da, en;

	k.has_amounts = p->share->quantity.has_point && part->money.amount.has_point;
	if (!expect(p, &range, &k.expected))
		return;
	k.holds = interval_overlaps(range, part->money.amount.range);
	da = p->share->quantity.has_point ? number_words(x, k.expected, NOTATION_DA)
	                                  : amount_range(x, range, part->money.factor, NOTATION_DA);
	en = p->share->quantity.has_point ? number_words(x, k.expected, NOTATION_EN)
	                                  : amount_range(x, range, part->money.factor, NOTATION_EN);
	k.da = told(x, p, da, true);
	k.en = told(x, p, en, false);
	k.hint_da = STR("ret bruttobeløbet, andelen eller nettobeløbet");
	k.hint_en = STR("correct the gross amount, the share or the net amount");
	spoken_judge(x, p->part_said, p->part, k);
}

/* Is every other amount before sentence `k` a part of the first one? Then the first
 * is what the share is of. */
static bool
are_parts(const struct passage *p, size_t k)
{
	for (size_t n = 0; n < k; n++)
		for (size_t i = n == 0; i < p->at[n].len; i++)
			if (is_money(&p->at[n].at[i]) && !p->at[n].item &&
			    !folded_has_any(p->at[n].gap[i], of_which))
				return false;
	return true;
}

/* The amount that the share is of: the nearest before it in its sentence, else
 * the one that the passage begins with. */
static bool
find_gross(const struct passage *p, size_t k, size_t share, struct parted *ret)
{
	const struct said *first = &p->at[0];

	for (size_t i = share; i-- > 0;)
		if (is_money(&p->at[k].at[i])) {
			ret->gross_said = &p->at[k];
			ret->gross = i;
			return true;
		}
	if (k == 0 || first->len == 0 || !is_money(&first->at[0]) || gap_words(first->gap[0]) > OPENING ||
	    !are_parts(p, k))
		return false;
	ret->gross_said = first;
	ret->gross = 0;
	return true;
}

/* What comes after the share: the refund itself, or what it leaves. */
static bool
find_part(const struct passage *p, size_t k, size_t share, struct parted *ret)
{
	for (size_t n = k; n < p->len && n <= k + 2; n++)
		for (size_t i = n == k ? share + 1 : 0; i < p->at[n].len; i++) {
			const struct said *s = &p->at[n];

			if (!is_money(&s->at[i]))
				continue;
			ret->part_said = s;
			ret->part = i;
			ret->rest = !folded_has_any(s->gap[i], the_refund);
			return !ret->rest || folded_has_any(s->gap[i], net) ||
			    (n > k && folded_has_any(s->folded, net));
		}
	return false;
}

/* "Indsatsen koster 65,8 mio. kr. Godt halvdelen … svarende til 32,9 mio. kr." */
static bool
find_corresponding(const struct passage *p, size_t k, struct parted *ret)
{
	const struct said *s = &p->at[k], *before = s - 1;

	if (k == 0 || s->len != 2 || !is_share(&s->at[0]) || !is_money(&s->at[1]) ||
	    !gap_ends(s->gap[1], corresponds) || before->len != 1 || !is_money(&before->at[0]))
		return false;
	*ret = (struct parted){ .gross_said = before, .part_said = s, .part = 1, .share = &s->at[0] };
	return true;
}

/* "Staten refunderer 50 pct. Bruttoudgiften på 42,6 mio. kr. svarer derfor til netto 21,3
 * mio. kr.": both amounts in the sentence behind the share. */
static bool
find_behind(const struct passage *p, size_t k, struct parted *ret)
{
	static const char *const gross[] = { "brutto*", "refusionen af", "refusion af", NULL };
	const struct said *s = &p->at[k], *next = s + 1;
	bool               refund;

	if (k + 1 >= p->len || s->len != 1 || !is_share(&s->at[0]) || next->len != 2 || !is_money(&next->at[0]) ||
	    !is_money(&next->at[1]) || !folded_has_any(next->gap[0], gross))
		return false;
	refund = folded_has(next->gap[0], "refusion*") || folded_has(next->gap[1], "refusion*");
	if (!refund && !folded_has_any(next->gap[1], net))
		return false;
	*ret = (struct parted){ .gross_said = next, .part_said = next, .gross = 0, .part = 1, .share = &s->at[0],
		.rest = !refund };
	return true;
}

static void
refunds_in(struct audit *x, const struct passage *p)
{
	for (size_t k = 0; k < p->len; k++) {
		const struct said *s = &p->at[k];
		struct parted      r = { .share = NULL };

		if (!folded_holds_any(s->whole, refunded)) {
			if (find_corresponding(p, k, &r))
				judge_part(x, &r);
			continue;
		}
		if (find_behind(p, k, &r)) {
			judge_part(x, &r);
			continue;
		}
		for (size_t i = 0; i < s->len && r.share == NULL; i++)
			if (is_share(&s->at[i]) && find_gross(p, k, i, &r) && find_part(p, k, i, &r)) {
				r.share = &s->at[i];
				judge_part(x, &r);
			}
	}
}

static void
visit(struct audit *x, const struct passage *p, void *with)
{
	refunds_in(x, p);
	economy_check_form(x, with, p);
}

void
audit_refunds(struct audit *x)
{
	struct economy e = economy_read(x);

	spoken_each(x, cues, visit, &e);
	economy_check_key_figures(x, &e);
}
