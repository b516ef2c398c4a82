#include "audit/parts.h"
#include "audit/addends.h"
#include "audit/spans.h"

static const char *const of_which[] = { "heraf", "hvoraf", "deraf", "af disse", "of which", NULL };
static const char *const out_of[] = { "af de", "ud af de", "ud af", "of", "of the", NULL };
static const char *const the_rest[] = { "resterende", "oevrige", "resten", "remaining", NULL };
static const char *const shared_out[] = { "fordelt", "fordeler", "fordeles", "fordelingen", "bestaar af",
	"sammensat af", "finansieres", "finansieret", "finansieringen", "raadighedsbeloeb",
	NULL };
static const char *const each_words[] = { "a", "af", "paa hver", "hver paa", "paa", "each", NULL };
static const char *const joint[] = { "og", "samt", "plus", "and", NULL };

/* How many figures of its kind stand in its sentence: with others it is not
 * certain of which the parts are. */
static size_t
counted_alike(struct addend a)
{
	size_t n = 0;

	for (size_t i = 0; i < a.said->len && i <= a.i; i++)
		n += same_type(&a.said->at[i], addend_reading(a));
	return n;
}

static bool
next_figure(const struct passage *p, struct addend *a)
{
	size_t k = (size_t)(a->said - p->at);

	if (a->i + 1 < a->said->len) {
		a->i++;
		return true;
	}
	for (k++; k < p->len; k++)
		if (p->at[k].len > 0) {
			*a = (struct addend){ &p->at[k], 0 };
			return true;
		}
	return false;
}

/* The words before a figure in its sentence that belong to it. */
static struct str
words_before(struct addend a)
{
	return a.said->gap[a.i];
}

/* "inden for tre måneder" counts nothing that could be a part. */
static bool
is_duration(struct addend a)
{
	static const char *const units[] = { "aar", "maaned", "maaneder", "uge", "uger", "dag", "dage", "time",
		"timer", "year", "years", "month", "months", "week", "weeks", "day", "days", NULL };

	return folded_starts_any(str_trim(a.said->gap[a.i + 1]), units);
}

/* "342 …, heraf 171 …. De resterende 171 …": the total, what is of it, and the
 * rest, one after the other. */
static void
check_rest(struct audit *x, const struct passage *p, struct addend total)
{
	struct addends    s = { .total = total, .len = 2 };
	struct addend at = total;

	if (!addends_can(addend_reading(at)) || !next_figure(p, &at) || !addends_can(addend_reading(at)) ||
	    !(folded_has_any(words_before(at), of_which) || gap_ends(words_before(total), out_of)))
		return;
	s.part[0] = at;
	while (next_figure(p, &at) && !folded_has_any(words_before(at), the_rest))
		if ((same_type(addend_reading(at), addend_reading(total)) && !is_duration(at)) || s.len == PARTS_MAX)
			return;
	if (at.said == s.part[0].said && at.i == s.part[0].i)
		return;
	s.part[1] = at;
	if (!folded_has_any(words_before(at), the_rest) || !addends_can(addend_reading(at)) ||
	    !same_type(addend_reading(total), addend_reading(s.part[0])) ||
	    !same_type(addend_reading(total), addend_reading(at)))
		return;
	if (gap_dated(words_before(at)) ||
	    (gap_dated(words_before(s.part[0])) && !gap_ends(words_before(total), out_of)))
		return;
	if (counted_alike(total) == 1 || addends_fit(&s))
		addends_judge(x, &s);
}

