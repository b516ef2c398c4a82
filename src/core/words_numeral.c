/* The numerals and fractions of words.h. */
#include "core/gate.h"
#include "core/scan.h"
#include "core/words.h"

enum { DANISH = 1, ENGLISH = 2, BOTH = DANISH | ENGLISH, DANISH_ONLY = 4 };

struct numeral {
	struct str text;
	char       first;
	int        value;
	int        language;    /* DANISH_ONLY: an English word too, read with da alone */
};

/* 1 to 19 */
static const struct numeral units[] = {
	{ SCAN_PHRASE("én"), 1, DANISH },
	{ SCAN_PHRASE("ét"), 1, DANISH }, { SCAN_PHRASE("to"), 2, DANISH_ONLY },
	{ SCAN_PHRASE("tre"), 3, DANISH }, { SCAN_PHRASE("fire"), 4, DANISH_ONLY },
	{ SCAN_PHRASE("fem"), 5, DANISH }, { SCAN_PHRASE("seks"), 6, DANISH },
	{ SCAN_PHRASE("syv"), 7, DANISH }, { SCAN_PHRASE("otte"), 8, DANISH },
	{ SCAN_PHRASE("ni"), 9, DANISH }, { SCAN_PHRASE("ti"), 10, DANISH },
	{ SCAN_PHRASE("elleve"), 11, DANISH }, { SCAN_PHRASE("tolv"), 12, DANISH },
	{ SCAN_PHRASE("tretten"), 13, DANISH }, { SCAN_PHRASE("fjorten"), 14, DANISH },
	{ SCAN_PHRASE("femten"), 15, DANISH }, { SCAN_PHRASE("seksten"), 16, DANISH },
	{ SCAN_PHRASE("sytten"), 17, DANISH }, { SCAN_PHRASE("atten"), 18, DANISH },
	{ SCAN_PHRASE("nitten"), 19, DANISH },
	{ SCAN_PHRASE("two"), 2, ENGLISH }, { SCAN_PHRASE("three"), 3, ENGLISH },
	{ SCAN_PHRASE("four"), 4, ENGLISH }, { SCAN_PHRASE("five"), 5, ENGLISH },
	{ SCAN_PHRASE("six"), 6, ENGLISH }, { SCAN_PHRASE("seven"), 7, ENGLISH },
	{ SCAN_PHRASE("eight"), 8, ENGLISH }, { SCAN_PHRASE("nine"), 9, ENGLISH },
	{ SCAN_PHRASE("ten"), 10, ENGLISH }, { SCAN_PHRASE("eleven"), 11, ENGLISH },
	{ SCAN_PHRASE("twelve"), 12, ENGLISH }, { SCAN_PHRASE("thirteen"), 13, ENGLISH },
	{ SCAN_PHRASE("fourteen"), 14, ENGLISH }, { SCAN_PHRASE("fifteen"), 15, ENGLISH },
	{ SCAN_PHRASE("sixteen"), 16, ENGLISH }, { SCAN_PHRASE("seventeen"), 17, ENGLISH },
	{ SCAN_PHRASE("eighteen"), 18, ENGLISH }, { SCAN_PHRASE("nineteen"), 19, ENGLISH },
};

/* Articles, pronouns and names ("år nul") too: numerals before a unit only. */
static const struct numeral weak[] = {
	{ SCAN_PHRASE("nul"), 0, DANISH }, { SCAN_PHRASE("zero"), 0, ENGLISH },
	{ SCAN_PHRASE("en"), 1, DANISH }, { SCAN_PHRASE("et"), 1, DANISH },
	{ SCAN_PHRASE("a"), 1, ENGLISH }, { SCAN_PHRASE("one"), 1, ENGLISH },
};

