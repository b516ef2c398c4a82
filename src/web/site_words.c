#include "web/site_words.h"
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

static const struct {
	struct str entity, text;
} entities[] = {
	{ STR_INIT("&amp;"), STR_INIT("&") }, { STR_INIT("&lt;"), STR_INIT("<") },
	{ STR_INIT("&gt;"), STR_INIT(">") }, { STR_INIT("&quot;"), STR_INIT("\"") },
	{ STR_INIT("&#39;"), STR_INIT("'") },
};

/* Bytes of the entity at the start of `s`, or 0. */
static size_t
put_entity(struct buf *b, struct str s)
{
	for (size_t i = 0; i < COUNT_OF(entities); i++)
		if (str_starts(s, entities[i].entity)) {
			buf_put(b, entities[i].text);
			return entities[i].entity.len;
		}
	return 0;
}

/* Without tags, a blank for each; what our writer escaped is itself again. */
static struct str
text_of(struct arena *a, struct str html)
{
	struct buf b;
	struct str s;

	buf_init(&b, html.len + 1);
	for (size_t at = 0, plain; at < html.len; at += plain) {
		size_t end = html.at[at] == '<' ? str_find(html, STR(">"), at) : SIZE_MAX;
		size_t n = html.at[at] == '&' ? put_entity(&b, str_slice(html, at, html.len)) : 0;

		if (end != SIZE_MAX) {
			buf_char(&b, ' ');
			n = end + 1 - at;
		}
		at += n;
		/* what is no mark, in one go; a mark that was none goes with it */
		plain = n == 0 ? 1 : 0;
		while (at + plain < html.len && html.at[at + plain] != '<' && html.at[at + plain] != '&')
			plain++;
		buf_put(&b, str_slice(html, at, at + plain));
	}
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
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

		while (word.len > 0 && str_find(STR("\"'(»«[:;,"), str_slice(word, 0, 1), 0) != SIZE_MAX)
			word = str_slice(word, 1, word.len);
		while (word.len > 0 && str_find(STR("\"'.,;:!?)]"), str_slice(word, word.len - 1, word.len), 0) != SIZE_MAX)
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
	struct arena      turn = { 0 };
	struct page_words p = { .lang = str_cut(&rest, '/'), .file = rest };

	if (rest.len == 0 || !str_ends(file, STR(".html")) || str_find(file, STR("~"), 0) != SIZE_MAX ||
	    str_find(head, STR("noindex"), 0) != SIZE_MAX)
		return;
	(void)str_cut(&heading, '>');
	p.title = str_trim(text_of(a, heading));
	p.about = text_of(a, between(head, STR("<meta name=\"description\" content=\""), STR("\"")));
	p.words = str_dup(a, words_of(&turn, text_of(&turn, between(html, STR("<main"), STR("</main>")))));
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
	json_key(&j, "pages");
	json_array(&j);
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
