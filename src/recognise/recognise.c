#include "recognise/recognise.h"
#include "base/codes.h"
#include "recognise/kinds.h"
#include <stdlib.h>
#include <string.h>

#define QUOTE_LETTERS 160
#define ROW_BYTES     ((size_t)4 * QUOTE_LETTERS)
#define TITLE_BLOCKS  12        /* a document's date stands among its first blocks, or its last */

#define X(id, code, da, en) STR_INIT(code),
static const struct str kind_codes[] = { PROPOSAL_KINDS(X) };
#undef X

#define X(id, code) STR_INIT(code),
static const struct str field_codes[] = { FIELDS(X) };
#undef X

struct str
proposal_kind_code(enum proposal_kind k)
{
	return kind_codes[k];
}

bool
proposal_kind_from_code(struct str code, enum proposal_kind *ret)
{
	return CODE_READ(kind_codes, *kind_codes, code, ret);
}

struct str
field_code(enum field_kind f)
{
	return field_codes[f];
}

bool
field_from_code(struct str code, enum field_kind *ret)
{
	return CODE_READ(field_codes, *field_codes, code, ret);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str
quote_of(struct arena *a, struct str s)
{
	char   room[4 * QUOTE_LETTERS];
	size_t len = 0, letters = 0, word = 0;
	bool   blank = false, cut = false;

	s = str_trim(s);
	for (size_t at = 0, next; at < s.len; at = next) {
		next = at + 1;
		if (is_blank(s.at[at])) {
			blank = true;
			continue;
		}
		if (letters + blank >= QUOTE_LETTERS) {
			cut = true;
			break;
		}
		if (blank) {
			word = len;
			room[len++] = ' ';
		}
		letters += 1u + blank;
		blank = false;
		if ((unsigned char)s.at[at] >= 0x80) {
			next = at;
			(void)utf8_next(s, &next);
		}
		memcpy(room + len, s.at + at, next - at);
		len += next - at;
	}
	if (cut && !blank && word > 0)
		len = word;
	return str_dup(a, (struct str){ room, len });
}

/* The first heading, else the first paragraph. */
static struct str
title_of(const struct document *doc)
{
	for (size_t i = 0; i < doc->len && i < TITLE_BLOCKS; i++)
		if (doc->at[i].kind == BLOCK_HEADING)
			return doc->at[i].piece.text;
	for (size_t i = 0; i < doc->len && i < TITLE_BLOCKS; i++)
		if (doc->at[i].kind == BLOCK_PARAGRAPH)
			return doc->at[i].piece.text;
	return STR_NONE;
}

/* Of a table alone: its first row, when that is one cell. */
static struct str
title_of_table(const struct paper *p)
{
	if (p->len == 0 || p->at[0].row == NULL || entry_filled(&p->at[0]) != 1)
		return STR_NONE;
	return p->at[0].text[entry_first_filled(&p->at[0])];
}

static bool
date_in(struct reads *reads, struct str text, struct period *ret)
{
	struct readings r = reads_phrase(reads, text);
	bool            found = false;

	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type != READING_PERIOD || !r.at[i].period.dated ||
		    r.at[i].period.deadline || r.at[i].period.precision == PRECISION_RANGE)
			continue;
		if (found && ret->precision <= r.at[i].period.precision)
			continue;
		*ret = r.at[i].period;
		found = true;
	}
	return found;
}

/* A short line with a day and little else: "København, den 14. juni 2011". */
static bool
is_date_line(struct reads *reads, const struct block *b, struct period *ret)
{
	struct str text = b->piece.text;

	if (b->kind == BLOCK_TABLE || b->kind == BLOCK_FOOTNOTE || text.len > 48)
		return false;
	return date_in(reads, text, ret) && ret->precision <= PRECISION_MONTH;
}

/* From the title ("april 2012", "indsats 2009"), a date line near the beginning
 * or the end, or a heading that speaks of the status with a date. */
