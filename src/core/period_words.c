#include "core/gate.h"
#include "core/period_read.h"
#include "core/scan.h"

#define W(text, value, flags) { SCAN_PHRASE(text), (value), (flags) }

static const struct word months[] = {
	W("januar", 1, WORD_BARE), W("january", 1, WORD_BARE), W("jan", 1, WORD_DOT),
	W("februar", 2, WORD_BARE), W("february", 2, WORD_BARE), W("feb", 2, WORD_DOT),
	W("febr", 2, WORD_DOT), W("marts", 3, WORD_BARE), W("march", 3, 0), W("mar", 3, WORD_DOT),
	W("april", 4, WORD_BARE), W("apr", 4, WORD_DOT), W("maj", 5, WORD_BARE), W("may", 5, 0),
	W("juni", 6, WORD_BARE), W("june", 6, WORD_BARE), W("jun", 6, WORD_DOT),
	W("juli", 7, WORD_BARE), W("july", 7, WORD_BARE), W("jul", 7, WORD_DOT),
	W("august", 8, WORD_BARE), W("aug", 8, WORD_DOT), W("september", 9, WORD_BARE),
	W("sept", 9, WORD_DOT), W("sep", 9, WORD_DOT), W("oktober", 10, WORD_BARE),
	W("october", 10, WORD_BARE), W("okt", 10, WORD_DOT), W("oct", 10, WORD_DOT),
	W("november", 11, WORD_BARE), W("nov", 11, WORD_DOT), W("december", 12, WORD_BARE),
	W("dec", 12, WORD_DOT),
};
static const struct word seasons[] = {
	W("forår", 1, WORD_BARE), W("foråret", 1, WORD_BARE), W("spring", 1, 0),
	W("sommer", 2, WORD_BARE), W("sommeren", 2, WORD_BARE), W("summer", 2, 0),
	W("efterår", 3, WORD_BARE), W("efteråret", 3, WORD_BARE), W("autumn", 3, 0),
	W("fall", 3, 0), W("vinter", 4, WORD_BARE), W("vinteren", 4, WORD_BARE), W("winter", 4, 0),
};
static const struct word thirds[] = {
	W("primo", 1, 0), W("starten af", 1, 0), W("begyndelsen af", 1, 0), W("early", 1, 0),
	W("beginning of", 1, 0), W("the beginning of", 1, 0), W("start of", 1, 0),
	W("the start of", 1, 0), W("medio", 2, 0), W("midten af", 2, 0), W("mid", 2, 0),
	W("middle of", 2, 0), W("the middle of", 2, 0), W("ultimo", 3, 0), W("slutningen af", 3, 0),
	W("late", 3, 0),
};
static const struct word ordinals[] = {
	W("første", 1, 0), W("first", 1, 0), W("anden", 2, 0), W("andet", 2, 0), W("andre", 2, 0),
	W("second", 2, 0), W("tredje", 3, 0), W("third", 3, 0), W("fjerde", 4, 0), W("fourth", 4, 0),
	W("sidste", ORDINAL_LAST, 0), W("last", ORDINAL_LAST, 0), W("final", ORDINAL_LAST, 0),
};
static const struct word parts[] = {
	W("kvartal", PRECISION_QUARTER, WORD_BARE), W("kvt", PRECISION_QUARTER, WORD_BARE | WORD_DOT),
	W("kv", PRECISION_QUARTER, WORD_DOT), W("quarter", PRECISION_QUARTER, 0),
	W("halvår", PRECISION_HALF, WORD_BARE), W("halvdel", PRECISION_HALF, 0),
	W("half", PRECISION_HALF, 0), W("half-year", PRECISION_HALF, 0),
	W("half year", PRECISION_HALF, 0),
};
static const struct word weeks[] = { W("uge", 0, 0), W("week", 0, 0) };
static const struct word between[] = {
	W("af", 0, 0), W("i", 0, 0), W("år", 0, 0), W("året", 0, 0), W("måned", 0, 0), W("of", 0, 0),
	W("in", 0, 0), W(",", 0, 0),
};
static const struct word joins[] = {
	W("til", JOIN_TO, 0), W("to", JOIN_TO, 0), W("til og med", JOIN_THROUGH, 0),
	W("t.o.m.", JOIN_THROUGH, 0), W("through", JOIN_THROUGH, 0), W("og", JOIN_AND, 0),
	W("and", JOIN_AND, 0), W("/", JOIN_AND, 0),
};
static const struct word deadlines[] = {
	W("senest", LIMIT_WITH, 0), W("frem til", LIMIT_WITH, 0), W("frem mod", LIMIT_WITH, 0),
	W("frem til og med", LIMIT_WITH, 0), W("til og med", LIMIT_WITH, 0),
	W("t.o.m.", LIMIT_WITH, 0),
	W("udgangen af", LIMIT_WITH, 0), W("udløbet af", LIMIT_WITH, 0),
	W("ved udgangen af", LIMIT_WITH, 0), W("ved udløbet af", LIMIT_WITH, 0),
	W("med udgangen af", LIMIT_WITH, 0), W("til udgangen af", LIMIT_WITH, 0),
	W("inden slutningen af", LIMIT_WITH, 0), W("inden", LIMIT_BEFORE, 0),
	W("før", LIMIT_BEFORE, 0), W("by", LIMIT_WITH, 0), W("until", LIMIT_WITH, 0),
	W("till", LIMIT_WITH, 0), W("through", LIMIT_WITH, 0),
	W("up to and including", LIMIT_WITH, 0), W("no later than", LIMIT_WITH, 0),
	W("not later than", LIMIT_WITH, 0), W("end of", LIMIT_WITH, 0),
	W("the end of", LIMIT_WITH, 0), W("at the end of", LIMIT_WITH, 0),
	W("before", LIMIT_BEFORE, 0), W("prior to", LIMIT_BEFORE, 0),
};
static const struct word fillers[] = {
	W("i", 0, 0), W("i løbet af", 0, 0), W("perioden", 0, 0), W("den", 0, 0), W("d.", 0, 0),
	W("det", 0, 0), W("år", 0, 0), W("året", 0, 0), W("pr.", 0, 0), W("in", 0, 0), W("on", 0, 0),
	W("during", 0, 0), W("the", 0, 0), W("period", 0, 0), W("the year", 0, 0), W("year", 0, 0),
};
/* A compound counts as its last part does: "helårspersoner", "praktikpladser". */
static const struct word counted[] = {
	W("kr", COUNTED_UNIT, 0), W("kroner", COUNTED_UNIT, 0), W("mio", COUNTED_UNIT, 0),
	W("mia", COUNTED_UNIT, 0), W("mill", COUNTED_UNIT, 0), W("millioner", COUNTED_UNIT, 0),
	W("milliarder", COUNTED_UNIT, 0), W("tkr", COUNTED_UNIT, 0), W("t.kr", COUNTED_UNIT, 0),
	W("dkk", COUNTED_UNIT, 0), W("pct", COUNTED_UNIT, 0), W("procent", COUNTED_UNIT, 0),
	W("procentpoint", COUNTED_UNIT, 0), W("promille", COUNTED_UNIT, 0),
	W("per cent", COUNTED_UNIT, 0), W("percent", COUNTED_UNIT, 0), W("stk", COUNTED_UNIT, 0),
	W("km", COUNTED_UNIT, 0), W("m2", COUNTED_UNIT, 0), W("%", COUNTED_UNIT, 0),
	W("‰", COUNTED_UNIT, 0), W("personer", COUNTED_NOUN, 0), W("persons", COUNTED_NOUN, 0),
	W("people", COUNTED_NOUN, 0), W("borgere", COUNTED_NOUN, 0), W("citizens", COUNTED_NOUN, 0),
	W("pladser", COUNTED_NOUN, 0), W("places", COUNTED_NOUN, 0), W("elever", COUNTED_NOUN, 0),
	W("pupils", COUNTED_NOUN, 0), W("børn", COUNTED_NOUN, 0), W("children", COUNTED_NOUN, 0),
	W("unge", COUNTED_NOUN, 0), W("kvinder", COUNTED_NOUN, 0), W("mænd", COUNTED_NOUN, 0),
	W("familier", COUNTED_NOUN, 0), W("indvandrere", COUNTED_NOUN, 0),
	W("flygtninge", COUNTED_NOUN, 0), W("modtagere", COUNTED_NOUN, 0),
	W("deltagere", COUNTED_NOUN, 0), W("participants", COUNTED_NOUN, 0),
	W("medlemmer", COUNTED_NOUN, 0), W("ansatte", COUNTED_NOUN, 0), W("ledige", COUNTED_NOUN, 0),
	W("beskæftigede", COUNTED_NOUN, 0), W("medarbejdere", COUNTED_NOUN, 0),
	W("virksomheder", COUNTED_NOUN, 0), W("boliger", COUNTED_NOUN, 0),
	W("husstande", COUNTED_NOUN, 0), W("forløb", COUNTED_NOUN, 0), W("timer", COUNTED_NOUN, 0),
	W("hours", COUNTED_NOUN, 0), W("dage", COUNTED_NOUN, 0), W("days", COUNTED_NOUN, 0),
	W("uger", COUNTED_NOUN, 0), W("måneder", COUNTED_NOUN, 0), W("år", COUNTED_NOUN, 0),
	W("years", COUNTED_NOUN, 0), W("gange", COUNTED_NOUN, 0), W("besøg", COUNTED_NOUN, 0),
	W("besøgende", COUNTED_NOUN, 0), W("visits", COUNTED_NOUN, 0), W("sager", COUNTED_NOUN, 0),
	W("point", COUNTED_NOUN, 0), W("svar", COUNTED_NOUN, 0), W("ekstra", COUNTED_NOUN, 0),
	W("nye", COUNTED_NOUN, 0), W("new", COUNTED_NOUN, 0), W("flere", COUNTED_NOUN, 0),
	W("more", COUNTED_NOUN, 0), W("pladser", COUNTED_NOUN, 0), W("places", COUNTED_NOUN, 0),
	W("børn", COUNTED_NOUN, 0), W("unge", COUNTED_NOUN, 0), W("kvinder", COUNTED_NOUN, 0),
	W("mænd", COUNTED_NOUN, 0), W("indvandrere", COUNTED_NOUN, 0), W("ledige", COUNTED_NOUN, 0),
};
static const struct word numbering[] = {
	W("sagsnr", 0, WORD_DOT), W("sagsnummer", 0, 0), W("sag", 0, 0), W("j.nr", 0, WORD_DOT),
	W("journalnr", 0, WORD_DOT), W("dokumentnr", 0, WORD_DOT), W("dok", 0, WORD_DOT),
	W("nr", 0, WORD_DOT), W("nummer", 0, 0), W("no", 0, WORD_DOT), W("number", 0, 0),
	W("case", 0, 0), W("br", 0, 0), W("§", 0, 0), W("§§", 0, 0), W("stk", 0, WORD_DOT),
	W("side", 0, 0), W("page", 0, 0), W("tlf", 0, WORD_DOT), W("telefon", 0, 0),
	W("kr", 0, WORD_DOT), W("dkk", 0, 0), W("eur", 0, 0), W("€", 0, 0), W("mindst", 0, 0),
	W("højst", 0, 0), W("knap", 0, 0), W("godt", 0, 0), W("ca", 0, WORD_DOT), W("cirka", 0, 0),
	W("at least", 0, 0), W("at most", 0, 0), W("about", 0, 0), W("approximately", 0, 0),
};

