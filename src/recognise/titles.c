#include "recognise/titles.h"
#include <string.h>

#define WORD_MIN     4
#define STEM_LETTERS 6
#define INITIALS_MIN 3

static const char *const idle[] = { "andel", "andelen", "antal", "antallet", "koebenhavn*", "kommune*",
	"status", "samlet", "samlede", "mere", "mindre", "eller", "efter", "under", "over", "blandt",
	"denne", "dette", "disse", "hvor", "have", "skal", "blev", "bliver", "vaere", "ikke", "herunder",
	"samt", "deres", "mellem", NULL };

static bool
is_idle(struct str w)
{
	return w.len < WORD_MIN || (w.at[0] >= '0' && w.at[0] <= '9') || folded_has_any(w, idle);
}

struct title
title_of(struct arena *a, struct str text)
{
	struct title t = { .folded = utf8_fold(a, text) };
	struct str   w;

	for (size_t at = 0; t.len < TITLE_WORDS_MAX && folded_next(t.folded, &at, &w);)
		if (!is_idle(w) && !title_holds(&t, w))
			t.word[t.len++] = w;
	return t;
}

bool
words_alike(struct str a, struct str b)
{
	size_t same = 0, need = a.len < b.len ? a.len : b.len;

	while (same < a.len && same < b.len && a.at[same] == b.at[same])
		same++;
	if (need > STEM_LETTERS)
		need = STEM_LETTERS;
	return same >= WORD_MIN && same >= need;
}

bool
title_holds(const struct title *t, struct str word)
{
	for (size_t i = 0; i < t->len; i++)
		if (words_alike(t->word[i], word))
			return true;
	return false;
}

size_t
title_shared(const struct title *of, const struct title *in)
{
	size_t n = 0;

	for (size_t i = 0; i < of->len; i++)
		n += title_holds(in, of->word[i]);
	return n;
}

/* Æ, Ø and Å are folded to two. */
static size_t
first_letter(struct str word)
{
	return str_starts(word, STR("ae")) || str_starts(word, STR("oe")) || str_starts(word, STR("aa")) ? 2 : 1;
}

bool
title_is_short_for(const struct title *b, const struct title *a)
{
	char       letters[2 * TITLE_WORDS_MAX];
	size_t     len = 0;
	struct str w;

	if (a->len < INITIALS_MIN)
		return false;
	for (size_t i = 0; i < a->len; i++) {
		size_t n = first_letter(a->word[i]);

		memcpy(&letters[len], a->word[i].at, n);
		len += n;
	}
	for (size_t at = 0; folded_next(b->folded, &at, &w);)
		if (str_eq(w, (struct str){ letters, len }))
			return true;
	return false;
}
