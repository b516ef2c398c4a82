#include "recognise/budget_terms.h"
#include "core/calendar.h"
#include "recognise/folded.h"
#include "recognise/sentence.h"

struct saying {                         /* one sentence */
	struct str      text, folded;
	struct readings read;
};

static const char *const overviews[] = { "oversigt*", "oekonomioversigt*", "budgetoversigt*", NULL };

/* The figure that is printed: "godt 50 pct." begins at it. */
static bool
printed_figure(const struct quantity *q, struct number *ret)
{
	if (!q->has_point && !q->range.low.exists)
		return false;
	*ret = q->has_point ? q->point : q->range.low.at;
	return true;
}

static size_t
count_of(const struct saying *s, enum reading_type type, const struct reading **first)
{
	size_t n = 0;

	for (size_t i = s->read.len; i-- > 0;)
		if (s->read.at[i].type == type) {
			*first = &s->read.at[i];
			n++;
		}
	return n;
}

/* "refunderes med godt 50 pct. statslig refusion": the share. */
static void
read_refund(const struct saying *s, struct budget_terms *t)
{
	const struct reading *share = NULL;

	if (!folded_has(s->folded, "refunderes") || !folded_has_any(s->folded,
	    (const char *const[]){ "stat*", "staten", NULL }) || count_of(s, READING_PERCENT, &share) != 1)
		return;
	t->has_refund = printed_figure(&share->quantity, &t->share);
}

/* "finansieres alene af statslige midler", "indgår ikke i økonomioversigten" */
static void
read_exclusion(const struct saying *s, struct budget_terms *t)
{
	static const char *const alone[] = { "alene af stat*", "udelukkende af stat*", "fuldt ud af stat*", NULL };
	static const char *const out[] = { "indgaar ikke", "ikke medregnet", "medregnes ikke", "er ikke med",
		"indgaar derfor ikke", "fremgaar ikke", NULL };

	if (folded_has_any(s->folded, alone)) {
		t->has_financing = true;
		t->financing = FINANCING_STATE_GRANT;
	}
	if (folded_has_any(s->folded, out) && folded_has_any(s->folded, overviews))
		t->excluded = s->text;
}

/* Folding keeps the order of words, so the n-th word of both is the same. */
static struct str
words_from(const struct saying *s, size_t folded_at)
{
	size_t n = 0, at = 0;

	for (size_t i = 0; i < folded_at; i++)
		n += s->folded.at[i] == ' ';
	for (; n > 0 && at < s->text.len; at++)
		n -= s->text.at[at] == ' ';
	return str_trim(str_slice(s->text, at, s->text.len));
}

static struct str
without_stop(struct str s)
{
	while (s.len > 0 && (s.at[s.len - 1] == '.' || s.at[s.len - 1] == ';'))
		s.len--;
	return s;
}

/* "I økonomioversigten medregnes de 2 mio. kr. under styrket administration" */
static void
read_elsewhere(const struct saying *s, struct budget_terms *t)
{
	static const char *const counted[] = { "medregnes", "medregnet", "indgaar", "afholdes", "regnes med",
		"taelles med", NULL };
	size_t under = folded_find(s->folded, "under", 0);

	if (under == SIZE_MAX || !folded_has_any(s->folded, counted) || !folded_has_any(s->folded, overviews) ||
	    folded_has(s->folded, "ikke"))
		return;
	t->elsewhere = s->text;
	t->within = without_stop(words_from(s, under + 6));
}

/* "Heraf er 4,2 mio. kr. øremærket til …", "Af de 4,5 mio. kr. anvendes 1 mio. kr. til …" */
static void
read_earmark(const struct saying *s, struct budget_terms *t)
{
	static const char *const verbs[] = { "oeremaerket", "reserveret", "afsat", "anvendes", "bruges", NULL };
	const struct reading    *last = NULL;
	struct str               rest;
	size_t                   to;

	if ((!folded_starts(s->folded, "heraf") && !folded_starts(s->folded, "deraf") &&
	    !folded_starts(s->folded, "af de")) || !folded_has_any(s->folded, verbs) ||
	    t->earmarks == EARMARKS_MAX)
		return;
	for (size_t i = 0; i < s->read.len; i++)
		if (s->read.at[i].type == READING_MONEY && s->read.at[i].quantity.has_point)
			last = &s->read.at[i];
	if (last == NULL)
		return;
	rest = str_slice(s->text, last->end, s->text.len);
	to = str_find(rest, STR(" til "), 0);
	if (to == SIZE_MAX)
		return;
	t->earmark[t->earmarks++] = (struct earmark){ last->quantity.point,
		without_stop(str_trim(str_slice(rest, to + 5, rest.len))) };
}

/* Is `percent` of `whole` about `part`, half a unit of its last digit to each side? */
static bool
is_part(struct number whole, struct number percent, const struct reading *part)
{
	struct number exact;

	if (percent.scale + 2 > NUMBER_SCALE_MAX)
		return false;
	percent.scale = (uint8_t)(percent.scale + 2);
	return number_mul(whole, percent, &exact) &&
	    interval_contains(part->quantity.range, exact);
}

static void
try_part(struct number percent, const struct reading *whole, const struct reading *part,
         struct budget_terms *t)
{
	if (t->has_part || whole->type != READING_MONEY || part->type != READING_MONEY ||
	    !whole->quantity.has_point || !part->quantity.has_point ||
	    !is_part(whole->quantity.point, percent, part))
		return;
	t->has_part = true;
	t->whole = whole->quantity.point;
	t->percent = percent;
	t->part = part->quantity.point;
}

