#include "app/search.h"
#include "base/near.h"
#include "base/utf8.h"

#define AROUND_BEFORE 60        /* letters before the first word that fits */
#define SNIPPET       200       /* letters in all */
#define NEAR_SHORT    4         /* letters up to which only one may be wrong */

/* ---- marking ---- */

static void
add_piece(struct arena *a, struct search_pieces *to, size_t *cap, struct str text, bool marked)
{
	if (text.len == 0)
		return;
	ARENA_GROW(a, to->at, to->len, cap);
	to->at[to->len++] = (struct search_piece){ text, marked };
}

struct search_pieces
search_title(struct arena *a, struct str text, const struct wanted *w, bool danish)
{
	struct search_pieces to = { .danish = danish };
	size_t               cap = 0, done = 0;
	struct term          t;

	for (size_t at = 0; term_next(text, &at, &t);) {
		size_t from = (size_t)(t.text.at - text.at);

		if (!terms_match(w, &t))
			continue;
		add_piece(a, &to, &cap, str_slice(text, done, from), false);
		add_piece(a, &to, &cap, t.text, true);
		done = from + t.text.len;
	}
	add_piece(a, &to, &cap, str_slice(text, done, text.len), false);
	return to;
}

/* Where the first word that fits begins; 0: none does. */
static size_t
first_match(struct str text, const struct wanted *w)
{
	struct term t;

	for (size_t at = 0; term_next(text, &at, &t);)
		if (terms_match(w, &t))
			return (size_t)(t.text.at - text.at);
	return 0;
}

/* So many letters before byte `at`, and from there to the beginning of a word. */
static size_t
back(struct str text, size_t at, size_t letters)
{
	size_t from = at;

	for (; from > 0 && letters > 0; letters--) {
		from--;
		while (from > 0 && ((unsigned char)text.at[from] & 0xC0) == 0x80)
			from--;
	}
	while (from > 0 && from < at && text.at[from - 1] != ' ' && text.at[from - 1] != '\t')
		from++;
	return from;
}

static size_t
ahead(struct str text, size_t from, size_t letters)
{
	size_t at = from, word = from;

	for (; at < text.len && letters > 0; letters--) {
		if (text.at[at] == ' ' || text.at[at] == '\t')
			word = at;
		(void)utf8_next(text, &at);
	}
	return at < text.len && word > from ? word : at;
}

struct search_pieces
search_snippet(struct arena *a, struct str text, const struct wanted *w, bool danish)
{
	size_t     from, to;
	struct str part;

	text = str_trim(text);
	from = back(text, first_match(text, w), AROUND_BEFORE);
	to = ahead(text, from, SNIPPET);
	part = str_trim(str_slice(text, from, to));
	return search_title(a, arena_printf(a, "%s" STR_FMT "%s", from > 0 ? "… " : "",
	    STR_ARG(part), to < text.len ? " …" : ""), w, danish);
}

/* ---- what might be meant ---- */

struct nearest {
	struct str word;
	unsigned   distance;
	int64_t    documents;           /* in so many entries */
};

static unsigned
wrong_letters(struct str word)
{
	return word.len <= NEAR_SHORT ? 1 : 2;
}

/* Nearer is better; of two as near the one that stands oftener, then the first by
 * its letters, so that both engines say the same. */
static void
consider(struct arena *a, struct nearest *best, struct str wanted, struct str word, int64_t n)
{
	unsigned d = near_distance(wanted, word, wrong_letters(wanted));

	if (d > wrong_letters(wanted))
		return;
	if (best->word.len > 0 && (d > best->distance || (d == best->distance &&
	    (n < best->documents || (n == best->documents && str_cmp(word, best->word) > 0)))))
		return;
	*best = (struct nearest){ str_dup(a, word), d, n };
}

bool
search_nearest(struct arena *a, struct store *s, const struct wanted *w, struct wanted *ret,
               bool *found)
{
	struct nearest best[TERMS_WANTED_MAX] = { { .distance = 0 } };
	size_t         least = SIZE_MAX, most = 0;
	enum stmt      q = STMT_SEARCH_WORDS;

	for (size_t i = 0; i < w->len; i++) {
		least = w->at[i].len < least ? w->at[i].len : least;
		most = w->at[i].len > most ? w->at[i].len : most;
	}
	{
		struct param p[] = { P_INT(least > 3 ? (int64_t)least - 2 : 1), P_INT((int64_t)most + 2) };

		if (!store_query(s, q, p, COUNT_OF(p)))
			return false;
	}
	while (store_next(s, q))
		for (size_t i = 0; i < w->len; i++)
			consider(a, &best[i], w->at[i], store_text(s, q, 0), store_int(s, q, 1));
	*found = w->len > 0;
	*ret = (struct wanted){ .len = w->len };
	for (size_t i = 0; i < w->len; i++) {
		ret->at[i] = best[i].word;
		*found = *found && best[i].word.len > 0;
	}
	return !store_failed(s);
}
