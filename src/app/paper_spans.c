#include "app/paper_blocks.h"
#include "core/phrase.h"
#include <stdlib.h>

#define MARKS_MAX   200         /* of one piece; more would be no help to anybody */
#define FIGURE_MAX  200         /* bytes in which a measurement's figure is looked for */

struct mark_span {
	size_t                from, to; /* bytes of the text; to == from: not found */
	const struct taken   *taken;
	const struct finding *finding;
};

struct marking {
	struct arena           *a;
	const struct piece     *piece;
	struct spot            *spot;   /* where marks may begin, and where lines do */
	struct mark_span       *mark;
	size_t                  marks, spot_cap, mark_cap;
	size_t                 *cut;    /* bytes, sorted */
	size_t                  cuts;
};

/* ---- which marks ---- */

static uint32_t
last_line(const struct piece *p)
{
	uint32_t line = p->line;

	for (size_t i = 0; i < p->raw.len; i++)
		line += p->raw.at[i] == '\n';
	return line;
}

static bool
is_before(uint32_t line, uint32_t column, uint32_t l, uint32_t c)
{
	return line < l || (line == l && column < c);
}

struct reach {                          /* the piece in the input, half-open */
	uint32_t line, column, end_line, end_column;
};

static struct reach
reach_of(const struct piece *p)
{
	struct reach r = { .line = p->line, .column = p->column };

	piece_place(p, p->text.len, &r.end_line, &r.end_column);
	return r;
}

static bool
is_within(const struct reach *r, uint32_t line, uint32_t column)
{
	return !is_before(line, column, r->line, r->column) &&
	    is_before(line, column, r->end_line, r->end_column);
}

/* The first of what is sorted by line that is not before `line`. */
#define FIRST_AT(ret, at, len, wanted) do {                                     \
	size_t low_ = 0, high_ = (len);                                         \
	while (low_ < high_) {                                                  \
		size_t middle_ = low_ + (high_ - low_) / 2;                     \
		if ((at)[middle_].line < (wanted))                              \
			low_ = middle_ + 1;                                     \
		else                                                            \
			high_ = middle_;                                        \
	}                                                                       \
	(ret) = low_;                                                           \
} while (0)

static void
want(struct marking *k, uint32_t line, uint32_t column, const struct taken *t,
     const struct finding *f)
{
	if (k->marks == MARKS_MAX)
		return;
	ARENA_GROW(k->a, k->spot, k->marks, &k->spot_cap);
	ARENA_GROW(k->a, k->mark, k->marks, &k->mark_cap);
	k->spot[k->marks] = (struct spot){ .line = line, .column = column };
	k->mark[k->marks++] = (struct mark_span){ .taken = t, .finding = f };
}

static void
gather(struct marking *k, const struct paper_marks *m)
{
	struct reach r = reach_of(k->piece);
	size_t       i;

	FIRST_AT(i, m->taken, m->takens, r.line);
	for (; i < m->takens && m->taken[i].line <= r.end_line; i++)
		if (is_within(&r, m->taken[i].line, m->taken[i].column))
			want(k, m->taken[i].line, m->taken[i].column, &m->taken[i], NULL);
	FIRST_AT(i, m->finding, m->findings, r.line);
	for (; i < m->findings && m->finding[i].line <= r.end_line; i++)
		if (is_within(&r, m->finding[i].line, m->finding[i].column))
			want(k, m->finding[i].line, m->finding[i].column, NULL, &m->finding[i]);
}

static int
by_spot(const void *a, const void *b)
{
	const struct spot *x = a, *y = b;

	return is_before(x->line, x->column, y->line, y->column) ? -1
	     : is_before(y->line, y->column, x->line, x->column);
}

/* ---- how far they go ---- */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Where words end that stand at `from`, however blanks are written; the text's end
 * where they go on in another piece. `from`: they do not stand there. */
static size_t
words_end(struct str text, size_t from, struct str words)
{
	size_t at = from;

	for (size_t i = 0; i < words.len; i++) {
		if (is_blank(words.at[i]))
			continue;
		while (at < text.len && is_blank(text.at[at]))
			at++;
		if (at == text.len)
			return at;
		if (text.at[at++] != words.at[i])
			return from;
	}
	return at;
}

/* The first figure behind `from`, for what was measured. */
static size_t
figure_end(struct arena *a, struct str text, size_t *from)
{
	struct str      rest = str_slice(text, *from, *from + FIGURE_MAX);
	struct readings r;

	while (rest.len > 0 && *from + rest.len < text.len &&
	    ((unsigned char)text.at[*from + rest.len] & 0xC0) == 0x80)
		rest.len--;
	r = phrase_read(a, rest, NOTATION_DA, NULL);
	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type == READING_PERIOD || r.at[i].type == READING_MISSING)
			continue;
		rest.len = *from + r.at[i].end;
		*from += r.at[i].at;
		return rest.len;
	}
	return *from;
}

