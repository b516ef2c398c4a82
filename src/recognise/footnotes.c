/* footnotes.c - marks behind words and figures, and the notes they point to. */
#include "recognise/budget_rows.h"

#define LOOK_BELOW 60           /* entries below a table that may hold its notes */
#define MARK_LAST  99

static const struct str superscript[] = { STR_INIT("⁰"), STR_INIT("¹"), STR_INIT("²"),
	STR_INIT("³"), STR_INIT("⁴"), STR_INIT("⁵"), STR_INIT("⁶"), STR_INIT("⁷"), STR_INIT("⁸"),
	STR_INIT("⁹") };

/* A digit at byte `*at`, plain or raised; moves past it. */
static bool
digit_at(struct str s, size_t *at, unsigned *ret)
{
	if (*at < s.len && s.at[*at] >= '0' && s.at[*at] <= '9') {
		*ret = (unsigned)(s.at[(*at)++] - '0');
		return true;
	}
	for (unsigned d = 0; d < COUNT_OF(superscript); d++)
		if (str_starts(str_slice(s, *at, s.len), superscript[d])) {
			*at += superscript[d].len;
			*ret = d;
			return true;
		}
	return false;
}

struct marks
marks_of(struct str text)
{
	struct str   s = str_trim(text), rest = str_slice(s, without_marks(s).len, s.len);
	struct marks m = { 0 };

	for (size_t at = 0; at < rest.len && m.len < MARKS_MAX;) {
		unsigned n = 0, digit;
		size_t   from = at;

		while (n <= MARK_LAST && digit_at(rest, &at, &digit))
			n = n * 10 + digit;
		if (at > from && n > 0 && n <= MARK_LAST)
			m.at[m.len++] = n;
		at += at == from;
	}
	return m;
}

/* "³", "4)" at the beginning of a note. */
static unsigned
note_number(const struct entry *e)
{
	struct str mark = e->row != NULL ? STR_NONE : e->block->mark;
	unsigned   n = 0, digit;
	size_t     at = 0;

	while (n <= MARK_LAST && digit_at(mark, &at, &digit))
		n = n * 10 + digit;
	if (at == mark.len)
		return e->row == NULL && e->block->kind == BLOCK_FOOTNOTE ? n : 0;
	return at + 1 == mark.len && mark.at[at] == ')' ? n : 0;
}

static bool
has_note(const struct paper *p, struct str text)
{
	for (size_t i = 0; i < p->open_len; i++)
		if (p->open[i].kind == FIELD_FOOTNOTE && str_eq(p->open[i].text, text))
			return true;
	return false;
}

void
footnotes_add(struct paper *p, struct str text, size_t below)
{
	struct marks m = marks_of(text);

	for (size_t k = 0; k < m.len; k++)
		for (size_t i = below; i < p->len && i < below + LOOK_BELOW; i++) {
			if (note_number(&p->at[i]) != m.at[k])
				continue;
			if (!has_note(p, p->at[i].block->piece.text))
				field_block(p, FIELD_FOOTNOTE, p->at[i].block);
			break;
		}
}
