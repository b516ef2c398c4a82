/* markup.h - the HTML that stands inside cells and paragraphs, as pieces.
 *
 * Private to document/. Known tags break, list or emphasise; unknown ones are
 * dropped; a `<` that begins no tag is text. Lists are also found by their
 * marks, because extractors lose <li>: "<ul> ▪ one ▪ two".
 */
#ifndef DOCUMENT_MARKUP_H
#define DOCUMENT_MARKUP_H

#include "document/gather.h"

#define MARKUP_LINES   1u               /* a line end breaks; else it is a blank */
#define MARKUP_DOUBLED 2u               /* "" is one quote: a quoted CSV field */
#define MARKUP_ITEM    4u               /* a bullet at the beginning is one, whatever follows */
#define MARKUP_LITERAL 8u               /* tags and references are text */

enum tag_kind {
	TAG_NONE,                       /* not a tag: text */
	TAG_UNKNOWN, TAG_BREAK, TAG_PARAGRAPH, TAG_LIST, TAG_ITEM, TAG_NEST, TAG_EMPHASIS, TAG_SUP
};

struct tag {
	enum tag_kind kind;
	size_t        len;              /* with brackets */
	bool          closes;
};

/* The tag that `s` begins with. */
struct tag tag_read(struct str s);

/* The character reference that `s` begins with: its bytes, or 0; the letter as UTF-8. */
size_t entity_read(struct str s, char letter[4], size_t *letter_len);

/* How the items of a list are told apart where <li> was lost. */
struct list {
	struct str mark;                /* the bullet of its items */
	unsigned   number;              /* of the last item that had one; 0: none */
	char       close;
	bool       is_list;             /* else a <div>, <table> or <blockquote> */
};

struct markup {
	struct gather *g;
	struct str     raw;             /* the stretch being read, and how far */
	size_t         at;
	unsigned       flags;
	bool           sup;
	unsigned       hollow;          /* <p> since the last letter */
	size_t         depth;
	struct list    list[DOCUMENT_LEVELS_MAX + 1];   /* [0]: outside all lists */
};

/* Begins a paragraph or a cell; pieces go to `g`. */
void markup_open(struct markup *m, struct gather *g);

/* Adds the pieces of `raw`, which lies in the input. A piece goes on over calls. */
void markup_read(struct markup *m, struct str raw, unsigned flags);

#endif
