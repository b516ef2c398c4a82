#include "audit/fractions.h"
#include "audit/spans.h"

#define NEAR 6                  /* words between figures that belong together */

static const struct {
	const char *words;              /* folded */
	int         of;
} ones[] = {
	{ "hver anden", 2 }, { "hver tredje", 3 }, { "hver fjerde", 4 }, { "hver femte", 5 },
	{ "hver sjette", 6 }, { "hver syvende", 7 }, { "hver ottende", 8 }, { "hver niende", 9 },
	{ "hver tiende", 10 },
};

static const char *const of_words[] = { "ud af", "ud af de", "ud af i alt", "af", "af de", "af i alt", NULL };
static const char *const or_words[] = { "svarende til", "dvs.", "dvs", "altsaa", "det vil sige",
	"svarer til", NULL };
/* Of time and turn: "hver anden uge", "hver tredje måned". */
static const char *const turns[] = { "uge*", "maaned*", "dag*", "aar*", "time*", "gang*", "mandag*", "tirsdag*",
	"onsdag*", "torsdag*", "fredag*", "loerdag*", "soendag*", "kvartal*", NULL };

struct fraction {
	int    of;
	size_t at, end;                 /* bytes of the folded sentence */
};

struct parted {
	const struct reading *part, *whole;     /* NULL: a share stands beside it */
	const struct reading *share;
};

static bool
starts_with_any(struct str s, const char *const *words)
{
	for (size_t i = 0; words[i] != NULL; i++)
		if (folded_starts(s, words[i]))
			return true;
	return false;
}

static bool
find_fraction(const struct said *s, struct fraction *ret)
{
	struct str folded = s->folded;

	for (size_t i = 0; i < COUNT_OF(ones); i++) {
		size_t     at;
		struct str after;

		if (!folded_holds(s->whole, ones[i].words))
			continue;
		at = folded_find(folded, ones[i].words, 0);
		*ret = (struct fraction){ ones[i].of, at, at + str_from(ones[i].words).len };
		after = str_trim(str_slice(folded, ret->end, folded.len));
		return !starts_with_any(after, turns);
	}
	return false;
}

static bool
is_bracketed(struct str before, struct str after)
{
	before = str_trim(before);
	after = str_trim(after);
	return str_ends(before, STR("(")) && after.len > 0 && str_find(after, STR(")"), 0) != SIZE_MAX &&
	    gap_words(str_slice(after, 0, str_find(after, STR(")"), 0))) <= 1;
}

/* Figure `i` says again what stands before it. */
static bool
is_restated(const struct said *s, size_t i)
{
	return gap_words(s->gap[i]) <= NEAR &&
	    (is_bracketed(s->gap[i], s->gap[i + 1]) || gap_ends(s->gap[i], or_words));
}

static bool
is_out_of(const struct said *s, size_t i)
{
	return is_counted(&s->at[i]) && is_counted(&s->at[i + 1]) && gap_words(s->gap[i + 1]) <= NEAR &&
	    gap_ends(s->gap[i + 1], of_words);
}

/* The words of gap 0 behind the fraction, which must stand before every figure. */
static bool
find_parts(const struct said *s, const struct fraction *f, struct parted *ret)
{
	struct str gap = s->gap[0], after = str_trim(str_slice(gap, f->end, gap.len));
	bool       first = f->end <= gap.len, alone = s->len == 2;

	*ret = (struct parted){ .part = NULL };
	if (first && s->len == 1 && is_share(&s->at[0]) && (str_eq(after, STR("(")) || gap_ends(after, or_words)))
		ret->share = &s->at[0];
	else if (first && alone && gap_ends(after, of_words) && gap_words(after) <= 3 && is_counted(&s->at[0]) &&
	    is_counted(&s->at[1]) && is_restated(s, 1))
		*ret = (struct parted){ .part = &s->at[1], .whole = &s->at[0] };
	else if (first && alone && str_ends(after, STR("(")) && gap_words(after) <= 2 && is_out_of(s, 0))
		*ret = (struct parted){ .part = &s->at[0], .whole = &s->at[1] };
	else if (!first && alone && is_out_of(s, 0) && gap_words(s->gap[2]) <= 2 * NEAR &&
	    folded_find_any(s->gap[2], or_words, 0) < folded_find(s->gap[2], "hver", 0))
		*ret = (struct parted){ .part = &s->at[0], .whole = &s->at[1] };
	else
		return false;
	return true;
}

static struct interval
roundly(int of)
{
	struct interval i = span_exact(NUMBER_ZERO);
	struct number   share, slack = of < 6 ? NUMBER(5, 0) : NUMBER(25, 1);

	if (percent_of(NUMBER(1, 0), NUMBER(of, 0), 1, &share) && number_sub(share, slack, &i.low.at) &&
	    number_add(share, slack, &i.high.at))
		return i;
	return (struct interval){ .low = { .exists = false } };
}

static struct str
share_told(struct audit *x, const struct said *s, const struct fraction *f, struct number is, bool danish)
{
	struct str words = str_slice(s->folded, f->at, f->end);

	return arena_printf(x->arena, danish ? STR_FMT " pct., der står »" STR_FMT "«"
	                                     : STR_FMT " per cent, printed “" STR_FMT "”",
	    STR_ARG(number_words(x, is, danish ? NOTATION_DA : NOTATION_EN)), STR_ARG(words));
}

static struct str
told(struct audit *x, const struct parted *p, struct str share, bool danish)
{
	enum notation n = danish ? NOTATION_DA : NOTATION_EN;

	return arena_printf(x->arena, danish ? STR_FMT " af " STR_FMT " er " STR_FMT : STR_FMT " of " STR_FMT " is " STR_FMT,
	    STR_ARG(reading_words(x, p->part, n)), STR_ARG(reading_words(x, p->whole, n)), STR_ARG(share));
}

static void
judge(struct audit *x, const struct said *s, const struct fraction *f, const struct parted *p)
{
	struct checked  k = { .code = AUDIT_RATIO };
	struct interval is;
	struct number   point;

	if (p->share != NULL) {
		is = p->share->quantity.range;
		point = reading_point(p->share);
	} else if (percent_of(p->part->quantity.point, p->whole->quantity.point, 1, &point)) {
		is = span_exact(point);
	} else {
		return;
	}
	k.holds = interval_overlaps(roundly(f->of), is);
	k.da = share_told(x, s, f, point, true);
	k.en = share_told(x, s, f, point, false);
	if (p->share == NULL) {
		k.da = told(x, p, k.da, true);
		k.en = told(x, p, k.en, false);
	}
	k.hint_da = STR("ret antallene eller andelen, eller skriv, hvad andelen er af");
	k.hint_en = STR("correct the counts or the share, or say what the share is of");
	spoken_judge(x, s, p->share != NULL ? (size_t)(p->share - s->at) : (size_t)(p->part - s->at), k);
}

void
fractions_check(struct audit *x, const struct said *s)
{
	struct fraction f;
	struct parted   p;

	if (s->len > 0 && find_fraction(s, &f) && find_parts(s, &f, &p))
		judge(x, s, &f, &p);
}
