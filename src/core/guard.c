#include "core/gate.h"
#include "core/guard.h"
#include "core/period.h"
#include "core/scan.h"
#include "core/words.h"

/* A word that names what the number after it refers to. */
struct label {
	struct str text;
	char       first;
	uint8_t    digits;      /* that such a number has at most; 0: it has any shape */
	bool       spaced;      /* telephone and register numbers have blanks inside */
};

#define ANY 0

/* What is longer is no tag and no address; keeps the reading linear. */
#define MARKUP_MAX  1000
#define ADDRESS_MAX 300

static const struct label labels[] = {
	{ SCAN_PHRASE("sagsnr"), ANY, false }, { SCAN_PHRASE("sagsnummer"), ANY, false },
	{ SCAN_PHRASE("sags nr"), ANY, false }, { SCAN_PHRASE("sagsid"), ANY, false },
	{ SCAN_PHRASE("sag"), ANY, false }, { SCAN_PHRASE("j.nr"), ANY, false },
	{ SCAN_PHRASE("j. nr"), ANY, false }, { SCAN_PHRASE("jnr"), ANY, false },
	{ SCAN_PHRASE("journalnr"), ANY, false }, { SCAN_PHRASE("journalnummer"), ANY, false },
	{ SCAN_PHRASE("dok.nr"), ANY, false }, { SCAN_PHRASE("dok"), ANY, false },
	{ SCAN_PHRASE("doknr"), ANY, false }, { SCAN_PHRASE("dokumentnr"), ANY, false },
	{ SCAN_PHRASE("dokumentnummer"), ANY, false }, { SCAN_PHRASE("edoc"), ANY, false },
	{ SCAN_PHRASE("edoc-nr"), ANY, false }, { SCAN_PHRASE("file no"), ANY, false },
	{ SCAN_PHRASE("case no"), ANY, false }, { SCAN_PHRASE("case number"), ANY, false },
	{ SCAN_PHRASE("isbn"), ANY, true }, { SCAN_PHRASE("issn"), ANY, true },
	{ SCAN_PHRASE("cvr"), ANY, true }, { SCAN_PHRASE("cvr-nr"), ANY, true },
	{ SCAN_PHRASE("cvrnr"), ANY, true }, { SCAN_PHRASE("se-nr"), ANY, true },
	{ SCAN_PHRASE("p-nr"), ANY, true }, { SCAN_PHRASE("p-nummer"), ANY, true },
	{ SCAN_PHRASE("ean"), ANY, true }, { SCAN_PHRASE("ean-nr"), ANY, true },
	{ SCAN_PHRASE("ean-nummer"), ANY, true }, { SCAN_PHRASE("cpr"), ANY, true },
	{ SCAN_PHRASE("cpr-nr"), ANY, true }, { SCAN_PHRASE("reg.nr"), ANY, true },
	{ SCAN_PHRASE("kontonr"), ANY, true }, { SCAN_PHRASE("konto"), ANY, true },
	{ SCAN_PHRASE("tlf"), ANY, true }, { SCAN_PHRASE("tlf.nr"), ANY, true },
	{ SCAN_PHRASE("telefon"), ANY, true }, { SCAN_PHRASE("telefonnr"), ANY, true },
	{ SCAN_PHRASE("telefonnummer"), ANY, true }, { SCAN_PHRASE("tel"), ANY, true },
	{ SCAN_PHRASE("phone"), ANY, true }, { SCAN_PHRASE("mobil"), ANY, true },
	{ SCAN_PHRASE("mobile"), ANY, true }, { SCAN_PHRASE("fax"), ANY, true },
	{ SCAN_PHRASE("kl"), ANY, false }, { SCAN_PHRASE("klokken"), ANY, false },
	{ SCAN_PHRASE("nr"), ANY, false }, { SCAN_PHRASE("numrene"), ANY, false },
	{ SCAN_PHRASE("nummer"), ANY, false }, { SCAN_PHRASE("no."), ANY, false },
	{ SCAN_PHRASE("version"), ANY, false }, { SCAN_PHRASE("ver"), ANY, false },
	{ SCAN_PHRASE("§"), ANY, false }, { SCAN_PHRASE("§§"), ANY, false },
	{ SCAN_PHRASE("paragraf"), ANY, false }, { SCAN_PHRASE("stk"), 2, false },
	{ SCAN_PHRASE("litra"), 2, false }, { SCAN_PHRASE("kap"), 3, false },
	{ SCAN_PHRASE("kapitel"), 3, false }, { SCAN_PHRASE("artikel"), 3, false },
	{ SCAN_PHRASE("art"), 3, false }, { SCAN_PHRASE("punkt"), 3, false },
	{ SCAN_PHRASE("pkt"), 3, false }, { SCAN_PHRASE("punkterne"), 3, false },
	{ SCAN_PHRASE("dagsordenspunkt"), 3, false }, { SCAN_PHRASE("side"), 4, false },
	{ SCAN_PHRASE("siderne"), 4, false }, { SCAN_PHRASE("s."), 4, false },
	{ SCAN_PHRASE("bilag"), 3, false }, { SCAN_PHRASE("tabel"), 3, false },
	{ SCAN_PHRASE("figur"), 3, false }, { SCAN_PHRASE("afsnit"), 3, false },
	{ SCAN_PHRASE("note"), 3, false }, { SCAN_PHRASE("fodnote"), 3, false },
	{ SCAN_PHRASE("tema"), 2, false }, { SCAN_PHRASE("fase"), 2, false },
	{ SCAN_PHRASE("trin"), 2, false }, { SCAN_PHRASE("niveau"), 2, false },
	{ SCAN_PHRASE("match"), 2, false }, { SCAN_PHRASE("matchgruppe"), 2, false },
	{ SCAN_PHRASE("gruppe"), 2, false }, { SCAN_PHRASE("målgruppe"), 2, false },
	{ SCAN_PHRASE("kategori"), 2, false }, { SCAN_PHRASE("spor"), 2, false },
	{ SCAN_PHRASE("mål"), 1, false }, { SCAN_PHRASE("målsætning"), 2, false },
	{ SCAN_PHRASE("resultatmål"), 2, false }, { SCAN_PHRASE("effektmål"), 2, false },
	{ SCAN_PHRASE("delmål"), 2, false }, { SCAN_PHRASE("indikator"), 2, false },
	{ SCAN_PHRASE("indsatsområde"), 2, false }, { SCAN_PHRASE("uge"), 2, false },
	{ SCAN_PHRASE("team"), 2, false }, { SCAN_PHRASE("afdeling"), 2, false },
	{ SCAN_PHRASE("etape"), 2, false }, { SCAN_PHRASE("pulje"), 2, false },
	{ SCAN_PHRASE("distrikt"), 2, false }, { SCAN_PHRASE("postboks"), 5, false },
	{ SCAN_PHRASE("lokale"), 4, false }, { SCAN_PHRASE("linje"), 3, false },
	{ SCAN_PHRASE("section"), 3, false }, { SCAN_PHRASE("chapter"), 3, false },
	{ SCAN_PHRASE("article"), 3, false }, { SCAN_PHRASE("appendix"), 3, false },
	{ SCAN_PHRASE("annex"), 3, false }, { SCAN_PHRASE("table"), 3, false },
	{ SCAN_PHRASE("figure"), 3, false }, { SCAN_PHRASE("page"), 4, false },
	{ SCAN_PHRASE("item"), 3, false }, { SCAN_PHRASE("theme"), 2, false },
	{ SCAN_PHRASE("goal"), 1, false }, { SCAN_PHRASE("objective"), 2, false },
	{ SCAN_PHRASE("indicator"), 2, false }, { SCAN_PHRASE("week"), 2, false },
};

