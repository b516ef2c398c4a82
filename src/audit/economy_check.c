#include <string.h>
#include "audit/economy.h"
#include "audit/spans.h"

static const char *const overviews[] = { "oversigt*", "oekonomioversigt*", "budgetoversigt*", NULL };
static const char *const elsewhere[] = { "ikke", "under", "andetsteds", "herudover", NULL };
static const char *const gross[] = { "brutto*", "refu*", "medfinansieres", NULL };

static bool
holds_overview(const struct said *s)
{
	return folded_has_any(s->folded, overviews) || str_find(s->folded, STR("oversigt"), 0) != SIZE_MAX;
}

static const struct budget_row *
line_of(const struct economy *e, const struct form_row *f)
{
	const struct budget_row *found = NULL;

	for (size_t i = 0; i < e->lines; i++) {
		if (!same_line(&e->line[i].name, &f->name))
			continue;
		if (found != NULL)
			return NULL;
		found = &e->line[i];
	}
	return found;
}

/* "… mio. kr. i 2009": the year that stands right after an amount; 0: none; -1:
 * several, of which the amount is the sum. */
static int
year_after(struct str gap)
{
	int64_t year;

	gap = str_trim(gap);
	if (folded_starts(gap, "i"))
		gap = str_trim(str_slice(gap, 1, gap.len));
	if (folded_starts(gap, "alt") || folded_starts(gap, "perioden"))
		return -1;
	if (gap.len < 4 || !str_int(str_slice(gap, 0, 4), &year) || year < 1900 || year > 2099)
		return 0;
	return gap.len > 4 && strchr("-/", gap.at[4]) != NULL ? -1 : (int)year;
}

static const struct year_amount *
amount_in_year(const struct budget_row *l, int year)
{
	for (size_t i = 0; i < l->len; i++)
		if (l->at[i].year == year)
			return &l->at[i];
	return NULL;
}

static bool
fits_any_year(const struct budget_row *l, const struct interval *kroner)
{
	for (size_t i = 0; i < l->len; i++)
		if (interval_overlaps(l->at[i].kroner, *kroner))
			return true;
	return false;
}

static struct str
told(struct audit *x, const struct reading *r, const struct budget_row *l, const struct year_amount *y,
     struct number printed, bool danish)
{
	enum notation n = danish ? NOTATION_DA : NOTATION_EN;
	struct buf    b;
	struct money  m;
	struct str    amount = number_words(x, printed, n);

	if (money_make(y->printed, l->factor, QUALIFIER_NONE, &m)) {
		buf_init(&b, 256);
		money_write(&b, &m, n);
		amount = str_dup(x->arena, buf_str(&b));
		buf_free(&b);
	}
	return arena_printf(x->arena,
	    danish ? "her står " STR_FMT ", i oversigtens linje " STR_FMT " (linje %u) " STR_FMT " i %d"
	           : "printed " STR_FMT " here, in the overview's line " STR_FMT " (line %u) " STR_FMT " in %d",
	    STR_ARG(reading_words(x, r, n)), STR_ARG(l->name.number), l->line, STR_ARG(amount), y->year);
}

static bool
compare(struct audit *x, const struct reading *r, const struct budget_row *l, const struct year_amount *y,
        struct checked *ret)
{
	struct checked k = { .code = AUDIT_REFUND, .has_amounts = true, .printed = r->money.printed };
	struct number  kroner;

	if (!number_mul(y->printed, NUMBER(l->factor, 0), &kroner) ||
	    !kroner_in(kroner, r->money.factor, &k.expected))
		return false;
	k.holds = interval_overlaps(y->kroner, r->money.amount.range);
	k.da = told(x, r, l, y, k.expected, true);
	k.en = told(x, r, l, y, k.expected, false);
	k.hint_da = STR("ret skemaet eller oversigten, eller skriv, hvad oversigten tager med");
	k.hint_en = STR("correct the form or the overview, or say what the overview includes");
	*ret = k;
	return true;
}

/* Without a year the document's own is meant; an amount that fits another year
 * better is left alone. */
static void
check_amount(struct audit *x, const struct economy *e, const struct budget_row *l,
             const struct said *s, size_t i)
{
	const struct reading     *r = &s->at[i];
	int                       stated = year_after(s->gap[i + 1]);
	const struct year_amount *y;
	struct checked            k;

	if (stated < 0 && r->recurrence != RECURRENCE_YEAR)
		return;
	y = amount_in_year(l, stated > 0 ? stated : e->year);
	if (y == NULL || !compare(x, r, l, y, &k))
		return;
	if (k.holds || stated > 0 || !fits_any_year(l, &r->money.amount.range))
		spoken_judge(x, s, i, k);
}

