#include "document/markup.h"
#include "document/mark.h"
#include <string.h>

static struct list *
innermost(struct markup *m)
{
	return &m->list[m->depth];
}

static void
too_deep(struct markup *m)
{
	reader_refuse(m->g->r, m->raw.at + m->at, STR("tags are nested more than 100 levels deep"),
	    STR("flatten the lists"));
}

static void
nest(struct markup *m, bool closes, bool is_list)
{
	gather_break(m->g);
	m->g->next.item = false;
	if (closes) {
		m->depth -= m->depth > 0;
	} else if (m->depth == DOCUMENT_LEVELS_MAX) {
		too_deep(m);
	} else {
		m->depth++;
		*innermost(m) = (struct list){ .is_list = is_list };
	}
}

/* A paragraph ends what was left open: emphasis, and lists found by their marks. */
static void
paragraph(struct markup *m, bool closes)
{
	gather_break(m->g);
	m->g->emphasis = 0;
	m->sup = false;
	*innermost(m) = (struct list){ .is_list = innermost(m)->is_list };
	m->hollow = closes ? 0 : m->hollow + 1;
	if (m->hollow > DOCUMENT_LEVELS_MAX)
		too_deep(m);
}

static void
tag(struct markup *m, struct tag t)
{
	switch (t.kind) {
	case TAG_NONE:
	case TAG_UNKNOWN:
		break;
	case TAG_BREAK:
		gather_break(m->g);
		break;
	case TAG_PARAGRAPH:
		paragraph(m, t.closes);
		break;
	case TAG_LIST:
		nest(m, t.closes, true);
		break;
	case TAG_NEST:
		nest(m, t.closes, false);
		break;
	case TAG_ITEM:
		gather_break(m->g);
		m->g->next = (struct piece){ .item = !t.closes };
		break;
	case TAG_EMPHASIS:
		gather_emphasis(m->g, !t.closes);
		break;
	case TAG_SUP:
		m->sup = !t.closes;
		break;
	}
	m->at += t.len;
}

static bool
ends_clause(const struct gather *g)
{
	const struct segment *last = &g->seg[g->seg_len - 1];

	return last->literal_len == 0 && memchr(".,;:!?)", last->raw[last->len - 1], 7) != NULL;
}

/* Does the bullet before `after` begin an item? A dash may be only a dash: it
 * begins one in a list of dashes, after a clause or before a capital letter. */
static bool
bullet_begins(const struct markup *m, const struct list *l, struct mark mark, struct str after)
{
	if (gather_empty(m->g))
		return l->is_list || m->g->next.item || !mark.dash || (m->flags & MARKUP_ITEM) ||
		    letter_is_lower(after) || letter_is_upper(after);
	if (!str_eq(l->mark, mark.text))
		return false;
	if (!mark.dash)
		return true;
	return gather_at_word(m->g) && (ends_clause(m->g) || letter_is_upper(after));
}

static bool
number_begins(const struct markup *m, const struct list *l, struct mark mark)
{
	if (!l->is_list || mark.depth != 1 || !gather_at_word(m->g))
		return false;
	if (gather_empty(m->g))
		return true;
	return l->number > 0 && mark.last == l->number + 1 && mark.close == l->close;
}

/* An item's mark, at the beginning of a word or glued to the item before it:
 * takes it, and begins the item. */
static bool
list_mark(struct markup *m)
{
	struct str   rest = str_slice(m->raw, m->at, m->raw.len);
	struct mark  mark = mark_read(rest);
	struct list *l = innermost(m);

	if (mark.kind == MARK_BULLET) {
		if (!bullet_begins(m, l, mark, str_slice(rest, mark.skip, rest.len)))
			return false;
		l->mark = mark.text;
	} else if (mark.kind == MARK_NUMBER) {
		if (!number_begins(m, l, mark))
			return false;
		l->number = mark.last;
		l->close = mark.close;
	} else {
		return false;
	}
	gather_break(m->g);
	gather_item(m->g, mark.text);
	m->at += mark.skip;
	return true;
}

/* Superscript digits keep a footnote's number apart from the figure before it. */
static bool
superscript(struct markup *m)
{
	static const struct str digit[] = {
		STR_INIT("⁰"), STR_INIT("¹"), STR_INIT("²"), STR_INIT("³"), STR_INIT("⁴"),
		STR_INIT("⁵"), STR_INIT("⁶"), STR_INIT("⁷"), STR_INIT("⁸"), STR_INIT("⁹"),
	};
	char c = m->raw.at[m->at];

	if (!m->sup || c < '0' || c > '9')
		return false;
	gather_literal(m->g, digit[c - '0'], m->raw.at + m->at, 1);
	m->at++;
	return true;
}

