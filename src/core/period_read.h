/* period_read.h - how the reader of periods is cut up; not for others.
 *
 * period_words: letters, words and numbers. period_point: one named period
 * ("17. maj 2011", "1. kvartal"). period_scan: ranges of them, deadlines, and
 * what stands around them. A reader function moves `at` past what it read and
 * returns true, or returns false and leaves `at` where it was.
 */
#ifndef CORE_PERIOD_READ_H
#define CORE_PERIOD_READ_H

#include "core/period.h"

struct reader {
	struct str text;
	size_t     at;
	bool       whole;               /* nothing else in the text: any year, no guards */
};

enum word_flags {
	WORD_BARE = 1,                  /* in running text also without a year */
	WORD_DOT = 2,                   /* an abbreviation, with or without its dot */
};

struct word {
	struct str text;                /* lower case; a blank stands for any blanks */
	char       first;
	uint8_t    value, flags;
};

enum lexicon {
	WORDS_MONTH,                    /* 1-12 */
	WORDS_SEASON,                   /* 1-4, from spring */
	WORDS_THIRD,                    /* 1-3 */
	WORDS_ORDINAL,                  /* 1-4, ORDINAL_LAST */
	WORDS_PART,                     /* PRECISION_QUARTER, PRECISION_HALF */
	WORDS_WEEK,
	WORDS_BETWEEN,                  /* between a period and its year */
	WORDS_JOIN,                     /* enum join */
	WORDS_DEADLINE,                 /* enum limit */
	WORDS_FILLER,                   /* before a period, adding nothing */
	WORDS_COUNTED,                  /* what follows a plain number: enum counted */
	WORDS_NUMBERING,                /* what precedes a plain number */
	WORDS_COUNT
};

#define ORDINAL_LAST 9

enum join { JOIN_TO = 1, JOIN_THROUGH, JOIN_AND };       /* AND: only of neighbours */
enum limit { LIMIT_NONE, LIMIT_WITH, LIMIT_BEFORE };    /* the named period included or not */
enum counted { COUNTED_UNIT = 1, COUNTED_NOUN };

bool               at_letter(const struct reader *r);    /* or digit */
bool               read_blanks(struct reader *r);
bool               read_char(struct reader *r, char c);
bool               read_dash(struct reader *r);
bool               read_text(struct reader *r, struct str phrase);
const struct word *read_word(struct reader *r, enum lexicon l);  /* the longest, or NULL */
bool               ends_with_word(struct str s, enum lexicon l);   /* its last words */
bool               read_number(struct reader *r, size_t min, size_t max, int *ret);
bool               read_year(struct reader *r, int *ret);
bool               read_short_year(struct reader *r, int *ret);
bool               read_join(struct reader *r, enum join *ret);

struct point {
	struct period period;           /* undated, but for weeks and short ranges */
	int           year;             /* 0: not stated */
	bool          nonexistent;      /* a date that no year has, or not this one */
	bool          plain;            /* nothing but digits of years: may be a count */
	bool          needs_year;       /* a word that means other things as well */
};

/* The longest named period here. */
bool read_point(struct reader *r, struct point *ret);

/* The period of the same precision that ends where `p` begins. */
struct period period_before(struct period p);

#endif
