/* spoken.h - the figures of running text with the words between them. Inside
 * audit/ only.
 *
 * A passage is a paragraph with the list that follows it, or a cell: what is
 * said there belongs together. Figures inside quotation marks are another
 * text's and leave their sentence without figures.
 */
#ifndef AUDIT_SPOKEN_H
#define AUDIT_SPOKEN_H

#include "audit/audit.h"
#include "core/phrase.h"
#include "recognise/folded.h"

struct said {                           /* a sentence */
	const struct piece   *piece;
	size_t                from;     /* byte of piece->text */
	struct str            mark;     /* of its list item: "2)", "▪" */
	bool                  item;
	struct str            text, folded;
	const struct folded  *whole;    /* the same, with its pairs */
	size_t                marks;    /* quotation marks of the piece before it */
	bool                  closed;   /* each of the piece's marks has its other */
	bool                  read;     /* the figures below */
	const struct reading *at;       /* numbers, shares and amounts */
	size_t                len;
	const struct str     *gap;      /* len + 1, folded: gap[i] stands before at[i] */
	size_t                periods;
};

struct passage {
	struct said *at;
	size_t       len;
	size_t       next;              /* the first block after it */
	struct pairs pairs;             /* of all its sentences: here, where all are walked past */
};

struct spoken {
	struct passage *at;
	size_t          len;
};

typedef void passage_visitor(struct audit *x, const struct passage *p, void *with);

/* Every passage that holds any of `cues` (folded, anywhere in a word), in order. */
void spoken_each(struct audit *x, const char *const *cues, passage_visitor *visit, void *with);

/* The sentences of one text in the document, as the passage that it would be. */
struct said said_of(struct audit *x, struct str text);

/* Two sentences of one piece, one after the other, as one. */
struct said said_join(struct audit *x, const struct said *a, const struct said *b);

bool       gap_ends(struct str gap, const char *const *words);  /* with one of them */
size_t     gap_words(struct str gap);
bool       gap_dated(struct str gap);              /* holds a period */
bool       is_incomplete(struct str folded);       /* "bl.a.", "m.fl.": lists some of them only */
bool       is_counted(const struct reading *r);         /* a number, no share and no amount */
bool       is_share(const struct reading *r);           /* per cent, no points */
bool       is_money(const struct reading *r);
/* How many amounts a sentence has, and which is the first: untouched when there is none. */
size_t     spoken_amounts(const struct said *s, size_t *first);
bool       same_type(const struct reading *a, const struct reading *b);
struct number reading_point(const struct reading *r);   /* in the unit printed; zero without a point */

/* In words of a language: "65 pct.", "65 per cent", "DKK 6.9 million". */
struct str reading_words(struct audit *x, const struct reading *r, enum notation n);
struct str number_words(struct audit *x, struct number v, enum notation n);

/* What was recomputed of figure `i`: holds, or is a finding with these amounts. */
struct checked {
	enum audit_code code;
	bool            holds;
	struct str      da, en, hint_da, hint_en;
	bool            has_amounts;
	struct number   expected, printed;
};

void spoken_judge(struct audit *x, const struct said *s, size_t i, struct checked c);
/* The same of a field. */
void field_judge(struct audit *x, const struct field *f, struct checked c);

#endif
