#include "core/figure.h"
#include "core/scan.h"
#include "core/words.h"

/* Words between a count and how often it recurs: "30 stillinger om året". */
#define COUNTED_WORDS_MAX 4
/* Words of a clause before an amount that may say how often. */
#define HINT_WORDS_MAX 6

/* What is being put together. */
struct parts {
	struct str         text;
	enum notation      notation;
	size_t             at, end;             /* so far */
	enum recurrence    recurrence;
	enum qualifier     qualifier;
	bool               between;             /* "mellem" */
	bool               currency;            /* "kr." stands before the figure */
	bool               in_words;
	bool               weak;                /* "en": only with a unit */
	bool               range, is_percent, is_money, is_fraction;
	struct number      low, high;
	int64_t            num, den;
	enum unit          percent;
	struct money_words money;
	struct str         printed;
};

/* ---- digits ---- */

/* The byte after digits with separators between them: "6.105.606", "59,90". */
static size_t
digits_end(struct str s, size_t at)
{
	size_t end = scan_digits(s, at);

	while (end > at && end < s.len) {
		size_t sep = s.at[end] == '.' || s.at[end] == ',' ? 1 : scan_blank(s, end);
		size_t next = scan_digits(s, end + sep);

		if (sep == 0 || next == end + sep)
			break;
		/* a plain blank or an end of line is no separator here: see spaced_end() */
		if (s.at[end] == ' ' || s.at[end] == '\n' || s.at[end] == '\r')
			break;
		if (scan_blank(s, end) > 0 && next - end - sep != 3)
			break;
		end = next;
	}
	return end;
}

/* Is "12 345", from `at` to `end`, one figure? Beside money, before the word that it
 * counts, and as the whole text; between two columns of a table it would be two. */
static bool
spaced_is_one(const struct parts *p, size_t at, size_t end)
{
	struct money_words m;
	size_t             after, next = scan_blanks(p->text, end);
	bool               first = scan_blanks_back(p->text, at) == 0;

	return p->currency || (first && next == p->text.len) ||
	    (next > end && scan_is_small(p->text, next)) ||
	    words_money(p->text, end, p->notation, &after, &m);
}

/* "300 000 kr.": the byte after digits with blanks between thousands. */
static size_t
spaced_end(const struct parts *p, size_t at, size_t end)
{
	size_t last = end;

	if (end - at > 3 || scan_digits(p->text, at) != end || p->text.at[at] == '0')
		return end;
	while (last < p->text.len && p->text.at[last] == ' ' &&
	    scan_digits(p->text, last + 1) == last + 4)
		last += 4;
	return last > end && spaced_is_one(p, at, last) ? last : end;
}

/* "½", "¼", "¾" after a whole number. */
static size_t
vulgar(struct str s, size_t at, struct number *n)
{
	static const struct { struct str text; int64_t hundredths; } rows[] = {
		{ STR_INIT("½"), 50 }, { STR_INIT("¼"), 25 }, { STR_INIT("¾"), 75 },
	};
	struct number sum;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (str_starts(str_slice(s, at, s.len), rows[i].text) && n->scale == 0 &&
		    number_add(*n, NUMBER(rows[i].hundredths, 2), &sum)) {
			*n = number_trim(sum);
			return at + rows[i].text.len;
		}
	return at;
}

/* Bytes of a sign: a dash, "+", or "minus" with its blank. */
static size_t
sign_at(struct str s, size_t at, bool *negative)
{
	size_t end, dash = scan_dash(s, at);

	*negative = true;
	if (dash > 0)
		return dash;
	if (scan_phrase(s, at, STR("minus "), &end))
		return end - at;
	*negative = false;
	return at < s.len && s.at[at] == '+' ? 1 : 0;
}

/* Signed digits at `at`. */
static enum number_status
read_digits(struct parts *p, size_t at, size_t *end, struct number *ret)
{
	bool               negative;
	size_t             digits = at + sign_at(p->text, at, &negative), after;
	enum number_status status;

	if (!scan_is_digit(p->text, digits))
		return NUMBER_NOT;
	after = spaced_end(p, digits, digits_end(p->text, digits));
	*end = after;
	p->printed = str_slice(p->text, at, after);
	status = number_parse(str_slice(p->text, digits, after), p->notation, ret);
	if (status != NUMBER_OK)
		return status;
	if (negative && !number_neg(*ret, ret))
		return NUMBER_OVERFLOW;
	*end = vulgar(p->text, after, ret);
	return NUMBER_OK;
}

/* ---- what stands before ---- */