static const struct {
	const struct word *at;
	size_t             len;
} lexicons[WORDS_COUNT] = {
	[WORDS_MONTH] = { months, COUNT_OF(months) },
	[WORDS_SEASON] = { seasons, COUNT_OF(seasons) },
	[WORDS_THIRD] = { thirds, COUNT_OF(thirds) },
	[WORDS_ORDINAL] = { ordinals, COUNT_OF(ordinals) },
	[WORDS_PART] = { parts, COUNT_OF(parts) },
	[WORDS_WEEK] = { weeks, COUNT_OF(weeks) },
	[WORDS_BETWEEN] = { between, COUNT_OF(between) },
	[WORDS_JOIN] = { joins, COUNT_OF(joins) },
	[WORDS_DEADLINE] = { deadlines, COUNT_OF(deadlines) },
	[WORDS_FILLER] = { fillers, COUNT_OF(fillers) },
	[WORDS_COUNTED] = { counted, COUNT_OF(counted) },
	[WORDS_NUMBERING] = { numbering, COUNT_OF(numbering) },
};

bool
at_letter(const struct reader *r)
{
	return scan_is_digit(r->text, r->at) || scan_letter(r->text, r->at) > 0;
}

/* Blanks within a paragraph: a second end of line begins another. */
bool
read_blanks(struct reader *r)
{
	size_t from = r->at, n;
	int    lines = 0;

	while ((n = scan_blank(r->text, r->at)) > 0) {
		lines += r->text.at[r->at] == '\n';
		if (lines > 1)
			break;
		r->at += n;
	}
	return r->at > from;
}

