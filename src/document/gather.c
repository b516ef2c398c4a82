#include "document/gather.h"
#include <string.h>

void
gather_open(struct gather *g, struct reader *r)
{
	*g = (struct gather){ .r = r };
}

bool
gather_empty(const struct gather *g)
{
	return g->seg_len == 0;
}

bool
gather_at_word(const struct gather *g)
{
	return g->seg_len == 0 || g->blank != NULL;
}

/* text.len counts while the piece is under way; text.at is set at its end. */
static struct segment *
segment_add(struct gather *g, const char *at, size_t len, struct str letter)
{
	struct segment *s;

	ARENA_GROW(g->r->a, g->seg, g->seg_len, &g->seg_cap);
	s = &g->seg[g->seg_len++];
	*s = (struct segment){ .raw = at, .len = len, .literal_len = (uint8_t)letter.len };
	if (letter.len > 0)
		memcpy(s->literal, letter.at, letter.len);
	g->next.text.len += letter.len > 0 ? letter.len : len;
	return s;
}

static void
begin(struct gather *g, const char *at)
{
	g->next.raw.at = at;
	g->next.emphasis = g->emphasis > 0;
	g->emphasis_done = false;
	reader_place(g->r, at, &g->next.line, &g->next.column);
}

static bool
follows(const struct gather *g, const char *at)
{
	const struct segment *last = &g->seg[g->seg_len - 1];

	return last->literal_len == 0 && last->raw + last->len == at;
}

static void
extend(struct gather *g, size_t len)
{
	g->seg[g->seg_len - 1].len += len;
	g->next.text.len += len;
}

/* The waiting blank becomes one space; a lone one is taken as it stands. */
static void
put_blank(struct gather *g, const char *next)
{
	struct str space = g->blank_hard ? STR("\xC2\xA0") : STR(" ");

	if (g->blank == NULL)
		return;
	if (follows(g, g->blank) && g->blank + space.len == next && memcmp(g->blank, space.at, space.len) == 0)
		extend(g, space.len);
	else
		(void)segment_add(g, g->blank, g->blank_len, space);
	g->blank = NULL;
}

static void
put(struct gather *g, const char *at, size_t len, struct str letter)
{
	if (g->r->failed || len == 0)
		return;
	if (g->seg_len == 0)
		begin(g, at);
	put_blank(g, at);
	if (letter.len == 0 && g->seg_len > 0 && follows(g, at))
		extend(g, len);
	else if (reader_count_parts(g->r, 1))
		(void)segment_add(g, at, len, letter);
}

void
gather_text(struct gather *g, const char *at, size_t len)
{
	put(g, at, len, STR_NONE);
}

void
gather_literal(struct gather *g, struct str letter, const char *at, size_t len)
{
	put(g, at, len, letter);
}

void
gather_blank(struct gather *g, const char *at, size_t len, bool hard)
{
	if (g->seg_len == 0)
		return;
	if (g->blank == NULL) {
		g->blank = at;
		g->blank_hard = false;
	}
	g->blank_hard |= hard;
	g->blank_len = (size_t)(at - g->blank) + len;
}

void
gather_emphasis(struct gather *g, bool open)
{
	if (open) {
		g->emphasis++;
		return;
	}
	if (g->emphasis == 0 || --g->emphasis > 0 || g->seg_len == 0 || g->emphasis_done)
		return;
	g->emphasis_done = true;
	if (g->next.emphasis)
		g->next.emphasis_len = (uint32_t)g->next.text.len;
}

void
gather_item(struct gather *g, struct str mark)
{
	g->next.item = true;
	if (mark.len > 0)
		g->next.mark = mark;
}

/* Put the segments together; a jump stands wherever text and raw drift apart. */
static void
assemble(struct gather *g, struct piece *p)
{
	char  *text = ARENA_ARRAY(g->r->a, char, p->text.len + 1);
	size_t at = 0;

	p->jump = ARENA_ARRAY(g->r->a, struct jump, g->seg_len);
	for (size_t i = 0; i < g->seg_len; i++) {
		const struct segment *s = &g->seg[i];
		const struct jump    *last = p->jumps > 0 ? &p->jump[p->jumps - 1] : NULL;
		struct jump           j = { (uint32_t)at, (uint32_t)(s->raw - p->raw.at) };
		size_t                n = s->literal_len > 0 ? s->literal_len : s->len;

		if (last == NULL || j.raw - last->raw != j.text - last->text)
			p->jump[p->jumps++] = j;
		memcpy(text + at, s->literal_len > 0 ? s->literal : s->raw, n);
		at += n;
	}
	p->text.at = text;
}

void
gather_break(struct gather *g)
{
	const struct segment *last;
	struct piece         *p;

	g->blank = NULL;
	if (g->seg_len == 0)
		return;
	last = &g->seg[g->seg_len - 1];
	p = &g->next;
	p->raw.len = (size_t)(last->raw - p->raw.at) + last->len;
	if (g->seg_len == 1 && last->literal_len == 0)
		p->text.at = p->raw.at;
	else
		assemble(g, p);
	if (p->emphasis && !g->emphasis_done)
		p->emphasis_len = (uint32_t)p->text.len;
	if (reader_count_parts(g->r, 1)) {
		ARENA_GROW(g->r->a, g->at, g->len, &g->cap);
		g->at[g->len++] = *p;
	}
	g->next = (struct piece){ 0 };
	g->seg_len = 0;
}

struct piece *
gather_take(struct gather *g, size_t *len)
{
	struct piece *taken = NULL;

	gather_break(g);
	g->next = (struct piece){ 0 };
	g->emphasis = 0;
	*len = g->len;
	if (g->len > 0) {
		taken = ARENA_ARRAY(g->r->a, struct piece, g->len);
		memcpy(taken, g->at, g->len * sizeof *taken);
	}
	g->len = 0;
	return taken;
}