static void
read_prefixes(struct parts *p)
{
	size_t end;

	if (words_recurrence_before(p->text, p->end, &end, &p->recurrence))
		p->end = end;
	if (words_between(p->text, p->end, &end)) {
		p->between = true;
		p->end = end;
	} else if (words_qualifier(p->text, p->end, &end, &p->qualifier)) {
		p->end = end;
	}
	if (p->recurrence == RECURRENCE_NONE && p->end > p->at &&
	    words_recurrence_before(p->text, p->end, &end, &p->recurrence))
		p->end = end;
	if (words_currency(p->text, p->end, &end)) {
		p->currency = true;
		p->end = end;
	}
}

/* After "over", "i alt", ... a date or a year is a period and no count. */
static bool
is_period(const struct parts *p)
{
	struct period period;
	size_t        end;

	return p->end > p->at && !p->currency &&
	    period_scan(p->text, p->end, &end, &period) != PERIOD_NOT;
}

static enum number_status
read_core(struct parts *p)
{
	size_t end;

	if (words_fraction(p->text, p->end, p->notation, &end, &p->num, &p->den)) {
		p->is_fraction = true;
	} else if (words_numeral(p->text, p->end, p->notation, &end, &p->low, &p->weak)) {
		p->in_words = true;
	} else {
		enum number_status status = is_period(p) ? NUMBER_NOT :
		    read_digits(p, p->end, &end, &p->low);
		if (status == NUMBER_NOT)
			return NUMBER_NOT;
		p->end = end;
		return status;
	}
	p->end = end;
	return NUMBER_OK;
}

/* ---- a second figure ---- */

/* "80-100", "80 - 100", "5 til 10 pct.": the byte where the second figure begins. */
static bool
range_separator(const struct parts *p, size_t *ret)
{
	size_t at = p->end, dash = scan_dash(p->text, at), blanks = scan_blanks(p->text, at);

	if (dash > 0) {
		*ret = at + dash;
		return scan_is_digit(p->text, *ret);
	}
	dash = scan_dash(p->text, blanks);
	if (dash > 0 && scan_blank(p->text, blanks + dash) > 0) {
		*ret = scan_blanks(p->text, blanks + dash);
		return blanks > at && scan_is_digit(p->text, *ret);
	}
	return false;
}

/* "fra 5 til 2" and "steget med 5 til 47" tell a change, not a range. */
static bool
tells_change(const struct parts *p)
{
	static const struct str words[] = {
		STR_INIT("fra"), STR_INIT("med"), STR_INIT("from"), STR_INIT("by"),
		STR_INIT("af"), STR_INIT("of"),
	};
	size_t end = scan_blanks_back(p->text, p->at), at = scan_word_back(p->text, end), after;

	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (scan_phrase(str_slice(p->text, at, end), 0, words[i], &after))
			return true;
	return false;
}

static bool
unit_follows(const struct parts *p, size_t at)
{
	size_t             end;
	enum unit          u;
	struct money_words m;

	return words_percent(p->text, at, &end, &u) ||
	    words_money(p->text, at, p->notation, &end, &m) ||
	    scan_phrase(p->text, at, STR(" år"), &end) ||
	    scan_phrase(p->text, at, STR(" years"), &end);
}

/* "mellem 5 pct. og 10 pct.": the first unit says nothing new. */
static size_t
skip_unit(const struct parts *p)
{
	size_t             end;
	enum unit          u;
	struct money_words m;

	if (words_percent(p->text, p->end, &end, &u) ||
	    words_money(p->text, p->end, p->notation, &end, &m))
		return end;
	return p->end;
}

/* Takes `high` as the end of a range. Not when the figures fall, or a third follows. */
static enum number_status
close_range(struct parts *p, size_t end, struct number high)
{
	size_t dash = scan_dash(p->text, end);

	if (number_cmp(high, p->low) < 0 || (dash > 0 && scan_is_digit(p->text, end + dash)))
		return NUMBER_NOT;
	p->high = high;
	p->range = true;
	p->end = end;
	return NUMBER_OK;
}

/* The figure at `at` ends the range. What cannot be read ends what is refused. */
static enum number_status
take_second(struct parts *p, size_t at)
{
	struct number      high;
	size_t             end;
	enum number_status status = read_digits(p, at, &end, &high);

	if (status == NUMBER_OK)
		return close_range(p, end, high);
	if (status != NUMBER_NOT)
		p->end = end;
	return status;
}

