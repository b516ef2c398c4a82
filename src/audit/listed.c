/* listed.c - amounts one after the other and their total in one sentence: "3,0 mio.
 * kr. i 2010 og 2,5 mio. kr. i 2011, i alt 5,5 mio. kr."; "4,8 mio. kr., heraf 3,6 mio.
 * kr. til løn og 1,2 mio. kr. til drift". What is only part of a total may be less. */
#include <string.h>
#include "audit/addends.h"
#include "audit/spans.h"

#define NEAR 10                 /* words between an amount and the total behind it */

static const char *const cues[] = { "i alt", "ialt", "tilsammen", "sammenlagt", "samlet", "heraf", "hvoraf",
	"deraf", NULL };
static const char *const total_words[] = { "i alt", "ialt", "tilsammen", "sammenlagt", "samlet", "altsaa",
	"i alt altsaa", "dvs", "dvs.", NULL };
static const char *const of_which[] = { "heraf", "hvoraf", "deraf", NULL };
static const char *const rest[] = { "resterende", "oevrige", "resten", "remaining", NULL };
static const char *const joint[] = { "og", "samt", "plus", NULL };
static const char *const relating[] = { "af", "af de", "ud af", "fra", "mod", "end", "over", "under", "mellem",
	"til", "hertil kommer", NULL };
static const char *const besides[] = { "inkl*", "ekskl*", "herudover", "foruden", "udover", "ud over",
	"hertil", NULL };
static const char *const purposes[] = { "til", "i", "fra", "paa", "for", NULL };

static bool
is_joined(struct str gap)
{
	return memchr(gap.at, ',', gap.len) != NULL || folded_has_any(gap, joint);
}

static bool
is_plain(const struct reading *r)
{
	return is_money(r) && addends_can(r) && r->recurrence == RECURRENCE_NONE;
}

/* "A, B og C, i alt D": figure `t` is D. */
static void
check_total_behind(struct audit *x, const struct said *s, size_t t)
{
	struct addends      a = { .total = { s, t } };
	struct str          gap = s->gap[t];
	const struct reading *r = &s->at[t];

	if (t < 2 || !is_money(r) || !addends_can(r) || t + 1 != s->len || gap_words(gap) > NEAR ||
	    !is_joined(gap) || folded_has_any(s->folded, of_which) || folded_has_any(s->folded, besides) ||
	    is_incomplete(s->folded))
		return;
	if (r->recurrence == RECURRENCE_TOTAL ? !gap_ends(gap, joint) && !str_ends(str_trim(gap), STR(","))
	                                      : !gap_ends(gap, total_words))
		return;
	for (size_t i = 0; i < t; i++) {
		if (!is_plain(&s->at[i]) || a.len == PARTS_MAX ||
		    (i > 0 && (!is_joined(s->gap[i]) || gap_ends(s->gap[i], relating))))
			return;
		a.part[a.len++] = (struct addend){ s, i };
	}
	addends_judge(x, &a);
}

/* "3,0 mio. kr. i 2010 og 2,5 mio. kr. i 2011. I alt 5,5 mio. kr." */
static void
check_total_next(struct audit *x, const struct said *s, const struct said *next)
{
	struct addends a = { .total = { next, 0 } };

	for (size_t i = 1; i < next->len; i++)
		if (is_money(&next->at[i]))
			return;
	if (s->len < 2 || next->len == 0 || !is_money(&next->at[0]) || !addends_can(&next->at[0]) ||
	    next->at[0].recurrence != RECURRENCE_TOTAL || gap_words(next->gap[0]) > 0 ||
	    gap_words(next->gap[1]) > NEAR || folded_has_any(s->folded, of_which) ||
	    folded_has_any(s->folded, besides) || folded_has_any(next->folded, besides) || is_incomplete(s->folded))
		return;
	for (size_t i = 0; i < s->len; i++) {
		if (!is_plain(&s->at[i]) || a.len == PARTS_MAX ||
		    (i > 0 && (!is_joined(s->gap[i]) || gap_ends(s->gap[i], relating))))
			return;
		a.part[a.len++] = (struct addend){ s, i };
	}
	addends_judge(x, &a);
}

/* The small word that an amount is followed by: "til løn", "i 2010". */
static const char *
purpose_of(struct str gap)
{
	gap = str_trim(gap);
	for (size_t i = 0; purposes[i] != NULL; i++)
		if (folded_starts(gap, purposes[i]) && gap.len > strlen(purposes[i]) &&
		    gap.at[strlen(purposes[i])] == ' ')
			return purposes[i];
	return NULL;
}

/* Parts are told in one way, or they may be parts in two directions. */
static bool
gather_parts(const struct said *s, size_t i, struct addends *a)
{
	const char *purpose = i + 1 < s->len ? purpose_of(s->gap[i + 2]) : NULL;

	for (size_t k = i + 1; k < s->len; k++) {
		if (!is_plain(&s->at[k]) || a->len == PARTS_MAX || purpose == NULL ||
		    purpose_of(s->gap[k + 1]) != purpose)
			return false;
		if (k > i + 1 && (!is_joined(s->gap[k]) || gap_ends(s->gap[k], relating) ||
		    folded_has_any(s->gap[k], of_which)))
			return false;
		a->part[a->len++] = (struct addend){ s, k };
	}
	return a->len > 1;
}

/* The parts may not be more than the whole. */
static bool
exceed(const struct addends *a)
{
	const struct reading *total = addend_reading(a->total);
	struct interval       range;
	struct number         point;

	return addends_sum(a, &range, &point) && number_cmp(point, total->money.printed) > 0;
}

static void
check_of_which(struct audit *x, const struct said *s, size_t i)
{
	struct addends a = { .total = { s, i } };

	if (i + 2 >= s->len || !is_money(&s->at[i]) || !addends_can(&s->at[i]) ||
	    (s->at[i].recurrence != RECURRENCE_NONE && s->at[i].recurrence != RECURRENCE_TOTAL) ||
	    !folded_has_any(s->gap[i + 1], of_which) || gap_words(s->gap[i + 1]) > NEAR ||
	    folded_has_any(s->folded, rest) || !gather_parts(s, i, &a))
		return;
	if (addends_fit(&a) || exceed(&a))
		addends_judge(x, &a);
}

/* "Budgettet er 215.000 kr. Heraf er brugt 128.400 kr. til …" */
static void
check_of_which_next(struct audit *x, const struct said *s, const struct said *next)
{
	struct said both;

	if (s->piece != next->piece || s->len != 1 || !is_money(&s->at[0]) || next->len < 2 ||
	    !folded_starts_any(str_trim(next->gap[0]), of_which))
		return;
	both = said_join(x, s, next);
	check_of_which(x, &both, 0);
}

static void
visit(struct audit *x, const struct passage *p, void *with)
{
	(void)with;
	for (size_t k = 0; k < p->len; k++) {
		if (k + 1 < p->len)
			check_of_which_next(x, &p->at[k], &p->at[k + 1]);
		for (size_t i = 0; i < p->at[k].len; i++) {
			check_total_behind(x, &p->at[k], i);
			check_of_which(x, &p->at[k], i);
		}
		if (k + 1 < p->len && !p->at[k].item)
			check_total_next(x, &p->at[k], &p->at[k + 1]);
	}
}

void
audit_listed(struct audit *x)
{
	spoken_each(x, cues, visit, NULL);
}
