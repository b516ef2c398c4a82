#include "recognise/paper.h"
#include "recognise/tongue.h"
#include <stdlib.h>

#define FURNITURE_LETTERS 24
#define CAPTION_LOOK      12

static void
open_row(struct paper *p, struct entry *e, const struct row *row)
{
	e->row = row;
	e->cell = row->at;
	e->cells = row->len;
	e->text = ARENA_ARRAY(p->arena, struct str, row->len + 1);
	e->folded = ARENA_ARRAY(p->arena, struct str, row->len + 1);
	e->label = ARENA_ARRAY(p->arena, enum label, row->len + 1);
	for (size_t i = 0; i < row->len; i++) {
		e->text[i] = cell_text(p->arena, &row->at[i]);
		e->folded[i] = reads_folded(p->reads, e->text[i])->text;
		e->label[i] = label_of_cell(p->arena, e->text[i], e->folded[i]);
	}
}

static void
open_text(struct paper *p, struct entry *e)
{
	e->text = ARENA_NEW(p->arena, struct str);
	e->folded = ARENA_NEW(p->arena, struct str);
	e->label = ARENA_NEW(p->arena, enum label);
	e->text[0] = e->block->piece.text;
	e->folded[0] = utf8_fold(p->arena, e->text[0]);
	e->label[0] = label_of_line(p->arena, e->text[0], e->folded[0]);
}

void
paper_open(struct paper *p, struct arena *a, const struct document *doc)
{
	size_t count = 0, n = 0;

	*p = (struct paper){
		.arena = a, .reads = ARENA_NEW(a, struct reads), .doc = doc, .factor = 1,
		.objective = SIZE_MAX, .committee = SIZE_MAX,
	};
	p->reads->arena = a;
	p->reads->notation = tongue_of(doc);
	for (size_t i = 0; i < doc->len; i++)
		count += doc->at[i].kind == BLOCK_TABLE ? doc->at[i].table.len : 1;
	p->at = ARENA_ARRAY(a, struct entry, count + 1);
	for (size_t i = 0; i < doc->len; i++) {
		const struct block *b = &doc->at[i];

		if (b->kind != BLOCK_TABLE) {
			p->at[n].block = b;
			open_text(p, &p->at[n++]);
			continue;
		}
		for (size_t r = 0; r < b->table.len; r++) {
			p->at[n].block = b;
			open_row(p, &p->at[n++], &b->table.at[r]);
		}
	}
	p->len = n;
}

struct place
cell_place(const struct cell *c)
{
	if (c->len > 0)
		return (struct place){ c->at[0].line, c->at[0].column };
	return (struct place){ c->line, c->column };
}

struct place
entry_place(const struct entry *e)
{
	if (e->row == NULL)
		return (struct place){ e->block->line, e->block->column };
	for (size_t i = 0; i < e->cells; i++)
		if (e->text[i].len > 0)
			return cell_place(&e->cell[i]);
	return (struct place){ e->row->line, 1 };
}

struct place
piece_at(const struct piece *piece, size_t offset)
{
	struct place at;

	piece_place(piece, offset, &at.line, &at.column);
	return at;
}

bool
entry_is_heading(const struct entry *e)
{
	return e->row == NULL && e->block->kind == BLOCK_HEADING;
}

bool
entry_is_text(const struct entry *e)
{
	return e->row == NULL && e->block->kind != BLOCK_FOOTNOTE;
}

/* Nothing but the dashes of a rule. */
static bool
is_ruling(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] != '-' && s.at[i] != '_' && s.at[i] != '=' && s.at[i] != ' ')
			return false;
	return true;
}

bool
words_are_page(struct str folded)
{
	static const char *const pages[] = { "side", "page", "s.", NULL };

	folded = str_trim(folded);
	for (size_t i = 0; pages[i] != NULL && folded.len <= FURNITURE_LETTERS; i++) {
		struct str rest = str_trim(str_slice(folded, str_from(pages[i]).len, folded.len));
		int64_t    n;

		if (str_starts(folded, str_from(pages[i])) && str_int(str_slice(rest, 0, str_find(rest, STR(" "), 0)), &n))
			return true;
	}
	return false;
}

