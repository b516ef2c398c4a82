#include "view/chart_draw.h"
#include "base/utf8.h"
#include <string.h>

/* ---- coordinates ---- */

/* Two decimals, without zeros at the end: a third of the bytes of a chart. */
void
chart_coordinate(struct buf *b, cpx at)
{
	uint64_t v = at < 0 ? 0 - (uint64_t)at : (uint64_t)at;

	if (at < 0)
		buf_char(b, '-');
	buf_int(b, (int64_t)(v / 100), 1);
	if (v % 100 == 0)
		return;
	buf_char(b, '.');
	buf_char(b, (char)('0' + v % 100 / 10));
	if (v % 10 != 0)
		buf_char(b, (char)('0' + v % 10));
}

void
chart_attr(struct buf *b, const char *name, cpx at)
{
	HTML(b, " ");
	buf_put(b, str_from(name));
	HTML(b, "=\"");
	chart_coordinate(b, at);
	HTML(b, "\"");
}

void
chart_class(struct buf *b, const char *name)
{
	HTML(b, " class=\"");
	buf_put(b, str_from(name));
	HTML(b, "\"");
}

/* ---- values ---- */

wide
chart_ninths(struct number n)
{
	wide v = n.units;

	for (uint8_t scale = n.scale; scale < NUMBER_SCALE_MAX; scale++)
		v *= 10;
	return v;
}

enum notation
chart_notation(const struct lang *l)
{
	return lang_danish(l) ? NOTATION_DA : NOTATION_EN;
}

struct str
chart_value_text(const struct chart_out *o, struct number n, struct str text)
{
	struct buf b;
	struct str s;

	if (text.len > 0)
		return text;
	buf_init(&b, NUMBER_TEXT_MAX);
	number_write(&b, n, chart_notation(o->lang));
	s = str_dup(o->a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* ---- texts ---- */

/* Hundredths of an em. Sans serif faces differ by a tenth; these are the wide ones. */
static int
letter_width(uint32_t c)
{
	if (c >= 0x2E80)
		return 100;             /* scripts with square letters */
	if (c > 127)
		return c == 0xC6 || c == 0xE6 || c == 0x2026 ? 90 : 63;
	if (str_find(STR("fijlrtI.,:;'!|()[] /-"), (struct str){ (char[]){ (char)c }, 1 }, 0) != SIZE_MAX)
		return 35;
	if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '%')
		return 90;
	if (c >= '0' && c <= '9')
		return 64;
	return c >= 'A' && c <= 'Z' ? 68 : 59;
}

cpx
chart_text_width(struct str s, int size)
{
	cpx    width = 0;
	size_t at = 0;

	while (at < s.len)
		width += letter_width(utf8_next(s, &at));
	return width * size;
}

/* Bytes of the beginning of `s` that fit in `width`. */
static size_t
fitting(struct str s, int size, cpx width)
{
	size_t at = 0;
	cpx    used = 0;

	while (at < s.len) {
		size_t before = at;

		used += (cpx)letter_width(utf8_next(s, &at)) * size;
		if (used > width)
			return before;
	}
	return s.len;
}

/* Where the line that begins `s` ends: after its last whole word, or in the middle
 * of a word that is longer than a line. */
static size_t
line_end(struct str s, int size, cpx width)
{
	size_t most = fitting(s, size, width);

	if (most == s.len)
		return most;
	for (size_t i = most + 1; i-- > 1;)
		if (s.at[i] == ' ' || s.at[i - 1] == '-')
			return i;
	if (most > 0)
		return most;
	utf8_next(s, &most);            /* narrower than a letter: one letter */
	return most;
}

/* Back to where the word began that byte `at` lies in, if there is a digit in it: a
 * part of a figure would be another figure. */
static size_t
before_figure(struct str s, size_t at)
{
	size_t from = at;
	bool   digit = false;

	while (from > 0 && s.at[from - 1] != ' ')
		from--;
	for (size_t i = from; i < s.len && s.at[i] != ' '; i++)
		digit = digit || (s.at[i] >= '0' && s.at[i] <= '9');
	return digit ? from : at;
}

static struct str
cut(struct arena *a, struct str s, int size, cpx width)
{
	static const struct str dots = STR_INIT("…");
	size_t most = fitting(s, size, width - chart_text_width(dots, size));

	s = str_trim(str_slice(s, 0, before_figure(s, most)));
	return arena_printf(a, STR_FMT "…", STR_ARG(s));
}

struct chart_lines
chart_wrap(struct arena *a, struct str s, int size, cpx width, size_t most)
{
	struct chart_lines ret = { .len = 0 };

	s = str_trim(s);
	do {
		size_t end = line_end(s, size, width);

		if (end < s.len && ret.len + 1 == most) {
			ret.line[ret.len++] = cut(a, s, size, width);
			break;
		}
		ret.line[ret.len++] = str_trim(str_slice(s, 0, end));
		s = str_trim(str_slice(s, end, s.len));
	} while (s.len > 0);
	return ret;
}

static const char *const anchor_attr[] = {
	[CHART_START] = "", [CHART_MIDDLE] = " text-anchor=\"middle\"",
	[CHART_END] = " text-anchor=\"end\"",
};

void
chart_text(const struct chart_out *o, cpx x, cpx y, enum chart_anchor anchor,
           const char *class_name, struct chart_words words)
{
	HTML(o->b, "<text");
	chart_attr(o->b, "x", x);
	chart_attr(o->b, "y", y);
	buf_put(o->b, str_from(anchor_attr[anchor]));
	if (class_name != NULL)
		chart_class(o->b, class_name);
	/* An attribute: as a property checkers of style sheets do not know it. */
	if (class_name != NULL && strstr(class_name, "ch-halo") != NULL)
		HTML(o->b, " paint-order=\"stroke\"");
	chart_lang(o, &words);
	HTML(o->b, ">");
	html_text(o->b, words.text);
	HTML(o->b, "</text>");
}
