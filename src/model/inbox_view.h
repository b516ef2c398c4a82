/* inbox_view.h - papers with what was read in them, for who decides on it.
 *
 * Filled by app/inbox_view.
 */
#ifndef MODEL_INBOX_VIEW_H
#define MODEL_INBOX_VIEW_H

#include "model/changed.h"
#include "model/document_view.h"

/* id, code, what it is called */
#define INBOX_STATES(X)                                 \
	X(WAITING, "waiting", N_("Waiting"))               \
	X(ACCEPTED, "accepted", N_("Accepted"))         \
	X(REJECTED, "rejected", N_("Rejected"))

enum inbox_state {
#define X(id, code, title) INBOX_##id,
	INBOX_STATES(X)
#undef X
	INBOX_STATE_COUNT
};

#define INBOX_KINDS 10                  /* of proposals */

struct inbox_kind {                     /* proposals of a kind */
	struct str code;
	size_t     count[INBOX_STATE_COUNT];
};

struct inbox_row {                      /* a paper */
	struct named    document;
	struct str      file;
	struct recorded recorded;
	size_t          count[INBOX_STATE_COUNT];
};

struct inbox_list {
	struct inbox_row *at;           /* those that wait first, then the newest first */
	size_t            len, waiting; /* waiting: how many papers wait */
	struct inbox_kind kind[INBOX_KINDS];
};

struct inbox_item {                     /* a proposal in a list */
	struct str       key, kind, title;
	uint32_t         line;
	enum inbox_state state;
};

struct inbox_change {                   /* what was done with the paper */
	struct recorded recorded;
	struct str      why;
	bool            brought;        /* the change that brought the paper */
	bool            gone;           /* taken back */
};

struct inbox_paper {
	struct document_view document;  /* with the words of proposals marked */
	struct inbox_kind    kind[INBOX_KINDS];
	struct inbox_item   *item;      /* as they stand in the paper */
	size_t               items;
	struct inbox_change *change;    /* the newest first */
	size_t               changes;
};

enum field_type {
	FIELD_IS_WORDS,                 /* several lines */
	FIELD_IS_LINE,
	FIELD_IS_AMOUNT,                /* "61,7", "-", ".."; with a year */
	FIELD_IS_FIGURE,                /* "59,90 pct.", or why there is none */
	FIELD_IS_PERIOD,                /* "august 2008" */
	FIELD_IS_YEARS,                 /* "2011-2015" */
	FIELD_IS_COUNT,                 /* a whole number */
};

struct inbox_field {
	struct str      code, text;
	uint32_t        line;
	enum field_type type;
	bool            has_year;
	int             year;           /* 0: the paper does not say */
};

struct inbox_difference {               /* what a thing would say otherwise */
	struct str     column;          /* its name in the table */
	struct str     before, after;
	struct changed words;
};

struct inbox_proposal {
	struct inbox_item        item;
	struct document_view     document;      /* cut to its lines, its words marked */
	struct inbox_field      *field;
	size_t                   fields;
	struct thing_shown       becomes;       /* once accepted; NOUN_NONE: nothing */
	struct thing_shown       same;          /* one with the same title; NOUN_NONE: none */
	struct inbox_difference *difference;    /* when it is merged with that */
	size_t                   differences;
	size_t                   waiting;       /* in the paper, this one included */
};

#endif
