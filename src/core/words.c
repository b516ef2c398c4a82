#include "core/words.h"
#include "core/gate.h"
#include "core/scan.h"

enum { DANISH = 1, ENGLISH = 2, EITHER = DANISH | ENGLISH };

/* One row per phrase; of two that begin alike the longer stands first. */
struct phrase_row {
	struct str text;
	char       first;
	int        value;
	int        language;
};

static int
languages(enum notation notation)
{
	switch (notation) {
	case NOTATION_DA:
		return DANISH;
	case NOTATION_EN:
		return ENGLISH;
	case NOTATION_NONE:
		break;
	}
	return EITHER;
}

static const struct phrase_row *
find_row(const struct phrase_row *rows, size_t count, struct str s, size_t at, size_t *end)
{
	char first = scan_first(s, at);

	if (first >= '0' && first <= '9')       /* no phrase begins with a digit */
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (rows[i].first == first && scan_phrase(s, at, rows[i].text, end))
			return &rows[i];
	return NULL;
}

#define FIND(rows, s, at, end) find_row((rows), COUNT_OF(rows), (s), (at), (end))

/* ---- qualifiers ---- */

#define ROW(word, id) { SCAN_PHRASE(word), QUALIFIER_##id, EITHER }

static const struct phrase_row qualifiers[] = {
	ROW("godt og vel", GOOD), ROW("godt", GOOD), ROW("lidt over", GOOD),
	ROW("lidt mere end", GOOD), ROW("lidt flere end", GOOD), ROW("a good", GOOD),
	ROW("just over", GOOD), ROW("a little over", GOOD), ROW("slightly over", GOOD),
	ROW("just above", GOOD), ROW("slightly more than", GOOD), ROW("just more than", GOOD),
	ROW("knapt", SCARCE), ROW("knap", SCARCE), ROW("næsten", SCARCE),
	ROW("lige under", SCARCE), ROW("lidt under", SCARCE), ROW("op mod", SCARCE),
	ROW("op imod", SCARCE), ROW("tæt på", SCARCE), ROW("lidt mindre end", SCARCE),
	ROW("lidt færre end", SCARCE), ROW("just under", SCARCE), ROW("just below", SCARCE),
	ROW("nearly", SCARCE), ROW("almost", SCARCE), ROW("close to", SCARCE),
	ROW("slightly less than", SCARCE), ROW("a little under", SCARCE),
	ROW("slightly under", SCARCE),
	ROW("ca.", CIRCA), ROW("ca", CIRCA), ROW("cirka", CIRCA), ROW("circa", CIRCA),
	ROW("omkring", CIRCA), ROW("omtrent", CIRCA), ROW("omtrentlig", CIRCA),
	ROW("omtrentligt", CIRCA), ROW("rundt regnet", CIRCA), ROW("tilnærmelsesvis", CIRCA),
	ROW("i omegnen af", CIRCA), ROW("i størrelsesordenen", CIRCA), ROW("about", CIRCA),
	ROW("around", CIRCA), ROW("approximately", CIRCA), ROW("approx.", CIRCA),
	ROW("approx", CIRCA), ROW("roughly", CIRCA),
	ROW("mindst", ATLEAST), ROW("som minimum", ATLEAST), ROW("minimum", ATLEAST),
	ROW("min.", ATLEAST), ROW("ikke under", ATLEAST), ROW("ikke mindre end", ATLEAST),
	ROW("ikke færre end", ATLEAST), ROW("ikke lavere end", ATLEAST),
	ROW("at least", ATLEAST), ROW("a minimum of", ATLEAST), ROW("minimum of", ATLEAST),
	ROW("no less than", ATLEAST), ROW("not less than", ATLEAST),
	ROW("no fewer than", ATLEAST), ROW("not fewer than", ATLEAST),
	ROW("not below", ATLEAST), ROW("not under", ATLEAST), ROW(">=", ATLEAST),
	ROW("≥", ATLEAST),
	ROW("højst", ATMOST), ROW("allerhøjst", ATMOST), ROW("højest", ATMOST),
	ROW("maksimalt", ATMOST), ROW("maksimum", ATMOST), ROW("maksimal", ATMOST),
	ROW("maks.", ATMOST), ROW("maks", ATMOST), ROW("maximalt", ATMOST),
	ROW("maximum", ATMOST), ROW("max.", ATMOST), ROW("max", ATMOST),
	ROW("op til", ATMOST), ROW("ikke over", ATMOST), ROW("ikke mere end", ATMOST),
	ROW("ikke flere end", ATMOST), ROW("ikke højere end", ATMOST),
	ROW("at most", ATMOST), ROW("a maximum of", ATMOST), ROW("maximum of", ATMOST),
	ROW("up to", ATMOST), ROW("no more than", ATMOST), ROW("not more than", ATMOST),
	ROW("not over", ATMOST), ROW("not above", ATMOST), ROW("<=", ATMOST),
	ROW("≤", ATMOST),
	ROW("over", OVER), ROW("mere end", OVER), ROW("flere end", OVER),
	ROW("større end", OVER), ROW("højere end", OVER), ROW("more than", OVER),
	ROW("above", OVER), ROW("exceeding", OVER), ROW("greater than", OVER),
	ROW("higher than", OVER), ROW(">", OVER),
	ROW("under", UNDER), ROW("mindre end", UNDER), ROW("færre end", UNDER),
	ROW("lavere end", UNDER), ROW("less than", UNDER), ROW("fewer than", UNDER),
	ROW("lower than", UNDER), ROW("below", UNDER), ROW("<", UNDER),
};

