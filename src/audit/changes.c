#include "audit/changes.h"
#include "audit/spans.h"

#define NEAR 7

static const char *const up[] = { "steg*", "stig*", "voks*", "vaekst*", "oeg*", "fremgang*", "forhoej*",
	"haev*", "gaaet op", "rose", "rise*", "rising", "grew", "grow*", "increase*", "increasing", "raise*", NULL };
static const char *const down[] = { "fald*", "reducer*", "nedbring*", "nedbragt*", "mindsk*", "saenk*",
	"tilbagegang*", "gaaet ned", "fell", "fall*", "decrease*", "drop*", "reduc*", NULL };
static const char *const happened[] = { "steget", "faldet", "vokset", "gaaet", "steg", "faldt", "voksede",
	"reduceret", "nedbragt", "rose", "fell", "grew", "dropped", "was", NULL };
static const char *const promised[] = { "skal", "maal", "maalet", "maalsaetning*", "succeskriteri*",
	"frem til", "shall", "target", NULL };
static const char *const from_words[] = { "fra", "from", NULL };
static const char *const to_words[] = { "til", "til kun", "til nu", "to", NULL };
static const char *const ages[] = { "aar", "aarige", "aariges", NULL };
static const char *const owed[] = { "lovet", "lovede", "promised", NULL };
static const char *const owed_behind[] = { "er lovet", "blev lovet", "var lovet", "was promised",
	"is promised", "were promised", NULL };
static const char *const by_words[] = { "med", "paa", "by", "of", NULL };
static const char *const restating[] = { "svarende til", "dvs", "altsaa", "en stigning paa",
	"en vaekst paa", "en fremgang paa", "et fald paa", "en reduktion paa", "med", "an increase of",
	"a rise of", "a decrease of", "a fall of", "a drop of", "that is", "i.e", "by", NULL };

enum heading_to
change_way(struct str folded)
{
	bool rises = folded_has_any(folded, up), falls = folded_has_any(folded, down);

	if (rises == falls)
		return HEADING_UNKNOWN;
	return rises ? HEADING_UP : HEADING_DOWN;
}

bool
change_is_promised(struct str folded)
{
	static const char *const firmly[] = { "skal", "shall", "vil", NULL };

	if (folded_has_any(folded, happened) && !folded_has_any(folded, firmly))
		return false;
	return folded_has_any(folded, promised);
}

/* "fra A til B" */
static bool
are_between(const struct said *s, size_t before)
{
	return gap_ends(s->gap[before], from_words) && gap_words(s->gap[before + 1]) <= NEAR &&
	    gap_ends(s->gap[before + 1], to_words) && !folded_has_any(s->gap[before + 2], ages);
}

/* Right behind the change, or in brackets: "28 % (fra …", but not "28 % for unge fra 16 …". */
static bool
follows(struct str gap)
{
	return gap_words(gap) <= 1 || str_find(gap, STR("(fra "), 0) != SIZE_MAX;
}

/* "der er lovet et fald på 2 om året", "a fall of 2 was promised": another change than the
 * one between the two levels. */
static bool
is_another(const struct said *s, size_t change)
{
	struct str behind = str_trim(s->gap[change + 1]);

	for (size_t i = 0; owed_behind[i] != NULL; i++)
		if (str_starts(behind, str_from(owed_behind[i])))
			return true;
	return folded_has_any(s->gap[change], owed) || s->at[change].recurrence == RECURRENCE_YEAR;
}

/* What can be a change of what: a difference in kind is stated with "med". */
static bool
fits(const struct said *s, size_t change, size_t level)
{
	const struct reading *c = &s->at[change], *l = &s->at[level];

	bool points = l->type == READING_PERCENT && !is_share(l);       /* a gap that is closed */

	if (is_another(s, change) || !same_type(l, &s->at[level + 1]) || (points && is_share(c)))
		return false;
	if (is_share(c))
		return true;
	if (c->type == READING_PERCENT)
		return is_share(l) || points;
	return same_type(c, l) && gap_ends(s->gap[change], by_words);
}

static struct change_said
found(const struct said *s, size_t change, size_t before)
{
	struct change_said c = { .change = change, .before = before, .after = before + 1 };

	c.way = change_way(s->gap[change]);
	if (c.way == HEADING_UNKNOWN)
		c.way = change_way(s->folded);
	return c;
}

/* "(50 pct.)" */
static bool
is_bracketed(const struct said *s, size_t i)
{
	struct str before = str_trim(s->gap[i]), after = str_trim(s->gap[i + 1]);

	return str_ends(before, STR("(")) && str_starts(after, STR(")"));
}