/* Bytes at `at` that are never shown: soft hyphen (with the line end that it
 * was set for), zero-width space, byte order mark. */
static size_t
invisible(struct str s, size_t at)
{
	struct str rest = str_slice(s, at, s.len);
	size_t     n = 2;

	if (str_starts(rest, STR("\xE2\x80\x8B")) || str_starts(rest, STR("\xEF\xBB\xBF")))
		return 3;
	if (!str_starts(rest, STR("\xC2\xAD")))
		return 0;
	if (n < rest.len && rest.at[n] == '\r')
		n++;
	return n < rest.len && rest.at[n] == '\n' ? n + 1 : 2;
}

/* Blanks and what is not shown; true when something was taken. */
static bool
blank(struct markup *m)
{
	const char   *at = m->raw.at + m->at;
	unsigned char c = (unsigned char)*at;
	size_t        n = 1;

	if (c > ' ' && c < 0x7F)
		return false;
	if (c <= 0x7F) {
		gather_blank(m->g, at, 1, false);
	} else if (c == 0xC2 && m->at + 1 < m->raw.len && at[1] == '\xA0') {
		n = 2;
		gather_blank(m->g, at, 2, true);
	} else {
		n = invisible(m->raw, m->at);
	}
	m->at += n;
	return n > 0;
}

/* Letters to the next byte that may mean something; in <sup> a digit does. */
static size_t
letters(struct str s, size_t at, bool sup)
{
	/* a bit for each of 256: blanks, " & <, DEL, and what begins an invisible letter */
	static const uint32_t stops[8] = {
		UINT32_MAX, 0x10000045, 0, 0x80000000, 0, 0, 0x00000004, 0x00008004,
	};
	size_t n = at + 1;

	while (n < s.len) {
		unsigned char c = (unsigned char)s.at[n];

		if ((stops[c / 32] >> c % 32 & 1) != 0 || (sup && c >= '0' && c <= '9'))
			break;
		n++;
	}
	return n - at;
}

static bool
entity(struct markup *m)
{
	char   letter[4];
	size_t len = 0, n;

	n = entity_read(str_slice(m->raw, m->at, m->raw.len), letter, &len);
	if (n == 0)
		return false;
	if (len == 2 && memcmp(letter, "\xC2\xA0", 2) == 0)
		gather_blank(m->g, m->raw.at + m->at, n, true);
	else if (letter[0] == ' ')
		gather_blank(m->g, m->raw.at + m->at, n, false);
	else if (len != 2 || memcmp(letter, "\xC2\xAD", 2) != 0)
		gather_literal(m->g, (struct str){ letter, len }, m->raw.at + m->at, n);
	m->at += n;
	return true;
}

/* Tags, references, line ends and doubled quotes, where they are asked for. */
static bool
special(struct markup *m)
{
	struct str rest = str_slice(m->raw, m->at, m->raw.len);
	char       c = m->raw.at[m->at];

	if (m->flags & MARKUP_LITERAL)
		return false;
	if (c == '<') {
		struct tag t = tag_read(rest);
		if (t.kind == TAG_NONE)
			return false;
		tag(m, t);
		return true;
	}
	if (c == '&')
		return entity(m);
	if (c == '\n' && (m->flags & MARKUP_LINES)) {
		gather_break(m->g);
		m->at++;
		return true;
	}
	if (c == '"' && (m->flags & MARKUP_DOUBLED) && str_starts(rest, STR("\"\""))) {
		gather_literal(m->g, STR("\""), rest.at, 2);
		m->at += 2;
		return true;
	}
	return false;
}

void
markup_open(struct markup *m, struct gather *g)
{
	m->g = g;
	m->sup = false;
	m->hollow = 0;
	m->depth = 0;
	m->list[0] = (struct list){ .is_list = false };
}

void
markup_read(struct markup *m, struct str raw, unsigned flags)
{
	m->raw = raw;
	m->at = 0;
	m->flags = flags;
	while (m->at < raw.len && !m->g->r->failed) {
		size_t n;

		if (special(m) || blank(m) || superscript(m) || list_mark(m))
			continue;
		n = letters(raw, m->at, m->sup);
		gather_text(m->g, raw.at + m->at, n);
		m->hollow = 0;
		m->at += n;
	}
}
