#include "recognise/tongue.h"

#define BLOCKS_MAX 60           /* of the beginning: enough words to tell */
#define WORDS_MAX  2000
#define LEAD       3            /* so many more words of the one than of the other */

/* Small words that only one of the two has. */
static const struct str danish[] = { STR_INIT("og"), STR_INIT("af"), STR_INIT("til"), STR_INIT("på"),
	STR_INIT("er"), STR_INIT("det"), STR_INIT("den"), STR_INIT("der"), STR_INIT("som"), STR_INIT("kr"),
	STR_INIT("alt"), STR_INIT("fra"), STR_INIT("pct") };
static const struct str english[] = { STR_INIT("and"), STR_INIT("of"), STR_INIT("the"), STR_INIT("to"),
	STR_INIT("is"), STR_INIT("are"), STR_INIT("by"), STR_INIT("from"), STR_INIT("which"), STR_INIT("with"),
	STR_INIT("per cent"), STR_INIT("year"), STR_INIT("was") };

struct count {
	size_t danish, english, words;
};

static bool
is_one_of(struct str word, const struct str *words, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (str_eq(word, words[i]))
			return true;
	return false;
}

static void
count_words(struct str text, struct count *c)
{
	for (size_t at = 0; at < text.len && c->words < WORDS_MAX; c->words++) {
		size_t     end = at;
		struct str word;

		while (end < text.len && text.at[end] != ' ' && text.at[end] != '\n' && text.at[end] != '.' &&
		    text.at[end] != ',')
			end++;
		word = str_slice(text, at, end);
		at = end + 1;
		if (word.len < 2 || word.len > 5)
			continue;
		c->danish += is_one_of(word, danish, COUNT_OF(danish));
		c->english += is_one_of(word, english, COUNT_OF(english));
	}
}

static void
count_table(const struct table *t, struct count *c)
{
	for (size_t r = 0; r < t->len && c->words < WORDS_MAX; r++)
		for (size_t k = 0; k < t->at[r].len; k++)
			if (t->at[r].at[k].len > 0)
				count_words(t->at[r].at[k].at[0].text, c);
}

enum notation
tongue_of(const struct document *doc)
{
	struct count c = { 0 };

	for (size_t i = 0; i < doc->len && i < BLOCKS_MAX && c.words < WORDS_MAX; i++) {
		if (doc->at[i].kind == BLOCK_TABLE)
			count_table(&doc->at[i].table, &c);
		else
			count_words(doc->at[i].piece.text, &c);
	}
	return c.english >= c.danish + LEAD && c.english > 2 * c.danish ? NOTATION_EN : NOTATION_DA;
}
