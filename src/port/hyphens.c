#include "port/hyphens.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <hyphen.h>
#include <stdlib.h>
#include <string.h>

enum { BEFORE = 2, BEHIND = 3, WORD_MAX = 200 };

static const struct { struct str lang; const char *path; } patterns[] = {
	{ STR_INIT("da"), "/usr/share/hyphen/hyph_da_DK.dic" },
	{ STR_INIT("en"), "/usr/share/hyphen/hyph_en_US.dic" },
};

struct hyphens {
	HyphenDict *dict[COUNT_OF(patterns)];
	bool        asked[COUNT_OF(patterns)];
};

struct hyphens *
hyphens_open(void)
{
	struct hyphens *h = calloc(1, sizeof *h);

	if (h == NULL)
		abort();
	return h;
}

void
hyphens_close(struct hyphens *h)
{
	for (size_t i = 0; h != NULL && i < COUNT_OF(patterns); i++)
		if (h->dict[i] != NULL)
			hnj_hyphen_free(h->dict[i]);
	free(h);
}

static HyphenDict *
dict_of(struct hyphens *h, struct str lang)
{
	for (size_t i = 0; i < COUNT_OF(patterns); i++) {
		if (!str_eq(patterns[i].lang, lang))
			continue;
		if (!h->asked[i])
			h->dict[i] = hnj_hyphen_load(patterns[i].path);
		h->asked[i] = true;
		return h->dict[i];
	}
	return NULL;
}

static bool
is_letter(unsigned char c)
{
	return c >= 0x80 || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* The letters of `word` without what stands around them: "(indsatsen)," */
static struct str
core_of(struct str word)
{
	size_t from = 0, to = word.len;

	while (from < to && !is_letter((unsigned char)word.at[from]))
		from++;
	while (to > from && !is_letter((unsigned char)word.at[to - 1]))
		to--;
	return str_slice(word, from, to);
}

static bool
is_plain(struct str core)
{
	for (size_t i = 0; i < core.len; i++)
		if (!is_letter((unsigned char)core.at[i]))
			return false;
	return str_find(core, STR("\xC2\xAD"), 0) == SIZE_MAX;
}

/* Patterns are of small letters, in UTF-8 or, as the Danish ones, in ISO 8859-1. False:
 * a letter that those do not have. */
static bool
lower(struct str core, bool utf8, char *to)
{
	size_t n = 0;

	for (size_t i = 0; i < core.len;) {
		size_t   from = i;
		uint32_t c = utf8_next(core, &i);

		if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
			c |= 32;
		if (c > 0xFF && !utf8)
			return false;
		if (utf8 && c <= 0x7F)
			to[n++] = (char)c;
		else if (utf8)
			for (size_t k = from; k < i; k++)
				to[n++] = k == i - 1 && c <= 0xFF ? (char)(0x80 | (c & 0x3F)) : core.at[k];
		else
			to[n++] = (char)c;
	}
	to[n] = '\0';
	return true;
}

/* `marks` has one for each letter. */
static void
put_broken(struct buf *b, struct str core, const char *marks)
{
	size_t letters = utf8_length(core), seen = 0;

	for (size_t i = 0; i < core.len;) {
		size_t from = i;

		(void)utf8_next(core, &i);
		buf_put(b, str_slice(core, from, i));
		if ((marks[seen++] & 1) != 0 && seen >= BEFORE && letters - seen >= BEHIND)
			BUF_LIT(b, "\xC2\xAD");
	}
}

struct str
hyphens_word(void *with, struct arena *a, struct str lang, struct str word)
{
	struct str  core = core_of(word), ret;
	HyphenDict *dict = dict_of(with, lang);
	char        small[WORD_MAX + 1], marks[WORD_MAX + 6];
	char      **rep = NULL;
	int        *pos = NULL, *cut = NULL;
	struct buf  b;

	if (dict == NULL || core.len < BEFORE + BEHIND || core.len > WORD_MAX || !is_plain(core))
		return word;
	memset(marks, 0, sizeof marks);
	if (!lower(core, dict->utf8, small) || hnj_hyphen_hyphenate2(dict, small, (int)strlen(small), marks, NULL, &rep, &pos, &cut) != 0)
		return word;
	for (size_t i = 0; rep != NULL && i < core.len; i++) {
		if (rep[i] != NULL)
			marks[i] = '0';         /* a break that changes letters is none for us */
		free(rep[i]);
	}
	free(rep);
	free(pos);
	free(cut);
	buf_init(&b, WORD_MAX * 4 + word.len);
	buf_put(&b, (struct str){ word.at, (size_t)(core.at - word.at) });
	put_broken(&b, core, marks);
	buf_put(&b, str_slice(word, (size_t)(core.at - word.at) + core.len, word.len));
	ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return ret;
}