/* "65,8 mio. kr. … godt halvdelen … svarende til 32,9 mio. kr." over sentences. */
static void
read_part(const struct readings *all, struct budget_terms *t)
{
	for (size_t p = 0; p < all->len; p++) {
		struct number percent;

		if (all->at[p].type != READING_PERCENT || all->at[p].unit != UNIT_PERCENT ||
		    !printed_figure(&all->at[p].quantity, &percent))
			continue;
		for (size_t i = 0; i < all->len; i++)
			for (size_t k = i + 1; k < all->len; k++)
				try_part(percent, &all->at[i], &all->at[k], t);
	}
}

/* Of what the state refunds a share, the first amount is the gross one. */
static void
read_gross(const struct readings *all, struct budget_terms *t)
{
	for (size_t i = 0; i < all->len && t->has_refund; i++)
		if (all->at[i].type == READING_MONEY && all->at[i].quantity.has_point) {
			t->gross = all->at[i].quantity.point;
			return;
		}
	t->has_refund = false;
}

struct budget_terms
budget_terms_read(struct arena *a, struct str text)
{
	struct budget_terms t = { 0 };
	struct readings     all = phrase_read(a, text, NOTATION_DA, NULL);
	struct saying       s;

	for (size_t at = 0; sentence_next(text, &at, &s.text);) {
		s.text = str_trim(s.text);
		s.folded = utf8_fold(a, s.text);
		s.read = phrase_read(a, s.text, NOTATION_DA, NULL);
		read_refund(&s, &t);
		read_exclusion(&s, &t);
		read_elsewhere(&s, &t);
		read_earmark(&s, &t);
	}
	read_gross(&all, &t);
	if (!t.has_refund)
		read_part(&all, &t);
	return t;
}

bool
financing_named(struct arena *a, struct str text, enum financing *ret)
{
	static const struct {
		const char    *words;
		enum financing financing;
	} names[] = {
		{ "statsrefusion*", FINANCING_STATE_REFUND }, { "statslig refusion", FINANCING_STATE_REFUND },
		{ "statslig*", FINANCING_STATE_GRANT }, { "staten", FINANCING_STATE_GRANT },
		{ "statstilskud", FINANCING_STATE_GRANT }, { "satspulje*", FINANCING_STATE_GRANT },
		{ "ministeriet", FINANCING_STATE_GRANT }, { "fond", FINANCING_FUND }, { "fonde", FINANCING_FUND },
		{ "fonden", FINANCING_FUND }, { "fondsmidler", FINANCING_FUND },
		{ "medarbejdertimer", FINANCING_IN_KIND }, { "kommunal*", FINANCING_MUNICIPAL },
		{ "kommunen", FINANCING_MUNICIPAL }, { "kommunekassen", FINANCING_MUNICIPAL },
	};
	struct str     folded = utf8_fold(a, text);
	enum financing named = FINANCING_COUNT;

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		enum financing f = names[i].financing;

		if (!folded_has(folded, names[i].words) || f == named ||
		    (named == FINANCING_STATE_REFUND && f == FINANCING_STATE_GRANT))
			continue;
		if (named != FINANCING_COUNT)
			return false;           /* several pay */
		named = f;
	}
	if (named == FINANCING_COUNT && str_find(folded, STR("ministeriet"), 0) != SIZE_MAX)
		named = FINANCING_STATE_GRANT;
	if (named != FINANCING_COUNT)
		*ret = named;
	return named != FINANCING_COUNT;
}

/* Whole years: from a first of January to one. */
static bool
whole_years(const struct period *p, struct budget_span *s)
{
	s->from = date_of(p->from).year;
	s->through = date_of(p->to - 1).year;
	return p->from == day_of(s->from, 1, 1) && p->to == day_of(s->through + 1, 1, 1);
}

static bool
set_recurrence(enum recurrence r, struct str folded, struct budget_span *s)
{
	static const char *const total[] = { "i alt", "ialt", "samlet", "samlede", "totalt", NULL };

	switch (r) {
	case RECURRENCE_YEAR:
		return true;
	case RECURRENCE_TOTAL:
		s->whole = s->through > s->from;
		return true;
	case RECURRENCE_ONCE:
		return s->through == s->from;
	case RECURRENCE_NONE:
		s->whole = s->through > s->from;
		return !s->whole || folded_has_any(folded, total);
	case RECURRENCE_MONTH:
	case RECURRENCE_WEEK:
	case RECURRENCE_COUNT:
		break;
	}
	return false;
}

bool
budget_span_read(struct arena *a, struct str text, struct budget_span *ret)
{
	struct readings       all = phrase_read(a, text, NOTATION_DA, NULL);
	const struct reading *money = NULL, *period = NULL;
	struct budget_span    s = { 0 };

	for (size_t i = 0; i < all.len; i++) {
		const struct reading *r = &all.at[i];

		if ((r->type == READING_MONEY && money != NULL) || (r->type == READING_PERIOD && period != NULL))
			return false;
		money = r->type == READING_MONEY ? r : money;
		period = r->type == READING_PERIOD ? r : period;
	}
	if (money == NULL || period == NULL || !money->quantity.has_point || !period->period.dated ||
	    period->period.deadline || !whole_years(&period->period, &s) ||
	    !set_recurrence(money->recurrence, utf8_fold(a, text), &s))
		return false;
	s.kroner = money->quantity.point;
	*ret = s;
	return true;
}
