/* words.h - the words beside a figure, Danish and English, as tables.
 *
 * Qualifiers ("ca.", "mindst", "just under"), numerals ("ti", "femogtyve", "two
 * thirds"), units ("pct.", "procentpoint", "mio. kr.") and recurrences ("årligt",
 * "pr. uge", "in total"). Every function looks at byte `at` only; on true, `*end` is
 * the byte after the words. The notation is a hint at the language: Danish words
 * are read with NOTATION_DA, English ones with NOTATION_EN, both with NONE; what
 * cannot be mistaken is read always.
 */
#ifndef CORE_WORDS_H
#define CORE_WORDS_H

#include "core/money.h"

/* Before a figure, the blank after it included. */
MUST_CHECK bool words_qualifier(struct str s, size_t at, size_t *end, enum qualifier *ret);
/* After a figure and its unit: "eller derover", "or more". */
MUST_CHECK bool words_qualifier_after(struct str s, size_t at, size_t *end, enum qualifier *ret);
/* "mellem", "between" (the blank included), and the "og", "and" between two figures. */
MUST_CHECK bool words_between(struct str s, size_t at, size_t *end);
MUST_CHECK bool words_and(struct str s, size_t at, size_t *end);
/* "til", "to" between two figures. */
MUST_CHECK bool words_to(struct str s, size_t at, size_t *end);

/* A whole number or "halvanden". `*weak`: "en", "a", which count only before a
 * unit, being articles elsewhere. */
MUST_CHECK bool words_numeral(struct str s, size_t at, enum notation, size_t *end,
                              struct number *ret, bool *weak);

/* "halvdelen", "en tredjedel", "two thirds", "2/3 af": num / den, den >= 2. */
MUST_CHECK bool words_fraction(struct str s, size_t at, enum notation, size_t *end,
                               int64_t *num, int64_t *den);

/* After a figure, its blank not included: PERCENT or POINT. */
MUST_CHECK bool words_percent(struct str s, size_t at, size_t *end, enum unit *ret);

struct money_words {
	int64_t factor;         /* 1 when none is said */
	bool    kroner;         /* "kr.", "kroner", "DKK" stand there */
	bool    short_form;     /* "mio.", which says kroner by itself */
};

/* "mio. kr.", "kr.", "millioner", "tkr." */
MUST_CHECK bool words_money(struct str s, size_t at, enum notation, size_t *end,
                            struct money_words *ret);
/* "kr.", "DKK" before a figure, the blank included. */
MUST_CHECK bool words_currency(struct str s, size_t at, size_t *end);
/* "euro", "USD", "svenske kroner": money, but not kroner. */
bool            words_foreign(struct str s, size_t at);
/* What millions are counted of that is not money: "indbyggere", "besøg". */
bool            words_counted(struct str s, size_t at);

/* Whether a unit of a percentage or of money stands there. */
bool            words_unit(struct str s, size_t at, enum notation);

MUST_CHECK bool words_recurrence_before(struct str s, size_t at, size_t *end,
                                        enum recurrence *ret);
MUST_CHECK bool words_recurrence_after(struct str s, size_t at, size_t *end,
                                       enum recurrence *ret);
/* A word of the clause before an amount that says how often: "Engangstilskud på". */
MUST_CHECK bool words_recurrence_hint(struct str s, size_t at, enum recurrence *ret);

#endif
