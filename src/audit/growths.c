/* growths.c - changes between printed figures: in one sentence, or between a
 * sentence and the table of indicators. */
#include "audit/indicators.h"
#include "audit/multiples.h"
#include "audit/spans.h"

#define WORDS_SHARED 3

static const char *const cues[] = { "steg", "stig", "fald", "vokse", "vaekst", "oege", "fremgang",
	"reducer", "nedbragt", "mindsk", "gaaet op", "gaaet ned", "tilbagegang",
	"gaaet fra", "dobl", "halver", "forskel", "gab", "flere end", "faerre end", " mod ", "rose", "rise",
	"increas", "decreas", "fell", "grew", " up ", " down ", NULL };
static const char *const happened[] = { "steget", "faldet", "vokset", "gaaet op", "gaaet ned", NULL };
static const char *const than[] = { "mere end", "mindre end", NULL };

static bool
latest_change(const struct measured *m, struct interval *ret)
{
	return m->has_before && m->has_after && same_type(&m->before, &m->after) && is_share(&m->before) &&
	    span_sub(m->after.quantity.range, m->before.quantity.range, ret);
}

static bool
point_change(const struct measured *m, struct number *ret)
{
	return m->before.quantity.has_point && m->after.quantity.has_point &&
	    number_sub(m->after.quantity.point, m->before.quantity.point, ret);
}

static struct str
told(struct audit *x, const struct measured *m, struct number change, enum notation n)
{
	return arena_printf(x->arena, STR_FMT " - " STR_FMT " = " STR_FMT,
	    STR_ARG(number_words(x, m->after.quantity.point, n)),
	    STR_ARG(number_words(x, m->before.quantity.point, n)), STR_ARG(number_words(x, change, n)));
}

/* "er steget med 5,5 procentpoint": the row of the table that the words name. A
 * sentence with a period of its own may speak of another time, and is then only
 * believed when it fits. */
static void
judge_row(struct audit *x, const struct said *s, const struct measured *m)
{
	struct checked  k = { .code = AUDIT_GROWTH, .has_amounts = true };
	enum heading_to way = change_way(s->folded);
	struct interval change;
	struct number   rise;

	if (way == HEADING_UNKNOWN || !s->at[0].quantity.has_point || !latest_change(m, &change) ||
	    !point_change(m, &rise))
		return;
	k.expected = rise;
	if (way == HEADING_DOWN &&
	    (!span_sub(span_exact(NUMBER_ZERO), change, &change) || !number_neg(rise, &k.expected)))
		return;
	k.printed = s->at[0].quantity.point;
	k.holds = interval_overlaps(change, s->at[0].quantity.range);
	if (!k.holds && s->periods > 0)
		return;
	k.da = arena_printf(x->arena, STR_FMT " procentpoint, der står " STR_FMT,
	    STR_ARG(told(x, m, rise, NOTATION_DA)), STR_ARG(reading_words(x, &s->at[0], NOTATION_DA)));
	k.en = arena_printf(x->arena, STR_FMT " percentage points, printed " STR_FMT,
	    STR_ARG(told(x, m, rise, NOTATION_EN)), STR_ARG(reading_words(x, &s->at[0], NOTATION_EN)));
	spoken_judge(x, s, 0, k);
}

/* The word of `a` that `b` does not hold, when it is the only one. */
static bool
own_word(const struct title *a, const struct title *b, struct str *ret)
{
	size_t n = 0;

	for (size_t i = 0; i < a->len; i++)
		if (!title_holds(b, a->word[i])) {
			*ret = a->word[i];
			n++;
		}
	return n == 1;
}

/* "kvindernes … er steget 2,5 procentpoint mere end mændenes": two rows whose
 * titles differ in these words only. */
static bool
are_compared(const struct title *subject, const struct title *object, const struct measured *a,
             const struct measured *b)
{
	struct str mine, theirs;

	return own_word(&a->title, &b->title, &mine) && own_word(&b->title, &a->title, &theirs) &&
	    title_holds(subject, mine) && title_holds(object, theirs) && !title_holds(subject, theirs);
}

static void
judge_pair(struct audit *x, const struct said *s, const struct measured *a, const struct measured *b)
{
	const struct measured *more = folded_has(s->gap[1], "mindre end") ? b : a;
	const struct measured *less = more == a ? b : a;
	struct checked         k = { .code = AUDIT_GROWTH, .has_amounts = true };
	struct interval        first, second, apart;
	struct number          m, l;

	if (!s->at[0].quantity.has_point || !latest_change(more, &first) || !latest_change(less, &second) ||
	    !span_sub(first, second, &apart) || !point_change(more, &m) || !point_change(less, &l) ||
	    !number_sub(m, l, &k.expected))
		return;
	k.printed = s->at[0].quantity.point;
	k.holds = interval_overlaps(apart, s->at[0].quantity.range);
	k.da = arena_printf(x->arena,
	    "(" STR_FMT ") - (" STR_FMT ") er " STR_FMT " procentpoint, der står " STR_FMT,
	    STR_ARG(told(x, more, m, NOTATION_DA)), STR_ARG(told(x, less, l, NOTATION_DA)),
	    STR_ARG(number_words(x, k.expected, NOTATION_DA)), STR_ARG(reading_words(x, &s->at[0], NOTATION_DA)));
	k.en = arena_printf(x->arena,
	    "(" STR_FMT ") - (" STR_FMT ") is " STR_FMT " percentage points, printed " STR_FMT,
	    STR_ARG(told(x, more, m, NOTATION_EN)), STR_ARG(told(x, less, l, NOTATION_EN)),
	    STR_ARG(number_words(x, k.expected, NOTATION_EN)), STR_ARG(reading_words(x, &s->at[0], NOTATION_EN)));
	spoken_judge(x, s, 0, k);
}

static void
compare_rows(struct audit *x, const struct said *s, const struct rows *r)
{
	struct title subject = title_of(x->arena, s->gap[0]), object = title_of(x->arena, s->gap[1]);

	for (size_t i = 0; i < r->len; i++)
		for (size_t k = 0; k < r->len && title_shared(&r->at[i].title, &subject) > 0; k++)
			if (i != k && are_compared(&subject, &object, &r->at[i], &r->at[k])) {
				judge_pair(x, s, &r->at[i], &r->at[k]);
				return;
			}
}

static void
against_table(struct audit *x, const struct said *s, const struct rows *r)
{
	struct title           words;
	const struct measured *m;

	if (s->len != 1 || s->at[0].type != READING_PERCENT || is_share(&s->at[0]) ||
	    !folded_has_any(s->folded, happened) || change_is_promised(s->folded))
		return;
	if (folded_has_any(s->gap[1], than)) {
		compare_rows(x, s, r);
		return;
	}
	words = title_of(x->arena, s->text);
	m = rows_spoken_of(r, &words, WORDS_SHARED);
	if (m != NULL)
		judge_row(x, s, m);
}

static void
growths_of(struct audit *x, const struct passage *p, void *with)
{
	struct change_said c;

	for (size_t k = 0; k < p->len; k++) {
		const struct said *s = &p->at[k];

		for (size_t i = 0; i < s->len; i++)
			if (change_find(s, i, &c) && !change_is_promised(s->folded))
				change_judge(x, s, c, AUDIT_GROWTH, false);
		multiples_check(x, s);
		if (k + 1 < p->len)
			multiples_check_next(x, s, s + 1);
		against_table(x, s, with);
	}
}

void
audit_growths(struct audit *x)
{
	struct rows r = rows_read(x);

	spoken_each(x, cues, growths_of, &r);
}