static enum number_status
read_between(struct parts *p)
{
	struct period period;
	size_t        at = skip_unit(p), end;

	if (!words_and(p->text, scan_blanks(p->text, at), &at) ||
	    period_scan(p->text, at, &end, &period) != PERIOD_NOT)
		return NUMBER_NOT;
	return take_second(p, at);
}

static enum number_status
read_second(struct parts *p)
{
	struct number high;
	size_t        at, end;

	if (p->between)
		return read_between(p);
	if (p->is_fraction || p->in_words || p->low.units < 0)
		return NUMBER_OK;
	if (range_separator(p, &at))
		return take_second(p, at);
	if (words_to(p->text, scan_blanks(p->text, p->end), &at) && !tells_change(p) &&
	    read_digits(p, at, &end, &high) == NUMBER_OK && unit_follows(p, end) &&
	    number_cmp(high, p->low) > 0)
		return close_range(p, end, high);
	return NUMBER_OK;
}

/* ---- what stands after ---- */

/* "2. mio. kr.": a stray dot, when a unit follows it. */
static void
skip_stray_dot(struct parts *p)
{
	if (p->end < p->text.len && p->text.at[p->end] == '.' &&
	    scan_blank(p->text, p->end + 1) > 0 && unit_follows(p, p->end + 1))
		p->end++;
}

/* Compounds that still count: "14-25-årige", "12-ugers". In others ("450-timersreglen")
 * the digits are part of a name. */
static bool
compound_counts(struct str s, size_t at)
{
	static const struct str tails[] = {
		STR_INIT("årig"), STR_INIT("årige"), STR_INIT("årigt"), STR_INIT("åriges"),
		STR_INIT("års"), STR_INIT("måneders"), STR_INIT("ugers"), STR_INIT("dages"),
		STR_INIT("timers"), STR_INIT("personers"), STR_INIT("year"),
		STR_INIT("month"), STR_INIT("week"), STR_INIT("day"),
	};
	size_t end;

	for (size_t i = 0; i < COUNT_OF(tails); i++)
		if (scan_phrase(s, at, tails[i], &end))
			return true;
	return false;
}

/* Digits that run on into a word, and ordinals ("den 3. indsats"), count nothing. */
static bool
runs_on(const struct parts *p)
{
	struct str s = p->text;
	size_t     at = p->end, dash = scan_dash(s, at);

	if (dash > 0 && scan_letter(s, at + dash) > 0)
		return !compound_counts(s, at + dash);
	if (p->in_words)
		return false;
	if (scan_letter(s, at) > 0 || (at < s.len && s.at[at] == '/' && scan_is_digit(s, at + 1)))
		return true;
	return p->low.scale == 0 && !p->range && at < s.len && s.at[at] == '.' &&
	    (scan_is_small(s, scan_blanks(s, at + 1)) || scan_dash(s, at + 1) > 0);
}

/* "fra 50 til 60 pct.": the first figure is of the second one's unit. */
static bool
shares_percent(struct parts *p)
{
	struct parts next = *p;
	size_t       at, end;

	return !p->range && !p->in_words && tells_change(p) &&
	    words_to(p->text, scan_blanks(p->text, p->end), &at) &&
	    read_digits(&next, at, &end, &next.high) == NUMBER_OK &&
	    words_percent(p->text, end, &end, &p->percent);
}

static bool
lacks_unit(const struct parts *p)
{
	return p->weak && !p->is_percent && !p->is_money && p->money.factor == 1;
}

static bool
read_unit(struct parts *p)
{
	size_t end;

	if (words_percent(p->text, p->end, &end, &p->percent)) {
		p->is_percent = true;
		p->end = end;
		return true;
	}
	p->money = (struct money_words){ .factor = 1 };
	if (!p->currency && shares_percent(p)) {
		p->is_percent = true;
		return true;
	}
	if (words_money(p->text, p->end, p->notation, &end, &p->money)) {
		p->end = end;
		if (words_foreign(p->text, end))
			return false;
	}
	p->is_money = p->currency || p->money.kroner ||
	    (p->money.short_form && !words_counted(p->text, p->end));
	return p->is_money || p->money.factor > 1 ||
	    (!words_foreign(p->text, p->end) && !runs_on(p));
}

/* Up to a few words on, within the clause: "30 stillinger om året". */
static enum recurrence
recurrence_of_counted(struct str s, size_t at)
{
	enum recurrence r;
	size_t          end;

	for (int words = 0; words < COUNTED_WORDS_MAX; words++) {
		at = scan_blanks(s, at);
		end = scan_word(s, at);
		if (end == at || scan_is_digit(s, at))
			break;
		end += scan_dash(s, end);
		if (words_recurrence_after(s, end, &at, &r))
			return r == RECURRENCE_TOTAL || r == RECURRENCE_ONCE ? RECURRENCE_NONE : r;
		at = end;
	}
	return RECURRENCE_NONE;
}