/* "40 deltagere, heraf 25 kvinder og 15 mænd": two that make a whole. */
static void
check_pair(struct audit *x, const struct said *said, size_t i)
{
	static const struct { const char *one, *other; } pairs[] = {
		{ "kvinder", "maend" }, { "piger", "drenge" }, { "maend", "kvinder" }, { "drenge", "piger" },
		{ "boern", "voksne" }, { "voksne", "boern" }, { "valgte", "udpegede" }, { "nye", "fortsat*" },
		{ "nye", "viderefoert*" }, { "nye", "eksisterende" }, { "private", "offentlige" },
		{ "offentlige", "private" }, { "women", "men" }, { "girls", "boys" }, { "new", "continued" },
		{ "new", "existing" },
	};
	struct addends s = { .total = { said, i }, .part = { { said, i + 1 }, { said, i + 2 } }, .len = 2 };

	if (i + 2 >= said->len || !addends_can(&said->at[i]) || !addends_can(&said->at[i + 1]) ||
	    !addends_can(&said->at[i + 2]) || !same_type(&said->at[i], &said->at[i + 1]) ||
	    !same_type(&said->at[i], &said->at[i + 2]) ||
	    !(folded_has_any(said->gap[i + 1], of_which) || gap_ends(said->gap[i], out_of)))
		return;
	for (size_t k = 0; k < COUNT_OF(pairs); k++)
		if (folded_starts(str_trim(said->gap[i + 2]), pairs[k].one) && gap_words(said->gap[i + 2]) == 2 &&
		    folded_has_any(said->gap[i + 2], joint) &&
		    folded_starts(str_trim(said->gap[i + 3]), pairs[k].other) &&
		    (counted_alike(s.total) == 1 || addends_fit(&s)))
			addends_judge(x, &s);
}

/* "… fordelt på 4,0 mio. kr. til A og 6,0 mio. kr. til B": all amounts after it. */
static void
check_shared_in_sentence(struct audit *x, const struct said *s, size_t i)
{
	struct addends sum = { .total = { s, i } };

	if (!addends_can(&s->at[i]) || i + 2 >= s->len || !folded_has_any(s->gap[i + 1], shared_out) ||
	    folded_has_any(s->folded, of_which) || folded_has_any(s->folded, the_rest) || is_incomplete(s->folded))
		return;
	for (size_t k = i + 1; k < s->len; k++) {
		if (sum.len == PARTS_MAX || !same_type(&s->at[k], &s->at[i]) || !addends_can(&s->at[k]) ||
		    (s->at[k].recurrence == RECURRENCE_YEAR && s->at[i].recurrence != RECURRENCE_YEAR))
			return;
		sum.part[sum.len++] = (struct addend){ s, k };
	}
	if (is_counted(&s->at[i]) && !folded_has_any(s->gap[s->len - 1], joint))
		return;
	if (folded_starts(s->folded, "af") && !addends_fit(&sum))
		return;         /* "Af de 10 mio. kr. finansieres 4 mio. kr. …": not all of it */
	addends_judge(x, &sum);
}

/* A list whose items each have one amount, first, after a colon or in brackets at the
 * end: "119,2 mio. kr. til A", "A: 119,2 mio. kr.", "A (119,2 mio. kr.)" */
static bool
item_amount(const struct said *s, const struct reading *total)
{
	struct str gap = s->len == 0 ? STR_NONE : str_trim(s->gap[0]), after;
	size_t     first;

	if (s->len > 1 && is_money(total) && spoken_amounts(s, &first) == 1 && first + 1 == s->len)
		return addends_can(&s->at[first]) && str_ends(str_trim(s->gap[first]), STR(":")) &&
		    gap_words(s->gap[s->len]) == 0;     /* "½ stilling: 0,8 mio. kr." */
	if (s->len != 1 || !same_type(&s->at[0], total) || !addends_can(&s->at[0]))
		return false;
	after = str_trim(s->gap[1]);
	return gap.len == 0 || str_ends(gap, STR(":")) || (str_ends(gap, STR("(")) && str_starts(after, STR(")")) && after.len <= 2);
}

static void
check_shared_in_list(struct audit *x, const struct passage *p, struct addend total)
{
	struct addends          s = { .total = total };
	const struct piece *last = NULL;
	size_t              k = 0;
	bool                cued = false;

	while (k < p->len && !p->at[k].item)
		k++;
	if (k == 0 || k == p->len || !str_ends(str_trim(p->at[k - 1].text), STR(":")))
		return;
	cued = folded_has_any(p->at[k - 1].folded, shared_out) || folded_has(p->at[k - 1].folded, "foelgende") ||
	    (total.said == &p->at[k - 1] && str_eq(str_trim(total.said->gap[total.i + 1]), STR(":")));
	for (; k < p->len && p->at[k].item && cued; k++) {
		if (p->at[k].piece == last)
			continue;
		last = p->at[k].piece;
		if (s.len == PARTS_MAX || !item_amount(&p->at[k], addend_reading(total)))
			return;
		s.part[s.len++] = (struct addend){ &p->at[k], p->at[k].len - 1 };
	}
	if (s.len >= 2)
		addends_judge(x, &s);
}

