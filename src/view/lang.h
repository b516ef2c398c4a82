/* lang.h - the languages of the pages, and what the pages say in them.
 *
 * A text stands in the code in English, inside say(), and is found in the
 * catalogue of the page's language (po/da.po). Catalogues are part of the program:
 * a language is added by adding its .po file, and nothing else. A text that is put
 * together has numbered places, since languages order words differently:
 *
 *	html_say(b, l, "Go to the barometer");
 *	html_fill(b, say(l, "As it stood on {1}"), &day, 1);
 *	say_n(l, n, "{1} target", "{1} targets")
 *
 * What the domain says itself (verdicts, sentences, titles) comes in Danish and
 * English from the model, see lang_danish().
 */
#ifndef VIEW_LANG_H
#define VIEW_LANG_H

#include "view/html.h"

struct lang {
	struct str code;                /* "da", as in addresses and lang="" */
	struct str name;                /* "Dansk", in itself */
	struct str catalogue;           /* a .mo file; empty: as written in the code */
};

#define LANGS_MAX 24

/* All of them, the register's own language (Danish) first. */
size_t     lang_count(void);
struct lang lang_at(size_t i);
MUST_CHECK bool lang_find(struct str code, struct lang *ret);

/* Of the two languages that models come in: which does a reader of `l` get? */
bool       lang_danish(const struct lang *l);

/* `text` in the language; as it stands here where the catalogue has none. */
struct str say(const struct lang *l, const char *text);
struct str say_n(const struct lang *l, int64_t n, const char *one, const char *many);
/* A word that means different things: `context` tells which. */
struct str say_in(const struct lang *l, const char *context, const char *text);

/* Marks a text of a table for the catalogue; say() it where it is shown. */
#define N_(text) text
/* The same for what say_n() counts: two texts. */
#define NN_(one, many) one, many

void       html_say(struct buf *b, const struct lang *l, const char *text);

/* `pattern` with {1}, {2}, ... replaced; all of it escaped. */
void       html_fill(struct buf *b, struct str pattern, const struct str *with, size_t n);
/* The same as a text. */
struct str text_fill(struct arena *a, struct str pattern, const struct str *with, size_t n);

#endif
