/* budget_terms.h - what a paper says in words of a line's economy: who refunds how
 * much, what is reserved, where else it is counted, why it is left out, and how
 * much of a programme counts. Nothing is computed that the words do not say.
 */
#ifndef RECOGNISE_BUDGET_TERMS_H
#define RECOGNISE_BUDGET_TERMS_H

#include "core/phrase.h"

#define EARMARKS_MAX 4

struct earmark {
	struct number kroner;
	struct str    purpose;          /* "aktiviteter for borgere i introduktionsprogram" */
};

struct budget_terms {
	bool           has_refund;      /* the state refunds `share` per cent of `gross` */
	struct number  gross, share;
	bool           has_financing;
	enum financing financing;       /* that alone pays */
	struct str     excluded;        /* the sentence that leaves it out of the overview */
	struct str     elsewhere;       /* the sentence that counts it in another line */
	struct str     within;          /* the words there that name the line */
	struct earmark earmark[EARMARKS_MAX];
	size_t         earmarks;
	bool           has_part;        /* `percent` of a programme of `whole` kroner is `part` */
	struct number  whole, percent, part;
};

/* Everything is borrowed from `text` or in `a`. */
struct budget_terms budget_terms_read(struct arena *a, struct str text);

struct budget_span {                    /* an amount of years that are said */
	struct number kroner;
	int           from, through;
	bool          whole;            /* once for all of them, not in each */
};

/* "2,0 mio. kr. årligt 2011-2014", "i alt 8 mio. kr. i 2011-2015", "6,9 mio. kr. i
 * 2009": one amount and its whole years. False: anything else; of an amount beside
 * several years that is neither yearly nor in total nobody knows which it is. */
MUST_CHECK bool budget_span_read(struct arena *a, struct str text, struct budget_span *ret);

/* "Statslig", "Fond", "Medarbejdertimer": who pays; false: nobody that we know. */
MUST_CHECK bool financing_named(struct arena *a, struct str text, enum financing *ret);

#endif