static const struct str street_ends[] = {
	STR_INIT("vej"), STR_INIT("vejen"), STR_INIT("gade"), STR_INIT("gaden"),
	STR_INIT("allé"), STR_INIT("alle"), STR_INIT("alléen"), STR_INIT("plads"),
	STR_INIT("pladsen"), STR_INIT("boulevard"), STR_INIT("boulevarden"),
	STR_INIT("stræde"), STR_INIT("strædet"), STR_INIT("torv"), STR_INIT("torvet"),
	STR_INIT("kaj"), STR_INIT("vænge"), STR_INIT("brygge"), STR_INIT("street"),
};

/* Postal towns: they make a postcode of what could be a year ("2000 Frederiksberg"). */
static const struct str towns[] = {
	STR_INIT("københavn"), STR_INIT("kbh"), STR_INIT("frederiksberg"),
	STR_INIT("copenhagen"), STR_INIT("aarhus"), STR_INIT("århus"), STR_INIT("odense"),
	STR_INIT("aalborg"), STR_INIT("ålborg"),
};

/* ---- references to a numbered thing ---- */

/* The byte after a number of any shape: "2010-72953", "395/2006", "110 a". */
static size_t
any_number(struct str s, size_t at, bool spaced)
{
	size_t end = scan_word(s, at);

	for (;;) {
		size_t next = end;

		if (end < s.len && (s.at[end] == '.' || s.at[end] == '/' || s.at[end] == ':' ||
		    s.at[end] == ','))
			next++;
		else if (scan_dash(s, end) > 0)
			next += scan_dash(s, end);
		else if (spaced)
			next = scan_blanks(s, end);
		if (next == end || !scan_is_digit(s, next))
			return end;
		end = scan_word(s, next);
	}
}

