/* site_words.h - what a published site is searched by, where no server can: the words of
 * each page, once and folded (base/utf8.h), which the script looks in (assets/pejl.js).
 */
#ifndef WEB_SITE_WORDS_H
#define WEB_SITE_WORDS_H

#include "base/arena.h"
#include "base/buf.h"

#define WORDS_FILE "search-words.json"          /* in the folder of a language */

struct page_words {
	struct str lang, file;          /* "da", "indicator/x.html": from that folder */
	struct str title, about, words;
};

struct site_words {
	struct page_words *at;
	size_t             len, cap;
};

/* A page of ours in the folder of its language. Not taken: those of a choice, and those
 * that are not to be found. */
void site_words_add(struct arena *a, struct site_words *w, struct str file, struct str html);

/* Those of `from` as well, copied. */
void site_words_take(struct arena *a, struct site_words *w, const struct site_words *from);

/* {"pages":[{"to","title","about","words"}]} of one language. */
void site_words_write(struct buf *b, const struct site_words *w, struct str lang);

#endif
