/* search_view.h - what a search found, for the page, the API and the terminal alike. */
#ifndef MODEL_SEARCH_VIEW_H
#define MODEL_SEARCH_VIEW_H

#include "model/thing_page.h"

struct search_piece {                   /* of a title or a snippet */
	struct str text;
	bool       marked;              /* it is a word that was looked for */
};

struct search_pieces {
	struct search_piece *at;
	size_t               len;
	bool                 danish;    /* the language of the words */
};

struct search_hit {
	struct thing_shown   of;        /* of a line its document */
	uint32_t             line;      /* of a document's text; 0: the thing itself */
	struct search_pieces title, title_en;   /* title_en empty: not translated */
	struct search_pieces snippet;   /* of a text, or the title in the language that has
	                                 * the words; may be empty */
	struct named         unit, policy;      /* that it belongs to; may be empty */
};

struct search_count {
	enum noun kind;                 /* NOUN_NONE: lines of documents */
	size_t    n;
};

struct search_view {
	struct str           asked;     /* the words as they were asked for */
	bool                 empty;     /* there is no word in them */
	enum noun            kind;      /* asked for; NOUN_ANY: all */
	struct search_count *count;     /* by kind, most important first; of all kinds */
	size_t               counts;
	size_t               total;     /* of the kind asked for */
	size_t               listed;    /* can be paged through; at most SEARCH_LISTED_MAX */
	struct search_hit   *at;        /* of this page */
	size_t               len, page, pages;
	struct str           suggestion;        /* nothing was found: what might be meant */
};

#define SEARCH_LISTED_MAX 500
#define SEARCH_PAGE       20

/* "line" for lines of documents, else the noun's table. */
struct str search_kind_code(enum noun kind);
MUST_CHECK bool search_kind_from_code(struct str code, enum noun *ret);

#endif