static void
find_date(struct paper *p)
{
	const struct document *doc = p->doc;
	struct period          found;
	bool titled = date_in(p->reads, p->title, &found);

	for (size_t i = 0; !(titled && found.precision <= PRECISION_MONTH) && i < doc->len &&
	    i < TITLE_BLOCKS; i++)
		if (is_date_line(p->reads, &doc->at[i], &found)) {
			titled = true;
			break;
		}
	for (size_t i = doc->len > TITLE_BLOCKS ? doc->len - TITLE_BLOCKS : 0;
	    !titled && i < doc->len; i++)
		titled = is_date_line(p->reads, &doc->at[i], &found);
	for (size_t i = 0; !titled && i < doc->len; i++)
		if (doc->at[i].kind == BLOCK_HEADING &&
		    folded_has(utf8_fold(p->arena, doc->at[i].piece.text), "status*"))
			titled = date_in(p->reads, doc->at[i].piece.text, &found);
	if (!titled)
		return;
	p->date = found;
	p->year = date_of(found.from == DAY_MIN ? found.to - 1 : found.from).year;
}

/* The filled cells of a row, a blank between them. */
static struct str
words_of_row(struct paper *p, const struct entry *e)
{
	struct buf b;
	struct str ret;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = 0; i < e->cells && b.len < ROW_BYTES; i++) {
		if (e->text[i].len > 0 && b.len > 0)
			buf_char(&b, ' ');
		buf_put(&b, e->text[i]);
	}
	ret = str_dup(p->arena, buf_str(&b));
	buf_free(&b);
	return ret;
}

/* A line or row that nobody took and that is no prose. */
static void
list_unknown(struct paper *p)
{
	for (size_t i = 0; i < p->len; i++) {
		const struct entry *e = &p->at[i];

		if (e->row == NULL || entry_is_furniture(e) ||
		    (e->taken != TAKEN_NOT && e->taken != TAKEN_REFUSED))
			continue;
		unknown_add(p, words_of_row(p, e), entry_place(e));
	}
}

const struct field *
proposal_field(const struct proposal *p, enum field_kind kind)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == kind)
			return &p->at[i];
	return NULL;
}

static int
by_place(uint32_t line_a, uint32_t column_a, uint32_t line_b, uint32_t column_b)
{
	if (line_a != line_b)
		return line_a < line_b ? -1 : 1;
	return (column_a > column_b) - (column_a < column_b);
}

static int
by_proposal_place(const void *a, const void *b)
{
	const struct proposal *x = a, *y = b;
	int order = by_place(x->line, x->column, y->line, y->column);

	return order != 0 ? order : (x->kind > y->kind) - (x->kind < y->kind);
}

static int
by_unknown_place(const void *a, const void *b)
{
	const struct unrecognised *x = a, *y = b;

	return by_place(x->line, x->column, y->line, y->column);
}

struct recognition
recognise(struct arena *a, const struct document *doc)
{
	struct paper       p;
	struct part_groups groups;

	paper_open(&p, a, doc);
	p.title = title_of(doc);
	if (p.title.len == 0)
		p.title = title_of_table(&p);
	find_date(&p);
	budget_lines(&p);
	groups = parts_read(&p);
	status_forms(&p, &groups);
	budget_forms(&p);
	agreement_projects(&p, &groups);
	tables(&p);
	budget_spans(&p);
	goals_in_text(&p);
	prognoses(&p);
	claims(&p);
	list_unknown(&p);
	if (p.found_len > 1)
		qsort(p.found, p.found_len, sizeof p.found[0], by_proposal_place);
	if (p.unknown_len > 1)
		qsort(p.unknown, p.unknown_len, sizeof p.unknown[0], by_unknown_place);
	return (struct recognition){
		.title = p.title, .date = p.date, .at = p.found, .len = p.found_len,
		.unknown = p.unknown, .unknown_len = p.unknown_len, .reads = p.reads,
		.factor = p.factor,
	};
}
