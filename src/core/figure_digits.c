#include "core/figure_parts.h"
#include "core/scan.h"

/* ---- digits ---- */

size_t
figure_digits_end(struct str s, size_t at)
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

/* "½", "¼", "¾" after a whole number, or alone after 0. */
static size_t
vulgar(struct str s, size_t at, struct number *n)
{
	static const struct { struct str text; int64_t hundredths; } rows[] = {
		{ STR_INIT("½"), 50 }, { STR_INIT("¼"), 25 }, { STR_INIT("¾"), 75 },
		{ STR_INIT(" 1/2 "), 50 }, { STR_INIT(" 1/4 "), 25 }, { STR_INIT(" 3/4 "), 75 },
	};
	struct number sum;

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (str_starts(str_slice(s, at, s.len), rows[i].text) && n->scale == 0 &&
		    number_add(*n, NUMBER(rows[i].hundredths, 2), &sum)) {
			*n = number_trim(sum);
			return scan_blanks_back(s, at + rows[i].text.len);
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
	if (scan_phrase(s, at, STR("÷"), &end))
		return scan_blanks(s, end) - at;
	*negative = false;
	return at < s.len && s.at[at] == '+' ? 1 : 0;
}

/* Signed digits at `at`. */
enum number_status
figure_digits(struct parts *p, size_t at, size_t *end, struct number *ret)
{
	bool               negative;
	size_t             digits = at + sign_at(p->text, at, &negative), after;
	enum number_status status;

	if (!scan_is_digit(p->text, digits)) {
		*ret = NUMBER_ZERO;
		*end = vulgar(p->text, digits, ret);
		return *end > digits && scan_blank(p->text, digits) == 0 ? NUMBER_OK : NUMBER_NOT;
	}
	after = spaced_end(p, digits, figure_digits_end(p->text, digits));
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

/* ---- a second figure ---- */

/* "80-100", "80 - 100", "5 til 10 pct.": the byte where the second figure begins. */
bool
figure_range_separator(const struct parts *p, size_t *ret)
{
	size_t    at = p->end, dash = scan_dash(p->text, at), blanks = scan_blanks(p->text, at);
	enum unit u;

	if (dash > 0) {
		*ret = at + dash;
		return scan_is_digit(p->text, *ret);
	}
	if (words_percent(p->text, at, ret, &u) && scan_dash(p->text, *ret) > 0) {
		*ret += scan_dash(p->text, *ret);       /* "50%-60%" */
		return scan_is_digit(p->text, *ret);
	}
	dash = scan_dash(p->text, blanks);
	if (dash > 0 && scan_blank(p->text, blanks + dash) > 0) {
		*ret = scan_blanks(p->text, blanks + dash);
		return blanks > at && scan_is_digit(p->text, *ret);
	}
	return false;
}

bool
figure_tells_change(const struct parts *p)
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

bool
figure_unit_follows(const struct parts *p, size_t at)
{
	size_t end;

	return words_unit(p->text, at, p->notation) ||
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
	enum number_status status = figure_digits(p, at, &end, &high);

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

enum number_status
figure_second(struct parts *p)
{
	struct number high;
	size_t        at, end;

	if (p->between)
		return read_between(p);
	if (p->is_fraction || p->in_words || p->low.units < 0)
		return NUMBER_OK;
	if (figure_range_separator(p, &at))
		return take_second(p, at);
	if (words_to(p->text, scan_blanks(p->text, p->end), &at) && !figure_tells_change(p) &&
	    figure_digits(p, at, &end, &high) == NUMBER_OK && figure_unit_follows(p, end) &&
	    number_cmp(high, p->low) > 0)
		return close_range(p, end, high);
	return NUMBER_OK;
}