static const struct phrase_row qualifiers_after[] = {
	ROW("eller derover", ATLEAST), ROW("eller mere", ATLEAST), ROW("eller flere", ATLEAST),
	ROW("eller højere", ATLEAST), ROW("og derover", ATLEAST), ROW("og opefter", ATLEAST),
	ROW("or more", ATLEAST), ROW("or above", ATLEAST), ROW("or higher", ATLEAST),
	ROW("and above", ATLEAST),
	ROW("eller derunder", ATMOST), ROW("eller mindre", ATMOST),
	ROW("eller færre", ATMOST), ROW("eller lavere", ATMOST), ROW("og derunder", ATMOST),
	ROW("or less", ATMOST), ROW("or fewer", ATMOST), ROW("or below", ATMOST),
	ROW("or lower", ATMOST),
};

#undef ROW

/* A word is parted from its figure by a blank, "ca." and ">" need none. */
static bool
blank_after(struct str s, size_t *end)
{
	size_t at = *end;

	*end = scan_blanks(s, at);
	return *end > at || !scan_after_word(s, at);
}

bool
words_qualifier(struct str s, size_t at, size_t *end, enum qualifier *ret)
{
	size_t                   after;
	const struct phrase_row *row = FIND(qualifiers, s, at, &after);

	if (row == NULL || !blank_after(s, &after))
		return false;
	*end = after;
	*ret = (enum qualifier)row->value;
	return true;
}

bool
words_qualifier_after(struct str s, size_t at, size_t *end, enum qualifier *ret)
{
	const struct phrase_row *row = FIND(qualifiers_after, s, scan_blanks(s, at), end);

	if (row == NULL)
		return false;
	*ret = (enum qualifier)row->value;
	return true;
}

/* ---- two figures ---- */

static const struct phrase_row betweens[] = {
	{ SCAN_PHRASE("mellem"), 0, EITHER }, { SCAN_PHRASE("imellem"), 0, EITHER },
	{ SCAN_PHRASE("between"), 0, EITHER },
};
static const struct phrase_row ands[] = {
	{ SCAN_PHRASE("og"), 0, EITHER }, { SCAN_PHRASE("and"), 0, EITHER },
};
static const struct phrase_row tos[] = {
	{ SCAN_PHRASE("til"), 0, EITHER }, { SCAN_PHRASE("to"), 0, EITHER },
};

bool
words_between(struct str s, size_t at, size_t *end)
{
	return FIND(betweens, s, at, end) != NULL && blank_after(s, end);
}

bool
words_and(struct str s, size_t at, size_t *end)
{
	return FIND(ands, s, at, end) != NULL && blank_after(s, end);
}

bool
words_to(struct str s, size_t at, size_t *end)
{
	return FIND(tos, s, at, end) != NULL && blank_after(s, end);
}

/* ---- units of percentages ---- */

#define POINT(word) { SCAN_PHRASE(word), UNIT_POINT, EITHER }
#define PERCENT(word) { SCAN_PHRASE(word), UNIT_PERCENT, EITHER }

