#include "core/scan.h"
#include "base/utf8.h"

/* The letters of European languages: Latin-1 and Latin Extended. */
static bool
is_letter(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

static bool
is_capital(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

size_t
scan_wide_letter(struct str s, size_t at)
{
	size_t end = at;

	return is_letter(utf8_next(s, &end)) ? end - at : 0;
}

bool
scan_is_capital(struct str s, size_t at)
{
	if (at < s.len && (unsigned char)s.at[at] < 0x80)
		return s.at[at] >= 'A' && s.at[at] <= 'Z';
	return at < s.len && is_capital(utf8_next(s, &at));
}

bool
scan_is_small(struct str s, size_t at)
{
	return scan_letter(s, at) > 0 && !scan_is_capital(s, at);
}

/* The first byte of the letter that ends at `at`. */
static size_t
letter_before(struct str s, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)s.at[at] & 0xC0) == 0x80);
	return at;
}

bool
scan_after_word(struct str s, size_t at)
{
	size_t before;

	if (at == 0)
		return false;
	if (s.at[at - 1] == ' ')
		return false;
	before = letter_before(s, at);
	return scan_is_digit(s, before) || scan_letter(s, before) > 0;
}

size_t
scan_wide_blank(struct str s, size_t at)
{
	static const struct str blanks[] = {
		STR_INIT("\xC2\xA0"), STR_INIT("\xE2\x80\xAF"), STR_INIT("\xE2\x80\x89"),
	};
	struct str rest = str_slice(s, at, s.len);

	for (size_t i = 0; i < COUNT_OF(blanks); i++)
		if (str_starts(rest, blanks[i]))
			return blanks[i].len;
	return 0;
}

size_t
scan_blanks(struct str s, size_t at)
{
	size_t n;

	while ((n = scan_blank(s, at)) > 0)
		at += n;
	return at;
}

size_t
scan_blanks_back(struct str s, size_t at)
{
	while (at > 0) {
		size_t before = letter_before(s, at);
		if (scan_blank(s, before) == 0)
			break;
		at = before;
	}
	return at;
}

size_t
scan_digits(struct str s, size_t at)
{
	while (scan_is_digit(s, at))
		at++;
	return at;
}

size_t
scan_word(struct str s, size_t at)
{
	size_t n;

	while ((n = scan_letter(s, at)) > 0 || scan_is_digit(s, at))
		at += n + (n == 0);
	return at;
}

size_t
scan_word_back(struct str s, size_t at)
{
	while (scan_after_word(s, at))
		at = letter_before(s, at);
	return at;
}

size_t
scan_wide_dash(struct str s, size_t at)
{
	static const struct str dashes[] = {
		STR_INIT("\xE2\x80\x90"), STR_INIT("\xE2\x80\x91"), STR_INIT("\xE2\x80\x93"),
		STR_INIT("\xE2\x80\x94"), STR_INIT("\xE2\x88\x92"),
	};
	struct str rest = str_slice(s, at, s.len);

	for (size_t i = 0; i < COUNT_OF(dashes); i++)
		if (str_starts(rest, dashes[i]))
			return dashes[i].len;
	return 0;
}

/* Byte `at` in lower case: ASCII, and the Latin-1 letters, whose capitals lie
 * 0x20 below in the second byte after 0xC3. */
static unsigned char
lowered(struct str s, size_t at)
{
	unsigned char c = (unsigned char)s.at[at];

	if (c >= 'A' && c <= 'Z')
		return (unsigned char)(c + 0x20);
	if (at > 0 && (unsigned char)s.at[at - 1] == 0xC3 && c >= 0x80 && c <= 0x9E &&
	    c != 0x97)
		return (unsigned char)(c + 0x20);
	return c;
}

char
scan_first(struct str s, size_t at)
{
	return at < s.len ? (char)lowered(s, at) : '\0';
}

bool
scan_phrase_rest(struct str s, size_t at, struct str phrase, size_t *end)
{
	for (size_t i = 0; i < phrase.len; i++) {
		if (phrase.at[i] == ' ') {
			if (scan_blank(s, at) == 0)
				return false;
			at = scan_blanks(s, at);
			continue;
		}
		if (at >= s.len || lowered(s, at) != (unsigned char)phrase.at[i])
			return false;
		at++;
	}
	if (phrase.len > 0 && scan_letter(phrase, letter_before(phrase, phrase.len)) > 0 &&
	    scan_letter(s, at) > 0)
		return false;
	*end = at;
	return true;
}
