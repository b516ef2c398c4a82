#include "document/markup.h"
#include <stdlib.h>
#include <string.h>

#define TAG_NAME_MAX    15
#define ENTITY_NAME_MAX 8

static const struct {
	struct str    name;
	enum tag_kind kind;
} tags[] = {
	{ STR_INIT("p"), TAG_PARAGRAPH }, { STR_INIT("br"), TAG_BREAK },
	{ STR_INIT("ul"), TAG_LIST }, { STR_INIT("ol"), TAG_LIST }, { STR_INIT("li"), TAG_ITEM },
	{ STR_INIT("i"), TAG_EMPHASIS }, { STR_INIT("b"), TAG_EMPHASIS },
	{ STR_INIT("em"), TAG_EMPHASIS }, { STR_INIT("strong"), TAG_EMPHASIS },
	{ STR_INIT("u"), TAG_EMPHASIS }, { STR_INIT("sup"), TAG_SUP },
	{ STR_INIT("div"), TAG_NEST }, { STR_INIT("table"), TAG_NEST },
	{ STR_INIT("blockquote"), TAG_NEST }, { STR_INIT("tr"), TAG_BREAK },
	{ STR_INIT("td"), TAG_BREAK }, { STR_INIT("th"), TAG_BREAK },
	{ STR_INIT("hr"), TAG_BREAK }, { STR_INIT("h1"), TAG_BREAK },
	{ STR_INIT("h2"), TAG_BREAK }, { STR_INIT("h3"), TAG_BREAK },
	{ STR_INIT("h4"), TAG_BREAK }, { STR_INIT("h5"), TAG_BREAK },
	{ STR_INIT("h6"), TAG_BREAK },
};

/* Sorted by name, by bytes. */
static const struct entity {
	char name[ENTITY_NAME_MAX];
	char letter[5];
} entities[] = {
	{ "AElig", "Æ" }, { "Aring", "Å" }, { "Auml", "Ä" }, { "Eacute", "É" }, { "Oslash", "Ø" },
	{ "Ouml", "Ö" }, { "Uuml", "Ü" }, { "aacute", "á" }, { "aelig", "æ" }, { "agrave", "à" },
	{ "amp", "&" }, { "apos", "'" }, { "aring", "å" }, { "auml", "ä" }, { "bull", "•" },
	{ "deg", "°" }, { "eacute", "é" }, { "egrave", "è" }, { "euro", "€" }, { "frac12", "½" },
	{ "frac14", "¼" }, { "ge", "≥" }, { "gt", ">" }, { "hellip", "…" }, { "laquo", "«" },
	{ "ldquo", "“" }, { "le", "≤" }, { "lsquo", "‘" }, { "lt", "<" }, { "mdash", "—" },
	{ "middot", "·" }, { "minus", "−" }, { "nbsp", "\xC2\xA0" }, { "ndash", "–" },
	{ "oslash", "ø" }, { "ouml", "ö" }, { "para", "¶" }, { "permil", "‰" }, { "plusmn", "±" },
	{ "quot", "\"" }, { "raquo", "»" }, { "rdquo", "”" }, { "rsquo", "’" }, { "sect", "§" },
	{ "shy", "\xC2\xAD" }, { "sup1", "¹" }, { "sup2", "²" }, { "sup3", "³" }, { "times", "×" },
	{ "uuml", "ü" },
};

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == ':';
}

/* Bytes to the closing '>', or 0. Stops at the next '<', so that a text of
 * nothing but '<' is looked at once. */
static size_t
tag_length(struct str s)
{
	for (size_t i = 1; i < s.len; i++) {
		if (s.at[i] == '>')
			return i + 1;
		if (s.at[i] == '<')
			return 0;
	}
	return 0;
}

