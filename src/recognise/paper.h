/* paper.h - a document laid flat for the recognisers.
 *
 * Every block of text and every row of every table is one entry, in order, so
 * that a table that goes on in the next block is simply the next entry. A
 * recogniser takes the entries that it understands; what nobody takes is in the
 * end listed. Inside recognise/ only.
 */
#ifndef RECOGNISE_PAPER_H
#define RECOGNISE_PAPER_H

#include "recognise/labels.h"
#include "recognise/recognise.h"

enum taken {
	TAKEN_NOT,
	TAKEN_FIELD,            /* holds fields of a proposal; may hold claims no more */
	TAKEN_TEXT,             /* understood, and its prose may still hold claims */
	TAKEN_REFUSED,          /* understood, and not to be trusted: told as not recognised */
};

struct entry {
	const struct block *block;
	const struct row   *row;        /* NULL: text */
	const struct cell  *cell;       /* `cells` of them; text has none */
	size_t              cells;
	struct str         *text;       /* of each cell, or one */
	struct str         *folded;
	enum label         *label;      /* of each cell; of text: of the line */
	enum taken          taken;
};

struct paper {
	struct arena          *arena;
	struct reads          *reads;
	const struct document *doc;
	struct entry          *at;
	size_t                 len;
	struct str             title;
	struct period          date;
	int                    year;            /* of `date`, or 0 */
	int64_t                factor;
	size_t                 objective;       /* entry of the Målsætning in force, SIZE_MAX: none */
	size_t                 committee;       /* of the committee heading in force, SIZE_MAX: none */
	struct proposal       *found;
	size_t                 found_len, found_cap;
	struct field          *open;            /* fields of the proposal being made */
	size_t                 open_len, open_cap;
	struct proposal        making;
	struct unrecognised   *unknown;
	size_t                 unknown_len, unknown_cap;
};

/* Where a word stands. */
struct place {
	uint32_t line, column;
};

void paper_open(struct paper *p, struct arena *a, const struct document *doc);

struct place entry_place(const struct entry *e);
struct place cell_place(const struct cell *c);
struct place piece_at(const struct piece *piece, size_t offset);

bool   entry_is_heading(const struct entry *e);
bool   entry_is_text(const struct entry *e);            /* paragraph, item or heading */
bool   words_are_page(struct str folded);        /* "Side 2 af 7" */
bool   entry_is_furniture(const struct entry *e);       /* a page number, nothing at all */
size_t entry_filled(const struct entry *e);             /* cells that say something */
size_t entry_first_filled(const struct entry *e);       /* == cells when none does */
unsigned entry_labels(const struct entry *e);           /* LABEL_BITs of its cells */

/* A header: two cells or more are labels, and more of them than are not. */
bool   entry_is_header(const struct entry *e);

/* A single filled cell, or a heading or short paragraph right above: what the
 * rows from `i` are about. Folded; empty when there is none. */
struct str caption_above(const struct paper *p, size_t i);

/* ---- making a proposal ---- */

void proposal_begin(struct paper *p, enum proposal_kind kind, struct place where);
void proposal_title(struct paper *p, struct str title);
void proposal_end(struct paper *p);                     /* no-op when none is open */
bool proposal_is_open(const struct paper *p);

void field_add(struct paper *p, enum field_kind kind, struct str text, struct place where);
/* Bytes [from, to) of a piece, trimmed; nothing when that is empty. */
void field_slice(struct paper *p, enum field_kind kind, const struct piece *piece, size_t from,
                 size_t to);
void field_cell(struct paper *p, enum field_kind kind, const struct cell *c);
void field_pieces(struct paper *p, enum field_kind kind, const struct cell *c);  /* one per piece */
void field_block(struct paper *p, enum field_kind kind, const struct block *b);

/* What no recogniser took. */
void unknown_add(struct paper *p, struct str text, struct place where);

#endif
