#include "audit/spoken.h"
#include <stdlib.h>
#include <string.h>
#include "recognise/sentence.h"

#define SAID_MAX    400                 /* sentences of a passage; a longer one is cut */
#define FIGURES_MAX 100                 /* of a sentence; one with more is no running text */

/* Times that `mark` stands in `s`. */
static size_t
count_of(struct str s, struct str mark)
{
	size_t n = 0;

	for (size_t hit = 0; (hit = str_find(s, mark, hit)) != SIZE_MAX; hit += mark.len)
		n++;
	return n;
}

/* Quotation marks in `s`, opening and closing. */
static size_t
count_marks(struct str s)
{
	static const struct str other[] = {
		STR_INIT("”"), STR_INIT("“"), STR_INIT("„"), STR_INIT("»"), STR_INIT("«"),
	};
	size_t n = count_of(s, STR("\""));

	/* U+201C to U+201E all begin so, and the others as few letters do */
	if (str_find(s, STR("\xE2\x80"), 0) == SIZE_MAX && str_find(s, STR("\xC2"), 0) == SIZE_MAX)
		return n;
	for (size_t i = 0; i < COUNT_OF(other); i++)
		n += count_of(s, other[i]);
	return n;
}

/* Most sentences hold no figure; to look for one in words costs far more. */
static bool
may_hold_figure(const struct folded *f)
{
	static const char *const numerals[] = { "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti",
		"elleve", "tolv", "tyve", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"half", "halv", NULL };

	for (size_t i = 0; i < f->text.len; i++)
		if (f->text.at[i] >= '0' && f->text.at[i] <= '9')
			return true;
	return (pairs_may_hold(&f->pairs, "del") && str_find(f->text, STR("del"), 0) != SIZE_MAX) ||
	    folded_holds_any(f, numerals);
}

static void
read_figures(struct audit *x, struct said *s)
{
	struct readings r = { .len = 0 };
	struct reading *at;
	struct str     *gap;
	size_t          end = 0, seen = 0, marks = s->marks;

	if (s->read)
		return;
	s->read = true;
	if (may_hold_figure(s->whole))
		r = reads_phrase(x->seen->reads, s->text);
	if (r.len > FIGURES_MAX)
		r.len = 0;
	at = ARENA_ARRAY(x->arena, struct reading, r.len + 1);
	gap = ARENA_ARRAY(x->arena, struct str, r.len + 1);
	for (size_t i = 0; i < r.len; i++) {
		marks += count_marks(str_slice(s->text, seen, r.at[i].at));
		seen = r.at[i].at;
		s->periods += r.at[i].type == READING_PERIOD;
		if (r.at[i].type == READING_PERIOD || r.at[i].type == READING_MISSING)
			continue;
		if (s->closed && marks % 2 == 1) {
			s->len = 0;
			end = 0;
			break;
		}
		gap[s->len] = utf8_fold(x->arena, str_slice(s->text, end, r.at[i].at));
		at[s->len++] = r.at[i];
		end = r.at[i].end;
	}
	gap[s->len] = end == 0 ? s->folded :
	    utf8_fold(x->arena, str_slice(s->text, end, s->text.len));
	s->at = at;
	s->gap = gap;
}

static void
add_piece(struct audit *x, struct passage *p, const struct piece *piece, struct str mark, bool item)
{
	struct str sentence;
	size_t     marks = 0, all = count_marks(piece->text);

	for (size_t at = 0; p->len < SAID_MAX && sentence_next(piece->text, &at, &sentence);) {
		const struct folded *whole = reads_folded(x->seen->reads, sentence);

		p->at[p->len++] = (struct said){
			.piece = piece, .from = (size_t)(sentence.at - piece->text.at), .mark = mark,
			.item = item, .text = sentence, .folded = whole->text, .whole = whole,
			.marks = marks, .closed = all % 2 == 0,
		};
		marks += count_marks(sentence);
	}
}

#define CUES_MAX 64

/* A rule's cues with the bits of their first pairs, which most sentences lack; SIZE_MAX
 * of a cue that is one letter. */
struct cues {
	const char *at[CUES_MAX];
	size_t      bit[CUES_MAX], len;
};

static void
read_cues(const char *const *cues, struct cues *ret)
{
	for (ret->len = 0; cues[ret->len] != NULL; ret->len++) {
		const char *cue = cues[ret->len];

		if (ret->len == CUES_MAX)
			abort();
		ret->at[ret->len] = cue;
		ret->bit[ret->len] = cue[1] == '\0' ? SIZE_MAX : pairs_bit(cue[0], cue[1]);
	}
}

static bool
holds(const struct passage *p, const char *cue)
{
	for (size_t k = 0; k < p->len; k++)
		if (pairs_may_hold(&p->at[k].whole->pairs, cue) &&
		    str_find(p->at[k].folded, str_from(cue), 0) != SIZE_MAX)
			return true;
	return false;
}