static const struct numeral tens[] = {
	{ SCAN_PHRASE("tyve"), 20, DANISH }, { SCAN_PHRASE("tredive"), 30, DANISH },
	{ SCAN_PHRASE("fyrre"), 40, DANISH }, { SCAN_PHRASE("halvtreds"), 50, DANISH },
	{ SCAN_PHRASE("tres"), 60, DANISH }, { SCAN_PHRASE("halvfjerds"), 70, DANISH },
	{ SCAN_PHRASE("firs"), 80, DANISH }, { SCAN_PHRASE("halvfems"), 90, DANISH },
	{ SCAN_PHRASE("twenty"), 20, ENGLISH }, { SCAN_PHRASE("thirty"), 30, ENGLISH },
	{ SCAN_PHRASE("forty"), 40, ENGLISH }, { SCAN_PHRASE("fifty"), 50, ENGLISH },
	{ SCAN_PHRASE("sixty"), 60, ENGLISH }, { SCAN_PHRASE("seventy"), 70, ENGLISH },
	{ SCAN_PHRASE("eighty"), 80, ENGLISH }, { SCAN_PHRASE("ninety"), 90, ENGLISH },
};

static const struct numeral hundreds[] = {
	{ SCAN_PHRASE("hundrede"), 100, DANISH }, { SCAN_PHRASE("hundred"), 100, BOTH },
};

/* "halvdelen" and "half" stand alone; the others follow a numeral. */
static const struct numeral parts[] = {
	{ SCAN_PHRASE("tredjedele"), 3, DANISH }, { SCAN_PHRASE("tredjedel"), 3, DANISH },
	{ SCAN_PHRASE("trediedele"), 3, DANISH }, { SCAN_PHRASE("trediedel"), 3, DANISH },
	{ SCAN_PHRASE("fjerdedele"), 4, DANISH }, { SCAN_PHRASE("fjerdedel"), 4, DANISH },
	{ SCAN_PHRASE("femtedele"), 5, DANISH }, { SCAN_PHRASE("femtedel"), 5, DANISH },
	{ SCAN_PHRASE("sjettedele"), 6, DANISH }, { SCAN_PHRASE("sjettedel"), 6, DANISH },
	{ SCAN_PHRASE("syvendedele"), 7, DANISH }, { SCAN_PHRASE("syvendedel"), 7, DANISH },
	{ SCAN_PHRASE("ottendedele"), 8, DANISH }, { SCAN_PHRASE("ottendedel"), 8, DANISH },
	{ SCAN_PHRASE("niendedele"), 9, DANISH }, { SCAN_PHRASE("niendedel"), 9, DANISH },
	{ SCAN_PHRASE("tiendedele"), 10, DANISH }, { SCAN_PHRASE("tiendedel"), 10, DANISH },
	{ SCAN_PHRASE("thirds"), 3, ENGLISH }, { SCAN_PHRASE("third"), 3, ENGLISH },
	{ SCAN_PHRASE("quarters"), 4, ENGLISH }, { SCAN_PHRASE("quarter"), 4, ENGLISH },
	{ SCAN_PHRASE("fifths"), 5, ENGLISH }, { SCAN_PHRASE("fifth"), 5, ENGLISH },
	{ SCAN_PHRASE("sixths"), 6, ENGLISH }, { SCAN_PHRASE("sixth"), 6, ENGLISH },
	{ SCAN_PHRASE("eighths"), 8, ENGLISH }, { SCAN_PHRASE("eighth"), 8, ENGLISH },
	{ SCAN_PHRASE("tenths"), 10, ENGLISH }, { SCAN_PHRASE("tenth"), 10, ENGLISH },
};

static bool
is_read(int language, enum notation notation)
{
	switch (notation) {
	case NOTATION_DA:
		return (language & (DANISH | DANISH_ONLY)) != 0;
	case NOTATION_EN:
		return (language & ENGLISH) != 0;
	case NOTATION_NONE:
		break;
	}
	return (language & BOTH) != 0;
}

static const struct numeral *
find_numeral(const struct numeral *rows, size_t count, struct str s, size_t at,
             enum notation notation, size_t *end)
{
	char first = scan_first(s, at);