static const struct phrase_row percents[] = {
	POINT("procentpoints"), POINT("procentpoint"), POINT("procent-point"),
	POINT("procent point"), POINT("procentenheder"), POINT("pct.-point"),
	POINT("pct-point"), POINT("pct.point"), POINT("pctpoint"), POINT("pct. point"),
	POINT("pct point"), POINT("%-point"), POINT("% point"), POINT("%point"),
	POINT("percentage points"), POINT("percentage point"), POINT("percentage-points"),
	POINT("percentage-point"), POINT("per cent points"), POINT("percent points"),
	POINT("p.p."), POINT("pp."), POINT("pp"),
	PERCENT("per cent"), PERCENT("percent"), PERCENT("procents"), PERCENT("procent"),
	PERCENT("pct."), PERCENT("pct"), PERCENT("%"),
};

bool
words_percent(struct str s, size_t at, size_t *end, enum unit *ret)
{
	const struct phrase_row *row = FIND(percents, s, scan_blanks(s, at), end);

	if (row == NULL)
		return false;
	*ret = (enum unit)row->value;
	return true;
}

/* ---- recurrences ---- */

#define EVERY(word, id) { SCAN_PHRASE(word), RECURRENCE_##id, EITHER }

static const struct phrase_row recurrences[] = {
	EVERY("årligt", YEAR), EVERY("årlig", YEAR), EVERY("årlige", YEAR),
	EVERY("om året", YEAR), EVERY("pr. år", YEAR), EVERY("pr år", YEAR),
	EVERY("per år", YEAR), EVERY("/år", YEAR), EVERY("p.a.", YEAR),
	EVERY("hvert år", YEAR), EVERY("i hvert år", YEAR), EVERY("a year", YEAR),
	EVERY("per year", YEAR), EVERY("each year", YEAR), EVERY("every year", YEAR),
	EVERY("annually", YEAR), EVERY("yearly", YEAR), EVERY("per annum", YEAR),
	EVERY("i alt", TOTAL), EVERY("ialt", TOTAL), EVERY("totalt", TOTAL),
	EVERY("sammenlagt", TOTAL), EVERY("tilsammen", TOTAL), EVERY("in total", TOTAL),
	EVERY("altogether", TOTAL), EVERY("in all", TOTAL),
	EVERY("pr. måned", MONTH), EVERY("pr måned", MONTH), EVERY("per måned", MONTH),
	EVERY("om måneden", MONTH), EVERY("månedligt", MONTH), EVERY("hver måned", MONTH),
	EVERY("pr. md.", MONTH), EVERY("/md.", MONTH), EVERY("/måned", MONTH),
	EVERY("a month", MONTH), EVERY("per month", MONTH), EVERY("monthly", MONTH),
	EVERY("each month", MONTH), EVERY("every month", MONTH),
	EVERY("pr. uge", WEEK), EVERY("pr uge", WEEK), EVERY("per uge", WEEK),
	EVERY("om ugen", WEEK), EVERY("ugentligt", WEEK), EVERY("ugentlig", WEEK),
	EVERY("hver uge", WEEK), EVERY("/uge", WEEK), EVERY("a week", WEEK),
	EVERY("per week", WEEK), EVERY("weekly", WEEK), EVERY("each week", WEEK),
	EVERY("every week", WEEK),
	EVERY("én gang for alle", ONCE), EVERY("en gang for alle", ONCE),
	EVERY("som engangsbeløb", ONCE), EVERY("som engangstilskud", ONCE),
	EVERY("som engangsbevilling", ONCE), EVERY("engangstilskud", ONCE),
	EVERY("engangsbeløb", ONCE), EVERY("once", ONCE), EVERY("one-off", ONCE),
};

static const struct phrase_row recurrences_before[] = {
	EVERY("i alt", TOTAL), EVERY("ialt", TOTAL), EVERY("totalt", TOTAL),
	EVERY("samlet", TOTAL), EVERY("sammenlagt", TOTAL), EVERY("tilsammen", TOTAL),
	EVERY("in total", TOTAL), EVERY("a total of", TOTAL), EVERY("total of", TOTAL),
	EVERY("årligt", YEAR), EVERY("hvert år", YEAR), EVERY("annually", YEAR), EVERY("each year", YEAR),
	EVERY("every year", YEAR), EVERY("månedligt", MONTH), EVERY("hver måned", MONTH),
	EVERY("ugentligt", WEEK), EVERY("hver uge", WEEK),
};