static bool
has_cue(const struct passage *p, const struct cues *c)
{
	for (size_t i = 0; i < c->len; i++)
		if ((c->bit[i] == SIZE_MAX || (p->pairs.bit[c->bit[i] / 64] >> c->bit[i] % 64 & 1) != 0) &&
		    pairs_may_hold(&p->pairs, c->at[i]) && holds(p, c->at[i]))
			return true;
	return false;
}

static void
keep_passage(struct audit *x, const struct passage *p, size_t *cap)
{
	struct spoken *all = x->spoken;
	struct said   *at = ARENA_ARRAY(x->arena, struct said, p->len + 1);

	if (p->len == 0)
		return;
	memcpy(at, p->at, p->len * sizeof *at);
	ARENA_GROW(x->arena, all->at, all->len, cap);
	all->at[all->len] = (struct passage){ .at = at, .len = p->len, .next = p->next };
	for (size_t k = 0; k < p->len; k++)
		for (size_t i = 0; i < COUNT_OF(all->at->pairs.bit); i++)
			all->at[all->len].pairs.bit[i] |= at[k].whole->pairs.bit[i];
	all->len++;
}

static void
keep_cells(struct audit *x, const struct row *row, struct passage *p, size_t *cap)
{
	for (size_t c = 0; c < row->len; c++) {
		p->len = 0;
		for (size_t k = 0; k < row->at[c].len; k++) {
			const struct piece *piece = &row->at[c].at[k];

			add_piece(x, p, piece, piece->mark, piece->item || piece->mark.len > 0);
		}
		keep_passage(x, p, cap);
	}
}

static void
read_passages(struct audit *x)
{
	const struct document *doc = x->doc;
	struct said           *room = ARENA_ARRAY(x->arena, struct said, SAID_MAX);
	size_t                 cap = 0;

	x->spoken = ARENA_NEW(x->arena, struct spoken);
	for (size_t i = 0; i < doc->len;) {
		const struct block *b = &doc->at[i++];
		struct passage      p = { .at = room, .next = i };

		for (size_t r = 0; b->kind == BLOCK_TABLE && r < b->table.len; r++)
			keep_cells(x, &b->table.at[r], &p, &cap);
		if (b->kind == BLOCK_TABLE)
			continue;
		add_piece(x, &p, &b->piece, b->mark, b->kind == BLOCK_ITEM);
		for (; i < doc->len && doc->at[i].kind == BLOCK_ITEM; i++)
			add_piece(x, &p, &doc->at[i].piece, doc->at[i].mark, true);
		p.next = i;
		keep_passage(x, &p, &cap);
	}
}

void
spoken_each(struct audit *x, const char *const *cues, passage_visitor *visit, void *with)
{
	struct cues all;

	read_cues(cues, &all);
	if (x->spoken == NULL)
		read_passages(x);
	for (size_t i = 0; i < x->spoken->len; i++) {
		struct passage *p = &x->spoken->at[i];
		bool            wanted = has_cue(p, &all);

		for (size_t k = 0; k < p->len && wanted; k++)
			read_figures(x, &p->at[k]);
		if (wanted)
			visit(x, p, with);
	}
}

struct said
said_of(struct audit *x, struct str text)
{
	struct piece *piece = ARENA_NEW(x->arena, struct piece);
	struct said   s = { .piece = piece, .text = text, .whole = reads_folded(x->seen->reads, text) };

	piece->text = text;
	s.folded = s.whole->text;
	read_figures(x, &s);
	return s;
}

struct said
said_join(struct audit *x, const struct said *a, const struct said *b)
{
	size_t          apart = b->from - a->from, len = a->len + b->len;
	struct reading *at = ARENA_ARRAY(x->arena, struct reading, len + 1);
	struct str     *gap = ARENA_ARRAY(x->arena, struct str, len + 1);
	struct said     s = *a;

	for (size_t i = 0; i < a->len; i++) {
		at[i] = a->at[i];
		gap[i] = a->gap[i];
	}
	gap[a->len] = arena_printf(x->arena, STR_FMT " " STR_FMT, STR_ARG(a->gap[a->len]), STR_ARG(b->gap[0]));
	for (size_t i = 0; i < b->len; i++) {
		at[a->len + i] = b->at[i];
		at[a->len + i].at += apart;
		at[a->len + i].end += apart;
		gap[a->len + i + 1] = b->gap[i + 1];
	}
	s.text = str_slice(a->piece->text, a->from, b->from + b->text.len);
	s.whole = reads_folded(x->seen->reads, s.text);
	s.folded = s.whole->text;
	s.at = at;
	s.gap = gap;
	s.len = len;
	s.periods = a->periods + b->periods;
	return s;
}

/* ---- words between figures ---- */