/* "Engangstilskud på 1 mio. kr.", "et årligt budget på 150.000 kr." */
static enum recurrence
recurrence_of_clause(struct str s, size_t at)
{
	enum recurrence r;
	size_t          end = scan_blanks_back(s, at), begin = scan_word_back(s, end), after;
	bool            joined = scan_phrase(s, begin, STR("på"), &after) ||
	    scan_phrase(s, begin, STR("of"), &after);

	for (int words = 0; words < HINT_WORDS_MAX && begin < end; words++) {
		if (words_recurrence_hint(s, begin, &r) && (joined || r == RECURRENCE_ONCE))
			return r;
		end = scan_blanks_back(s, begin);
		if (end > 0 && scan_dash(s, end - 1) > 0)
			end--;
		begin = scan_word_back(s, end);
	}
	return RECURRENCE_NONE;
}

static void
read_suffixes(struct parts *p)
{
	size_t         end;
	enum qualifier q;

	if (p->qualifier == QUALIFIER_NONE && !p->range &&
	    words_qualifier_after(p->text, p->end, &end, &q)) {
		p->qualifier = q;
		p->end = end;
	}
	if (p->recurrence != RECURRENCE_NONE)
		return;
	if (words_recurrence_after(p->text, p->end, &end, &p->recurrence))
		p->end = end;
	else if (p->is_money)
		p->recurrence = recurrence_of_clause(p->text, p->at);
	else if (!p->is_percent && !p->is_fraction)
		p->recurrence = recurrence_of_counted(p->text, p->end);
}

/* ---- the reading ---- */

static bool
make_money(const struct parts *p, struct money *ret)
{
	if (p->range)
		return money_make_range(p->low, p->high, p->money.factor, ret);
	return money_make(p->low, p->money.factor, p->qualifier, ret);
}

static bool
make_quantity(const struct parts *p, struct reading *r)
{
	enum qualifier q = p->range ? QUALIFIER_RANGE : p->qualifier;

	if (p->is_fraction)
		return quantity_fraction(p->num, p->den, q, &r->quantity);
	return quantity_make(p->low, q, p->high, r->unit, &r->quantity);
}

static bool
make_reading(const struct parts *p, struct reading *r)
{
	bool decimals = p->low.scale > 0 || (p->range && p->high.scale > 0);

	r->recurrence = p->recurrence;
	r->unit = p->is_percent ? p->percent : p->is_fraction ? UNIT_PERCENT :
	    decimals ? UNIT_NUMBER : UNIT_COUNT;
	r->type = p->is_percent || p->is_fraction ? READING_PERCENT : READING_NUMBER;
	if (p->is_fraction || p->is_percent || (!p->is_money && p->money.factor == 1))
		return make_quantity(p, r);
	if (!make_money(p, &r->money))
		return false;
	r->money.recurrence = p->recurrence;
	r->quantity = r->money.amount;
	if (p->is_money) {
		r->type = READING_MONEY;
		r->unit = UNIT_KRONER;
	}
	return true;
}

/* Refuses the figure, and the rest of a range that it begins. */
static enum number_status
refuse(struct parts *p, enum number_status status, struct figure *ret)
{
	size_t at;

	while (status != NUMBER_NOT && range_separator(p, &at))
		p->end = digits_end(p->text, at);
	if (status != NUMBER_NOT)
		*ret = (struct figure){ .reading = { .at = p->at, .end = p->end },
			.printed = p->printed.len > 0 ? p->printed :
			    str_slice(p->text, p->at, p->end) };
	return status;
}

enum number_status
figure_read(struct str text, size_t at, enum notation notation, struct figure *ret)
{
	struct parts       p = { .text = text, .notation = notation, .at = at, .end = at };
	struct figure      f = { 0 };
	enum number_status status;

	read_prefixes(&p);
	status = read_core(&p);
	if (status == NUMBER_OK)
		status = read_second(&p);
	if (status != NUMBER_OK)
		return refuse(&p, status, ret);
	skip_stray_dot(&p);
	if (!p.is_fraction && (!read_unit(&p) || lacks_unit(&p)))
		return NUMBER_NOT;
	read_suffixes(&p);
	if (!make_reading(&p, &f.reading))
		return refuse(&p, NUMBER_OVERFLOW, ret);
	f.reading.at = p.at;
	f.reading.end = p.end;
	*ret = f;
	return NUMBER_OK;
}