bool
read_char(struct reader *r, char c)
{
	if (r->at >= r->text.len || r->text.at[r->at] != c)
		return false;
	r->at++;
	return true;
}

bool
read_dash(struct reader *r)
{
	size_t n = scan_dash(r->text, r->at);

	r->at += n;
	return n > 0;
}

bool
read_text(struct reader *r, struct str phrase)
{
	size_t end = r->at;

	if (!scan_phrase(r->text, r->at, phrase, &end))
		return false;
	if (scan_after_word(phrase, phrase.len) && scan_is_digit(r->text, end))
		return false;
	r->at = end;
	return true;
}

const struct word *
read_word(struct reader *r, enum lexicon l)
{
	const struct word *best = NULL;
	size_t             end = r->at;
	char               first = scan_first(r->text, r->at);

	if (first >= '0' && first <= '9')       /* no word begins with a digit */
		return NULL;
	for (size_t i = 0; i < lexicons[l].len; i++) {
		const struct word *w = &lexicons[l].at[i];
		struct reader      in = *r;

		if (w->first != first || !read_text(&in, w->text) || in.at <= end)
			continue;
		best = w;
		end = in.at;
	}
	r->at = end;
	if (best != NULL && (best->flags & WORD_DOT))
		(void)read_char(r, '.');
	return best;
}

