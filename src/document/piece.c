#include "document/piece.h"
#include "document/layout.h"
#include <string.h>

/* Offset in p->raw of byte `at` of p->text. */
static size_t
raw_offset(const struct piece *p, size_t at)
{
	size_t low = 0, high = p->jumps, raw;

	if (at >= p->text.len)
		return p->raw.len;
	if (p->jumps == 0)
		return at;
	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;
		if (p->jump[mid].text <= at)
			low = mid;
		else
			high = mid;
	}
	raw = p->jump[low].raw + (at - p->jump[low].text);
	if (high < p->jumps && raw > p->jump[high].raw)
		raw = p->jump[high].raw;
	return raw < p->raw.len ? raw : p->raw.len;
}

void
piece_place(const struct piece *p, size_t at, uint32_t *line, uint32_t *column)
{
	size_t   to = raw_offset(p, at);
	uint32_t l = p->line, c = p->column;

	for (size_t i = 0; i < to; i++) {
		if (p->raw.at[i] == '\n') {
			l++;
			c = 1;
		} else if (((unsigned char)p->raw.at[i] & 0xC0) != 0x80) {
			c++;
		}
	}
	*line = l;
	*column = c;
}

void
piece_skip(struct arena *a, struct piece *p, size_t bytes)
{
	struct piece was = *p;
	size_t       raw = raw_offset(p, bytes);

	piece_place(&was, bytes, &p->line, &p->column);
	p->text = str_slice(was.text, bytes, was.text.len);
	p->raw = str_slice(was.raw, raw, was.raw.len);
	p->emphasis_len = was.emphasis_len > bytes ? was.emphasis_len - (uint32_t)bytes : 0;
	p->emphasis = p->emphasis_len > 0;
	if (was.jumps == 0)
		return;
	p->jump = ARENA_ARRAY(a, struct jump, was.jumps + 1);
	p->jumps = 1;                   /* the first is { 0, 0 } */
	for (size_t i = 0; i < was.jumps; i++)
		if (was.jump[i].text > bytes)
			p->jump[p->jumps++] = (struct jump){ was.jump[i].text - (uint32_t)bytes,
			    was.jump[i].raw - (uint32_t)raw };
}

void
block_take_mark(struct arena *a, struct block *b)
{
	struct mark m = layout_mark(b->piece.text);

	if (b->mark.len == 0)
		b->mark = b->piece.mark;
	b->piece.mark = STR_NONE;
	if (b->mark.len > 0 || (m.kind != MARK_NUMBER && m.kind != MARK_FOOTNOTE))
		return;
	if (m.kind == MARK_FOOTNOTE)
		b->kind = BLOCK_FOOTNOTE;
	b->mark = m.text;
	if (b->kind == BLOCK_HEADING) {
		if (b->level == 0)
			b->level = (uint8_t)(m.depth < 6 ? m.depth : 6);
		b->mark.len -= m.close == '.';
	}
	piece_skip(a, &b->piece, m.skip);
}

struct str
cell_text(struct arena *a, const struct cell *c)
{
	size_t len = 0;
	char  *joined, *to;

	if (c->len <= 1)
		return c->len == 0 ? STR_NONE : c->at[0].text;
	for (size_t i = 0; i < c->len; i++)
		len += c->at[i].text.len + 1;
	joined = to = ARENA_ARRAY(a, char, len);
	for (size_t i = 0; i < c->len; i++) {
		memcpy(to, c->at[i].text.at, c->at[i].text.len);
		to += c->at[i].text.len;
		*to++ = '\n';
	}
	return (struct str){ joined, len - 1 };
}

/* The byte of the text that stands at byte `raw` of the input, or the first behind it. */
static size_t
text_offset(const struct piece *p, size_t raw)
{
	size_t low = 0, high = p->jumps, at, end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->jump[middle].raw <= raw)
			low = middle + 1;
		else
			high = middle;
	}
	if (p->jumps == 0)
		at = raw;
	else
		at = low == 0 ? 0 : p->jump[low - 1].text + (raw - p->jump[low - 1].raw);
	end = low < p->jumps ? p->jump[low].text : p->text.len;
	if (at > end)
		at = end;
	while (at < p->text.len && ((unsigned char)p->text.at[at] & 0xC0) == 0x80)
		at++;
	return at;
}

void
piece_find(const struct piece *p, struct spot *spot, size_t n)
{
	uint32_t line = p->line, column = p->column;
	size_t   next = 0;

	for (size_t i = 0; i < p->raw.len && next < n; i++) {
		bool goes_on = ((unsigned char)p->raw.at[i] & 0xC0) == 0x80;

		while (next < n && !goes_on && (spot[next].line < line ||
		    (spot[next].line == line && spot[next].column <= column)))
			spot[next++].byte = text_offset(p, i);
		if (p->raw.at[i] == '\n') {
			line++;
			column = 1;
		} else if (i + 1 == p->raw.len || ((unsigned char)p->raw.at[i + 1] & 0xC0) != 0x80) {
			column++;
		}
	}
	while (next < n)
		spot[next++].byte = p->text.len;
}