/* A whole number of at most `max` digits, or the number of a section ("3.2"). */
static bool
small_number(struct str s, size_t at, uint8_t max, enum notation notation, size_t *ret)
{
	size_t end = scan_digits(s, at);

	if (end == at || end - at > max)
		return false;
	while (end < s.len && s.at[end] == '.' && scan_is_digit(s, end + 1)) {
		size_t next = scan_digits(s, end + 1);
		if (next - end > 3)
			return false;
		end = next;
	}
	if (scan_letter(s, end) > 0 || words_unit(s, end, notation) ||
	    (end < s.len && s.at[end] == ',' && scan_is_digit(s, end + 1)))
		return false;
	*ret = end;
	return true;
}

static bool
labelled_number(struct str s, size_t at, const struct label *l, enum notation notation,
                size_t *ret)
{
	struct period p;
	size_t        end;

	if (!scan_is_digit(s, at) ||
	    (period_scan(s, at, &end, &p) == PERIOD_OK && p.precision == PRECISION_DAY))
		return false;
	if (l->digits > 0)
		return small_number(s, at, l->digits, notation, ret);
	*ret = any_number(s, at, l->spaced);
	return true;
}

/* "-", "og", "til", "af" and one number more: "mål 1-3", "punkt 3.2 og 3.3", "side 3 af 12". */
static size_t
more_numbers(struct str s, size_t at, const struct label *l, enum notation notation)
{
	for (;;) {
		size_t next = scan_blanks(s, at), end;
		size_t dash = scan_dash(s, next);

		if (dash > 0)
			next = scan_blanks(s, next + dash);
		else if (!words_and(s, next, &next) && !words_to(s, next, &next) &&
		    !scan_phrase(s, next, STR("af "), &next) &&
		    !scan_phrase(s, next, STR("of "), &next))
			return at;
		if (!labelled_number(s, next, l, notation, &end))
			return at;
		at = end;
	}
}

static bool
label_at(struct str s, size_t at, const struct label *l, enum notation notation, size_t *ret)
{
	static const struct str nr[] = { STR_INIT("nr."), STR_INIT("nr"), STR_INIT("no.") };
	size_t                  end;

	if (!scan_phrase(s, at, l->text, &end))
		return false;
	if (end < s.len && (s.at[end] == '.' || s.at[end] == ':'))
		end++;
	end = scan_blanks(s, end);
	for (size_t i = 0; i < COUNT_OF(nr); i++)
		if (scan_phrase(s, end, nr[i], &end))
			break;
	if (end < s.len && s.at[end] == ':')
		end++;
	end = scan_blanks(s, end);
	if (l->spaced && end < s.len && s.at[end] == '+')
		end++;
	if (!labelled_number(s, end, l, notation, &end))
		return false;
	*ret = more_numbers(s, end, l, notation);
	return true;
}

static bool
labelled(struct str s, size_t at, enum notation notation, size_t *ret)
{
	char first = scan_first(s, at);

	for (size_t i = 0; i < COUNT_OF(labels); i++)
		if (labels[i].first == first && label_at(s, at, &labels[i], notation, ret))
			return true;
	return false;
}

/* ---- places ---- */

/* "Artillerivej 126", "H.C. Andersens Boulevard 25" */
static bool
street(struct str s, size_t at, enum notation notation, size_t *ret)
{
	size_t end, number, last, after;
	bool   is_street = false;

	if (!scan_is_capital(s, at))
		return false;
	end = scan_word(s, at);
	number = scan_blanks(s, end);
	last = scan_digits(s, number);
	if (number == end || last == number || last - number > 3)
		return false;
	for (size_t i = 0; i < COUNT_OF(street_ends) && !is_street; i++)
		is_street = end - at >= street_ends[i].len &&
		    scan_phrase(str_slice(s, 0, end), end - street_ends[i].len,
		    street_ends[i], &after);
	if (!is_street || words_unit(s, last, notation))
		return false;
	*ret = last + scan_letter(s, last);
	return true;
}

/* "1592 København V": four digits and a name. A year needs a town that is known. */
static bool
postcode(struct str s, size_t at, enum notation notation, size_t *ret)
{
	size_t digits = scan_digits(s, at), name = scan_blanks(s, digits), end;
	bool   year = str_starts(str_slice(s, at, digits), STR("19")) ||
	    str_starts(str_slice(s, at, digits), STR("20"));

	if (digits != at + 4 || s.at[at] == '0' || name == digits || !scan_is_capital(s, name))
		return false;
	for (size_t i = 0; i < COUNT_OF(towns); i++)
		if (scan_phrase(s, name, towns[i], &end)) {
			*ret = end;
			return true;
		}
	end = scan_word(s, name);
	/* "1500 SOSU-assistenter" and "1600 Kr." are no places */
	if (year || end - name < 3 || scan_is_capital(s, name + scan_letter(s, name)) ||
	    scan_dash(s, end) > 0 || words_unit(s, digits, notation))
		return false;
	*ret = end;
	return true;
}