bool
ends_with_word(struct str s, enum lexicon l)
{
	struct reader in = { .text = str_trim(s) };

	for (size_t i = 0; i < lexicons[l].len; i++) {
		const struct word *w = &lexicons[l].at[i];
		size_t             end = in.text.len;

		if ((w->flags & WORD_DOT) && str_ends(in.text, STR(".")))
			end--;
		if (w->text.len > end)
			continue;
		in.at = end - w->text.len;
		if (!scan_after_word(in.text, in.at) && read_text(&in, w->text))
			return true;
	}
	return false;
}

bool
read_number(struct reader *r, size_t min, size_t max, int *ret)
{
	size_t n = 0;
	int    value = 0;

	while (n < max && scan_is_digit(r->text, r->at + n))
		value = value * 10 + (r->text.at[r->at + n++] - '0');
	if (n < min || scan_is_digit(r->text, r->at + n))
		return false;
	r->at += n;
	*ret = value;
	return true;
}

bool
read_year(struct reader *r, int *ret)
{
	size_t from = r->at;
	int    year = 0;

	if (!read_number(r, 4, 4, &year))
		return false;
	if (year == 0 || (!r->whole && (year < 1900 || year > 2099))) {
		r->at = from;
		return false;
	}
	*ret = year;
	return true;
}

bool
read_short_year(struct reader *r, int *ret)
{
	int year = 0;

	if (!read_number(r, 2, 2, &year))
		return false;
	*ret = year <= 69 ? 2000 + year : 1900 + year;
	return true;
}

bool
read_join(struct reader *r, enum join *ret)
{
	struct reader      in = *r;
	const struct word *w;

	(void)read_blanks(&in);
	if (read_dash(&in)) {
		*ret = JOIN_TO;
	} else {
		w = read_word(&in, WORDS_JOIN);
		if (w == NULL)
			return false;
		*ret = (enum join)w->value;
	}
	(void)read_blanks(&in);
	r->at = in.at;
	return true;
}

/* Before a point stand a deadline, "den" and "år" (read_lead) or "BR" (read_decision);
 * "Q1" is a point (read_letter). */
void
period_phrases(gate_visit *visit, void *context)
{
	static const enum lexicon first[] = {
		WORDS_MONTH, WORDS_SEASON, WORDS_THIRD, WORDS_ORDINAL, WORDS_WEEK, WORDS_DEADLINE,
	};
	static const struct str leads[] = {
		STR_INIT("den"), STR_INIT("d."), STR_INIT("år"), STR_INIT("året"),
		STR_INIT("the year"), STR_INIT("br"), STR_INIT("k"), STR_INIT("q"), STR_INIT("h"),
	};

	for (size_t i = 0; i < COUNT_OF(first); i++)
		for (size_t k = 0; k < lexicons[first[i]].len; k++)
			visit(context, lexicons[first[i]].at[k].text);
	for (size_t i = 0; i < COUNT_OF(leads); i++)
		visit(context, leads[i]);
}
