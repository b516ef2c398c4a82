/* parts.h - labelled parts of a paper: "Økonomi | 2 mio. kr.", "Formål: at …", or a
 * heading "Udfordringer" with text below. Status forms and projects of an
 * agreement are both groups of parts. Inside recognise/ only.
 */
#ifndef RECOGNISE_PARTS_H
#define RECOGNISE_PARTS_H

#include "recognise/paper.h"

enum part_shape { PART_ROW, PART_TEXT, PART_HEADING };

struct part {
	enum label      label;          /* NONE: a row among others, with a label of its own */
	enum part_shape shape;
	size_t          first, end;     /* entries */
	size_t          column;         /* ROW: of the label */
	size_t          from, to;       /* TEXT: bytes of the first entry's piece */
};

struct part_group {
	const struct part *at;
	size_t             len;
	unsigned           labels;      /* LABEL_BITs */
	size_t             title;       /* entry right above that names it, or SIZE_MAX */
};

struct part_groups {
	struct part_group *at;
	size_t             len;
};

/* Parts among the entries that nobody has taken, grouped as they belong together. */
struct part_groups parts_read(struct paper *p);

/* Does a line name a project: "(1,5 mio. kr. årligt)" at its end? `*at` is the
 * offset of the bracket, [from, to) the amount inside it. */
bool parts_amount_at_end(struct str text, size_t *at, size_t *from, size_t *to);

/* Add the part's words as fields: whole, or one field per piece. */
void part_fields(struct paper *p, const struct part *part, enum field_kind kind, bool by_piece);

void part_group_take(struct paper *p, const struct part_group *g);

#endif