/* ---- addresses in the net, and markup ---- */

/* "https://...", "www.kk.dk/...", "kk.dk/2010", "navn@kk.dk". The letters from `at` end
 * at `end`. */
static bool
net_address(struct str s, size_t at, size_t end, size_t *ret)
{
	struct str token;
	bool       dotted = false;

	/* the parts of a longer word were looked at with its beginning */
	if (at > 0 && (s.at[at - 1] == '.' || s.at[at - 1] == '/' || s.at[at - 1] == '-'))
		return false;
	while (end < s.len && end - at < ADDRESS_MAX && s.at[end] != '\t' && s.at[end] != '<' && scan_blank(s, end) == 0) {
		dotted |= s.at[end] == '.' || s.at[end] == '/' || s.at[end] == '@';
		end++;
	}
	if (!dotted)
		return false;
	token = str_slice(s, at, end);
	dotted = str_find(token, STR(".dk"), 0) != SIZE_MAX ||
	    str_find(token, STR(".eu/"), 0) != SIZE_MAX ||
	    str_find(token, STR(".com"), 0) != SIZE_MAX ||
	    str_find(token, STR(".org"), 0) != SIZE_MAX;
	if (!str_starts(token, STR("www.")) && str_find(token, STR("://"), 0) == SIZE_MAX &&
	    str_find(token, STR("@"), 0) == SIZE_MAX && !dotted)
		return false;
	*ret = end;
	return true;
}

/* "<p class='x1'>" and "&#160;"; "< 5" is a comparison. */
static bool
markup(struct str s, size_t at, size_t *ret)
{
	size_t close;

	s = str_slice(s, 0, at < SIZE_MAX - MARKUP_MAX ? at + MARKUP_MAX : s.len);
	if (s.at[at] == '<' && at + 1 < s.len &&
	    (scan_letter(s, at + 1) > 0 || s.at[at + 1] == '/')) {
		close = str_find(s, STR(">"), at);
	} else if (s.at[at] == '&' && at + 1 < s.len &&
	    (s.at[at + 1] == '#' || scan_letter(s, at + 1) > 0)) {
		close = str_find(s, STR(";"), at);
		if (close != SIZE_MAX && close > scan_word(s, at + 1 + (s.at[at + 1] == '#')))
			return false;
	} else {
		return false;
	}
	if (close == SIZE_MAX)
		return false;
	*ret = close + 1;
	return true;
}

/* "2010-72953": a year and a running number. */
static bool
case_number(struct str s, size_t at, size_t *ret)
{
	size_t year = scan_digits(s, at), dash = scan_dash(s, year), end;

	if (year != at + 4 || dash == 0)
		return false;
	end = scan_digits(s, year + dash);
	if (end - year - dash < 5)
		return false;
	*ret = any_number(s, at, false);
	return true;
}

/* "EUR 5", "€ 300,000": an amount, but not of kroner. */
static bool
foreign_amount(struct str s, size_t at, enum notation notation, size_t *ret)
{
	struct money_words m;
	size_t             end;

	if (!words_foreign(s, at) || scan_blank(s, at) > 0)
		return false;
	end = scan_letter(s, at) > 0 ? scan_word(s, at) : at;
	while (end < s.len && scan_blank(s, end) == 0 && !scan_is_digit(s, end))
		end++;
	end = scan_blanks(s, end);
	if (!scan_is_digit(s, end))
		return false;
	end = any_number(s, end, false);
	if (!words_money(s, end, notation, ret, &m))
		*ret = end;
	return true;
}

bool
guard_named(struct str text, size_t at, struct gate gate, enum notation notation, size_t *end)
{
	if (scan_is_digit(text, at))
		return case_number(text, at, end) || postcode(text, at, notation, end);
	if ((gate.kinds & GATE_BIT(GATE_FIGURE)) != 0 && foreign_amount(text, at, notation, end))
		return true;
	if (scan_letter(text, at) > 0 && (net_address(text, at, gate.letters, end) || street(text, at, notation, end)))
		return true;
	if (scan_letter(text, at) > 0 || (unsigned char)text.at[at] == 0xC2)
		return (gate.kinds & GATE_BIT(GATE_LABEL)) != 0 && labelled(text, at, notation, end);
	return markup(text, at, end);
}

void
guard_phrases(gate_visit *visit, void *context)
{
	for (size_t i = 0; i < COUNT_OF(labels); i++)
		visit(context, labels[i].text);
}