bool
change_find(const struct said *s, size_t i, struct change_said *ret)
{
	if (i + 2 >= s->len)
		return false;
	if (are_between(s, i + 1) && follows(s->gap[i + 1]) && fits(s, i, i + 1))
		*ret = found(s, i, i + 1);
	else if (are_between(s, i) && fits(s, i + 2, i) &&
	    (change_way(s->gap[i]) != HEADING_UNKNOWN || change_way(s->gap[i + 2]) != HEADING_UNKNOWN) &&
	    gap_words(s->gap[i + 2]) <= NEAR + 3 &&
	    (folded_has_any(s->gap[i + 2], restating) || is_bracketed(s, i + 2)))
		*ret = found(s, i + 2, i);
	else
		return false;
	return ret->way != HEADING_UNKNOWN;
}

/* What `after` must be: before and the change, in points, units or per cent. */
static bool
expected_level(const struct reading *before, struct interval change, bool relative, bool falls,
               struct interval *ret)
{
	struct interval percent;

	if (relative)
		return span_after(change, falls, &percent) &&
		    span_share(before->quantity.range, percent, ret);
	return falls ? span_sub(before->quantity.range, change, ret)
	             : interval_add(before->quantity.range, change, ret);
}

static bool
expected_change(const struct said *s, struct change_said c, bool relative, struct number *ret)
{
	struct number before = s->at[c.before].quantity.point, after = s->at[c.after].quantity.point;
	uint8_t       scale = s->at[c.change].quantity.point.scale;
	struct number r;

	if (relative ? !percent_change(before, after, (uint8_t)(scale < NUMBER_SCALE_MAX ? scale + 1 : scale), &r)
	             : !number_sub(after, before, &r))
		return false;
	return c.way == HEADING_UP ? (*ret = r, true) : number_neg(r, ret);
}

static struct str
change_told(struct audit *x, const struct said *s, struct change_said c, struct number change,
            bool relative, bool danish)
{
	const struct reading *r = &s->at[c.change];
	enum notation         n = danish ? NOTATION_DA : NOTATION_EN;
	const char           *unit = "";

	if (relative)
		unit = danish ? " pct." : " per cent";
	else if (r->unit == UNIT_POINT)
		unit = danish ? " procentpoint" : " percentage points";
	return arena_printf(x->arena,
	    danish ? "fra " STR_FMT " til " STR_FMT " er %s på " STR_FMT "%s, der står " STR_FMT
	           : "from " STR_FMT " to " STR_FMT " is %s of " STR_FMT "%s, printed " STR_FMT,
	    STR_ARG(reading_words(x, &s->at[c.before], n)), STR_ARG(reading_words(x, &s->at[c.after], n)),
	    danish ? (c.way == HEADING_UP ? "en stigning" : "et fald")
	           : (c.way == HEADING_UP ? "a rise" : "a fall"),
	    STR_ARG(number_words(x, change, n)), unit, STR_ARG(reading_words(x, r, n)));
}

/* "faldet 3 pct. fra 27 til 24 pct.": points are meant. */
static void
add_hint(const struct said *s, struct change_said c, struct checked *k)
{
	const struct reading *before = &s->at[c.before], *after = &s->at[c.after];
	struct interval       level;

	k->hint_da = STR("ret ændringen eller et af de to tal, den ligger mellem");
	k->hint_en = STR("correct the change or one of the two figures that it lies between");
	if (is_share(before) && is_share(&s->at[c.change]) &&
	    expected_level(before, s->at[c.change].quantity.range, false, c.way == HEADING_DOWN, &level) &&
	    interval_overlaps(level, after->quantity.range)) {
		k->hint_da = STR("det passer i procentpoint: skriv \"procentpoint\"");
		k->hint_en = STR("it fits in percentage points: say so");
	}
}

void
change_judge(struct audit *x, const struct said *s, struct change_said c, enum audit_code code,
             bool exact)
{
	const struct reading *r = &s->at[c.change], *before = &s->at[c.before], *after = &s->at[c.after];
	struct interval       change = exact && r->quantity.has_point ? span_exact(r->quantity.point)
	                                                              : r->quantity.range;
	struct interval       level;
	struct checked        k = { .code = code, .has_amounts = r->quantity.has_point };
	bool                  relative = is_share(r);

	if (!before->quantity.has_point || !after->quantity.has_point ||
	    !expected_level(before, change, relative, c.way == HEADING_DOWN, &level) ||
	    !expected_change(s, c, relative, &k.expected))
		return;
	k.holds = interval_overlaps(level, after->quantity.range);
	k.printed = r->quantity.has_point ? r->quantity.point : NUMBER_ZERO;
	k.da = change_told(x, s, c, k.expected, relative, true);
	k.en = change_told(x, s, c, k.expected, relative, false);
	add_hint(s, c, &k);
	spoken_judge(x, s, c.change, k);
}