bool
gap_ends(struct str gap, const char *const *words)
{
	gap = str_trim(gap);
	while (gap.len > 0 && strchr("(,:-", gap.at[gap.len - 1]) != NULL)
		gap = str_trim(str_slice(gap, 0, gap.len - 1));
	for (size_t i = 0; words[i] != NULL; i++) {
		struct str w = str_from(words[i]);

		if (str_ends(gap, w) && (gap.len == w.len || !letter_is_word(gap.at[gap.len - w.len - 1])))
			return true;
	}
	return false;
}

size_t
gap_words(struct str gap)
{
	size_t n = 0;

	for (size_t i = 0; i < gap.len; i++)
		n += letter_is_word(gap.at[i]) && (i == 0 || !letter_is_word(gap.at[i - 1]));
	return n;
}

bool
gap_dated(struct str gap)
{
	for (size_t i = 0; i < gap.len; i++)
		if (gap.at[i] >= '0' && gap.at[i] <= '9')
			return true;
	return false;
}

bool
is_incomplete(struct str folded)
{
	static const char *const some[] = { "bl.a", "blandt andet", "blandt andre", "m.fl", "mfl", "m.m", "mm",
		"mv", "m.v", "osv", "fx", "f.eks", "for eksempel", "eksempelvis", "herunder", "saasom", "etc",
		"med flere", "primaert", "among others", NULL };

	return folded_has_any(folded, some);
}

bool
is_counted(const struct reading *r)
{
	return r->type == READING_NUMBER && r->quantity.has_point;
}

bool
is_share(const struct reading *r)
{
	return r->type == READING_PERCENT && r->unit != UNIT_POINT;
}

bool
is_money(const struct reading *r)
{
	return r->type == READING_MONEY;
}

bool
same_type(const struct reading *a, const struct reading *b)
{
	return a->type == b->type && (a->unit == UNIT_POINT) == (b->unit == UNIT_POINT);
}

struct number
reading_point(const struct reading *r)
{
	if (r->type == READING_MONEY)
		return r->money.printed;
	return r->quantity.has_point ? r->quantity.point : NUMBER_ZERO;
}

/* ---- saying it ---- */

static struct str
kept(struct audit *x, struct buf *b)
{
	struct str ret = str_dup(x->arena, buf_str(b));

	buf_free(b);
	return ret;
}

struct str
reading_words(struct audit *x, const struct reading *r, enum notation n)
{
	struct buf b;

	buf_init(&b, 256);
	if (r->type == READING_MONEY)
		money_write(&b, &r->money, n);
	else
		quantity_write(&b, r->quantity, r->type == READING_PERCENT ? r->unit : UNIT_NUMBER, n);
	return kept(x, &b);
}

struct str
number_words(struct audit *x, struct number v, enum notation n)
{
	struct buf b;

	buf_init(&b, NUMBER_TEXT_MAX);
	number_write(&b, v, n);
	return kept(x, &b);
}

static void
judge(struct audit *x, struct finding f, struct checked c)
{
	bool rounded = c.holds && c.code == AUDIT_SUM && c.has_amounts &&
	    number_cmp(c.expected, c.printed) != 0;

	f.code = rounded ? AUDIT_ROUNDING : c.code;
	f.da = c.da;
	f.en = c.en;
	if (c.holds && !rounded) {
		audit_holds(x, (struct claim){ .code = f.code, .line = f.line, .column = f.column,
		                               .quote = f.quote, .da = f.da, .en = f.en });
		return;
	}
	if (rounded) {
		f.da = arena_printf(x->arena, STR_FMT ": afrundingen forklarer det", STR_ARG(c.da));
		f.en = arena_printf(x->arena, STR_FMT ": rounding explains it", STR_ARG(c.en));
	} else {
		f.hint_da = c.hint_da;
		f.hint_en = c.hint_en;
	}
	if (c.expected.scale < c.printed.scale)
		c.has_amounts &= number_rescale(c.expected, c.printed.scale, &c.expected);
	if (c.has_amounts && number_sub(c.printed, c.expected, &f.difference)) {
		f.has_amounts = true;
		f.expected = c.expected;
		f.printed = c.printed;
	}
	audit_finds(x, f);
}

void
spoken_judge(struct audit *x, const struct said *s, size_t i, struct checked c)
{
	struct finding f = { .quote = s->text };

	piece_place(s->piece, s->from + s->at[i].at, &f.line, &f.column);
	judge(x, f, c);
}

void
field_judge(struct audit *x, const struct field *f, struct checked c)
{
	judge(x, (struct finding){ .line = f->line, .column = f->column, .quote = f->text }, c);
}

size_t
spoken_amounts(const struct said *s, size_t *first)
{
	size_t n = 0;

	for (size_t i = s->len; i-- > 0;)
		if (is_money(&s->at[i])) {
			*first = i;
			n++;
		}
	return n;
}