	for (size_t i = 0; i < count; i++)
		if (rows[i].first == first && is_read(rows[i].language, notation) &&
		    scan_phrase(s, at, rows[i].text, end))
			return &rows[i];
	return NULL;
}

#define FIND(rows, s, at, notation, end) \
	find_numeral((rows), COUNT_OF(rows), (s), (at), (notation), (end))

/* "femogtyve": a unit, "og" and tens in one word. */
static bool
danish_compound(struct str word, int *ret)
{
	static const struct str one = STR_INIT("en");
	size_t                  end;

	if (str_find(word, STR("og"), 0) == SIZE_MAX)
		return false;
	for (size_t i = 0; i < COUNT_OF(units); i++) {
		struct str unit = units[i].value == 1 ? one : units[i].text;
		size_t     og = unit.len;

		if ((units[i].language & ENGLISH) != 0 || units[i].value < 1 || units[i].value > 9 ||
		    !scan_phrase(str_slice(word, 0, og), 0, unit, &end) ||
		    !scan_phrase(str_slice(word, og, og + 2), 0, STR("og"), &end))
			continue;
		for (size_t j = 0; j < COUNT_OF(tens); j++)
			if (tens[j].language == DANISH &&
			    scan_phrase(word, og + 2, tens[j].text, &end)) {
				*ret = units[i].value + tens[j].value;
				return true;
			}
	}
	return false;
}

/* "trehundrede": a unit and the hundred in one word. */
static bool
danish_hundreds(struct str word, int *ret)
{
	size_t end;

	if (!str_ends(word, hundreds[0].text))
		return false;
	for (size_t i = 0; i < COUNT_OF(units); i++)
		if (units[i].language != ENGLISH && units[i].value < 10 &&
		    scan_phrase(str_slice(word, 0, units[i].text.len), 0, units[i].text, &end) &&
		    scan_phrase(word, units[i].text.len, hundreds[0].text, &end)) {
			*ret = units[i].value * 100;
			return true;
		}
	return false;
}

/* 1 to 99, and the hundreds that are one word. */
static bool
below_hundred(struct str s, size_t at, enum notation notation, size_t *end, int *ret)
{
	size_t                word = scan_word(s, at), after;
	const struct numeral *n = FIND(units, s, at, notation, end), *more;

	if (n != NULL) {
		*ret = n->value;
		return true;
	}
	n = FIND(tens, s, at, notation, end);
	if (n == NULL) {
		*end = word;
		return notation != NOTATION_EN && (danish_compound(str_slice(s, at, word), ret) ||
		    danish_hundreds(str_slice(s, at, word), ret));
	}
	*ret = n->value;
	if (n->language != ENGLISH || scan_dash(s, *end) == 0)
		return true;
	more = FIND(units, s, *end + scan_dash(s, *end), notation, &after);
	if (more != NULL && more->value > 0 && more->value < 10) {
		*ret += more->value;
		*end = after;
	}
	return true;
}

/* "halvanden", "halvandet": one and a half. */
static bool
one_and_a_half(struct str s, size_t at, enum notation notation, size_t *end)
{
	return notation != NOTATION_EN && (scan_phrase(s, at, STR("halvanden"), end) ||
	    scan_phrase(s, at, STR("halvandet"), end));
}

static bool
half_a(struct str s, size_t at, size_t *end)
{
	return scan_phrase(s, at, STR("en halv"), end) || scan_phrase(s, at, STR("half a"), end);
}

bool
words_numeral(struct str s, size_t at, enum notation notation, size_t *end,
              struct number *ret, bool *is_weak)
{
	const struct numeral *n;
	size_t                after;
	int                   value;

