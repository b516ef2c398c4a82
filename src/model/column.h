/* column.h - what people are asked for when they make or change a thing of the
 * register: for each column of its noun a label, a hint, how it is written and what can
 * be chosen. One row a column in column.c; a column without a row is asked for by its
 * name, so that a new noun can be edited before anybody wrote words for it.
 */
#ifndef MODEL_COLUMN_H
#define MODEL_COLUMN_H

#include "model/fault.h"
#include "model/noun.h"

/* LINE and WORDS and TEXT are texts of at most so many letters; WORDS and TEXT have
 * several lines. PERIOD stands for the two columns NAME_from and NAME_to. */
enum ask { ASK_LINE, ASK_WORDS, ASK_TEXT, ASK_CODE, ASK_DATE, ASK_PERIOD, ASK_NUMBER,
           ASK_INT, ASK_FLAG, ASK_REF };

#define ASK_LINE_MAX  300               /* letters */
#define ASK_WORDS_MAX 2000
#define ASK_TEXT_MAX  20000
#define ASK_INT_MAX   999999            /* of a whole number */

struct column_choice {
	const char *code, *words;       /* "" is none of them; words in N_() */
};

struct column_words {
	const char *label, *hint;       /* say() them; the hint may be empty */
	enum ask    ask;
	int64_t     least;              /* of an INT: 0, or below it where days are counted back */
	bool        wanted;             /* has to be filled in */
	const struct column_choice *choice;     /* of a CODE; NULL: written by hand */
	size_t      choices;
};

/* Do people make things of this kind? What papers, imports and status forms bring is
 * not made by hand. */
bool noun_is_edited(enum noun n);

struct column_words column_words(enum noun n, size_t column);

/* Of a PERIOD: the column of its end; 0: `column` begins no period. */
size_t     column_period_end(enum noun n, size_t column);
/* As forms call it: its name, of a period without "_from". */
struct str column_field(enum noun n, size_t column);

#endif