static enum tag_kind
tag_kind(struct str name)
{
	char       low[TAG_NAME_MAX];
	struct str lower = { low, name.len };

	for (size_t i = 0; i < name.len; i++)
		low[i] = name.at[i] >= 'A' && name.at[i] <= 'Z' ? (char)(name.at[i] | 0x20) : name.at[i];
	for (size_t i = 0; i < COUNT_OF(tags); i++)
		if (str_eq(tags[i].name, lower))
			return tags[i].kind;
	return TAG_UNKNOWN;
}

/* After the name nothing, a slash, or attributes; else it is "a <b og c> d". */
static bool
is_attributes(struct str s)
{
	struct str rest = str_trim(s);

	if (rest.len == 0 || str_eq(rest, STR("/")))
		return true;
	return rest.at != s.at && memchr(rest.at, '=', rest.len) != NULL;
}

struct tag
tag_read(struct str s)
{
	struct tag none = { TAG_NONE, 0, false };
	size_t     len, from = 1, to;
	bool       closes;

	if (s.len < 3 || s.at[0] != '<')
		return none;
	closes = s.at[1] == '/';
	from += closes;
	if (s.at[1] == '!' || s.at[1] == '?') {
		len = tag_length(s);
		return (struct tag){ len > 0 ? TAG_UNKNOWN : TAG_NONE, len, false };
	}
	if (!is_letter(s.at[from]))
		return none;
	for (to = from; to < s.len && to - from < TAG_NAME_MAX && is_name(s.at[to]); to++)
		;
	len = tag_length(s);
	if (len == 0 || s.at[to - 1] == ':' || !is_attributes(str_slice(s, to, len - 1)))
		return none;
	return (struct tag){ tag_kind(str_slice(s, from, to)), len, closes };
}

static size_t
encode(uint32_t c, char letter[4])
{
	if (c < 0x80) {
		letter[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		letter[0] = (char)(0xC0 | c >> 6);
		letter[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		letter[0] = (char)(0xE0 | c >> 12);
		letter[1] = (char)(0x80 | (c >> 6 & 0x3F));
		letter[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	letter[0] = (char)(0xF0 | c >> 18);
	letter[1] = (char)(0x80 | (c >> 12 & 0x3F));
	letter[2] = (char)(0x80 | (c >> 6 & 0x3F));
	letter[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

static unsigned
digit_value(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
		return (unsigned)((c | 0x20) - 'a') + 10;
	return 16;
}

/* "#248" or "#xF8"; control characters and surrogates stay text. */
static size_t
numeric(struct str name, char letter[4])
{
	bool     hex = name.len > 1 && (name.at[1] | 0x20) == 'x';
	unsigned base = hex ? 16 : 10;
	uint32_t c = 0;

	if (name.len < (hex ? 3u : 2u) || name.len > 9)
		return 0;
	for (size_t i = hex ? 2 : 1; i < name.len; i++) {
		unsigned v = digit_value(name.at[i]);
		if (v >= base || c > 0x10FFFF)
			return 0;
		c = c * base + v;
	}
	if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF)
		return 0;
	return encode(c, letter);
}

static int
by_name(const void *key, const void *entity)
{
	return strcmp(key, ((const struct entity *)entity)->name);
}

size_t
entity_read(struct str s, char letter[4], size_t *letter_len)
{
	struct str  head = str_slice(s, 1, 12);
	const char *end = head.len > 0 ? memchr(head.at, ';', head.len) : NULL;
	char        name[ENTITY_NAME_MAX] = "";

	if (end == NULL || end == head.at)
		return 0;
	head.len = (size_t)(end - head.at);
	if (head.at[0] == '#') {
		*letter_len = numeric(head, letter);
	} else {
		const struct entity *e;
		if (head.len >= sizeof name)
			return 0;
		memcpy(name, head.at, head.len);
		e = bsearch(name, entities, COUNT_OF(entities), sizeof entities[0], by_name);
		if (e == NULL)
			return 0;
		*letter_len = strlen(e->letter);
		memcpy(letter, e->letter, *letter_len);
	}
	return *letter_len > 0 ? head.len + 2 : 0;
}
