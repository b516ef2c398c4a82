#include "web/site_words.h"
#include "base/untag.h"
#include "base/utf8.h"
#include "export/json.h"
#include <stdlib.h>

#define WORDS_MAX 20000                 /* of a page */

static struct str
between(struct str s, struct str before, struct str after)
{
	size_t from = str_find(s, before, 0), to;

	if (from == SIZE_MAX)
		return STR_NONE;
	from += before.len;
	to = str_find(s, after, from);
	return to == SIZE_MAX ? STR_NONE : str_slice(s, from, to);
}

static int
by_bytes(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	return str_cmp(*x, *y);
}

/* Each word once, a blank between them. */
static struct str
words_of(struct arena *a, struct str text)
{
	struct str  rest = utf8_fold(a, text);
	size_t      most = rest.len / 2 < WORDS_MAX ? rest.len / 2 + 1 : WORDS_MAX, n = 0;
	struct str *at = ARENA_ARRAY(a, struct str, most);
	struct buf  b;
	struct str  s;

	while (rest.len > 0 && n < most) {
		struct str word = str_cut(&rest, ' ');

		while (word.len > 0 && str_find(STR("\"'(»«[:;,<"), str_slice(word, 0, 1), 0) != SIZE_MAX)
			word = str_slice(word, 1, word.len);
		while (word.len > 0 && str_find(STR("\"'.,;:!?)]>"), str_slice(word, word.len - 1, word.len), 0) != SIZE_MAX)
			word.len--;
		if (word.len > 1)
			at[n++] = word;
	}
	if (n > 1)
		qsort(at, n, sizeof *at, by_bytes);
	buf_init(&b, text.len + n + 1);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && str_eq(at[i], at[i - 1]))
			continue;
		if (b.len > 0)
			buf_char(&b, ' ');
		buf_put(&b, at[i]);
	}
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

void
site_words_add(struct arena *a, struct site_words *w, struct str file, struct str html)
{
	struct str        head = between(html, STR("<head>"), STR("</head>")), rest = file;
	struct str        heading = between(html, STR("<h1"), STR("</h1>"));
	struct str        content = between(html, STR("<main"), STR("</main>"));
	struct arena      turn = { 0 };
	struct page_words p = { .lang = str_cut(&rest, '/'), .file = rest };

	if (rest.len == 0 || !str_ends(file, STR(".html")) || str_find(file, STR("~"), 0) != SIZE_MAX ||
	    str_find(head, STR("noindex"), 0) != SIZE_MAX)
		return;
	(void)str_cut(&heading, '>');   /* what else stands in the tag is no word */
	(void)str_cut(&content, '>');
	p.title = untag(a, heading);
	p.about = untag(a, between(head, STR("<meta name=\"description\" content=\""), STR("\"")));
	p.words = str_dup(a, words_of(&turn, untag(&turn, content)));
	ARENA_GROW(a, w->at, w->len, &w->cap);
	w->at[w->len++] = p;
	arena_free(&turn);
}

void
site_words_take(struct arena *a, struct site_words *w, const struct site_words *from)
{
	for (size_t i = 0; i < from->len; i++) {
		const struct page_words *p = &from->at[i];

		ARENA_GROW(a, w->at, w->len, &w->cap);
		w->at[w->len++] = (struct page_words){ str_dup(a, p->lang), str_dup(a, p->file),
			str_dup(a, p->title), str_dup(a, p->about), str_dup(a, p->words) };
	}
}

void
site_words_write(struct buf *b, const struct site_words *w, struct str lang)
{
	struct json j = json_new(b);

	json_object(&j);
	json_member_array(&j, "pages");
	for (size_t i = 0; i < w->len; i++) {
		if (!str_eq(w->at[i].lang, lang))
			continue;
		json_object(&j);
		json_member(&j, "to", w->at[i].file);
		json_member(&j, "title", w->at[i].title);
		json_member(&j, "about", w->at[i].about);
		json_member(&j, "words", w->at[i].words);
		json_end(&j);
	}
	json_end(&j);
	json_end(&j);
}
