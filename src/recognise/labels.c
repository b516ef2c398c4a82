#include "recognise/labels.h"
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
	struct str word;        /* folded: å is aa, ø is oe, æ is ae */
};

static const struct label_word words[] = {
	{ LABEL_NUMBER, EXACT, STR_INIT("nr") },
	{ LABEL_NUMBER, EXACT, STR_INIT("nr.") },
	{ LABEL_NUMBER, EXACT, STR_INIT("nummer") },
	{ LABEL_NUMBER, EXACT, STR_INIT("#") },
	{ LABEL_NUMBER, EXACT, STR_INIT("lb. nr") },
	{ LABEL_NUMBER, EXACT, STR_INIT("loebenr") },
	{ LABEL_NUMBER, EXACT, STR_INIT("maal nr") },
	{ LABEL_NUMBER, EXACT, STR_INIT("pkt") },
	{ LABEL_NAME, START, STR_INIT("navn paa indsats") },
	{ LABEL_NAME, START, STR_INIT("navn paa initiativ") },
	{ LABEL_NAME, STEM, STR_INIT("navn") },
	{ LABEL_NAME, START, STR_INIT("indsatsens navn") },
	{ LABEL_NAME, START, STR_INIT("indsatsens titel") },
	{ LABEL_NAME, START, STR_INIT("initiativets navn") },
	{ LABEL_NAME, EXACT, STR_INIT("indsatsnavn") },
	{ LABEL_NAME, STEM, STR_INIT("indsats") },
	{ LABEL_NAME, STEM, STR_INIT("initiativ") },
	{ LABEL_NAME, EXACT, STR_INIT("titel") },
	{ LABEL_PROJECT, STEM, STR_INIT("projekt") },
	{ LABEL_PROJECT, STEM, STR_INIT("projektnavn") },
	{ LABEL_PROJECT, START, STR_INIT("projektets navn") },
	{ LABEL_PROJECT, START, STR_INIT("navn paa projekt") },
	{ LABEL_ECONOMY, STEM, STR_INIT("oekonomi") },
	{ LABEL_ECONOMY, CELL, STR_INIT("oekonomi ") },
	{ LABEL_ECONOMY, STEM, STR_INIT("ressource") },
	{ LABEL_ECONOMY, CELL, STR_INIT("ressourcer ") },
	{ LABEL_ECONOMY, STEM, STR_INIT("budget") },
	{ LABEL_ECONOMY, STEM, STR_INIT("finansiering") },
	{ LABEL_ECONOMY, STEM, STR_INIT("afsatte midler") },
	{ LABEL_ECONOMY, EXACT, STR_INIT("oekonomi/finansiering") },
	{ LABEL_MANDATE, EXACT, STR_INIT("afsaet") },
	{ LABEL_MANDATE, EXACT, STR_INIT("afsaettet") },
	{ LABEL_MANDATE, EXACT, STR_INIT("politisk afsaet") },
	{ LABEL_MANDATE, CELL, STR_INIT("afsaet ") },
	{ LABEL_MANDATE, STEM, STR_INIT("baggrund") },
	{ LABEL_MANDATE, STEM, STR_INIT("beslutning") },
	{ LABEL_MANDATE, STEM, STR_INIT("beslutningsgrundlag") },
	{ LABEL_MANDATE, STEM, STR_INIT("mandat") },
	{ LABEL_TARGET_GROUP, STEM, STR_INIT("maalgruppe") },
	{ LABEL_TARGET_GROUP, CELL, STR_INIT("maalgruppe ") },
	{ LABEL_TARGET_GROUP, CELL, STR_INIT("maalgruppe(") },
	{ LABEL_CHARACTERISTICS, START, STR_INIT("karakteristika") },
	{ LABEL_CHARACTERISTICS, START, STR_INIT("karakteristik af") },
	{ LABEL_CHARACTERISTICS, START, STR_INIT("maalgruppens karakteristika") },
	{ LABEL_CHARACTERISTICS, START, STR_INIT("maalgruppekarakteristik") },
	{ LABEL_ACTIVITY, START, STR_INIT("beskriv aktivitet") },
	{ LABEL_ACTIVITY, START, STR_INIT("beskrivelse af aktivitet") },
	{ LABEL_ACTIVITY, START, STR_INIT("beskrivelse af indsats") },
	{ LABEL_ACTIVITY, START, STR_INIT("beskriv indsats") },
	{ LABEL_ACTIVITY, STEM, STR_INIT("beskrivelse") },
	{ LABEL_ACTIVITY, STEM, STR_INIT("aktivitet") },
	{ LABEL_ACTIVITY, STEM, STR_INIT("hovedaktivitet") },
	{ LABEL_ACTIVITY, CELL, STR_INIT("aktiviteter ") },
	{ LABEL_ACTIVITY, CELL, STR_INIT("aktiviteter/") },
	{ LABEL_ACTIVITY, EXACT, STR_INIT("handling") },
	{ LABEL_ACTIVITY, EXACT, STR_INIT("handlinger") },
	{ LABEL_GOAL, STEM, STR_INIT("maal") },
	{ LABEL_GOAL, START, STR_INIT("maal for indsats") },
	{ LABEL_GOAL, START, STR_INIT("indsatsens maal") },
	{ LABEL_GOAL, EXACT, STR_INIT("maal og succeskriterier") },
	{ LABEL_GOAL, STEM, STR_INIT("delmaal") },
	{ LABEL_GOAL, STEM, STR_INIT("effektmaal") },
	{ LABEL_GOAL, STEM, STR_INIT("indsatsmaal") },
	{ LABEL_GOAL, EXACT, STR_INIT("hovedmaal") },
	{ LABEL_CONTRIBUTION, START, STR_INIT("hvordan bidrager") },
	{ LABEL_CONTRIBUTION, START, STR_INIT("hvordan bidrages") },
	{ LABEL_CONTRIBUTION, START, STR_INIT("hvordan daekker") },
	{ LABEL_CONTRIBUTION, START, STR_INIT("hvordan understoetter") },
	{ LABEL_CONTRIBUTION, CELL, STR_INIT("bidrag til") },
	{ LABEL_CONTRIBUTION, CELL, STR_INIT("indsatsens bidrag") },
	{ LABEL_CONTRIBUTION, EXACT, STR_INIT("vejen til maalet") },
	{ LABEL_CONTRIBUTION, CELL, STR_INIT("vejen til maalet ") },
	{ LABEL_FOLLOWUP, START, STR_INIT("planlagt opfoelgning") },
	{ LABEL_FOLLOWUP, STEM, STR_INIT("opfoelgning") },
	{ LABEL_FOLLOWUP, CELL, STR_INIT("opfoelgning ") },
	{ LABEL_FOLLOWUP, EXACT, STR_INIT("opfoelgning og evaluering") },
	{ LABEL_FOLLOWUP, STEM, STR_INIT("evaluering") },
	{ LABEL_STATUS, STEM, STR_INIT("status") },
	{ LABEL_STATUS, START, STR_INIT("status ift") },
	{ LABEL_STATUS, START, STR_INIT("status i forhold til maal") },
	{ LABEL_STATUS, START, STR_INIT("status i fht") },
	{ LABEL_STATUS, START, STR_INIT("status paa indsats") },
	{ LABEL_STATUS, START, STR_INIT("status for indsats") },
	{ LABEL_STATUS, START, STR_INIT("status paa maal") },
	{ LABEL_STATUS, START, STR_INIT("status for maal") },
	{ LABEL_STATUS, EXACT, STR_INIT("indsatsens status") },
	{ LABEL_STATUS, STEM, STR_INIT("maalopfyldelse") },
	{ LABEL_STATUS, CELL, STR_INIT("status ") },
	{ LABEL_CHALLENGE, STEM, STR_INIT("udfordring") },
	{ LABEL_CHALLENGE, CELL, STR_INIT("udfordringer ") },
	{ LABEL_CHALLENGE, EXACT, STR_INIT("problemer") },
	{ LABEL_CHALLENGE, EXACT, STR_INIT("barrierer") },
	{ LABEL_PURPOSE, STEM, STR_INIT("formaal") },
	{ LABEL_PURPOSE, EXACT, STR_INIT("projektets formaal") },
	{ LABEL_PURPOSE, EXACT, STR_INIT("formaal og indhold") },
	{ LABEL_AMOUNT, STEM, STR_INIT("beloeb") },
	{ LABEL_AMOUNT, STEM, STR_INIT("bevilling") },
	{ LABEL_AMOUNT, EXACT, STR_INIT("tilskud") },
	{ LABEL_AMOUNT, START, STR_INIT("bevilget beloeb") },
	{ LABEL_THEME, STEM, STR_INIT("tema") },
	{ LABEL_THEME, START, STR_INIT("tema/") },
	{ LABEL_THEME, START, STR_INIT("tema /") },
	{ LABEL_THEME, START, STR_INIT("tema og indsats") },
	{ LABEL_THEME, STEM, STR_INIT("indsatsomraade") },
	{ LABEL_CRITERIA, STEM, STR_INIT("succeskriteri") },
	{ LABEL_CRITERIA, CELL, STR_INIT("succeskriteri") },
	{ LABEL_RESULT_GOAL, STEM, STR_INIT("resultatmaal") },
	{ LABEL_RESULT_GOAL, STEM, STR_INIT("resultatkrav") },
	{ LABEL_RESULT_GOAL, CELL, STR_INIT("resultatmaal ") },
	{ LABEL_INDICATOR, STEM, STR_INIT("indikator") },
	{ LABEL_INDICATOR, CELL, STR_INIT("indikator ") },
	{ LABEL_INDICATOR, CELL, STR_INIT("indikatorer ") },
	{ LABEL_INDICATOR, CELL, STR_INIT("indikator/") },
	{ LABEL_INDICATOR, STEM, STR_INIT("maalepunkt") },
	{ LABEL_INDICATOR, EXACT, STR_INIT("maalemetode") },
	{ LABEL_OBJECTIVE, STEM, STR_INIT("maalsaetning") },
	{ LABEL_COMMITTEE, STEM, STR_INIT("udvalg") },
	{ LABEL_COMMITTEE, STEM, STR_INIT("forvaltning") },
	{ LABEL_COMMITTEE, CELL, STR_INIT("udvalg/") },
	{ LABEL_COMMITTEE, CELL, STR_INIT("ansvarligt udvalg") },
	{ LABEL_COMMITTEE, CELL, STR_INIT("ansvarlig forvaltning") },
	{ LABEL_BASELINE, STEM, STR_INIT("startmaaling") },
	{ LABEL_BASELINE, CELL, STR_INIT("startmaaling ") },
	{ LABEL_BASELINE, STEM, STR_INIT("baseline") },
	{ LABEL_BASELINE, CELL, STR_INIT("baseline ") },
	{ LABEL_BASELINE, STEM, STR_INIT("udgangspunkt") },
	{ LABEL_BASELINE, CELL, STR_INIT("udgangspunkt ") },
	{ LABEL_BASELINE, CELL, STR_INIT("nulpunkt") },
	{ LABEL_BASELINE, CELL, STR_INIT("basismaaling") },
	{ LABEL_LATEST, CELL, STR_INIT("seneste ") },
	{ LABEL_LATEST, CELL, STR_INIT("aktuel ") },
	{ LABEL_LATEST, STEM, STR_INIT("maaling") },
	{ LABEL_LATEST, CELL, STR_INIT("maaling ") },
	{ LABEL_LATEST, STEM, STR_INIT("midtvejsmaaling") },
	{ LABEL_LATEST, CELL, STR_INIT("midtvejsmaaling ") },
	{ LABEL_LATEST, CELL, STR_INIT("nuvaerende ") },
	{ LABEL_LATEST, CELL, STR_INIT("resultat 20") },
	{ LABEL_TARGET, STEM, STR_INIT("maaltal") },
	{ LABEL_TARGET, CELL, STR_INIT("maaltal ") },
	{ LABEL_TARGET, CELL, STR_INIT("maal for 20") },
	{ LABEL_TARGET, CELL, STR_INIT("maal i 20") },
	{ LABEL_TARGET, CELL, STR_INIT("maal 20") },
	{ LABEL_TARGET, CELL, STR_INIT("maal ultimo") },
	{ LABEL_TARGET, CELL, STR_INIT("maal til og med") },
	{ LABEL_TOTAL, EXACT, STR_INIT("i alt") },
	{ LABEL_TOTAL, EXACT, STR_INIT("ialt") },
	{ LABEL_TOTAL, EXACT, STR_INIT("total") },
	{ LABEL_TOTAL, EXACT, STR_INIT("sum") },
	{ LABEL_TOTAL, EXACT, STR_INIT("samlet") },
	{ LABEL_TOTAL, CELL, STR_INIT("i alt ") },
	{ LABEL_TOTAL, CELL, STR_INIT("samlet sum") },
	{ LABEL_TOTAL, CELL, STR_INIT("samlet i alt") },
	{ LABEL_TOTAL, CELL, STR_INIT("total ") },
	{ LABEL_TOTAL, CELL, STR_INIT("totalt") },
	{ LABEL_TOTAL, CELL, STR_INIT("sum ") },
	{ LABEL_TOTAL, CELL, STR_INIT("hele perioden") },
	{ LABEL_OTHER, STEM, STR_INIT("ansvarlig") },
	{ LABEL_OTHER, START, STR_INIT("ansvarlig ") },
	{ LABEL_OTHER, EXACT, STR_INIT("ansvar") },
	{ LABEL_OTHER, STEM, STR_INIT("tidsplan") },
	{ LABEL_OTHER, STEM, STR_INIT("tidsramme") },
	{ LABEL_OTHER, STEM, STR_INIT("tidshorisont") },
	{ LABEL_OTHER, STEM, STR_INIT("periode") },
	{ LABEL_OTHER, EXACT, STR_INIT("projektperiode") },
	{ LABEL_OTHER, STEM, STR_INIT("kontaktperson") },
	{ LABEL_OTHER, EXACT, STR_INIT("kontakt") },
	{ LABEL_OTHER, STEM, STR_INIT("tovholder") },
	{ LABEL_OTHER, EXACT, STR_INIT("projektleder") },
	{ LABEL_OTHER, STEM, STR_INIT("samarbejdspartner") },
	{ LABEL_OTHER, STEM, STR_INIT("bemaerkning") },
	{ LABEL_OTHER, STEM, STR_INIT("kommentar") },
	{ LABEL_OTHER, EXACT, STR_INIT("bydel") },
	{ LABEL_OTHER, STEM, STR_INIT("felt") },
	{ LABEL_OTHER, STEM, STR_INIT("emne") },
	{ LABEL_OTHER, STEM, STR_INIT("punkt") },
	{ LABEL_OTHER, STEM, STR_INIT("organisering") },
};

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
plain_label(struct arena *a, struct str text)
{
	struct str s = utf8_fold(a, without_marks(text));
	size_t     bracket;

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

/* The label whose word the text is but for a slip or two of the scanner. */
static enum label
label_with_slip(struct str s)
{
	enum label best = LABEL_NONE;
	size_t     least = 3;

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		size_t     max = words[i].word.len >= LONG_LETTERS ? 2 : 1, n;
		struct str start = str_slice(s, 0, words[i].word.len);

		if (words[i].word.len < SLIP_LETTERS || words[i].fit == CELL ||
		    letter_shape(words[i].word.at[0]) != letter_shape(s.at[0]))
			continue;
		n = word_distance(words[i].fit == START ? start : s, words[i].word, max);
		if (n <= max && n < least) {
			least = n;
			best = words[i].label;
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
look_up(struct arena *a, struct str text, bool cell)
{
	struct str s;

	if (text.len == 0 || text.len > 2 * LABEL_LETTERS_MAX)
		return LABEL_NONE;
	s = plain_label(a, text);
	if (cell)
		s = without_number(s);
	if (s.len == 0 || s.len > LABEL_LETTERS_MAX)
		return LABEL_NONE;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (words[i].word.at[0] == s.at[0] && fits(s, &words[i], cell))
			return words[i].label;
	return s.len < SLIP_LETTERS - 1 ? LABEL_NONE : label_with_slip(s);
}

enum label
label_of_cell(struct arena *a, struct str text)
{
	return look_up(a, text, true);
}

enum label
label_of_line(struct arena *a, struct str text)
{
	return look_up(a, text, false);
}

enum label
label_before_text(struct arena *a, struct str text, size_t *rest)
{
	size_t     colon = str_find(text, STR(":"), 0);
	enum label l;

	if (colon == SIZE_MAX || colon > LABEL_LETTERS_MAX)
		return LABEL_NONE;
	l = look_up(a, str_slice(text, 0, colon), false);
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
	s = plain_label(a, text);
	if (str_ends(s, STR("udvalget")) || str_ends(s, STR("forvaltningen")) ||
	    str_ends(s, STR("udvalg")) || str_ends(s, STR("forvaltning")))
		return s.len > 9;
	for (size_t i = 0; codes[i] != NULL; i++)
		if (str_eq(s, str_from(codes[i])))
			return true;
	return false;
}
