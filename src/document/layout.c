#include "document/layout.h"
#include "base/utf8.h"
#include <string.h>

#define HEADING_LETTERS_MAX 120
#define STATEMENT_LETTERS_MIN 40
#define WRAP_LETTERS_MIN    40          /* shorter lines end on purpose */
#define WRAP_LETTERS_MAX    200         /* longer ones were never wrapped */

static const struct str closers[] = {
	STR_INIT("\""), STR_INIT("'"), STR_INIT(")"), STR_INIT("]"), STR_INIT("”"), STR_INIT("“"),
	STR_INIT("’"), STR_INIT("»"), STR_INIT("*"), STR_INIT("¹"), STR_INIT("²"), STR_INIT("³"),
	STR_INIT("⁴"), STR_INIT("⁵"), STR_INIT("⁶"), STR_INIT("⁷"), STR_INIT("⁸"), STR_INIT("⁹"),
	STR_INIT("⁰"),
};

/* One cell of a rule: hyphens, with a colon at either end. */
static bool
is_rule_cell(struct str cell, size_t *hyphens)
{
	struct str c = str_trim(cell);

	if (str_starts(c, STR(":")))
		c = str_slice(c, 1, c.len);
	if (str_ends(c, STR(":")))
		c.len--;
	for (size_t i = 0; i < c.len; i++)
		if (c.at[i] != '-')
			return false;
	*hyphens = c.len > *hyphens ? c.len : *hyphens;
	return c.len > 0;
}

bool
layout_is_rule(struct str line, bool second)
{
	struct str rest = str_trim(line);
	size_t     hyphens = 0;

	if (rest.len == 0)
		return false;
	while (rest.len > 0)
		if (!is_rule_cell(str_cut(&rest, '\t'), &hyphens))
			return false;
	return hyphens > 1 || second;
}

/* A short tag at the end, and the blanks before it. */
static struct str
without_tag(struct str s)
{
	struct str  tail = str_slice(s, s.len > 16 ? s.len - 16 : 0, s.len);
	const char *tag = str_ends(s, STR(">")) ? memrchr(tail.at, '<', tail.len) : NULL;

	if (tag != NULL)
		s.len = (size_t)(tag - s.at);
	return str_trim(s);
}

static struct str
without_closers(struct str s)
{
	size_t before;

	do {
		before = s.len;
		for (size_t i = 0; i < COUNT_OF(closers); i++)
			if (str_ends(s, closers[i]))
				s.len -= closers[i].len;
		s = without_tag(s);
	} while (s.len < before);
	return s;
}

bool
layout_ends_sentence(struct str text)
{
	struct str s = without_closers(text);

	return s.len == 0 || memchr(".:!?;", s.at[s.len - 1], 5) != NULL || str_ends(s, STR("…"));
}

static size_t
first_word(struct str s)
{
	size_t n = 0;

	while (n < s.len && s.at[n] != ' ')
		n++;
	return utf8_length(str_slice(s, 0, n));
}

bool
layout_wraps(const struct line *line, const struct line *next, size_t width)
{
	if (layout_mark(next->text).kind != MARK_NONE)
		return false;
	if (letter_is_lower(next->text))
		return !str_ends(line->text, STR(":"));
	return line->letters >= WRAP_LETTERS_MIN && line->letters <= WRAP_LETTERS_MAX &&
	    line->letters + 1 + first_word(next->text) > width - width / 12;
}

/* Percent signs and decimal commas belong to statements, not to headings; dots
 * in a row lead to a page number in a list of contents. */
static bool
states_figure(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] == '%')
			return true;
		if (s.at[i] == ',' && i > 0 && i + 1 < s.len && s.at[i - 1] >= '0' && s.at[i - 1] <= '9' &&
		    s.at[i + 1] >= '0' && s.at[i + 1] <= '9')
			return true;
	}
	return str_find(s, STR("pct."), 0) != SIZE_MAX || str_find(s, STR("...."), 0) != SIZE_MAX;
}

/* "… statistikken. Programmet …": a word of six letters or more before the dot
 * is no abbreviation. */
static bool
holds_sentence(struct str s)
{
	size_t word = 0;

	for (size_t i = 0; i + 2 < s.len; i++) {
		if (s.at[i] == '.' && s.at[i + 1] == ' ' && word > 5 &&
		    letter_is_upper(str_slice(s, i + 2, s.len)))
			return true;
		word = s.at[i] == ' ' ? 0 : word + 1;
	}
	return false;
}

/* A long line with one of these says something; a heading names something. */
static bool
is_statement(struct str s, size_t letters)
{
	static const struct str verbs[] = {
		STR_INIT(" vi "), STR_INIT(" er "), STR_INIT(" har "), STR_INIT(" skal "),
		STR_INIT(" vil "), STR_INIT(" kan "), STR_INIT(" bliver "), STR_INIT(" blev "),
	};

	for (size_t i = 0; letters >= STATEMENT_LETTERS_MIN && i < COUNT_OF(verbs); i++)
		if (str_find(s, verbs[i], 0) != SIZE_MAX)
			return true;
	return false;
}

static bool
has_capital(struct str s)
{
	for (size_t at = 0; at < s.len;) {
		if (letter_is_upper(str_slice(s, at, s.len)))
			return true;
		(void)utf8_next(s, &at);
	}
	return false;
}

bool
layout_is_heading(struct str text, size_t letters)
{
	struct mark m = mark_read(text);
	struct str  s = m.kind == MARK_NUMBER ? str_slice(text, m.skip, text.len) : text;
	struct str  end = without_closers(s);

	if (letters >= HEADING_LETTERS_MAX || s.len == 0 || end.len == 0)
		return false;
	if (!letter_is_upper(s) && !(s.at[0] >= '0' && s.at[0] <= '9'))
		return false;
	if (memchr(".,:;!", end.at[end.len - 1], 5) != NULL)
		return false;
	if (m.kind != MARK_NUMBER && is_statement(s, letters))
		return false;
	return has_capital(s) && !states_figure(s) && !holds_sentence(s);
}

struct mark
layout_mark(struct str text)
{
	struct mark m = mark_read(text);

	if (m.kind == MARK_NUMBER && m.close != ')' &&
	    letter_is_lower(str_slice(text, m.skip, text.len)))
		m.kind = MARK_NONE;
	return m;
}
