#include "core/figure.h"
#include "core/figure_parts.h"
#include "core/scan.h"

/* Words between a count and how often it recurs: "30 stillinger om året". */
#define COUNTED_WORDS_MAX 4
/* Words of a clause before an amount that may say how often. */
#define HINT_WORDS_MAX 6

/* ---- what stands before ---- */

/* "25 mio. kr. over 5 år", "fordelt over fire år": for so long, not for more. */
static bool
tells_duration(const struct parts *p)
{
	static const struct str words[] = {
		STR_INIT("kr"), STR_INIT("kroner"), STR_INIT("mio"), STR_INIT("mia"),
		STR_INIT("fordelt"), STR_INIT("fordeles"), STR_INIT("løber"), STR_INIT("sig"),
		STR_INIT("million"), STR_INIT("spread"), STR_INIT("distributed"),
	};
	size_t end = scan_blanks_back(p->text, p->at), at, after;

	if (end > 0 && p->text.at[end - 1] == '.')
		end--;
	at = scan_word_back(p->text, end);
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (scan_phrase(str_slice(p->text, at, end), 0, words[i], &after))
			return true;
	return false;
}

static void
read_qualifier(struct parts *p)
{
	size_t end;

	if (!words_qualifier(p->text, p->end, &end, &p->qualifier))
		return;
	p->end = end;
	if (p->qualifier == QUALIFIER_OVER && tells_duration(p)) {
		p->qualifier = QUALIFIER_NONE;
		p->at = end;
	}
}

static void
read_prefixes(struct parts *p)
{
	size_t end;

	if (words_recurrence_before(p->text, p->end, &end, &p->recurrence))
		p->end = end;
	if (words_between(p->text, p->end, &end)) {
		p->between = true;
		p->end = end;
	} else {
		read_qualifier(p);
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
		    figure_digits(p, p->end, &end, &p->low);
		if (status == NUMBER_NOT)
			return NUMBER_NOT;
		p->end = end;
		return status;
	}
	p->end = end;
	return NUMBER_OK;
}

/* ---- what stands after ---- */

/* "2. mio. kr.": a stray dot, when a unit follows it. */
static void
skip_stray_dot(struct parts *p)
{
	if (p->end < p->text.len && p->text.at[p->end] == '.' &&
	    scan_blank(p->text, p->end + 1) > 0 && figure_unit_follows(p, p->end + 1))
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
	    (scan_is_small(s, scan_blanks(s, at + 1)) || scan_dash(s, at + 1) > 0 ||
	    (at + 1 < s.len && s.at[at + 1] == ','));
}

/* "fra 50 til 60 pct.": the first figure is of the second one's unit. */
static bool
shares_percent(struct parts *p)
{
	struct parts next = *p;
	size_t       at, end;

	return !p->range && !p->in_words && figure_tells_change(p) &&
	    words_to(p->text, scan_blanks(p->text, p->end), &at) &&
	    figure_digits(&next, at, &end, &next.high) == NUMBER_OK &&
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

	while (status != NUMBER_NOT && figure_range_separator(p, &at))
		p->end = figure_digits_end(p->text, at);
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
		status = figure_second(&p);
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