	*is_weak = false;
	if (scan_letter(s, at) == 0)
		return false;
	if (one_and_a_half(s, at, notation, &after)) {
		*ret = NUMBER(15, 1);
	} else if (half_a(s, at, &after)) {
		*ret = NUMBER(5, 1);
		*is_weak = true;
	} else if (below_hundred(s, at, notation, &after, &value)) {
		*ret = NUMBER(value, 0);
	} else if ((n = FIND(weak, s, at, notation, &after)) != NULL) {
		*ret = NUMBER(n->value, 0);
		*is_weak = true;
	} else {
		return false;
	}
	*end = after;
	if (ret->scale == 0 && FIND(hundreds, s, scan_blanks(s, after), notation, &after) != NULL) {
		ret->units *= 100;
		*is_weak = false;
		*end = after;
	}
	return true;
}

/* ---- fractions ---- */

static bool
half(struct str s, size_t at, enum notation notation, size_t *end)
{
	size_t after;

	if (is_read(DANISH, notation) && scan_phrase(s, at, STR("halvdelen"), end))
		return true;
	/* "half of", "half the"; not "the first half", "half a year" */
	return is_read(ENGLISH, notation) && scan_phrase(s, at, STR("half"), end) &&
	    (scan_blanks(s, *end) == s.len || scan_phrase(s, *end, STR(" of"), &after) ||
	    scan_phrase(s, *end, STR(" the"), &after));
}

/* "2/3 af": the preposition tells it from a date. */
static bool
slashed(struct str s, size_t at, size_t *end, int64_t *num, int64_t *den)
{
	size_t slash = scan_digits(s, at), last, after;

	if (slash == at || slash >= s.len || s.at[slash] != '/')
		return false;
	last = scan_digits(s, slash + 1);
	if (!scan_phrase(s, last, STR(" af"), &after) && !scan_phrase(s, last, STR(" of"), &after))
		return false;
	if (!str_int(str_slice(s, at, slash), num) ||
	    !str_int(str_slice(s, slash + 1, last), den) || *num < 1 || *den < 2 ||
	    *den > 100 || *num > *den)
		return false;
	*end = last;
	return true;
}

/* "a third of them", "one third."; "a third project" is an ordinal. */
static bool
is_share(struct str s, size_t end, const struct numeral *part)
{
	size_t after;

	return part->language != ENGLISH || s.at[end - 1] == 's' ||
	    scan_phrase(s, end, STR(" of"), &after) ||
	    scan_letter(s, scan_blanks(s, end)) == 0;
}

/* "en tredjedel", "tre fjerdedele", "two-thirds" */
static bool
parted(struct str s, size_t at, enum notation notation, size_t *end, int64_t *num,
       int64_t *den)
{
	struct number         n;
	const struct numeral *part;
	size_t                after;
	bool                  is_weak;

	if (!words_numeral(s, at, notation, &after, &n, &is_weak) || n.scale != 0)
		return false;
	after = scan_blanks(s, after + scan_dash(s, after));
	part = FIND(parts, s, after, notation, end);
	if (part == NULL || n.units < 1 || n.units > part->value || !is_share(s, *end, part))
		return false;
	*num = n.units;
	*den = part->value;
	return true;
}

bool
words_fraction(struct str s, size_t at, enum notation notation, size_t *end,
               int64_t *num, int64_t *den)
{
	size_t  after;
	int64_t n = 1, d = 2;

	if (!half(s, at, notation, &after) && !slashed(s, at, &after, &n, &d) &&
	    !parted(s, at, notation, &after, &n, &d))
		return false;
	*end = after;
	*num = n;
	*den = d;
	return true;
}

static void
visit_rows(const struct numeral *rows, size_t count, gate_visit *visit, void *context)
{
	for (size_t i = 0; i < count; i++)
		visit(context, rows[i].text);
}

#define VISIT(rows) visit_rows((rows), COUNT_OF(rows), visit, context)

void
numeral_phrases(gate_visit *visit, void *context)
{
	static const struct str halves[] = {
		STR_INIT("halvanden"), STR_INIT("halvandet"), STR_INIT("halvdelen"),
		STR_INIT("half"), STR_INIT("en halv"),
	};

	VISIT(units);
	VISIT(weak);
	VISIT(tens);
	for (size_t i = 0; i < COUNT_OF(halves); i++)
		visit(context, halves[i]);
}