/* "Derfor optræder 24,5 mio. kr. i økonomioversigten": the sentence that says what
 * the overview has. `*ret` is p->len when none does. False: it has it elsewhere. */
static bool
find_stated(const struct passage *p, size_t *ret)
{
	size_t first;

	*ret = p->len;
	for (size_t k = 0; k < p->len; k++) {
		if (!holds_overview(&p->at[k]))
			continue;
		if (folded_has_any(p->at[k].folded, elsewhere) || spoken_amounts(&p->at[k], &first) != 1)
			return false;
		*ret = k;
	}
	return true;
}

static bool
is_gross(const struct passage *p)
{
	for (size_t k = 0; k < p->len; k++)
		if (folded_has_any(p->at[k].folded, gross))
			return true;
	return false;
}

static void
check_cell(struct audit *x, const struct economy *e, const struct budget_row *l, const struct passage *p)
{
	size_t stated, first = 0, n = 0;

	if (!find_stated(p, &stated))
		return;
	if (stated == p->len && is_gross(p))
		return;
	for (size_t k = stated < p->len ? stated : 0; k < p->len && n == 0; k++) {
		const struct said *s = &p->at[k];

		n = spoken_amounts(s, &first);
		for (size_t i = first; i < s->len && n > 0; i++)
			if (is_money(&s->at[i]) && (n == 1 || year_after(s->gap[i + 1]) > 0))
				check_amount(x, e, l, s, i);
	}
}

void
economy_check_form(struct audit *x, const struct economy *e, const struct passage *p)
{
	const struct piece *piece = p->at[0].piece;

	for (size_t i = 0; i < e->forms; i++) {
		const struct form_row   *f = &e->form[i];
		const struct budget_row *l;

		if (f->economy->line != piece->line || f->economy->column != piece->column)
			continue;
		l = line_of(e, f);
		if (l != NULL)
			check_cell(x, e, l, p);
		return;
	}
}

/* ---- rows of key figures ---- */

static int
year_in(struct str folded)
{
	int64_t year;

	for (size_t i = 0; i + 4 <= folded.len; i++)
		if ((i == 0 || !letter_is_word(folded.at[i - 1])) &&
		    (i + 4 == folded.len || !letter_is_word(folded.at[i + 4])) &&
		    str_int(str_slice(folded, i, i + 4), &year) && year >= 1900 && year <= 2099)
			return (int)year;
	return 0;
}

static const struct budget_row *
line_named(const struct economy *e, const struct title *t)
{
	const struct budget_row *found = NULL;

	for (size_t i = 0; i < e->lines; i++) {
		if (title_shared(&e->line[i].name.title, t) == 0)
			continue;
		if (found != NULL)
			return NULL;
		found = &e->line[i];
	}
	return found;
}

/* Less than twice and more than half: figures that lie further apart are not of
 * the same thing, for their names share a word only. */
static bool
same_size(struct interval a, struct interval b)
{
	struct interval twice;

	return (span_times(a, 2, &twice) && number_cmp(twice.high.at, b.low.at) > 0) &&
	    (span_times(b, 2, &twice) && number_cmp(twice.high.at, a.low.at) > 0);
}

static void
check_key_figure(struct audit *x, const struct economy *e, const struct field *name,
                 const struct field *value)
{
	struct title              t = title_of(x->arena, name->text);
	struct said               s = said_of(x, value->text);
	const struct budget_row  *l = line_named(e, &t);
	const struct year_amount *y = l == NULL ? NULL : amount_in_year(l, year_in(t.folded));
	struct checked            k;

	if (y == NULL || s.len != 1 || !is_money(&s.at[0]) || !s.at[0].money.amount.range.low.exists ||
	    !s.at[0].money.amount.range.high.exists || !same_size(s.at[0].money.amount.range, y->kroner))
		return;
	if (compare(x, &s.at[0], l, y, &k))
		field_judge(x, value, k);
}

void
economy_check_key_figures(struct audit *x, const struct economy *e)
{
	for (size_t i = 0; i < x->seen->len; i++) {
		const struct proposal *p = &x->seen->at[i];

		if (p->kind == PROPOSAL_CLAIM && p->len == 2 && p->at[0].kind == FIELD_TITLE &&
		    p->at[1].kind == FIELD_CLAIM)
			check_key_figure(x, e, &p->at[0], &p->at[1]);
	}
}