static void
measure_mark(struct marking *k, struct mark_span *m, size_t at)
{
	struct str text = k->piece->text;
	struct str words = m->taken != NULL ? m->taken->quote : m->finding->quote;

	m->from = at;
	if (m->taken != NULL && m->taken->measured) {
		m->to = figure_end(k->a, text, &m->from);
		return;
	}
	m->to = words_end(text, at, words);
	if (m->to > at || words.len == 0)
		return;
	at = str_find(text, words, 0);
	if (at == SIZE_MAX)
		return;
	m->from = at;
	m->to = at + words.len;
}

/* Where they begin is asked once, in the order of the text. */
static void
find_marks(struct marking *k)
{
	struct spot *sorted = ARENA_ARRAY(k->a, struct spot, k->marks + 1);

	for (size_t i = 0; i < k->marks; i++)
		sorted[i] = k->spot[i];
	if (k->marks > 1)
		qsort(sorted, k->marks, sizeof *sorted, by_spot);
	piece_find(k->piece, sorted, k->marks);
	for (size_t i = 0; i < k->marks; i++) {
		const struct spot *found = bsearch(&k->spot[i], sorted, k->marks, sizeof *sorted,
		    by_spot);

		if (found != NULL)
			measure_mark(k, &k->mark[i], found->byte);
	}
}

/* ---- cutting ---- */

static int
by_byte(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* The shortest mark over the bytes from `at` on: what is inside another is what the
 * reader points at. */
static void
cover(const struct marking *k, size_t at, struct paper_span *ret)
{
	size_t taken = SIZE_MAX, finding = SIZE_MAX;

	for (size_t i = 0; i < k->marks; i++) {
		const struct mark_span *m = &k->mark[i];
		size_t                  len = m->to - m->from;

		if (at < m->from || at >= m->to)
			continue;
		if (m->taken != NULL && len < taken) {
			ret->taken = m->taken;
			taken = len;
		}
		if (m->finding != NULL && len < finding) {
			ret->finding = m->finding;
			finding = len;
		}
	}
}

static void
cut_at_marks(struct marking *k)
{
	for (size_t i = 0; i < k->marks; i++) {
		k->cut[k->cuts++] = k->mark[i].from;
		k->cut[k->cuts++] = k->mark[i].to;
	}
}

/* The bytes at which the lines behind the first begin. */
static struct spot *
find_lines(struct marking *k, size_t n)
{
	struct spot *line = ARENA_ARRAY(k->a, struct spot, n + 1);

	for (size_t i = 0; i < n; i++)
		line[i] = (struct spot){ .line = k->piece->line + 1 + (uint32_t)i, .column = 1 };
	piece_find(k->piece, line, n);
	for (size_t i = 0; i < n; i++)
		k->cut[k->cuts++] = line[i].byte;
	return line;
}

static void
put_spans(struct marking *k, const struct spot *line, size_t lines, struct paper_text *to)
{
	struct str text = k->piece->text;
	size_t     next = 0;

	if (k->cuts > 1)
		qsort(k->cut, k->cuts, sizeof *k->cut, by_byte);
	to->at = ARENA_ARRAY(k->a, struct paper_span, k->cuts + 1);
	for (size_t i = 0; i < k->cuts; i++) {
		size_t            from = k->cut[i], end = i + 1 < k->cuts ? k->cut[i + 1] : text.len;
		struct paper_span s = { .text = str_slice(text, from, end) };

		if (from >= end)
			continue;
		s.line = from == 0 ? k->piece->line : 0;
		for (; next < lines && line[next].byte <= from; next++)
			s.line = line[next].line;
		cover(k, from, &s);
		to->at[to->len++] = s;
	}
}

struct paper_text
paper_spans(struct arena *a, const struct piece *p, const struct paper_marks *m)
{
	size_t            lines = last_line(p) - p->line;
	struct paper_text to = { .mark = p->mark, .line = p->line };
	struct marking    k = { .a = a, .piece = p };
	struct spot      *line;

	gather(&k, m);
	find_marks(&k);
	k.cut = ARENA_ARRAY(a, size_t, 2 * k.marks + lines + 1);
	k.cut[k.cuts++] = 0;
	cut_at_marks(&k);
	line = find_lines(&k, lines);
	put_spans(&k, line, lines, &to);
	return to;
}
