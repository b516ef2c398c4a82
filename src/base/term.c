#include "base/term.h"
#include "base/utf8.h"
#include <stdio.h>

/* U+0100 to U+017F without accent, case or ligature. */
static const char extended[] =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static bool
is_sign(uint32_t c)
{
	return c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
	    (c >= 0x2E00 && c <= 0x303F) || (c >= 0xE000 && c <= 0xF8FF) ||
	    (c >= 0xFE00 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF0F) || c >= 0xFFF0;
}

static bool
is_combining(uint32_t c)
{
	return c >= 0x300 && c <= 0x36F;
}

static bool
is_letter(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	return !is_sign(c) && !is_combining(c);
}

static void
add(struct term *t, const char *s, size_t n)
{
	for (size_t i = 0; i < n && t->len < TERM_MAX; i++)
		t->folded[t->len++] = s[i];
}

static void
add_latin(struct term *t, struct str letter)
{
	struct arena a = { 0 };
	struct str   s = utf8_fold(&a, letter);

	add(t, s.at, s.len);
	arena_free(&a);
}

static void
add_letter(struct term *t, uint32_t c, struct str text)
{
	char code[16];

	if (c < 0x80) {
		code[0] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
		add(t, code, 1);
	} else if (c < 0x100) {
		add_latin(t, text);
	} else if (c == 0x152 || c == 0x153) {
		add(t, "oe", 2);
	} else if (c < 0x180) {
		add(t, &extended[c - 0x100], 1);
	} else {
		add(t, code, (size_t)snprintf(code, sizeof code, "u%x", (unsigned)c));
	}
}

/* A letter that is put together: "å" as a and a ring. Other accents are nothing. */
static void
add_accent(struct term *t, uint32_t c)
{
	char on = t->folded[t->len - 1];        /* a term begins with a letter */

	if (c == 0x30A && on == 'a')
		add(t, "a", 1);
	if (c == 0x308 && (on == 'o' || on == 'a'))
		add(t, "e", 1);
}

bool
term_next(struct str text, size_t *at, struct term *ret)
{
	size_t   from = *at, end = *at;
	uint32_t c = 0;

	ret->len = 0;
	while (end < text.len && (from = end, c = utf8_next(text, &end), !is_letter(c)))
		c = 0;
	*at = end;
	if (c == 0 || !is_letter(c))
		return false;
	add_letter(ret, c, str_slice(text, from, end));
	while (end < text.len) {
		*at = end;
		c = utf8_next(text, &end);
		if (is_combining(c))
			add_accent(ret, c);
		else if (is_letter(c))
			add_letter(ret, c, str_slice(text, *at, end));
		else
			break;
		*at = end;
	}
	ret->text = str_slice(text, from, *at);
	return true;
}

struct str
term_folded(const struct term *t)
{
	return (struct str){ t->folded, t->len };
}

struct str
terms_fold(struct arena *a, struct str text)
{
	struct buf  b;
	struct str  s;
	struct term t;

	buf_init(&b, 8 * text.len + 1);
	for (size_t at = 0; term_next(text, &at, &t);) {
		if (b.len > 0)
			buf_char(&b, ' ');
		buf_put(&b, term_folded(&t));
	}
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* ---- what somebody looks for ---- */

static bool
has(const struct wanted *w, struct str folded)
{
	for (size_t i = 0; i < w->len; i++)
		if (str_eq(w->at[i], folded))
			return true;
	return false;
}

struct wanted
terms_wanted(struct arena *a, struct str query)
{
	struct wanted w = { .len = 0 };
	struct term   t;
	size_t        at = 0;
	bool          last_new = false;

	while (w.len < TERMS_WANTED_MAX && term_next(query, &at, &t)) {
		last_new = !has(&w, term_folded(&t));
		if (last_new)
			w.at[w.len++] = str_dup(a, term_folded(&t));
		w.begun = last_new && t.text.at + t.text.len == query.at + query.len;
	}
	return w;
}

bool
terms_match(const struct wanted *w, const struct term *t)
{
	for (size_t i = 0; i < w->len; i++)
		if (str_eq(w->at[i], term_folded(t)) ||
		    (w->begun && i + 1 == w->len && str_starts(term_folded(t), w->at[i])))
			return true;
	return false;
}
