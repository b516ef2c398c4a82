#include "document/flow.h"
#include <string.h>

#define ROW_BYTES_MAX DOCUMENT_BYTES_MAX

void
flow_open(struct flow *f, struct arena *a, struct str name, struct diags *d)
{
	*f = (struct flow){ .gap = GAP_NONE };
	laid_open(&f->laid, a, name, d);
	buf_init(&f->text, ROW_BYTES_MAX);
}

bool
flow_done(struct flow *f, struct str *ret)
{
	flow_boundary(f);
	buf_free(&f->text);
	return laid_done(&f->laid, ret);
}

void
flow_begin_text(struct flow *f)
{
	f->letters = f->emphasised = false;
	f->blank = BLANK_NONE;
	f->gap = GAP_NONE;
}

void
flow_end_emphasis(struct flow *f)
{
	if (f->emphasised)
		BUF_LIT(&f->text, "</b>");
	f->emphasised = false;
}

/* ---- marks of items and notes ---- */

static void
put_superscript(struct buf *b, char digit)
{
	static const char *const words[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

	buf_put(b, str_from(words[digit - '0']));
}

/* 28: "ab"; past what letters count, the figure. */
static bool
put_letter_number(struct buf *b, int64_t n, char a)
{
	if (n < 1 || n > 26 * 27)
		return false;
	if (n > 26)
		buf_char(b, (char)(a + (n - 27) / 26));
	buf_char(b, (char)(a + (n - 1) % 26));
	return true;
}

static bool
put_roman_number(struct buf *b, int64_t n, bool capital)
{
	static const struct { int value; const char *small, *capital; } parts[] = {
		{ 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" }, { 400, "cd", "CD" },
		{ 100, "c", "C" }, { 90, "xc", "XC" }, { 50, "l", "L" }, { 40, "xl", "XL" },
		{ 10, "x", "X" }, { 9, "ix", "IX" }, { 5, "v", "V" }, { 4, "iv", "IV" }, { 1, "i", "I" },
	};

	if (n < 1 || n > 3999)
		return false;
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		for (; n >= parts[i].value; n -= parts[i].value)
			buf_put(b, str_from(capital ? parts[i].capital : parts[i].small));
	return true;
}

static struct str
mark_of(struct flow *f, const struct flow_list *l)
{
	struct buf b;
	struct str mark;
	bool       ok = false;

	if (!l->ordered)
		return STR("-");
	buf_init(&b, 64);
	if (l->type == 'a' || l->type == 'A')
		ok = put_letter_number(&b, l->number, l->type);
	else if (l->type == 'i' || l->type == 'I')
		ok = put_roman_number(&b, l->number, l->type == 'I');
	if (!ok)
		buf_putf(&b, "%lld", (long long)l->number);
	buf_char(&b, '.');
	mark = str_dup(f->laid.a, buf_str(&b));
	buf_free(&b);
	return mark;
}

/* ---- letters ---- */

/* What stands before the first letter of a block, and of a paragraph of a cell. */
static void
put_start(struct flow *f)
{
	if (f->note && f->mark.len > 0) {
		for (size_t i = 0; i < f->mark.len; i++)
			if (f->mark.at[i] >= '0' && f->mark.at[i] <= '9')
				put_superscript(&f->text, f->mark.at[i]);
		buf_char(&f->text, ' ');
		f->mark = STR_NONE;
	}
	if (!f->cell || f->caption)
		return;
	if (f->gap == GAP_ITEM)
		BUF_LIT(&f->text, "<li>");
	else if (f->letters && f->gap != GAP_NONE)
		buf_put(&f->text, f->gap == GAP_BREAK ? STR("<br>") : STR("<p>"));
	if (f->gap == GAP_ITEM && f->mark.len > 1) {    /* a number; a dash says nothing there */
		buf_put(&f->text, f->mark);
		buf_char(&f->text, ' ');
	}
	if (f->gap == GAP_ITEM)
		f->mark = STR_NONE;
	if (f->gap != GAP_NONE)
		f->blank = BLANK_NONE;
	f->gap = GAP_NONE;
}

static void
put_blank(struct flow *f)
{
	if (str_ends(buf_str(&f->text), STR("<br>")))
		f->blank = BLANK_NONE;
	if (f->letters && f->blank == BLANK_HARD)
		BUF_LIT(&f->text, "\xC2\xA0");
	else if (f->letters && f->blank == BLANK_SOFT)
		buf_char(&f->text, ' ');
	f->blank = BLANK_NONE;
}

static void
put_run(struct flow *f, struct str run)
{
	bool emphasis = f->emphasis > 0 && f->level == 0;

	if (f->row && !f->cell)
		flow_cell(f, false, 1, 1);
	if (f->emphasised && (!emphasis || f->gap != GAP_NONE))
		flow_end_emphasis(f);
	put_start(f);
	put_blank(f);
	if (emphasis && !f->emphasised)
		BUF_LIT(&f->text, "<b>");
	f->emphasised = emphasis;
	f->letters = true;
	if (f->sup == 0) {
		laid_letters(&f->text, run);
		return;
	}
	for (size_t i = 0; i < run.len; i++)
		if (run.at[i] >= '0' && run.at[i] <= '9')
			put_superscript(&f->text, run.at[i]);
		else if (run.at[i] != '[' && run.at[i] != ']')
			laid_letters(&f->text, str_slice(run, i, i + 1));
}

/* Bytes at the start of `s` that are no letter: of a blank, or of what is never shown. */
static size_t
between(struct str s, enum flow_blank *blank)
{
	unsigned char c = (unsigned char)s.at[0];

	if (c <= ' ' || c == 0x7F) {
		*blank = BLANK_SOFT;
		return 1;
	}
	if (str_starts(s, STR("\xC2\xA0"))) {
		*blank = BLANK_HARD;
		return 2;
	}
	*blank = BLANK_NONE;
	if (c == 0xC2)
		return str_starts(s, STR("\xC2\xAD")) || (s.len > 1 && (unsigned char)s.at[1] < 0xA0) ? 2 : 0;
	return str_starts(s, STR("\xE2\x80\x8B")) || str_starts(s, STR("\xEF\xBB\xBF")) ? 3 : 0;
}

void
flow_letters(struct flow *f, struct str s)
{
	size_t from = 0, at = 0;

	while (at < s.len && !f->laid.failed) {
		enum flow_blank blank;
		size_t          n = between(str_slice(s, at, s.len), &blank);

		if (n == 0) {
			at++;
			continue;
		}
		if (at > from)
			put_run(f, str_slice(s, from, at));
		if (f->pre > 0 && s.at[at] == '\n')
			flow_break(f);
		else if (blank > f->blank)
			f->blank = blank;
		from = at += n;
	}
	if (at > from)
		put_run(f, str_slice(s, from, at));
}

/* ---- blocks ---- */

static void
widen_gap(struct flow *f, enum flow_gap gap)
{
	if (gap > f->gap)
		f->gap = gap;
}

void
flow_break(struct flow *f)
{
	if (f->cell && !f->caption)
		widen_gap(f, GAP_BREAK);
	else if (f->letters && f->level == 0)
		BUF_LIT(&f->text, "<br>");
	f->blank = f->level == 0 || !f->letters ? BLANK_NONE : BLANK_SOFT;
}

static struct str
prefix(struct flow *f)
{
	size_t depth = f->lists - f->outer;
	char  *tags, *to;

	if (f->level > 0)
		return arena_printf(f->laid.a, "<h%u>", f->level);
	if (!f->item || f->note || depth == 0)
		return STR("<p>");
	tags = to = ARENA_ARRAY(f->laid.a, char, 4 * depth + f->mark.len + 1);
	for (size_t i = 0; i < depth; i++, to += 4)
		memcpy(to, "<li>", 4);
	memcpy(to, f->mark.at, f->mark.len);
	to += f->mark.len;
	*to++ = ' ';
	f->item = false;
	f->mark = STR_NONE;
	return (struct str){ tags, (size_t)(to - tags) };
}

/* Without the breaks at its end. */
static struct str
said(const struct flow *f)
{
	struct str s = buf_str(&f->text);

	while (str_ends(s, STR("<br>")))
		s.len -= 4;
	return s;
}

void
flow_boundary(struct flow *f)
{
	if (f->cell && !f->caption) {
		widen_gap(f, GAP_PARAGRAPH);
		return;
	}
	flow_end_emphasis(f);
	if (!buf_ok(&f->text))
		laid_refuse(&f->laid, STR("a paragraph of more than 32 MiB"), STR("split the document"));
	if (f->letters && !f->row)
		laid_line(&f->laid, prefix(f), said(f));
	if (!f->row)
		f->text.len = 0;
	flow_begin_text(f);
}

void
flow_heading(struct flow *f, unsigned level)
{
	flow_boundary(f);
	if (!f->cell)
		f->level = level;
}

void
flow_heading_end(struct flow *f)
{
	flow_boundary(f);
	f->level = 0;
}

void
flow_list(struct flow *f, struct flow_list list)
{
	flow_boundary(f);
	if (f->lists == DOCUMENT_LEVELS_MAX) {
		laid_refuse(&f->laid, STR("lists are nested more than 100 levels deep"),
		    STR("flatten the lists"));
		return;
	}
	f->list[f->lists++] = list;
	if (f->cell) {
		flow_end_emphasis(f);
		buf_put(&f->text, list.ordered ? STR("<ol>") : STR("<ul>"));
		f->gap = GAP_NONE;
	}
}

void
flow_list_end(struct flow *f)
{
	flow_boundary(f);
	if (f->lists == 0 || f->laid.failed)
		return;
	f->lists--;
	if (f->cell) {
		flow_end_emphasis(f);
		buf_put(&f->text, f->list[f->lists].ordered ? STR("</ol>") : STR("</ul>"));
		f->gap = GAP_NONE;
	}
}

void
flow_item(struct flow *f, const int64_t *number)
{
	struct flow_list *l = f->lists > 0 ? &f->list[f->lists - 1] : NULL;

	flow_boundary(f);
	f->item = l != NULL;
	f->note = false;
	if (l == NULL)
		return;
	if (number != NULL)
		l->number = *number;
	f->mark = mark_of(f, l);
	l->number += l->number < INT32_MAX;
	if (f->cell)
		f->gap = GAP_ITEM;
}

void
flow_item_end(struct flow *f)
{
	flow_boundary(f);
	f->item = f->note = false;
	f->mark = STR_NONE;
}

void
flow_note(struct flow *f)
{
	f->note = true;
}
