#include "document/mark.h"
#include "base/utf8.h"

/* What PDF extractors leave of list bullets; U+F0B7 and U+F0A7 are Symbol's. */
static const struct {
	struct str text;
	bool       dash;
} bullets[] = {
	{ STR_INIT("-"), true }, { STR_INIT("*"), true },
	{ STR_INIT("–"), true }, { STR_INIT("—"), true }, { STR_INIT("·"), true },
	{ STR_INIT("▪"), false }, { STR_INIT("•"), false }, { STR_INIT("●"), false },
	{ STR_INIT("■"), false }, { STR_INIT("□"), false }, { STR_INIT("▫"), false },
	{ STR_INIT("◦"), false }, { STR_INIT("○"), false }, { STR_INIT("‣"), false },
	{ STR_INIT("►"), false }, { STR_INIT("➢"), false }, { STR_INIT("✓"), false },
	{ STR_INIT("\xEF\x82\xB7"), false }, { STR_INIT("\xEF\x82\xA7"), false },
};

static const struct str superscripts[] = {
	STR_INIT("⁰"), STR_INIT("¹"), STR_INIT("²"), STR_INIT("³"), STR_INIT("⁴"),
	STR_INIT("⁵"), STR_INIT("⁶"), STR_INIT("⁷"), STR_INIT("⁸"), STR_INIT("⁹"),
};

static size_t
blanks(struct str s, size_t at)
{
	size_t n = at;

	for (;;) {
		if (n < s.len && (s.at[n] == ' ' || s.at[n] == '\t'))
			n++;
		else if (n + 1 < s.len && s.at[n] == '\xC2' && s.at[n + 1] == '\xA0')
			n += 2;
		else
			return n - at;
	}
}

/* The first `len` bytes are the mark's; without blanks and text after, none. */
static struct mark
mark_of(enum mark_kind kind, struct str s, size_t len)
{
	size_t gap = blanks(s, len);

	if (len + gap >= s.len || (gap == 0 && kind != MARK_FOOTNOTE))
		return (struct mark){ .kind = MARK_NONE };
	return (struct mark){ .kind = kind, .text = str_slice(s, 0, len), .skip = len + gap };
}

size_t
mark_superscript(struct str s)
{
	size_t len = 0, before;

	do {
		before = len;
		for (size_t i = 0; i < COUNT_OF(superscripts); i++)
			if (str_starts(str_slice(s, len, s.len), superscripts[i]))
				len += superscripts[i].len;
	} while (len > before && len < 12);
	return len;
}

static struct mark
bullet(struct str s)
{
	for (size_t i = 0; i < COUNT_OF(bullets); i++) {
		if (str_starts(s, bullets[i].text)) {
			struct mark m = mark_of(MARK_BULLET, s, bullets[i].text.len);
			m.dash = bullets[i].dash;
			return m;
		}
	}
	return (struct mark){ .kind = MARK_NONE };
}

/* Can `c` begin a bullet or a superscript? Most letters cannot. */
static bool
begins_sign(char c)
{
	return c == '-' || c == '*' || c == '\xC2' || c == '\xE2' || c == '\xEF';
}

static bool
is_digit(struct str s, size_t at)
{
	return at < s.len && s.at[at] >= '0' && s.at[at] <= '9';
}

/* One or two digits at `*at`, not beginning with zero. */
static bool
component(struct str s, size_t *at, unsigned *ret)
{
	unsigned value = 0;
	size_t   n = 0;

	if (*at < s.len && s.at[*at] == '0')
		return false;
	for (; is_digit(s, *at + n); n++) {
		if (n == 2)
			return false;
		value = value * 10 + (unsigned)(s.at[*at + n] - '0');
	}
	if (n == 0)
		return false;
	*at += n;
	*ret = value;
	return true;
}

static struct mark
number(struct str s)
{
	struct mark m;
	size_t      at = 0;
	unsigned    depth = 0, last = 0;
	char        close = 0;

	do {
		if (!component(s, &at, &last))
			return (struct mark){ .kind = MARK_NONE };
		depth++;
		if (at < s.len && (s.at[at] == '.' || s.at[at] == ')'))
			close = s.at[at++];
		else
			close = 0;
	} while (close == '.' && is_digit(s, at));
	if (depth == 1 && close == 0)
		return (struct mark){ .kind = MARK_NONE };
	m = mark_of(MARK_NUMBER, s, at);
	m.depth = depth;
	m.last = last;
	m.close = close;
	return m;
}

/* "a)", as lists in lists have it. */
static struct mark
lettered(struct str s)
{
	struct mark m;

	if (s.len < 2 || s.at[1] != ')' || s.at[0] < 'a' || s.at[0] > 'z')
		return (struct mark){ .kind = MARK_NONE };
	m = mark_of(MARK_NUMBER, s, 2);
	m.depth = 1;
	m.last = (unsigned)(s.at[0] - 'a') + 1;
	m.close = ')';
	return m;
}

struct mark
mark_read(struct str s)
{
	size_t sup;

	if (s.len == 0)
		return (struct mark){ .kind = MARK_NONE };
	if (s.at[0] >= '0' && s.at[0] <= '9')
		return number(s);
	if (s.at[0] >= 'a' && s.at[0] <= 'z')
		return lettered(s);
	if (!begins_sign(s.at[0]))
		return (struct mark){ .kind = MARK_NONE };
	sup = mark_superscript(s);
	return sup > 0 ? mark_of(MARK_FOOTNOTE, s, sup) : bullet(s);
}

static uint32_t
first_letter(struct str s)
{
	size_t at = 0;

	return s.len > 0 ? utf8_next(s, &at) : 0;
}

bool
letter_is_lower(struct str s)
{
	uint32_t c = first_letter(s);

	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

bool
letter_is_upper(struct str s)
{
	uint32_t c = first_letter(s);

	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
