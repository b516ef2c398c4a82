/* The part of guard.h that looks at the shape of digits and where they stand. */
#include "core/guard.h"
#include "core/scan.h"
#include "core/words.h"

/* A line, a cell or a list item begins here, bullets and tags aside. */
static bool
at_start(struct str s, size_t at)
{
	static const struct str bullets[] = {
		STR_INIT("-"), STR_INIT("*"), STR_INIT("\xE2\x80\xA2"), STR_INIT("\xE2\x96\xAA"),
		STR_INIT("\xE2\x80\x93"), STR_INIT("#"),
	};

	while (at > 0) {
		size_t before = at;

		while (at > 0 && s.at[at - 1] == ' ')
			at--;
		if (at == 0 || s.at[at - 1] == '\n' || s.at[at - 1] == '\t' || s.at[at - 1] == '>')
			return true;
		for (size_t i = 0; i < COUNT_OF(bullets); i++)
			if (str_ends(str_slice(s, 0, at), bullets[i]))
				at -= bullets[i].len;
		if (at == before)
			return false;
	}
	return true;
}

#define PARENTHESIS_MAX 400             /* bytes that are looked back */

/* Is a parenthesis open at `at`, on the same line? */
static bool
in_parenthesis(struct str s, size_t at)
{
	size_t closed = 0, first = at > PARENTHESIS_MAX ? at - PARENTHESIS_MAX : 0;

	while (at > first && s.at[--at] != '\n') {
		if (s.at[at] == ')')
			closed++;
		else if (s.at[at] == '(' && closed-- == 0)
			return true;
	}
	return false;
}

/* "1) ", "1. Tema": the number of a list item. */
static bool
list_marker(struct str s, size_t at, enum notation notation, size_t *ret)
{
	size_t end = scan_digits(s, at);

	if (end - at > 2 || end >= s.len)
		return false;
	if (s.at[end] == ')' && !in_parenthesis(s, at)) {
		*ret = end + 1;
		return true;
	}
	if (s.at[end] != '.' || !at_start(s, at) || words_unit(s, end + 1, notation) ||
	    (scan_blank(s, end + 1) == 0 && end + 1 < s.len && s.at[end + 1] != '\t'))
		return false;
	*ret = end + 1;
	return true;
}

/* "2.1 Status", "2.10<tab>Diskrimination", "4.1.2": the number of a section. */
static bool
section_number(struct str s, size_t at, enum notation notation, size_t *ret)
{
	size_t end = scan_digits(s, at), parts = 1, text;

	while (end - at <= 2 || parts > 1) {
		size_t next = scan_digits(s, end + 1);

		if (end >= s.len || s.at[end] != '.' || next == end + 1 || next - end > 3)
			break;
		end = next;
		parts++;
	}
	if (parts < 2 || (end < s.len && s.at[end] == ',') || words_unit(s, end, notation))
		return false;
	text = scan_blanks(s, end < s.len && s.at[end] == '.' ? end + 1 : end);
	if (parts == 2 && (!at_start(s, at) || text >= s.len ||
	    (s.at[text] != '\t' && !scan_is_capital(s, text) && s.at[text] != '"')))
		return false;
	*ret = end;
	return true;
}

/* "2<tab>Andel beskæftigede": the number of a row, alone in its first cell. */
static bool
row_number(struct str s, size_t at, size_t *ret)
{
	size_t end = scan_digits(s, at);

	if (end - at > 3 || end + 1 >= s.len || s.at[end] != '\t' ||
	    (at > 0 && s.at[at - 1] != '\n') ||
	    (scan_letter(s, end + 1) == 0 && s.at[end + 1] != '<'))
		return false;
	*ret = end;
	return true;
}

/* "33 66 33 66", "+45 33 66 33 66" */
static bool
telephone(struct str s, size_t at, size_t *ret)
{
	size_t pairs = 0, end = at;

	if (str_starts(str_slice(s, at, s.len), STR("+45")))
		end = scan_blanks(s, at + 3);
	if (end > at && scan_digits(s, end) == end + 8) {
		*ret = end + 8;
		return true;
	}
	while (pairs < 4 && scan_digits(s, end) == end + 2) {
		*ret = end + 2;
		end = scan_blanks(s, end + 2);
		pairs++;
	}
	return pairs == 4 && scan_digits(s, end) != end + 2;
}

/* "395/2006", "24/7", "14:30", "010190-1234", "1-2-3" */
static bool
number_of_a_thing(struct str s, size_t at, enum notation notation, size_t *ret)
{
	size_t        end = scan_digits(s, at), next, dashes = 0;
	bool          slash = false;
	int64_t       num, den;

	if (words_fraction(s, at, notation, &next, &num, &den))
		return false;
	while (end < s.len && (s.at[end] == '/' || s.at[end] == ':' ||
	    scan_dash(s, end) > 0)) {
		size_t dash = scan_dash(s, end);

		next = scan_digits(s, end + (dash > 0 ? dash : 1));
		if (!scan_is_digit(s, next - 1) || next == end + (dash > 0 ? dash : 1))
			break;
		slash |= dash == 0;
		dashes += dash > 0;
		end = next;
	}
	if (!slash && dashes < 2)
		return false;
	*ret = end;
	return true;
}

bool
guard_shaped(struct str text, size_t at, enum notation notation, size_t *end)
{
	if (at < text.len && text.at[at] == '+')
		return telephone(text, at, end);
	if (!scan_is_digit(text, at))
		return false;
	return list_marker(text, at, notation, end) || section_number(text, at, notation, end) ||
	    row_number(text, at, end) || telephone(text, at, end) ||
	    number_of_a_thing(text, at, notation, end);
}