bool
entry_is_furniture(const struct entry *e)
{
	struct str s = e->row == NULL ? e->folded[0] : STR_NONE;

	if (e->row != NULL) {
		for (size_t i = 0; i < e->cells && e->block->table.len == 1; i++)
			if (words_are_page(e->folded[i]))
				return true;
		for (size_t i = 0; i < e->cells; i++)
			if (!is_ruling(e->folded[i]))
				return false;
		return true;
	}
	if (is_wordless(s))
		return e->block->mark.len == 0 || s.len == 0;
	if (s.len > FURNITURE_LETTERS)
		return false;
	if (folded_starts(s, "side"))
		s = str_slice(s, 4, s.len);
	for (size_t i = 0; i < s.len; i++)
		if ((s.at[i] >= 'a' && s.at[i] <= 'z') && !folded_starts(str_slice(s, i, s.len), "af") &&
		    !(i > 0 && s.at[i - 1] == 'a' && s.at[i] == 'f'))
			return false;
	return true;
}

size_t
entry_filled(const struct entry *e)
{
	size_t n = 0;

	for (size_t i = 0; i < e->cells; i++)
		n += e->text[i].len > 0;
	return n;
}

size_t
entry_first_filled(const struct entry *e)
{
	size_t i = 0;

	while (i < e->cells && e->text[i].len == 0)
		i++;
	return i;
}

unsigned
entry_labels(const struct entry *e)
{
	unsigned set = 0;

	for (size_t i = 0; i < e->cells; i++)
		if (e->label[i] != LABEL_NONE)
			set |= LABEL_BIT(e->label[i]);
	return set;
}

bool
entry_is_header(const struct entry *e)
{
	size_t labels = 0;

	if (e->row == NULL)
		return false;
	for (size_t i = 0; i < e->cells; i++)
		labels += e->label[i] != LABEL_NONE;
	return labels >= 2 && 2 * labels > entry_filled(e);
}

struct str
caption_above(const struct paper *p, size_t i)
{
	for (size_t steps = 0; i > 0 && steps < CAPTION_LOOK; steps++) {
		const struct entry *e = &p->at[--i];

		if (entry_is_furniture(e) || entry_is_header(e))
			continue;
		if (e->row == NULL)
			return e->folded[0];
		if (entry_filled(e) == 1)
			return e->folded[entry_first_filled(e)];
		return STR_NONE;
	}
	return STR_NONE;
}

bool
proposal_is_open(const struct paper *p)
{
	return p->making.line != 0;
}

void
proposal_begin(struct paper *p, enum proposal_kind kind, struct place where)
{
	proposal_end(p);
	p->making = (struct proposal){ .kind = kind, .line = where.line, .column = where.column };
	p->open_len = 0;
}

void
proposal_title(struct paper *p, struct str title)
{
	p->making.title = title;
}

void
proposal_end(struct paper *p)
{
	struct proposal *to = &p->making;

	if (!proposal_is_open(p))
		return;
	to->at = ARENA_ARRAY(p->arena, struct field, p->open_len + 1);
	to->len = p->open_len;
	for (size_t i = 0; i < p->open_len; i++)
		to->at[i] = p->open[i];
	ARENA_GROW(p->arena, p->found, p->found_len, &p->found_cap);
	p->found[p->found_len++] = *to;
	p->making = (struct proposal){ 0 };
}

void
field_add(struct paper *p, enum field_kind kind, struct str text, struct place where)
{
	ARENA_GROW(p->arena, p->open, p->open_len, &p->open_cap);
	p->open[p->open_len++] = (struct field){
		.kind = kind, .text = text, .line = where.line, .column = where.column,
	};
}

void
field_slice(struct paper *p, enum field_kind kind, const struct piece *piece, size_t from,
    size_t to)
{
	struct str text = str_trim(str_slice(piece->text, from, to));

	if (text.len > 0)
		field_add(p, kind, text, piece_at(piece, (size_t)(text.at - piece->text.at)));
}

void
field_cell(struct paper *p, enum field_kind kind, const struct cell *c)
{
	field_add(p, kind, cell_text(p->arena, c), cell_place(c));
}

void
field_pieces(struct paper *p, enum field_kind kind, const struct cell *c)
{
	if (c->len == 0)
		field_cell(p, kind, c);
	for (size_t i = 0; i < c->len; i++)
		field_slice(p, kind, &c->at[i], 0, c->at[i].text.len);
}

void
field_block(struct paper *p, enum field_kind kind, const struct block *b)
{
	field_slice(p, kind, &b->piece, 0, b->piece.text.len);
}

void
unknown_add(struct paper *p, struct str text, struct place where)
{
	ARENA_GROW(p->arena, p->unknown, p->unknown_len, &p->unknown_cap);
	p->unknown[p->unknown_len++] = (struct unrecognised){
		.line = where.line, .column = where.column, .text = quote_of(p->arena, text),
	};
}
