#include "audit/spoken.h"
#include <string.h>
#include "audit/read.h"
#include "recognise/sentence.h"

#define SAID_MAX 400                    /* sentences of a passage; a longer one is cut */

/* Is byte `at` inside quotation marks that are closed again? */
static bool
is_quoted(struct str s, size_t at)
{
	static const char *const marks[] = { "\"", "”", "“", "„", "»", "«", NULL };
	size_t before = 0, all = 0;

	for (size_t m = 0; marks[m] != NULL; m++) {
		struct str mark = str_from(marks[m]);

		for (size_t hit = 0; (hit = str_find(s, mark, hit)) != SIZE_MAX; hit += mark.len) {
			all++;
			before += hit < at;
		}
	}
	return all % 2 == 0 && before % 2 == 1;
}

static void
read_figures(struct audit *x, struct said *s)
{
	struct readings r = audit_readings(x, s->text);
	struct reading *at = ARENA_ARRAY(x->arena, struct reading, r.len + 1);
	struct str     *gap = ARENA_ARRAY(x->arena, struct str, r.len + 1);
	size_t          end = 0;

	for (size_t i = 0; i < r.len; i++) {
		s->periods += r.at[i].type == READING_PERIOD;
		if (r.at[i].type == READING_PERIOD || r.at[i].type == READING_MISSING)
			continue;
		if (is_quoted(s->piece->text, s->from + r.at[i].at)) {
			s->len = 0;
			end = 0;
			break;
		}
		gap[s->len] = utf8_fold(x->arena, str_slice(s->text, end, r.at[i].at));
		at[s->len++] = r.at[i];
		end = r.at[i].end;
	}
	gap[s->len] = utf8_fold(x->arena, str_slice(s->text, end, s->text.len));
	s->at = at;
	s->gap = gap;
}

static void
add_piece(struct audit *x, struct passage *p, const struct piece *piece, struct str mark, bool item)
{
	struct str sentence;

	for (size_t at = 0; p->len < SAID_MAX && sentence_next(piece->text, &at, &sentence);)
		p->at[p->len++] = (struct said){
			.piece = piece, .from = (size_t)(sentence.at - piece->text.at), .mark = mark,
			.item = item, .text = sentence, .folded = utf8_fold(x->arena, sentence),
		};
}

bool
has_cue(struct str folded, const char *const *cues)
{
	uint32_t firsts = 0;

	for (size_t i = 0; cues[i] != NULL; i++)
		firsts |= UINT32_C(1) << ((unsigned char)cues[i][0] & 31);
	for (size_t at = 0; at < folded.len; at++) {
		if ((firsts >> ((unsigned char)folded.at[at] & 31) & 1) == 0)
			continue;
		for (size_t i = 0; cues[i] != NULL; i++)
			if (cues[i][0] == folded.at[at] &&
			    str_starts(str_slice(folded, at, folded.len), str_from(cues[i])))
				return true;
	}
	return false;
}

/* Keeps the sentences that `p` holds in a room that others use after it. */
static void
keep_passage(struct audit *x, const struct passage *p)
{
	struct audit_read *r = x->read;
	struct said       *at = ARENA_ARRAY(x->arena, struct said, p->len + 1);

	if (p->len == 0)
		return;
	memcpy(at, p->at, p->len * sizeof *at);
	ARENA_GROW(x->arena, r->passage, r->passages, &r->cap);
	r->passage[r->passages++] = (struct passage_read){ { at, p->len, p->next }, false };
}

static void
keep_cells(struct audit *x, const struct row *row, struct passage *p)
{
	for (size_t c = 0; c < row->len; c++) {
		p->len = 0;
		for (size_t k = 0; k < row->at[c].len; k++) {
			const struct piece *piece = &row->at[c].at[k];

			add_piece(x, p, piece, piece->mark, piece->item || piece->mark.len > 0);
		}
		keep_passage(x, p);
	}
}

static void
keep_all(struct audit *x)
{
	const struct document *doc = x->doc;
	struct said           *room = ARENA_ARRAY(x->arena, struct said, SAID_MAX);

	for (size_t i = 0; i < doc->len;) {
		const struct block *b = &doc->at[i++];
		struct passage      p = { .at = room, .next = i };

		for (size_t r = 0; b->kind == BLOCK_TABLE && r < b->table.len; r++)
			keep_cells(x, &b->table.at[r], &p);
		if (b->kind == BLOCK_TABLE)
			continue;
		add_piece(x, &p, &b->piece, b->mark, b->kind == BLOCK_ITEM);
		for (; i < doc->len && doc->at[i].kind == BLOCK_ITEM; i++)
			add_piece(x, &p, &doc->at[i].piece, doc->at[i].mark, true);
		p.next = i;
		keep_passage(x, &p);
	}
}

void
spoken_each(struct audit *x, const char *const *cues, passage_visitor *visit, void *with)
{
	struct audit_read *r = audit_read(x);

	if (!r->spoken)
		keep_all(x);
	r->spoken = true;
	for (size_t i = 0; i < r->passages; i++) {
		struct passage_read *p = &r->passage[i];
		bool                 wanted = false;

		for (size_t k = 0; k < p->passage.len && !wanted; k++)
			wanted = has_cue(p->passage.at[k].folded, cues);
		for (size_t k = 0; k < p->passage.len && wanted && !p->figures; k++)
			read_figures(x, &p->passage.at[k]);
		p->figures |= wanted;
		if (wanted)
			visit(x, &p->passage, with);
	}
}

struct said
said_of(struct audit *x, struct str text)
{
	struct piece *piece = ARENA_NEW(x->arena, struct piece);
	struct said   s = { .piece = piece, .text = text, .folded = utf8_fold(x->arena, text) };

	piece->text = text;
	read_figures(x, &s);
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
	f.code = c.code;
	f.da = c.da;
	f.en = c.en;
	if (c.holds) {
		audit_holds(x, (struct claim){ .code = f.code, .line = f.line, .column = f.column,
		                               .quote = f.quote, .da = f.da, .en = f.en });
		return;
	}
	f.hint_da = c.hint_da;
	f.hint_en = c.hint_en;
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