/* "i alt 9 mio. kr. fordelt på 6 projekter à 1,5 mio. kr." */
static void
check_each(struct audit *x, const struct said *s, size_t i)
{
	const struct reading *total = &s->at[i], *n = total + 1, *each = total + 2;
	struct checked        k = { .code = AUDIT_SUM, .has_amounts = true, .printed = reading_point(total) };
	struct interval       range;
	struct number         kroner;

	if (i + 2 >= s->len || !is_money(total) || !addends_can(total) || !is_counted(n) || !is_money(each) ||
	    !addends_can(each) || !folded_has_any(s->gap[i + 1], shared_out) || !gap_ends(s->gap[i + 2], each_words))
		return;
	if (n->quantity.point.scale != 0 || n->quantity.qualifier != QUALIFIER_NONE ||
	    !span_times(each->money.amount.range, n->quantity.point.units, &range) ||
	    !number_mul(each->money.amount.point, n->quantity.point, &kroner) ||
	    !kroner_in(kroner, total->money.factor, &k.expected))
		return;
	k.holds = interval_overlaps(range, total->money.amount.range);
	k.da = arena_printf(x->arena, STR_FMT " gange " STR_FMT " er " STR_FMT ", der står " STR_FMT,
	    STR_ARG(reading_words(x, n, NOTATION_DA)), STR_ARG(reading_words(x, each, NOTATION_DA)),
	    STR_ARG(number_words(x, k.expected, NOTATION_DA)), STR_ARG(reading_words(x, total, NOTATION_DA)));
	k.en = arena_printf(x->arena, STR_FMT " times " STR_FMT " is " STR_FMT ", printed " STR_FMT,
	    STR_ARG(reading_words(x, n, NOTATION_EN)), STR_ARG(reading_words(x, each, NOTATION_EN)),
	    STR_ARG(number_words(x, k.expected, NOTATION_EN)), STR_ARG(reading_words(x, total, NOTATION_EN)));
	spoken_judge(x, s, i, k);
}

void
parts_check(struct audit *x, const struct passage *p)
{
	for (size_t k = 0; k < p->len; k++)
		for (size_t i = 0; i < p->at[k].len; i++) {
			check_rest(x, p, (struct addend){ &p->at[k], i });
			check_pair(x, &p->at[k], i);
			check_shared_in_sentence(x, &p->at[k], i);
			check_each(x, &p->at[k], i);
		}
	for (size_t i = 0; p->len > 0 && i < p->at[0].len && !p->at[0].item; i++)
		if (is_money(&p->at[0].at[i])) {
			check_shared_in_list(x, p, (struct addend){ &p->at[0], i });
			break;
		}
}

/* ---- projects of an agreement ---- */

static bool
add_project(struct audit *x, struct addends *s, const struct proposal *p)
{
	for (size_t i = 0; i < p->len; i++) {
		struct said *said;

		if (p->at[i].kind != FIELD_AMOUNT)
			continue;
		said = ARENA_NEW(x->arena, struct said);
		*said = said_of(x, p->at[i].text);
		if (said->len != 1 || !is_money(&said->at[0]) || !addends_can(&said->at[0]) || s->len == PARTS_MAX)
			return false;
		s->part[s->len++] = (struct addend){ said, 0 };
		return true;
	}
	return false;
}

void
parts_check_projects(struct audit *x, const struct passage *p)
{
	for (size_t k = 0; k < p->len; k++) {
		const struct said *s = &p->at[k];
		struct addends     sum = { .total = { s, 0 } };
		size_t             n = 1;
		bool               all = true;

		if (s->len == 2 && is_counted(&s->at[0]))
			n = 0;          /* "seks projekter med en bevilling på 14,5 mio. kr." */
		sum.total.i = 1 - n;
		if (s->len != 2 || !is_money(&s->at[1 - n]) || !addends_can(&s->at[1 - n]) || !is_counted(&s->at[n]) ||
		    !folded_starts(str_trim(s->gap[n + 1]), "projekt*"))
			continue;
		for (size_t i = 0; i < x->seen->len && all; i++)
			if (x->seen->at[i].kind == PROPOSAL_AGREEMENT_PROJECT)
				all = add_project(x, &sum, &x->seen->at[i]);
		if (all && sum.len > 1 &&
		    number_cmp(s->at[n].quantity.point, NUMBER((int64_t)sum.len, 0)) == 0)
			addends_judge(x, &sum);
	}
}