static const struct phrase_row recurrence_hints[] = {
	EVERY("årligt", YEAR), EVERY("årlig", YEAR), EVERY("årlige", YEAR),
	EVERY("annual", YEAR), EVERY("yearly", YEAR), EVERY("månedlig", MONTH),
	EVERY("månedligt", MONTH), EVERY("månedlige", MONTH), EVERY("monthly", MONTH),
	EVERY("ugentlig", WEEK), EVERY("ugentligt", WEEK), EVERY("ugentlige", WEEK),
	EVERY("weekly", WEEK), EVERY("one-off", ONCE), EVERY("one-time", ONCE),
};

bool
words_recurrence_after(struct str s, size_t at, size_t *end, enum recurrence *ret)
{
	const struct phrase_row *row = FIND(recurrences, s, scan_blanks(s, at), end);

	if (row == NULL)
		return false;
	*ret = (enum recurrence)row->value;
	return true;
}

bool
words_recurrence_before(struct str s, size_t at, size_t *end, enum recurrence *ret)
{
	size_t                   after;
	const struct phrase_row *row = FIND(recurrences_before, s, at, &after);

	if (row == NULL || scan_blank(s, after) == 0)
		return false;
	*end = scan_blanks(s, after);
	*ret = (enum recurrence)row->value;
	return true;
}

bool
words_recurrence_hint(struct str s, size_t at, enum recurrence *ret)
{
	size_t                   end;
	const struct phrase_row *row = FIND(recurrence_hints, s, at, &end);

	if (row != NULL)
		*ret = (enum recurrence)row->value;
	/* Engangstilskud, engangsbevilling, engangsudgift, ... */
	else if (scan_phrase(str_slice(s, at, at + 7), 0, STR("engangs"), &end))
		*ret = RECURRENCE_ONCE;
	else
		return false;
	return true;
}

/* ---- units of money ---- */

struct factor_row {
	struct str text;
	char       first;
	int64_t    factor;
	int        language;
	bool       short_form, kroner;
};

static const struct factor_row factors[] = {
	{ SCAN_PHRASE("mio.kr."), 1000000, EITHER, true, true },
	{ SCAN_PHRASE("mio.kr"), 1000000, EITHER, true, true },
	{ SCAN_PHRASE("mkr."), 1000000, EITHER, true, true },
	{ SCAN_PHRASE("mio."), 1000000, EITHER, true, false },
	{ SCAN_PHRASE("mio"), 1000000, EITHER, true, false },
	{ SCAN_PHRASE("mill."), 1000000, EITHER, true, false },
	{ SCAN_PHRASE("mill"), 1000000, EITHER, true, false },
	{ SCAN_PHRASE("millioner"), 1000000, EITHER, false, false },
	{ SCAN_PHRASE("millions"), 1000000, EITHER, false, false },
	{ SCAN_PHRASE("million"), 1000000, EITHER, false, false },
	{ SCAN_PHRASE("mia.kr."), 1000000000, EITHER, true, true },
	{ SCAN_PHRASE("mia.kr"), 1000000000, EITHER, true, true },
	{ SCAN_PHRASE("mia."), 1000000000, EITHER, true, false },
	{ SCAN_PHRASE("mia"), 1000000000, EITHER, true, false },
	{ SCAN_PHRASE("mrd."), 1000000000, EITHER, true, false },
	{ SCAN_PHRASE("milliarder"), 1000000000, EITHER, false, false },
	{ SCAN_PHRASE("milliard"), 1000000000, EITHER, false, false },
	/* a Danish billion is 10^12 */
	{ SCAN_PHRASE("billion"), 1000000000, ENGLISH, false, false },
	{ SCAN_PHRASE("bn"), 1000000000, ENGLISH, true, false },
	{ SCAN_PHRASE("t. kr."), 1000, EITHER, true, true },
	{ SCAN_PHRASE("t.kr."), 1000, EITHER, true, true },
	{ SCAN_PHRASE("t.kr"), 1000, EITHER, true, true },
	{ SCAN_PHRASE("tkr."), 1000, EITHER, true, true },
	{ SCAN_PHRASE("tkr"), 1000, EITHER, true, true },
	{ SCAN_PHRASE("tusinde"), 1000, EITHER, false, false },
	{ SCAN_PHRASE("tusind"), 1000, EITHER, false, false },
	{ SCAN_PHRASE("thousand"), 1000, EITHER, false, false },
};

