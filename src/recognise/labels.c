#include "recognise/labels.h"
#include "base/near.h"
#include <string.h>

#define LABEL_LETTERS_MAX 110
#define SLIP_LETTERS      7             /* shorter words are not matched with slips */
#define LONG_LETTERS      14            /* these may have two */

/* EXACT: the whole text; STEM: the word and an ending; START: the text begins
 * so; CELL: begins so, and only in a table's cell. */
enum fit { EXACT, STEM, START, CELL };

struct label_word {
	enum label label;
	enum fit   fit;
	char       shape;
	struct str word;        /* folded: å is aa, ø is oe, æ is ae */
};

/* With the shape of its first letter: letter_shape(). */
#define W(label, fit, word) \
	{ LABEL_##label, fit, (word)[0] == 'l' ? 'i' : (word)[0], STR_INIT(word) }

static const struct label_word words[] = {
	W(NUMBER, EXACT, "nr"),
	W(NUMBER, EXACT, "nr."),
	W(NUMBER, EXACT, "nummer"),
	W(NUMBER, EXACT, "#"),
	W(NUMBER, EXACT, "lb. nr"),
	W(NUMBER, EXACT, "loebenr"),
	W(NUMBER, EXACT, "maal nr"),
	W(NUMBER, EXACT, "pkt"),
	W(NAME, START, "navn paa indsats"),
	W(NAME, START, "navn paa initiativ"),
	W(NAME, STEM, "navn"),
	W(NAME, START, "indsatsens navn"),
	W(NAME, START, "indsatsens titel"),
	W(NAME, START, "initiativets navn"),
	W(NAME, EXACT, "indsatsnavn"),
	W(NAME, STEM, "indsats"),
	W(NAME, STEM, "initiativ"),
	W(NAME, EXACT, "titel"),
	W(PROJECT, STEM, "projekt"),
	W(PROJECT, STEM, "projektnavn"),
	W(PROJECT, START, "projektets navn"),
	W(PROJECT, START, "navn paa projekt"),
	W(ECONOMY, STEM, "oekonomi"),
	W(ECONOMY, CELL, "oekonomi "),
	W(ECONOMY, STEM, "ressource"),
	W(ECONOMY, CELL, "ressourcer "),
	W(ECONOMY, STEM, "budget"),
	W(ECONOMY, STEM, "finansiering"),
	W(ECONOMY, STEM, "afsatte midler"),
	W(ECONOMY, EXACT, "oekonomi/finansiering"),
	W(MANDATE, EXACT, "afsaet"),
	W(MANDATE, EXACT, "afsaettet"),
	W(MANDATE, EXACT, "politisk afsaet"),
	W(MANDATE, CELL, "afsaet "),
	W(MANDATE, STEM, "baggrund"),
	W(MANDATE, STEM, "beslutning"),
	W(MANDATE, STEM, "beslutningsgrundlag"),
	W(MANDATE, STEM, "mandat"),
	W(TARGET_GROUP, STEM, "maalgruppe"),
	W(TARGET_GROUP, CELL, "maalgruppe "),
	W(TARGET_GROUP, CELL, "maalgruppe("),
	W(CHARACTERISTICS, START, "karakteristika"),
	W(CHARACTERISTICS, START, "karakteristik af"),
	W(CHARACTERISTICS, START, "maalgruppens karakteristika"),
	W(CHARACTERISTICS, START, "maalgruppekarakteristik"),
	W(ACTIVITY, START, "beskriv aktivitet"),
	W(ACTIVITY, START, "beskrivelse af aktivitet"),
	W(ACTIVITY, START, "beskrivelse af indsats"),
	W(ACTIVITY, START, "beskriv indsats"),
	W(ACTIVITY, STEM, "beskrivelse"),
	W(ACTIVITY, STEM, "aktivitet"),
	W(ACTIVITY, STEM, "hovedaktivitet"),
	W(ACTIVITY, CELL, "aktiviteter "),
	W(ACTIVITY, CELL, "aktiviteter/"),
	W(ACTIVITY, EXACT, "handling"),
	W(ACTIVITY, EXACT, "handlinger"),
	W(GOAL, STEM, "maal"),
	W(GOAL, START, "maal for indsats"),
	W(GOAL, START, "indsatsens maal"),
	W(GOAL, EXACT, "maal og succeskriterier"),
	W(GOAL, STEM, "delmaal"),
	W(GOAL, STEM, "effektmaal"),
	W(GOAL, STEM, "indsatsmaal"),
	W(GOAL, EXACT, "hovedmaal"),
	W(CONTRIBUTION, START, "hvordan bidrager"),
	W(CONTRIBUTION, START, "hvordan bidrages"),
	W(CONTRIBUTION, START, "hvordan daekker"),
	W(CONTRIBUTION, START, "hvordan understoetter"),
	W(CONTRIBUTION, CELL, "bidrag til"),
	W(CONTRIBUTION, CELL, "indsatsens bidrag"),
	W(CONTRIBUTION, EXACT, "vejen til maalet"),
	W(CONTRIBUTION, CELL, "vejen til maalet "),
	W(FOLLOWUP, START, "planlagt opfoelgning"),
	W(FOLLOWUP, STEM, "opfoelgning"),
	W(FOLLOWUP, CELL, "opfoelgning "),
	W(FOLLOWUP, EXACT, "opfoelgning og evaluering"),
	W(FOLLOWUP, STEM, "evaluering"),
	W(STATUS, STEM, "status"),
	W(STATUS, START, "status ift"),
	W(STATUS, START, "status i forhold til maal"),
	W(STATUS, START, "status i fht"),
	W(STATUS, START, "status paa indsats"),
	W(STATUS, START, "status for indsats"),
	W(STATUS, START, "status paa maal"),
	W(STATUS, START, "status for maal"),
	W(STATUS, EXACT, "indsatsens status"),
	W(STATUS, STEM, "maalopfyldelse"),
	W(STATUS, CELL, "status "),
	W(CHALLENGE, STEM, "udfordring"),
	W(CHALLENGE, CELL, "udfordringer "),
	W(CHALLENGE, EXACT, "problemer"),
	W(CHALLENGE, EXACT, "barrierer"),
	W(PURPOSE, STEM, "formaal"),
	W(PURPOSE, EXACT, "projektets formaal"),
	W(PURPOSE, EXACT, "formaal og indhold"),
	W(AMOUNT, STEM, "beloeb"),
	W(AMOUNT, STEM, "bevilling"),
	W(AMOUNT, EXACT, "tilskud"),
	W(AMOUNT, START, "bevilget beloeb"),
	W(THEME, STEM, "tema"),
	W(THEME, START, "tema/"),
	W(THEME, START, "tema /"),
	W(THEME, START, "tema og indsats"),
	W(THEME, STEM, "indsatsomraade"),
	W(CRITERIA, STEM, "succeskriteri"),
	W(CRITERIA, CELL, "succeskriteri"),
	W(RESULT_GOAL, STEM, "resultatmaal"),
	W(RESULT_GOAL, STEM, "resultatkrav"),
	W(RESULT_GOAL, CELL, "resultatmaal "),
	W(INDICATOR, STEM, "indikator"),
	W(INDICATOR, CELL, "indikator "),
	W(INDICATOR, CELL, "indikatorer "),
	W(INDICATOR, CELL, "indikator/"),
	W(INDICATOR, STEM, "maalepunkt"),
	W(INDICATOR, EXACT, "maalemetode"),
	W(OBJECTIVE, STEM, "maalsaetning"),
	W(COMMITTEE, STEM, "udvalg"),
	W(COMMITTEE, STEM, "forvaltning"),
	W(COMMITTEE, CELL, "udvalg/"),
	W(COMMITTEE, CELL, "ansvarligt udvalg"),
	W(COMMITTEE, CELL, "ansvarlig forvaltning"),
	W(BASELINE, STEM, "startmaaling"),
	W(BASELINE, CELL, "startmaaling "),
	W(BASELINE, STEM, "baseline"),
	W(BASELINE, CELL, "baseline "),
	W(BASELINE, STEM, "udgangspunkt"),
	W(BASELINE, CELL, "udgangspunkt "),
	W(BASELINE, CELL, "nulpunkt"),
	W(BASELINE, CELL, "basismaaling"),
	W(LATEST, CELL, "seneste "),
	W(LATEST, CELL, "aktuel "),
	W(LATEST, STEM, "maaling"),
	W(LATEST, CELL, "maaling "),
	W(LATEST, STEM, "midtvejsmaaling"),
	W(LATEST, CELL, "midtvejsmaaling "),
	W(LATEST, CELL, "nuvaerende "),
	W(LATEST, CELL, "resultat 20"),
	W(TARGET, STEM, "maaltal"),
	W(TARGET, CELL, "maaltal "),
	W(TARGET, CELL, "maal for 20"),
	W(TARGET, CELL, "maal i 20"),
	W(TARGET, CELL, "maal 20"),
	W(TARGET, CELL, "maal ultimo"),
	W(TARGET, CELL, "maal til og med"),
	W(TOTAL, EXACT, "i alt"),
	W(TOTAL, EXACT, "ialt"),
	W(TOTAL, EXACT, "total"),
	W(TOTAL, EXACT, "sum"),
	W(TOTAL, EXACT, "samlet"),
	W(TOTAL, CELL, "i alt "),
	W(TOTAL, CELL, "samlet sum"),
	W(TOTAL, CELL, "samlet i alt"),
	W(TOTAL, CELL, "total "),
	W(TOTAL, CELL, "totalt"),
	W(TOTAL, CELL, "sum "),
	W(TOTAL, CELL, "hele perioden"),
	W(OTHER, STEM, "ansvarlig"),
	W(OTHER, START, "ansvarlig "),
	W(OTHER, EXACT, "ansvar"),
	W(OTHER, STEM, "tidsplan"),
	W(OTHER, STEM, "tidsramme"),
	W(OTHER, STEM, "tidshorisont"),
	W(OTHER, STEM, "periode"),
	W(OTHER, EXACT, "projektperiode"),
	W(OTHER, STEM, "kontaktperson"),
	W(OTHER, EXACT, "kontakt"),
	W(OTHER, STEM, "tovholder"),
	W(OTHER, EXACT, "projektleder"),
	W(OTHER, STEM, "samarbejdspartner"),
	W(OTHER, STEM, "bemaerkning"),
	W(OTHER, STEM, "kommentar"),
	W(OTHER, EXACT, "bydel"),
	W(OTHER, STEM, "felt"),
	W(OTHER, STEM, "emne"),
	W(OTHER, STEM, "punkt"),
	W(OTHER, STEM, "organisering"),
};

#undef W

static const char *const endings[] = { "", "n", "en", "et", "t", "r", "er", "ne", "erne", "ene",
	"ns", "ens", "ets", "s", "e", "um", "a", "erne(r)", "r/e", NULL };

static bool
is_ending(struct str rest)
{
	for (size_t i = 0; endings[i] != NULL; i++)
		if (str_eq(rest, str_from(endings[i])))
			return true;
	return false;
}

/* Folded, without number before it and colon, bracket or mark after it. */
static struct str
plain_label(struct arena *a, struct str text, struct str folded)
{
	struct str s = without_marks(text);
	size_t     bracket;

	s = s.len == text.len ? folded : utf8_fold(a, s);
	s = str_trim(str_slice(s, numbering_length(s), s.len));
	bracket = s.len > 0 && s.at[s.len - 1] == ')' ? str_find(s, STR(" ("), 0) : SIZE_MAX;
	if (bracket != SIZE_MAX)
		s.len = bracket;
	while (s.len > 1 && strchr(":.;,*?- ", s.at[s.len - 1]) != NULL)
		s.len--;
	while (s.len > 1 && (s.at[0] == '*' || s.at[0] == '-' || s.at[0] == ' '))
		s = str_slice(s, 1, s.len);
	return s;
}

static bool
fits(struct str s, const struct label_word *w, bool cell)
{
	switch (w->fit) {
	case EXACT:
		return str_eq(s, w->word);
	case STEM:
		return str_starts(s, w->word) && is_ending(str_slice(s, w->word.len, s.len));
	case START:
		return str_starts(s, w->word);
	case CELL:
		return cell && s.len <= w->word.len + 40 && str_starts(s, w->word);
	}
	return false;
}

/* The words that begin as the text does, or as a scanner would take it for. */
struct near {
	const struct label_word *at[COUNT_OF(words)];
	size_t                   len;
};

static void
find_near(struct str s, struct near *ret)
{
	char shape = letter_shape(s.at[0]);

	ret->len = 0;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (words[i].shape == shape)
			ret->at[ret->len++] = &words[i];
}

/* As a scanner takes it: letters of one shape are the same. */
static struct str
shaped(struct str s, char *to)
{
	for (size_t i = 0; i < s.len; i++)
		to[i] = letter_shape(s.at[i]);
	return (struct str){ to, s.len };
}

/* How far the text is from a word, a label's or what begins with it. */
static unsigned
slips_in(struct str s, const struct label_word *w, unsigned max)
{
	char       is[NEAR_LETTERS_MAX], wanted[NEAR_LETTERS_MAX];
	struct str start = w->fit == START ? str_slice(s, 0, w->word.len) : s;

	if (start.len > w->word.len + max || w->word.len > start.len + max ||
	    start.len > NEAR_LETTERS_MAX || w->word.len > NEAR_LETTERS_MAX)
		return max + 1;
	return near_distance(shaped(start, is), shaped(w->word, wanted), max);
}

/* The label whose word the text is but for a slip or two of the scanner. */
static enum label
label_with_slip(struct str s, const struct near *near)
{
	enum label best = LABEL_NONE;
	unsigned   least = 3;

	for (size_t i = 0; i < near->len; i++) {
		const struct label_word *w = near->at[i];
		unsigned                 max = w->word.len >= LONG_LETTERS ? 2 : 1, n;

		if (w->word.len < SLIP_LETTERS || w->fit == CELL)
			continue;
		n = slips_in(s, w, max);
		if (n <= max && n < least) {
			least = n;
			best = w->label;
		}
	}
	return best;
}

/* Without the number of "Indsats 2"; a year is no number of a thing. */
static struct str
without_number(struct str s)
{
	size_t to = s.len;

	while (to > 0 && s.at[to - 1] >= '0' && s.at[to - 1] <= '9')
		to--;
	if (to == s.len || s.len - to > 2 || to < 2 || s.at[to - 1] != ' ')
		return s;
	return str_slice(s, 0, to - 1);
}

static enum label
look_up(struct arena *a, struct str text, struct str folded, bool cell)
{
	struct near near;
	struct str  s;

	if (text.len == 0 || text.len > 2 * LABEL_LETTERS_MAX)
		return LABEL_NONE;
	s = plain_label(a, text, folded);
	if (cell)
		s = without_number(s);
	if (s.len == 0 || s.len > LABEL_LETTERS_MAX)
		return LABEL_NONE;
	find_near(s, &near);
	for (size_t i = 0; i < near.len; i++)
		if (fits(s, near.at[i], cell))
			return near.at[i]->label;
	return s.len < SLIP_LETTERS - 1 ? LABEL_NONE : label_with_slip(s, &near);
}

enum label
label_of_cell(struct arena *a, struct str text, struct str folded)
{
	return look_up(a, text, folded, true);
}

enum label
label_of_line(struct arena *a, struct str text, struct str folded)
{
	return look_up(a, text, folded, false);
}

enum label
label_before_text(struct arena *a, struct str text, size_t *rest)
{
	size_t     colon = str_find(text, STR(":"), 0);
	enum label l;

	if (colon == SIZE_MAX || colon > LABEL_LETTERS_MAX)
		return LABEL_NONE;
	l = look_up(a, str_slice(text, 0, colon), utf8_fold(a, str_slice(text, 0, colon)), false);
	if (l == LABEL_NONE)
		return LABEL_NONE;
	colon++;
	while (colon < text.len && (text.at[colon] == ' ' || text.at[colon] == '\n' ||
	    text.at[colon] == '*'))
		colon++;
	*rest = colon;
	return l;
}

enum label
label_inside_text(struct arena *a, struct str text, size_t from, size_t *at, size_t *rest)
{
	size_t colon = from;

	while ((colon = str_find(text, STR(":"), colon)) != SIZE_MAX) {
		size_t     start = colon, skip = 0;
		enum label l;

		while (start > from && colon - start <= LABEL_LETTERS_MAX && text.at[start - 1] != '\n' &&
		    !(start > 1 && text.at[start - 1] == ' ' && start - 2 >= from &&
		    strchr(".:;!?)", text.at[start - 2]) != NULL))
			start--;
		l = label_before_text(a, str_slice(text, start, text.len), &skip);
		if (l != LABEL_NONE) {
			*at = start;
			*rest = start + skip;
			return l;
		}
		colon++;
	}
	return LABEL_NONE;
}

bool
label_is_committee(struct arena *a, struct str text)
{
	static const char *const codes[] = { "oeu", "oekf", "biu", "bif", "buu", "buf", "sud",
		"sof", "kfu", "kff", "tmu", "tmf", "sou", "suf", "br", NULL };
	struct str s;

	if (text.len == 0 || text.len > LABEL_LETTERS_MAX)
		return false;
	s = plain_label(a, text, utf8_fold(a, text));
	if (str_ends(s, STR("udvalget")) || str_ends(s, STR("forvaltningen")) ||
	    str_ends(s, STR("udvalg")) || str_ends(s, STR("forvaltning")))
		return s.len > 9;
	for (size_t i = 0; codes[i] != NULL; i++)
		if (str_eq(s, str_from(codes[i])))
			return true;
	return false;
}
