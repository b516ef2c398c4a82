#include "recognise/meaning.h"
#include <string.h>

#define STEM_LETTERS 6
#define WORD_MIN     4
#define POINTS       60         /* of a word that only one text holds */
#define TEXT_MAX     1200       /* bytes of a text that are compared */
#define SENSE_POINTS 2          /* a sense counts for more than a word */

/* Words that say the same of what is measured. The first names the sense. */
static const char *const senses[][10] = {
	{ "besoeg*", "trafik*", "hits", "klik", NULL },
	{ "webside*", "website*", "hjemmeside*", "webportal*", "portal*", "web*", "kk.dk", "www*", NULL },
	{ "oeg*", "stig*", "steg*", "vaekst*", "forbedr*", NULL },
	{ "fald*", "reducer*", "nedbring*", "mindsk*", "faerre", "saenk*", NULL },
	{ "tilfreds*", NULL },
	{ "samarbejd*", "dialog*", "partnerskab*", "kontakt*", NULL },
	{ "kriminal*", "sigt*", "doemt*", "dom", NULL },
	{ "tryg*", "utryg*", NULL },
	{ "beskaeftig*", "arbejde", "job*", "ansat*", "ansaett*", NULL },
	{ "uddann*", "skole*", "elev*", "praktik*", NULL },
	{ "bolig*", "udlejning*", NULL },
	{ "diskrimin*", "forskelsbehandl*", NULL },
};

static const char *const empty_words[] = { "skal", "maal", "eller", "blev", "bliver", "have",
	"haves", "have*", "ikke", "efter", "ved", "deres", "den", "det", "denne", "disse", "andre",
	"vaere", "vaeret", "samt", "herunder", "mellem", "kommune", "kommunen", "kommunens",
	"koebenhavn", "koebenhavns", "status", "inden", "under", "over", "gennem", "alle",
	"naar", "hvor", "som", "til", "mange", "mere", "meget", "derfor", "endvidere", NULL };

static bool
is_empty_word(struct str w)
{
	return w.len < WORD_MIN || folded_starts_any(w, empty_words) ||
	    (w.at[0] >= '0' && w.at[0] <= '9');
}

static bool
holds_stem(struct str s, struct str stem)
{
	size_t hit = 0;

	while ((hit = str_find(s, stem, hit)) != SIZE_MAX) {
		if (hit == 0 || !letter_is_word(s.at[hit - 1]))
			return true;
		hit++;
	}
	return false;
}

static unsigned
rarity(size_t holding, size_t len)
{
	if (len > 2 && holding == len)
		return 1;
	return (unsigned)(POINTS / (holding * holding + (holding == 0)));
}

static unsigned
stem_points(struct str stem, struct str b, const struct str *others, size_t len)
{
	size_t holding = 0;

	if (!holds_stem(b, stem))
		return 0;
	for (size_t i = 0; i < len; i++)
		holding += holds_stem(str_slice(others[i], 0, TEXT_MAX), stem);
	return rarity(holding, len);
}

static unsigned
sense_points(const char *const *sense, struct str a, struct str b, const struct str *others,
    size_t len)
{
	size_t holding = 0;

	if (!folded_has_any(a, sense) || !folded_has_any(b, sense))
		return 0;
	for (size_t i = 0; i < len; i++)
		holding += folded_has_any(str_slice(others[i], 0, TEXT_MAX), sense);
	return SENSE_POINTS * rarity(holding, len);
}

unsigned
meaning_shared(struct str a, struct str b, const struct str *others, size_t len)
{
	unsigned   points = 0;
	struct str word;

	a = str_slice(a, 0, TEXT_MAX);
	b = str_slice(b, 0, TEXT_MAX);
	for (size_t at = 0; folded_next(a, &at, &word);) {
		struct str stem = str_slice(word, 0, STEM_LETTERS);
		size_t     start = (size_t)(word.at - a.at);

		if (!is_empty_word(word) && !holds_stem(str_slice(a, 0, start), stem))
			points += stem_points(stem, b, others, len);
	}
	for (size_t i = 0; i < COUNT_OF(senses); i++)
		points += sense_points(senses[i], a, b, others, len);
	return points;
}