#define ANY(word) { SCAN_PHRASE(word), 0, EITHER }

static const struct phrase_row kroner[] = {
	ANY("danske kroner"), ANY("danske kr."), ANY("kroner"), ANY("krone"), ANY("kr.,-"),
	ANY(",- kr."), ANY(",- kr"), ANY("kr."), ANY("kr"), ANY("dkk"), ANY(",-"),
};
static const struct phrase_row currencies[] = { ANY("kr."), ANY("kr"), ANY("dkk") };
static const struct phrase_row foreign[] = {
	ANY("euro"), ANY("eur"), ANY("€"), ANY("us dollars"), ANY("us-dollar"), ANY("dollars"),
	ANY("dollar"), ANY("usd"), ANY("$"), ANY("pund"), ANY("pounds"), ANY("gbp"), ANY("£"),
	ANY("sek"), ANY("nok"), ANY("svenske kr"), ANY("svenske kroner"), ANY("norske kr"),
	ANY("norske kroner"),
};
static const struct phrase_row counted[] = {
	ANY("indbyggere"), ANY("mennesker"), ANY("borgere"), ANY("personer"), ANY("danskere"),
	ANY("københavnere"), ANY("besøgende"), ANY("besøg"), ANY("brugere"), ANY("timer"),
	ANY("m2"), ANY("m²"), ANY("kvm"), ANY("kvadratmeter"), ANY("tons"), ANY("ture"),
	ANY("passagerer"), ANY("kilometer"), ANY("km"), ANY("liter"), ANY("kwh"),
	ANY("people"), ANY("inhabitants"), ANY("visits"), ANY("hours"), ANY("persons"),
};

bool
words_foreign(struct str s, size_t at)
{
	size_t end;

	return FIND(foreign, s, scan_blanks(s, at), &end) != NULL;
}

bool
words_counted(struct str s, size_t at)
{
	size_t end;

	return FIND(counted, s, scan_blanks(s, at), &end) != NULL;
}

bool
words_currency(struct str s, size_t at, size_t *end)
{
	size_t after;

	if (FIND(currencies, s, at, &after) == NULL)
		return false;
	*end = scan_blanks(s, after);
	return true;
}

static const struct factor_row *
find_factor(struct str s, size_t at, enum notation notation, size_t *end)
{
	char first = scan_first(s, at);

	for (size_t i = 0; i < COUNT_OF(factors); i++)
		if (factors[i].first == first && (factors[i].language & languages(notation)) != 0 &&
		    scan_phrase(s, at, factors[i].text, end))
			return &factors[i];
	return NULL;
}

bool
words_money(struct str s, size_t at, enum notation notation, size_t *end,
            struct money_words *ret)
{
	struct money_words       m = { .factor = 1 };
	const struct factor_row *row;
	size_t                   after = scan_blanks(s, at);

	row = find_factor(s, after, notation, &after);
	if (row != NULL)
		m = (struct money_words){ row->factor, row->kroner, row->short_form };
	if (!m.kroner && FIND(kroner, s, row == NULL ? after : scan_blanks(s, after),
	    &after) != NULL)
		m.kroner = true;
	if (row == NULL && !m.kroner)
		return false;
	*end = after;
	*ret = m;
	return true;
}

bool
words_unit(struct str s, size_t at, enum notation notation)
{
	size_t             end;
	enum unit          u;
	struct money_words m;

	return words_percent(s, at, &end, &u) || words_money(s, at, notation, &end, &m);
}

/* ---- what a figure begins with ---- */

static void
visit_rows(const struct phrase_row *rows, size_t count, gate_visit *visit, void *context)
{
	for (size_t i = 0; i < count; i++)
		visit(context, rows[i].text);
}

#define VISIT(rows) visit_rows((rows), COUNT_OF(rows), visit, context)

void
words_phrases(gate_visit *visit, void *context)
{
	VISIT(qualifiers);
	VISIT(betweens);
	VISIT(recurrences_before);
	VISIT(currencies);
	VISIT(foreign);
	visit(context, STR("minus"));
}
